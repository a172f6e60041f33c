using System;

namespace Proxima;

/// <summary>Exponents of doubles and scaling by powers of two.</summary>
internal static class Binary
{
    /// <summary>The exponent that leaves a mantissa in [1, 2), for finite numbers other than zero.</summary>
    public static int Exponent(double x)
    {
        int biased = (int)(BitConverter.DoubleToInt64Bits(x) >> 52) & 0x7FF;
        if (x == 0)
        {
            return -1075; // below that of every number
        }
        return biased == 0 ? Exponent(x * 18014398509481984) - 54 : biased - 1023; // 2⁵⁴ makes a subnormal number normal
    }

    /// <summary>x · 2ⁿ in steps that stay finite; exact where the result is a double.</summary>
    public static double Scale(double x, int n)
    {
        while (n > 1000)
        {
            x *= 1.0715086071862673e+301; // 2¹⁰⁰⁰
            n -= 1000;
        }
        while (n < -1000)
        {
            x *= 9.332636185032189e-302; // 2⁻¹⁰⁰⁰
            n += 1000;
        }
        return x * Power(n);
    }

    /// <summary>2ⁿ for −1022 ≤ n ≤ 1023.</summary>
    public static double Power(int n) => BitConverter.Int64BitsToDouble((long)(1023 + n) << 52);
}
