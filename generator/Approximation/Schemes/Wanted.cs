namespace Proxima.Generator.Approximation;

/// <summary>What is asked of an approximation: a domain, an error that must be proved, a format.</summary>
/// <param name="Segments">How many pieces; 0 for what costs least.</param>
internal sealed record Wanted(double Lo, double Hi, Measure Measure, double Tolerance, bool IsSingle, int Segments = 0)
{
    /// <summary>A unit in the last place is at most twice the half unit of one, as a share of the value.</summary>
    public double RelativeTolerance => Measure == Measure.Ulps ? Tolerance * 2 * Formats.HalfUnit(IsSingle) : Tolerance;
}

/// <summary>An approximation and the proof of its error.</summary>
/// <param name="Cycles">What a vector of 512 bits costs at least.</param>
internal sealed record Approximated(Scheme Scheme, ErrorBound Bound, double Cycles);
