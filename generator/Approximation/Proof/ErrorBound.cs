using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>A proved bound of |kernel − function| on a domain, the largest error that is really there, where, and how many boxes it took.</summary>
/// <param name="Approximation">The bound on the worst box without rounding.</param>
internal sealed record ErrorBound(double Upper, double Lower, double Where, double Approximation, int Boxes);

/// <summary>What a proof is about.</summary>
internal sealed record ProofOptions(Measure Measure)
{
    /// <summary>Points where both are zero and the relative error has a limit.</summary>
    public EquatableArray<double> Zeros { get; init; } = [];

    /// <summary>About what the error will be: decides the order of the expansions.</summary>
    public double Expected { get; init; } = 1e-8;

    /// <summary>How much above an error that is there a bound may be.</summary>
    public double Slack { get; init; } = 1.01;

    /// <summary>How many boxes a proof starts from.</summary>
    public int FirstBoxes { get; init; } = 16;

    /// <summary>A bound that another part of the domain has already: less need not be proved.</summary>
    public double Floor { get; init; }

    /// <summary>False for the error of the polynomial itself, as if computed without rounding.</summary>
    public bool WithRounding { get; init; } = true;
}
