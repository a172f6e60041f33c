using System;

namespace NumericTests.AdBench;

/// <summary>The gradient of half the squared residuals is Jᵀr of the reference.</summary>
public sealed class HandGradientTests
{
    /// <summary>A sum of 300 products of about 0.1: rounding of 1e-15 in each.</summary>
    private const double Floor = 1e-12;

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand1_t26_c100")]
    public void Gradient_is_that_of_the_reference(string name)
    {
        HandProblem p = HandFiles.Simple(name);
        HandGolden golden = HandFiles.Golden("simple_small", name);
        double[] gradient = new double[Hand.AngleCount];

        double value = p.Hand.LossGradient(p.Theta, p.Correspondences, p.Points, gradient);

        double squares = 0;
        foreach (double residual in golden.Residuals)
        {
            squares += residual * residual;
        }
        Accuracy.Value(0.5 * squares, value, name);
        for (int angle = 0; angle < gradient.Length; angle++)
        {
            double expected = 0;
            for (int i = 0; i < golden.Residuals.Length; i++)
            {
                expected += golden.Columns[angle][i] * golden.Residuals[i];
            }
            Accuracy.Value(expected, gradient[angle], name, 1e-10, Floor);
        }
    }

    /// <summary>A hand that is not turned takes the other branch of the rotation.</summary>
    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand2_t26_c192")]
    public void Gradient_of_an_unturned_hand_agrees_with_differences(string name)
    {
        HandProblem p = HandFiles.Simple(name);
        double[] theta = [.. p.Theta];
        theta.AsSpan(0, 3).Clear();
        double[] gradient = new double[Hand.AngleCount];
        p.Hand.LossGradient(theta, p.Correspondences, p.Points, gradient);
        double[] differences = Differences.Gradient(x => p.Hand.Loss(x, p.Correspondences, p.Points), theta);
        // At no rotation only the first order of the rotation is right, and differences leave the branch: the angles of the fingers are what they check.
        Accuracy.Gradient(differences.AsSpan(3), gradient.AsSpan(3), name, Differences.Tolerance, Differences.Tolerance);
    }
}
