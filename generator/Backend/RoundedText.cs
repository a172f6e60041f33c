using System.Globalization;

namespace Proxima.Generator.Backend;

/// <summary>Numbers of three digits that stay on the side of what they stand for.</summary>
internal static class RoundedText
{
    /// <summary>The smallest number of three digits that is not smaller than a positive one: for bounds.</summary>
    public static string Up(double value) => Number(Near(value)) >= value ? Near(value) : Beside(value, 1);

    /// <summary>The largest number of three digits that is not larger than a positive one: for what is reached.</summary>
    public static string Down(double value) => Number(Near(value)) <= value ? Near(value) : Beside(value, -1);

    public static string Near(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>A unit of the third digit away from the nearest.</summary>
    private static string Beside(double value, int units)
    {
        string[] parts = value.ToString("E2", CultureInfo.InvariantCulture).Split('E'); // 6.96E-007
        int digits = int.Parse(parts[0].Replace(".", ""), CultureInfo.InvariantCulture) + units;
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture) - 2;
        (digits, exponent) = digits == 99 ? (999, exponent - 1) : (digits, exponent); // below a power of ten the unit is a tenth
        return Near(Number(digits.ToString(CultureInfo.InvariantCulture) + "E" + exponent.ToString(CultureInfo.InvariantCulture)));
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
