using System.Linq;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Pipeline;

namespace GeneratorTests;

/// <summary>What has no bounds, or an infinite one, is said where it stands; everything else of the model is generated.</summary>
public sealed class BoundDiagnosticTests
{
    [Theory]
    [InlineData("return x > 1 ? x * x : 0;", "return x > 1 ? x * x : 0;")]
    [InlineData("if (x * y > 1) { return x; } return y;", "if (x * y > 1)")]
    [InlineData("double[] a = new double[2]; if (x > 0) { a[0] = 1; } return a[0] * y + x;", "a[0] = 1;")]
    [InlineData("if (x > 0 && y > 0) { return x * y; } return y;", "if (x > 0 && y > 0)")]
    public void A_border_that_is_not_proved_is_said(string body, string where)
    {
        Compiled compiled = Compile(body);
        Note note = Assert.Single(compiled.Notes, static n => n.Id == DiagnosticIds.UnprovedBorder);
        Assert.Equal([where, "F"], note.Arguments);
        Assert.Contains("FLipschitz(", compiled.Source);
    }

    [Theory]
    [InlineData("return x > 1 ? x * x : 2 * x - 1;")]
    [InlineData("if (x > y) { return x * x; } return x * y;")]
    [InlineData("if (x > 0) { y = y + Math.Sqrt(x) * x; } return y;")]
    [InlineData("double[] a = new double[2]; if (x > 0) { a[0] = x; } else { a[0] = 2 * x; } return a[0] * y;")]
    [InlineData("double[] a = new double[2]; if (x > 0) { a[0] += x; } return a[0] * y;")]
    [InlineData("double z = x < 0 ? 0 : x > 1 ? 1 : x; return z * y;")]
    [InlineData("if (x > 0 && y > 0) { return x * y; } return 0 * x;")]
    [InlineData("double h = 3 * x - 0.75 * y; return h >= 0 ? x + h : 0.25 * y;")]
    public void A_border_that_is_proved_is_no_note(string body) =>
        Assert.Empty(Compile(body).Notes.Where(static n => n.Id == DiagnosticIds.UnprovedBorder).Select(static n => string.Join(" ", n.Arguments)));

    [Theory]
    [InlineData("while (x > 1) { x = x * 0.5; } return x * y;", "a variable decides how often this loop runs")]
    [InlineData("for (int i = 0; i < 9; i++) { x = 0.5 * x; if (x < 1) { break; } } return x * y;", "a variable decides when this loop is left")]
    [InlineData("int k = x > 0 ? 1 : 2; double s = y; for (int i = 0; i < k; i++) { s *= x; } return s;", "an integer is made from a variable")]
    public void Control_by_a_variable_is_a_note_and_no_bounds(string body, string reason)
    {
        Compiled compiled = Compile(body);
        Note note = Assert.Single(compiled.Notes, static n => n.Id == DiagnosticIds.ControlledByVariable);
        Assert.Equal(["F", reason], note.Arguments);
        Assert.Contains("FGradient(", compiled.Source);
        Assert.DoesNotContain("Interval", compiled.Source);
    }

    [Theory]
    [InlineData("return Power(x, 3) * y; }  private static double Power(double x, int n) { return n == 0 ? 1 : x * Power(x, n - 1);", "it calls a method that calls itself")]
    public void An_operation_without_bounds_is_a_note_and_no_bounds(string body, string reason)
    {
        Compiled compiled = Compile(body);
        Note note = Assert.Single(compiled.Notes, static n => n.Id == DiagnosticIds.NoBound);
        Assert.Equal(["F", reason], note.Arguments);
        Assert.Contains("FGradient(", compiled.Source);
        Assert.DoesNotContain("Interval", compiled.Source);
    }

    private static Compiled Compile(string body)
    {
        Compiled compiled = RequestCompiler.Compile(Reading.Of($$"""
            using System;
            using Proxima;
            public static partial class M
            {
                [Gradient, Lipschitz]
                public static double F(double x, double y) { {{body}} }
            }
            """));
        Assert.DoesNotContain(compiled.Notes, static n => n.Id == DiagnosticIds.InternalError);
        return compiled;
    }
}
