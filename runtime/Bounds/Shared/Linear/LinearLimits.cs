using System;

namespace Proxima.Linear;

/// <summary>When a search of linear bounds ends. Everything but <see cref="Stop"/> is a count or a gap, so that equal searches give equal answers on every host.</summary>
internal sealed record LinearLimits
{
    /// <summary>The most parts that are split in two.</summary>
    public long Splits { get; init; } = 10_000;

    /// <summary>The search ends when upper ≤ lower + this · |lower|.</summary>
    public double RelativeGap { get; init; } = 1e-6;

    /// <summary>The search also ends when it is known whether the maximum exceeds this; NaN for never.</summary>
    public double Target { get; init; } = double.NaN;

    /// <summary>Asked after every split with the splits made, the upper and the lower bound; true ends the search where it is.</summary>
    public Func<long, double, double, bool>? Stop { get; init; }
}

/// <summary>What a search found out about a maximum.</summary>
/// <param name="Upper">No value exceeds this: proved.</param>
/// <param name="Lower">What is attained at the witness, or arbitrarily near it: proved. −∞ when no point was met.</param>
/// <param name="Witness">The point of the largest value met.</param>
/// <param name="Splits">The parts that were split.</param>
internal readonly record struct LinearResult(double Upper, double Lower, double[] Witness, long Splits);
