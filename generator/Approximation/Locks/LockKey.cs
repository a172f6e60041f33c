using System.Globalization;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>
/// What a locked program belongs to: a hash of the model's normal form, the domain, the measure and the format. A change of layout or of comments keeps it; a change of
/// the tolerance keeps it too, because a lock holds programs of several errors.
/// </summary>
internal static class LockKey
{
    public static string Of(Module normal, Wanted wanted)
    {
        string text = string.Join(
            "\n",
            "1",
            Printer.Print(normal),
            ProgramText.Hexadecimal(wanted.Lo),
            ProgramText.Hexadecimal(wanted.Hi),
            wanted.Measure == Measure.Absolute ? "absolute" : "relative",
            wanted.IsSingle ? "float" : "double");
        return Hash(text, 14695981039346656037UL) + Hash(text, 0x9E3779B97F4A7C15UL);
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo 1991) from two starts: whoever forges a key only has a program refused.</summary>
    private static string Hash(string text, ulong start)
    {
        ulong hash = start;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
