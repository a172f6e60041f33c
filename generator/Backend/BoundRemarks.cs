using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Pipeline.Proofs;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Backend;

/// <summary>What the documentation of bounds says: what is enclosed, at kinks too, and what can make it unbounded.</summary>
internal static class BoundRemarks
{
    public static IEnumerable<string> Of(Enclosures enclosures, ModelProofs? proofs)
    {
        yield return "What is enclosed is the function of real numbers that the model writes down; at a kink, every slope that it has nearby.";
        foreach (Note note in enclosures.Notes)
        {
            yield return "Unbounded where the box crosses a border that is not proved to be continuous: " + note.Arguments[0];
        }
        if (proofs is { Monotone.Count: > 0 })
        {
            yield return "For " + proofs.Box + " the model " + string.Join(", ", proofs.Monotone) + ".";
        }
        foreach (Primitive guard in new[] { BoundOperations.Inside, BoundOperations.InsideOpen })
        {
            string[] arguments = [.. Walker.Expressions(enclosures.Gradient.Body).OfType<Apply>().Where(a => a.Primitive == guard).Select(Domain).Distinct()];
            if (arguments.Length > 0)
            {
                yield return "Unbounded where the box reaches " + (guard == BoundOperations.Inside ? "beyond" : "the ends of") + " the domain of a function: " + string.Join(", ", arguments) + ".";
            }
        }
    }

    private static string Domain(Apply guard)
    {
        string lo = RealText.Of(((Constant)guard.Arguments[1]).Real), hi = RealText.Of(((Constant)guard.Arguments[2]).Real);
        return guard.Primitive == BoundOperations.Inside ? "[" + lo + ", " + hi + "]" : "(" + lo + ", " + hi + ")";
    }
}
