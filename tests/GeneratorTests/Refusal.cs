using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace GeneratorTests;

/// <summary>
/// A model that must be answered with one diagnostic and no companion. The smallest operation that is at fault stands between <c>[|</c> and <c>|]</c>;
/// several marks are several diagnostics of that id.
/// </summary>
internal sealed record Refusal(string Name, string Id, string Marked)
{
    /// <summary>Members of a static class.</summary>
    public static Refusal Members(string name, string id, string members) => File(name, id, "public static partial class Bad\n{\n" + members + "\n}\n");

    /// <summary>The rest of a file after the usual using directives.</summary>
    public static Refusal File(string name, string id, string text) => new(name, id, Usings + text);

    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Linq;
        using System.Runtime.InteropServices;
        using System.Threading.Tasks;
        using Proxima;


        """;

    /// <summary>The source without its marks, and the places that were marked.</summary>
    public (string Source, ImmutableArray<TextSpan> Spans) Unmark()
    {
        StringBuilder source = new();
        List<TextSpan> spans = [];
        int start = -1;
        for (int i = 0; i < Marked.Length; i++)
        {
            if (Marked.AsSpan(i).StartsWith("[|"))
            {
                start = source.Length;
                i++;
            }
            else if (Marked.AsSpan(i).StartsWith("|]"))
            {
                spans.Add(TextSpan.FromBounds(start, source.Length));
                i++;
            }
            else
            {
                source.Append(Marked[i]);
            }
        }
        return (source.ToString(), [.. spans]);
    }
}
