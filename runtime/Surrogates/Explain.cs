using System;

namespace Proxima;

/// <summary>
/// Linear explanations of a model's output at a row. Each is the best linear model under a neighbourhood and a loss (Han, Srinivas, Lakkaraju 2022), and each is
/// exact where the
/// model's structure permits.
/// </summary>
/// <remarks>
/// The explained output is the margin before the model's link unless <see cref="ExplainOptions.Scale"/> says otherwise. Equal calls give equal bits, on one thread
/// or many.
/// </remarks>
public static partial class Explain
{
    /// <summary>Shapley values: each feature's share of f(row) − f(baseline), averaged over all orders in which features can move.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several, row-major, whose explanations are averaged.</param>
    /// <param name="options">What is explained and what it may cost.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    public static Attribution Shapley<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, ShapleyExplanation>.Row(model, at, baseline, options);

    /// <summary>LIME: least squares over masks z, weighted by exp(−‖x − x(z)‖²/ν²), with an intercept and no penalty. The population value, not a sample's.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several, row-major, whose explanations are averaged.</param>
    /// <param name="options">What is explained and what it may cost.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    public static Attribution Lime<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, LimeExplanation>.Row(model, at, baseline, options);

    /// <summary>Banzhaf values: least squares over all masks alike.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several, row-major, whose explanations are averaged.</param>
    /// <param name="options">What is explained and what it may cost.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    public static Attribution Banzhaf<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, BanzhafExplanation>.Row(model, at, baseline, options);

    /// <summary>Occlusion: what changes when one feature is taken to the baseline, or alone is taken to the row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several, row-major, whose explanations are averaged.</param>
    /// <param name="options">What is explained and what it may cost.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    public static Attribution Occlusion<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, OcclusionExplanation>.Row(model, at, baseline, options);

    /// <summary>Integrated gradients (Sundararajan, Taly, Yan 2017): the average gradient on the straight way from the baseline, times the way.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several, row-major, whose explanations are averaged.</param>
    /// <param name="options">What is explained and what it may cost.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    public static Attribution IntegratedGradients<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, IntegratedGradientsExplanation>.Row(model, at, baseline, options);

    /// <summary>The gradient at the row, times the way from the mean baseline.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several, row-major, whose explanations are averaged.</param>
    /// <param name="options">What is explained and what it may cost.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    public static Attribution GradientTimesInput<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, GradientTimesInputExplanation>.Row(model, at, baseline, options);

    /// <summary>The gradient at the row: slopes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">Not needed; a baseline is accepted so that all methods are called alike.</param>
    /// <param name="options">What is explained and what it may cost.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    public static Attribution Gradient<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline = default, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, GradientExplanation>.Row(model, at, baseline, options);

    /// <summary>SmoothGrad (Smilkov et al. 2017): the average gradient under Gaussian noise: slopes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">Not needed; a baseline is accepted so that all methods are called alike.</param>
    /// <param name="options">What is explained and what it may cost.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    public static Attribution SmoothGrad<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline = default, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, SmoothGradExplanation>.Row(model, at, baseline, options);

    /// <summary>C-LIME (Agarwal et al. 2021): least squares under Gaussian noise, in the limit of many samples: slopes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="baseline">Not needed; a baseline is accepted so that all methods are called alike.</param>
    /// <param name="options">What is explained and what it may cost.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    public static Attribution CLime<TModel>(TModel model, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline = default, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, CLimeExplanation>.Row(model, at, baseline, options);
}
