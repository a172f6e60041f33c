using System;

namespace NumericTests.AdBench;

/// <summary>The gradient of half one observation's squared errors is Jᵀr of the reference block.</summary>
public sealed class BundleGradientTests
{
    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("ba_test_n2_m10_p10")]
    [InlineData("ba1_n49_m7776_p31843")]
    public void Gradient_is_that_of_the_reference(string name)
    {
        BundleProblem p = BundleGolden.Problem(name);
        BundleGolden golden = BundleGolden.Of(name);
        double[] gradient = new double[Bundle.CameraSize + 4];

        Bundle.LossGradient(
            p.Cameras.AsSpan(0, Bundle.CameraSize), p.Points.AsSpan(0, 3), p.Weights[0], p.Features[0], p.Features[1],
            gradient.AsSpan(0, Bundle.CameraSize), gradient.AsSpan(Bundle.CameraSize, 3), out gradient[^1]);

        for (int i = 0; i < gradient.Length; i++)
        {
            (double x, double y) = (golden.FirstRow[i] * golden.Reprojection[0], golden.SecondRow[i] * golden.Reprojection[1]);
            // The errors themselves carry 1e-12 (BundleValueTests), the slopes multiply it.
            double floor = BundleValueTests.Floor * (Math.Abs(golden.FirstRow[i]) + Math.Abs(golden.SecondRow[i]));
            Accuracy.Value(x + y, gradient[i], name, 1e-10, floor);
        }
    }

    /// <summary>At no rotation the derivative with respect to the rotation is a plain cross product, which differences of the other branch approach.</summary>
    [Fact]
    public void Gradient_at_zero_rotation_agrees_with_differences()
    {
        BundleProblem p = BundleProblem.Varied();
        double[] camera = p.Cameras[(2 * Bundle.CameraSize)..(3 * Bundle.CameraSize)], point = p.Points[..3];
        double[] at = [.. camera, .. point, p.Weights[4]];
        double[] gradient = new double[at.Length];

        Bundle.LossGradient(
            camera, point, p.Weights[4], p.Features[8], p.Features[9],
            gradient.AsSpan(0, Bundle.CameraSize), gradient.AsSpan(Bundle.CameraSize, 3), out gradient[^1]);

        Assert.Equal([0, 0, 0], camera[..3]);
        double[] differences = Differences.Gradient(
            x => Bundle.Loss(x[..Bundle.CameraSize], x.Slice(Bundle.CameraSize, 3), x[^1], p.Features[8], p.Features[9]), at);
        Accuracy.Gradient(differences, gradient, "zero rotation", Differences.Tolerance, Differences.Tolerance);
    }
}
