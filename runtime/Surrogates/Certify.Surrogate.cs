using System;

namespace Proxima;

public static partial class Certify
{
    /// <summary>
    /// The largest box around an explained row on which the explanation, as a linear function of the point, provably stays within a tolerance of the model.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="attribution">An explanation of what the model returns, without groups and with one baseline.</param>
    /// <param name="tolerance">The largest |f − surrogate| that is acceptable.</param>
    /// <param name="domain">The inputs that can occur: one interval per coordinate, each containing the row.</param>
    /// <param name="scales">How far each coordinate moves per unit of radius, positive or 0 for one that is held; empty for 1 each.</param>
    /// <param name="options">When to stop; the splits are shared by all radii tried.</param>
    /// <returns>The proved radius and the nearest point met at which the surrogate is off by more.</returns>
    /// <exception cref="ArgumentException">
    /// The margin was explained, not what the model returns; a length is not the model's dimension; the row lies outside the domain; or the tolerance is negative or NaN.
    /// </exception>
    /// <exception cref="InvalidOperationException">Contributions of groups, or of several baselines, have no slope.</exception>
    public static CertifiedRadius SurrogateRadius<TModel>(
        TModel model, Attribution attribution, double tolerance, ReadOnlySpan<Interval> domain, ReadOnlySpan<double> scales = default, CertifyOptions? options = null)
        where TModel : struct, IEnclosure
    {
        ArgumentNullException.ThrowIfNull(attribution);
        if (attribution.IsMargin)
        {
            throw new ArgumentException($"The margin was explained, and enclosures are of what the model returns; explain with {nameof(ExplainOptions.Scale)} = {nameof(OutputScale.Result)}.", nameof(attribution));
        }
        (double value, double[] slopes) = attribution.ToSlopes();
        return SurrogateRadius(model, attribution.At, value, slopes, tolerance, domain, scales, options);
    }
}
