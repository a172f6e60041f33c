using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NumericTests.AdBench;
using Proxima;

namespace Benchmarks;

/// <summary>The objective of <c>Lstm.cs</c> as one would vectorise it by hand: eight units of a layer at a time, their parameters padded to whole vectors.</summary>
internal sealed unsafe class LstmLanes(LstmProblem problem)
{
    private readonly int _blocks = (problem.Bits + 7) / 8;
    private readonly Scratch _scratch = new(((problem.Bits + 7) / 8 * ((10 * problem.Layers) + 6)) + 1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Objective()
    {
        int blocks = _blocks, layers = problem.Layers;
        Vector512<double>* main = _scratch.Start, state = main + (8 * layers * blocks), extra = state + (2 * layers * blocks);
        Vector512<double>* input = extra + (3 * blocks), used = input + blocks, next = used + blocks;
        Pad(problem.Main, main, 8 * layers);
        Pad(problem.State, state, 2 * layers);
        Pad(problem.Extra, extra, 3);
        for (int block = 0; block < blocks; block++)
        {
            used[block] = Vector512.LessThan(
                Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7) + Vector512.Create(8.0 * block), Vector512.Create((double)problem.Bits));
        }

        double total = 0;
        Pad(problem.Sequence, next, 1);
        for (int t = 0; t < problem.Length - 1; t++)
        {
            for (int block = 0; block < blocks; block++)
            {
                input[block] = next[block] * extra[block];
            }
            for (int layer = 0; layer < layers; layer++)
            {
                Layer(main + (8 * layer * blocks), state + (2 * layer * blocks), input);
            }
            Vector512<double> exponentials = default;
            for (int block = 0; block < blocks; block++)
            {
                input[block] = Vector512.MultiplyAddEstimate(input[block], extra[blocks + block], extra[(2 * blocks) + block]);
                exponentials += VectorMath.Exp(input[block]) & used[block];
            }
            Vector512<double> logNormaliser = Vector512.Create(Math.Log(2 + Vector512.Sum(exponentials)));
            Pad(problem.Sequence.AsSpan((t + 1) * problem.Bits), next, 1);
            Vector512<double> sum = default;
            for (int block = 0; block < blocks; block++)
            {
                sum = Vector512.MultiplyAddEstimate(next[block], input[block] - logNormaliser, sum);
            }
            total += Vector512.Sum(sum);
        }
        return -total / ((problem.Length - 1) * problem.Bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Layer(Vector512<double>* weights, Vector512<double>* state, Vector512<double>* input)
    {
        int blocks = _blocks;
        Vector512<double>* biases = weights + (4 * blocks);
        for (int block = 0; block < blocks; block++)
        {
            Vector512<double> x = input[block], hidden = state[block], cell = state[blocks + block];
            Vector512<double> forget = Sigmoid(Vector512.MultiplyAddEstimate(x, weights[block], biases[block]));
            Vector512<double> ingate = Sigmoid(Vector512.MultiplyAddEstimate(hidden, weights[blocks + block], biases[blocks + block]));
            Vector512<double> outgate = Sigmoid(Vector512.MultiplyAddEstimate(x, weights[(2 * blocks) + block], biases[(2 * blocks) + block]));
            Vector512<double> change = VectorMath.Tanh(Vector512.MultiplyAddEstimate(hidden, weights[(3 * blocks) + block], biases[(3 * blocks) + block]));
            cell = (cell * forget) + (ingate * change);
            state[blocks + block] = cell;
            input[block] = state[block] = outgate * VectorMath.Tanh(cell);
        }
    }

    private static Vector512<double> Sigmoid(Vector512<double> x) => Vector512<double>.One / (Vector512<double>.One + VectorMath.Exp(-x));

    /// <summary>Rows of <c>Bits</c> numbers, each in whole vectors.</summary>
    private void Pad(ReadOnlySpan<double> from, Vector512<double>* to, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            Span<double> padded = new(to + (row * _blocks), 8 * _blocks);
            from.Slice(row * problem.Bits, problem.Bits).CopyTo(padded);
            padded[problem.Bits..].Clear();
        }
    }
}
