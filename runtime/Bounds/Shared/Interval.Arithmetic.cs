using System.Runtime.CompilerServices;

namespace Proxima;


readonly partial record struct Interval
{
    /// <summary>{a + b}.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Interval operator +(Interval left, Interval right) =>
        Raw(Directed.AddDown(left.Lo, right.Lo), Directed.AddUp(left.Hi, right.Hi));

    /// <summary>{a − b}.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Interval operator -(Interval left, Interval right) =>
        Raw(Directed.SubtractDown(left.Lo, right.Hi), Directed.SubtractUp(left.Hi, right.Lo));

    /// <summary>{−a}.</summary>
    public static Interval operator -(Interval value) => Raw(-value.Hi, -value.Lo);

    /// <summary>The set itself.</summary>
    public static Interval operator +(Interval value) => value;

    /// <summary>{a · b}; an end at infinity is not a member, so that [0, 0] · x is [0, 0].</summary>
    public static Interval operator *(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return Empty;
        }
        if (IsZero(left) || IsZero(right))
        {
            return default; // not the products below: 0 · ∞, which none of them is otherwise
        }
        if (left.Lo >= 0)
        {
            return Raw(
                Directed.MultiplyDown(right.Lo >= 0 ? left.Lo : left.Hi, right.Lo),
                Directed.MultiplyUp(right.Hi > 0 ? left.Hi : left.Lo, right.Hi));
        }
        if (left.Hi <= 0)
        {
            return Raw(
                Directed.MultiplyDown(right.Hi > 0 ? left.Lo : left.Hi, right.Hi),
                Directed.MultiplyUp(right.Lo >= 0 ? left.Hi : left.Lo, right.Lo));
        }
        if (right.Lo >= 0)
        {
            return Raw(Directed.MultiplyDown(left.Lo, right.Hi), Directed.MultiplyUp(left.Hi, right.Hi));
        }
        if (right.Hi <= 0)
        {
            return Raw(Directed.MultiplyDown(left.Hi, right.Lo), Directed.MultiplyUp(left.Lo, right.Lo));
        }
        return Raw(
            Smaller(Directed.MultiplyDown(left.Lo, right.Hi), Directed.MultiplyDown(left.Hi, right.Lo)),
            Larger(Directed.MultiplyUp(left.Lo, right.Lo), Directed.MultiplyUp(left.Hi, right.Hi)));
    }

    /// <summary>{a / b : b ≠ 0}: through zero the quotient is unbounded, by zero alone it is empty.</summary>
    public static Interval operator /(Interval left, Interval right)
    {
        if (left.IsEmpty || right.IsEmpty || IsZero(right))
        {
            return Empty;
        }
        if (IsZero(left))
        {
            return default;
        }
        if (right.Lo < 0 && right.Hi > 0)
        {
            return Entire;
        }
        if (right.Hi <= 0)
        {
            left = -left;
            right = -right;
        }
        // Now 0 ≤ right.Lo; a divisor of zero leaves that side unbounded.
        double divisorOfLo = left.Lo >= 0 ? right.Hi : right.Lo;
        double divisorOfHi = left.Hi > 0 ? right.Lo : right.Hi;
        return Raw(
            divisorOfLo == 0 ? double.NegativeInfinity : Directed.DivideDown(left.Lo, divisorOfLo),
            divisorOfHi == 0 ? double.PositiveInfinity : Directed.DivideUp(left.Hi, divisorOfHi));
    }

    /// <summary>{√a : a ≥ 0}.</summary>
    public static Interval Sqrt(Interval x)
    {
        if (!(x.Hi >= 0))
        {
            return Empty;
        }
        return Raw(x.Lo <= 0 ? 0 : Directed.SqrtDown(x.Lo), Directed.SqrtUp(x.Hi));
    }

    /// <summary>{a²}, which is never negative, unlike the product of two that may differ.</summary>
    public static Interval Sqr(Interval x)
    {
        double near = x.Mignitude;
        double far = x.Magnitude;
        return Raw(Directed.MultiplyDown(near, near), Directed.MultiplyUp(far, far));
    }

    private static bool IsZero(Interval x) => x.Lo == 0 && x.Hi == 0;

    private static double Smaller(double a, double b) => a < b ? a : b;

    private static double Larger(double a, double b) => a > b ? a : b;
}
