using System;
using System.Collections.Generic;

namespace Proxima;

/// <content>Which method to use.</content>
public static partial class Explain
{
    /// <summary>
    /// Explains a row by all methods and ranks them by their squared error on a neighbourhood. Each explanation counts with its slopes, contributions spread over
    /// the way from the baseline, and with
    /// the intercept that fits best.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">One row.</param>
    /// <param name="neighbourhood">Where the explanation is to be good.</param>
    /// <param name="options">What is explained and what it may cost; without groups.</param>
    /// <returns>The ranking. Methods that say nothing about the model, gradients of steps for instance, are not in it.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, there are groups, or the options do not suffice for the model.</exception>
    public static Ranking Best<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, Neighbourhood neighbourhood, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
    {
        ArgumentNullException.ThrowIfNull(neighbourhood);
        options ??= ExplainOptions.Default;
        List<Attribution> explanations = Comparison<TModel>.All(model, at, baseline, options);
        (double[] rows, double[] weights) = neighbourhood.Around(at);
        double[] values = Comparison<TModel>.Outputs(model, rows, weights.Length, options);
        List<RankedAttribution> ranked = [];
        foreach (Attribution explanation in explanations)
        {
            (double loss, double variance) = Comparison<TModel>.SquaredLoss(at, rows, values, weights, explanation.ToSlopes().Slopes);
            ranked.Add(new(explanation, loss, loss == 0 ? 1 : 1 - (loss / variance)));
        }
        ranked.Sort(static (left, right) => left.Loss != right.Loss ? left.Loss.CompareTo(right.Loss) : left.Attribution.Method.CompareTo(right.Attribution.Method));
        return new() { Ranked = ranked };
    }

    /// <summary>Explains a row by all methods and measures each on the neighbourhood and with the loss of each.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">One row.</param>
    /// <param name="options">What is explained and what it may cost; without groups. All players must be within <see cref="ExplainOptions.MaxEnumeration"/>.</param>
    /// <returns>The losses.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, there are groups, or there are more players than are enumerated.</exception>
    public static LossMatrix Losses<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
    {
        options ??= ExplainOptions.Default;
        if (at.Length > options.MaxEnumeration)
        {
            throw new ArgumentException($"The losses over masks are sums over 2^{at.Length} of them; {nameof(ExplainOptions.MaxEnumeration)} is {options.MaxEnumeration}.", nameof(options));
        }
        // The noise of SmoothGrad's column is the one that SmoothGrad averaged over, so the average is its minimum.
        return Comparison<TModel>.Matrix(model, at, baseline, options with { Evaluations = Comparison<TModel>.NoisePoints });
    }
}
