using System.Collections.Generic;

namespace Proxima;

/// <summary>What a search over boxes found out about a maximum.</summary>
internal sealed class SearchResult
{
    /// <summary>No value exceeds this: proved.</summary>
    public double Upper { get; init; }

    /// <summary>The value at <see cref="Witness"/> is at least this: proved. −∞ when no point with a value was met.</summary>
    public double Lower { get; init; }

    /// <summary>The point of the largest value met.</summary>
    public double[] Witness { get; init; } = [];

    /// <summary>The boxes that were split.</summary>
    public long Splits { get; init; }

    /// <summary>Boxes that together hold every point of the maximum; only when they were to be kept.</summary>
    public List<Interval[]> Candidates { get; init; } = [];

    /// <summary>How the box was split, in preorder: −1 for a leaf, otherwise the coordinate that was halved; only when it was to be kept.</summary>
    public List<int> Tree { get; init; } = [];
}
