using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>
/// The losses of all methods' explanations of one row on all methods' neighbourhoods: no explanation is best everywhere, each is on its own (Han, Srinivas,
/// Lakkaraju 2022, theorem 3).
/// </summary>
public sealed class LossMatrix
{
    private readonly double[,] _losses;

    internal LossMatrix(IReadOnlyList<Attribution> explanations, double[,] losses) => (Explanations, _losses) = (explanations, losses);

    /// <summary>The explanations, one per method: the rows of the matrix.</summary>
    public IReadOnlyList<Attribution> Explanations { get; }

    /// <summary>The loss of an explanation on the neighbourhood of a method.</summary>
    /// <param name="explanation">Whose explanation.</param>
    /// <param name="neighbourhood">Whose neighbourhood and loss.</param>
    /// <returns>The loss; NaN for explanations that the model does not permit.</returns>
    public double this[ExplainMethod explanation, ExplainMethod neighbourhood] => _losses[(int)explanation, (int)neighbourhood];
}

/// <summary>All methods' explanations of one row, ranked on a neighbourhood.</summary>
public sealed class Ranking
{
    /// <summary>From the least loss to the largest.</summary>
    public required IReadOnlyList<RankedAttribution> Ranked { get; init; }

    /// <summary>The explanation with the least loss; of equal ones the first in the order of <see cref="ExplainMethod"/>.</summary>
    public Attribution Best => Ranked[0].Attribution;
}

/// <summary>One explanation and how good it is on the caller's neighbourhood.</summary>
/// <param name="Attribution">The explanation.</param>
/// <param name="Loss">The mean of squared errors of its slopes, with the intercept that fits best.</param>
/// <param name="R2">1 − loss / variance of the output.</param>
public readonly record struct RankedAttribution(Attribution Attribution, double Loss, double R2);
