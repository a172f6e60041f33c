using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Approximation;

internal enum NodeKind
{
    /// <summary>A double, exactly.</summary>
    Constant,

    /// <summary>The irrational number whose nearest double is <see cref="Node.Value"/>.</summary>
    Irrational,

    /// <summary>A variable; <see cref="Node.Value"/> is its number.</summary>
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

/// <summary>One value of a <see cref="Graph"/>: an operation on earlier ones.</summary>
/// <param name="Degree">The highest degree in the variables, <see cref="Unbounded"/> where there is none.</param>
/// <param name="Variables">What it depends on, a bit for each variable.</param>
internal sealed record Node(NodeKind Kind, double Value, Primitive? Primitive, EquatableArray<int> Arguments, int Degree, int Variables)
{
    public const int Unbounded = int.MaxValue;
}
