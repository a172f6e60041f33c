using System;
using Proxima;

namespace NumericTests.AdBench;

/// <summary>The sparse Jacobian companions of a whole bundle.</summary>
internal static class BundleCompanions
{
    public static Sparsity Pattern(BundleProblem p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns)
    {
        double[] residuals = new double[p.Outputs];
        return Bundle.ResidualsJacobianPattern(
            p.Cameras, p.Points, p.Weights, p.Observations, p.Features,
            residuals.AsSpan(0, 2 * p.Weights.Length), residuals.AsSpan(2 * p.Weights.Length), out rowStarts, out columns);
    }

    public static void Values(BundleProblem p, Span<double> residuals, Span<double> values) => Bundle.ResidualsJacobianValues(
        p.Cameras, p.Points, p.Weights, p.Observations, p.Features, residuals[..(2 * p.Weights.Length)], residuals[(2 * p.Weights.Length)..], values);

    public static void Values(BundleProblem p, Sparsity pattern, Span<double> residuals, Span<double> values) => Bundle.ResidualsJacobianValues(
        p.Cameras, p.Points, p.Weights, p.Observations, p.Features, residuals[..(2 * p.Weights.Length)], residuals[(2 * p.Weights.Length)..], pattern, values);
}
