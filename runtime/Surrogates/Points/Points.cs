using System;

namespace Proxima;

/// <summary>
/// Values and gradients at points that lie in columns: coordinate i of point r at i · points + r. The number of points is a multiple of the lanes; those past
/// <c>count</c> are padding, which holds numbers and costs no evaluation.
/// </summary>
internal static class Points<TModel>
    where TModel : struct, ISurrogate<double>
{
    /// <summary>The margins, or with <paramref name="isLinked"/> the model's values.</summary>
    public static void Values(in TModel model, SurrogateStructure structure, bool isLinked, ReadOnlySpan<double> columns, int points, int count, Span<double> results)
    {
        results[..points].Fill(structure.Constant);
        for (int t = 0; t < structure.Terms.Length; t++)
        {
            AddTerm(model, t, structure.Terms[t], columns, points, count, results);
        }
        if (isLinked)
        {
            model.Link(results[..points], results[..points], []);
        }
    }

    /// <summary>Adds one term's values.</summary>
    public static void AddTerm(in TModel model, int index, SurrogateTerm term, ReadOnlySpan<double> columns, int points, int count, Span<double> sums)
    {
        int units = Math.Max(term.Units, 1);
        using Scratch scratch = new((units + 1) * points);
        Span<double> layer = scratch.Span[..(units * points)], values = scratch.Span.Slice(units * points, points);
        if (term.Units > 0)
        {
            AffineLayer.Units(term, columns, points, layer);
            if (!term.IsAffine)
            {
                model.HeadValues(index, layer, values);
            }
            AffineLayer.Add(term.IsAffine ? layer : values, sums[..points]);
            return;
        }
        using Scratch rows = new(term.Variables.Length * count);
        ToRows(term, columns, points, count, rows.Span);
        model.TermValues(index, rows.Span[..(term.Variables.Length * count)], values[..count]);
        for (int r = 0; r < count; r++)
        {
            sums[r] += values[r];
        }
    }

    /// <summary>The values and gradients of the margin, or with <paramref name="isLinked"/> of the model's value; gradients are columns like the points.</summary>
    public static void Gradients(
        in TModel model, SurrogateStructure structure, bool isLinked, ReadOnlySpan<double> columns, int points, int count, Span<double> results, Span<double> gradients)
    {
        results = results[..points];
        gradients = gradients[..(structure.Dimension * points)];
        results.Fill(structure.Constant);
        gradients.Clear();
        for (int t = 0; t < structure.Terms.Length; t++)
        {
            AddTermGradients(model, t, structure.Terms[t], columns, points, count, results, gradients);
        }
        if (isLinked)
        {
            using Scratch slopes = new(points);
            model.Link(results, results, slopes.Span[..points]);
            for (int i = 0; i < structure.Dimension; i++)
            {
                Columns.Multiply(slopes.Span[..points], gradients.Slice(i * points, points));
            }
        }
    }

    /// <summary>Adds one term's values and gradients.</summary>
    public static void AddTermGradients(
        in TModel model, int index, SurrogateTerm term, ReadOnlySpan<double> columns, int points, int count, Span<double> results, Span<double> gradients)
    {
        if (term.Units > 0)
        {
            AddLayered(model, index, term, columns, points, results, gradients);
        }
        else
        {
            AddRows(model, index, term, columns, points, count, results, gradients);
        }
    }

    private static void AddLayered(in TModel model, int index, SurrogateTerm term, ReadOnlySpan<double> columns, int points, Span<double> results, Span<double> gradients)
    {
        int size = term.Units * points;
        using Scratch scratch = new((2 * size) + points);
        Span<double> layer = scratch.Span[..size], slopes = scratch.Span.Slice(size, size), values = scratch.Span.Slice(2 * size, points);
        AffineLayer.Units(term, columns, points, layer);
        if (term.IsAffine)
        {
            slopes.Fill(1);
            AffineLayer.Add(layer, results);
        }
        else
        {
            model.HeadGradients(index, layer, values, slopes);
            AffineLayer.Add(values, results);
        }
        AffineLayer.AddTransposed(term, slopes, points, gradients);
    }

    private static void AddRows(in TModel model, int index, SurrogateTerm term, ReadOnlySpan<double> columns, int points, int count, Span<double> results, Span<double> gradients)
    {
        ReadOnlySpan<int> variables = term.Variables;
        int size = variables.Length * count;
        using Scratch scratch = new((2 * size) + count);
        Span<double> rows = scratch.Span[..size], slopes = scratch.Span.Slice(size, size), values = scratch.Span.Slice(2 * size, count);
        ToRows(term, columns, points, count, rows);
        model.TermGradients(index, rows, values, slopes);
        for (int r = 0; r < count; r++)
        {
            results[r] += values[r];
            for (int v = 0; v < variables.Length; v++)
            {
                gradients[(variables[v] * points) + r] += slopes[(r * variables.Length) + v];
            }
        }
    }

    private static void ToRows(SurrogateTerm term, ReadOnlySpan<double> columns, int points, int count, Span<double> rows)
    {
        ReadOnlySpan<int> variables = term.Variables;
        for (int v = 0; v < variables.Length; v++)
        {
            ReadOnlySpan<double> column = columns.Slice(variables[v] * points, count);
            for (int r = 0; r < count; r++)
            {
                rows[(r * variables.Length) + v] = column[r];
            }
        }
    }
}
