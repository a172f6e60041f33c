using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Proxima;

/// <summary>What is explained, and how much it may cost. Equal options give equal bits.</summary>
public sealed record ExplainOptions
{
    /// <summary>More players than this are never enumerated: a table of their values has 2²⁴ numbers.</summary>
    public const int LargestEnumeration = 24;

    /// <summary>The default options.</summary>
    public static ExplainOptions Default { get; } = new();

    /// <summary>Which output is explained: the margin before the model's link, when it has one, unless said otherwise.</summary>
    public OutputScale Scale { get; init; }

    /// <summary>
    /// Features that move together and count as one player: a partition of the coordinates. Null for each coordinate by itself. Not for methods that give slopes.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>>? Groups { get; init; }

    /// <summary>Terms of at most so many players are enumerated; 16 by default, at most <see cref="LargestEnumeration"/>.</summary>
    public int MaxEnumeration { get; init; } = 16;

    /// <summary>The evaluations of each row where sampling is needed; 0 to refuse sampling of players, and for the defaults elsewhere.</summary>
    public int Evaluations { get; init; }

    /// <summary>
    /// ν in the kernel exp(−‖x − x′‖²/ν²) of <c>Lime</c>; null for 0.75·√d, LIME's own width. With <see cref="Scales"/> distances are measured in them.
    /// </summary>
    public double? KernelWidth { get; init; }

    /// <summary>The deviation of the noise of <c>SmoothGrad</c> and <c>CLime</c>; 0.1 by default. With <see cref="Scales"/> it is measured in them.</summary>
    public double Sigma { get; init; } = 0.1;

    /// <summary>The unit of each coordinate for <see cref="Sigma"/> and <see cref="KernelWidth"/>, positive or 0 for one that is held; null for 1 each.</summary>
    public IReadOnlyList<double>? Scales { get; init; }

    /// <summary>What is taken away by <c>Occlusion</c>: one player, unless said otherwise.</summary>
    public OcclusionConvention Occlusion { get; init; }

    /// <summary>How many threads share the rows of a batch; null for the caller's alone. The bits do not depend on it.</summary>
    public ParallelOptions? Parallel { get; init; }

    /// <summary>Ends a batch between chunks of rows with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Told after each chunk of a batch how many of its rows are explained.</summary>
    public IProgress<ExplainProgress>? Progress { get; init; }
}

/// <summary>Which output of a model is explained.</summary>
public enum OutputScale
{
    /// <summary>What the model's link is applied to, a logit for instance; the value when there is no link.</summary>
    Margin,

    /// <summary>What the model returns.</summary>
    Result,
}

/// <summary>The two conventions of occlusion.</summary>
public enum OcclusionConvention
{
    /// <summary>f(x) − f(x with the player at the baseline).</summary>
    Remove,

    /// <summary>f(baseline with the player at x) − f(baseline).</summary>
    KeepOne,
}

/// <summary>Where a batch of explanations stands.</summary>
/// <param name="Rows">Rows explained so far.</param>
/// <param name="Total">All rows.</param>
public readonly record struct ExplainProgress(int Rows, int Total);
