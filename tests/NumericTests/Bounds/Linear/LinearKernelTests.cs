using System;
using Proxima.Linear;

namespace NumericTests.Bounds.Linear;

/// <summary>Products of padded matrices against plain loops.</summary>
public sealed class LinearKernelTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 3, 8)]
    [InlineData(5, 7, 17)]
    [InlineData(9, 16, 32)]
    [InlineData(12, 33, 25)]
    public void A_product_is_that_of_plain_loops(int rows, int inner, int columns)
    {
        Random random = new(7);
        Matrix a = Draw(random, rows, inner), b = Draw(random, inner, columns), c = Draw(random, rows, columns), expected = new(rows, columns);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                expected[i, j] = c[i, j];
                for (int k = 0; k < inner; k++)
                {
                    expected[i, j] += a[i, k] * b[k, j];
                }
            }
        }
        LinearKernels.MultiplyAdd(a, b, c);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                // γ of inner + 1 terms no larger than 1.
                Assert.Equal(expected[i, j], c[i, j], (inner + 1) * (inner + 1) * Math.ScaleB(1, -52));
            }
            for (int j = columns; j < c.Stride; j++)
            {
                Assert.Equal(0, c.Data[(i * c.Stride) + j]);
            }
        }
    }

    private static Matrix Draw(Random random, int rows, int columns)
    {
        Matrix matrix = new(rows, columns);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                matrix[i, j] = (2 * random.NextDouble()) - 1;
            }
        }
        return matrix;
    }
}
