using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Drops conditions that always hold for what the ranges around them count:
/// <code>for (i = 1 to n) if (i - 1 >= 0) add   →   for (i = 1 to n) add</code>
/// </summary>
internal static class KnownGuards
{
    public static EquatableArray<Quantifier> Without(EquatableArray<Quantifier> over)
    {
        List<Quantifier> kept = [];
        foreach (Quantifier quantifier in over)
        {
            if (quantifier is not Guard guard || NonNegative(guard.Condition) is not { } number || !Holds(number, kept))
            {
                kept.Add(quantifier);
            }
        }
        return kept.Count == over.Count ? over : kept.ToEquatableArray();
    }

    /// <summary>What the condition says not to be negative; null for one that is no comparison of order.</summary>
    private static IndexPolynomial? NonNegative(Expression condition)
    {
        if (condition is not Apply { Primitive: var p, Arguments: [{ Type: ScalarType.Int } left, var right] })
        {
            return null;
        }
        IndexPolynomial rise = IndexPolynomial.Of(right) - IndexPolynomial.Of(left), fall = IndexPolynomial.Of(left) - IndexPolynomial.Of(right), one = IndexPolynomial.Of(1);
        return p == Arithmetic.Less ? rise - one
            : p == Arithmetic.LessOrEqual ? rise
            : p == Arithmetic.Greater ? fall - one
            : p == Arithmetic.GreaterOrEqual ? fall
            : null;
    }

    /// <summary>True when the number is not negative even where each index is at its worst, from the innermost range outwards.</summary>
    private static bool Holds(IndexPolynomial number, List<Quantifier> around)
    {
        foreach (Range range in around.OfType<Range>().Reverse())
        {
            if (number.Split(range.Index) is { Factor.Constant: { } factor } parts && factor != 0)
            {
                bool isFirst = (range.Step > 0) == (factor > 0);
                Expression worst = isFirst ? range.From : Offset(range.To, range.Step > 0 ? -1 : 1);
                number = (parts.Factor * IndexPolynomial.Of(worst)) + parts.Others;
            }
        }
        return number.Constant >= 0 || number.IsSumOfLengths;
    }
}
