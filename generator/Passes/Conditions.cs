using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Passes;

/// <summary>Conditions whose outcome is known: the compiler would warn of code that is never reached.</summary>
internal static class Conditions
{
    /// <summary>The outcome, or the same condition. An integer compared with itself is known; a real is not: it may be NaN.</summary>
    public static Expression Fold(Apply condition)
    {
        Primitive p = condition.Primitive;
        if (p == Arithmetic.Not)
        {
            return condition.Arguments[0] is Constant negated ? Build.Bool(!negated.IsTrue) : condition;
        }
        if (condition.Arguments.Count != 2)
        {
            return condition;
        }
        Expression left = condition.Arguments[0], right = condition.Arguments[1];
        if (p == Arithmetic.AndAlso)
        {
            return Build.And(left, right);
        }
        if (p == Arithmetic.OrElse)
        {
            return Build.Or(left, right);
        }
        if (left is Constant a && right is Constant b && a.Type == b.Type && a.Type is ScalarType.Int or ScalarType.Long or ScalarType.Double or ScalarType.Float)
        {
            return Outcome(p, a.Type.IsReal() ? a.Real.CompareTo(b.Real) : a.Bits.CompareTo(b.Bits), double.IsNaN(a.Real) || double.IsNaN(b.Real)) ?? condition;
        }
        return left is not Read read || !left.Equals(right) ? condition
            : read.Type is ScalarType.Int or ScalarType.Long ? Outcome(p, 0, false) ?? condition
            : read.Type.IsReal() ? WithItself(p, read) ?? condition
            : condition;
    }

    /// <summary>A real is neither less nor greater than itself, and equal to itself unless it is NaN.</summary>
    private static Expression? WithItself(Primitive p, Read real)
    {
        Expression isNaN = new Apply(ScalarType.Bool, Elementary.IsNaN, [real]);
        return p == Arithmetic.Less || p == Arithmetic.Greater ? Build.Bool(false)
            : p == Arithmetic.NotEqual ? isNaN
            : p == Arithmetic.Equal || p == Arithmetic.LessOrEqual || p == Arithmetic.GreaterOrEqual ? Build.Not(isNaN)
            : null;
    }

    private static Expression? Outcome(Primitive p, int order, bool isUnordered)
    {
        if (isUnordered)
        {
            return p == Arithmetic.NotEqual ? Build.Bool(true) : IsComparison(p) ? Build.Bool(false) : null;
        }
        return p == Arithmetic.Less ? Build.Bool(order < 0)
            : p == Arithmetic.LessOrEqual ? Build.Bool(order <= 0)
            : p == Arithmetic.Greater ? Build.Bool(order > 0)
            : p == Arithmetic.GreaterOrEqual ? Build.Bool(order >= 0)
            : p == Arithmetic.Equal ? Build.Bool(order == 0)
            : p == Arithmetic.NotEqual ? Build.Bool(order != 0)
            : null;
    }

    private static bool IsComparison(Primitive p) => p.Operator is "<" or "<=" or ">" or ">=" or "==";
}
