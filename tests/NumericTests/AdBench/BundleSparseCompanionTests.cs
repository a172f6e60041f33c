using System;
using System.Linq;
using Proxima;

namespace NumericTests.AdBench;

/// <summary>
/// The Jacobian of a whole bundle as one sparse matrix: the pattern once, values as often as wanted. A block has 15 columns per row, of which one is 0 for
/// every input: a coordinate of the image does not move with the principal point's other coordinate. The pattern keeps it, because a row is then one run.
/// </summary>
public sealed class BundleSparseCompanionTests
{
    private const int Width = 15;

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("ba_test_n2_m10_p10")]
    [InlineData("ba1_n49_m7776_p31843")]
    public void Pattern_is_the_published_one(string name)
    {
        BundleProblem p = BundleGolden.Problem(name);
        BundleGolden golden = BundleGolden.Of(name);

        BundleCompanions.Pattern(p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns);

        CompressedRows.Check(rowStarts, columns, golden.Rows, golden.Columns);
        int observations = p.Weights.Length;
        Assert.Equal(golden.NonZeros, columns.Length);
        for (int i = 0; i < observations; i++)
        {
            int[] block = Block(p, i);
            Assert.Equal(block, columns[rowStarts[2 * i]..rowStarts[(2 * i) + 1]].ToArray());
            Assert.Equal(block, columns[rowStarts[(2 * i) + 1]..rowStarts[(2 * i) + 2]].ToArray());
            Assert.Equal([block[^1]], columns[rowStarts[(2 * observations) + i]..rowStarts[(2 * observations) + i + 1]].ToArray());
        }
        Assert.Equal(golden.ColumnsHead.Take(15).Select(static column => (int)column), Block(p, 0));
        Assert.Equal(golden.LastColumn, columns[^1]);
    }

    /// <summary>One pattern, values rewritten: doubled weights double what the errors owe to cameras and points.</summary>
    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("ba_test_n2_m10_p10")]
    [InlineData("ba1_n49_m7776_p31843")]
    public void Values_are_the_reference_and_are_rewritten_in_place(string name)
    {
        BundleProblem p = BundleGolden.Problem(name);
        BundleGolden golden = BundleGolden.Of(name);
        int observations = p.Weights.Length, count = ((2 * Width) + 1) * observations;
        double[] residuals = new double[p.Outputs], values = new double[count], again = new double[count];
        Array.Fill(values, double.NaN);

        BundleCompanions.Values(p, residuals, values);

        for (int i = 0; i < observations; i++)
        {
            BundleCompanionTests.CheckRow(golden.FirstRow, values.AsSpan(2 * Width * i, Width), name);
            BundleCompanionTests.CheckRow(golden.SecondRow, values.AsSpan((2 * Width * i) + Width, Width), name);
            Accuracy.Value(golden.WeightSlope, values[(2 * Width * observations) + i], name);
            Accuracy.Value(golden.Reprojection[0], residuals[2 * i], name, floor: BundleValueTests.Floor);
        }

        values.CopyTo(again, 0);
        Sparsity pattern = BundleCompanions.Pattern(p, out _, out _);
        BundleCompanions.Values(p with { Weights = Array.ConvertAll(p.Weights, static weight => 2 * weight) }, pattern, residuals, again);
        for (int k = 0; k < values.Length; k++)
        {
            bool isByWeight = k < 2 * Width * observations && k % Width == Width - 1;
            Assert.Equal(isByWeight ? values[k] : 2 * values[k], again[k]);
        }
    }

    [Fact]
    public void Compressed_rows_of_a_varied_problem_are_its_Jacobian()
    {
        BundleProblem p = BundleProblem.Varied();
        double[] residuals = new double[p.Outputs], jacobian = p.Jacobian();

        BundleCompanions.Pattern(p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns);
        double[] values = new double[columns.Length];
        BundleCompanions.Values(p, residuals, values);

        CompressedRows.Check(rowStarts, columns, p.Outputs, p.Inputs);
        Assert.Equal(p.Weights.Length * ((2 * Width) + 1), columns.Length);
        Accuracy.Gradient(jacobian, CompressedRows.Dense(rowStarts, columns, values, p.Inputs), "varied", 1e-13, 1e-13);
    }

    /// <summary>The 15 published columns of an observation: its camera, its point, its weight.</summary>
    private static int[] Block(BundleProblem p, int observation) =>
    [
        .. Enumerable.Range(Bundle.CameraSize * p.Observations[2 * observation], Bundle.CameraSize),
        .. Enumerable.Range(p.Cameras.Length + (3 * p.Observations[(2 * observation) + 1]), 3),
        p.Cameras.Length + p.Points.Length + observation,
    ];
}
