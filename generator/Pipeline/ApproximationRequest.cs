using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>The domain, the error and the pieces that <c>[Approximate]</c> says; zero for what it does not say.</summary>
internal sealed record ApproximationRequest(double Lo, double Hi)
{
    public double MaxError { get; init; }

    public double RelativeError { get; init; }

    public double Ulps { get; init; }

    public int Segments { get; init; }

    /// <summary>Arguments whose results must be the nearest numbers.</summary>
    public EquatableArray<double> Exact { get; init; } = [];

    public bool IsLatency { get; init; }

    public bool HasSlope { get; init; }

    public bool HasClamps { get; init; } = true;
}
