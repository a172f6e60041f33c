using System;
using System.Numerics;
using static Proxima.Generator.Numerics.DoubleDoubleConstants;

namespace Proxima.Generator.Numerics;

/// <summary>Circular functions and their inverses.</summary>
internal static partial class DoubleDoubleFunctions
{
    public static DoubleDouble Sin(DoubleDouble x) => x.IsFinite ? Quadrant(Reduce(x, out int quadrant), quadrant) : double.NaN;

    public static DoubleDouble Cos(DoubleDouble x) => x.IsFinite ? Quadrant(Reduce(x, out int quadrant), quadrant + 1) : double.NaN;

    public static DoubleDouble Tan(DoubleDouble x)
    {
        if (!x.IsFinite)
        {
            return double.NaN;
        }
        DoubleDouble rest = Reduce(x, out int quadrant);
        return Quadrant(rest, quadrant) / Quadrant(rest, quadrant + 1);
    }

    /// <summary>sin πx: the reduction is exact.</summary>
    public static DoubleDouble SinPi(DoubleDouble x) => x.IsFinite ? Quadrant(ReduceHalves(x, out int quadrant) * Pi, quadrant) : double.NaN;

    public static DoubleDouble CosPi(DoubleDouble x) => x.IsFinite ? Quadrant(ReduceHalves(x, out int quadrant) * Pi, quadrant + 1) : double.NaN;

    public static DoubleDouble TanPi(DoubleDouble x)
    {
        if (!x.IsFinite)
        {
            return double.NaN;
        }
        DoubleDouble rest = ReduceHalves(x, out int quadrant) * Pi;
        return Quadrant(rest, quadrant) / Quadrant(rest, quadrant + 1);
    }

    /// <summary>The argument is halved three times by t ↦ t / (1 + √(1 + t²)), then Taylor with t² ≤ 0.01.</summary>
    public static DoubleDouble Atan(DoubleDouble x)
    {
        if (x.IsNaN || Math.Abs(x.Hi) < Tiny)
        {
            return x;
        }
        if (Math.Abs(x.Hi) > 1)
        {
            DoubleDouble rest = double.IsInfinity(x.Hi) ? DoubleDouble.Zero : Atan(DoubleDouble.One / x.Abs());
            DoubleDouble large = HalfPi - rest;
            return x.IsNegative ? -large : large;
        }
        DoubleDouble t = x;
        for (int i = 0; i < 3; i++)
        {
            t /= Sqrt((t * t) + 1) + 1;
        }
        DoubleDouble square = -(t * t);
        DoubleDouble sum = OddReciprocals[17];
        for (int n = 16; n >= 0; n--)
        {
            sum = (sum * square) + OddReciprocals[n];
        }
        return (sum * t).Scale(8);
    }

    /// <summary>The angle of (x, y), with the quadrants and signed zeros of <c>Math.Atan2</c>.</summary>
    public static DoubleDouble Atan2(DoubleDouble y, DoubleDouble x)
    {
        if (x.IsNaN || y.IsNaN)
        {
            return double.NaN;
        }
        DoubleDouble angle;
        if (double.IsInfinity(x.Hi) && double.IsInfinity(y.Hi))
        {
            angle = x.IsNegative ? QuarterPi * 3 : QuarterPi;
        }
        else if (y.IsZero && x.IsZero)
        {
            angle = x.IsNegative ? Pi : DoubleDouble.Zero;
        }
        else
        {
            DoubleDouble acute = y.Abs() > x.Abs() ? HalfPi - Atan(x.Abs() / y.Abs()) : Atan(y.Abs() / x.Abs());
            angle = x.IsNegative ? Pi - acute : acute;
        }
        return y.IsNegative ? -angle : angle;
    }

    public static DoubleDouble Asin(DoubleDouble x) => x.IsZero ? x : Atan2(x, Sqrt((1 - x) * (1 + x)));

    public static DoubleDouble Acos(DoubleDouble x) => Atan2(Sqrt(1 - x), Sqrt(1 + x)).Scale(2);

    /// <summary>sin(r + q·π/2) for |r| ≤ π/4.</summary>
    private static DoubleDouble Quadrant(DoubleDouble r, int quadrant)
    {
        DoubleDouble value = (quadrant & 1) == 0 ? Series(r, 1) * r : Series(r, 0);
        return (quadrant & 2) == 0 ? value : -value;
    }

    /// <summary>Σ (−r²)ⁿ / (2n + first)!: cos r, or sin r / r. The remainder at π/4 is below 2⁻¹¹⁰.</summary>
    private static DoubleDouble Series(DoubleDouble r, int first)
    {
        DoubleDouble square = -(r * r);
        DoubleDouble sum = InverseFactorials[28 + first];
        for (int n = 26 + first; n >= 0; n -= 2)
        {
            sum = (sum * square) + InverseFactorials[n];
        }
        return sum;
    }

    /// <summary>x − q·π/2 with |rest| ≤ π/4.</summary>
    private static DoubleDouble Reduce(DoubleDouble x, out int quadrant)
    {
        if (Math.Abs(x.Hi) > 500000)
        {
            return ReduceLarge(x, out quadrant);
        }
        double k = Math.Floor((x.Hi * 2 * OverPi.Hi) + 0.5);
        quadrant = (int)k & 3;
        return k == 0 ? x : x - (k * HalfPiHead) - (k * HalfPiMiddle) - (HalfPiTail * k);
    }

    /// <summary>
    /// The same with π to 1,500 bits: x is an integer times a power of two, so the product with 2/π is exact until its last bits (Payne and Hanek 1983).
    /// </summary>
    private static DoubleDouble ReduceLarge(DoubleDouble x, out int quadrant)
    {
        const int Scale = 1074;
        BigInteger exact = ToInteger(x.Hi, Scale) + ToInteger(x.Lo, Scale);
        BigInteger turns = (exact * LongPi.TwoOverPi) >> Scale; // x · 2/π · 2^Bits
        BigInteger whole = (turns + (BigInteger.One << (LongPi.Bits - 1))) >> LongPi.Bits;
        quadrant = (int)(whole & 3);
        BigInteger fraction = (turns - (whole << LongPi.Bits)) >> (LongPi.Bits - 900); // below 2⁹⁰⁰, which a double can hold
        double high = (double)fraction;
        double low = (double)(fraction - new BigInteger(high));
        return DoubleDouble.Sum(high * PowerOfTwo(-900), low * PowerOfTwo(-900)) * HalfPi;
    }

    private static BigInteger ToInteger(double value, int scale)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        BigInteger magnitude = new BigInteger(mantissa) << (Math.Max(exponent, 1) - 1075 + scale);
        return bits < 0 ? -magnitude : magnitude;
    }

    private static DoubleDouble ReduceHalves(DoubleDouble x, out int quadrant)
    {
        x = DoubleDouble.Sum(x.Hi % 2, x.Lo % 2); // a whole number of periods less, exactly
        DoubleDouble halves = Floor(x.Scale(2) + 0.5);
        quadrant = (int)(((halves.Hi % 4) + (halves.Lo % 4) + 8) % 4);
        return x - halves.Scale(0.5);
    }

    private static class LongPi
    {
        /// <summary>1,024 bits of the largest double, 53 of cancellation, 107 of result and a margin.</summary>
        public const int Bits = 1300;

        public static readonly BigInteger TwoOverPi = Invert();

        private static BigInteger Invert()
        {
            const int Precision = 1500;
            BigInteger pi = 4 * ((4 * InverseTangent(5, Precision)) - InverseTangent(239, Precision)); // Machin 1706
            return (BigInteger.One << (Precision + Bits + 1)) / pi;
        }

        private static BigInteger InverseTangent(int n, int precision)
        {
            BigInteger power = (BigInteger.One << precision) / n;
            BigInteger sum = power;
            for (int k = 3; !power.IsZero; k += 2)
            {
                power /= -(n * n);
                sum += power / k;
            }
            return sum;
        }
    }
}
