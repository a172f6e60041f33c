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
    private readonly double[] _low = [.. Enumerable.Repeat(0.375, Widths[0])], _high = [.. Enumerable.Repeat(0.625, Widths[0])], _norms = new double[Widths[^1]];
    private readonly int[] _results = [.. Enumerable.Range(0, Widths[^1])];

    /// <summary>The rival is the clock: a bound of a network this size is to take no more than a millisecond.</summary>
    public Case Make(string name) => Case.Of(name, "ten rows bounded", Bound, "one millisecond", Wait, Target.AtMost(1));

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
            double scale = Math.Sqrt(6.0 / Widths[layer - 1]) / 2;
            double[] weights = Numbers.Random(Widths[layer] * Widths[layer - 1], layer), biases = Numbers.Between(-0.5, 0.5, Widths[layer], 10 + layer);
            Form[] next = new Form[Widths[layer]];
            for (int i = 0; i < next.Length; i++)
            {
                Form sum = biases[i];
                for (int j = 0; j < values.Length; j++)
                {
                    sum += scale * weights[(i * values.Length) + j] * values[j];
                }
                next[i] = layer == Widths.Length - 1 ? sum : Form.Max(sum, 0.0);
            }
            values = next;
        }
        return graph.Layer(values);
    }

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
