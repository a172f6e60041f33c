using System;
using System.Globalization;

namespace Proxima;

/// <summary>The result of a check of derivatives: where the disagreement is worst, and how far the reference can be trusted there.</summary>
/// <param name="Verdict">The worst of what was found.</param>
/// <param name="What">The number that is worst, in words: <c>gradient[3]</c>.</param>
/// <param name="Coordinate">Its position.</param>
/// <param name="Expected">What the differences give; at a kink the nearer of the two one-sided slopes.</param>
/// <param name="Actual">What the derivative under test gives.</param>
/// <param name="Accuracy">The estimated error of <paramref name="Expected"/>.</param>
/// <param name="LargestError">The distance of both, relative to the larger.</param>
/// <param name="Tolerance">The relative distance that passes.</param>
public readonly record struct DerivativeReport(
    DerivativeVerdict Verdict, string What, int Coordinate, double Expected, double Actual, double Accuracy, double LargestError, double Tolerance)
{
    /// <summary>True when every number agrees, at kinks with the slopes on both sides.</summary>
    public bool IsPassed => Verdict is DerivativeVerdict.Passed or DerivativeVerdict.Kink;

    /// <summary>Fails a test whose derivatives are wrong; one whose differences are too inaccurate to tell does not fail.</summary>
    /// <returns>The report, to look at further.</returns>
    /// <exception cref="InvalidOperationException">Some derivative is wrong.</exception>
    public DerivativeReport ThrowIfFailed() => Verdict == DerivativeVerdict.Failed ? throw new InvalidOperationException(ToString()) : this;

    /// <summary>The finding in one sentence.</summary>
    /// <returns>Coordinate, expected and actual value, accuracy.</returns>
    public override string ToString()
    {
        string numbers = string.Create(
            CultureInfo.InvariantCulture, $"{What} is {Actual:R}; differences give {Expected:R} ± {Accuracy:E1} (relative distance {LargestError:E1}, tolerance {Tolerance:E1})");
        return Verdict switch
        {
            DerivativeVerdict.Passed => "Passed: " + numbers + ".",
            DerivativeVerdict.Kink => "Passed at a kink: " + numbers + "; the number lies between the slopes on both sides.",
            DerivativeVerdict.Unclear => "Unclear: " + numbers + "; the function is not smooth enough around the point to tell.",
            _ => "Wrong derivative: " + numbers + ".",
        };
    }
}
