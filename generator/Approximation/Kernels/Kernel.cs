using System;
using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

internal enum StepKind
{
    /// <summary>The argument.</summary>
    Input,
    Constant,
    Add,
    Subtract,
    Multiply,

    /// <summary>A·B + C, rounded once.</summary>
    MultiplyAdd,
    Divide,
    Negate,
}

/// <summary>One operation of a kernel; operands are numbers of earlier steps.</summary>
internal readonly record struct Step(StepKind Kind, int A = -1, int B = -1, int C = -1, double Value = 0);

/// <summary>
/// A straight-line program of one argument in floats or doubles, each operation rounded to nearest: what is emitted, what is proved, operation by operation the same
/// at every width. The last step is the result.
/// </summary>
internal sealed record Kernel(bool IsSingle, EquatableArray<Step> Steps)
{
    /// <summary>The bits that the emitted program has.</summary>
    public double Run(double x)
    {
        double[] values = new double[Steps.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Step step = Steps[i];
            values[i] = step.Kind switch
            {
                StepKind.Input => x,
                StepKind.Constant => step.Value,
                StepKind.Add => Rounded(values[step.A] + values[step.B]),
                StepKind.Subtract => Rounded(values[step.A] - values[step.B]),
                StepKind.Multiply => Rounded(values[step.A] * values[step.B]),
                StepKind.Divide => Rounded(values[step.A] / values[step.B]), // two roundings are one: 53 ≥ 2·24 + 2 (Figueroa 1995)
                StepKind.Negate => -values[step.A],
                _ => IsSingle
                    ? RoundOnce.MultiplyAdd((float)values[step.A], (float)values[step.B], (float)values[step.C])
                    : RoundOnce.MultiplyAdd(values[step.A], values[step.B], values[step.C]),
            };
        }
        return values[values.Length - 1];
    }

    /// <summary>The function of real numbers that the kernel would compute without rounding.</summary>
    public int AddTo(Graph graph)
    {
        int[] nodes = new int[Steps.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            Step step = Steps[i];
            nodes[i] = step.Kind switch
            {
                StepKind.Input => graph.Variable,
                StepKind.Constant => graph.Constant(step.Value),
                StepKind.Add => graph.Plus(nodes[step.A], nodes[step.B]),
                StepKind.Subtract => graph.Minus(nodes[step.A], nodes[step.B]),
                StepKind.Multiply => graph.Times(nodes[step.A], nodes[step.B]),
                StepKind.Divide => graph.Over(nodes[step.A], nodes[step.B]),
                StepKind.Negate => graph.Negative(nodes[step.A]),
                _ => graph.Plus(graph.Times(nodes[step.A], nodes[step.B]), nodes[step.C]),
            };
        }
        return nodes[nodes.Length - 1];
    }

    /// <summary>Two roundings are one for + − × of floats too, because a double holds twice their digits.</summary>
    private double Rounded(double value) => IsSingle ? (float)value : value;
}

/// <summary>Builds kernels step by step; equal steps are one.</summary>
internal sealed class KernelBuilder
{
    private readonly List<Step> _steps = [];
    private readonly Dictionary<Step, int> _known = [];

    public int Input => Add(new(StepKind.Input));

    public int Constant(double value) => Add(new(StepKind.Constant, Value: value));

    public int Plus(int a, int b) => Add(new(StepKind.Add, a, b));

    public int Minus(int a, int b) => Add(new(StepKind.Subtract, a, b));

    public int Times(int a, int b) => Add(new(StepKind.Multiply, a, b));

    public int Over(int a, int b) => Add(new(StepKind.Divide, a, b));

    public int MultiplyAdd(int a, int b, int c) => Add(new(StepKind.MultiplyAdd, a, b, c));

    public Kernel Build(bool isSingle, int result)
    {
        if (result != _steps.Count - 1)
        {
            throw new InvalidOperationException("the result is the last step");
        }
        return new(isSingle, new(_steps.ToArray()));
    }

    private int Add(Step step)
    {
        if (!_known.TryGetValue(step, out int index))
        {
            index = _steps.Count;
            _steps.Add(step);
            _known.Add(step, index);
        }
        return index;
    }
}
