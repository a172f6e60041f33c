using System;

namespace NumericTests.AdBench;

/// <summary>The complicated hand compressed: the two extra columns of all points are one pair of directions.</summary>
public sealed class HandSparseCompanionTests
{
    private const double Tolerance = 1e-9, Floor = 1e-12;

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
    public void Compressed_rows_of_192_points_are_the_Jacobian(string name)
    {
        HandProblem p = HandFiles.Complicated(name);
        double[] residuals = new double[p.Points.Length], values = new double[28 * p.Points.Length];

        HandCompanions.Pattern(p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns);
        HandCompanions.Values(p, residuals, values);

        double[] dense = CompressedRows.Dense(rowStarts, columns, values, Hand.AngleCount + p.Barycentric.Length);
        Accuracy.Gradient(p.ComplicatedJacobian(), dense, name, 1e-12, 1e-14);
    }
}
