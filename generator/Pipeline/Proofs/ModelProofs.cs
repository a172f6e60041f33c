using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>
/// What is proved about a model at build time, on the box that its domains make: its Lipschitz constant, the variables in which it is monotone, and whether what the
/// model claims holds. A claim that is not proved is an error, and nothing is generated.
/// </summary>
/// <param name="Box">The domain in words.</param>
/// <param name="Constant">The constant in words, and its value; null without one.</param>
/// <param name="Monotone">The proved directions in words.</param>
/// <param name="Notes">What the analyzers say.</param>
/// <param name="IsRefused">True when a claim is not proved.</param>
internal sealed record ModelProofs(string Box, ProvedConstant? Constant, EquatableArray<string> Monotone, EquatableArray<Note> Notes, bool IsRefused)
{
    /// <summary>Null for a model that gives nothing to prove.</summary>
    /// <param name="request">The model.</param>
    /// <param name="enclosures">Its bounds; null where it has none.</param>
    /// <param name="obstacles">Then why.</param>
    public static ModelProofs? Of(Request request, Enclosures? enclosures, EquatableArray<Note> obstacles)
    {
        if (request.Bounds is not { } bounds)
        {
            return null;
        }
        if (enclosures is null)
        {
            return bounds.Claims.Count == 0 ? null : Refused(bounds.Claims.Select(claim => ProofNotes.NotProved(request, claim, "because " + obstacles[0].Arguments[1]) with { Origin = obstacles[0].Origin }));
        }
        ModelParameter[] unbounded = [.. request.Variables().Where(static v => v.Domain is null)];
        if (unbounded.Length > 0)
        {
            return bounds.Claims.Count > 0 ? Refused(bounds.Claims.Select(claim => ProofNotes.NoDomain(request, claim, unbounded[0])))
                : unbounded.Length < request.Variables().Count() ? Silent(ProofNotes.NoConstant(request, "'" + unbounded[0].Name + "' has no [Domain]"))
                : null;
        }
        try
        {
            return ModelSize.Unknown(request, enclosures.Range) is { } unknown ? Unproved(request, unknown) : Search(request, bounds, enclosures);
        }
        catch (OverBudgetException)
        {
            return Unproved(request, "one evaluation of its bounds takes more than the budget of a search");
        }
        catch (BoundException reason)
        {
            return Unproved(request, reason.Message);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentException)
        {
            return Unproved(request, "it may read outside an array somewhere on the domain");
        }
        catch (ArithmeticException)
        {
            return Unproved(request, "it may divide integers by zero somewhere on the domain");
        }
        catch (InvalidOperationException)
        {
            return Unproved(request, "it throws an exception at every point of the domain"); // those that a variable decides are left out of bounds
        }
    }

    /// <summary>No proof can be tried: what claims one is refused, everything else stays.</summary>
    private static ModelProofs Unproved(Request request, string reason) => request.Bounds!.Claims.Count > 0
        ? Refused(request.Bounds.Claims.Select(claim => ProofNotes.NotProved(request, claim, "because " + reason)))
        : Silent(ProofNotes.NoConstant(request, reason));

    private static ModelProofs Refused(IEnumerable<Note> notes) => new("", null, [], notes.ToEquatableArray(), true);

    private static ModelProofs Silent(Note note) => new("", null, [], [note], false);

    private static ModelProofs Search(Request request, BoundRequest bounds, Enclosures enclosures)
    {
        Meter meter = new(2 * Searches.Work);
        ModelPrograms programs = new(request, enclosures, meter);
        DomainBox box = DomainBox.Of(request, ModelSize.Lengths(request, programs.Range));
        ProgramModel model = new(programs, box.Coordinates);
        Searches searches = new(model, box.Sides, meter);
        List<Note> notes = [], errors = [];
        LipschitzProof? constant = request.Companions.HasFlag(Companions.Lipschitz) ? searches.Lipschitz(bounds.Norm, bounds.Max, bounds.Splits) : null;
        if (constant is not null)
        {
            notes.Add(ProofNotes.Constant(request, box, constant));
            errors.AddRange(ProofNotes.OfClaim(request, box, constant));
        }
        List<MonotoneProof> proved = [];
        HashSet<int> claimed = [];
        foreach (MonotoneClaim claim in bounds.Monotone)
        {
            int[] own = [.. Enumerable.Range(0, box.Sides.Length).Where(j => box.Coordinates[j].Variable.Name == claim.Variable)];
            claimed.UnionWith(own);
            MonotoneProof[] tried = [.. own.Select(j => searches.Monotone(j, claim.IsIncreasing, claim.Splits, Searches.Work))];
            proved.AddRange(tried.Where(static p => p.Verdict == Verdict.Proved));
            if (tried.OrderByDescending(static p => p.Verdict).FirstOrDefault(static p => p.Verdict != Verdict.Proved) is { } failed)
            {
                errors.Add(ProofNotes.OfClaim(request, box, claim, failed));
            }
        }
        proved.AddRange(Enumerable.Range(0, box.Sides.Length).Where(j => !claimed.Contains(j)).Select(searches.Monotone).OfType<MonotoneProof>());
        if (proved.Count > 0)
        {
            notes.Add(ProofNotes.Monotone(request, box, proved));
        }
        if (constant is { Upper: double.PositiveInfinity } || (constant is null && errors.Count > 0))
        {
            notes.AddRange(Dangers.Find(model, programs.Range, box.Sides, meter).Select(d => ProofNotes.OfDanger(request, d.Hazard, d.Danger, d.Argument)));
        }
        return new(
            box.Text,
            constant is null ? null : ProofNotes.Describe(bounds.Norm, box, constant),
            proved.OrderBy(static p => p.Coordinate).Select(p => ProofNotes.Sentence(box, p)).ToEquatableArray(),
            errors.Concat(notes).Distinct().ToEquatableArray(),
            errors.Count > 0);
    }
}

/// <summary>A constant to be written: its proof, the inequality that it is for, and how it was found.</summary>
internal sealed record ProvedConstant(LipschitzProof Proof, string Measured, EquatableArray<string> Remarks)
{
    public double Value => Proof.Upper;
}
