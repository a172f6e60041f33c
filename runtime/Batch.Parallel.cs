using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace Proxima;

/// <content>Rows shared among threads, in contiguous chunks.</content>
public static partial class Batch
{
    /// <summary>Chunks hold a multiple of so many rows: the largest block of rows that generated code takes at a time, four vectors of sixteen.</summary>
    private const int ChunkBlock = 64;

    // An empty parallel loop takes 2-15 µs and gains nothing below about 30 µs of work (measured).
    private const double LeastNanoseconds = 40_000;
    private const double LeastChunkNanoseconds = 10_000;

    /// <summary>How many rows each thread takes at a time.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="nanosecondsPerRow">The estimated work of one row.</param>
    /// <param name="parallel">The caller's options; null for those of <c>new ParallelOptions()</c>: all processors, not cancellable.</param>
    /// <returns>A multiple of the largest block of rows, or at least <paramref name="rows"/> where threads would cost more than they save.</returns>
    /// <exception cref="OperationCanceledException">The options' token is cancelled.</exception>
    public static int ChunkRows(int rows, double nanosecondsPerRow, ParallelOptions? parallel)
    {
        parallel?.CancellationToken.ThrowIfCancellationRequested();
        int limit = parallel?.MaxDegreeOfParallelism ?? -1;
        int threads = limit < 0 ? Environment.ProcessorCount : Math.Min(limit, Environment.ProcessorCount);
        double work = rows * nanosecondsPerRow;
        bool isAlone = threads == 1 && parallel?.CancellationToken.CanBeCanceled != true;
        if (isAlone || !(work >= LeastNanoseconds) || rows <= ChunkBlock)
        {
            return Math.Max(rows, 1);
        }

        // A few chunks per thread even out what the threads are given and bound the time until a cancellation is seen.
        double most = Math.Floor(work / LeastChunkNanoseconds);
        double chunks = most <= threads ? most : threads * Math.Clamp(Math.Floor(most / threads), 1, 8);
        long size = (long)Math.Ceiling(rows / Math.Max(chunks, 1));
        return (int)Math.Min((size + ChunkBlock - 1) / ChunkBlock * ChunkBlock, int.MaxValue);
    }

    /// <summary>
    /// Calls a function for chunks of rows on several threads and waits for all of them. An exception surfaces as it would from one thread: the one of the first
    /// chunk that failed, itself and not inside an <see cref="AggregateException"/>; chunks before it are complete, of those after it any number.
    /// </summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="chunk">The number of rows of each chunk but the last.</param>
    /// <param name="parallel">The caller's options; null for those of <c>new ParallelOptions()</c>.</param>
    /// <param name="run">Is given the first row of a chunk and its number of rows.</param>
    /// <exception cref="OperationCanceledException">The options' token was cancelled; chunks that had been started are complete.</exception>
    public static void ForEachChunk(int rows, int chunk, ParallelOptions? parallel, Action<int, int> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chunk);
        int count = (int)(((long)rows + chunk - 1) / chunk);
        Lock gate = new();
        CancellationToken token = parallel?.CancellationToken ?? CancellationToken.None;
        int failed = int.MaxValue;
        ExceptionDispatchInfo? failure = null;
        Parallel.For(0, count, parallel ?? new ParallelOptions(), (i, state) =>
        {
            // The loop itself sees a cancellation only when its callback has run, which may be long after the token is set.
            if (token.IsCancellationRequested)
            {
                return;
            }
            try
            {
                int row = i * chunk;
                run(row, Math.Min(chunk, rows - row));
            }
            catch (Exception exception)
            {
                lock (gate)
                {
                    if (i < failed)
                    {
                        failed = i;
                        failure = ExceptionDispatchInfo.Capture(exception);
                    }
                }
                state.Break(); // chunks before this one still run: one of them may fail first
            }
        });
        failure?.Throw();
        token.ThrowIfCancellationRequested();
    }
}
