using System;
using System.Linq;

namespace NumericTests.AdBench;

/// <summary>Jacobians of bundle adjustment: one observation's block, and a varied problem whole.</summary>
public sealed class BundleCompanionTests
{
    private const double Tolerance = 1e-9;

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("ba_test_n2_m10_p10")]
    [InlineData("ba1_n49_m7776_p31843")]
    public void Block_of_one_observation_is_the_reference(string name)
    {
        BundleProblem p = BundleGolden.Problem(name);
        BundleGolden golden = BundleGolden.Of(name);
        double[] block = new double[30];

        Bundle.ReprojectionJacobian(
            p.Cameras.AsSpan(0, Bundle.CameraSize), p.Points.AsSpan(0, 3), p.Weights[0], p.Features[0], p.Features[1], block);

        CheckRow(golden.FirstRow, block.AsSpan(0, 15), name);
        CheckRow(golden.SecondRow, block.AsSpan(15), name);
    }

    [Fact]
    public void Varied_problem_agrees_with_differences()
    {
        BundleProblem p = BundleProblem.Varied();
        double[] jacobian = p.Jacobian();
        double[] expected = Differences.Jacobian(p.Residuals, p.Flat(), p.Outputs);
        Accuracy.Gradient(expected, jacobian, "varied", Differences.Tolerance, Differences.Tolerance);
    }

    /// <summary>Entries that cancel keep the rounding of numbers as large as the largest entry of their row.</summary>
    internal static void CheckRow(double[] expected, ReadOnlySpan<double> actual, string name)
    {
        double largest = expected.Max(static entry => Math.Abs(entry));
        Accuracy.Gradient(expected, actual, name, Tolerance, 1e-3 * Tolerance * largest);
    }
}
