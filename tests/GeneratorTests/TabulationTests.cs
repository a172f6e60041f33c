using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Generated tables, run: the bits of the table that was proved, within the error that is stated, alone and in spans.</summary>
public sealed class TabulationTests
{
    private const string Newton = "{ double e = m; for (int i = 0; i < 6; i++) { e -= (e - 0.4 * Math.Sin(e) - m) / (1 - 0.4 * Math.Cos(e)); } return e; }";
    private const string UntilSmall = "{ double e = m, step = 1; while (Math.Abs(step) > 1e-12) { step = (e - 0.4 * Math.Sin(e) - m) / (1 - 0.4 * Math.Cos(e)); e -= step; } return e; }";

    private delegate void Spans<T>(ReadOnlySpan<T> x, Span<T> y);

    /// <summary>Equal cells, leading bits, halving and one piece; a root, an integral, a kink, an infinite slope; all three continuities.</summary>
    public static TheoryData<string, string> Doubles => new()
    {
        { "[Tabulate(0, 4, MaxError = 1e-7)] public static double F(double m) " + Newton, "equal cells" },
        { "[Tabulate(0, 4, MaxError = 1e-7, Continuity = 0)] public static double F(double m) " + Newton, "equal cells" },
        { "[Tabulate(0, 4, MaxError = 1e-6, Continuity = 1)] public static double F(double m) " + Newton, "equal cells" },
        { "[Tabulate(0, 4, MaxError = 1e-7)] public static double F(double x) { double s = 0; for (int i = 0; i < 32; i++) { double t = (i + 0.5) / 32; s += Math.Exp(-x * t * t) / 32; } return s; }", "equal cells" },
        { "[Tabulate(1.01, 1e4, RelativeError = 1e-6)] public static double F(double x) => Math.Log(x);", "leading bits" },
        { "[Tabulate(0, 1, MaxError = 1e-5)] public static double F(double x) => Math.Cbrt(x);", "found by halving" },
        { "[Tabulate(-1, 1, MaxError = 1e-9)] public static double F(double x) => Math.Abs(x - 0.3) + x * x;", "equal cells" },
        { "[Tabulate(-1, 2, MaxError = 1e-9)] public static double F(double x) => 1 + 2 * x;", "One piece" },
    };

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Doubles_have_the_bits_of_what_is_proved_and_its_error(string method, string form)
    {
        using CompiledModel compiled = Run(method);
        Assert.Contains(form, compiled.Source, StringComparison.Ordinal);
        Tabulated found = Tabulate(method, out Samples samples);
        Func<double, double> one = Method<Func<double, double>>(compiled);
        Spans<double> many = Method<Spans<double>>(compiled);
        double bound = Constant(compiled, "MaxError");
        Assert.InRange(found.Bound.Upper, 0, bound);
        Random random = new(1);
        for (int length = 0; length < 40; length++)
        {
            double[] x = Arguments(random, length, found.Table), y = new double[length];
            many(x, y);
            Assert.Equal(Array.ConvertAll(x, v => Bits(one(v))), Array.ConvertAll(y, Bits));
            Assert.Equal(Array.ConvertAll(x, v => Bits(found.Table.Run(v))), Array.ConvertAll(y, Bits));
            many(x, x);
            Assert.Equal(Array.ConvertAll(y, Bits), Array.ConvertAll(x, Bits));
        }
        bool isRelative = method.Contains("RelativeError", StringComparison.Ordinal);
        for (int i = 0; i <= 2000; i++)
        {
            double x = found.Table.Lo + ((found.Table.Hi - found.Table.Lo) * i / 2000);
            Proxima.Generator.Numerics.DoubleDouble value = samples.Value(x);
            Assert.InRange(Math.Abs((one(x) - value).Hi), 0, bound * (isRelative ? Math.Abs(value.Hi) : 1));
        }
        Assert.Equal(double.NaN, one(double.NaN));
        Assert.Equal(one(found.Table.Hi), one(double.PositiveInfinity));
        Assert.Equal(one(found.Table.Lo), one(double.NegativeInfinity));
    }

    [Theory]
    [InlineData("[Tabulate(0, 10, MaxError = 1e-5)] public static float F(float x) => MathF.Sin(x);")]
    [InlineData("[Tabulate(0, 10, MaxError = 4e-8)] public static float F(float x) => MathF.Sin(x);")] // half a unit in the last place of one is 3e-8
    [InlineData("[Tabulate(0.1, 100, RelativeError = 1e-7)] public static float F(float x) => 1 / (1 + x);")]
    public void Floats_are_rounded_once(string method)
    {
        using CompiledModel compiled = Run(method);
        Tabulated found = Tabulate(method, out Samples samples);
        Assert.True(found.IsProved);
        Func<float, float> one = Method<Func<float, float>>(compiled);
        Spans<float> many = Method<Spans<float>>(compiled);
        double bound = Constant(compiled, "MaxError");
        Random random = new(2);
        for (int length = 0; length < 40; length++)
        {
            float[] x = Array.ConvertAll(Arguments(random, length, found.Table), static v => (float)v), y = new float[length];
            many(x, y);
            Assert.Equal(Array.ConvertAll(x, v => BitConverter.SingleToInt32Bits(one(v))), Array.ConvertAll(y, BitConverter.SingleToInt32Bits));
            foreach (float v in x)
            {
                Assert.Equal(found.Table.Run(v), one(v));
                float inside = Math.Min(Math.Max(v, (float)found.Table.Lo), (float)found.Table.Hi);
                if (!float.IsNaN(v))
                {
                    double value = samples.Value(inside).Hi;
                    Assert.InRange(Math.Abs(one(v) - value), 0, bound * (method.Contains("Relative", StringComparison.Ordinal) ? Math.Abs(value) : 1));
                }
            }
        }
    }

    /// <summary>A loop that stops by what it computes has as many steps as arguments ask for, which no enclosure follows.</summary>
    [Fact]
    public async Task What_cannot_be_enclosed_is_estimated_and_nobody_takes_it_for_proved()
    {
        string method = "[Tabulate(0, 4, MaxError = 1e-7)] public static double F(double m) " + UntilSmall;
        using CompiledModel compiled = Run(method);
        double estimate = Constant(compiled, "EstimatedError");
        Assert.Null(compiled.Load().GetType("A")!.GetField("FTabulatedMaxError"));
        Assert.Contains("an estimate, not a bound", compiled.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Proved", compiled.Source, StringComparison.Ordinal);
        Func<double, double> one = Method<Func<double, double>>(compiled);
        for (int i = 0; i <= 50_000; i++)
        {
            double e = 3.6 * i / 50_000; // the root for this argument, up to 3.78
            Assert.InRange(Math.Abs(one(e - (0.4 * Math.Sin(e))) - e), 0, 1.05 * estimate);
        }
        Diagnostic warning = Assert.Single(await Analysed(method));
        Assert.Equal(("PRX0422", DiagnosticSeverity.Warning), (warning.Id, warning.Severity));
        Assert.Contains("estimated, not proved", warning.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x > 0.3 ? 1 + x : x", "'F' jumps at 0.3, from 0.3 to 1.3")]
    [InlineData("Math.Floor(3 * x)", "'F' jumps at 0.333333, from 0 to 1")]
    public async Task A_jump_is_named(string expression, string message)
    {
        Diagnostic error = Assert.Single(await Analysed("[Tabulate(0.1, 1, MaxError = 1e-6)] public static double F(double x) => " + expression + ";"));
        Assert.StartsWith(message, error.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_stands_beside_other_companions()
    {
        using CompiledModel compiled = Compile.Run(
            """
            using System;
            using Proxima;

            /// <summary>Models.</summary>
            public static partial class A
            {
                /// <summary>A model.</summary>
                [Gradient, Approximate(-1, 1, MaxError = 1e-4), Tabulate(-2, 2, MaxError = 1e-6)]
                public static double F(double y) => Math.Exp(y) * Math.Sin(y);

                /// <summary>Another.</summary>
                [Tabulate(0.5, 8, RelativeError = 1e-6, Name = "Quick")]
                public static float G(in float row) => MathF.Log(1 + row);
            }
            """,
            Compile.Strict);
        Assert.Empty(compiled.Diagnostics);
        string both = compiled.Sources.Values.Single(static s => s.Contains("FGradient(", StringComparison.Ordinal));
        Assert.Contains("FTabulated(ReadOnlySpan<double> y, Span<double> y1)", both, StringComparison.Ordinal);
        Type type = compiled.Load().GetType("A")!;
        Assert.InRange((double)type.GetField("FApproximateMaxError")!.GetRawConstantValue()!, 1e-6, 1e-4); // each has its own error
        Assert.InRange((double)type.GetField("FTabulatedMaxError")!.GetRawConstantValue()!, 0, 1e-6);
        Assert.Equal(float.NaN, type.GetMethod("QuickTabulated", [typeof(float)])!.CreateDelegate<Func<float, float>>()(float.NaN)); // overflow is checked
    }

    [Fact]
    public void Spans_are_checked()
    {
        using CompiledModel compiled = Run("[Tabulate(-1, 1, MaxError = 1e-3)] public static float F(float x) => MathF.Exp(x);");
        Spans<float> many = Method<Spans<float>>(compiled);
        Assert.Throws<ArgumentException>(() => many(new float[3], new float[4]));
        float[] data = new float[9];
        Assert.Throws<ArgumentException>(() => many(data.AsSpan(0, 8), data.AsSpan(1, 8)));
    }

    [Fact]
    public void Only_what_changes_a_table_makes_it_anew()
    {
        const string Source = "using System; using Proxima; public static partial class A { /* here */ [Tabulate(0, 1, MaxError = 1e-6)] public static double F(double x) => Math.Exp(x); }";
        CachingProject project = CachingProject.Open(("A.cs", Source), ("B.cs", "class B;"));
        Assert.Equal(CachingReasons.New, project.Reasons["F"]);
        Assert.Equal(CachingReasons.Cached, project.Edit("B.cs", "class B", "class C").Reasons["F"]);
        Assert.Equal(CachingReasons.Cached, project.Edit("A.cs", "here", "there").Reasons["F"]);
        Assert.Equal(CachingReasons.Modified, project.Edit("A.cs", "1e-6", "2e-6").Reasons["F"]);
        Assert.Equal(CachingReasons.Modified, project.Edit("A.cs", "MaxError", "RelativeError").Reasons["F"]);
        Assert.Equal(CachingReasons.Modified, project.Edit("A.cs", "1e-6", "1e-6, Continuity = 1").Reasons["F"]);
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        const string Method = "[Tabulate(0, 4, MaxError = 1e-6)] public static double F(double m) " + Newton;
        CultureInfo before = CultureInfo.CurrentCulture;
        using CompiledModel first = Run(Method);
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            Assert.Equal(Tabulate(Method, out _).Table, Tabulate(Method, out _).Table);
            using CompiledModel second = Run(Method.Replace("F(", "H("));
            Assert.Equal(first.Source, second.Source.Replace(" H(", " F(").Replace("HT", "FT").Replace("A.H", "A.F").Replace("\"H(", "\"F("));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Tabulated Tabulate(string method, out Samples samples)
    {
        Request request = Reading.OfMembers(method);
        TabulationRequest asked = request.Tabulation!;
        (Measure measure, double tolerance) = asked.MaxError != 0 ? (Measure.Absolute, asked.MaxError) : (Measure.Relative, asked.RelativeError);
        samples = Samples.Of(Nesting.Normalise(request.Module));
        return Tabulator.Find(samples, new(asked.Lo, asked.Hi, measure, tolerance, request.ResultType == ScalarType.Float, asked.Continuity));
    }

    /// <summary>Knots and their neighbours, what is special, and what is anywhere.</summary>
    private static double[] Arguments(Random random, int length, PieceTable table)
    {
        List<double> x = [];
        for (int i = 0; i < length; i++)
        {
            double knot = table.Knots.Count == 0 ? table.Lo : table.Knots[random.Next(table.Knots.Count)];
            x.Add(random.Next(12) switch
            {
                0 => double.NaN,
                1 => random.Next(2) == 0 ? double.PositiveInfinity : double.NegativeInfinity,
                2 => random.Next(2) == 0 ? 0.0 : -0.0,
                3 => random.Next(2) == 0 ? table.Hi : table.Lo,
                4 => random.Next(2) == 0 ? table.Hi + random.NextDouble() : table.Lo - random.NextDouble(),
                5 => knot,
                6 => Math.BitDecrement(knot),
                7 => Math.BitIncrement(knot),
                _ => table.Lo + ((table.Hi - table.Lo) * random.NextDouble()),
            });
        }
        return [.. x];
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);

    private static double Constant(CompiledModel compiled, string name) => (double)compiled.Load().GetType("A")!.GetField("FTabulated" + name)!.GetRawConstantValue()!;

    private static TDelegate Method<TDelegate>(CompiledModel compiled)
        where TDelegate : Delegate =>
        compiled.Load().GetType("A")!.GetMethod("FTabulated", [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(static p => p.ParameterType)])!.CreateDelegate<TDelegate>();

    private static string Source(string method) => "using System; using Proxima; public static partial class A { " + method + " }";

    private static async Task<ImmutableArray<Diagnostic>> Analysed(string method) =>
        [.. (await Compile.Analyse(Source(method))).Where(static d => d.Id.StartsWith("PRX", StringComparison.Ordinal))];

    private static CompiledModel Run(string method)
    {
        CompiledModel compiled = Compile.Run(Source(method));
        Assert.Null(compiled.GeneratorFailure);
        Assert.Empty(compiled.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString()));
        return compiled;
    }
}
