using System;

namespace NumericTests.Batches;

/// <summary>Matrices, structs, shared constants and single precision in batches.</summary>
[Trait("Category", "Batch")]
public sealed class BatchShapeCompanionTests
{
    public static TheoryData<int> RowCounts => [1, 7, 8, 9, 63, 10_007];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Array_variables_are_row_major_matrices(int rows)
    {
        const int width = 5;
        double[] coefficients = Rows.Uniform(rows * width, -1, 1, seed: 1), x = Rows.Uniform(rows, -1, 1, seed: 2);
        double[] values = new double[rows], result = new double[rows];
        double[] slopes = new double[rows * width], slopeOfX = new double[rows], expected = new double[width];

        ShapeModels.HornerBatch(coefficients, x, values);
        ShapeModels.HornerGradientBatch(coefficients, x, result, slopes, slopeOfX);

        for (int row = 0; row < rows; row++)
        {
            double value = ShapeModels.HornerGradient(coefficients.AsSpan(row * width, width), x[row], expected, out double expectedX);
            Accuracy.SameBits(value, values[row], "value");
            Accuracy.SameBits(value, result[row], "value");
            Accuracy.SameBits(expectedX, slopeOfX[row], "derivative of x");
            for (int i = 0; i < width; i++)
            {
                Accuracy.SameBits(expected[i], slopes[(row * width) + i], "derivative of a coefficient");
            }
        }
    }

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Constants_are_shared_by_all_rows(int rows)
    {
        double[] weights = [0.5, -1, 2, 0.25], x = Rows.Uniform(rows, -1, 1, seed: 3), result = new double[rows], slopes = new double[rows];
        ShapeModels.WeightedGradientBatch(x, weights, 2, result, slopes);
        for (int row = 0; row < rows; row++)
        {
            double value = ShapeModels.WeightedGradient(x[row], weights, 2, out double slope);
            Accuracy.SameBits(ShapeModels.Weighted(x[row], weights, 2), value, "exact rounding");
            Accuracy.SameBits(value, result[row], "value");
            Accuracy.SameBits(slope, slopes[row], "derivative");
        }
    }

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Struct_variables_are_columns_of_structs(int rows)
    {
        double[] numbers = Rows.Uniform(3 * rows, -1, 1, seed: 4), scale = numbers.AsSpan(2 * rows).ToArray();
        double[] result = new double[rows], slopeOfScale = new double[rows];
        Pair[] pairs = new Pair[rows], slopes = new Pair[rows];
        for (int row = 0; row < rows; row++)
        {
            pairs[row] = new(numbers[2 * row], numbers[(2 * row) + 1]);
        }

        ShapeModels.ProductGradientBatch(pairs, scale, result, slopes, slopeOfScale);

        for (int row = 0; row < rows; row++)
        {
            double value = ShapeModels.ProductGradient(pairs[row], scale[row], out Pair slope, out double expectedScale);
            Accuracy.SameBits(value, result[row], "value");
            Assert.Equal(slope, slopes[row]);
            Accuracy.SameBits(expectedScale, slopeOfScale[row], "derivative of the scale");
        }
    }

    /// <summary>2 000 steps keep 2 000 values per row: more than the stack holds.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(2_000)]
    public void Rows_share_one_workspace(int steps)
    {
        const int rows = 67;
        double[] x = Rows.Uniform(rows, 0.1, 0.9, seed: 5), r = Rows.Uniform(rows, 2.5, 3.2, seed: 6);
        double[] result = new double[rows], slopeOfX = new double[rows], slopeOfR = new double[rows];

        ShapeModels.OrbitGradientBatch(x, r, steps, result, slopeOfX, slopeOfR);

        for (int row = 0; row < rows; row++)
        {
            double value = ShapeModels.OrbitGradient(x[row], r[row], steps, out double dX, out double dR);
            Accuracy.SameBits(value, result[row], "value");
            Accuracy.SameBits(dX, slopeOfX[row], "derivative of x");
            Accuracy.SameBits(dR, slopeOfR[row], "derivative of r");
        }
    }

    /// <summary>√2 by Newton from anywhere: rows stop after different numbers of trips; the limit does not depend on the start.</summary>
    [Fact]
    public void Rows_stop_on_their_own()
    {
        double[] x = Rows.Uniform(1_003, 0.01, 100, seed: 8), result = new double[x.Length], slopes = new double[x.Length];
        ShapeModels.SettleGradientBatch(x, result, slopes);
        for (int row = 0; row < x.Length; row++)
        {
            double value = ShapeModels.SettleGradient(x[row], out double slope);
            Accuracy.SameBits(value, result[row], "value");
            Accuracy.SameBits(slope, slopes[row], "derivative");
            Accuracy.Value(Math.Sqrt(2), value, "limit");
        }
    }

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Single_precision_has_the_bits_of_the_scalar_companion(int rows)
    {
        float[] x = Array.ConvertAll(Rows.Uniform(rows, -2, 2, seed: 9), static value => (float)value);
        float[] y = Array.ConvertAll(Rows.Uniform(rows, -2, 2, seed: 10), static value => (float)value);
        float[] result = new float[rows], slopeOfX = new float[rows], slopeOfY = new float[rows];

        ShapeModels.SingleGradientBatch(x, y, result, slopeOfX, slopeOfY);

        for (int row = 0; row < rows; row++)
        {
            float value = ShapeModels.SingleGradient(x[row], y[row], out float dX, out float dY);
            Assert.Equal(0, Ulps.Between(result[row], value));
            Assert.Equal(0, Ulps.Between(slopeOfX[row], dX));
            Assert.Equal(0, Ulps.Between(slopeOfY[row], dY));
        }
    }
}
