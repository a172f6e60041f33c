using System;
using System.Globalization;

namespace Proxima.Generator.Ir;

/// <summary>The shortest text of a real that reads back as the same bits, in the IR's own notation.</summary>
internal static class RealText
{
    public static string Of(double value) => Special(value) ?? Shortest(value, "G15", static (text, v) => Same(double.Parse(text, CultureInfo.InvariantCulture), v))
        ?? Shortest(value, "G16", static (text, v) => Same(double.Parse(text, CultureInfo.InvariantCulture), v))
        ?? WithPoint(value.ToString("G17", CultureInfo.InvariantCulture));

    public static string Of(float value) => Special(value) ?? Shortest(value, "G6", static (text, v) => float.Parse(text, CultureInfo.InvariantCulture) == v)
        ?? Shortest(value, "G7", static (text, v) => float.Parse(text, CultureInfo.InvariantCulture) == v)
        ?? Shortest(value, "G8", static (text, v) => float.Parse(text, CultureInfo.InvariantCulture) == v)
        ?? WithPoint(value.ToString("G9", CultureInfo.InvariantCulture));

    /// <summary>−0 by hand: netstandard hosts print it as 0.</summary>
    private static string? Special(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }
        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        return value == 0 ? (BitConverter.DoubleToInt64Bits(value) < 0 ? "-0.0" : "0.0") : null;
    }

    private static string? Shortest<T>(T value, string format, Func<string, T, bool> isSame)
        where T : IFormattable
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return isSame(text, value) ? WithPoint(text) : null;
    }

    private static bool Same(double left, double right) => left.Equals(right);

    private static string WithPoint(string text)
    {
        int exponent = text.IndexOf('E');
        string digits = exponent < 0 ? text : text.Substring(0, exponent);
        return digits.IndexOf('.') >= 0 ? text : digits + ".0" + text.Substring(digits.Length);
    }
}
