using System.Collections.Generic;
using System.Linq;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Ir;

/// <summary>
/// <c>target[…] += left[…] · right[…]</c> for every point of a box of indices, in any order: matrix · vector, its transpose and outer products are this
/// with zero steps in different places. The target overlaps neither factor. Made by the last passes only; no transform sees it.
/// </summary>
internal sealed record Contract(EquatableArray<Expression> Extents, Strided Target, Strided Left, Strided Right) : Statement
{
    /// <summary>True where products and sums may be rounded once: in derivatives, not in what the source computes.</summary>
    public bool IsFused { get; init; }

    /// <summary>Where this is true the target holds zeros instead of what it held before.</summary>
    public Expression? Defines { get; init; }

    /// <summary>The same as nested loops.</summary>
    public Statement ToLoops(Names names)
    {
        string[] indices = [.. Extents.Select((_, d) => names.Fresh(d < 3 ? "ijk"[d].ToString() : "i"))];
        Expression At(Strided operand) => Enumerable.Range(0, indices.Length).Aggregate(
            operand.Offset, (sum, d) => IndexPlus(sum, IndexTimes(operand.Steps[d], Name(indices[d], ScalarType.Int))));
        Expression Value(Strided operand) => new Element(operand.Type, operand.Array, At(operand));
        Statement loop = new Add(Target.Array, At(Target), Multiply(Value(Left), Value(Right))) { IsFused = IsFused, Source = Source, Origin = Origin };
        for (int d = indices.Length - 1; d >= 0; d--)
        {
            loop = new For(indices[d], Int(0), Extents[d], 1, new Block([loop]));
        }
        return loop;
    }

    /// <summary>The expressions evaluated before the first product; the arrays are mentioned as their first elements.</summary>
    public IEnumerable<Expression> Own() =>
        Extents.Concat(Target.Own()).Concat(Left.Own()).Concat(Right.Own()).Concat([Left.First, Right.First]).Concat(Defines is null ? [] : [Defines]);

    public Contract Map(System.Func<Expression, Expression> map) =>
        this with { Extents = Extents.Map(map), Target = Target.Map(map), Left = Left.Map(map), Right = Right.Map(map), Defines = Defines is null ? null : map(Defines) };
}

/// <summary>Elements of an array at <c>Offset + Σ index · Steps</c>.</summary>
internal sealed record Strided(ScalarType Type, string Array, Expression Offset, EquatableArray<Expression> Steps)
{
    public Element First => new(Type, Array, Offset);

    public bool IsFixed(int dimension) => IsConstant(Steps[dimension], 0);

    public IEnumerable<Expression> Own() => Steps.Prepend(Offset);

    public Strided Map(System.Func<Expression, Expression> map) => this with { Offset = map(Offset), Steps = Steps.Map(map) };
}
