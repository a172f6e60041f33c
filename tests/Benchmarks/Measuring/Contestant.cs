using System;
using System.Collections.Generic;

namespace Benchmarks;

/// <summary>One way of doing a case's work.</summary>
/// <param name="Name">What does it, as the table says it.</param>
/// <param name="Run">Does the work once.</param>
internal sealed record Contestant(string Name, Action Run)
{
    /// <summary>The part of the work that one call does: the time is divided by it.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Why this one cannot run here; null when it can.</summary>
    public string? Absence { get; init; }

    /// <summary>True when nothing is compiled while it runs: it needs no warming up.</summary>
    public bool IsNative { get; init; }

    /// <summary>What must come out as another contestant's results; checked before anything is timed.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    public static Contestant Absent(string name, string reason) => new(name, static () => { }) { Absence = reason };
}
