using System.Collections.Generic;

namespace NumericTests.Batches;

/// <summary>A batch is the scalar companion, row by row.</summary>
[Trait("Category", "Batch")]
public sealed class BatchEqualityCompanionTests
{
    private static readonly int[] RowCounts = [0, 1, 7, 8, 9, 63, 10_007];

    public static TheoryData<string, int> Arithmetic => Cross(BatchCompanions.Arithmetic.Keys);

    public static TheoryData<string, int> Transcendental => Cross(BatchCompanions.Transcendental.Keys);

    [Theory]
    [MemberData(nameof(Arithmetic))]
    public void Arithmetic_batch_has_the_bits_of_the_scalar_companion(string model, int rows)
    {
        BatchCase batch = BatchCompanions.Arithmetic[model];
        double[][] columns = batch.Columns(rows, seed: 7), slopes = batch.Slopes(rows);
        double[] values = Rows.Filled(rows, double.NaN), results = Rows.Filled(rows, double.NaN), gradient = new double[batch.Variables];

        batch.Batch(columns, values);
        batch.GradientBatch(columns, results, slopes);

        for (int row = 0; row < rows; row++)
        {
            double value = batch.At(columns, row, gradient);
            Accuracy.SameBits(value, values[row], model);
            Accuracy.SameBits(value, results[row], model);
            for (int i = 0; i < gradient.Length; i++)
            {
                Accuracy.SameBits(gradient[i], slopes[i][row], model + " derivative");
            }
        }
    }

    /// <summary>
    /// The value is the function itself. The derivative is another function of the same row or arithmetic of the value: 4 ulp of each, and 1e-15
    /// absolute where 1 − t² takes a difference from one.
    /// </summary>
    [Theory]
    [MemberData(nameof(Transcendental))]
    public void Transcendental_batch_is_within_four_ulps_of_the_scalar_companion(string model, int rows)
    {
        BatchCase batch = BatchCompanions.Transcendental[model];
        double[][] columns = batch.Columns(rows, seed: 11), slopes = batch.Slopes(rows);
        double[] values = Rows.Filled(rows, double.NaN), results = Rows.Filled(rows, double.NaN), gradient = new double[batch.Variables];

        batch.Batch(columns, values);
        batch.GradientBatch(columns, results, slopes);

        for (int row = 0; row < rows; row++)
        {
            double value = batch.At(columns, row, gradient);
            Accuracy.WithinUlps(value, values[row], 4, model);
            Accuracy.WithinUlps(value, results[row], 4, model);
            for (int i = 0; i < gradient.Length; i++)
            {
                Accuracy.Value(gradient[i], slopes[i][row], model + " derivative", relative: 16 * 2.2e-16, floor: 1e-15);
            }
        }
    }

    private static TheoryData<string, int> Cross(IEnumerable<string> models)
    {
        TheoryData<string, int> data = [];
        foreach (string model in models)
        {
            foreach (int rows in RowCounts)
            {
                data.Add(model, rows);
            }
        }
        return data;
    }
}
