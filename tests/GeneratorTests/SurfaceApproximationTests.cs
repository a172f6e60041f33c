using System;
using System.Linq;
using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Generated approximations of two and three variables, run: within the error that they state, and the same bits alone and in spans.</summary>
public sealed class SurfaceApproximationTests
{
    private delegate void TwoSpans<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result);

    private delegate void ThreeSpans<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> result);

    /// <summary>The values of a model, and what is generated for it, of any number of arguments.</summary>
    private sealed record Found<T>(Func<T[], T> One, Action<T[][], T[]> Many, Func<double[], double> Exact, double Bound, Type Type);

    private const string Bump = "Math.Exp(-y * y) * x", Distance = "Math.Sqrt(x * x + y * y + 1)", Smile = "(Math.Log(x) + 0.5 * y * y) / y", Wave = "Math.Exp(-x * z) * Math.Cos(y + x)";

    [Theory]
    [InlineData("MaxError = 1e-6", Bump, -1, 1, -2, 2, "0")]
    [InlineData("MaxError = 1e-11", Bump, -1, 1, -1, 1, "0")]
    [InlineData("MaxError = 1e-5", Smile, 0.8, 1.2, 0.2, 0.5, "0")]
    [InlineData("RelativeError = 1e-7", Distance, -1, 1, 0, 1, "exact")]
    [InlineData("Ulps = 1e6", Distance, -1, 1, 0, 1, "ulps")]
    [InlineData("MaxError = 1e-4, Clamp = false", Distance, 100, 101, -1e-3, 1e-3, "0")]
    public void Doubles_of_two_variables_are_within_the_error_that_is_stated(string error, string expression, double lo, double hi, double below, double above, string measure)
    {
        using CompiledModel compiled = Run("double", error, expression, [(lo, hi), (below, above)]);
        Found<double> found = Of<double>(compiled, 2);
        Check(found, [(lo, hi), (below, above)], measure, static v => v, BitConverter.DoubleToInt64Bits, !error.Contains("Clamp"));
    }

    [Theory]
    [InlineData("MaxError = 1e-6", Bump, -1, 1, -1, 1, "0")]
    [InlineData("MaxError = 1e-3", Smile, 0.8, 1.2, 0.2, 0.5, "0")]
    [InlineData("RelativeError = 1e-5", Distance, -1, 1, 0, 1, "exact")]
    [InlineData("Ulps = 8", Distance, -1, 1, 0, 1, "ulps")]
    [InlineData("MaxError = 1e-2", "x * y + Math.Sin(x / 1000) * Math.Cos(y * 1000)", 0, 3000, 0, 0.001, "0")]
    public void Floats_of_two_variables_are_within_the_error_that_is_stated(string error, string expression, double lo, double hi, double below, double above, string measure)
    {
        using CompiledModel compiled = Run("float", error, expression, [(lo, hi), (below, above)]);
        Found<float> found = Of<float>(compiled, 2);
        Check(found, [(lo, hi), (below, above)], measure, static v => (float)v, static v => BitConverter.SingleToInt32Bits(v), true);
        Random random = new(8);
        for (int round = 0; round < 20; round++)
        {
            float[] x = [.. Enumerable.Range(0, 8).Select(_ => (float)Argument(random, lo, hi))], y = [.. Enumerable.Range(0, 8).Select(_ => (float)Argument(random, below, above))], result = new float[8];
            int[] expected = [.. x.Zip(y, (a, b) => BitConverter.SingleToInt32Bits(found.One([a, b])))];
            if (Fma.IsSupported)
            {
                Lanes<Vector256<float>>(found.Type)(Vector256.Create<float>(x), Vector256.Create<float>(y)).CopyTo(result);
                Assert.Equal(expected, Array.ConvertAll(result, BitConverter.SingleToInt32Bits));
            }
            Lanes<Vector128<float>>(found.Type)(Vector128.Create<float>(x), Vector128.Create<float>(y)).CopyTo(result);
            Assert.Equal(expected[..4], Array.ConvertAll(result[..4], BitConverter.SingleToInt32Bits));
        }
    }

    [Theory]
    [InlineData("double", "MaxError = 1e-4", Wave)]
    [InlineData("float", "MaxError = 1e-3", Wave)]
    public void Three_variables_are_within_the_error_that_is_stated(string type, string error, string expression)
    {
        (double, double)[] box = [(0, 1), (-0.5, 0.5), (0.25, 1)];
        using CompiledModel compiled = Run(type, error, expression, box);
        if (type == "double")
        {
            Check(Of<double>(compiled, 3), box, "0", static v => v, BitConverter.DoubleToInt64Bits, true);
        }
        else
        {
            Check(Of<float>(compiled, 3), box, "0", static v => (float)v, static v => BitConverter.SingleToInt32Bits(v), true);
        }
    }

    /// <summary>One variable whose interval is its parameter's.</summary>
    [Fact]
    public void An_interval_can_be_the_domain_of_the_parameter()
    {
        using CompiledModel compiled = Compile.Run("using System;\nusing Proxima;\n\npublic static partial class A\n{\n[Approximate(MaxError = 1e-6)] public static double F([Domain(-1, 1)] double x) => Math.Exp(x);\n}\n");
        Assert.Contains("from -1 to 1, approximately", compiled.Source, StringComparison.Ordinal);
    }

    /// <summary>Loops and helpers are followed; names of the text give way to the user's; other companions stand beside it.</summary>
    [Fact]
    public void Any_model_of_two_numbers_will_do_whatever_its_names_are()
    {
        using CompiledModel compiled = Compile.Run("""
            using System;
            using Proxima;

            public static partial class A
            {
                [Gradient, Batch, Approximate(MaxError = 1e-5)]
                public static double F([Domain(-1, 1)] double sum, [Domain(0.5, 1)] double @to)
                {
                    double result = 1;
                    for (int i = 1; i <= 3; i++)
                    {
                        result += Part(sum * i, to) / i;
                    }
                    return to > 0.25 ? result : 0;
                }

                [Approximate(MaxError = 1e-3)]
                public static float G([Domain(0.5, 1)] float i, [Domain(0.5, 1)] float result, [Domain(0.5, 1)] float iFrom) => MathF.Exp(i * result) / iFrom;

                private static double Part(double x, double y) => Math.Sin(x) * Math.Exp(-x * y);
            }
            """);
        Assert.Empty(compiled.Diagnostics.Where(static d => d.Id != "CS1591"));
        Type type = compiled.Load().GetType("A")!;
        Func<double, double, double> one = type.GetMethod("FApproximate", [typeof(double), typeof(double)])!.CreateDelegate<Func<double, double, double>>();
        Func<double, double, double> exact = type.GetMethod("F")!.CreateDelegate<Func<double, double, double>>();
        Func<float, float, float, float> three = type.GetMethod("GApproximate", [typeof(float), typeof(float), typeof(float)])!.CreateDelegate<Func<float, float, float, float>>();
        ThreeSpans<float> many = type.GetMethod("GApproximate", [typeof(ReadOnlySpan<float>), typeof(ReadOnlySpan<float>), typeof(ReadOnlySpan<float>), typeof(Span<float>)])!.CreateDelegate<ThreeSpans<float>>();
        Random random = new(12);
        for (int i = 0; i < 20_000; i++)
        {
            double x = (random.NextDouble() * 2) - 1, y = 0.5 + (0.5 * random.NextDouble());
            Assert.InRange(Math.Abs(one(x, y) - exact(x, y)), 0, 1e-5);
        }
        float[] column = [.. Enumerable.Range(0, 37).Select(_ => (float)(0.5 + (0.5 * random.NextDouble())))], found = new float[37];
        many(column, column, column, found);
        Assert.Equal(column.Select(v => three(v, v, v)), found);
    }

    /// <summary>A program of more multiply-adds than are inlined.</summary>
    [Fact]
    public void A_long_program_has_methods_of_its_own_and_the_same_bits()
    {
        (double, double)[] box = [(0.8, 1.25), (0.125, 0.5)];
        using CompiledModel compiled = Run("double", "MaxError = 1e-7", Smile, box);
        Assert.Contains("MethodImplOptions.NoInlining", compiled.Source, StringComparison.Ordinal);
        Check(Of<double>(compiled, 2), box, "0", static v => v, BitConverter.DoubleToInt64Bits, true);
    }

    [Fact]
    public void Spans_are_checked()
    {
        using CompiledModel compiled = Run("double", "MaxError = 1e-3", Bump, [(-1, 1), (-1, 1)]);
        TwoSpans<double> many = compiled.Load().GetType("A")!.GetMethod("FApproximate", [typeof(ReadOnlySpan<double>), typeof(ReadOnlySpan<double>), typeof(Span<double>)])!.CreateDelegate<TwoSpans<double>>();
        Assert.Throws<ArgumentException>(() => many(new double[4], new double[3], new double[4]));
        Assert.Throws<ArgumentException>(() => many(new double[3], new double[4], new double[4]));
        double[] data = new double[9];
        Assert.Throws<ArgumentException>(() => many(data.AsSpan(0, 8), new double[8], data.AsSpan(1, 8)));
        Assert.Throws<ArgumentException>(() => many(new double[8], data.AsSpan(1, 8), data.AsSpan(0, 8)));
        many(data, data, data);
    }

    private static CompiledModel Run(string type, string error, string expression, (double Lo, double Hi)[] box)
    {
        string[] names = [.. new[] { "x", "y", "z" }.Take(box.Length)];
        string parameters = string.Join(", ", names.Select((n, i) => FormattableString.Invariant($"[Domain({box[i].Lo:R}, {box[i].Hi:R})] {type} {n}")));
        string single = type == "float" ? expression.Replace("Math.", "MathF.", StringComparison.Ordinal).Replace("0.5", "0.5f", StringComparison.Ordinal) : expression;
        return Compile.Run(
            "using System;\nusing Proxima;\n\npublic static partial class A\n{\n[Approximate(" + error + ")] public static " + type + " F(" + parameters + ") => " + single + ";\n"
            + "public static double Exact(" + string.Join(", ", names.Select(static n => "double " + n)) + ") => " + expression + ";\n}\n");
    }

    private static Found<T> Of<T>(CompiledModel compiled, int variables)
    {
        Type type = compiled.Load().GetType("A")!;
        double bound = (double)type.GetField("FApproximateMaxError")!.GetRawConstantValue()!;
        MethodInfo Method(string name, Type argument, params Type[] more) => type.GetMethod(name, [.. Enumerable.Repeat(argument, variables), .. more])!;
        MethodInfo spans = Method("FApproximate", typeof(ReadOnlySpan<T>), typeof(Span<T>));
        if (variables == 2)
        {
            Func<T, T, T> two = Method("FApproximate", typeof(T)).CreateDelegate<Func<T, T, T>>();
            Func<double, double, double> exact = Method("Exact", typeof(double)).CreateDelegate<Func<double, double, double>>();
            TwoSpans<T> many = spans.CreateDelegate<TwoSpans<T>>();
            return new(x => two(x[0], x[1]), (x, y) => many(x[0], x[1], y), x => exact(x[0], x[1]), bound, type);
        }
        Func<T, T, T, T> three = Method("FApproximate", typeof(T)).CreateDelegate<Func<T, T, T, T>>();
        Func<double, double, double, double> exactly = Method("Exact", typeof(double)).CreateDelegate<Func<double, double, double, double>>();
        ThreeSpans<T> all = spans.CreateDelegate<ThreeSpans<T>>();
        return new(x => three(x[0], x[1], x[2]), (x, y) => all(x[0], x[1], x[2], y), x => exactly(x[0], x[1], x[2]), bound, type);
    }

    private static Func<TVector, TVector, TVector> Lanes<TVector>(Type type) =>
        type.GetMethod("FApproximate", BindingFlags.NonPublic | BindingFlags.Static, [typeof(TVector), typeof(TVector)])!.CreateDelegate<Func<TVector, TVector, TVector>>();

    private static void Check<T, TBits>(Found<T> found, (double Lo, double Hi)[] box, string measure, Func<double, T> round, Func<T, TBits> bits, bool hasClamps)
        where T : struct, IConvertible
    {
        double worst = 0;
        Random random = new(7);
        bool isSingle = typeof(T) == typeof(float);
        for (int i = 0; i < 30_000; i++)
        {
            T[] at = [.. box.Select((b, j) => round(i < 1 << box.Length ? ((i & (1 << j)) == 0 ? b.Lo : b.Hi) : b.Lo + ((b.Hi - b.Lo) * random.NextDouble())))];
            double exact = found.Exact([.. at.Select(static v => Convert.ToDouble(v))]);
            double error = Math.Abs(Convert.ToDouble(found.One(at)) - exact);
            double unit = isSingle ? MathF.BitIncrement((float)Math.Abs(exact)) - (float)Math.Abs(exact) : Math.BitIncrement(Math.Abs(exact)) - Math.Abs(exact);
            worst = Math.Max(worst, measure switch { "exact" => error / Math.Abs(exact), "ulps" => error / unit, _ => error });
        }
        double ofReference = measure == "ulps" ? 4 : 1e-14; // what the reference itself rounds, in doubles
        Assert.InRange(worst, found.Bound / 1.6, found.Bound + (isSingle && measure == "ulps" ? 0 : ofReference)); // a proof is not far from what happens

        // NaN in any place is NaN; what is outside is an end.
        for (int j = 0; j < box.Length; j++)
        {
            T[] middle = [.. box.Select(b => round((b.Lo + b.Hi) / 2))], end = [.. middle], outside = [.. middle], other = [.. middle];
            middle[j] = round(double.NaN);
            Assert.True(double.IsNaN(Convert.ToDouble(found.One(middle))));
            if (!hasClamps)
            {
                continue;
            }
            outside[j] = round(double.PositiveInfinity);
            end[j] = round(double.MaxValue);
            Assert.Equal(bits(found.One(outside)), bits(found.One(end)));
            end[j] = round(box[j].Lo - 5);
            other[j] = round(double.NegativeInfinity);
            Assert.Equal(bits(found.One(end)), bits(found.One(other)));
        }
        for (int length = 0; length < 70; length++)
        {
            T[][] columns = [.. box.Select(b => Enumerable.Range(0, length).Select(_ => round(hasClamps ? Argument(random, b.Lo, b.Hi) : b.Lo + ((b.Hi - b.Lo) * random.NextDouble()))).ToArray())];
            TBits[] expected = [.. Enumerable.Range(0, length).Select(i => bits(found.One([.. columns.Select(c => c[i])])))];
            T[] result = new T[length];
            found.Many(columns, result);
            Assert.Equal(expected, result.Select(bits));
            found.Many(columns, columns[^1]);
            Assert.Equal(expected, columns[^1].Select(bits));
        }
    }

    /// <summary>Mostly inside, sometimes NaN, infinite, an end, or outside.</summary>
    private static double Argument(Random random, double lo, double hi) => random.Next(12) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => double.NegativeInfinity,
        3 => lo,
        4 => hi,
        5 => hi + random.NextDouble(),
        _ => lo + ((hi - lo) * random.NextDouble()),
    };
}
