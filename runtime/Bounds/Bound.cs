namespace Proxima;

/// <summary>A certified bound and how tight it is known to be.</summary>
/// <param name="Upper">Nothing exceeds this: proved by outward-rounded enclosures. +∞ when no finite bound was proved.</param>
/// <param name="Lower">What is attained at the witness: proved too. −∞ when no point with a value was met.</param>
/// <param name="Witness">The point at which <paramref name="Lower"/> is attained.</param>
/// <param name="Splits">How many boxes were split.</param>
public readonly record struct Bound(double Upper, double Lower, double[] Witness, long Splits);
