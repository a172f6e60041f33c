using System;

namespace Proxima;

/// <summary>
/// The members of <see cref="ISurrogate{T}"/> in <see langword="float"/> by those in <see langword="double"/>: what comes in is widened, which is exact, and what comes out is
/// rounded once. Model structs call it.
/// </summary>
public static class SurrogateInSingle
{
    /// <inheritdoc cref="ISurrogate{T}.TermValues"/>
    /// <param name="model">The model.</param>
    /// <param name="term">Its index in the structure.</param>
    /// <param name="rows">One point per row, row-major: the term's own coordinates in their order.</param>
    /// <param name="results">Receives one value per row.</param>
    public static void TermValues<TModel>(TModel model, int term, ReadOnlySpan<float> rows, Span<float> results)
        where TModel : struct, ISurrogate<double>
    {
        using Workspace<double> points = Wide(rows), values = new([], results.Length);
        model.TermValues(term, points.Span, values.Span);
        Batch.Narrow(values.Span, results);
    }

    /// <inheritdoc cref="ISurrogate{T}.TermGradients"/>
    /// <param name="model">The model.</param>
    /// <param name="term">Its index in the structure.</param>
    /// <param name="rows">One point per row, row-major: the term's own coordinates in their order.</param>
    /// <param name="results">Receives one value per row.</param>
    /// <param name="gradients">Receives one gradient per row, row-major.</param>
    public static void TermGradients<TModel>(TModel model, int term, ReadOnlySpan<float> rows, Span<float> results, Span<float> gradients)
        where TModel : struct, ISurrogate<double>
    {
        using Workspace<double> points = Wide(rows), values = new([], results.Length), slopes = new([], gradients.Length);
        model.TermGradients(term, points.Span, values.Span, slopes.Span);
        Batch.Narrow(values.Span, results);
        Batch.Narrow(slopes.Span, gradients);
    }

    /// <inheritdoc cref="ISurrogate{T}.HeadValues"/>
    /// <param name="model">The model.</param>
    /// <param name="term">Its index in the structure.</param>
    /// <param name="units">The layer's results as columns: units × points.</param>
    /// <param name="results">Receives one value per point.</param>
    public static void HeadValues<TModel>(TModel model, int term, ReadOnlySpan<float> units, Span<float> results)
        where TModel : struct, ISurrogate<double>
    {
        using Workspace<double> columns = Wide(units), values = new([], results.Length);
        model.HeadValues(term, columns.Span, values.Span);
        Batch.Narrow(values.Span, results);
    }

    /// <inheritdoc cref="ISurrogate{T}.HeadGradients"/>
    /// <param name="model">The model.</param>
    /// <param name="term">Its index in the structure.</param>
    /// <param name="units">The layer's results as columns: units × points.</param>
    /// <param name="results">Receives one value per point.</param>
    /// <param name="gradients">Receives the derivatives as columns: units × points.</param>
    public static void HeadGradients<TModel>(TModel model, int term, ReadOnlySpan<float> units, Span<float> results, Span<float> gradients)
        where TModel : struct, ISurrogate<double>
    {
        using Workspace<double> columns = Wide(units), values = new([], results.Length), slopes = new([], gradients.Length);
        model.HeadGradients(term, columns.Span, values.Span, slopes.Span);
        Batch.Narrow(values.Span, results);
        Batch.Narrow(slopes.Span, gradients);
    }

    /// <inheritdoc cref="ISurrogate{T}.Link"/>
    /// <param name="model">The model.</param>
    /// <param name="margins">The margins.</param>
    /// <param name="results">Receives the link's values; may be the same memory as <paramref name="margins"/>.</param>
    /// <param name="slopes">Receives the link's derivatives, or is empty.</param>
    public static void Link<TModel>(TModel model, ReadOnlySpan<float> margins, Span<float> results, Span<float> slopes)
        where TModel : struct, ISurrogate<double>
    {
        using Workspace<double> wide = Wide(margins), derivatives = new([], slopes.Length);
        model.Link(wide.Span, wide.Span, derivatives.Span);
        Batch.Narrow(wide.Span, results);
        Batch.Narrow(derivatives.Span, slopes);
    }

    /// <inheritdoc cref="ISurrogate{T}.KinkArguments"/>
    /// <param name="model">The model.</param>
    /// <param name="x">The point.</param>
    /// <param name="arguments">Receives them.</param>
    public static void KinkArguments<TModel>(TModel model, ReadOnlySpan<float> x, Span<float> arguments)
        where TModel : struct, ISurrogate<double>
    {
        using Workspace<double> point = Wide(x), numbers = new([], arguments.Length);
        model.KinkArguments(point.Span, numbers.Span);
        Batch.Narrow(numbers.Span, arguments);
    }

    private static Workspace<double> Wide(ReadOnlySpan<float> numbers)
    {
        Workspace<double> wide = new([], numbers.Length);
        Batch.Widen(numbers, wide.Span);
        return wide;
    }
}
