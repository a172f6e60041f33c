using System;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>A net of one hidden layer as a sum of its units, each a term with a layer of its own, under the link.</summary>
internal readonly struct SplitNet : ISurrogate<double>
{
    private readonly Layers _whole;
    private readonly double[] _heads;
    private readonly SurrogateStructure _structure;

    public SplitNet(Layers whole)
    {
        _whole = whole;
        SurrogateTerm term = whole.Structure.Terms[0];
        int units = term.Offsets.Length, inputs = whole.Dimension;
        SurrogateTerm[] terms = new SurrogateTerm[units];
        for (int j = 0; j < units; j++)
        {
            terms[j] = SurrogateTerm.Layered(term.Variables, term.Weights.Slice(j * inputs, inputs), [term.Offsets[j]]);
        }
        _heads = whole.Last;
        _structure = new(inputs, terms) { HasLink = true };
    }

    public SurrogateStructure Structure => _structure;

    public int Dimension => _whole.Dimension;

    public double Value(ReadOnlySpan<double> x) => _whole.Value(x);

    public void Values(ReadOnlySpan<double> rows, Span<double> results) => _whole.Values(rows, results);

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient) => _whole.Gradient(x, gradient);

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => _whole.Gradients(rows, results, gradients);

    public void TermValues(int term, ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

    public void TermGradients(int term, ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public void HeadValues(int term, ReadOnlySpan<double> units, Span<double> results)
    {
        for (int r = 0; r < results.Length; r++)
        {
            results[r] = _heads[term] * Math.Tanh(units[r]);
        }
    }

    public void HeadGradients(int term, ReadOnlySpan<double> units, Span<double> results, Span<double> gradients)
    {
        for (int r = 0; r < results.Length; r++)
        {
            double unit = Math.Tanh(units[r]);
            (results[r], gradients[r]) = (_heads[term] * unit, _heads[term] * (1 - (unit * unit)));
        }
    }

    public void Link(ReadOnlySpan<double> margins, Span<double> results, Span<double> slopes) => _whole.Link(margins, results, slopes);

    public void KinkArguments(ReadOnlySpan<double> x, Span<double> arguments) => throw new NotSupportedException();
}
