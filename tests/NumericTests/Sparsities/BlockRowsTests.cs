using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using CsCheck;
using NumericTests.AdBench;
using Proxima;

namespace NumericTests.Sparsities;

/// <summary>Rows of several iterations stored at once, one per lane.</summary>
public sealed class BlockRowsTests
{
    private static readonly int Lanes = Vector512<double>.Count;

    /// <summary>Rows that have all the columns, and rows that have only some, which go another way; upwards and downwards.</summary>
    [Fact]
    public void Rows_at_once_are_the_rows_one_by_one() => Gen.Select(Gen.Int[1, 3], Gen.Int[1, 12], Gen.OneOfConst(-2, -1, 1, 2, 3), Gen.Int[0, 1_000_000]).Sample(static (runs, longest, step, seed) =>
    {
        Random random = new(seed);
        int first = step < 0 ? (1 - Lanes) * step : 0;
        int[] counts = [.. Enumerable.Range(0, runs).Select(_ => random.Next(1, longest + 1))], columns = new int[runs * Lanes];
        int width = counts.Sum();
        bool isPartial = random.Next(2) == 0;
        Sparsity.Builder builder = new(Lanes * Math.Abs(step), 1000);
        for (int lane = 0; lane < Lanes; lane++)
        {
            int next = 0;
            for (int run = 0; run < runs; run++)
            {
                columns[(run * Lanes) + lane] = next += random.Next(100);
                for (int k = 0; k < counts[run]; k++, next++)
                {
                    if (!isPartial || random.Next(3) > 0)
                    {
                        builder.Add(first + (lane * step), next);
                    }
                }
            }
        }
        Sparsity pattern = builder.Build();
        Vector512<double>[] entries = [.. Enumerable.Range(0, width).Select(_ => Vector512.Create([.. Enumerable.Range(0, Lanes).Select(_ => random.NextDouble())]))];
        double[] expected = new double[pattern.NonZeros], actual = new double[pattern.NonZeros];
        for (int lane = 0; lane < Lanes; lane++)
        {
            double[] row = new double[16 * Lanes];
            List<int> own = [];
            for (int run = 0; run < runs; run++)
            {
                own.AddRange(Enumerable.Range(columns[(run * Lanes) + lane], counts[run]));
            }
            for (int k = 0; k < width; k++)
            {
                row[k] = entries[k][lane];
            }
            Vector512<double>[] one = [.. Enumerable.Range(0, row.Length / Lanes).Select(v => Vector512.Create(row, v * Lanes))];
            pattern.StoreRow(first + (lane * step), one, own.ToArray(), expected);
        }

        pattern.StoreRows(first, step, entries, columns, counts, actual);

        Assert.Equal(expected, actual);
    }, iter: 500);

    [Fact]
    public void A_pattern_of_other_integers_is_refused_in_a_block()
    {
        BundleProblem p = BundleProblem.Varied();
        int[] others = [.. p.Observations];
        others[6] = (others[6] + 1) % 4;
        Sparsity pattern = BundleCompanions.Pattern(p with { Observations = others }, out _, out _);
        double[] residuals = new double[p.Outputs], values = new double[pattern.NonZeros];

        ArgumentException refused = Assert.Throws<ArgumentException>(() => BundleCompanions.Values(p, pattern, residuals, values));

        Assert.Contains("row 6, column", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gathered_elements_are_the_neighbours_of_each_lane() => Gen.Select(Gen.Int[1, 20], Gen.Int[0, 1_000_000]).Sample(static (count, seed) =>
    {
        Random random = new(seed);
        double[] values = [.. Enumerable.Range(0, 50).Select(_ => random.NextDouble())];
        int[] firsts = [.. Enumerable.Range(0, Vector512<float>.Count).Select(_ => random.Next(51 - count))];
        float[] singles = Array.ConvertAll(values, static v => (float)v);
        Vector512<double>[] lanes = new Vector512<double>[count];
        Vector512<float>[] singleLanes = new Vector512<float>[count];

        Batch.Gather(values, firsts, lanes);
        Batch.Gather(singles, firsts, singleLanes);

        for (int k = 0; k < count; k++)
        {
            Assert.All(Enumerable.Range(0, Lanes), lane => Assert.Equal(values[firsts[lane] + k], lanes[k][lane]));
            Assert.All(Enumerable.Range(0, firsts.Length), lane => Assert.Equal(singles[firsts[lane] + k], singleLanes[k][lane]));
        }
        firsts[3] = 51 - count;
        Assert.ThrowsAny<Exception>(() => Batch.Gather(values, firsts, lanes));
    }, iter: 200);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Scattered_lanes_are_at_equal_distances(int step)
    {
        double[] values = new double[64];
        Batch.Scatter(Vector512<double>.Indices + Vector512.Create(1.0), values, 3, step);
        Assert.Equal(Enumerable.Range(0, 64).Select(k => k >= 3 && (k - 3) % step == 0 && (k - 3) / step < Lanes ? ((k - 3) / step) + 1.0 : 0.0), values);
    }
}
