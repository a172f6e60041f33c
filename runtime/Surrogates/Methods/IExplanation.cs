using System;

namespace Proxima;

/// <summary>One of the methods, for one row and for a block of rows: with the same bits.</summary>
internal interface IExplanation
{
    static abstract ExplainMethod Method { get; }

    /// <summary>True when the outputs at the baselines are needed beforehand.</summary>
    static abstract bool NeedsBaseValues { get; }

    static abstract void Row<TModel>(in Question<TModel> question, ReadOnlySpan<double> at, ref Answer answer)
        where TModel : struct, ISurrogate<double>;

    /// <summary>Explains rows at once where that is faster.</summary>
    /// <returns>False when rows are to be explained one by one.</returns>
    static abstract bool TryBlock<TModel>(in Question<TModel> question, ReadOnlySpan<double> rows, Span<double> values, Span<double> baseValues)
        where TModel : struct, ISurrogate<double>;
}
