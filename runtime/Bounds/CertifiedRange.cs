namespace Proxima;

/// <summary>The values of a model on a box.</summary>
/// <param name="Enclosure">Contains every value: proved.</param>
/// <param name="Attained">Values between these ends are taken, between the two witnesses: proved for a continuous model.</param>
/// <param name="Smallest">The point of the smallest value met.</param>
/// <param name="Largest">The point of the largest value met.</param>
/// <param name="Splits">How many boxes were split.</param>
public readonly record struct CertifiedRange(Interval Enclosure, Interval Attained, double[] Smallest, double[] Largest, long Splits);
