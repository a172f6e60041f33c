using System;

namespace Proxima;

/// <summary>Certified global minimisation.</summary>
public static class Minimise
{
    /// <summary>Encloses the smallest value of a model on a box, and every point at which it is taken.</summary>
    /// <param name="model">The model.</param>
    /// <param name="box">One interval per coordinate of the model.</param>
    /// <param name="width">Boxes that may hold a minimiser are split until each edge is at most this part of the starting edge.</param>
    /// <param name="options">When to stop.</param>
    /// <returns>The enclosure. An empty box, or one on which the model is defined nowhere, gives an empty minimum without minimisers.</returns>
    /// <exception cref="ArgumentException">The box has another number of intervals than the model has coordinates, or the width is not positive.</exception>
    /// <remarks>Interval branch and bound (Skelboe 1974; Hansen 1980) with mean-value forms and monotonicity.</remarks>
    public static Enclosure Global<TModel>(TModel model, ReadOnlySpan<Interval> box, double width = 1e-4, CertifyOptions? options = null)
        where TModel : struct, IEnclosure
    {
        Interval[] own = SearchRun.Box(box, model.Dimension, nameof(box));
        if (!(width > 0))
        {
            throw new ArgumentException($"The width is {width}, not positive.", nameof(width));
        }
        if (SearchRun.IsEmpty(own))
        {
            return new(Interval.Empty, [], [], 0);
        }
        SearchLimits limits = SearchRun.Limits(options) with { KeepsCandidates = true, CandidateWidth = width };
        SearchResult result = BoxSearch<ValueObjective<ModelBoxes<TModel>>>.Maximise(new(new(model), isNegated: true), own, limits);
        if (double.IsNegativeInfinity(result.Upper))
        {
            return new(Interval.Empty, [], [], result.Splits);
        }
        double largest = double.IsNegativeInfinity(result.Lower) ? double.PositiveInfinity : -result.Lower;
        return new(new(-result.Upper, largest), result.Witness, result.Candidates, result.Splits);
    }
}
