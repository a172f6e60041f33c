using System.Collections.Generic;

namespace Proxima;

/// <summary>Where the global minimum of a model lies.</summary>
/// <param name="Minimum">Contains the smallest value on the box: proved. Its upper end is attained at <paramref name="Witness"/>.</param>
/// <param name="Witness">The point of the smallest value met.</param>
/// <param name="Minimisers">Boxes that together contain every point of the minimum: proved.</param>
/// <param name="Splits">How many boxes were split.</param>
public readonly record struct Enclosure(Interval Minimum, double[] Witness, IReadOnlyList<Interval[]> Minimisers, long Splits);
