using System.Globalization;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>Numbers in sentences: every digit, but no point without a purpose.</summary>
internal static class Figures
{
    public static string Of(long count) => count.ToString(CultureInfo.InvariantCulture);

    public static string Of(double value)
    {
        if (double.IsInfinity(value))
        {
            return value > 0 ? "+∞" : "-∞";
        }
        string text = RealText.Of(value);
        return text.EndsWith(".0", System.StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text.Replace(".0E", "E");
    }

    /// <summary>[0, 1], or (0, +∞) with an end that is no number.</summary>
    public static string Of(Interval interval) =>
        (double.IsInfinity(interval.Lo) ? "(" : "[") + Of(interval.Lo) + ", " + Of(interval.Hi) + (double.IsInfinity(interval.Hi) ? ")" : "]");

    /// <summary>A number of which only the size matters.</summary>
    public static string Rough(double value) => double.IsInfinity(value) ? Of(value) : value.ToString("G2", CultureInfo.InvariantCulture);
}
