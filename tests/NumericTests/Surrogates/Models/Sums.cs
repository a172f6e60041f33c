using System;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>One additive term in plain code: its coordinates, its value and its gradient.</summary>
internal sealed record Part(int[] Variables, Func<double[], double> Value, Func<double[], double[]> Gradient);

/// <summary>A sum of plain terms, which counts how often they are asked.</summary>
internal readonly struct Sums : ISurrogate<double>
{
    private readonly Part[] _parts;
    private readonly SurrogateStructure _structure;
    private readonly long[] _count;

    public Sums(int dimension, SurrogatePieces pieces, params Part[] parts)
    {
        _parts = parts;
        _structure = new(dimension, Array.ConvertAll(parts, static part => SurrogateTerm.Of(part.Variables))) { Pieces = pieces };
        _count = new long[1];
    }

    public long Count => _count[0];

    public SurrogateStructure Structure => _structure;

    public int Dimension => _structure.Dimension;

    public double Value(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (Part part in _parts)
        {
            sum += part.Value(Pick(part, x));
        }
        return sum;
    }

    public void Values(ReadOnlySpan<double> rows, Span<double> results)
    {
        for (int r = 0; r < results.Length; r++)
        {
            results[r] = Value(rows.Slice(r * Dimension, Dimension));
        }
    }

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        foreach (Part part in _parts)
        {
            double[] own = part.Gradient(Pick(part, x));
            for (int v = 0; v < own.Length; v++)
            {
                gradient[part.Variables[v]] += own[v];
            }
        }
        return Value(x);
    }

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients)
    {
        for (int r = 0; r < results.Length; r++)
        {
            results[r] = Gradient(rows.Slice(r * Dimension, Dimension), gradients.Slice(r * Dimension, Dimension));
        }
    }

    public void TermValues(int term, ReadOnlySpan<double> rows, Span<double> results)
    {
        int size = _parts[term].Variables.Length;
        _count[0] += results.Length;
        for (int r = 0; r < results.Length; r++)
        {
            results[r] = _parts[term].Value(rows.Slice(r * size, size).ToArray());
        }
    }

    public void TermGradients(int term, ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients)
    {
        int size = _parts[term].Variables.Length;
        TermValues(term, rows, results);
        for (int r = 0; r < results.Length; r++)
        {
            _parts[term].Gradient(rows.Slice(r * size, size).ToArray()).CopyTo(gradients[(r * size)..]);
        }
    }

    public void HeadValues(int term, ReadOnlySpan<double> units, Span<double> results) => throw new NotSupportedException();

    public void HeadGradients(int term, ReadOnlySpan<double> units, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public void Link(ReadOnlySpan<double> margins, Span<double> results, Span<double> slopes) => throw new NotSupportedException();

    public void KinkArguments(ReadOnlySpan<double> x, Span<double> arguments) => throw new NotSupportedException();

    private static double[] Pick(Part part, ReadOnlySpan<double> x)
    {
        double[] own = new double[part.Variables.Length];
        for (int v = 0; v < own.Length; v++)
        {
            own[v] = x[part.Variables[v]];
        }
        return own;
    }
}
