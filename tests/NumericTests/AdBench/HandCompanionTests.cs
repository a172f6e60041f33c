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

        double[] jacobian = HandCompanions.Simple(p);

        for (int row = 0; row < p.Points.Length; row++)
        {
            for (int column = 0; column < Hand.AngleCount; column++)
            {
                Accuracy.Value(golden.Columns[column][row], jacobian[(row * Hand.AngleCount) + column], name, Tolerance, Floor);
            }
        }
    }

    /// <summary>In each row 26 angles and the point's own two numbers.</summary>
    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand1_t26_c100")]
    public void Complicated_Jacobian_has_28_entries_per_row_and_is_the_reference(string name)
    {
        HandProblem p = HandFiles.Complicated(name);
        HandGolden golden = HandFiles.Golden("complicated_small", name);
        double[] residuals = new double[p.Points.Length], values = new double[28 * p.Points.Length];

        HandCompanions.Pattern(p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns);
        HandCompanions.Values(p, residuals, values);

        CompressedRows.Check(rowStarts, columns, p.Points.Length, Hand.AngleCount + p.Barycentric.Length);
        Assert.Equal(values.Length, columns.Length);
        Accuracy.Gradient(golden.Residuals, residuals, name);
        for (int row = 0; row < p.Points.Length; row++)
        {
            int point = row / 3, start = 28 * row;
            Assert.Equal(start, rowStarts[row]);
            for (int angle = 0; angle < Hand.AngleCount; angle++)
            {
                Assert.Equal(angle, columns[start + angle]);
                Accuracy.Value(golden.Columns[2 + angle][row], values[start + angle], name, Tolerance, Floor);
            }
            for (int own = 0; own < 2; own++)
            {
                Assert.Equal(Hand.AngleCount + (2 * point) + own, columns[start + Hand.AngleCount + own]);
                Accuracy.Value(golden.Columns[own][row], values[start + Hand.AngleCount + own], name, Tolerance, Floor);
            }
        }
    }

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand2_t26_c192")]
    public void Simple_Jacobian_of_192_points_agrees_with_differences(string name)
    {
        HandProblem p = HandFiles.Simple(name);
        double[] expected = Differences.Jacobian((x, r) => p.Hand.Simple(x, p.Correspondences, p.Points, r), p.Theta, p.Points.Length);
        Accuracy.Gradient(expected, HandCompanions.Simple(p), name, Differences.Tolerance, Differences.Tolerance);
    }

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand2_t26_c192")]
    public void Complicated_Jacobian_of_192_points_agrees_with_differences(string name)
    {
        HandProblem p = HandFiles.Complicated(name);
        double[] at = [.. p.Theta, .. p.Barycentric];
        double[] expected = Differences.Jacobian(
            (x, r) => p.Hand.Complicated(x[..Hand.AngleCount], x[Hand.AngleCount..], p.Correspondences, p.Points, r), at, p.Points.Length);

        Accuracy.Gradient(expected, HandCompanions.Complicated(p), name, Differences.Tolerance, Differences.Tolerance);

        double[] residuals = new double[p.Points.Length], values = new double[28 * p.Points.Length];
        HandCompanions.Pattern(p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns);
        HandCompanions.Values(p, residuals, values);
        double[] dense = CompressedRows.Dense(rowStarts, columns, values, at.Length);
        Accuracy.Gradient(expected, dense, name, Differences.Tolerance, Differences.Tolerance);
    }
}
