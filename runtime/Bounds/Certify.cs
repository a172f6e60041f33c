using System;
using Proxima.Linear;

namespace Proxima;

/// <summary>
/// Certified answers about a model on a box: every bound is proved by outward-rounded interval arithmetic, none is sampled. A certificate speaks of the
/// real-valued function that the source states, with its literals taken as the doubles they are; what rounding adds when the compiled code runs is not in it.
/// </summary>
public static partial class Certify
{
    /// <summary>The least Lipschitz constant that could be proved: |f(x) − f(y)| ≤ Upper·‖x − y‖ for all x, y in the box.</summary>
    /// <param name="model">The model.</param>
    /// <param name="box">One interval per coordinate of the model; unbounded ones are allowed.</param>
    /// <param name="norm">The norm of ‖x − y‖.</param>
    /// <param name="options">When to stop.</param>
    /// <returns>
    /// The constant; Lower is the dual norm of the gradient at the witness, which no constant can be below. An upper bound of +∞ means that none was proved: a
    /// derivative may be unbounded on the box, or the function may jump. The slope in an input that has a single value counts like any other. An empty box gives (0, 0).
    /// </returns>
    /// <exception cref="ArgumentException">The box has another number of intervals than the model has coordinates.</exception>
    /// <remarks>
    /// Branch and bound over the generalised gradient of Clarke (1975), with mean-value forms and, for models that are <see cref="ILinearEnclosure"/>, the linear bounds
    /// of Shi et al. (2022). Of a piecewise-linear model the signs of its kinks are decided instead, as half-spaces of the box, until the constant is exact.
    /// </remarks>
    public static Bound Lipschitz<TModel>(TModel model, ReadOnlySpan<Interval> box, Norm norm, CertifyOptions? options = null)
        where TModel : struct, IEnclosure
    {
        Interval[] own = SearchRun.Box(box, model.Dimension, nameof(box));
        if (!Enum.IsDefined(norm))
        {
            throw new ArgumentOutOfRangeException(nameof(norm), norm, "No such norm.");
        }
        if (SearchRun.IsEmpty(own))
        {
            return new(0, 0, [], 0);
        }
        NormObjective<ModelBoxes<TModel>> objective = new(new(model), norm);
        SearchResult found = TracedModel.Maximise(TracedModel.Of(model), objective, Target.Norms(norm, 1, own.Length), own, SearchRun.Limits(options));
        return ToBound(Witnesses.Reached(objective, own, found));
    }

    /// <summary>Encloses the values of a model on a box, both ends searched for: tighter than one evaluation of the enclosure.</summary>
    /// <param name="model">The model.</param>
    /// <param name="box">One interval per coordinate of the model.</param>
    /// <param name="options">When to stop; the limits hold for each end.</param>
    /// <returns>The bounds of the largest and, negated back, of the smallest value. An empty box, or one on which the model is defined nowhere, gives an empty range.</returns>
    /// <exception cref="ArgumentException">The box has another number of intervals than the model has coordinates.</exception>
    public static CertifiedRange Range<TModel>(TModel model, ReadOnlySpan<Interval> box, CertifyOptions? options = null)
        where TModel : struct, IEnclosure
    {
        Interval[] own = SearchRun.Box(box, model.Dimension, nameof(box));
        if (SearchRun.IsEmpty(own))
        {
            return new(Interval.Empty, Interval.Empty, [], [], 0);
        }
        SearchLimits limits = SearchRun.Limits(options);
        LayeredGraph? graph = TracedModel.Of(model);
        SearchResult largest = TracedModel.MaximiseValue(graph, new ValueObjective<ModelBoxes<TModel>>(new(model), isNegated: false), isNegated: false, own, limits);
        SearchResult smallest = TracedModel.MaximiseValue(graph, new ValueObjective<ModelBoxes<TModel>>(new(model), isNegated: true), isNegated: true, own, limits);
        long splits = largest.Splits + smallest.Splits;
        if (largest.Upper < -smallest.Upper)
        {
            return new(Interval.Empty, Interval.Empty, [], [], splits); // no value was met anywhere
        }
        Interval attained = largest.Lower >= -smallest.Lower ? new(-smallest.Lower, largest.Lower) : Interval.Empty;
        return new(new(-smallest.Upper, largest.Upper), attained, smallest.Witness, largest.Witness, splits);
    }

    private static Bound ToBound(SearchResult result) => new(result.Upper, result.Lower, result.Witness, result.Splits);
}
