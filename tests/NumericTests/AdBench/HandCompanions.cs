using System;

namespace NumericTests.AdBench;

/// <summary>The sparse Jacobian companions of the complicated hand.</summary>
internal static class HandCompanions
{
    public static void Pattern(HandProblem p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns) =>
        p.Hand.ComplicatedJacobianPattern(p.Theta, p.Barycentric, p.Correspondences, p.Points, new double[p.Points.Length], out rowStarts, out columns);

    public static void Values(HandProblem p, Span<double> residuals, Span<double> values) =>
        p.Hand.ComplicatedJacobianValues(p.Theta, p.Barycentric, p.Correspondences, p.Points, residuals, values);
}
