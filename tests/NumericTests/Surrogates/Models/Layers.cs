using System;
using System.Runtime.Intrinsics;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>What a layer applies to its sums.</summary>
internal enum Activation
{
    Identity,
    Tanh,
    Relu,
    Sigmoid,
}

/// <summary>One layer of a net: outputs × inputs weights, row-major.</summary>
internal sealed record Layer(double[] Weights, double[] Offsets, Activation Activation)
{
    public int Outputs => Offsets.Length;

    public int Inputs => Weights.Length / Offsets.Length;

    /// <summary>Inputs × outputs, for the way back.</summary>
    public double[] Transposed { get; } = Transpose(Weights, Offsets.Length);

    private static double[] Transpose(double[] weights, int outputs)
    {
        int inputs = weights.Length / outputs;
        double[] transposed = new double[weights.Length];
        for (int k = 0; k < weights.Length; k++)
        {
            transposed[(k % inputs * outputs) + (k / inputs)] = weights[k];
        }
        return transposed;
    }
}

/// <summary>A net with one result, written by hand as a model of every contract: its last activation is the link.</summary>
internal readonly struct Layers : ISurrogate<double>
{
    private readonly Layer[] _layers;
    private readonly SurrogateStructure _structure;

    public Layers(params Layer[] layers)
    {
        _layers = layers;
        int[] all = new int[layers[0].Inputs];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = i;
        }
        Layer first = layers[0];
        SurrogateTerm term = layers.Length == 1 ? SurrogateTerm.Affine(all, first.Weights, first.Offsets[0]) : SurrogateTerm.Layered(all, first.Weights, first.Offsets);
        int kinks = 0;
        for (int l = 0; l < layers.Length - 1; l++)
        {
            kinks += layers[l].Activation == Activation.Relu ? layers[l].Outputs : 0;
        }
        _structure = new(all.Length, [term])
        {
            HasLink = layers[^1].Activation == Activation.Sigmoid,
            Kinks = kinks,
            Pieces = kinks > 0 ? SurrogatePieces.Affine : SurrogatePieces.Smooth,
        };
    }

    public SurrogateStructure Structure => _structure;

    /// <summary>The weights of the last layer.</summary>
    public double[] Last => _layers[^1].Weights;

    public int Dimension => _layers[0].Inputs;

    public double Value(ReadOnlySpan<double> x) => Finish(Margin(x, []));

    public void Values(ReadOnlySpan<double> rows, Span<double> results)
    {
        for (int r = 0; r < results.Length; r++)
        {
            results[r] = Value(rows.Slice(r * Dimension, Dimension));
        }
    }

    public double Gradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        double margin = Margin(x, gradient), value = Finish(margin);
        if (_structure.HasLink)
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] *= value * (1 - value);
            }
        }
        return value;
    }

    public void Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients)
    {
        for (int r = 0; r < results.Length; r++)
        {
            results[r] = Gradient(rows.Slice(r * Dimension, Dimension), gradients.Slice(r * Dimension, Dimension));
        }
    }

    public void TermValues(int term, ReadOnlySpan<double> rows, Span<double> results) => throw new NotSupportedException();

    public void TermGradients(int term, ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients) => throw new NotSupportedException();

    public void HeadValues(int term, ReadOnlySpan<double> units, Span<double> results) => Head(units, results, []);

    public void HeadGradients(int term, ReadOnlySpan<double> units, Span<double> results, Span<double> gradients) => Head(units, results, gradients);

    public void Link(ReadOnlySpan<double> margins, Span<double> results, Span<double> slopes)
    {
        int r = 0;
        for (; r <= margins.Length - Vector512<double>.Count; r += Vector512<double>.Count)
        {
            Vector512<double> value = VectorMath.Sigmoid(Vector512.Create(margins[r..]));
            value.CopyTo(results[r..]);
            if (!slopes.IsEmpty)
            {
                (value * (Vector512<double>.One - value)).CopyTo(slopes[r..]);
            }
        }
        if (r < margins.Length)
        {
            Span<double> rest = stackalloc double[Vector512<double>.Count];
            rest.Clear();
            margins[r..].CopyTo(rest);
            Vector512<double> value = VectorMath.Sigmoid(Vector512.Create<double>(rest));
            for (int lane = 0; r + lane < margins.Length; lane++)
            {
                results[r + lane] = value[lane];
                if (!slopes.IsEmpty)
                {
                    slopes[r + lane] = value[lane] * (1 - value[lane]);
                }
            }
        }
    }

    public void KinkArguments(ReadOnlySpan<double> x, Span<double> arguments)
    {
        double[] inputs = x.ToArray();
        int next = 0;
        foreach (Layer layer in _layers.AsSpan(0, _layers.Length - 1))
        {
            double[] outputs = new double[layer.Outputs];
            for (int j = 0; j < outputs.Length; j++)
            {
                double sum = layer.Offsets[j];
                for (int i = 0; i < inputs.Length; i++)
                {
                    sum += layer.Weights[(j * inputs.Length) + i] * inputs[i];
                }
                if (layer.Activation == Activation.Relu)
                {
                    arguments[next++] = sum;
                }
                outputs[j] = Apply(layer.Activation, sum);
            }
            inputs = outputs;
        }
    }

    private double Finish(double margin) => _structure.HasLink ? 1 / (1 + Math.Exp(-margin)) : margin;

    private static double Apply(Activation activation, double x) => activation switch
    {
        Activation.Tanh => Math.Tanh(x),
        Activation.Relu => Math.Max(x, 0),
        Activation.Sigmoid => 1 / (1 + Math.Exp(-x)),
        _ => x,
    };

    // In plain loops and library functions: what the vector code below is compared with.
    private double Margin(ReadOnlySpan<double> x, Span<double> gradient)
    {
        double[][] activations = new double[_layers.Length + 1][];
        activations[0] = x.ToArray();
        for (int l = 0; l < _layers.Length; l++)
        {
            Layer layer = _layers[l];
            activations[l + 1] = new double[layer.Outputs];
            for (int j = 0; j < layer.Outputs; j++)
            {
                double sum = layer.Offsets[j];
                for (int i = 0; i < layer.Inputs; i++)
                {
                    sum += layer.Weights[(j * layer.Inputs) + i] * activations[l][i];
                }
                activations[l + 1][j] = l == _layers.Length - 1 ? sum : Apply(layer.Activation, sum);
            }
        }
        double[] adjoint = [1];
        for (int l = _layers.Length - 1; l >= 0 && !gradient.IsEmpty; l--)
        {
            Layer layer = _layers[l];
            double[] before = new double[layer.Inputs];
            for (int j = 0; j < layer.Outputs; j++)
            {
                double output = activations[l + 1][j], slope = adjoint[j];
                slope *= l == _layers.Length - 1 ? 1 : Slope(layer.Activation, output);
                for (int i = 0; i < layer.Inputs; i++)
                {
                    before[i] += slope * layer.Weights[(j * layer.Inputs) + i];
                }
            }
            adjoint = before;
        }
        if (!gradient.IsEmpty)
        {
            adjoint.CopyTo(gradient);
        }
        return activations[^1][0];
    }

    private static double Slope(Activation activation, double output) => activation switch
    {
        Activation.Tanh => 1 - (output * output),
        Activation.Relu => output > 0 ? 1 : 0,
        Activation.Sigmoid => output * (1 - output),
        _ => 1,
    };

    // One loop an activation, so that each is compiled for itself.
    private static void Apply(Activation activation, Span<Vector512<double>> lanes)
    {
        switch (activation)
        {
            case Activation.Tanh:
                foreach (ref Vector512<double> x in lanes)
                {
                    x = VectorMath.Tanh(x);
                }
                break;
            case Activation.Relu:
                foreach (ref Vector512<double> x in lanes)
                {
                    x = Vector512.Max(x, Vector512<double>.Zero);
                }
                break;
            default:
                foreach (ref Vector512<double> x in lanes)
                {
                    x = VectorMath.Sigmoid(x);
                }
                break;
        }
    }

    private static void MultiplySlopes(Activation activation, ReadOnlySpan<Vector512<double>> outputs, Span<Vector512<double>> adjoints)
    {
        switch (activation)
        {
            case Activation.Tanh:
                for (int i = 0; i < adjoints.Length; i++)
                {
                    adjoints[i] *= Vector512<double>.One - (outputs[i] * outputs[i]);
                }
                break;
            case Activation.Relu:
                for (int i = 0; i < adjoints.Length; i++)
                {
                    adjoints[i] = Vector512.ConditionalSelect(Vector512.GreaterThan(outputs[i], Vector512<double>.Zero), adjoints[i], Vector512<double>.Zero);
                }
                break;
            default:
                for (int i = 0; i < adjoints.Length; i++)
                {
                    adjoints[i] *= outputs[i] * (Vector512<double>.One - outputs[i]);
                }
                break;
        }
    }

    // Eight points at a time, through all layers but the first, and back.
    private void Head(ReadOnlySpan<double> units, Span<double> results, Span<double> gradients)
    {
        int points = results.Length, total = 0;
        foreach (Layer layer in _layers)
        {
            total += layer.Outputs;
        }
        Span<Vector512<double>> activations = stackalloc Vector512<double>[total], adjoints = stackalloc Vector512<double>[total];
        for (int r = 0; r < points; r += Vector512<double>.Count)
        {
            Layer first = _layers[0];
            for (int j = 0; j < first.Outputs; j++)
            {
                activations[j] = Vector512.Create(units[((j * points) + r)..]);
            }
            Apply(first.Activation, activations[..first.Outputs]);
            int start = 0;
            for (int l = 1; l < _layers.Length; l++)
            {
                Layer layer = _layers[l];
                ReadOnlySpan<Vector512<double>> inputs = activations.Slice(start, layer.Inputs);
                start += layer.Inputs;
                for (int j = 0; j < layer.Outputs; j++)
                {
                    ReadOnlySpan<double> row = layer.Weights.AsSpan(j * layer.Inputs, layer.Inputs);
                    Vector512<double> sum = Vector512.Create(layer.Offsets[j]) + Dot(row, inputs);
                    activations[start + j] = sum;
                }
                if (l < _layers.Length - 1)
                {
                    Apply(layer.Activation, activations.Slice(start, layer.Outputs));
                }
            }
            activations[start].CopyTo(results[r..]);
            if (gradients.IsEmpty)
            {
                continue;
            }
            adjoints[start] = Vector512<double>.One;
            for (int l = _layers.Length - 1; l >= 1; l--)
            {
                Layer layer = _layers[l], before = _layers[l - 1];
                int from = start - layer.Inputs;
                for (int i = 0; i < layer.Inputs; i++)
                {
                    Vector512<double> sum = Dot(layer.Transposed.AsSpan(i * layer.Outputs, layer.Outputs), adjoints.Slice(start, layer.Outputs));
                    adjoints[from + i] = sum;
                }
                MultiplySlopes(before.Activation, activations.Slice(from, layer.Inputs), adjoints.Slice(from, layer.Inputs));
                start = from;
            }
            for (int j = 0; j < first.Outputs; j++)
            {
                adjoints[j].CopyTo(gradients[((j * points) + r)..]);
            }
        }
    }

    private static Vector512<double> Dot(ReadOnlySpan<double> row, ReadOnlySpan<Vector512<double>> lanes)
    {
        Vector512<double> even = default, odd = default;
        int i = 0;
        for (; i < row.Length - 1; i += 2)
        {
            even = Vector512.MultiplyAddEstimate(Vector512.Create(row[i]), lanes[i], even);
            odd = Vector512.MultiplyAddEstimate(Vector512.Create(row[i + 1]), lanes[i + 1], odd);
        }
        return i < row.Length ? Vector512.MultiplyAddEstimate(Vector512.Create(row[i]), lanes[i], even) + odd : even + odd;
    }
}
