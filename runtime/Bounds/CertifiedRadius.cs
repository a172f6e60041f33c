namespace Proxima;

/// <summary>How far a claim about a model reaches around a point.</summary>
/// <param name="Radius">The claim holds at every point whose coordinates each differ by at most this (times the coordinate's scale): proved. 0 when nothing was proved.</param>
/// <param name="Attained">The claim fails at the witness, at this distance; +∞ when no counter-example was met.</param>
/// <param name="Witness">The counter-example, or empty.</param>
/// <param name="Splits">How many boxes were split.</param>
public readonly record struct CertifiedRadius(double Radius, double Attained, double[] Witness, long Splits);
