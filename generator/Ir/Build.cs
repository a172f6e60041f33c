using System;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Ir;

/// <summary>
/// Factories that read like the expression they build. They simplify only what is always right: x · 1, x ÷ 1, −(−x), constants under + − × ÷;
/// not x + 0 (which loses −0.0), x · 0 or x − x (which lose NaN).
/// </summary>
internal static class Build
{
    public static Constant Int(int value) => new(ScalarType.Int, value);

    public static Constant Bool(bool value) => new(ScalarType.Bool, value ? 1 : 0);

    public static Constant Double(double value) => new(ScalarType.Double, BitConverter.DoubleToInt64Bits(value));

    public static Constant Float(float value) => new(ScalarType.Float, Floats.ToBits(value));

    /// <summary>A constant of a real (or integer) type.</summary>
    public static Constant Real(ScalarType type, double value) => type switch
    {
        ScalarType.Double => Double(value),
        ScalarType.Float => Float((float)value),
        ScalarType.Interval or ScalarType.IntervalLanes or ScalarType.Form => new(type, BitConverter.DoubleToInt64Bits(value)),
        _ => new(type, (long)value),
    };

    public static Constant One(ScalarType type) => Real(type, 1);

    public static Constant Zero(ScalarType type) => type == ScalarType.Bool ? Bool(false) : Real(type, 0);

    public static Read Name(string name, ScalarType type) => new(type, name);

    public static Apply Call(Primitive primitive, params Expression[] arguments) => new(arguments[0].Type, primitive, new(arguments));

    public static Apply Compare(Primitive primitive, Expression left, Expression right) => new(ScalarType.Bool, primitive, [left, right]);

    public static Expression Plus(Expression left, Expression right) =>
        Fold(left, right, static (a, b) => a + b, Exactly.IsSum) ?? (right is Apply { Primitive: var p, Type: ScalarType.Double or ScalarType.Float } negated && p == Arithmetic.Negative
            ? Minus(left, negated.Arguments[0])
            : Call(Arithmetic.Plus, left, right));

    public static Expression Minus(Expression left, Expression right) =>
        Fold(left, right, static (a, b) => a - b, static (a, b, difference) => Exactly.IsSum(a, -b, difference)) ?? (right is Apply { Primitive: var p, Type: ScalarType.Double or ScalarType.Float } negated && p == Arithmetic.Negative
            ? Call(Arithmetic.Plus, left, negated.Arguments[0])
            : Call(Arithmetic.Minus, left, right));

    public static Expression Multiply(Expression left, Expression right)
    {
        if (Fold(left, right, static (a, b) => a * b, Exactly.IsProduct) is { } folded)
        {
            return folded;
        }
        if (IsConstant(left, 1))
        {
            return right;
        }
        if (IsConstant(right, 1))
        {
            return left;
        }
        if (left.Type.IsReal())
        {
            if (IsConstant(left, -1))
            {
                return Negate(right);
            }
            if (IsConstant(right, -1))
            {
                return Negate(left);
            }
            // (−a)·b → −(a·b): exact, and the sign can then join a sum.
            if (left is Apply { Primitive: var p } l && p == Arithmetic.Negative)
            {
                return Negate(Multiply(l.Arguments[0], right));
            }
            if (right is Apply { Primitive: var q } r && q == Arithmetic.Negative)
            {
                return Negate(Multiply(left, r.Arguments[0]));
            }
        }
        return Call(Arithmetic.Times, left, right);
    }

    public static Expression Divide(Expression left, Expression right) =>
        (left.Type.IsReal() ? Fold(left, right, static (a, b) => a / b, Exactly.IsQuotient) : null) ?? (IsConstant(right, 1) ? left : Call(Arithmetic.Over, left, right));

    public static Expression Negate(Expression value) => value switch
    {
        Constant { Type: ScalarType.Double or ScalarType.Float } constant => Real(constant.Type, -constant.Real),
        Apply { Primitive: var p, Type: ScalarType.Double or ScalarType.Float } negated when p == Arithmetic.Negative => negated.Arguments[0],
        _ => Call(Arithmetic.Negative, value),
    };

    /// <summary>Integer arithmetic of indices: x + 0 and x · 1 are x, and constants meet.</summary>
    public static Expression Offset(Expression value, int by) => value switch
    {
        Constant constant => Int((int)constant.Bits + by),
        _ when by == 0 => value,
        Apply { Primitive: var p, Arguments: var a } when p == Arithmetic.Plus && a[1] is Constant c => Offset(a[0], by + (int)c.Bits),
        Apply { Primitive: var p, Arguments: var a } when p == Arithmetic.Minus && a[1] is Constant c => Offset(a[0], by - (int)c.Bits),
        _ => by > 0 ? Call(Arithmetic.Plus, value, Int(by)) : Call(Arithmetic.Minus, value, Int(-by)),
    };

    public static Expression IndexPlus(Expression left, Expression right) => (left, right) switch
    {
        (_, Constant c) => Offset(left, (int)c.Bits),
        (Constant c, _) => Offset(right, (int)c.Bits),
        _ => Call(Arithmetic.Plus, left, right),
    };

    public static Expression IndexMinus(Expression left, Expression right) =>
        right is Constant c ? Offset(left, -(int)c.Bits) : left.Equals(right) ? Int(0) : Call(Arithmetic.Minus, left, right);

    public static Expression IndexTimes(Expression left, Expression right) =>
        IsConstant(left, 0) || IsConstant(right, 0) ? Int(0) : Multiply(left, right);

    public static Expression Truncate(Expression value) => Call(Elementary.Truncate, value);

    public static Expression Select(Expression condition, Expression then, Expression @else) => condition switch
    {
        Constant constant => constant.IsTrue ? then : @else,
        _ when then.Equals(@else) => then,
        _ => new Apply(then.Type, Arithmetic.Select, [condition, then, @else]),
    };

    public static Expression And(Expression left, Expression right) => (left, right) switch
    {
        (Constant constant, _) => constant.IsTrue ? right : left,
        (_, Constant constant) when constant.IsTrue => left,
        _ => new Apply(ScalarType.Bool, Arithmetic.AndAlso, [left, right]),
    };

    public static Expression Or(Expression left, Expression right) => (left, right) switch
    {
        (Constant constant, _) => constant.IsTrue ? left : right,
        (_, Constant constant) when !constant.IsTrue => left,
        _ => new Apply(ScalarType.Bool, Arithmetic.OrElse, [left, right]),
    };

    public static Expression Not(Expression value) => value switch
    {
        Constant constant => Bool(!constant.IsTrue),
        Apply { Primitive: var p } negated when p == Arithmetic.Not => negated.Arguments[0],
        _ => new Apply(ScalarType.Bool, Arithmetic.Not, [value]),
    };

    public static Expression Convert(Expression value, ScalarType type) => value.Type == type ? value : value switch
    {
        Constant { Type: ScalarType.Int } constant when type is ScalarType.Double or ScalarType.Long => Real(type, constant.Real),
        Constant { Type: ScalarType.Float } constant when type is ScalarType.Double => Real(type, constant.Real),
        Constant { Type: ScalarType.Double or ScalarType.Float } constant when type is ScalarType.Int && Math.Abs(constant.Real) < int.MaxValue => Int((int)constant.Real),
        _ => new Apply(type, Arithmetic.Convert, [value]),
    };

    public static bool IsConstant(Expression value, double real) => value is Constant { Type: not ScalarType.Bool } constant && constant.Real.Equals(real);

    /// <summary>
    /// Folds only what is exact, + − × ÷ of the same type: bounds are about real numbers, and a rounded constant would be another one. Integers fold when
    /// nothing overflows.
    /// </summary>
    private static Expression? Fold(Expression left, Expression right, Func<double, double, double> operation, Func<double, double, double, bool> isExact)
    {
        if (left is not Constant a || right is not Constant b || a.Type == ScalarType.Bool)
        {
            return null;
        }
        double value = operation(a.Real, b.Real);
        if (!a.Type.IsReal())
        {
            return a.Type == ScalarType.Int && Math.Abs(value) < int.MaxValue ? Int((int)value) : null;
        }
        // A float is exact in double, and so is what a float operation gives when it is exact.
        Constant folded = Real(a.Type, value);
        return isExact(a.Real, b.Real, value) && folded.Real == value ? folded : null;
    }
}
