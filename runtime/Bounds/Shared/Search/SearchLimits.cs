using System;

namespace Proxima;

/// <summary>When a search over boxes ends. Everything but <see cref="Stop"/> is a count or a gap, so that equal searches give equal answers on every host.</summary>
internal sealed record SearchLimits
{
    /// <summary>The most boxes that are split in two.</summary>
    public long Splits { get; init; } = 10_000;

    /// <summary>The search ends when upper ≤ lower + AbsoluteGap + RelativeGap · |lower|.</summary>
    public double RelativeGap { get; init; } = 1e-6;

    /// <summary>The absolute part of the gap.</summary>
    public double AbsoluteGap { get; init; }

    /// <summary>The search also ends when it is known whether the maximum exceeds this; NaN for never.</summary>
    public double Target { get; init; } = double.NaN;

    /// <summary>True to keep every box that may hold a point of the maximum, and to split those wider than <see cref="CandidateWidth"/>.</summary>
    public bool KeepsCandidates { get; init; }

    /// <summary>The widest edge of a candidate, as a part of the starting box's edge.</summary>
    public double CandidateWidth { get; init; } = 1e-4;

    /// <summary>True to note how the box was split, for a certificate.</summary>
    public bool KeepsTree { get; init; }

    /// <summary>Asked now and then with the splits made, the upper and the lower bound; true ends the search where it is.</summary>
    public Func<long, double, double, bool>? Stop { get; init; }

    /// <summary>The splits between two questions.</summary>
    public long StopInterval { get; init; } = 64;
}
