using System;

namespace NumericTests.AdBench;

/// <summary>Jacobians of hand tracking.</summary>
public sealed class HandCompanionTests
{
    private const double Tolerance = 1e-9;

    /// <summary>The model is a metre in size and its angles of order one: entries below a thousandth are differences of larger ones.</summary>
    private const double Floor = 1e-12;

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand1_t26_c100")]
    public void Simple_Jacobian_is_the_reference(string name)
    {
        HandProblem p = HandFiles.Simple(name);
        HandGolden golden = HandFiles.Golden("simple_small", name);

        double[] jacobian = p.SimpleJacobian();

        for (int row = 0; row < p.Points.Length; row++)
        {
            for (int column = 0; column < Hand.AngleCount; column++)
            {
                Accuracy.Value(golden.Columns[column][row], jacobian[(row * Hand.AngleCount) + column], name, Tolerance, Floor);
            }
        }
    }

    /// <summary>The same numbers in the columns of the angles and of each point's own two numbers, and zeros elsewhere.</summary>
    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand1_t26_c100")]
    public void Complicated_Jacobian_is_the_reference(string name)
    {
        HandProblem p = HandFiles.Complicated(name);
        HandGolden golden = HandFiles.Golden("complicated_small", name);
        int columns = Hand.AngleCount + p.Barycentric.Length;

        double[] jacobian = p.ComplicatedJacobian();

        for (int row = 0; row < p.Points.Length; row++)
        {
            int own = Hand.AngleCount + (2 * (row / 3));
            for (int column = 0; column < columns; column++)
            {
                double expected = column < Hand.AngleCount ? golden.Columns[2 + column][row] : column - own is 0 or 1 ? golden.Columns[column - own][row] : 0;
                Accuracy.Value(expected, jacobian[(row * columns) + column], name, Tolerance, Floor);
            }
        }
    }

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand2_t26_c192")]
    public void Simple_Jacobian_of_192_points_agrees_with_differences(string name)
    {
        HandProblem p = HandFiles.Simple(name);
        double[] expected = Differences.Jacobian((x, r) => p.Hand.Simple(x, p.Correspondences, p.Points, r), p.Theta, p.Points.Length);
        Accuracy.Gradient(expected, p.SimpleJacobian(), name, Differences.Tolerance, Differences.Tolerance);
    }

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand2_t26_c192")]
    public void Complicated_Jacobian_of_192_points_agrees_with_differences(string name)
    {
        HandProblem p = HandFiles.Complicated(name);
        double[] at = [.. p.Theta, .. p.Barycentric];
        double[] expected = Differences.Jacobian(
            (x, r) => p.Hand.Complicated(x[..Hand.AngleCount], x[Hand.AngleCount..], p.Correspondences, p.Points, r), at, p.Points.Length);

        Accuracy.Gradient(expected, p.ComplicatedJacobian(), name, Differences.Tolerance, Differences.Tolerance);
    }
}
