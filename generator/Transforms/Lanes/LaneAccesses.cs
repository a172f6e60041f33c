using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

internal enum AccessKind
{
    Read,
    Store,
    Add,
}

/// <summary>
/// One place where a loop's body touches an array from outside: iteration i touches element <paramref name="Stride"/> · i + <paramref name="Rest"/>.
/// <paramref name="IsRow"/>: the rest is proved to be at least 0 and less than the stride, which then is the length of a row.
/// </summary>
internal sealed record Access(string Array, AccessKind Kind, IndexPolynomial Stride, IndexPolynomial Rest, bool IsRow)
{
    public bool IsUniform => Stride.Constant == 0;
}

/// <summary>The accesses of a loop's body to arrays from outside, or why they cannot be known.</summary>
internal sealed class LaneAccesses
{
    private readonly For _loop;
    private readonly KnownIntegers _integers;
    private readonly LoopBounds _bounds;
    private readonly HashSet<string> _inner = [];

    /// <summary>What differs between iterations.</summary>
    private readonly Varying _varying;

    private LaneAccesses(For loop, KnownIntegers integers, ScalarType real)
    {
        Parameter[] own = [new(loop.Index, ScalarType.Int, ParameterKind.Scalar, false), .. loop.Carried.Select(static c => new Parameter(c.Name, c.Type, ParameterKind.Scalar, false))];
        _varying = Varying.Of(new("", own.ToEquatableArray(), [], loop.Body, []), real, own.Select(static p => p.Name));
        _loop = loop;
        _integers = integers;
        _bounds = new(integers);
        foreach (Statement statement in Walker.Statements(loop.Body))
        {
            _inner.UnionWith(Walker.Defines(statement).Select(static d => d.Name));
            _inner.UnionWith(Walker.CarriedBy(statement).Select(static c => c.Name));
            string? other = statement switch { NewArray array => array.Name, Slice slice => slice.Name, For nested => nested.Index, _ => null };
            if (other is not null)
            {
                _inner.Add(other);
            }
        }
    }

    public List<Access> All { get; } = [];

    public string Obstacle { get; private set; } = "";

    public static LaneAccesses Of(For loop, KnownIntegers integers, ScalarType real)
    {
        LaneAccesses accesses = new(loop, integers, real);
        accesses.Walk(loop.Body, null);
        foreach (Carried cell in loop.Carried)
        {
            accesses.Read(cell.Next, null);
        }
        return accesses;
    }

    /// <summary>True for what the body itself makes.</summary>
    public bool IsInner(string name) => _inner.Contains(name);

    public bool MentionsInner(IndexPolynomial number) => _inner.Any(number.Mentions);

    /// <summary>True for what differs between iterations.</summary>
    public bool IsVarying(Expression expression) => _varying.IsVarying(expression);

    /// <summary>The stride of an integer from iteration to iteration and what it is without the loop's index; null when it is no such number.</summary>
    public (IndexPolynomial Stride, IndexPolynomial Others)? Split(Expression integer)
    {
        Expression? formula = _integers.Of(integer).Value;
        if (!_varying.IsVarying(integer))
        {
            return (IndexPolynomial.Of(0), IndexPolynomial.Of(formula ?? integer));
        }
        if (formula is null)
        {
            return null;
        }
        return IndexPolynomial.Of(formula).Split(_loop.Index) is { } parts && !MentionsCells(parts.Factor) && !MentionsCells(parts.Others) ? parts : null;
    }

    /// <summary>Values that the loop carries differ between iterations in a way that no formula says.</summary>
    private bool MentionsCells(IndexPolynomial number) => _loop.Carried.Any(c => number.Mentions(c.Name));

    /// <summary>
    /// True when two iterations never touch the same element of the array, unless all they do is add to it; even then the lanes of one addition need
    /// elements of their own, or all of them the same one. A stride that only the run knows may be zero.
    /// </summary>
    public bool AreApart(string array)
    {
        List<Access> accesses = [.. All.Where(a => a.Array == array)];
        if (accesses.All(static a => a.Kind == AccessKind.Read))
        {
            return true;
        }
        if (accesses.All(static a => a.Kind == AccessKind.Add))
        {
            return accesses.All(static a => a.IsRow || a.Stride.Constant is not null);
        }
        Access first = accesses[0];
        if (accesses.Any(a => !a.Stride.Equals(first.Stride)) || first.IsUniform)
        {
            return false;
        }
        if (accesses.All(static a => a.IsRow))
        {
            return true;
        }
        // The same element in every access of an iteration, or elements closer to each other than to those of the next iteration.
        if (first.Stride.Constant is not { } stride || accesses.Any(a => _inner.Any(a.Rest.Mentions)))
        {
            return false;
        }
        List<long?> distances = [.. accesses.Select(a => (a.Rest - first.Rest).Constant)];
        return distances.All(static d => d is not null) && distances.Max() - distances.Min() < System.Math.Abs(stride);
    }

    private void Walk(Block block, Nest? nest)
    {
        foreach (Statement statement in block.Statements)
        {
            foreach (Expression own in Walker.Own(statement))
            {
                Read(own, nest);
            }
            switch (statement)
            {
                case Store store:
                    Touch(store.Array, AccessKind.Store, store.Index, nest);
                    break;
                case Add add:
                    Touch(add.Array, AccessKind.Add, add.Index, nest);
                    break;
                case Slice slice when !_inner.Contains(slice.Array):
                    Obstacle = "a part of '" + slice.Array + "' has a name of its own";
                    break;
                case Throw or Push or Pop or NewTape or Call:
                    Obstacle = "an iteration " + (statement is Throw ? "may throw" : statement is Call ? "calls a function" : "uses a tape");
                    break;
            }
            foreach (Block inner in Walker.Blocks(statement))
            {
                Walk(inner, statement is For ? new(nest, 0, statement, false) : nest);
            }
        }
    }

    private void Read(Expression expression, Nest? nest)
    {
        foreach (Expression inner in Walker.All(expression))
        {
            if (inner is Element element)
            {
                Touch(element.Array, AccessKind.Read, element.Index, nest);
            }
        }
    }

    private void Touch(string array, AccessKind kind, Expression index, Nest? nest)
    {
        if (_inner.Contains(array))
        {
            return;
        }
        if (Split(index) is not { } parts)
        {
            Obstacle = "which element of '" + array + "' an iteration touches has no formula";
            return;
        }
        bool isRow = parts.Stride.Constant is null or > 1
            && _bounds.IsNonNegative(parts.Others, nest) && _bounds.IsNonNegative(parts.Stride - parts.Others - IndexPolynomial.Of(1), nest);
        All.Add(new(array, kind, parts.Stride, parts.Others, isRow));
    }
}
