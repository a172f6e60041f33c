using System;

namespace NumericTests.AdBench;

/// <summary>
/// The complicated hand compressed: the two extra columns of all points are one pair of directions, so that there are at most 28, not 226. A row has an
/// entry for each angle that reaches its vertices and for the point's own two numbers; what the pattern leaves out is 0 in the reference.
/// </summary>
public sealed class HandSparseCompanionTests
{
    private const double Tolerance = 1e-9, Floor = 1e-12;

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand1_t26_c100")]
    public void Compressed_rows_are_the_reference(string name)
    {
        HandProblem p = HandFiles.Complicated(name);
        HandGolden golden = HandFiles.Golden("complicated_small", name);
        (double[] dense, int widest) = Compressed(p);

        Assert.InRange(widest, 8, 28);
        int width = Hand.AngleCount + p.Barycentric.Length;
        for (int row = 0; row < p.Points.Length; row++)
        {
            int own = Hand.AngleCount + (2 * (row / 3));
            for (int column = 0; column < width; column++)
            {
                double expected = column < Hand.AngleCount ? golden.Columns[2 + column][row] : column - own is 0 or 1 ? golden.Columns[column - own][row] : 0;
                Accuracy.Value(expected, dense[(row * width) + column], name, Tolerance, Floor);
            }
        }
    }

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand2_t26_c192")]
    public void Compressed_rows_of_192_points_are_the_Jacobian(string name)
    {
        HandProblem p = HandFiles.Complicated(name);
        Accuracy.Gradient(p.ComplicatedJacobian(), Compressed(p).Dense, name, 1e-12, 1e-14);
    }

    private static (double[] Dense, int Widest) Compressed(HandProblem p)
    {
        int width = Hand.AngleCount + p.Barycentric.Length, widest = 0;
        HandCompanions.Pattern(p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns);
        double[] residuals = new double[p.Points.Length], values = new double[columns.Length];
        HandCompanions.Values(p, residuals, values);
        CompressedRows.Check(rowStarts, columns, p.Points.Length, width);
        for (int row = 0; row < p.Points.Length; row++)
        {
            widest = Math.Max(widest, rowStarts[row + 1] - rowStarts[row]);
        }
        return (CompressedRows.Dense(rowStarts, columns, values, width), widest);
    }
}
