using System.Collections.Generic;

namespace Proxima.Generator.Pipeline;

/// <summary>The domain, the error and the smoothness that <c>[Tabulate]</c> says; zero for an error that it does not say.</summary>
internal sealed record TabulationRequest(double Lo, double Hi)
{
    public double MaxError { get; init; }

    public double RelativeError { get; init; }

    /// <summary>−1 where pieces need not meet.</summary>
    public int Continuity { get; init; } = -1;

    /// <summary>What the names of generated members other than the methods end with; a table has one of the two errors.</summary>
    public static IReadOnlyList<string> Members { get; } = ["TabulatedMaxError", "TabulatedEstimatedError", "TabulatedPieces", "TabulatedKnots", "TabulatedStarts"];
}
