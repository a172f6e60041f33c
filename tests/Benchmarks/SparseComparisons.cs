using System;
using System.Collections.Generic;
using NumericTests.AdBench;

namespace Benchmarks;

/// <summary>What <c>--quick</c> measures of sparse Jacobians: values rewritten behind one pattern.</summary>
internal static class SparseComparisons
{
    /// <summary>As large as the first published bundle: 49 cameras, 7776 points, 31,843 observations, 987,133 entries.</summary>
    private static readonly BundleProblem Problem = BundleProblem.Repeated(
        49, 7776, 31_843,
        [-0.7, -1.1, -0.8, 34, 39, 53, 420, 5.8, -8.5, 0.08, 0.002], [7.2, 0.1, 3], 0.4, [270, 830]);

    private static readonly double[] Residuals = new double[Problem.Outputs], Values = new double[31 * Problem.Weights.Length];

    private static readonly Proxima.Sparsity Pattern = Bundle.ResidualsJacobianPattern(
        Problem.Cameras, Problem.Points, Problem.Weights, Problem.Observations, Problem.Features,
        Residuals.AsSpan(0, 2 * Problem.Weights.Length), Residuals.AsSpan(2 * Problem.Weights.Length), out _, out _);

    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("bundle of 31,843 observations: Jacobian values / residuals", BundleValues, BundleResiduals, 6, IsUpperBound: true),
    ];

    private static void BundleResiduals() => Bundle.Residuals(
        Problem.Cameras, Problem.Points, Problem.Weights, Problem.Observations, Problem.Features,
        Residuals.AsSpan(0, 2 * Problem.Weights.Length), Residuals.AsSpan(2 * Problem.Weights.Length));

    private static void BundleValues() => Bundle.ResidualsJacobianValues(
        Problem.Cameras, Problem.Points, Problem.Weights, Problem.Observations, Problem.Features,
        Residuals.AsSpan(0, 2 * Problem.Weights.Length), Residuals.AsSpan(2 * Problem.Weights.Length), Pattern, Values);
}
