namespace Proxima;

/// <summary>What is known about a claim.</summary>
public enum Verdict
{
    /// <summary>Neither a proof nor a counter-example was found within the limits.</summary>
    Unknown,

    /// <summary>The claim holds on the whole box: proved.</summary>
    Proved,

    /// <summary>The claim fails at the witness: proved.</summary>
    Refuted,
}

/// <summary>A verdict on monotonicity.</summary>
/// <param name="Verdict">Whether the model goes the way it was asked.</param>
/// <param name="Violation">
/// The derivative against the asked direction: at most zero everywhere is the proof, above zero at the witness the refutation, with the point.
/// </param>
public readonly record struct MonotoneVerdict(Verdict Verdict, Bound Violation);
