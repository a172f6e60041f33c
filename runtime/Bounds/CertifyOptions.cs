using System;
using System.Threading;

namespace Proxima;

/// <summary>
/// How long a certified search goes on. Without a time limit equal calls give equal answers on every machine; ending early loosens a bound, and never makes
/// it wrong.
/// </summary>
public sealed record CertifyOptions
{
    /// <summary>The default limits.</summary>
    public static CertifyOptions Default { get; } = new();

    /// <summary>The most boxes that are split; 20,000 by default.</summary>
    public long MaxSplits { get; init; } = 20_000;

    /// <summary>The search ends when upper − lower is at most this part of |lower|; 10⁻⁶ by default.</summary>
    public double RelativeGap { get; init; } = 1e-6;

    /// <summary>The search ends when upper − lower is at most this; 0 by default.</summary>
    public double AbsoluteGap { get; init; }

    /// <summary>The longest time, or null for none. With a limit the answer depends on the machine.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Ends the search with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Told the bounds now and then.</summary>
    public IProgress<CertifyProgress>? Progress { get; init; }
}

/// <summary>Where a certified search stands.</summary>
/// <param name="Splits">Boxes split so far.</param>
/// <param name="Upper">The certified upper bound so far.</param>
/// <param name="Lower">The attained lower bound so far.</param>
public readonly record struct CertifyProgress(long Splits, double Upper, double Lower);
