using System;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Proxima;

namespace Benchmarks;

/// <summary>
/// The loss of a network as one would vectorise it by hand: sixteen rows of the batch at a time, activations feature by feature, eight units in registers.
/// A batch of one row goes through its layers by sums over the inputs, four units at a time.
/// </summary>
internal sealed unsafe class NetworkLanes
{
    private readonly NetworkData _data;
    private readonly Scratch _from, _to, _lanes;

    public NetworkLanes(NetworkData data)
    {
        _data = data;
        int widest = TensorPrimitives.Max<int>(data.Sizes);
        (_from, _to, _lanes) = (new(2 * widest), new(2 * widest), new(widest));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Loss()
    {
        if (_data.Rows == 1)
        {
            return LossOfRow();
        }
        Vector512<double> loss = default;
        for (int row = 0; row < _data.Rows; row += 16)
        {
            loss += LossOfRows(row);
        }
        return 0.5 * Vector512.Sum(loss);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> LossOfRows(int row)
    {
        Vector512<double>* from = _from.Start, to = _to.Start;
        Load(_data.X, _data.Sizes[0], row, from);
        for (int layer = 0; layer < _data.Layers; layer++)
        {
            int inputs = _data.Sizes[layer], units = _data.Sizes[layer + 1], j = 0;
            fixed (double* weights = _data.Weights[layer], biases = _data.Biases[layer])
            {
                for (; j <= units - 8; j += 8)
                {
                    EightUnits(weights + (j * inputs), biases + j, inputs, from, to + (2 * j));
                }
                for (; j < units; j++)
                {
                    OneUnit(weights + (j * inputs), biases[j], inputs, from, to + (2 * j));
                }
            }
            for (int i = 0; layer < _data.Layers - 1 && i < 2 * units; i++)
            {
                to[i] = VectorMath.Tanh(to[i]);
            }
            Vector512<double>* written = to;
            to = from;
            from = written;
        }
        Load(_data.Targets, _data.Sizes[^1], row, to);
        Vector512<double> squares = default;
        for (int i = 0; i < 2 * _data.Sizes[^1]; i++)
        {
            Vector512<double> error = from[i] - to[i];
            squares = Vector512.MultiplyAddEstimate(error, error, squares);
        }
        return squares;
    }

    /// <summary>Sixteen rows, column by column.</summary>
    private void Load(double[] rows, int columns, int row, Vector512<double>* to)
    {
        for (int half = 0; half < 2; half++)
        {
            Batch.LoadColumns(rows, columns, row + (8 * half), new(_lanes.Start, columns));
            for (int column = 0; column < columns; column++)
            {
                to[(2 * column) + half] = _lanes.Start[column];
            }
        }
    }

    private static void OneUnit(double* weights, double bias, int inputs, Vector512<double>* from, Vector512<double>* to)
    {
        Vector512<double> a = Vector512.Create(bias), b = a;
        for (int i = 0; i < inputs; i++)
        {
            Vector512<double> weight = Vector512.Create(weights[i]);
            a = Vector512.MultiplyAddEstimate(weight, from[2 * i], a);
            b = Vector512.MultiplyAddEstimate(weight, from[(2 * i) + 1], b);
        }
        (to[0], to[1]) = (a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightUnits(double* weights, double* biases, int inputs, Vector512<double>* from, Vector512<double>* to)
    {
        Vector512<double> a0 = Vector512.Create(biases[0]), b0 = a0, a1 = Vector512.Create(biases[1]), b1 = a1;
        Vector512<double> a2 = Vector512.Create(biases[2]), b2 = a2, a3 = Vector512.Create(biases[3]), b3 = a3;
        Vector512<double> a4 = Vector512.Create(biases[4]), b4 = a4, a5 = Vector512.Create(biases[5]), b5 = a5;
        Vector512<double> a6 = Vector512.Create(biases[6]), b6 = a6, a7 = Vector512.Create(biases[7]), b7 = a7;
        double* w4 = weights + (4 * inputs);
        nint n = inputs;
        for (nint i = 0; i < n; i++)
        {
            Vector512<double> x = from[2 * i], y = from[(2 * i) + 1];
            Vector512<double> w = Vector512.Create(weights[i]);
            a0 = Vector512.MultiplyAddEstimate(w, x, a0);
            b0 = Vector512.MultiplyAddEstimate(w, y, b0);
            w = Vector512.Create(weights[n + i]);
            a1 = Vector512.MultiplyAddEstimate(w, x, a1);
            b1 = Vector512.MultiplyAddEstimate(w, y, b1);
            w = Vector512.Create(weights[(2 * n) + i]);
            a2 = Vector512.MultiplyAddEstimate(w, x, a2);
            b2 = Vector512.MultiplyAddEstimate(w, y, b2);
            w = Vector512.Create(weights[(3 * n) + i]);
            a3 = Vector512.MultiplyAddEstimate(w, x, a3);
            b3 = Vector512.MultiplyAddEstimate(w, y, b3);
            w = Vector512.Create(w4[i]);
            a4 = Vector512.MultiplyAddEstimate(w, x, a4);
            b4 = Vector512.MultiplyAddEstimate(w, y, b4);
            w = Vector512.Create(w4[n + i]);
            a5 = Vector512.MultiplyAddEstimate(w, x, a5);
            b5 = Vector512.MultiplyAddEstimate(w, y, b5);
            w = Vector512.Create(w4[(2 * n) + i]);
            a6 = Vector512.MultiplyAddEstimate(w, x, a6);
            b6 = Vector512.MultiplyAddEstimate(w, y, b6);
            w = Vector512.Create(w4[(3 * n) + i]);
            a7 = Vector512.MultiplyAddEstimate(w, x, a7);
            b7 = Vector512.MultiplyAddEstimate(w, y, b7);
        }
        (to[0], to[1], to[2], to[3], to[4], to[5], to[6], to[7]) = (a0, b0, a1, b1, a2, b2, a3, b3);
        (to[8], to[9], to[10], to[11], to[12], to[13], to[14], to[15]) = (a4, b4, a5, b5, a6, b6, a7, b7);
    }

    private double LossOfRow()
    {
        double* from = (double*)_from.Start, to = (double*)_to.Start;
        _data.X.CopyTo(new Span<double>(from, _data.Sizes[0]));
        for (int layer = 0; layer < _data.Layers; layer++)
        {
            int inputs = _data.Sizes[layer], units = _data.Sizes[layer + 1], j = 0;
            fixed (double* weights = _data.Weights[layer], biases = _data.Biases[layer])
            {
                for (; j <= units - 4; j += 4)
                {
                    FourSums(weights + (j * inputs), biases + j, inputs, from, to + j);
                }
                for (; j < units; j++)
                {
                    to[j] = biases[j] + TensorPrimitives.Dot(new ReadOnlySpan<double>(weights + (j * inputs), inputs), new(from, inputs));
                }
            }
            // Whole vectors: what stands behind the last unit is not read.
            for (int i = 0; layer < _data.Layers - 1 && i < units; i += 8)
            {
                Vector512.Store(VectorMath.Tanh(Vector512.Load(to + i)), to + i);
            }
            double* written = to;
            to = from;
            from = written;
        }
        double squares = 0;
        for (int k = 0; k < _data.Targets.Length; k++)
        {
            squares += (from[k] - _data.Targets[k]) * (from[k] - _data.Targets[k]);
        }
        return 0.5 * squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourSums(double* weights, double* biases, int inputs, double* from, double* to)
    {
        Vector512<double> a = default, b = default, c = default, d = default;
        nint n = inputs, i = 0;
        for (; i <= n - 8; i += 8)
        {
            Vector512<double> x = Vector512.Load(from + i);
            a = Vector512.MultiplyAddEstimate(Vector512.Load(weights + i), x, a);
            b = Vector512.MultiplyAddEstimate(Vector512.Load(weights + n + i), x, b);
            c = Vector512.MultiplyAddEstimate(Vector512.Load(weights + (2 * n) + i), x, c);
            d = Vector512.MultiplyAddEstimate(Vector512.Load(weights + (3 * n) + i), x, d);
        }
        (to[0], to[1]) = (biases[0] + Vector512.Sum(a), biases[1] + Vector512.Sum(b));
        (to[2], to[3]) = (biases[2] + Vector512.Sum(c), biases[3] + Vector512.Sum(d));
        for (; i < n; i++)
        {
            to[0] += weights[i] * from[i];
            to[1] += weights[n + i] * from[i];
            to[2] += weights[(2 * n) + i] * from[i];
            to[3] += weights[(3 * n) + i] * from[i];
        }
    }
}
