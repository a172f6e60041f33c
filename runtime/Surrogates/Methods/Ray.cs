using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>
/// A stretch of a way through a model with one term that begins with an affine layer. The layer is affine on the way too, so each unit is a start and a step; and the
/// averages of the units' slopes go back through the layer once, not node by node.
/// </summary>
internal static class Ray<TModel>
    where TModel : struct, ISurrogate<double>
{
    /// <returns>E ‖way · gradient‖² by player when the details are wanted.</returns>
    public static double Add(
        in Question<TModel> question, ReadOnlySpan<double> at, ReadOnlySpan<double> baseline, GaussLegendre rule, double start, double width, bool isDetailed, Span<double> values, out double end)
    {
        SurrogateTerm term = question.Structure.Terms[0];
        ReadOnlySpan<int> variables = term.Variables;
        int units = term.Units, points = rule.Nodes.Length, padded = Scratch.Padded(units);
        using Scratch scratch = new((2 * padded) + (((2 * units) + 2) * points) + (2 * variables.Length));
        Span<double> from = scratch.Span[..padded], step = scratch.Span.Slice(padded, padded), rest = scratch.Span[(2 * padded)..];
        Span<double> layer = rest[..(units * points)], slopes = rest.Slice(units * points, units * points);
        Span<double> margins = rest.Slice(2 * units * points, points), link = rest.Slice(((2 * units) + 1) * points, points);
        Span<double> ways = rest.Slice(((2 * units) + 2) * points, variables.Length), sums = rest.Slice((((2 * units) + 2) * points) + variables.Length, variables.Length);
        term.ByVariable.AsSpan(variables.Length * padded, padded).CopyTo(from);
        step.Clear();
        for (int v = 0; v < variables.Length; v++)
        {
            double there = baseline[variables[v]];
            ways[v] = at[variables[v]] - there;
            ReadOnlySpan<double> weights = term.ByVariable.AsSpan(v * padded, padded);
            Columns.AddProduct(there, weights, from);
            Columns.AddProduct(ways[v], weights, step);
        }
        for (int j = 0; j < units; j++)
        {
            Columns.Line(rule.Nodes, from[j] + (start * step[j]), width * step[j], layer.Slice(j * points, points));
        }
        question.Model.HeadGradients(0, layer, margins, slopes);
        ReadOnlySpan<double> weighed = rule.Weights;
        if (question.Structure.Constant != 0)
        {
            Columns.Shift(question.Structure.Constant, margins);
        }
        end = margins[^1]; // behind the nodes comes the end of the stretch
        if (question.IsLinked)
        {
            question.Model.Link(margins, margins, link);
            end = margins[^1];
            link.CopyTo(margins);
            Columns.Multiply(rule.Weights, margins);
            weighed = margins;
        }
        sums.Clear();
        for (int j = 0; j < units; j++)
        {
            double mean = width * Columns.Dot(weighed, slopes.Slice(j * points, points));
            AddScaled(term.Weights.Slice(j * ways.Length, ways.Length), mean, sums);
        }
        int[] owner = question.Plan.Owner;
        for (int v = 0; v < variables.Length; v++)
        {
            values[owner[variables[v]]] += ways[v] * sums[v];
        }
        for (int j = 0; isDetailed && question.IsLinked && j < units; j++)
        {
            Columns.Multiply(link, slopes.Slice(j * points, points));
        }
        return isDetailed ? Squares(question, term, ways, slopes, rule) : double.NaN;
    }

    private static double Squares(in Question<TModel> question, SurrogateTerm term, ReadOnlySpan<double> ways, ReadOnlySpan<double> slopes, GaussLegendre rule)
    {
        int dimension = question.Dimension, players = question.Players, points = rule.Nodes.Length;
        using Scratch scratch = new((dimension + players) * points);
        Span<double> gradients = scratch.Span[..(dimension * points)], parts = scratch.Span.Slice(dimension * points, players * points);
        gradients.Clear();
        parts.Clear();
        AffineLayer.AddTransposed(term, slopes, points, gradients);
        double squares = 0;
        for (int v = 0; v < ways.Length; v++)
        {
            int i = term.Variables[v];
            Columns.AddProduct(ways[v], gradients.Slice(i * points, points), parts.Slice(question.Plan.Owner[i] * points, points));
        }
        for (int p = 0; p < players; p++)
        {
            squares += Columns.DotSquares(rule.Weights, parts.Slice(p * points, points));
        }
        return squares;
    }

    private static void AddScaled(ReadOnlySpan<double> row, double factor, Span<double> sums)
    {
        int v = 0;
        for (; v <= row.Length - Vector256<double>.Count; v += Vector256<double>.Count)
        {
            Vector256.MultiplyAddEstimate(Vector256.Create(row[v..]), Vector256.Create(factor), Vector256.Create<double>(sums[v..])).CopyTo(sums[v..]);
        }
        for (; v < row.Length; v++)
        {
            sums[v] = double.MultiplyAddEstimate(row[v], factor, sums[v]);
        }
    }
}
