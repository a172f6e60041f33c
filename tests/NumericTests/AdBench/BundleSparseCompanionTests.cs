using System;
using System.Linq;

namespace NumericTests.AdBench;

/// <summary>The Jacobian of a whole bundle as one sparse matrix: the pattern once, values as often as wanted.</summary>
public sealed class BundleSparseCompanionTests
{
    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("ba_test_n2_m10_p10")]
    [InlineData("ba1_n49_m7776_p31843")]
    public void Pattern_has_15_entries_per_reprojection_row_and_one_per_weight(string name)
    {
        BundleProblem p = BundleGolden.Problem(name);
        BundleGolden golden = BundleGolden.Of(name);

        BundleCompanions.Pattern(p, out ReadOnlySpan<int> rowStarts, out ReadOnlySpan<int> columns);

        CompressedRows.Check(rowStarts, columns, golden.Rows, golden.Columns);
        Assert.Equal(golden.NonZeros, columns.Length);
        for (int row = 0; row < golden.Rows; row++)
        {
            Assert.Equal(row < 2 * p.Weights.Length ? 15 : 1, rowStarts[row + 1] - rowStarts[row]);
        }
        Assert.Equal(golden.RowStartsHead.Select(static start => (int)start), rowStarts[..golden.RowStartsHead.Length].ToArray());
        Assert.Equal(golden.ColumnsHead.Select(static column => (int)column), columns[..golden.ColumnsHead.Length].ToArray());
        Assert.Equal(golden.LastColumn, columns[^1]);
        Assert.Equal(golden.SumOfColumns, columns.ToArray().Sum(static column => (long)column));
    }

    /// <summary>One pattern, values rewritten: doubled weights double what the errors owe to cameras and points.</summary>
    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("ba_test_n2_m10_p10")]
    [InlineData("ba1_n49_m7776_p31843")]
    public void Values_are_the_reference_and_are_rewritten_in_place(string name)
    {
        BundleProblem p = BundleGolden.Problem(name);
        BundleGolden golden = BundleGolden.Of(name);
        double[] residuals = new double[p.Outputs], values = new double[golden.NonZeros], again = new double[golden.NonZeros];
        Array.Fill(values, double.NaN);

        BundleCompanions.Values(p, residuals, values);

        int observations = p.Weights.Length;
        for (int i = 0; i < observations; i++)
        {
            BundleCompanionTests.CheckRow(golden.FirstRow, values.AsSpan(30 * i, 15), name);
            BundleCompanionTests.CheckRow(golden.SecondRow, values.AsSpan((30 * i) + 15, 15), name);
            Accuracy.Value(golden.WeightSlope, values[(30 * observations) + i], name);
            Accuracy.Value(golden.Reprojection[0], residuals[2 * i], name, floor: BundleValueTests.Floor);
        }

        values.CopyTo(again, 0);
        BundleCompanions.Values(p with { Weights = Array.ConvertAll(p.Weights, static weight => 2 * weight) }, residuals, again);
        for (int k = 0; k < values.Length; k++)
        {
            bool isByWeight = k < 30 * observations && k % 15 == 14;
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
        Assert.Equal((14 * 30) + 14, columns.Length);
        Accuracy.Gradient(jacobian, CompressedRows.Dense(rowStarts, columns, values, p.Inputs), "varied", 1e-13, 1e-13);
    }
}
