using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace NumericTests.Batches;

/// <summary>Sharing the rows among threads changes no bit, and nothing else that a caller sees.</summary>
[Trait("Category", "Batch")]
public sealed class BatchParallelCompanionTests
{
    private const double Untouched = -12345;

    private static readonly ParallelOptions Two = new() { MaxDegreeOfParallelism = 2 };

    public static TheoryData<int> RowCounts => [0, 1, 7, 63, 64, 65, 10_007, 100_003];

    [Theory]
    [MemberData(nameof(RowCounts))]
    public void Threads_give_the_bits_of_one_thread(int rows)
    {
        double[][] x = Columns(5, rows, -2, 2), expected = Outputs(6, rows), actual = Outputs(6, rows);
        foreach (ParallelOptions? options in new[] { Two, null })
        {
            ParallelModels.MixedBatch(x[0], x[1], x[2], x[3], x[4], expected[0]);
            ParallelModels.MixedBatch(x[0], x[1], x[2], x[3], x[4], actual[0], options);
            Same(expected, actual);
            ParallelModels.MixedGradientBatch(x[0], x[1], x[2], x[3], x[4], expected[0], expected[1], expected[2], expected[3], expected[4], expected[5]);
            ParallelModels.MixedGradientBatch(x[0], x[1], x[2], x[3], x[4], actual[0], actual[1], actual[2], actual[3], actual[4], actual[5], options);
            Same(expected, actual);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(4_003)]
    public void Rows_of_matrices_and_constants_are_shared_too(int rows)
    {
        double[] x = Rows.Uniform(5 * rows, -2, 2, 1), weights = Rows.Uniform(5, 0, 1, 2), shifts = Rows.Uniform(5, -1, 1, 3);
        double[][] expected = [new double[rows], new double[5 * rows]], actual = [new double[rows], new double[5 * rows]];
        ParallelModels.WeightedGradientBatch(x, weights, shifts, 2, expected[0], expected[1]);
        ParallelModels.WeightedGradientBatch(x, weights, shifts, 2, actual[0], actual[1], Two);
        Same(expected, actual);
    }

    [Fact]
    public void An_instance_in_a_struct_is_shared_too()
    {
        Pair[] ends = [.. Rows.Uniform(100_003, -1, 1, 4).Select(static x => new Pair(x, -2 * x))];
        double[] expected = new double[ends.Length], actual = new double[ends.Length];
        Pair[] slopes = new Pair[ends.Length], expectedSlopes = new Pair[ends.Length];
        new Spring(3).EnergyGradientBatch(ends, expected, expectedSlopes);
        new Spring(3).EnergyGradientBatch(ends, actual, slopes, Two);
        Assert.Equal(expected, actual);
        Assert.Equal(expectedSlopes, slopes);
    }

    /// <summary>Only arithmetic, and Exact rounding: one, two or four vectors at a time and the remainder all have the scalar companion's bits.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(47)]
    [InlineData(203)]
    public void Several_vectors_at_a_time_have_the_bits_of_the_scalar_companion(int rows)
    {
        double[][] x = Columns(3, rows, 0.2, 1.5), slopes = Outputs(3, rows);
        double[] values = new double[rows], results = new double[rows];
        ParallelModels.OscillateBatch(x[0], x[1], x[2], 50, values);
        ParallelModels.OscillateGradientBatch(x[0], x[1], x[2], 50, results, slopes[0], slopes[1], slopes[2]);
        for (int row = 0; row < rows; row++)
        {
            double value = ParallelModels.OscillateGradient(x[0][row], x[1][row], x[2][row], 50, out double dX, out double dV, out double dDamping);
            Assert.Equal((value, value), (values[row], results[row]));
            Assert.Equal((dX, dV, dDamping), (slopes[0][row], slopes[1][row], slopes[2][row]));
        }
    }

    [Fact]
    public void Outputs_may_start_where_inputs_start()
    {
        double[][] x = Columns(5, 100_003, -2, 2), expected = Outputs(6, 100_003);
        ParallelModels.MixedGradientBatch(x[0], x[1], x[2], x[3], x[4], expected[0], expected[1], expected[2], expected[3], expected[4], expected[5]);
        double[] result = new double[100_003];
        ParallelModels.MixedGradientBatch(x[0], x[1], x[2], x[3], x[4], result, x[1], x[0], x[2], x[3], x[4], Two);
        Same(expected, [result, x[1], x[0], x[2], x[3], x[4]]);
    }

    [Fact]
    public void Bad_arguments_are_refused_before_anything_is_written()
    {
        double[] memory = Rows.Filled(400_000, Untouched);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => ParallelModels.MixedBatch(
            memory.AsSpan(0, 100_000), new double[100_000], new double[100_000], new double[100_000], new double[100_000], memory.AsSpan(64, 100_000), Two));
        Assert.Equal("result", exception.ParamName);
        exception = Assert.Throws<ArgumentException>(() => ParallelModels.MixedBatch(
            new double[99_999], new double[100_000], new double[100_000], new double[100_000], new double[100_000], memory.AsSpan(0, 100_000), Two));
        Assert.Equal("x0", exception.ParamName);
        Assert.All(memory, static value => Assert.Equal(Untouched, value));
    }

    [Fact]
    public void A_cancelled_token_stops_before_anything_is_written()
    {
        ParallelOptions options = new() { CancellationToken = new CancellationToken(canceled: true) };
        foreach (int rows in new[] { 10, 100_000 })
        {
            double[][] x = Columns(5, rows, -2, 2);
            double[] result = Rows.Filled(rows, Untouched);
            Assert.Throws<OperationCanceledException>(() => ParallelModels.MixedBatch(x[0], x[1], x[2], x[3], x[4], result, options));
            Assert.All(result, static value => Assert.Equal(Untouched, value));
        }
    }

    [Fact]
    public void The_exception_of_the_first_bad_row_surfaces_itself()
    {
        double[] x = Rows.Uniform(200_000, 1, 2, 5), result = new double[200_000];
        x[77_777] = -1;
        x[150_000] = -2;
        ArgumentOutOfRangeException alone = Assert.Throws<ArgumentOutOfRangeException>(() => ParallelModels.GuardedBatch(x, result));
        ArgumentOutOfRangeException shared = Assert.Throws<ArgumentOutOfRangeException>(() => ParallelModels.GuardedBatch(x, result, Two));
        Assert.Equal(alone.ActualValue, shared.ActualValue); // the lanes around the first bad row
    }

    [Fact]
    public void Little_work_allocates_nothing()
    {
        double[][] x = Columns(5, 100, -2, 2);
        double[] result = new double[100];
        ParallelModels.MixedBatch(x[0], x[1], x[2], x[3], x[4], result, Two);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ParallelModels.MixedBatch(x[0], x[1], x[2], x[3], x[4], result, Two);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double[][] Columns(int count, int rows, double low, double high) => [.. Enumerable.Range(0, count).Select(i => Rows.Uniform(rows, low, high, 17 + i))];

    private static double[][] Outputs(int count, int rows) => [.. Enumerable.Range(0, count).Select(_ => Rows.Filled(rows, Untouched))];

    private static void Same(double[][] expected, double[][] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(expected[i].AsSpan().SequenceEqual(actual[i]) || expected[i].Select(BitConverter.DoubleToInt64Bits).SequenceEqual(actual[i].Select(BitConverter.DoubleToInt64Bits)));
        }
    }
}
