using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Proxima;

namespace NumericTests;

/// <summary>The kernels against loops, at all small sizes, row-major, transposed and inside larger matrices.</summary>
public sealed class DenseTests
{
    private static readonly int[] s_sizes = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 67];

    public static TheoryData<int, int> Sizes
    {
        get
        {
            TheoryData<int, int> sizes = [];
            foreach (int rows in s_sizes)
            {
                foreach (int columns in s_sizes)
                {
                    sizes.Add(rows, columns);
                }
            }
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Matrix_times_vector(int rows, int columns)
    {
        foreach ((int rowStep, int columnStep, int offset) in Layouts(rows, columns))
        {
            double[] matrix = Rows.Uniform(Size(rows, columns, rowStep, columnStep, offset), -1, 1, 1), x = Rows.Uniform(columns + 2, -1, 1, 2), start = Rows.Uniform(rows + 3, -1, 1, 3);
            double[] expected = [.. start], plain = [.. start], fused = [.. start];
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    expected[i + 3] += matrix[offset + (i * rowStep) + (j * columnStep)] * x[j + 2];
                }
            }
            Dense.MultiplyAdd(matrix, offset, rowStep, columnStep, rows, columns, x, 2, plain, 3);
            Dense.MultiplyAddEstimate(matrix, offset, rowStep, columnStep, rows, columns, x, 2, fused, 3);
            Close(expected, plain, columns);
            Close(expected, fused, columns);

            float[] singles = [.. start.Select(static v => (float)v)];
            Dense.MultiplyAdd(Single(matrix), offset, rowStep, columnStep, rows, columns, Single(x), 2, singles, 3);
            Close(expected, [.. singles.Select(static v => (double)v)], columns, 6e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Matrix_times_lanes(int rows, int columns)
    {
        foreach ((int rowStep, int columnStep, int offset) in Layouts(rows, columns))
        {
            double[] matrix = Rows.Uniform(Size(rows, columns, rowStep, columnStep, offset), -1, 1, 1), x = Rows.Uniform(8 * (columns + 1), -1, 1, 2), start = Rows.Uniform(8 * rows, -1, 1, 3);
            double[] expected = [.. start], plain = [.. start], fused = [.. start];
            for (int k = 0; k < 8 * rows * columns; k++)
            {
                (int i, int j, int lane) = (k / 8 / columns, k / 8 % columns, k % 8);
                expected[(8 * i) + lane] += matrix[offset + (i * rowStep) + (j * columnStep)] * x[(8 * (j + 1)) + lane];
            }
            Dense.MultiplyAdd(matrix, offset, rowStep, columnStep, rows, columns, Lanes(x), 1, Lanes(plain), 0);
            Dense.MultiplyAddEstimate(matrix, offset, rowStep, columnStep, rows, columns, Lanes(x), 1, Lanes(fused), 0);
            Close(expected, plain, columns);
            Close(expected, fused, columns);
        }
    }

    [Theory]
    [InlineData(0, 9, 10)]
    [InlineData(1, 9, 10)]
    [InlineData(2, 1, 64)]
    [InlineData(3, 8, 1)]
    [InlineData(5, 67, 131)]
    [InlineData(16, 21, 300)]
    public void A_matrix_times_several_vectors_is_it_times_each(int count, int rows, int columns)
    {
        foreach ((int rowStep, int columnStep, int offset) in Layouts(rows, columns))
        {
            int xStep = columns + 1, yStep = rows + 2;
            double[] matrix = Rows.Uniform(Size(rows, columns, rowStep, columnStep, offset), -1, 1, 1), x = Rows.Uniform(8 * xStep * Math.Max(count, 1), -1, 1, 2);
            double[] start = Rows.Uniform(8 * yStep * Math.Max(count, 1), -1, 1, 3);
            double[] expected = [.. start], plain = [.. start], fused = [.. start];
            for (int v = 0; v < count; v++)
            {
                Dense.MultiplyAdd(matrix, offset, rowStep, columnStep, rows, columns, Lanes(x), v * xStep, Lanes(expected), v * yStep);
            }
            Dense.MultiplyAdds(matrix, offset, rowStep, columnStep, rows, columns, Lanes(x), xStep, Lanes(plain), yStep, count);
            Dense.MultiplyAddsEstimate(matrix, offset, rowStep, columnStep, rows, columns, Lanes(x), xStep, Lanes(fused), yStep, count);
            Close(expected, plain, columns);
            Close(expected, fused, columns);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_first_outer_product_defines_the_matrix(int rows, int columns)
    {
        foreach ((int rowStep, int columnStep, int offset) in Layouts(rows, columns))
        {
            double[] left = Rows.Uniform(8 * (rows + 1), -1, 1, 1), right = Rows.Uniform(8 * (columns + 2), -1, 1, 2);
            double[] expected = new double[Size(rows, columns, rowStep, columnStep, offset) + 3], actual = [.. expected.Select(static _ => double.NaN)];
            Dense.AddOuter(expected, offset, rowStep, columnStep, rows, columns, left, 1, right, 2);
            Dense.AddOuter(actual, offset, rowStep, columnStep, rows, columns, left, 1, right, 2, defines: true);
            Assert.Equal(expected, actual);
            Dense.AddOuter(expected, offset, rowStep, columnStep, rows, columns, left, 0, right, 1);
            Dense.AddOuter(actual, offset, rowStep, columnStep, rows, columns, left, 0, right, 1, defines: false);
            Assert.Equal(expected, actual);

            Array.Clear(expected);
            Array.Fill(actual, double.NaN);
            Dense.AddOuters(expected, offset, rowStep, columnStep, rows, columns, Lanes(left), rows + 1, Lanes(right), columns + 2, 1);
            Dense.AddOuters(actual, offset, rowStep, columnStep, rows, columns, Lanes(left), rows + 1, Lanes(right), columns + 2, 1, defines: true);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Outer_products(int rows, int columns)
    {
        foreach ((int rowStep, int columnStep, int offset) in Layouts(rows, columns))
        {
            double[] left = Rows.Uniform(rows + 1, -1, 1, 1), right = Rows.Uniform(columns + 2, -1, 1, 2), start = Rows.Uniform(Size(rows, columns, rowStep, columnStep, offset), -1, 1, 3);
            double[] expected = [.. start], actual = [.. start];
            for (int k = 0; k < rows * columns; k++)
            {
                expected[offset + (k / columns * rowStep) + (k % columns * columnStep)] += left[(k / columns) + 1] * right[(k % columns) + 2];
            }
            Dense.AddOuter(actual, offset, rowStep, columnStep, rows, columns, left, 1, right, 2);
            Assert.Equal(expected, actual); // one product, one sum: nothing to reassociate
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(32)]
    [InlineData(71)]
    public void Outer_products_over_vectors_and_lanes(int count)
    {
        foreach ((int rows, int columns) in new[] { (1, 1), (3, 5), (4, 4), (6, 70), (9, 12), (67, 3), (8, 8), (17, 16), (24, 43) })
        {
            foreach ((int rowStep, int columnStep, int offset) in Layouts(rows, columns))
            {
                int leftStep = rows + 1, rightStep = columns;
                double[] left = Rows.Uniform(8 * leftStep * Math.Max(count, 1), -1, 1, 1), right = Rows.Uniform(8 * rightStep * Math.Max(count, 1), -1, 1, 2);
                double[] start = Rows.Uniform(Size(rows, columns, rowStep, columnStep, offset), -1, 1, 3), expected = [.. start], actual = [.. start];
                for (int k = 0; k < rows * columns; k++)
                {
                    for (int v = 0; v < 8 * count; v++)
                    {
                        expected[offset + (k / columns * rowStep) + (k % columns * columnStep)] += left[(8 * ((v / 8 * leftStep) + (k / columns))) + (v % 8)] * right[(8 * ((v / 8 * rightStep) + (k % columns))) + (v % 8)];
                    }
                }
                Dense.AddOuters(actual, offset, rowStep, columnStep, rows, columns, Lanes(left), leftStep, Lanes(right), rightStep, count);
                Close(expected, actual, 8 * count);
            }
        }
    }

    /// <summary>w[i + j] += u[i] · v[j]: every element of the matrix has several places.</summary>
    [Theory]
    [InlineData(1, 16, 16)]
    [InlineData(5, 24, 19)]
    [InlineData(-1, 17, 32)]
    public void Outer_products_add_up_where_rows_overlap(int rowStep, int rows, int columns)
    {
        const int Count = 4;
        double[] left = Rows.Uniform(8 * Count * rows, -1, 1, 1), right = Rows.Uniform(8 * Count * columns, -1, 1, 2);
        int offset = rowStep < 0 ? (1 - rows) * rowStep : 0;
        double[] expected = new double[((rows - 1) * Math.Abs(rowStep)) + columns], actual = new double[expected.Length];
        for (int k = 0; k < rows * columns; k++)
        {
            for (int v = 0; v < 8 * Count; v++)
            {
                expected[offset + (k / columns * rowStep) + (k % columns)] += left[(8 * ((v / 8 * rows) + (k / columns))) + (v % 8)] * right[(8 * ((v / 8 * columns) + (k % columns))) + (v % 8)];
            }
        }
        Dense.AddOuters(actual, offset, rowStep, 1, rows, columns, Lanes(left), rows, Lanes(right), columns, Count);
        Close(expected, actual, 8 * Count * Math.Min(rows, columns));
    }

    [Fact]
    public void Not_a_number_and_infinity_reach_only_their_rows()
    {
        double[] matrix = Rows.Uniform(9 * 9, -1, 1, 1), x = Rows.Uniform(9, -1, 1, 2), y = new double[9];
        matrix[(4 * 9) + 8] = double.NaN;
        matrix[(5 * 9) + 2] = double.PositiveInfinity;
        Dense.MultiplyAdd(matrix, 0, 9, 1, 9, 9, x, 0, y, 0);
        Assert.Equal([4], Enumerable.Range(0, 9).Where(i => double.IsNaN(y[i])));
        Assert.Equal([5], Enumerable.Range(0, 9).Where(i => double.IsInfinity(y[i])));
    }

    [Fact]
    public void What_is_not_inside_a_span_throws()
    {
        double[] nine = new double[9], three = new double[3];
        Assert.Throws<ArgumentOutOfRangeException>(() => Dense.MultiplyAdd(nine, 1, 3, 1, 3, 3, three, 0, three, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dense.MultiplyAdd(nine, 0, 3, -1, 3, 3, three, 0, three, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dense.MultiplyAdd(nine, 0, int.MaxValue, 1, 3, 3, three, 0, three, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dense.MultiplyAdd(nine, 0, 3, 1, 3, 3, three, 1, three, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dense.MultiplyAddEstimate(nine, 0, 3, 1, 3, 3, three, int.MaxValue, three, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dense.AddOuter(nine, 0, 3, 1, 3, 3, three, 0, three, -1));
        Dense.MultiplyAdd(nine, 100, 3, 1, 0, 3, three, 100, three, 100); // no elements: nothing is outside
    }

    private static (int RowStep, int ColumnStep, int Offset)[] Layouts(int rows, int columns) => [(columns, 1, 0), (1, rows, 0), (columns + 3, 1, 5), (2, (2 * rows) + 1, 1)];

    private static int Size(int rows, int columns, int rowStep, int columnStep, int offset) => offset + (Math.Max(rows - 1, 0) * rowStep) + (Math.Max(columns - 1, 0) * columnStep) + 1;

    private static Span<Vector512<double>> Lanes(double[] values) => MemoryMarshal.Cast<double, Vector512<double>>(values.AsSpan());

    private static float[] Single(double[] values) => [.. values.Select(static v => (float)v)];

    /// <summary>Terms of at most 1 in another order: errors of n² · 2⁻⁵³, and three roundings of the arguments where they are single.</summary>
    private static void Close(double[] expected, double[] actual, int terms, double unit = 1.2e-16)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], unit * (terms + 2) * (terms + 4));
        }
    }
}
