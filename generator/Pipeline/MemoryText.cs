using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Pipeline;

/// <summary>What reverse mode records, in words.</summary>
internal static class MemoryText
{
    /// <summary>"… per iteration of this loop", or what a checkpointed one keeps.</summary>
    public static string OfLoop(IReadOnlyList<Memory> memory)
    {
        string segments = List(memory, Checkpoint.Segment), iterations = List(memory, Checkpoint.Iteration), inside = List(memory, Checkpoint.Inside), all = List(memory, Checkpoint.None);
        string each = all.Length == 0 ? "" : all + " per iteration of this loop", deep = inside.Length == 0 ? "" : inside + " per iteration of the loops inside a segment";
        string divided = (segments, iterations) switch
        {
            ("", "") => "",
            ("", _) => iterations + " per iteration of a segment: about √n",
            (_, "") => segments + " per segment: about √n",
            _ when segments == iterations => segments + " per segment and iteration of a segment: about 2·√n",
            _ => segments + " per segment and " + iterations + " per iteration of a segment: about √n of each",
        };
        return string.Join("; ", new[] { each, divided, deep }.Where(static part => part.Length > 0));
    }

    /// <summary>The same as sentences for the remarks of a companion.</summary>
    public static IEnumerable<string> Sentences(IReadOnlyList<Memory> memory)
    {
        string all = List(memory, Checkpoint.None);
        if (all.Length > 0)
        {
            yield return "Memory per iteration: " + all + ".";
        }
        foreach (IGrouping<int, Memory> loop in memory.Where(static m => m.Checkpoint != Checkpoint.None).GroupBy(static m => m.Origin))
        {
            yield return "Memory of the checkpointed loop of n iterations: " + OfLoop([.. loop]) + ". Each segment of about √n iterations runs once more before it is reversed.";
        }
    }

    /// <summary>"one double ('p')", "3 doubles ('x', 'y', 'z'), the array 'u'": what is alike is told once.</summary>
    private static string List(IReadOnlyList<Memory> memory, Checkpoint checkpoint) => string.Join(", ", memory
        .Where(m => m.Checkpoint == checkpoint)
        .GroupBy(static m => (m.Type, m.IsArray, m.IsTape))
        .Select(static alike => Describe(alike.First(), [.. alike.Select(static m => "'" + m.Name + "'").Distinct()])));

    private static string Describe(Memory kind, string[] names)
    {
        string list = string.Join(", ", names), what = (kind.IsArray, names.Length) switch
        {
            (true, 1) => "the array " + list,
            (true, _) => "the arrays " + list,
            (false, 1) => "one " + kind.Type.Keyword() + " (" + list + ")",
            _ => names.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + kind.Type.Keyword() + "s (" + list + ")",
        };
        return what + (kind.IsTape ? " on a growing tape" : "");
    }
}
