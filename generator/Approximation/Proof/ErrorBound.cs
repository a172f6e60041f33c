using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>A proved bound of |kernel − function| on a domain, the largest error that is really there, where, and how many boxes it took.</summary>
/// <param name="Approximation">The bound on the worst box without rounding.</param>
internal sealed record ErrorBound(double Upper, double Lower, double Where, double Approximation, int Boxes)
{
    /// <summary>Where, of a function of several variables.</summary>
    public EquatableArray<double> At { get; init; } = [];

    /// <summary>The box with the largest bound.</summary>
    public Interval Worst { get; init; }
}

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

    /// <summary>How many boxes a proof may take.</summary>
    public int MostBoxes { get; init; } = 4_000;

    /// <summary>A bound that another part of the domain has already: less need not be proved.</summary>
    public double Floor { get; init; }

    /// <summary>How far the kernel's argument is from the function's.</summary>
    public ArgumentError Argument { get; init; }

    /// <summary>True when the kernel differs from the function by rounding and the errors of its blocks alone.</summary>
    public bool IsExact { get; init; }

    /// <summary>True for a proof about derivatives: the kernel's result is one (<see cref="KernelSlope"/>), and the function's is what it is compared with.</summary>
    public bool IsSlope { get; init; }

    /// <summary>True when zero is an end of boxes.</summary>
    public bool EndsAtZero { get; init; }

    /// <summary>How many boxes may be halved for rounding alone, whose bound grows ever more slowly tighter.</summary>
    public int RoundingBoxes { get; init; } = 128;

    /// <summary>An error that is too large: where one is seen, there is nothing more to prove.</summary>
    public double Limit { get; init; } = double.PositiveInfinity;

    /// <summary>False for the error of the polynomial itself, as if computed without rounding.</summary>
    public bool WithRounding { get; init; } = true;
}

/// <summary>How far a computed argument is from the exact one: a number, half a unit in the last place of the computed one, and a share of the exact one that bounds both.</summary>
internal readonly record struct ArgumentError(double Absolute, bool IsRounded, double Share)
{
    /// <summary>From here on the computed argument has been rounded once more, which the share does not count.</summary>
    public double? TwiceFrom { get; init; }

    public bool IsZero => Absolute == 0 && !IsRounded;
}
