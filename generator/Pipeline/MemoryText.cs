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

    private static string List(IReadOnlyList<Memory> memory, Checkpoint checkpoint) => string.Join(", ", memory.Where(m => m.Checkpoint == checkpoint).Select(Describe).Distinct());

    private static string Describe(Memory memory) => (memory.IsArray ? "the array '" : "one " + memory.Type.Keyword() + " ('") + memory.Name + (memory.IsArray ? "'" : "')") + (memory.IsTape ? " on a growing tape" : "");
}
