using System.Globalization;
using System.Numerics;

namespace Proxima;

/// <summary>Reads numbers as exact quotients: decimal, hexadecimal, or one number over another.</summary>
internal static class NumberText
{
    public static bool TryReadQuotient(string text, out Rational value)
    {
        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            return TryRead(text, out value);
        }
        value = default;
        if (!TryRead(text.Substring(0, slash).Trim(), out Rational numerator) || !TryRead(text.Substring(slash + 1).Trim(), out Rational denominator) || denominator.IsZero)
        {
            return false;
        }
        value = numerator / denominator;
        return true;
    }

    /// <summary>Sign, digits and a decimal point: the digits as one number, and how many of them stand behind the point.</summary>
    public static bool TryReadDigits(string text, out BigInteger digits, out int decimals) => TryReadDigits(text, isHexadecimal: false, out digits, out decimals);

    public static bool TryReadExponent(string text, char mark, out BigInteger exponent)
    {
        exponent = BigInteger.Zero;
        return text.Length > 1 && char.ToLowerInvariant(text[0]) == mark && TryReadDigits(text.Substring(1), out exponent, out int decimals)
            && decimals == 0 && text.IndexOf('.') < 0;
    }

    public static BigInteger Whole(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool TryRead(string text, out Rational value)
    {
        value = default;
        int afterSign = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        bool isHexadecimal = text.Length > afterSign + 1 && text[afterSign] == '0' && text[afterSign + 1] is 'x' or 'X';
        if (isHexadecimal)
        {
            text = text.Substring(0, afterSign) + text.Substring(afterSign + 2);
        }
        char mark = isHexadecimal ? 'p' : 'e';
        int markAt = text.IndexOfAny([mark, char.ToUpperInvariant(mark)]);
        BigInteger exponent = BigInteger.Zero;
        if (markAt >= 0 && !TryReadExponent(text.Substring(markAt), mark, out exponent))
        {
            return false;
        }
        if (!TryReadDigits(markAt < 0 ? text : text.Substring(0, markAt), isHexadecimal, out BigInteger digits, out int decimals))
        {
            return false;
        }
        value = Rational.Create(digits, isHexadecimal ? 2 : 10, exponent - (isHexadecimal ? 4 * decimals : decimals));
        return true;
    }

    private static bool TryReadDigits(string text, bool isHexadecimal, out BigInteger digits, out int decimals)
    {
        bool isNegative = text.Length > 0 && text[0] == '-';
        string unsigned = text.Length > 0 && text[0] is '+' or '-' ? text.Substring(1) : text;
        int point = unsigned.IndexOf('.');
        decimals = point < 0 ? 0 : unsigned.Length - point - 1;
        string whole = point < 0 ? unsigned : unsigned.Remove(point, 1);
        digits = BigInteger.Zero;
        NumberStyles style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        // A leading zero, or the first hexadecimal digit would be a sign.
        if (whole.Length == 0 || !BigInteger.TryParse("0" + whole, style, CultureInfo.InvariantCulture, out digits))
        {
            return false;
        }
        digits = isNegative ? -digits : digits;
        return true;
    }
}
