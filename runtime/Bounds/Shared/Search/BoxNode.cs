namespace Proxima;

/// <summary>
/// How often the first box was halved to make a part, and from how many halvings on its first and its second bound are asked. A bound that rests again rests four times as long.
/// </summary>
internal readonly record struct Halvings(int Count, int OwnFrom, int RefinedFrom, int Rest = 4);

/// <summary>A box that is yet to be searched.</summary>
internal sealed class BoxNode
{
    /// <summary>What is left of the part after coordinates in which the function only grows or falls moved to their ends.</summary>
    public required Interval[] Box { get; init; }

    /// <summary>No value on the part exceeds this.</summary>
    public required double Upper { get; init; }

    /// <summary>The coordinate to halve next; −1 when no edge can be halved.</summary>
    public required int Edge { get; init; }

    /// <summary>True where the slopes do not tell how to split the part.</summary>
    public required bool IsSwinging { get; init; }

    /// <summary>Numbers nodes in the order of their making.</summary>
    public required long Number { get; init; }

    /// <summary>Which of the functions that are searched together.</summary>
    public required int Function { get; init; }

    /// <summary>How often the first box was halved, and from how many halvings on each of the two bounds is asked.</summary>
    public required Halvings Halvings { get; init; }

    /// <summary>The node's halves, where they were bounded ahead.</summary>
    public Halves? Ahead { get; set; }

    /// <summary>Where the node stands in the tree of splits; −1 when no tree is kept.</summary>
    public int Place { get; init; } = -1;
}
