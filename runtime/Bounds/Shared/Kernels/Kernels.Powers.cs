using System;

namespace Proxima;

/// <content>Powers and roots.</content>
internal static partial class Kernels
{
    /// <summary>
    /// xʸ for finite x &gt; 0 and finite y: e^(y·ln x), where the error 2⁻⁷³ of ln x counts |y·ln x| ≤ 746 times. Whole y up to 64 by multiplication.
    /// </summary>
    public static Interval Pow(double x, double y)
    {
        if (x == 1 || y == 0)
        {
            return Exact(1);
        }
        if (Math.Abs(y) <= 64 && y == Math.Floor(y))
        {
            return PowWhole(x, (int)y);
        }
        Twofold logarithm = LogMiddle(Mantissa(x, out int exponent), exponent);
        double estimate = logarithm.Hi * y;
        if (Math.Abs(estimate) < TwoTo60Less)
        {
            bool isAbove = (x > 1) == (y > 0); // however little
            return isAbove ? Interval.Raw(1, Neighbours.Above(1)) : Interval.Raw(Neighbours.Below(1), 1);
        }
        if (estimate > 710 || estimate < -746)
        {
            return estimate > 0 ? Interval.Raw(double.MaxValue, double.PositiveInfinity) : Interval.Raw(0, double.Epsilon);
        }
        Twofold power = ExpParts(logarithm * y, out int k);
        return Scaled(power, PowerError(estimate), k);
    }

    /// <summary>
    /// xⁿ for finite x &gt; 0, 0 &lt; |n| ≤ 64: at most twelve products and a quotient of errors that add up, each 2⁻¹⁰² and doubled by each squaring after it:
    /// 2⁻⁹⁵.
    /// </summary>
    public static Interval PowWhole(double x, int n)
    {
        if (ExactPower(x, n) is double exact)
        {
            return Exact(exact);
        }
        Twofold square = Mantissa(x, out int k), power = 1;
        for (int rest = Math.Abs(n); rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
            {
                power *= square;
            }
            square *= square;
        }
        return Scaled(n < 0 ? 1 / power : power, TwoTo80Less, k * n);
    }

    /// <summary>The real n-th root of finite x &gt; 0, n ≠ 0: e^(ln x / n).</summary>
    public static Interval Root(double x, int n)
    {
        if (n == 1)
        {
            return Exact(x);
        }
        if (n == -1)
        {
            return Interval.Raw(Directed.DivideDown(1, x), Directed.DivideUp(1, x));
        }
        if (n == 2)
        {
            return Interval.Raw(Directed.SqrtDown(x), Directed.SqrtUp(x));
        }
        Twofold logarithm = LogMiddle(Mantissa(x, out int exponent), exponent) / n;
        Twofold root = ExpParts(logarithm, out int k);
        double nearest = root.Hi * PowerOfTwo(k);
        return ExactPower(nearest, n) == x ? Exact(nearest) : Scaled(root, PowerError(logarithm.Hi), k);
    }

    /// <summary>√(a² + b²) for finite a ≥ b ≥ 0: two exact squares, a sum and a root within 2⁻¹⁰¹.</summary>
    public static Interval Hypot(double a, double b)
    {
        if (b == 0)
        {
            return Exact(a);
        }
        double large = Mantissa(a, out int k), small = Mantissa(b, out int smallExponent);
        if (k - smallExponent > 60)
        {
            return Outwards(a); // b²/2a is less than half a unit in the last place of a
        }
        small *= PowerOfTwo(smallExponent - k);
        Twofold first = Twofold.Product(large, large), second = Twofold.Product(small, small);
        Twofold root = Twofold.Sqrt(first + second);
        bool isExact = first.Lo == 0 && second.Lo == 0 && Twofold.Sum(first.Hi, second.Hi).Lo == 0 && root.Lo == 0;
        return Scaled(root, isExact ? 0 : TwoTo80Less, k);
    }

    /// <summary>Twice the error of e^t for t = y·ln x.</summary>
    private static double PowerError(double exponent) => (Math.Abs(exponent) + 2) * LogError;

    /// <summary>xⁿ where that is a double, by whole numbers: x = m · 2ᵉ with odd m, and mⁿ below 2⁵³.</summary>
    private static double? ExactPower(double x, int n)
    {
        long bits = BitConverter.DoubleToInt64Bits(Mantissa(x, out int k));
        ulong odd = ((ulong)bits & 0xFFFFFFFFFFFFF) | 0x10000000000000;
        k -= 52;
        if ((odd & 0x3FFFFFF) != 0 && n != 1)
        {
            return null; // 27 bits or more: the square has 53 or more
        }
        while ((odd & 1) == 0)
        {
            odd >>= 1;
            k++;
        }
        if (odd != 1 && n < 0)
        {
            return null;
        }
        ulong power = 1;
        for (int i = 0; i < n && odd != 1; i++)
        {
            power *= odd;
            if (power >= 1UL << 53)
            {
                return null;
            }
        }
        long exponent = (long)k * n;
        double result = Math.Abs(exponent) > 1000 ? 0 : power * PowerOfTwo((int)exponent);
        return IsNormal(result) ? result : null;
    }
}
