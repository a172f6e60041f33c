using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline.Proofs;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// What a model asks of its bounds: the norm in which inputs change, the constant that must be provable (+∞ when none is asked for), how many splits the search for
/// it may take (0 for the default budget), and the variables in which it states to be monotone.
/// </summary>
internal sealed record BoundRequest(Norm Norm, double Max, long Splits, EquatableArray<MonotoneClaim> Monotone)
{
    /// <summary>The claim about the constant, as its attribute reads; null without one.</summary>
    public string? Claim => double.IsPositiveInfinity(Max) ? null : "[Lipschitz(Max = " + Figures.Of(Max) + ")]";

    /// <summary>Everything that must be proved before anything is generated.</summary>
    public EquatableArray<string> Claims => Monotone.Select(static c => c.Text).Concat(Claim is { } claim ? [claim] : []).ToEquatableArray();
}

/// <summary>A variable, whether the model grows with it, and how many splits the proof may take (0 for the default budget).</summary>
internal sealed record MonotoneClaim(string Variable, bool IsIncreasing, long Splits)
{
    /// <summary>The claim as its attribute reads.</summary>
    public string Text => "[Monotone(" + Variable + ", " + (IsIncreasing ? "Increasing" : "Decreasing") + ")]";
}

/// <summary>The ends that <c>[Domain]</c> gives, as written.</summary>
internal sealed record Domain(double Lo, double Hi);
