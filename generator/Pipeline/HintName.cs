using System.Globalization;
using System.Text;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// The name of a generated file: the method's full name, then a hash of its whole identity. Overloads differ in the hash, and so do names that differ in
/// case alone, which the compiler takes for one file.
/// </summary>
internal static class HintName
{
    private const int LongestName = 120;

    public static string Of(string identity)
    {
        int parameters = identity.IndexOf('(');
        StringBuilder name = new();
        foreach (char c in parameters < 0 ? identity : identity.Substring(0, parameters))
        {
            if (name.Length < LongestName)
            {
                name.Append(char.IsLetterOrDigit(c) || c == '.' ? c : '_');
            }
        }
        return name.Append('_').Append(Hash(identity).ToString("x8", CultureInfo.InvariantCulture)).Append(".g.cs").ToString();
    }

    /// <summary>The name of the file with the narrower vectors, beside the file of that name.</summary>
    public static string Widths(string hint) => hint.Substring(0, hint.Length - "g.cs".Length) + "Widths.g.cs";

    /// <summary>FNV-1a (Fowler, Noll, Vo): the same on every host.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }
        return hash;
    }
}
