using System;

namespace Proxima;

/// <content>The same for rows of a matrix. Nothing is allocated once pools are warm, but by threads.</content>
public static partial class Explain
{
    /// <summary>Explains many rows like <see cref="Shapley"/>, with the same bits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several.</param>
    /// <param name="values">Receives one value per feature or group and row, row-major.</param>
    /// <param name="baseValues">Receives what each row's contributions are added to; its length is the number of rows.</param>
    /// <param name="options">What is explained, what it may cost, and on how many threads.</param>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    /// <exception cref="OperationCanceledException">A token of the options was cancelled; some rows are explained.</exception>
    public static void ShapleyBatch<TModel>(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, ShapleyExplanation>.Batch(model, rows, baseline, values, baseValues, options);

    /// <summary>Explains many rows like <see cref="Lime"/>, with the same bits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several.</param>
    /// <param name="values">Receives one value per feature or group and row, row-major.</param>
    /// <param name="baseValues">Receives what each row's contributions are added to; its length is the number of rows.</param>
    /// <param name="options">What is explained, what it may cost, and on how many threads.</param>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    /// <exception cref="OperationCanceledException">A token of the options was cancelled; some rows are explained.</exception>
    public static void LimeBatch<TModel>(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, LimeExplanation>.Batch(model, rows, baseline, values, baseValues, options);

    /// <summary>Explains many rows like <see cref="Banzhaf"/>, with the same bits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several.</param>
    /// <param name="values">Receives one value per feature or group and row, row-major.</param>
    /// <param name="baseValues">Receives what each row's contributions are added to; its length is the number of rows.</param>
    /// <param name="options">What is explained, what it may cost, and on how many threads.</param>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    /// <exception cref="OperationCanceledException">A token of the options was cancelled; some rows are explained.</exception>
    public static void BanzhafBatch<TModel>(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, BanzhafExplanation>.Batch(model, rows, baseline, values, baseValues, options);

    /// <summary>Explains many rows like <see cref="Occlusion"/>, with the same bits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several.</param>
    /// <param name="values">Receives one value per feature or group and row, row-major.</param>
    /// <param name="baseValues">Receives what each row's contributions are added to; its length is the number of rows.</param>
    /// <param name="options">What is explained, what it may cost, and on how many threads.</param>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    /// <exception cref="OperationCanceledException">A token of the options was cancelled; some rows are explained.</exception>
    public static void OcclusionBatch<TModel>(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, OcclusionExplanation>.Batch(model, rows, baseline, values, baseValues, options);

    /// <summary>Explains many rows like <see cref="IntegratedGradients"/>, with the same bits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several.</param>
    /// <param name="values">Receives one value per feature or group and row, row-major.</param>
    /// <param name="baseValues">Receives what each row's contributions are added to; its length is the number of rows.</param>
    /// <param name="options">What is explained, what it may cost, and on how many threads.</param>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    /// <exception cref="OperationCanceledException">A token of the options was cancelled; some rows are explained.</exception>
    public static void IntegratedGradientsBatch<TModel>(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, IntegratedGradientsExplanation>.Batch(model, rows, baseline, values, baseValues, options);

    /// <summary>Explains many rows like <see cref="GradientTimesInput"/>, with the same bits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="baseline">What a feature is when it is absent: one row, or several.</param>
    /// <param name="values">Receives one value per feature or group and row, row-major.</param>
    /// <param name="baseValues">Receives what each row's contributions are added to; its length is the number of rows.</param>
    /// <param name="options">What is explained, what it may cost, and on how many threads.</param>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    /// <exception cref="OperationCanceledException">A token of the options was cancelled; some rows are explained.</exception>
    public static void GradientTimesInputBatch<TModel>(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, GradientTimesInputExplanation>.Batch(model, rows, baseline, values, baseValues, options);

    /// <summary>Explains many rows like <see cref="Gradient"/>, with the same bits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="baseline">Not needed.</param>
    /// <param name="values">Receives one value per feature or group and row, row-major.</param>
    /// <param name="baseValues">Receives the surrogate's value at each row; its length is the number of rows.</param>
    /// <param name="options">What is explained, what it may cost, and on how many threads.</param>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    /// <exception cref="OperationCanceledException">A token of the options was cancelled; some rows are explained.</exception>
    public static void GradientBatch<TModel>(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, GradientExplanation>.Batch(model, rows, baseline, values, baseValues, options);

    /// <summary>Explains many rows like <see cref="SmoothGrad"/>, with the same bits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="baseline">Not needed.</param>
    /// <param name="values">Receives one value per feature or group and row, row-major.</param>
    /// <param name="baseValues">Receives the surrogate's value at each row; its length is the number of rows.</param>
    /// <param name="options">What is explained, what it may cost, and on how many threads.</param>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    /// <exception cref="OperationCanceledException">A token of the options was cancelled; some rows are explained.</exception>
    public static void SmoothGradBatch<TModel>(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, SmoothGradExplanation>.Batch(model, rows, baseline, values, baseValues, options);

    /// <summary>Explains many rows like <see cref="CLime"/>, with the same bits.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="baseline">Not needed.</param>
    /// <param name="values">Receives one value per feature or group and row, row-major.</param>
    /// <param name="baseValues">Receives the surrogate's value at each row; its length is the number of rows.</param>
    /// <param name="options">What is explained, what it may cost, and on how many threads.</param>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the options do not suffice for the model.</exception>
    /// <exception cref="OperationCanceledException">A token of the options was cancelled; some rows are explained.</exception>
    public static void CLimeBatch<TModel>(
        TModel model, ReadOnlySpan<double> rows, ReadOnlySpan<double> baseline, Span<double> values, Span<double> baseValues, ExplainOptions? options = null)
        where TModel : struct, ISurrogate<double>
        => Runner<TModel, CLimeExplanation>.Batch(model, rows, baseline, values, baseValues, options);
}
