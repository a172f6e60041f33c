using System;

namespace Benchmarks;

/// <summary>What a figure should be.</summary>
/// <param name="Bound">The largest quotient ours / rival.</param>
/// <param name="Text">The bound as it was asked for.</param>
internal sealed record Target(double Bound, string Text)
{
    public static Target AtMost(double bound) => new(bound, FormattableString.Invariant($"≤ {bound}"));

    public static Target Faster(double times) => new(1 / times, FormattableString.Invariant($"≥ {times} × faster"));

    public static Target OfPeak(double percent) => new(100 / percent, FormattableString.Invariant($"≥ {percent} % of peak"));
}
