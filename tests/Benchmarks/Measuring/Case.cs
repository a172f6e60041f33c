using System;
using System.Collections.Generic;
using System.Linq;

namespace Benchmarks;

/// <summary>Work that several contestants do, measured in one run, and the figures that come of it.</summary>
internal sealed record Case(string Name, IReadOnlyList<Figure> Figures)
{
    /// <summary>Figures from elsewhere, printed after the table for comparison; "" for none.</summary>
    public string Context { get; init; } = "";

    /// <summary>Two ways without a check of their own.</summary>
    public static Case Of(string name, string ours, Action run, string rival, Action runRival, Target target) =>
        new(name, [new(new(ours, run), new(rival, runRival), target)]);

    /// <summary>All that can run here, ours first, because the others are checked against its results.</summary>
    public IReadOnlyList<Contestant> Contestants() =>
    [
        .. Figures.Select(static figure => figure.Ours).Concat(Figures.Select(static figure => figure.Rival))
            .Where(static contestant => contestant.Absence is null).Distinct(ReferenceEqualityComparer.Instance).Cast<Contestant>(),
    ];
}
