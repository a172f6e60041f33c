using System.Globalization;
using System.Numerics;

namespace Proxima;

/// <summary>Doubles as decimals of a given number of digits, rounded down or up exactly.</summary>
internal static class DecimalText
{
    public static string Down(double x, int digits) => x < 0 ? "-" + Magnitude(-x, digits, isUp: true) : Magnitude(x, digits, isUp: false);

    public static string Up(double x, int digits) => x < 0 ? "-" + Magnitude(-x, digits, isUp: false) : Magnitude(x, digits, isUp: true);

    private static string Magnitude(double x, int digits, bool isUp)
    {
        if (x == 0)
        {
            return "0";
        }
        if (double.IsInfinity(x))
        {
            return "inf";
        }
        int binary = Binary.Exponent(x) - 52;
        BigInteger mantissa = new(Binary.Scale(x, -binary)); // whole, below 2⁵³
        BigInteger numerator = binary >= 0 ? mantissa << binary : mantissa;
        BigInteger denominator = binary >= 0 ? BigInteger.One : BigInteger.One << -binary;

        // log₁₀ x = log₂ x · 0.30103, off by less than one; then the exponent of the last digit, one more where the quotient is too long.
        int exponent = (int)System.Math.Floor(Binary.Exponent(x) * 0.30103) - digits;
        string text;
        do
        {
            exponent++;
            text = Quotient(numerator, denominator, exponent, isUp);
        }
        while (text.Length > digits);
        return Place(text, exponent);
    }

    /// <summary>The whole part of numerator / denominator / 10^exponent, or the next number.</summary>
    private static string Quotient(BigInteger numerator, BigInteger denominator, int exponent, bool isUp)
    {
        BigInteger power = BigInteger.Pow(10, System.Math.Abs(exponent));
        BigInteger quotient = exponent < 0
            ? BigInteger.DivRem(numerator * power, denominator, out BigInteger rest)
            : BigInteger.DivRem(numerator, denominator * power, out rest);
        return (isUp && !rest.IsZero ? quotient + 1 : quotient).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>digits · 10^exponent, with a decimal point where few zeros are needed and an exponent elsewhere.</summary>
    private static string Place(string digits, int exponent)
    {
        string significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        int point = significant.Length + exponent; // digits before the decimal point
        if (point is > 0 and <= 17)
        {
            return point >= significant.Length
                ? significant + new string('0', point - significant.Length)
                : significant.Substring(0, point) + "." + significant.Substring(point);
        }
        if (point is > -5 and <= 0)
        {
            return "0." + new string('0', -point) + significant;
        }
        string fraction = significant.Length > 1 ? "." + significant.Substring(1) : "";
        return significant.Substring(0, 1) + fraction + "e" + (point - 1).ToString(CultureInfo.InvariantCulture);
    }
}
