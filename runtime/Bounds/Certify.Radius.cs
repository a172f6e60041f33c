using System;

namespace Proxima;

public static partial class Certify
{
    /// <summary>The largest box around a point on which the decision f(x) &gt; threshold (or not) provably stays what it is at the point.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The point.</param>
    /// <param name="threshold">What decides.</param>
    /// <param name="domain">The inputs that can occur: one interval per coordinate, each containing the point; boxes are cut at its ends.</param>
    /// <param name="scales">How far each coordinate moves per unit of radius, positive or 0 for one that is held; empty for 1 each.</param>
    /// <param name="options">When to stop; the splits are shared by all radii tried.</param>
    /// <returns>
    /// The proved radius, at most the smallest one that covers the domain, and the nearest point met at which the decision differs. Points at which the model has no
    /// value decide nothing, and do not limit the radius.
    /// </returns>
    /// <exception cref="ArgumentException">A length is not the model's dimension, the point lies outside the domain, or a scale is negative or not finite.</exception>
    public static CertifiedRadius DecisionRadius<TModel>(
        TModel model, ReadOnlySpan<double> at, double threshold, ReadOnlySpan<Interval> domain, ReadOnlySpan<double> scales = default, CertifyOptions? options = null)
        where TModel : struct, IEnclosure
    {
        if (double.IsNaN(threshold))
        {
            throw new ArgumentException("The threshold is NaN.", nameof(threshold));
        }
        (double[] point, double[] steps, Interval[] own, double largest) = Around(model.Dimension, at, scales, domain);
        Interval value = model.Range(ToBox(point));
        // What is not decided at the point itself has no radius.
        double sign = value.Lo > threshold ? -1 : 1;
        if (sign > 0 && !(value.Hi <= threshold))
        {
            return new(0, value.IsEmpty ? double.PositiveInfinity : 0, value.IsEmpty ? [] : point, 0);
        }
        // Above, f = threshold would change the decision: threshold − f must stay below zero, by the smallest double.
        double tolerance = sign > 0 ? 0 : -double.Epsilon;
        ShiftedObjective<ModelBoxes<TModel>> objective = new(new(model), sign, threshold, new double[point.Length], point, tolerance);
        return RadiusSearch.Run(objective, point, steps, own, largest, SearchRun.Limits(options));
    }

    /// <summary>The largest box around a point on which a linear surrogate provably stays within a tolerance of the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The point the surrogate is about.</param>
    /// <param name="value">The surrogate's value at the point.</param>
    /// <param name="slopes">The surrogate's slope along each coordinate.</param>
    /// <param name="tolerance">The largest |f − surrogate| that is acceptable.</param>
    /// <param name="domain">The inputs that can occur: one interval per coordinate, each containing the point.</param>
    /// <param name="scales">How far each coordinate moves per unit of radius, positive or 0 for one that is held; empty for 1 each.</param>
    /// <param name="options">When to stop; the splits are shared by all radii tried.</param>
    /// <returns>The proved radius and the nearest point met at which the surrogate is off by more.</returns>
    /// <exception cref="ArgumentException">
    /// A length is not the model's dimension, the point lies outside the domain, a scale is negative, or the tolerance is negative or NaN.
    /// </exception>
    public static CertifiedRadius SurrogateRadius<TModel>(
        TModel model, ReadOnlySpan<double> at, double value, ReadOnlySpan<double> slopes, double tolerance, ReadOnlySpan<Interval> domain, ReadOnlySpan<double> scales = default, CertifyOptions? options = null)
        where TModel : struct, IEnclosure
    {
        if (!(tolerance >= 0))
        {
            throw new ArgumentException($"The tolerance is {tolerance}, not at least 0.", nameof(tolerance));
        }
        (double[] point, double[] steps, Interval[] own, double largest) = Around(model.Dimension, at, scales, domain);
        double[] plane = SearchRun.Point(slopes, model.Dimension, nameof(slopes));
        ModelBoxes<TModel> boxes = new(model);
        LargerObjective<ShiftedObjective<ModelBoxes<TModel>>> objective = new(
            new(boxes, 1, value, plane, point, tolerance), new(boxes, -1, value, plane, point, tolerance));
        return RadiusSearch.Run(objective, point, steps, own, largest, SearchRun.Limits(options));
    }

    private static (double[] Point, double[] Scales, Interval[] Domain, double Largest) Around(int dimension, ReadOnlySpan<double> at, ReadOnlySpan<double> scales, ReadOnlySpan<Interval> domain)
    {
        double[] point = SearchRun.Point(at, dimension, nameof(at));
        Interval[] own = SearchRun.Box(domain, dimension, nameof(domain));
        double[] steps = new double[dimension];
        Array.Fill(steps, 1);
        if (!scales.IsEmpty)
        {
            steps = SearchRun.Point(scales, dimension, nameof(scales));
        }
        double largest = 0;
        for (int j = 0; j < dimension; j++)
        {
            if (!own[j].Contains(point[j]))
            {
                throw new ArgumentException($"Coordinate {j} of '{nameof(at)}' is {point[j]}, outside [{own[j].Lo}, {own[j].Hi}].", nameof(at));
            }
            if (steps[j] < 0)
            {
                throw new ArgumentException($"Scale {j} is {steps[j]}, not at least 0.", nameof(scales));
            }
            if (steps[j] > 0)
            {
                double reach = Math.Max((own[j] - point[j]).Hi, (point[j] - own[j]).Hi);
                largest = Math.Max(largest, Math.Min(reach / steps[j], double.MaxValue));
            }
        }
        return (point, steps, own, largest);
    }

    private static Interval[] ToBox(double[] point) => Array.ConvertAll(point, static x => (Interval)x);
}
