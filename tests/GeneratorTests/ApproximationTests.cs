using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Generated approximations, run: within the error that they state, and the same bits alone and in spans.</summary>
public sealed class ApproximationTests
{
    private delegate void Spans<T>(ReadOnlySpan<T> x, Span<T> y);

    [Theory]
    [InlineData("[Approximate(-1, 1, RelativeError = 1e-6)] public static float F(float x) => MathF.Tanh(x);", "tanh", -1, 1, true)]
    [InlineData("[Approximate(-10, 10, MaxError = 1e-5)] public static float F(float x) => 1 / (1 + MathF.Exp(-x));", "sigmoid", -10, 10, false)]
    [InlineData("[Approximate(-4, 4, MaxError = 1e-3)] public static float F(float x) => 1 / (1 + MathF.Exp(-x));", "sigmoid", -4, 4, false)]
    [InlineData("[Approximate(-10, 10, MaxError = 1e-3, Segments = 20)] public static float F(float x) => 1 / (1 + MathF.Exp(-x));", "sigmoid", -10, 10, false)]
    [InlineData("[Approximate(1, 2, RelativeError = 2e-7)] public static float F(float x) => MathF.Log(x) + 1;", "log", 1, 2, true)]
    public void Floats_are_within_the_error_that_is_stated(string method, string function, double lo, double hi, bool isRelative)
    {
        using CompiledModel compiled = Run(method);
        Func<float, float> one = Method<Func<float, float>>(compiled);
        Spans<float> many = Method<Spans<float>>(compiled);
        double bound = (double)compiled.Load().GetType("A")!.GetField("FApproximateMaxError")!.GetRawConstantValue()!;
        Func<double, double> exact = Exact(function);
        double worst = 0;
        for (int i = 0; i <= 100_000; i++)
        {
            float x = (float)(lo + ((hi - lo) * i / 100_000));
            if (x != 0 || !isRelative)
            {
                worst = Math.Max(worst, Math.Abs(one(x) - exact(x)) / (isRelative ? Math.Abs(exact(x)) : 1));
            }
        }
        Assert.InRange(worst, bound / 1.5, bound); // a proof is not far from what happens
        Assert.Equal(float.NaN, one(float.NaN));
        Assert.Equal(one((float)hi), one(float.PositiveInfinity));
        Assert.Equal(one((float)lo), one(float.NegativeInfinity));
        Random random = new(1);
        for (int length = 0; length < 70; length++)
        {
            float[] x = Arguments(random, length, lo, hi).ConvertAll(static v => (float)v).ToArray(), y = new float[length];
            many(x, y);
            Assert.Equal(Array.ConvertAll(x, v => BitConverter.SingleToInt32Bits(one(v))), Array.ConvertAll(y, BitConverter.SingleToInt32Bits));
            many(x, x);
            Assert.Equal(Array.ConvertAll(y, BitConverter.SingleToInt32Bits), Array.ConvertAll(x, BitConverter.SingleToInt32Bits));
        }
    }

    /// <summary>The best error is zero, of which an exponent was once asked for ever.</summary>
    [Theory]
    [InlineData("1 + (2 * x)", 1.5f)]
    public void What_is_a_polynomial_already_is_kept(string expression, float atQuarter)
    {
        using CompiledModel compiled = Run("[Approximate(-1, 1, MaxError = 1e-6)] public static float F(float x) => " + expression + ";");
        Assert.Equal(atQuarter, Method<Func<float, float>>(compiled)(0.25f));
    }

    [Theory]
    [InlineData("0.5f")]
    [InlineData("0f")]
    [InlineData("x")]
    [InlineData("MathF.Max(x, 2)")]
    public async System.Threading.Tasks.Task What_needs_no_approximation_has_none(string expression)
    {
        System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> found =
            await Compile.Analyse("using System;\nusing Proxima;\n\npublic static partial class A\n{\n[Approximate(-1, 1, MaxError = 1e-6)] public static float F(float x) => " + expression + ";\n}\n");
        Assert.Contains("it is a constant or its argument there", Assert.Single(found, static d => d.Id.StartsWith("PRX", StringComparison.Ordinal)).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Approximate(-3, 3, MaxError = 1e-12)] public static double F(double x) => Math.Exp(-x * x / 2);", "gauss", -3, 3)]
    [InlineData("[Approximate(0.5, 2.5, MaxError = 1e-7)] public static double F(double x) => Math.Exp(-x * x) * x;", "bump", 0.5, 2.5)]
    [InlineData("[Approximate(-1, 1, MaxError = 1e-3, Segments = 5)] public static double F(double x) { double s = 1; for (int i = 8; i > 0; i--) { s = 1 + s * x / i; } return s; }", "exp8", -1, 1)]
    public void Doubles_are_within_the_error_that_is_stated(string method, string function, double lo, double hi)
    {
        using CompiledModel compiled = Run(method);
        Func<double, double> one = Method<Func<double, double>>(compiled);
        Spans<double> many = Method<Spans<double>>(compiled);
        double bound = (double)compiled.Load().GetType("A")!.GetField("FApproximateMaxError")!.GetRawConstantValue()!;
        double worst = 0;
        for (int i = 0; i <= 100_000; i++)
        {
            double x = lo + ((hi - lo) * i / 100_000);
            worst = Math.Max(worst, Math.Abs(one(x) - Exact(function)(x)));
        }
        Assert.InRange(worst, bound / 1.5, bound + 1e-15); // the reference's own rounding
        Random random = new(2);
        for (int length = 0; length < 40; length++)
        {
            double[] x = [.. Arguments(random, length, lo, hi)], y = new double[length];
            many(x, y);
            Assert.Equal(Array.ConvertAll(x, v => BitConverter.DoubleToInt64Bits(one(v))), Array.ConvertAll(y, BitConverter.DoubleToInt64Bits));
        }
    }

    /// <summary>Reduced arguments: alone, in spans of any length, and in vectors of every width the same bits, NaN and what is outside of the interval included.</summary>
    [Theory]
    [InlineData("[Approximate(-80, 80, Ulps = 1)] public static float F(float x) => MathF.Exp(x);", -80, 80)]
    [InlineData("[Approximate(-80, 80, Ulps = 2)] public static float F(float x) => MathF.Exp(x);", -80, 80)]
    [InlineData("[Approximate(-80, 80, RelativeError = 1e-3)] public static float F(float x) => MathF.Exp(x);", -80, 80)]
    [InlineData("[Approximate(1e-30, 1e30, Ulps = 2)] public static float F(float x) => MathF.Log(x);", 1e-30, 1e30)]
    [InlineData("[Approximate(-100, 100, Ulps = 2.4)] public static float F(float x) => MathF.Sin(x);", -100, 100)]
    [InlineData("[Approximate(-100, 100, MaxError = 1e-6)] public static float F(float x) => MathF.Cos(x);", -100, 100)]
    [InlineData("[Approximate(-10, 10, Ulps = 4.5)] public static float F(float x) => MathF.Tanh(x);", -10, 10)]
    [InlineData("[Approximate(-20, 20, Ulps = 4)] public static float F(float x) => 1 / (1 + MathF.Exp(-x));", -20, 20)]
    [InlineData("[Approximate(-10, 10, MaxError = 1e-5)] public static float F(float x) => 1 / (1 + MathF.Exp(-x));", -10, 10)]
    public void All_widths_give_the_same_bits(string method, double lo, double hi)
    {
        using CompiledModel compiled = Run(method);
        Func<float, float> one = Method<Func<float, float>>(compiled);
        Spans<float> many = Method<Spans<float>>(compiled);
        Random random = new(3);
        for (int length = 0; length < 70; length++)
        {
            float[] x = Arguments(random, length, lo, hi).ConvertAll(static v => (float)v).ToArray(), y = new float[length];
            many(x, y);
            Assert.Equal(Array.ConvertAll(x, v => BitConverter.SingleToInt32Bits(one(v))), Array.ConvertAll(y, BitConverter.SingleToInt32Bits));
        }
        Assert.Equal(float.NaN, one(float.NaN));
        Assert.Equal(one((float)hi), one(float.PositiveInfinity));
        Assert.Equal(one((float)lo), one(float.NegativeInfinity));
        Type type = compiled.Load().GetType("A")!;
        for (int round = 0; round < 20; round++)
        {
            float[] x = [.. Arguments(random, 8, lo, hi).ConvertAll(static v => (float)v)], y = new float[8];
            if (Fma.IsSupported && Lanes<Vector256<float>>(type) is { } eight)
            {
                eight(Vector256.Create<float>(x)).CopyTo(y);
                Assert.Equal(Array.ConvertAll(x, v => BitConverter.SingleToInt32Bits(one(v))), Array.ConvertAll(y, BitConverter.SingleToInt32Bits));
            }
            if (Lanes<Vector128<float>>(type) is { } four)
            {
                four(Vector128.Create<float>(x)).CopyTo(y);
                Assert.Equal(Array.ConvertAll(x[..4], v => BitConverter.SingleToInt32Bits(one(v))), Array.ConvertAll(y[..4], BitConverter.SingleToInt32Bits));
            }
        }
    }

    [Theory]
    [InlineData("[Approximate(-700, 700, Ulps = 1.5)] public static double F(double x) => Math.Exp(x);", -700, 700)]
    [InlineData("[Approximate(1e-300, 1e300, Ulps = 2.5)] public static double F(double x) => Math.Log(x);", 1e-300, 1e300)]
    [InlineData("[Approximate(-100, 100, Ulps = 2.4)] public static double F(double x) => Math.Sin(x);", -100, 100)]
    public void All_widths_of_doubles_give_the_same_bits(string method, double lo, double hi)
    {
        using CompiledModel compiled = Run(method);
        Func<double, double> one = Method<Func<double, double>>(compiled);
        Spans<double> many = Method<Spans<double>>(compiled);
        Random random = new(4);
        for (int length = 0; length < 40; length++)
        {
            double[] x = [.. Arguments(random, length, lo, hi)], y = new double[length];
            many(x, y);
            Assert.Equal(Array.ConvertAll(x, v => BitConverter.DoubleToInt64Bits(one(v))), Array.ConvertAll(y, BitConverter.DoubleToInt64Bits));
        }
        Type type = compiled.Load().GetType("A")!;
        for (int round = 0; round < 20; round++)
        {
            double[] x = [.. Arguments(random, 4, lo, hi)], y = new double[4];
            if (Fma.IsSupported && Lanes<Vector256<double>>(type) is { } four)
            {
                four(Vector256.Create<double>(x)).CopyTo(y);
                Assert.Equal(Array.ConvertAll(x, v => BitConverter.DoubleToInt64Bits(one(v))), Array.ConvertAll(y, BitConverter.DoubleToInt64Bits));
            }
        }
    }

    /// <summary>The private method of one vector, where there is one of its width.</summary>
    private static Func<TVector, TVector>? Lanes<TVector>(Type type) =>
        type.GetMethod("FApproximate", BindingFlags.NonPublic | BindingFlags.Static, [typeof(TVector)])?.CreateDelegate<Func<TVector, TVector>>();

    private delegate double Slopes(double x, out double derivative);

    private delegate float SingleSlopes(float x, out float derivative);

    private delegate void SlopeSpans<T>(ReadOnlySpan<T> x, Span<T> y, Span<T> derivative);

    /// <summary>Value and derivative: the value's own bits, the derivative within its stated bound, and the same bits in spans of any length.</summary>
    [Theory]
    [InlineData("[Approximate(-3, 3, MaxError = 1e-9, Derivative = true)] public static double F(double x) => Math.Exp(-x * x / 2);", -3, 3)]
    [InlineData("[Approximate(-3, 3, MaxError = 1e-4, Segments = 8, Derivative = true)] public static double F(double x) => Math.Exp(-x * x / 2);", -3, 3)]
    [InlineData("[Approximate(-30, 30, MaxError = 1e-10, Derivative = true)] public static double F(double x) => Math.Exp(-x * x / 2);", -30, 30)]
    public void Values_and_derivatives_of_doubles(string method, double lo, double hi)
    {
        using CompiledModel compiled = Run(method);
        Func<double, double> one = Method<Func<double, double>>(compiled);
        Slopes both = Method<Slopes>(compiled, "FApproximateDerivative");
        SlopeSpans<double> many = Method<SlopeSpans<double>>(compiled, "FApproximateDerivative");
        double bound = (double)compiled.Load().GetType("A")!.GetField("FApproximateDerivativeMaxError")!.GetRawConstantValue()!, worst = 0;
        for (int i = 0; i <= 50_000; i++)
        {
            double x = lo + ((hi - lo) * i / 50_000);
            Assert.Equal(one(x), both(x, out double slope));
            worst = Math.Max(worst, Math.Abs(slope - (-x * Math.Exp(-x * x / 2))));
        }
        Assert.InRange(worst, bound / 20, bound + 1e-15); // the reference's own rounding; rounding analysis of a derivative knows less of signs than of the value's
        Random random = new(5);
        for (int length = 0; length < 40; length++)
        {
            double[] x = [.. Arguments(random, length, lo, hi)], y = new double[length], slopes = new double[length];
            many(x, y, slopes);
            for (int i = 0; i < length; i++)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(both(x[i], out double slope)), BitConverter.DoubleToInt64Bits(y[i]));
                Assert.Equal(BitConverter.DoubleToInt64Bits(slope), BitConverter.DoubleToInt64Bits(slopes[i]));
            }
            double[] inPlace = [.. x];
            many(inPlace, y, inPlace);
            Assert.Equal(slopes, inPlace);
        }
        Assert.Throws<ArgumentException>(() => many(new double[2], new double[2], new double[3]));
        double[] same = new double[8];
        Assert.Throws<ArgumentException>(() => many(new double[8], same, same));
    }

    [Theory]
    [InlineData("[Approximate(-4, 4, MaxError = 1e-4, Derivative = true)] public static float F(float x) => 1 / (1 + MathF.Exp(-x));", -4, 4)]
    [InlineData("[Approximate(-40, 40, MaxError = 1e-6, Derivative = true)] public static float F(float x) => 1 / (1 + MathF.Exp(-x));", -40, 40)]
    [InlineData("[Approximate(-4, 4, MaxError = 1e-3, Derivative = true, Latency = true, Exact = new[] { 0.0 })] public static float F(float x) => 1 / (1 + MathF.Exp(-x));", -4, 4)]
    public void Values_and_derivatives_of_floats_at_every_width(string method, double lo, double hi)
    {
        using CompiledModel compiled = Run(method);
        SingleSlopes both = Method<SingleSlopes>(compiled, "FApproximateDerivative");
        SlopeSpans<float> many = Method<SlopeSpans<float>>(compiled, "FApproximateDerivative");
        double bound = (double)compiled.Load().GetType("A")!.GetField("FApproximateDerivativeMaxError")!.GetRawConstantValue()!;
        for (int i = 0; i <= 50_000; i++)
        {
            float x = (float)(lo + ((hi - lo) * i / 50_000));
            both(x, out float slope);
            double value = 1 / (1 + Math.Exp(-(double)x));
            Assert.InRange(Math.Abs(slope - (value * (1 - value))), 0, bound);
        }
        Random random = new(6);
        Type type = compiled.Load().GetType("A")!;
        for (int length = 0; length < 70; length++)
        {
            float[] x = Arguments(random, length, lo, hi).ConvertAll(static v => (float)v).ToArray(), y = new float[length], slopes = new float[length];
            many(x, y, slopes);
            Check(x, y, slopes);
            if (length >= 8 && Fma.IsSupported && SlopeLanes<Vector256<float>>(type) is { } eight)
            {
                eight(Vector256.Create<float>(x), out Vector256<float> found).CopyTo(y);
                found.CopyTo(slopes);
                Check(x[..8], y, slopes);
            }
            if (length >= 4 && SlopeLanes<Vector128<float>>(type) is { } four)
            {
                four(Vector128.Create<float>(x), out Vector128<float> found).CopyTo(y);
                found.CopyTo(slopes);
                Check(x[..4], y, slopes);
            }
        }

        void Check(float[] x, float[] y, float[] slopes)
        {
            for (int i = 0; i < x.Length; i++)
            {
                Assert.Equal(BitConverter.SingleToInt32Bits(both(x[i], out float slope)), BitConverter.SingleToInt32Bits(y[i]));
                Assert.Equal(BitConverter.SingleToInt32Bits(slope), BitConverter.SingleToInt32Bits(slopes[i]));
            }
        }
    }

    /// <summary>A negation whose operand's name comes again, two negations, a product that value and derivative share: the text is what was proved.</summary>
    [Theory]
    [InlineData("MathF.Cos(x) * MathF.Sin(2 * x)", 0)]
    [InlineData("1 - MathF.Cos(x)", 1)]
    [InlineData("MathF.Sin(x) * MathF.Cos(x) + 1", 2)]
    public void The_text_of_a_derivative_is_what_was_proved(string expression, int which)
    {
        using CompiledModel compiled = Run("[Approximate(-90, 90, MaxError = 1e-4, Derivative = true)] public static float F(float x) => " + expression + ";");
        Func<float, float> one = Method<Func<float, float>>(compiled);
        SingleSlopes both = Method<SingleSlopes>(compiled, "FApproximateDerivative");
        SlopeSpans<float> many = Method<SlopeSpans<float>>(compiled, "FApproximateDerivative");
        double bound = (double)compiled.Load().GetType("A")!.GetField("FApproximateDerivativeMaxError")!.GetRawConstantValue()!;
        float[] x = [.. Enumerable.Range(0, 4001).Select(static i => (float)(-90 + (0.045 * i)))], y = new float[x.Length], slopes = new float[x.Length];
        many(x, y, slopes);
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i];
            double exact = which switch
            {
                0 => (-Math.Sin(v) * Math.Sin(2 * v)) + (2 * Math.Cos(v) * Math.Cos(2 * v)),
                1 => Math.Sin(v),
                _ => Math.Cos(2 * v),
            };
            Assert.Equal(one(x[i]), both(x[i], out float slope));
            Assert.Equal(slope, slopes[i]);
            Assert.Equal(one(x[i]), y[i]);
            Assert.InRange(Math.Abs(slope - exact), 0, bound);
        }
        Assert.InRange(bound, 0, 0.01);
    }

    private delegate TVector SlopeOfLanes<TVector>(TVector x, out TVector derivative);

    private static SlopeOfLanes<TVector>? SlopeLanes<TVector>(Type type) =>
        type.GetMethod("FApproximateDerivative", BindingFlags.NonPublic | BindingFlags.Static, [typeof(TVector), typeof(TVector).MakeByRefType()])?.CreateDelegate<SlopeOfLanes<TVector>>();

    [Fact]
    public void Exact_arguments_give_the_nearest_numbers()
    {
        using CompiledModel compiled = Run("[Approximate(-2, 2, MaxError = 1e-3, Exact = new[] { 0.0, 1.0, -2.0 })] public static float F(float x) => 1 / (1 + MathF.Exp(-x));");
        Func<float, float> one = Method<Func<float, float>>(compiled);
        Assert.Equal(0.5f, one(0));
        Assert.Equal((float)(1 / (1 + Math.Exp(-1))), one(1));
        Assert.Equal((float)(1 / (1 + Math.Exp(2))), one(-2));
        Assert.Contains("At 0, 1 and -2 the result is the float nearest to the value.", compiled.Source);
    }

    [Fact]
    public void Spans_are_checked()
    {
        using CompiledModel compiled = Run("[Approximate(-1, 1, MaxError = 1e-3)] public static float F(float x) => MathF.Exp(x);");
        Spans<float> many = Method<Spans<float>>(compiled);
        Assert.Throws<ArgumentException>(() => many(new float[3], new float[4]));
        float[] data = new float[9];
        Assert.Throws<ArgumentException>(() => many(data.AsSpan(0, 8), data.AsSpan(1, 8)));
    }

    /// <summary>In a project that checks overflow the index of NaN must not throw.</summary>
    [Fact]
    public void The_text_compiles_beside_a_gradient_and_hides_nothing()
    {
        using CompiledModel compiled = Run("[Gradient, Approximate(-1, 1, MaxError = 1e-4)] public static double F(double y) => Math.Exp(y) * Math.Sin(y);");
        Assert.Contains("FGradient(", compiled.Source);
        Assert.Contains("FApproximate(ReadOnlySpan<double> y, Span<double> y1)", compiled.Source);
    }

    private static List<double> Arguments(Random random, int length, double lo, double hi)
    {
        List<double> x = [];
        for (int i = 0; i < length; i++)
        {
            x.Add(random.Next(12) switch
            {
                0 => double.NaN,
                1 => random.Next(2) == 0 ? double.PositiveInfinity : double.NegativeInfinity,
                2 => random.Next(2) == 0 ? 0.0 : -0.0,
                3 => hi + random.NextDouble(),
                4 => lo - random.NextDouble(),
                5 => hi,
                6 => lo,
                _ => lo + ((hi - lo) * random.NextDouble()),
            });
        }
        return x;
    }

    private static Func<double, double> Exact(string function) => function switch
    {
        "tanh" => Math.Tanh,
        "sigmoid" => static x => 1 / (1 + Math.Exp(-x)),
        "log" => static x => Math.Log(x) + 1,
        "gauss" => static x => Math.Exp(-x * x / 2),
        "bump" => static x => Math.Exp(-x * x) * x,
        _ => ExponentialSeries,
    };

    private static double ExponentialSeries(double x)
    {
        double sum = 1;
        for (int i = 8; i > 0; i--)
        {
            sum = 1 + (sum * x / i);
        }
        return sum;
    }

    private static TDelegate Method<TDelegate>(CompiledModel compiled, string name = "FApproximate")
        where TDelegate : Delegate =>
        compiled.Load().GetType("A")!.GetMethod(name, [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(static p => p.ParameterType)])!.CreateDelegate<TDelegate>();

    private static CompiledModel Run(string method)
    {
        CompiledModel compiled = Compile.Run("using System; using Proxima; public static partial class A { " + method + " }");
        Assert.Empty(compiled.Diagnostics.Where(static d => d.Id != "CS1591")); // the model above has no comments
        return compiled;
    }
}
