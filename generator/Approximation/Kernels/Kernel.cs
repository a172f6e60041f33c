using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// A straight-line program of one argument or several in floats or doubles, each operation rounded to nearest: what is emitted, what is proved, operation by operation the same
/// at every width.
/// </summary>
internal sealed record Kernel(bool IsSingle, EquatableArray<Step> Steps)
{
    /// <summary>For each step the name that its value has in text, "" for one that follows from its kind.</summary>
    public EquatableArray<string> Names { get; init; } = [];

    /// <summary>For each step what to say before it.</summary>
    public EquatableArray<string> Comments { get; init; } = [];

    /// <summary>The step that is the result; the last one when nothing else is said.</summary>
    public int Result { get; init; } = Steps.Count - 1;

    /// <summary>Of a program whose result is a derivative, the step that is the value; else −1.</summary>
    public int ValueStep { get; init; } = -1;

    /// <summary>What look-ups read.</summary>
    public EquatableArray<EquatableArray<double>> Tables { get; init; } = [];

    /// <summary>What calls call.</summary>
    public EquatableArray<FunctionBlock> Blocks { get; init; } = [];

    /// <summary>The bits that the emitted program has.</summary>
    public double Run(params double[] x) => RunAll(x)[Result];

    /// <summary>The value of a program of a derivative.</summary>
    public double RunValue(double x) => RunAll(x)[ValueStep];

    private double[] RunAll(params double[] x)
    {
        double[] values = new double[Steps.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Step step = Steps[i];
            values[i] = step.Kind switch
            {
                StepKind.Input => x[(int)step.Value],
                StepKind.Constant => step.Value,
                StepKind.Add => Rounded(values[step.A] + values[step.B]),
                StepKind.Subtract => Rounded(values[step.A] - values[step.B]),
                StepKind.Multiply => Rounded(values[step.A] * values[step.B]),
                StepKind.Divide => Rounded(values[step.A] / values[step.B]), // two roundings are one: 53 ≥ 2·24 + 2 (Figueroa 1995)
                StepKind.Negate => -values[step.A],
                StepKind.SquareRoot => Rounded(Math.Sqrt(values[step.A])), // the same
                StepKind.Absolute => Math.Abs(values[step.A]),
                StepKind.CopySign => WithSign(Math.Abs(values[step.A]), BitConverter.DoubleToInt64Bits(values[step.B]) < 0),
                StepKind.Call => Blocks[(int)step.Value].Program.Run(values[step.A]),
                StepKind.Scale => double.IsNaN(values[step.A]) ? values[step.A] : Binary.Scale(values[step.A], (int)Math.Floor(values[step.B])),
                StepKind.Alternate => WithSign(values[step.A], (Bits(values[step.B]) & 1) != (long)step.Value),
                StepKind.Exponent => ExponentOf(values[step.A]),
                StepKind.Mantissa => Binary.Scale(values[step.A], -(int)ExponentOf(values[step.A])),
                StepKind.Truncate => (int)values[step.A],
                StepKind.LowBits => Bits(values[step.A]),
                StepKind.LookUp => Entry(Tables[(int)step.Value], (long)values[step.A]),
                _ => IsSingle
                    ? RoundOnce.MultiplyAdd((float)values[step.A], (float)values[step.B], (float)values[step.C])
                    : RoundOnce.MultiplyAdd(values[step.A], values[step.B], values[step.C]),
            };
        }
        return values;
    }

    /// <summary>The function of real numbers that a step would be without rounding.</summary>
    public int AddTo(Graph graph, int result)
    {
        int[] nodes = new int[result + 1];
        for (int i = 0; i < nodes.Length; i++)
        {
            Step step = Steps[i];
            nodes[i] = step.Kind switch
            {
                StepKind.Input => graph.VariableAt((int)step.Value),
                StepKind.Constant => graph.Constant(step.Value),
                StepKind.Add => graph.Plus(nodes[step.A], nodes[step.B]),
                StepKind.Subtract => graph.Minus(nodes[step.A], nodes[step.B]),
                StepKind.Multiply => graph.Times(nodes[step.A], nodes[step.B]),
                StepKind.Divide => graph.Over(nodes[step.A], nodes[step.B]),
                StepKind.Negate => graph.Negative(nodes[step.A]),
                StepKind.SquareRoot => graph.Function(Primitives.Elementary.Sqrt, nodes[step.A]),
                StepKind.Call => graph.Function(Blocks[(int)step.Value].Function, nodes[step.A]),
                StepKind.MultiplyAdd => graph.Plus(graph.Times(nodes[step.A], nodes[step.B]), nodes[step.C]),
                _ => throw new ApproximationException("the program has steps that are not of real numbers"),
            };
        }
        return nodes[result];
    }

    /// <summary>The same with the steps of blocks in the place of calls.</summary>
    public Kernel Inlined()
    {
        if (Blocks.Count == 0)
        {
            return this;
        }
        KernelBuilder builder = new();
        int[] places = new int[Steps.Count];
        for (int i = 0; i < places.Length; i++)
        {
            Step step = Steps[i];
            places[i] = step.Kind == StepKind.Call
                ? Blocks[(int)step.Value].Append(builder, places[step.A])
                : builder.Add(
                    step with { A = step.A < 0 ? -1 : places[step.A], B = step.B < 0 ? -1 : places[step.B], C = step.C < 0 ? -1 : places[step.C] },
                    Names.Count > i ? Names[i] : "");
        }
        return builder.Build(IsSingle, places[Result], ValueStep < 0 ? -1 : places[ValueStep]);
    }

    /// <summary>Two roundings are one for + − × of floats too, because a double holds twice their digits.</summary>
    private double Rounded(double value) => IsSingle ? (float)value : value;

    private static double WithSign(double value, bool isNegated) => isNegated ? -value : value;

    /// <summary>The last bits of a number of the format, as many as tables can need.</summary>
    private long Bits(double value) => (IsSingle ? Floats.ToBits((float)value) : BitConverter.DoubleToInt64Bits(value)) & 0xFF;

    /// <summary>A place beyond a table's end counts from its beginning, as permutes do.</summary>
    private static double Entry(EquatableArray<double> table, long place) => table[(int)((place & 0xFF) % table.Count)];

    /// <summary>As the difference of bits to √½ has it, for positive normal numbers.</summary>
    private double ExponentOf(double x) => IsSingle
        ? (Floats.ToBits((float)x) - Formats.SingleSqrtHalf) >> 23
        : (BitConverter.DoubleToInt64Bits(x) - Formats.DoubleSqrtHalf) >> 52;
}
