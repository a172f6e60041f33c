namespace Proxima;

/// <summary>How a linear explanation is chosen.</summary>
public enum ExplainMethod
{
    /// <summary>Shapley values: least squares over masks with the Shapley kernel.</summary>
    Shapley,

    /// <summary>Least squares over masks with an exponential kernel.</summary>
    Lime,

    /// <summary>Least squares over all masks alike.</summary>
    Banzhaf,

    /// <summary>The change when one player is taken away.</summary>
    Occlusion,

    /// <summary>The average gradient on the way from the baseline, times the way.</summary>
    IntegratedGradients,

    /// <summary>The gradient, times the way from the baseline.</summary>
    GradientTimesInput,

    /// <summary>The gradient.</summary>
    Gradient,

    /// <summary>The average gradient under Gaussian noise.</summary>
    SmoothGrad,

    /// <summary>Least squares under Gaussian noise.</summary>
    CLime,
}
