using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>A Lipschitz constant on the domain.</summary>
/// <param name="Upper">The constant: proved.</param>
/// <param name="Lower">No constant is below this: the slope at the witness is at least so large.</param>
/// <param name="Witness">A point of the domain.</param>
/// <param name="Splits">The boxes that were split.</param>
/// <param name="IsComplete">False when the budget ended the search.</param>
internal sealed record LipschitzProof(double Upper, double Lower, EquatableArray<double> Witness, long Splits, bool IsComplete);

/// <summary>Whether a model goes one way along a coordinate of its point.</summary>
/// <param name="Coordinate">The coordinate.</param>
/// <param name="IsIncreasing">The way.</param>
/// <param name="Verdict">What is known.</param>
/// <param name="Slope">Where refuted, what the slope at the witness is at most (increasing) or at least; otherwise the same of all slopes, from the other side.</param>
/// <param name="Witness">The point of the slope that is most against the claim.</param>
/// <param name="Splits">The boxes that were split.</param>
internal sealed record MonotoneProof(int Coordinate, bool IsIncreasing, Verdict Verdict, double Slope, EquatableArray<double> Witness, long Splits);

/// <summary>What a proof ended with.</summary>
internal enum Verdict
{
    Unknown,
    Proved,
    Refuted,
}
