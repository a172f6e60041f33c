using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Tests.Shared;
using Xunit.Abstractions;

namespace GeneratorTests;

/// <summary>
/// The functions and tolerances on which AutoKnots (Vitenti, de Simoni, Penna-Lima and Barroso 2025), implemented anew, was measured: error at most δ·(|f| + ε) with ε = 1
/// for sine and tanh, else 0. Tables keep that everywhere and have less than a third of the pieces.
/// </summary>
public sealed class AutoKnotsTests(ITestOutputHelper output)
{
    private const int Points = 200_001;

    private static readonly (string Method, double Lo, double Hi, double Delta, double Epsilon, int Knots, Func<double, double> Exact)[] s_cases =
    [
        ("[Tabulate(0.5, 20, MaxError = 1e-6)] public static double Sine(double x) => Math.Sin(x);", 0.5, 20, 1e-6, 1, 327, Math.Sin),
        ("[Tabulate(-5, 5, RelativeError = 1e-6)] public static double Exponential(double x) => Math.Exp(x);", -5, 5, 1e-6, 0, 169, Math.Exp),
        ("[Tabulate(-5, 5, RelativeError = 1e-8)] public static double Runge(double x) => 1 / (1 + (x * x));", -5, 5, 1e-8, 0, 769, static x => 1 / (1 + (x * x))),
        ("[Tabulate(1.01, 1e4, RelativeError = 1e-8)] public static double Logarithm(double x) => Math.Log(x);", 1.01, 1e4, 1e-8, 0, 723, Math.Log),
        ("[Tabulate(-1, 1, MaxError = 1e-6)] public static double Steep(double x) => Math.Tanh(20 * x);", -1, 1, 1e-6, 1, 293, static x => Math.Tanh(20 * x)),
        ("[Tabulate(0, 10, RelativeError = 1e-8)] public static double Plateau(double x) { double d = (x - 3) / 0.1; return Math.Exp(-d * d) + 1e-3; }", 0, 10, 1e-8, 0, 1205, Bump),
    ];

    [Fact]
    public void A_third_of_the_pieces_keeps_the_tolerance_everywhere()
    {
        using CompiledModel compiled = Compile.Run("using System; using Proxima; public static partial class A {\n" + string.Join("\n", s_cases.Select(static c => c.Method)) + "\n}");
        Assert.Null(compiled.GeneratorFailure);
        Assert.Empty(compiled.Diagnostics.Where(static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        Type type = compiled.Load().GetType("A")!;
        output.WriteLine("function     AutoKnots  pieces  degree  ratio  certified    sampled");
        foreach ((string method, double lo, double hi, double delta, double epsilon, int knots, Func<double, double> exact) in s_cases)
        {
            string name = Regex.Match(method, @"double (\w+)\(").Groups[1].Value;
            Func<double, double> table = type.GetMethod(name + "Tabulated", [typeof(double)])!.CreateDelegate<Func<double, double>>();
            double bound = (double)type.GetField(name + "TabulatedMaxError")!.GetRawConstantValue()!;
            string text = compiled.Sources.Values.Single(s => s.Contains(name + "TabulatedMaxError", StringComparison.Ordinal));
            Match form = Regex.Match(text, @"/// (\d+) pieces of about equal error, polynomials of degree (\d+)");
            int pieces = int.Parse(form.Groups[1].Value, CultureInfo.InvariantCulture);
            double worst = 0;
            for (int i = 0; i < Points; i++)
            {
                double x = lo + ((hi - lo) * i / (Points - 1)), value = exact(x), error = Math.Abs(table(x) - value);
                Assert.True(error <= delta * (Math.Abs(value) + epsilon), $"{name} at {x:R}: {error:R}");
                worst = Math.Max(worst, error / (epsilon == 0 ? Math.Abs(value) : 1));
            }
            output.WriteLine(FormattableString.Invariant($"{name,-12} {knots,9}  {pieces,6}  {form.Groups[2].Value,6}  {(double)knots / pieces,5:F1}  {bound:E3}  {worst:E3}"));
            Assert.True(3 * pieces <= knots, name);
            Assert.InRange(worst, bound / 1.2, bound * (1 + 1e-6)); // the reference rounds, by 1e-16 of its values, which is 1e-8 of these errors
        }
        Assert.Equal(1.001, type.GetMethod("PlateauTabulated", [typeof(double)])!.CreateDelegate<Func<double, double>>()(3), 7);
    }

    private static double Bump(double x)
    {
        double d = (x - 3) / 0.1;
        return Math.Exp(-d * d) + 1e-3;
    }
}
