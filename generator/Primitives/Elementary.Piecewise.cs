using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Primitives;

/// <summary>Functions with kinks: magnitudes, signs, the larger and the smaller.</summary>
internal static partial class Elementary
{
    /// <summary>sign(x), 0 at 0; CopySign instead of x / |x|, which is NaN at infinity.</summary>
    public static readonly Primitive Abs = new()
    {
        Name = "abs", Arity = 1, Cost = Cost.Cheap,
        Kink = "at zero", Convention = "the derivative is zero there",
        Partials = [static (a, r) => Select(IsZero(a[0]), Zero(r.Type), Call(CopySign!, One(r.Type), a[0]))],
        DoubleText = "Math.Abs({0})", FloatText = "MathF.Abs({0})", LanesText = "{V}.Abs({0})",
        Evaluate = static a => Math.Abs(a[0]), Precise = static a => a[0].Abs(),
    };

    /// <summary>The magnitude of the first with the sign of the second: |x|·sign(s).</summary>
    public static readonly Primitive CopySign = new()
    {
        Name = "copysign", Arity = 2, Cost = Cost.Cheap,
        Kink = "where the first argument is zero, and jumps where the second is", Convention = "zero at the kink; the second argument has no derivative",
        Partials =
        [
            static (a, r) => Select(IsZero(a[0]), Zero(r.Type), Multiply(Call(CopySign!, One(r.Type), a[0]), Call(CopySign!, One(r.Type), a[1]))),
            null,
        ],
        DoubleText = "Math.CopySign({0}, {1})", FloatText = "MathF.CopySign({0}, {1})", LanesText = "{V}.CopySign({0}, {1})",
        Evaluate = static a => HasSign(a[0]) == HasSign(a[1]) ? a[0] : -a[0],
        Precise = static a => a[0].IsNegative == a[1].IsNegative ? a[0] : -a[0],
    };

    /// <summary>−1, 0 or 1 as an <see langword="int"/>.</summary>
    public static readonly Primitive Sign = new()
    {
        Name = "sign", Arity = 1, Cost = Cost.Cheap,
        Kink = "jumps at zero", Convention = "the derivative is zero", Partials = [null],
        DoubleText = "Math.Sign({0})", FloatText = "MathF.Sign({0})",
        Evaluate = static a => Math.Sign(a[0]), Precise = static a => Math.Sign(a[0].Hi),
    };

    public static readonly Primitive Max = Extremum("max", "Math", "Max", Arithmetic.GreaterOrEqual, isLarger: true);

    public static readonly Primitive Min = Extremum("min", "Math", "Min", Arithmetic.LessOrEqual, isLarger: false);

    /// <summary>A number where there is one: a NaN loses.</summary>
    public static readonly Primitive MaxNumber = Extremum("maxNumber", "double", "MaxNumber", null, isLarger: true, isNumber: true);

    public static readonly Primitive MinNumber = Extremum("minNumber", "double", "MinNumber", null, isLarger: false, isNumber: true);

    public static readonly Primitive MaxMagnitude = Extremum("maxMagnitude", "Math", "MaxMagnitude", null, isLarger: true, byMagnitude: true);

    public static readonly Primitive MinMagnitude = Extremum("minMagnitude", "Math", "MinMagnitude", null, isLarger: false, byMagnitude: true);

    public static readonly Primitive MaxMagnitudeNumber =
        Extremum("maxMagnitudeNumber", "double", "MaxMagnitudeNumber", null, isLarger: true, isNumber: true, byMagnitude: true);

    public static readonly Primitive MinMagnitudeNumber =
        Extremum("minMagnitudeNumber", "double", "MinMagnitudeNumber", null, isLarger: false, isNumber: true, byMagnitude: true);

    /// <summary>value &lt; low → low; value &gt; high → high; else value, as the code of Math.Clamp: at a bound the value itself is taken.</summary>
    public static readonly Primitive Clamp = new()
    {
        Name = "clamp", Arity = 3, Cost = Cost.Cheap, Kink = "at the bounds", Convention = "at a bound the derivative is that of the inside",
        Partials =
        [
            static (a, r) => Select(Or(Below(a), Above(a)), Zero(r.Type), One(r.Type)),
            static (a, r) => Select(Below(a), One(r.Type), Zero(r.Type)),
            static (a, r) => Select(Above(a), One(r.Type), Zero(r.Type)),
        ],
        // not {V}.Clamp: it neither throws for low > high nor ignores a NaN bound
        DoubleText = "Math.Clamp({0}, {1}, {2})", FloatText = "Math.Clamp({0}, {1}, {2})", LanesText = "VectorMath.Clamp({0}, {1}, {2})",
        Evaluate = static a => Clamped(a[0], a[1], a[2]).Hi, Precise = static a => Clamped(a[0], a[1], a[2]),
    };

    /// <summary>
    /// One of two arguments. The derivative follows <paramref name="takesFirst"/> of the arguments where the result is a plain comparison, else
    /// the argument that equals the result; ties go to the first.
    /// </summary>
    private static Primitive Extremum(
        string name, string type, string method, Primitive? takesFirst, bool isLarger, bool isNumber = false, bool byMagnitude = false)
    {
        Expression First(Expression[] a, Expression r) => takesFirst is null ? Compare(Arithmetic.Equal, r, a[0]) : Compare(takesFirst, a[0], a[1]);
        return new()
        {
            Name = name, Arity = 2, Cost = Cost.Cheap,
            Kink = byMagnitude ? "where the magnitudes are equal" : "where the arguments are equal",
            Convention = "ties go to the first argument" + (isNumber ? "" : "; where one is NaN, to the second"),
            Partials = [(a, r) => Select(First(a, r), One(r.Type), Zero(r.Type)), (a, r) => Select(First(a, r), Zero(r.Type), One(r.Type))],
            DoubleText = type + "." + method + "({0}, {1})",
            FloatText = (type == "Math" ? "MathF." : "float.") + method + "({0}, {1})",
            LanesText = "{V}." + method + "({0}, {1})",
            Evaluate = a => Taken(a[0], a[1], isLarger, isNumber, byMagnitude).Hi,
            Precise = a => Taken(a[0], a[1], isLarger, isNumber, byMagnitude),
        };
    }

    /// <summary>IEEE 754:2019: +0 is larger than −0, and of two equal magnitudes the positive one is.</summary>
    private static DoubleDouble Taken(DoubleDouble x, DoubleDouble y, bool isLarger, bool isNumber, bool byMagnitude)
    {
        if (x.IsNaN || y.IsNaN)
        {
            return x.IsNaN == isNumber ? y : x;
        }
        int order = byMagnitude ? x.Abs().CompareTo(y.Abs()) : x.CompareTo(y);
        bool isFirst = order == 0 ? x.IsNegative != isLarger : order > 0 == isLarger;
        return isFirst ? x : y;
    }

    private static DoubleDouble Clamped(DoubleDouble value, DoubleDouble low, DoubleDouble high)
    {
        if (low > high)
        {
            throw new ArgumentException("The lower bound is above the upper bound.");
        }
        if (value < low)
        {
            return low;
        }
        return value > high ? high : value;
    }

    private static Expression Below(Expression[] a) => Compare(Arithmetic.Less, a[0], a[1]);

    private static Expression Above(Expression[] a) => Compare(Arithmetic.Greater, a[0], a[2]);
}
