using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>What was proved, and what was not, in words: for the analyzers and for the documentation of what is generated.</summary>
internal static class ProofNotes
{
    private const string ConstantId = "PRX0304", SlopeId = "PRX0305", DivisionId = "PRX0306", DomainId = "PRX0307", MonotoneId = "PRX0308",
        RefutedId = "PRX0309", NotProvedId = "PRX0310", NoDomainId = "PRX0311", NoConstantId = "PRX0312";

    public static Note NoDomain(Request request, string claim, ModelParameter variable) => new(NoDomainId, -1, [variable.Name, claim, request.Method]);

    public static Note NoConstant(Request request, string reason) => new(NoConstantId, -1, [request.Method, reason]);

    public static Note NotProved(Request request, string claim, string reason) => new(NotProvedId, -1, [claim, request.Method, reason]);

    public static Note Constant(Request request, DomainBox box, LipschitzProof proof) =>
        new(ConstantId, -1, [request.Method, Figures.Of(proof.Upper), MeasuredBy(request.Bounds!.Norm), box.Text, Attained(box, proof) + ". " + Search(proof)]);

    public static Note Monotone(Request request, DomainBox box, IReadOnlyList<MonotoneProof> proved) =>
        new(MonotoneId, -1, [request.Method, string.Join(", ", proved.OrderBy(static p => p.Coordinate).Select(p => Way(p) + box.Coordinates[p.Coordinate].Text)), box.Text]);

    /// <summary>The claim about the constant: nothing when it is proved.</summary>
    public static IEnumerable<Note> OfClaim(Request request, DomainBox box, LipschitzProof proof)
    {
        if (request.Bounds!.Claim is not { } claim || proof.Upper <= request.Bounds.Max)
        {
            return [];
        }
        return proof.Lower > request.Bounds.Max
            ? [new(RefutedId, -1, [claim, request.Method, "the slope at " + box.TextOf([.. proof.Witness]) + " is at least " + Figures.Of(proof.Lower) + " per unit of " + MeasuredBy(request.Bounds.Norm)])]
            : [NotProved(request, claim, "the constant is only known to be at most " + Figures.Of(proof.Upper) + ", and " + Attained(box, proof) + ". " + Search(proof))];
    }

    /// <summary>A claim of direction that is not proved.</summary>
    public static Note OfClaim(Request request, DomainBox box, MonotoneClaim claim, MonotoneProof proof)
    {
        string coordinate = box.Coordinates[proof.Coordinate].Text, side = proof.IsIncreasing ? "at most " : "at least ";
        return proof.Verdict == Verdict.Refuted
            ? new(RefutedId, -1, [claim.Text, request.Method, "at " + box.TextOf([.. proof.Witness]) + " the slope in " + coordinate + " is " + side + Figures.Of(proof.Slope)])
            : NotProved(request, claim.Text, "the slope in " + coordinate + " is only known to be " + (proof.IsIncreasing ? "at least " : "at most ") + Figures.Of(proof.Slope) + " after " + Count(proof.Splits) + " of the domain; " + More(proof.Splits, "[Monotone(…, Splits = "));
    }

    public static Note OfDanger(Request request, Hazard hazard, Danger danger, Interval argument) => danger switch
    {
        Danger.Division => new(DivisionId, hazard.Origin, [request.Method, Figures.Of(argument)]),
        Danger.Domain => new(DomainId, hazard.Origin, [hazard.Name, TextOf(hazard.Domain!), Figures.Of(argument), request.Method]),
        _ => new(SlopeId, hazard.Origin, [hazard.Name, Edge(hazard, argument), request.Method, Figures.Of(argument)]),
    };

    /// <summary>What the generated constant says about itself.</summary>
    public static ProvedConstant Describe(Norm norm, DomainBox box, LipschitzProof proof) => new(
        proof,
        MeasuredBy(norm),
        [
            "For " + box.Text + ".",
            double.IsPositiveInfinity(proof.Upper)
                ? "None was proved: the model may jump there, or its slope is unbounded; " + Attained(box, proof) + "."
                : "Proved for the function of real numbers that the model writes down, every step rounded outward; " + Attained(box, proof) + ".",
            Search(proof) + ".",
        ]);

    public static string Sentence(DomainBox box, MonotoneProof proof) =>
        Way(proof) + box.Coordinates[proof.Coordinate].Text + (proof.Splits > 0 ? " (proved with " + Count(proof.Splits) + ")" : "");

    public static string MeasuredBy(Norm norm) => norm switch { Norm.Infinity => "the largest change of an input", Norm.One => "the sum of the changes of the inputs", _ => "the Euclidean length of the change" };

    private static string Way(MonotoneProof proof) => proof.IsIncreasing ? "never falls with " : "never grows with ";

    private static string Attained(DomainBox box, LipschitzProof proof) =>
        proof.Witness.Count == 0 ? "no slope was found anywhere" : "no constant is below " + Figures.Of(proof.Lower) + ", the slope at " + box.TextOf([.. proof.Witness]);

    /// <summary>How the search ended, and how it goes on: <c>Gap 0.12 after 2436 splits of the domain; [Lipschitz(Splits = 24360)] searches longer</c>.</summary>
    private static string Search(LipschitzProof proof)
    {
        double gap = Gap(proof);
        string left = double.IsPositiveInfinity(proof.Upper) ? "Ended after " : gap == 0 ? "No gap after " : "Gap " + Figures.Rough(gap) + " after ";
        return left + Count(proof.Splits) + " of the domain" + (proof.IsComplete ? "" : "; " + More(proof.Splits, "[Lipschitz(Splits = "));
    }

    /// <summary>By which share the proved constant may be too large.</summary>
    public static double Gap(LipschitzProof proof) => proof.Upper <= proof.Lower ? 0 : proof.Lower > 0 ? (proof.Upper - proof.Lower) / proof.Lower : proof.Upper;

    private static string More(long splits, string attribute) => attribute + Figures.Of(10 * System.Math.Max(splits, 100)) + ")] searches longer";

    private static string Count(long splits) => splits == 0 ? "no split" : splits == 1 ? "1 split" : Figures.Of(splits) + " splits";

    private static string TextOf(DomainOfFunction domain) => domain.IsOpen ? "(" + Figures.Of(domain.Lo) + ", " + Figures.Of(domain.Hi) + ")" : Figures.Of(new Interval(domain.Lo, domain.Hi));

    private static string Edge(Hazard hazard, Interval argument)
    {
        double[] edges = [.. hazard.Upright.Concat(hazard.Domain is { IsOpen: true } open ? new[] { open.Lo, open.Hi } : []).Where(e => argument.Contains(e))];
        return edges.Length == 0 ? "at its poles" : "at " + string.Join(" and ", edges.Select(static e => Figures.Of(e)));
    }
}
