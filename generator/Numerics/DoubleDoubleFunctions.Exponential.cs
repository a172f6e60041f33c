using System;
using static Proxima.Generator.Numerics.DoubleDoubleConstants;

namespace Proxima.Generator.Numerics;

/// <summary>
/// Elementary functions to about 100 bits, from + − × ÷ √ alone so that every host gives the same bits. Exponentials and logarithms.
/// </summary>
internal static partial class DoubleDoubleFunctions
{
    private const double SqrtHalf = 0.7071067811865476;

    /// <summary>Below it f(x) = x + O(x²) is x to 106 bits, and no intermediate result may underflow.</summary>
    private const double Tiny = 1e-33;

    /// <summary>e^x: x = k·ln 2 + r, |r| ≤ ½ ln 2.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        if (x.IsNaN || x.Hi > 710 || x.Hi < -746)
        {
            return x.IsNaN ? x : x.Hi > 0 ? double.PositiveInfinity : 0;
        }
        double k = Math.Floor((x.Hi * OverLn2.Hi) + 0.5);
        DoubleDouble rest = x - (k * Ln2Head) - (Ln2Tail * k);
        return ScaleB(ExpM1Reduced(rest) + 1, (int)k);
    }

    /// <summary>e^x − 1 without the cancellation near 0.</summary>
    public static DoubleDouble ExpM1(DoubleDouble x) => Math.Abs(x.Hi) < 0.35 ? ExpM1Reduced(x) : Exp(x) - 1;

    public static DoubleDouble Exp2(DoubleDouble x)
    {
        if (!(Math.Abs(x.Hi) < 1100))
        {
            return Exp(x * Ln2);
        }
        double k = Math.Floor(x.Hi + 0.5);
        return ScaleB(ExpM1Reduced((x - k) * Ln2) + 1, (int)k);
    }

    public static DoubleDouble Exp2M1(DoubleDouble x) => ExpM1(x * Ln2);

    public static DoubleDouble Exp10(DoubleDouble x) => x.Lo == 0 && Math.Abs(x.Hi) <= 22 && x.Hi == Math.Floor(x.Hi) ? Power(10, (int)x.Hi) : Exp(x * Ln10);

    public static DoubleDouble Exp10M1(DoubleDouble x) => ExpM1(x * Ln10);

    /// <summary>ln x = k·ln 2 + ln m, m in [√½, √2).</summary>
    public static DoubleDouble Log(DoubleDouble x)
    {
        if (!(x.Hi > 0) || double.IsInfinity(x.Hi))
        {
            return x.Hi == 0 ? double.NegativeInfinity : x.Hi > 0 ? x : double.NaN;
        }
        DoubleDouble mantissa = Mantissa(x, out int k);
        DoubleDouble log = LogNearOne(mantissa - 1);
        return k == 0 ? log : (Ln2Tail * k) + log + (k * Ln2Head);
    }

    /// <summary>ln(1 + x) without the cancellation near 0.</summary>
    public static DoubleDouble LogP1(DoubleDouble x) => Math.Abs(x.Hi) < 0.4 ? LogNearOne(x) : Log(x + 1);

    /// <summary>Exact at powers of two.</summary>
    public static DoubleDouble Log2(DoubleDouble x)
    {
        if (!(x.Hi > 0) || double.IsInfinity(x.Hi))
        {
            return Log(x);
        }
        DoubleDouble mantissa = Mantissa(x, out int k);
        return (LogNearOne(mantissa - 1) * OverLn2) + k;
    }

    public static DoubleDouble Log10(DoubleDouble x) => Log(x) * OverLn10;

    public static DoubleDouble Log2P1(DoubleDouble x) => LogP1(x) * OverLn2;

    public static DoubleDouble Log10P1(DoubleDouble x) => LogP1(x) * OverLn10;

    /// <summary>ln x / ln b, with the exceptions that <c>Math.Log(x, b)</c> makes.</summary>
    public static DoubleDouble Log(DoubleDouble x, DoubleDouble radix)
    {
        if (x.IsNaN || radix.IsNaN)
        {
            return double.NaN;
        }
        if (radix == 1 || (x != 1 && (radix.IsZero || radix.Hi == double.PositiveInfinity)))
        {
            return double.NaN;
        }
        return Log(x) / Log(radix);
    }

    /// <summary>x · 2ⁿ in steps that neither overflow nor lose bits before they must.</summary>
    public static DoubleDouble ScaleB(DoubleDouble x, int exponent)
    {
        while (exponent > 1000 && !x.IsZero && x.IsFinite)
        {
            x = x.Scale(PowerOfTwo(1000));
            exponent -= 1000;
        }
        while (exponent < -1000 && !x.IsZero && x.IsFinite)
        {
            x = x.Scale(PowerOfTwo(-1000));
            exponent += 1000;
        }
        return x.IsZero || !x.IsFinite ? x : x.Scale(PowerOfTwo(exponent));
    }

    /// <summary>e^r − 1 = ((…(e^(r/64) − 1) doubled six times by e ↦ 2e + e²), Taylor to r¹³: the remainder is below 2⁻¹²⁰ for |r| ≤ 0.4.</summary>
    private static DoubleDouble ExpM1Reduced(DoubleDouble r)
    {
        if (Math.Abs(r.Hi) < Tiny)
        {
            return r;
        }
        DoubleDouble small = r.Scale(1.0 / 64);
        DoubleDouble sum = InverseFactorials[13];
        for (int n = 12; n >= 1; n--)
        {
            sum = (sum * small) + InverseFactorials[n];
        }
        sum *= small;
        for (int i = 0; i < 6; i++)
        {
            sum = sum.Scale(2) + (sum * sum);
        }
        return sum;
    }

    /// <summary>ln(1 + f) = 2 artanh(f / (2 + f)) for −0.4 ≤ f ≤ 0.42: the quotient is at most ¼, so the remainder is below 2⁻¹¹⁰ relative.</summary>
    private static DoubleDouble LogNearOne(DoubleDouble f)
    {
        if (Math.Abs(f.Hi) < Tiny)
        {
            return f;
        }
        DoubleDouble quotient = f / (f + 2);
        return ArTanhSeries(quotient).Scale(2);
    }

    private static DoubleDouble ArTanhSeries(DoubleDouble q)
    {
        DoubleDouble square = q * q;
        DoubleDouble sum = OddReciprocals[27];
        for (int n = 26; n >= 0; n--)
        {
            sum = (sum * square) + OddReciprocals[n];
        }
        return sum * q;
    }

    /// <summary>x = m · 2ᵏ with m in [√½, √2).</summary>
    private static DoubleDouble Mantissa(DoubleDouble x, out int exponent)
    {
        exponent = 0;
        if (x.Hi < 2.2250738585072014E-308)
        {
            x = x.Scale(18014398509481984); // 2⁵⁴: subnormals have no exponent field
            exponent = -54;
        }
        int binade = (int)((BitConverter.DoubleToInt64Bits(x.Hi) >> 52) & 0x7FF) - 1022;
        exponent += binade;
        DoubleDouble mantissa = ScaleB(x, -binade);
        if (mantissa.Hi < SqrtHalf)
        {
            mantissa = mantissa.Scale(2);
            exponent--;
        }
        return mantissa;
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
