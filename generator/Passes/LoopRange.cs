using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Passes;

/// <summary>The indices of a loop that counts by one, up or down: <see cref="Extent"/> of them from <see cref="Low"/> on; none when the extent is not positive.</summary>
internal sealed record LoopRange(string Index, Expression Low, Expression Extent)
{
    /// <summary>Null for a loop that may leave early or skips indices.</summary>
    public static LoopRange? Of(For loop)
    {
        if (loop.Until is not null || loop.Step is not (1 or -1) || loop.From.Type != ScalarType.Int)
        {
            return null;
        }
        Expression low = loop.Step > 0 ? loop.From : Build.Offset(loop.To, 1);
        IndexPolynomial from = IndexPolynomial.Of(loop.From), to = IndexPolynomial.Of(loop.To);
        Expression extent = (loop.Step > 0 ? to - from : from - to).ToExpression();
        return new(loop.Index, low, extent);
    }

    /// <summary>The condition of a loop's first iteration, as the loop has it.</summary>
    public static Expression Runs(For loop) => loop switch
    {
        { From: Constant from, To: Constant to } => Build.Bool(loop.Step > 0 ? to.Bits > from.Bits : from.Bits > to.Bits),
        { Step: > 0 } => Build.Compare(Arithmetic.Greater, loop.To, loop.From),
        { IsReversal: true } => Build.Compare(Arithmetic.Greater, Build.Offset(loop.From, 1), Build.Offset(loop.To, 1)),
        _ => Build.Compare(Arithmetic.Greater, loop.From, loop.To),
    };

    /// <summary>An index expression counted from the first index on: its value there and its step per index; null where it is no such sum.</summary>
    public (IndexPolynomial Offset, Expression Step)? Split(IndexPolynomial index)
    {
        if (index.Split(Index) is not { } parts || parts.Factor.Mentions(Index))
        {
            return null;
        }
        return (parts.Others + (parts.Factor * IndexPolynomial.Of(Low)), parts.Factor.ToExpression());
    }

    /// <summary>The position of the loop's index in the range.</summary>
    public Expression Position => (IndexPolynomial.Of(Build.Name(Index, ScalarType.Int)) - IndexPolynomial.Of(Low)).ToExpression();

    /// <summary>An expression of the index where the position is named instead.</summary>
    public Expression At(Expression expression, string position) => Rewriter.Substitute(
        expression, new Dictionary<string, Expression> { [Index] = Build.IndexPlus(Build.Name(position, ScalarType.Int), Low) });
}
