using System;

namespace Proxima;

/// <summary>Shapley values.</summary>
internal readonly struct ShapleyExplanation : IExplanation
{
    public static ExplainMethod Method => ExplainMethod.Shapley;

    public static bool NeedsBaseValues => false;

    public static void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>
        => Masks<TModel>.Run(question, at, ExplainMethod.Shapley, ref answer);

    public static bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>
        => false;
}

/// <summary>Least squares over masks with the exponential kernel.</summary>
internal readonly struct LimeExplanation : IExplanation
{
    public static ExplainMethod Method => ExplainMethod.Lime;

    public static bool NeedsBaseValues => false;

    public static void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>
        => Masks<TModel>.Run(question, at, ExplainMethod.Lime, ref answer);

    public static bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>
        => false;
}

/// <summary>Least squares over all masks alike.</summary>
internal readonly struct BanzhafExplanation : IExplanation
{
    public static ExplainMethod Method => ExplainMethod.Banzhaf;

    public static bool NeedsBaseValues => false;

    public static void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>
        => Masks<TModel>.Run(question, at, ExplainMethod.Banzhaf, ref answer);

    public static bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>
        => false;
}
