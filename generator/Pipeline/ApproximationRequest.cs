using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>The interval, the error and the pieces that <c>[Approximate]</c> says; zero for what it does not say.</summary>
internal sealed record ApproximationRequest(double Lo, double Hi)
{
    /// <summary>False where the attribute says no interval: parameters have theirs from <c>[Domain]</c>.</summary>
    public bool HasInterval { get; init; } = true;

    public double MaxError { get; init; }

    public double RelativeError { get; init; }

    public double Ulps { get; init; }

    public int Segments { get; init; }

    /// <summary>Arguments whose results must be the nearest numbers.</summary>
    public EquatableArray<double> Exact { get; init; } = [];

    public bool IsLatency { get; init; }

    public bool HasSlope { get; init; }

    public bool HasClamps { get; init; } = true;

    /// <summary>What is measured and the most it may be.</summary>
    public (Measure Measure, double Tolerance) Error => this switch
    {
        { MaxError: not 0 } => (Measure.Absolute, MaxError),
        { RelativeError: not 0 } => (Measure.Relative, RelativeError),
        _ => (Measure.Ulps, Ulps),
    };

    /// <summary>What is wrong with the errors that are given, or null.</summary>
    public string? ErrorObjection
    {
        get
        {
            double[] errors = [MaxError, RelativeError, Ulps];
            return errors.Count(static e => e != 0) != 1 || !(errors.Max() > 0) || double.IsInfinity(errors.Max())
                ? "exactly one of MaxError, RelativeError and Ulps must be given, and positive"
                : null;
        }
    }

    /// <summary>With the domain of a model's one variable as the interval, where the attribute says none.</summary>
    public ApproximationRequest On(IReadOnlyList<ModelParameter> parameters) =>
        !HasInterval && parameters.Count == 1 && parameters[0].Domain is { } domain ? this with { Lo = domain.Lo, Hi = domain.Hi, HasInterval = true } : this;
}
