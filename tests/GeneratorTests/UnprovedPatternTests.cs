using Proxima.Generator.Diagnostics;
using Proxima.Generator.Pipeline;

namespace GeneratorTests;

/// <summary>A sparse Jacobian is proved or dense; when the proof fails the compiler says why and where.</summary>
public sealed class UnprovedPatternTests
{
    [Theory]
    [InlineData("int i = 0; while (i < y.Length) { y[i] = x[i] * x[i]; i++; }", "'i' changes in a while loop")]
    [InlineData("for (int i = 0; i < y.Length; i++) { y[i] = x[(int)t] * x[i]; }", "an index depends on the real value 't'")]
    public void A_pattern_that_cannot_be_proved_is_a_note_and_the_dense_Jacobian(string body, string reason)
    {
        Compiled compiled = Compile(body);
        Note note = Assert.Single(compiled.Notes, static n => n.Id == DiagnosticIds.UnprovedPattern);
        Assert.Equal(["F", "Jacobian", reason], note.Arguments);
        Assert.Contains("FJacobian(", compiled.Source);
        Assert.DoesNotContain("FJacobianPattern(", compiled.Source);
    }

    [Fact]
    public void A_proved_pattern_is_no_note()
    {
        Compiled compiled = Compile("for (int i = 0; i < y.Length; i++) { y[i] = x[i] * x[i]; }");
        Assert.DoesNotContain(compiled.Notes, static n => n.Id == DiagnosticIds.UnprovedPattern);
        Assert.Contains("FJacobianPattern(", compiled.Source);
    }

    /// <summary>Every row depends on everything: a pattern would say nothing.</summary>
    [Fact]
    public void A_dense_Jacobian_has_neither()
    {
        Compiled compiled = Compile("for (int i = 0; i < y.Length; i++) { double s = 0; for (int j = 0; j < x.Length; j++) { s += x[j] * i; } y[i] = s * s; }");
        Assert.DoesNotContain(compiled.Notes, static n => n.Id == DiagnosticIds.UnprovedPattern);
        Assert.DoesNotContain("FJacobianPattern(", compiled.Source);
    }

    private static Compiled Compile(string body) => RequestCompiler.Compile(Reading.Of($$"""
        using System;
        using Proxima;
        public static partial class M
        {
            [Jacobian]
            public static void F(ReadOnlySpan<double> x, [Constant] double t, [Result] Span<double> y) { {{body}} }
        }
        """));
}
