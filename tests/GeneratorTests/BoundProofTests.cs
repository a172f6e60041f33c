using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Pipeline;

namespace GeneratorTests;

/// <summary>What is proved on the domain of a model: the constant, the direction of each variable, and why there is none.</summary>
public sealed class BoundProofTests
{
    private const double Ulp = 2.220446049250313e-16; // 2⁻⁵²

    /// <summary>The exact constants are known; what is written is not below them, and above by no more than the gap that the search leaves.</summary>
    [Theory]
    [InlineData("[Domain(-1, 2)] double x", "x * x", 4)]
    [InlineData("[Domain(0, 10)] double x", "Math.Sin(x)", 1)]
    [InlineData("[Domain(1, 2)] double x", "Math.Sin(x)", 0.5403023058681398)] // cos 1
    [InlineData("[Domain(-2, 3)] double x", "Math.Exp(x)", 20.085536923187668)] // e³
    [InlineData("[Domain(-2, 3)] double x, [Domain(-1, 1)] double y", "x * y + 3 * y", 7)] // |y| + |x + 3|
    [InlineData("[Domain(-1, 2)] double x, [Domain(-1, 1)] double y", "Math.Max(x, 0) + 2 * Math.Abs(y)", 3)]
    [InlineData("[Domain(-4, 4)] double x", "Math.Tanh(3 * x)", 3)]
    [InlineData("[Domain(0, double.PositiveInfinity)] double x", "Math.Exp(-x)", 1)]
    [InlineData("[Domain(1, 1)] double x", "x * x", 2)]
    [InlineData("[Domain(-5, 5)] double x", "1 / (1 + Math.Exp(-2 * x))", 0.5)]
    [InlineData("[Domain(-1, 1)] ReadOnlySpan<double> x", "x[0] * x[1] + x[3]", 3)]
    [InlineData("[Domain(-1, 1)] System.Numerics.Vector2 v", "v.X * v.Y - 2.0 * v.X", 4)]
    [InlineData("[Domain(-1, 1)] (double A, double B) p", "p.A * p.B", 2)]
    public void A_constant_encloses_the_exact_one(string parameters, string formula, double exact)
    {
        double constant = ConstantOf(Compile("[Lipschitz]", parameters, formula));
        Assert.InRange(constant, exact * (1 - Ulp), (exact * (1 + 1.1e-6)) + Ulp); // the exact one is rounded itself
    }

    [Theory]
    [InlineData("Infinity", 7)] // the largest change: |∂x| + |∂y|
    [InlineData("One", 5)] // the sum: the larger of the two
    [InlineData("Two", 5.385164807134504)] // √(2² + 5²)
    public void A_constant_is_in_the_norm_that_was_asked_for(string norm, double exact)
    {
        Compiled compiled = Compile($"[Lipschitz(Norm = Norm.{norm})]", "[Domain(-2, 2)] double x, [Domain(-1, 2)] double y", "x * y + 3 * x");
        Assert.InRange(ConstantOf(compiled), exact * (1 - Ulp), exact * (1 + 1.1e-6));
    }

    [Fact]
    public void A_float_model_has_a_double_constant()
    {
        Compiled compiled = RequestCompiler.Compile(Reading.OfMembers("[Lipschitz] public static float F([Domain(-1, 1)] float x) => MathF.Exp(x) * 0.1f;"));
        Assert.InRange(ConstantOf(compiled), 0.1f * Math.E * (1 - Ulp), 0.1f * Math.E * (1 + 1.1e-6));
    }

    /// <summary>The message tells the value, what it is for, a slope that is met, and how close both are.</summary>
    [Fact]
    public void The_constant_is_said()
    {
        Note note = Assert.Single(Compile("[Lipschitz]", "[Domain(-1, 2)] double x, [Domain(0, 1)] double y", "x * x + y").Notes, static n => n.Id == DiagnosticIds.LipschitzConstant);
        Assert.Equal(
            ["F", "5", "the largest change of an input", "x in [-1, 2], y in [0, 1]", "no constant is below 5, the slope at (x = 2, y = 1). No gap after no split of the domain"], note.Arguments);
    }

    [Theory]
    [InlineData("x > 0.5 ? 1 + x : x", DiagnosticIds.UnprovedBorder)]
    [InlineData("Math.Floor(x)", DiagnosticIds.UnprovedBorder)]
    [InlineData("Math.Sqrt(x)", DiagnosticIds.UnboundedSlope)]
    [InlineData("Math.Log(x)", DiagnosticIds.UnboundedSlope)]
    [InlineData("Math.Pow(x, 0.3)", DiagnosticIds.UnboundedSlope)]
    [InlineData("Math.Cbrt(x - 0.5)", DiagnosticIds.UnboundedSlope)]
    [InlineData("Math.Asin(x)", DiagnosticIds.UnboundedSlope)]
    [InlineData("Math.Tan(2 * x)", DiagnosticIds.UnboundedSlope)]
    [InlineData("Math.Atanh(x)", DiagnosticIds.UnboundedSlope)]
    [InlineData("1 / (x - 0.3)", DiagnosticIds.DivisionByZero)]
    [InlineData("Math.Pow(x - 0.3, -3)", DiagnosticIds.DivisionByZero)]
    [InlineData("Math.Log(x - 0.3)", DiagnosticIds.DomainError)]
    [InlineData("Math.Acos(2 * x)", DiagnosticIds.DomainError)]
    public void An_infinite_constant_says_so_and_why(string formula, string id)
    {
        Compiled compiled = Compile("[Lipschitz]", "[Domain(0, 1)] double x", formula);
        Assert.Contains("public const double FLipschitzConstant = double.PositiveInfinity;", compiled.Source);
        Assert.Equal("+∞", Assert.Single(compiled.Notes, static n => n.Id == DiagnosticIds.LipschitzConstant).Arguments[1]);
        Assert.Single(compiled.Notes, note => note.Id == id);
    }

    /// <summary>Where the constant is finite every argument is proved to stay away from what is dangerous, whatever one evaluation on the whole domain says.</summary>
    [Theory]
    [InlineData("1 / (x * x - x + 1)")]
    [InlineData("Math.Sqrt(1 + x * x - x)")]
    [InlineData("Math.Log(2 + Math.Sin(3 * x) * Math.Cos(x))")]
    public void A_finite_constant_comes_without_warnings(string formula)
    {
        Compiled compiled = Compile("[Lipschitz]", "[Domain(-1, 2)] double x", formula);
        Assert.True(double.IsFinite(ConstantOf(compiled)));
        Assert.DoesNotContain(compiled.Notes, static n => n.Id is DiagnosticIds.UnboundedSlope or DiagnosticIds.DivisionByZero or DiagnosticIds.DomainError);
    }

    /// <summary>The numbers that the README tells.</summary>
    [Fact]
    public void The_credit_score_has_the_constant_that_the_readme_tells()
    {
        const string Formula = "1 / (1 + Math.Exp(-(0.8 * income - 1.3 * debt + 0.02 * age * Math.Sqrt(income))))", Others = ", [Domain(0, 5)] double debt, [Domain(18, 99)] double age";
        Compiled proved = Compile("[Lipschitz(Max = 0.8), Monotone(nameof(income), Direction.Increasing)]", "[Domain(1, 10)] double income" + Others, Formula);
        Assert.InRange(ConstantOf(proved), 0.7774999, 0.7775007);
        Compiled fromZero = Compile("[Lipschitz]", "[Domain(0, 10)] double income" + Others, Formula);
        Assert.Equal(double.PositiveInfinity, ConstantOf(fromZero));
        Assert.Equal("sqrt", Assert.Single(fromZero.Notes, static n => n.Id == DiagnosticIds.UnboundedSlope).Arguments[0]);
    }

    [Theory]
    [InlineData("Math.Exp(x) - y * y * y", "never falls with x, never grows with y")]
    [InlineData("x * x * x + Math.Sqrt(y)", "never falls with x, never falls with y")]
    [InlineData("Math.Atan(x) / (1 + y)", "never falls with x")]
    public void Monotone_variables_are_said(string formula, string expected)
    {
        Note note = Assert.Single(Compile("[Lipschitz]", "[Domain(-1, 1)] double x, [Domain(0, 1)] double y", formula).Notes, static n => n.Id == DiagnosticIds.MonotoneVariables);
        Assert.Equal(["F", expected, "x in [-1, 1], y in [0, 1]"], note.Arguments);
    }

    /// <summary>On both sides of a pole the slope has one sign, and the function still goes both ways.</summary>
    [Theory]
    [InlineData("1 / x")]
    [InlineData("Math.Tanh(1 / x)")]
    [InlineData("Math.Pow(x, -3)")]
    [InlineData("Math.Tan(2 * x)")]
    [InlineData("Math.Log(x + 3, x + 1.5)")]
    [InlineData("Proxima.Special.Digamma(x)")]
    [InlineData("double.RootN(x, -3)")]
    public void Nothing_is_monotone_across_a_pole(string formula) =>
        Assert.DoesNotContain(Compile("[Lipschitz]", "[Domain(-1, 1)] double x", formula).Notes, static n => n.Id == DiagnosticIds.MonotoneVariables);

    [Theory]
    [InlineData("[Domain(0, 1)] double x, double y", "x * y", "'y' has no [Domain]")]
    [InlineData("[Domain(0, 1)] double x, [Constant] double k", "x * k", "'k' is held constant, at a value that is not known at build time")]
    [InlineData("[Domain(0, 1)] double x, int n", "x * n", "'n' is held constant, at a value that is not known at build time")]
    [InlineData("[Domain(0, 1)] double x, [Constant] double[] w", "x * w[0]", "'w' is held constant, at a value that is not known at build time")]
    [InlineData("[Domain(0, 1)] double[] x", "x[x.Length - 1]", "it asks how long 'x' is, which is not known at build time")]
    [InlineData("[Domain(0, 1)] double[] x", "x[2000]", "it reads more than 1024 elements of an array, or outside one")]
    [InlineData("[Domain(0, 1)] double x", "x < 0.5 ? x : x * s_two[2]; private static readonly double[] s_two = [1.0, 2.0]", "it may read outside an array somewhere on the domain")]
    [InlineData("[Domain(0, 1)] double x", "Early(x); private static double Early(double x) { int n = 3; while (n > 0) { n--; } if (n == 0) { throw new System.InvalidOperationException(); } return x; }", "it throws an exception at every point of the domain")]
    public void Where_there_is_no_constant_the_reason_is_said(string parameters, string formula, string reason)
    {
        Compiled compiled = Compile("[Lipschitz]", parameters, formula);
        Assert.Equal(["F", reason], Assert.Single(compiled.Notes, static n => n.Id == DiagnosticIds.NoConstant).Arguments);
        Assert.DoesNotContain("LipschitzConstant", compiled.Source);
        Assert.Contains("FLipschitz(", compiled.Source);
    }

    /// <summary>The slope −5 is that of no point but one, which no constant has to bound.</summary>
    [Fact]
    public void A_slope_of_one_point_alone_is_nothing_that_no_constant_is_below() =>
        Assert.Contains("no constant is below 1, the slope at (x = ", Assert.Single(Compile("[Lipschitz]", "[Domain(-1, 1)] double x", "x == 0 ? -5 * x : x").Notes, static n => n.Id == DiagnosticIds.LipschitzConstant).Arguments[4]);

    [Fact]
    public void A_model_without_domains_is_told_nothing() => Assert.Empty(Compile("[Lipschitz]", "double x, double y", "x * y").Notes);

    /// <summary>The budget is a count: it ends the search at the same split everywhere, and the message says how to go on.</summary>
    [Fact]
    public void A_search_that_its_budget_ends_says_how_to_go_on()
    {
        const string Parameters = "[Domain(-3, 3)] double x, [Domain(-3, 3)] double y, [Domain(-3, 3)] double z";
        const string Formula = "Math.Sin(x * y + z) * Math.Exp(-x * z) * Math.Cos(y - x * z)";
        Compiled few = Compile("[Lipschitz(Splits = 20)]", Parameters, Formula), more = Compile("[Lipschitz(Splits = 200)]", Parameters, Formula);
        string said = Assert.Single(few.Notes, static n => n.Id == DiagnosticIds.LipschitzConstant).Arguments[4];
        Assert.EndsWith("after 20 splits of the domain; [Lipschitz(Splits = 1000)] searches longer", said);
        Assert.True(ConstantOf(more) < ConstantOf(few));
    }

    /// <summary>One evaluation of this loop is more than a search may do.</summary>
    [Fact]
    public void A_model_that_is_too_long_has_no_constant()
    {
        Compiled compiled = Compile("[Lipschitz]", "[Domain(0, 1)] double x", "Long(x); private static double Long(double x) { double s = 0; for (int i = 0; i < 2000000000; i++) { s = 0.5 * s + x; } return s; }");
        Assert.Equal("one evaluation of its bounds takes more than the budget of a search", Assert.Single(compiled.Notes, static n => n.Id == DiagnosticIds.NoConstant).Arguments[1]);
    }

    internal static double ConstantOf(Compiled compiled)
    {
        Match match = Regex.Match(compiled.Source, @"public const double FLipschitzConstant = (\S+);");
        Assert.True(match.Success, string.Join("\n", compiled.Notes));
        return match.Groups[1].Value == "double.PositiveInfinity" ? double.PositiveInfinity : double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    internal static Compiled Compile(string attributes, string parameters, string formula)
    {
        string body = formula.EndsWith('}') ? formula : formula + ";";
        Compiled compiled = RequestCompiler.Compile(Reading.OfMembers(attributes + " public static double F(" + parameters + ") => " + body));
        Assert.DoesNotContain(compiled.Notes, static n => n.Id == DiagnosticIds.InternalError);
        return compiled;
    }
}
