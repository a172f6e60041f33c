using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Proxima;

namespace NumericTests.Batches;

/// <summary>Rows shared among threads.</summary>
[Trait("Category", "Batch")]
public sealed class ForEachChunkTests
{
    private static readonly ParallelOptions Four = new() { MaxDegreeOfParallelism = 4 };

    [Theory]
    [InlineData(1, 64)]
    [InlineData(64, 64)]
    [InlineData(1000, 64)]
    [InlineData(12_345, 1024)]
    [InlineData(100, int.MaxValue)]
    public void Every_row_is_in_one_chunk(int rows, int chunk)
    {
        int[] visits = new int[rows];
        Batch.ForEachChunk(rows, chunk, Four, (row, count) =>
        {
            Assert.Equal(0, row % chunk);
            for (int i = row; i < row + count; i++)
            {
                Interlocked.Increment(ref visits[i]);
            }
        });
        Assert.All(visits, static visit => Assert.Equal(1, visit));
    }

    [Theory]
    [InlineData(100_000, 3.0)]
    [InlineData(1_000_000, 0.2)]
    [InlineData(200, 5000.0)]
    [InlineData(int.MaxValue, 1e6)]
    public void Chunks_are_multiples_of_the_largest_block_of_rows(int rows, double nanoseconds)
    {
        using CancellationTokenSource source = new(); // makes chunks on one processor too
        int chunk = Batch.ChunkRows(rows, nanoseconds, new() { MaxDegreeOfParallelism = 4, CancellationToken = source.Token });
        Assert.Equal(0, chunk % 64);
        Assert.InRange(chunk, 64, rows);
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(10_000, 1.0)]
    [InlineData(64, 1e9)]
    [InlineData(100_000, double.NaN)]
    public void Little_work_stays_on_one_thread(int rows, double nanoseconds) =>
        Assert.True(Batch.ChunkRows(rows, nanoseconds, Four) >= rows);

    [Fact]
    public void The_first_chunk_that_fails_surfaces_itself()
    {
        for (int round = 0; round < 50; round++)
        {
            bool[] ran = new bool[100];
            InvalidTimeZoneException exception = Assert.Throws<InvalidTimeZoneException>(() => Batch.ForEachChunk(100 * 64, 64, Four, (row, _) =>
            {
                ran[row / 64] = true;
                if (row / 64 >= 17)
                {
                    Thread.Yield();
                    throw new InvalidTimeZoneException(FormattableString.Invariant($"{row / 64}"));
                }
            }));
            Assert.Equal("17", exception.Message);
            Assert.All(ran.Take(17), Assert.True);
        }
    }

    [Fact]
    public void A_cancelled_token_ends_the_work()
    {
        using CancellationTokenSource source = new();
        ParallelOptions options = new() { MaxDegreeOfParallelism = 2, CancellationToken = source.Token };
        int chunks = 0;
        Assert.Throws<OperationCanceledException>(() => Batch.ForEachChunk(1000 * 64, 64, options, (_, _) =>
        {
            // The first chunk cancels; the others last until it has, however late its thread goes on.
            if (Interlocked.Increment(ref chunks) == 1)
            {
                source.Cancel();
            }
            source.Token.WaitHandle.WaitOne();
        }));
        Assert.InRange(chunks, 1, 2); // one for each thread
        Assert.Throws<OperationCanceledException>(() => Batch.ChunkRows(1, 1, options));
    }

    /// <summary>Nothing is pinned: the spans follow their arrays when the collector moves them.</summary>
    [Fact]
    public void Shared_rows_follow_arrays_that_move()
    {
        for (int round = 0; round < 20; round++)
        {
            double[][] around = [.. Enumerable.Range(0, 64).Select(static _ => new double[50])];
            double[] input = Rows.Uniform(6400, -1, 1, round), output = new double[6400];
            for (int i = 0; i < around.Length; i += 2)
            {
                around[i] = []; // holes, so that compacting moves what comes after
            }
            Twice(input, output);
            Assert.Equal(input.Select(static x => 2 * x), output);
            GC.KeepAlive(around);
        }
    }

    private static void Twice(ReadOnlySpan<double> input, Span<double> output)
    {
        SharedRows<double> from = new(ref input);
        SharedOutput<double> to = new(ref output);
        Batch.ForEachChunk(input.Length, 64, Four, (row, rows) =>
        {
            Span<double> target = to[row, rows];
            ReadOnlySpan<double> source = from[row, rows];
            if (row % 1024 == 0)
            {
                GC.Collect(0, GCCollectionMode.Forced, blocking: true, compacting: true);
            }
            for (int i = 0; i < rows; i++)
            {
                target[i] = 2 * source[i];
            }
        });
    }
}
