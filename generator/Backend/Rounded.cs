using System;
using System.Globalization;

namespace Proxima.Generator.Backend;

/// <summary>Few digits of a number, rounded to the safe side: a bound never reads smaller than it is, and what is reached never larger.</summary>
internal static class Rounded
{
    /// <summary>A number of so many digits that is not below the value.</summary>
    public static string Above(double value, int digits = 3) => Text(value, digits, isUp: true);

    /// <summary>A number of so many digits that is not above the value.</summary>
    public static string Below(double value, int digits = 3) => Text(value, digits, isUp: false);

    private static string Text(double value, int digits, bool isUp)
    {
        string format = "G" + digits.ToString(CultureInfo.InvariantCulture);
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return value.ToString(format, CultureInfo.InvariantCulture);
        }
        // 3.604e-7 → 3.60E-007: the digits as a whole number, and its power of ten.
        string[] parts = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Split('E');
        long whole = long.Parse(parts[0].Replace(".", ""), CultureInfo.InvariantCulture);
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture) - digits + 1;
        double near = Number(whole, exponent);
        if (isUp ? near < value : near > value)
        {
            // Towards zero from a power of ten there are ten steps to the one away from it.
            bool isShorter = whole > 0 != isUp && Math.Abs(whole).ToString(CultureInfo.InvariantCulture).TrimEnd('0') == "1";
            near = isShorter ? Number((10 * whole) + (isUp ? 1 : -1), exponent - 1) : Number(whole + (isUp ? 1 : -1), exponent);
        }
        return near.ToString(format, CultureInfo.InvariantCulture);
    }

    private static double Number(long whole, int exponent) =>
        double.Parse(whole.ToString(CultureInfo.InvariantCulture) + "E" + exponent.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
