namespace Benchmarks;

/// <summary>A row of the table: the time of ours by the time of a rival.</summary>
/// <param name="Ours">The numerator.</param>
/// <param name="Rival">The denominator.</param>
/// <param name="Target">What the figure should be; null when it is there for comparison.</param>
internal sealed record Figure(Contestant Ours, Contestant Rival, Target? Target = null);
