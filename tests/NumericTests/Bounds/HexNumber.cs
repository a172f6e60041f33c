using System;
using System.Globalization;

namespace NumericTests.Bounds;

/// <summary>Numbers as C prints them with <c>%a</c>: <c>-0x1.8p+3</c>, <c>inf</c>, <c>nan</c>.</summary>
internal static class HexNumber
{
    public static double Parse(string text)
    {
        switch (text)
        {
            case "inf":
                return double.PositiveInfinity;
            case "-inf":
                return double.NegativeInfinity;
            case "nan":
                return double.NaN;
        }
        bool isNegative = text[0] == '-';
        int start = isNegative ? 3 : 2;
        int exponentMark = text.IndexOf('p', StringComparison.Ordinal);
        string digits = text[start..exponentMark];
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int fractionDigits = point < 0 ? 0 : digits.Length - point - 1;
        long mantissa = long.Parse(digits.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        int exponent = int.Parse(text[(exponentMark + 1)..], CultureInfo.InvariantCulture) - (4 * fractionDigits);
        // At most 53 bits and an exponent that the number has: scaling by two steps is exact.
        double magnitude = Math.ScaleB(Math.ScaleB(mantissa, exponent / 2), exponent - (exponent / 2));
        return isNegative ? -magnitude : magnitude;
    }
}
