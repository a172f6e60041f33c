using System.Globalization;
using System.Text;

namespace Proxima.Generator.Pipeline;

/// <summary>The name of a generated file, from the whole identity of the method, so that overloads do not collide.</summary>
internal static class HintName
{
    private const int LongestName = 120;

    public static string Of(string identity)
    {
        StringBuilder name = new();
        foreach (char c in identity)
        {
            name.Append(c switch
            {
                '<' => '{',
                '>' => '}',
                ' ' => ' ',
                _ when char.IsLetterOrDigit(c) || c is '.' or ',' or '_' or '(' or ')' or '[' or ']' => c,
                _ => '_',
            });
        }
        name.Replace(" ", "");
        if (name.Length > LongestName)
        {
            string hash = Hash(identity).ToString("x8", CultureInfo.InvariantCulture);
            name.Length = LongestName;
            name.Append('_').Append(hash);
        }
        return name.Append(".g.cs").ToString();
    }

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
