using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>What is asked of an approximation: a domain, an error that must be proved, a format.</summary>
/// <param name="Segments">How many pieces; 0 for what costs least.</param>
internal sealed record Wanted(double Lo, double Hi, Measure Measure, double Tolerance, bool IsSingle, int Segments = 0)
{
    /// <summary>Arguments whose results must be the numbers of the format that are nearest to the function's values.</summary>
    public EquatableArray<double> Exact { get; init; } = [];

    /// <summary>True when one result should be there soon rather than many in little time.</summary>
    public bool IsLatency { get; init; }

    /// <summary>A unit in the last place is at most twice the half unit of one, as a share of the value.</summary>
    public double RelativeTolerance => Measure == Measure.Ulps ? Tolerance * 2 * Formats.HalfUnit(IsSingle) : Tolerance;

    /// <summary>True when arguments outside of the domain count as its nearest end.</summary>
    public bool HasClamps { get; init; } = true;

    /// <summary>True when the derivative is asked for too.</summary>
    public bool HasSlope { get; init; }

    /// <summary>What a program costs: cycles of a vector, or until a result is there.</summary>
    public double CostOf(Kernel program) => IsLatency ? Latency.Of(program) : PortCost.Of(program, Scheme.HasClamps(HasClamps, program) ? 1 : 0);

    /// <summary>True when a scheme's results at the exact arguments are what they must be.</summary>
    public bool IsMetBy(Scheme scheme, Target target) => Exact.All(x => scheme.Run(x).Equals(NearestValue(target, x)));

    /// <summary>The number of the format that is nearest to a function's value.</summary>
    public double NearestValue(Target target, double x) => Formats.Round(target.Value(x), IsSingle);
}

/// <summary>An approximation and the proof of its error.</summary>
/// <param name="Cycles">What a vector of 512 bits costs at least.</param>
internal sealed record Approximated(Scheme Scheme, ErrorBound Bound, double Cycles)
{
    /// <summary>Value and derivative in one program, where that is asked for.</summary>
    public ApproximatedSlope? Slope { get; init; }
}

/// <summary>A program of value and derivative, and the proof of the derivative's error.</summary>
/// <param name="Measure">Absolute, or relative to the function's derivative.</param>
internal sealed record ApproximatedSlope(Kernel Program, ErrorBound Bound, Measure Measure);
