using System;
using Proxima.Linear;

namespace NumericTests.Bounds.Linear;

/// <summary>The largest singular value, from above and from below.</summary>
public sealed class SpectralNormTests
{
    [Fact]
    public void Known_norms_are_met()
    {
        // diag(3, −4) turned by 45°: norm 4. As magnitudes the same entries have more.
        AdjointBounds matrix = Point(new double[,] { { 2.1213203435596424, -2.1213203435596424 }, { -2.8284271247461903, -2.8284271247461903 } });
        Assert.InRange(SpectralNorm.Centred(matrix, 2, 2), 4 - 1e-14, 4 + 1e-9);
        Assert.InRange(SpectralNorm.Below(matrix, 2, 2), 4 - 1e-9, 4 + 1e-14);
        Assert.InRange(SpectralNorm.Above(new double[,] { { 1, 2 }, { 2, 1 } }), 3 - 1e-15, 3 + 1e-9);
        Assert.Equal(0, SpectralNorm.Above(new double[2, 3]));
    }

    [Fact]
    public void Bounds_enclose_each_other_on_random_matrices()
    {
        Random random = new(11);
        for (int trial = 0; trial < 200; trial++)
        {
            int rows = 1 + random.Next(6), columns = 1 + random.Next(6);
            double[,] entries = new double[rows, columns], sizes = new double[rows, columns];
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    entries[i, j] = (2 * random.NextDouble()) - 1;
                    sizes[i, j] = Math.Abs(entries[i, j]);
                }
            }
            AdjointBounds matrix = Point(entries);
            double below = SpectralNorm.Below(matrix, rows, columns), above = SpectralNorm.Centred(matrix, rows, columns);

            // The power method converges slowly where two singular values are close: then both are within a percent or so of the norm.
            Assert.InRange(above, below, below * 1.05);
            Assert.True(SpectralNorm.Above(sizes) >= below);
        }
    }

    private static AdjointBounds Point(double[,] entries)
    {
        int rows = entries.GetLength(0), columns = entries.GetLength(1);
        AdjointBounds bounds = new(new Layer(null, columns, []));
        bounds.Reset(rows);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                bounds.Low[(i * bounds.Stride) + j] = bounds.High[(i * bounds.Stride) + j] = entries[i, j];
            }
        }
        return bounds;
    }
}
