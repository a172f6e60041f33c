using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Approximation;

internal enum NodeKind
{
    /// <summary>A double, exactly.</summary>
    Constant,

    /// <summary>The irrational number whose nearest double is <see cref="Node.Value"/>.</summary>
    Irrational,

    /// <summary>The one variable.</summary>
    Variable,
    Plus,
    Minus,
    Negative,
    Times,
    Square,
    Over,

    /// <summary>A row of the table.</summary>
    Function,
}

/// <summary>One value of a <see cref="Graph"/>: an operation on earlier ones. <paramref name="Degree"/> is the highest power of the variable in it, <see cref="Unbounded"/> where there is none.</summary>
internal sealed record Node(NodeKind Kind, double Value, Primitive? Primitive, EquatableArray<int> Arguments, int Degree)
{
    public const int Unbounded = int.MaxValue;
}
