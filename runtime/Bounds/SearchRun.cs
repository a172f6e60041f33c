using System;
using System.Diagnostics;

namespace Proxima;

/// <summary>What the searches ask of the caller's options.</summary>
internal static class SearchRun
{
    public static SearchLimits Limits(CertifyOptions? options)
    {
        options ??= CertifyOptions.Default;
        if (options.MaxSplits < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxSplits, $"{nameof(CertifyOptions.MaxSplits)} must be at least 0.");
        }
        if (!(options.RelativeGap >= 0) || !(options.AbsoluteGap >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"A gap must be at least 0, not {options.RelativeGap} (relative) and {options.AbsoluteGap} (absolute).");
        }
        long start = Stopwatch.GetTimestamp();
        bool Stop(long splits, double upper, double lower)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            options.Progress?.Report(new(splits, upper, lower));
            return options.MaxTime is { } limit && Stopwatch.GetElapsedTime(start) >= limit;
        }
        return new() { Splits = options.MaxSplits, RelativeGap = options.RelativeGap, AbsoluteGap = options.AbsoluteGap, Stop = Stop };
    }

    /// <summary>The box as an array of the search's own; an empty interval anywhere makes the box empty.</summary>
    public static Interval[] Box(ReadOnlySpan<Interval> box, int dimension, string parameter)
    {
        if (box.Length != dimension)
        {
            throw new ArgumentException($"'{parameter}' has {box.Length} intervals, the model {dimension} coordinates.", parameter);
        }
        return box.ToArray();
    }

    public static bool IsEmpty(Interval[] box) => Array.Exists(box, static edge => edge.IsEmpty);

    public static double[] Point(ReadOnlySpan<double> point, int dimension, string parameter)
    {
        if (point.Length != dimension)
        {
            throw new ArgumentException($"'{parameter}' has {point.Length} coordinates, the model {dimension}.", parameter);
        }
        for (int i = 0; i < point.Length; i++)
        {
            if (!double.IsFinite(point[i]))
            {
                throw new ArgumentException($"Coordinate {i} of '{parameter}' is {point[i]}, not a finite number.", parameter);
            }
        }
        return point.ToArray();
    }
}
