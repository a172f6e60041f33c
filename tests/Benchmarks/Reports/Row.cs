namespace Benchmarks;

/// <summary>A figure as measured.</summary>
/// <param name="Case">The case's name.</param>
/// <param name="Figure">What was compared.</param>
/// <param name="Refusal">Why there is no number; null when there is.</param>
/// <param name="Ratio">Ours by the rival: the median of the rounds.</param>
/// <param name="Lower">The lower quartile.</param>
/// <param name="Upper">The upper quartile.</param>
/// <param name="OursSeconds">Time of ours.</param>
/// <param name="RivalSeconds">Time of the rival.</param>
internal sealed record Row(
    string Case, Figure Figure, string? Refusal = null, double Ratio = 0, double Lower = 0, double Upper = 0, double OursSeconds = 0, double RivalSeconds = 0)
{
    /// <summary>Met, missed, or empty without a number or a target.</summary>
    public string Verdict => Refusal is not null || Figure.Target is null ? "" : Ratio <= Figure.Target.Bound ? "met" : "**missed**";
}
