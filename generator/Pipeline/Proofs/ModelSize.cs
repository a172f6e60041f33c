using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>
/// What of a model must be known to evaluate it at build time: that it reads nothing but its variables, and how many elements of each array it reads. A model that
/// asks for the length of an array is another function for each length.
/// </summary>
internal static class ModelSize
{
    private const int MostElements = 1024;

    /// <summary>Why the model cannot be evaluated; null where it can.</summary>
    public static string? Unknown(Request request, Function range)
    {
        Dictionary<string, string> variables = BoxVariable.Of(request).ToDictionary(static v => v.Leaf.Name, static v => v.Source);
        Dictionary<string, string> constants = request.Parameters.SelectMany(static p => p.Leaves.Select(l => (l.Name, Parameter: p.Name))).Where(l => !variables.ContainsKey(l.Name))
            .ToDictionary(static l => l.Name, static l => l.Parameter);
        foreach (Expression expression in Walker.Expressions(range.Body).Concat(range.Results.SelectMany(Walker.All)))
        {
            switch (expression)
            {
                case Length length when variables.TryGetValue(length.Array, out string? array):
                    return "it asks how long '" + array + "' is, which is not known at build time";
                case External external:
                    return "'" + external.Text + "' is not known at build time";
                case Read read when constants.TryGetValue(read.Name, out string? constant):
                    return Held(constant);
                case Element element when constants.TryGetValue(element.Array, out string? held):
                    return Held(held);
                case Length length when constants.TryGetValue(length.Array, out string? held):
                    return Held(held);
            }
        }
        return null;
    }

    private static string Held(string constant) => "'" + constant + "' is held constant, at a value that is not known at build time";

    /// <summary>How many elements of each array variable the model reads; it then is the same function for all longer ones.</summary>
    public static IReadOnlyDictionary<string, int> Lengths(Request request, IntervalProgram range)
    {
        Dictionary<string, int> lengths = request.Variables().SelectMany(static v => v.Leaves).Where(static l => l.IsArray).ToDictionary(static l => l.Name, static _ => MostElements);
        foreach (string array in lengths.Keys.OrderBy(static name => name, StringComparer.Ordinal).ToArray())
        {
            int tooFew = -1, enough = MostElements;
            if (!Runs(request, range, lengths))
            {
                throw new BoundException("it reads more than " + Figures.Of(MostElements) + " elements of an array, or outside one", -1);
            }
            while (enough - tooFew > 1)
            {
                lengths[array] = (tooFew + enough) / 2;
                if (Runs(request, range, lengths))
                {
                    enough = lengths[array];
                }
                else
                {
                    tooFew = lengths[array];
                }
            }
            lengths[array] = enough;
        }
        return lengths;
    }

    /// <summary>True when no element beyond the lengths is read on the whole box, and so at any point of it.</summary>
    private static bool Runs(Request request, IntervalProgram range, IReadOnlyDictionary<string, int> lengths)
    {
        foreach (ModelParameter variable in request.Variables())
        {
            Interval side = new(variable.Domain!.Lo, variable.Domain.Hi);
            foreach (Leaf leaf in variable.Leaves.Where(l => l.Type.IsReal() && range.Takes(l.Name)))
            {
                if (leaf.IsArray)
                {
                    Interval[] elements = new Interval[lengths[leaf.Name]];
                    for (int i = 0; i < elements.Length; i++)
                    {
                        elements[i] = side;
                    }
                    range.Set(leaf.Name, elements);
                }
                else
                {
                    range.Set(leaf.Name, side);
                }
            }
        }
        try
        {
            range.Run(new Interval[range.ResultCount]);
            return true;
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
