using System;

namespace Benchmarks;

/// <summary>Two ways of the same work. The figure is the time of <paramref name="Numerator"/> by the time of <paramref name="Denominator"/>.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Numerator">Some thousand calls of the one.</param>
/// <param name="Denominator">As many of the other.</param>
/// <param name="Target">The figure we want.</param>
/// <param name="IsUpperBound">True when a smaller figure is better.</param>
internal sealed record Comparison(string Name, Action Numerator, Action Denominator, double Target, bool IsUpperBound);
