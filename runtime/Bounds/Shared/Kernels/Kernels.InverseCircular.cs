using System;

namespace Proxima;

/// <content>The inverses of sine, cosine and tangent.</content>
internal static partial class Kernels
{
    /// <summary>Twice the error of <see cref="AcuteAngle"/>, with a margin for the errors of its arguments.</summary>
    private const double AngleError = TwoTo64Less;

    /// <summary>arctan x; ±∞ is allowed.</summary>
    public static Interval Atan(double x)
    {
        if (Math.Abs(x) < TwoTo28Less)
        {
            return Inwards(x);
        }
        return Signed(Near(AngleOfTangent(Math.Abs(x)), AngleError), x);
    }

    public static Interval AtanPi(double x)
    {
        if (Math.Abs(x) < TwoTo40Less)
        {
            return Proportional(x, KernelConstants.OverPi);
        }
        if (Math.Abs(x) == 1 || double.IsInfinity(x))
        {
            return Signed(Exact(double.IsInfinity(x) ? 0.5 : 0.25), x);
        }
        return Signed(Near(AngleOfTangent(Math.Abs(x)) * KernelConstants.OverPi, AngleError), x);
    }

    /// <summary>arcsin x for |x| ≤ 1.</summary>
    public static Interval Asin(double x)
    {
        if (Math.Abs(x) < TwoTo28Less)
        {
            return Outwards(x);
        }
        return Signed(Near(AngleOfSine(Math.Abs(x)), AngleError), x);
    }

    public static Interval AsinPi(double x)
    {
        if (Math.Abs(x) < TwoTo40Less)
        {
            return Proportional(x, KernelConstants.OverPi);
        }
        return Math.Abs(x) == 1 ? Signed(Exact(0.5), x) : Signed(Near(AngleOfSine(Math.Abs(x)) * KernelConstants.OverPi, AngleError), x);
    }

    /// <summary>arccos x for |x| ≤ 1.</summary>
    public static Interval Acos(double x) => x == 1 ? default : Near(AngleOfCosine(x), AngleError);

    public static Interval AcosPi(double x)
    {
        if (x == 1 || x == 0 || x == -1)
        {
            return Exact((1 - x) * 0.5);
        }
        return Near(AngleOfCosine(x) * KernelConstants.OverPi, AngleError);
    }

    /// <summary>The angle of (x, y) for y ≥ 0, not both zero or infinite: from 0 to π, or to 1 in half turns.</summary>
    public static Interval Angle(double y, double x, bool isInHalfTurns)
    {
        Twofold unit = isInHalfTurns ? KernelConstants.OverPi : new Twofold(1);
        if (y == 0 || double.IsInfinity(x))
        {
            return AngleOfAxis(x < 0 ? 1 : 0, isInHalfTurns);
        }
        if (x == 0 || double.IsInfinity(y))
        {
            return AngleOfAxis(0.5, isInHalfTurns);
        }
        if (isInHalfTurns && y == Math.Abs(x))
        {
            return Exact(x < 0 ? 0.75 : 0.25);
        }
        double yMantissa = Mantissa(y, out int yExponent);
        double xMantissa = Math.Abs(Mantissa(x, out int xExponent));
        int difference = yExponent - xExponent;
        if (difference < -80 && x > 0)
        {
            return Scaled(new Twofold(yMantissa) / xMantissa * unit, AngleError, difference); // the angle is the tangent to 2⁻¹⁵⁸
        }
        // Beyond 80 the axis is right to 2⁻⁷⁹.
        Twofold angle = Angle(yMantissa * PowerOfTwo(Clamp(difference, -80, 80)), xMantissa);
        return Near((x < 0 ? KernelConstants.Pi - angle : angle) * unit, AngleError);
    }

    private static Interval AngleOfAxis(double halfTurns, bool isInHalfTurns) =>
        isInHalfTurns || halfTurns == 0 ? Exact(halfTurns) : Near(KernelConstants.Pi.Scale(halfTurns), TwoTo80Less);

    /// <summary>From 2⁷⁰ on the angle is π/2 to 2⁻⁷⁰.</summary>
    private static Twofold AngleOfTangent(double x) => x > 1.1805916207174113e21 ? KernelConstants.HalfPi : Angle(x, 1);

    private static Twofold AngleOfSine(double x) => Angle(x, OtherSide(x));

    private static Twofold AngleOfCosine(double x)
    {
        Twofold angle = Angle(OtherSide(x), Math.Abs(x));
        return x < 0 ? KernelConstants.Pi - angle : angle;
    }

    /// <summary>√(1 − x²), within 2⁻¹⁰¹ relative.</summary>
    private static Twofold OtherSide(double x) => Twofold.Sqrt(Twofold.Sum(1, -x) * Twofold.Sum(1, x));

    /// <summary>arctan(y/x) for y, x ≥ 0, not both zero, within 2⁻⁶⁵ relative; a relative error of y or x counts once.</summary>
    private static Twofold Angle(Twofold y, Twofold x) => y.Hi > x.Hi ? KernelConstants.HalfPi - AcuteAngle(x, y) : AcuteAngle(y, x);

    /// <summary>
    /// arctan(y/x) for 0 ≤ y ≤ x: arctan c + arctan t, c = j/64 next to y/x, t = (y − cx)/(x + cy), |t| ≤ 2⁻⁶·⁹. arctan t = t − t³·P: the second part is at most
    /// 2⁻¹⁵·³ of t,
    /// truncated after t¹¹ (2⁻⁸⁶ of t), with six roundings: 2⁻⁶⁵·⁷ of t. Where j ≠ 0 the angle is at least as large as t, and the operations are within 2⁻¹⁰⁰ of it.
    /// </summary>
    private static Twofold AcuteAngle(Twofold y, Twofold x)
    {
        int j = (int)Math.Floor((y.Hi / x.Hi * 64) + 0.5);
        double c = j * 0.015625;
        Twofold t = j == 0 ? y / x : (y - (x * c)) / (x + (y * c));
        double z = t.Hi * t.Hi;
        double cube = t.Hi * z * ((-1.0 / 3) + (z * (0.2 + (z * ((-1.0 / 7) + (z * ((1.0 / 9) + (z * (-1.0 / 11)))))))));
        Twofold small = Twofold.Ordered(t.Hi, t.Lo + cube);
        return j == 0 ? small : new Twofold(KernelTables.InverseTangents[2 * j], KernelTables.InverseTangents[(2 * j) + 1]) + small;
    }

    /// <summary>An odd function's value at x from the one at |x|.</summary>
    private static Interval Signed(Interval value, double x) => x < 0 ? -value : value;
}
