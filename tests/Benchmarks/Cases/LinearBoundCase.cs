using System;
using System.Linq;
using Proxima;
using Proxima.Linear;

namespace Benchmarks;

/// <summary>Lipschitz constants of ten results of a rectified network 16-64-64-10 over a box, one pass: ranges, adjoints and norms.</summary>
internal sealed class LinearBoundCase
{
    private static readonly int[] Widths = [16, 64, 64, 10];

    private readonly Bounder _bounder = new(Network());
    private readonly RectifiedJacobian _atPoint = new(Widths, [.. Enumerable.Range(1, Widths.Length - 1).Select(WeightsOf)], [.. Enumerable.Range(1, Widths.Length - 1).Select(BiasesOf)]);
    private readonly double[] _low = [.. Enumerable.Repeat(0.375, Widths[0])], _high = [.. Enumerable.Repeat(0.625, Widths[0])], _norms = new double[Widths[^1]];
    private readonly int[] _results = [.. Enumerable.Range(0, Widths[^1])];

    /// <summary>The rivals: the clock, because a bound of a network this size is to take no more than a millisecond, and the ten gradients of one point.</summary>
    public Case Make(string name)
    {
        Contestant bound = new("ten rows bounded", Bound);
        return new(name, [new(bound, new("one millisecond", Wait), Target.AtMost(1)), new(bound, new("ten rows at a point, plain loops", _atPoint.Jacobian))]);
    }

    private static void Wait()
    {
        double end = ThreadClock.Seconds() + 1e-3;
        while (ThreadClock.Seconds() < end)
        {
        }
    }

    private static LayeredGraph Network()
    {
        BoundGraph graph = new(Widths[0]);
        Form[] values = [.. Enumerable.Range(0, Widths[0]).Select(graph.Input)];
        for (int layer = 1; layer < Widths.Length; layer++)
        {
            double[] weights = WeightsOf(layer), biases = BiasesOf(layer);
            Form[] next = new Form[Widths[layer]];
            for (int i = 0; i < next.Length; i++)
            {
                Form sum = biases[i];
                for (int j = 0; j < values.Length; j++)
                {
                    sum += weights[(i * values.Length) + j] * values[j];
                }
                next[i] = layer == Widths.Length - 1 ? sum : Form.Max(sum, 0.0);
            }
            values = next;
        }
        return graph.Layer(values);
    }

    private static double[] WeightsOf(int layer)
    {
        double scale = Math.Sqrt(6.0 / Widths[layer - 1]) / 2;
        return Array.ConvertAll(Numbers.Random(Widths[layer] * Widths[layer - 1], layer), weight => scale * weight);
    }

    private static double[] BiasesOf(int layer) => Numbers.Between(-0.5, 0.5, Widths[layer], 10 + layer);

    private void Bound()
    {
        _bounder.Forward.Run(_low, _high);
        _bounder.Adjoint.Run(_results);
        for (int r = 0; r < _norms.Length; r++)
        {
            _norms[r] = _bounder.Adjoint.Norm(r);
        }
    }
}
