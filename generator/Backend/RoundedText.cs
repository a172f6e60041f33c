using System;
using System.Globalization;

namespace Proxima.Generator.Backend;

/// <summary>Numbers of few digits that stay on the side of what they stand for.</summary>
internal static class RoundedText
{
    private const int Few = 3;

    /// <summary>A number of so many digits that is not smaller: for bounds.</summary>
    public static string Up(double value, int digits = Few) => Number(Near(value, digits)) >= value ? Near(value, digits) : Beside(value, digits, 1);

    /// <summary>A number of so many digits that is not larger: for what is reached.</summary>
    public static string Down(double value, int digits = Few) => Number(Near(value, digits)) <= value ? Near(value, digits) : Beside(value, digits, -1);

    public static string Near(double value, int digits = Few) => value.ToString("G" + Whole(digits), CultureInfo.InvariantCulture);

    /// <summary>A unit of the last digit away from the nearest; towards zero from a power of ten the units are smaller.</summary>
    private static string Beside(double value, int digits, int units)
    {
        string[] parts = value.ToString("E" + Whole(digits - 1), CultureInfo.InvariantCulture).Split('E'); // 6.96E-007
        long number = long.Parse(parts[0].Replace(".", ""), CultureInfo.InvariantCulture);
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture) - digits + 1;
        bool isPower = Math.Abs(number).ToString(CultureInfo.InvariantCulture).TrimEnd('0') == "1";
        (number, exponent) = isPower && number > 0 != units > 0 ? (10 * number, exponent - 1) : (number, exponent);
        return Near(Number((number + units).ToString(CultureInfo.InvariantCulture) + "E" + Whole(exponent)), digits);
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
