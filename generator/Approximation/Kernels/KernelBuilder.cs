using System.Collections.Generic;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>Builds kernels step by step; equal steps are one.</summary>
internal sealed class KernelBuilder
{
    private readonly List<Step> _steps = [];
    private readonly List<string> _names = [];
    private readonly List<string> _comments = [];
    private readonly List<EquatableArray<double>> _tables = [];
    private readonly List<FunctionBlock> _blocks = [];
    private readonly Dictionary<Step, int> _known = [];
    private string _comment = "";

    public int Input => InputAt(0);

    /// <summary>One of several arguments.</summary>
    public int InputAt(int number) => Add(new(StepKind.Input, Value: number));

    public int Constant(double value) => Add(new(StepKind.Constant, Value: value));

    public bool IsOne(int step) => KnownConstant(step) == 1;

    /// <summary>The value of a constant, or null.</summary>
    public double? KnownConstant(int step) => _steps[step].Kind == StepKind.Constant ? _steps[step].Value : null;

    public int Plus(int a, int b, string name = "") => Add(new(StepKind.Add, a, b), name);

    public int Minus(int a, int b, string name = "") => Add(new(StepKind.Subtract, a, b), name);

    public int Times(int a, int b, string name = "") => Add(new(StepKind.Multiply, a, b), name);

    public int Over(int a, int b, string name = "") => Add(new(StepKind.Divide, a, b), name);

    public int MultiplyAdd(int a, int b, int c, string name = "") => Add(new(StepKind.MultiplyAdd, a, b, c), name);

    public int Call(FunctionBlock block, int a)
    {
        int number = _blocks.IndexOf(block);
        if (number < 0)
        {
            number = _blocks.Count;
            _blocks.Add(block);
        }
        return Add(new(StepKind.Call, a, Value: number));
    }

    /// <summary>The entry of a table at a place.</summary>
    public int LookUp(EquatableArray<double> table, int place, string name)
    {
        int number = _tables.IndexOf(table);
        if (number < 0)
        {
            number = _tables.Count;
            _tables.Add(table);
        }
        return Add(new(StepKind.LookUp, place, Value: number), name);
    }

    /// <summary>What to say before the next step that is new and not a constant.</summary>
    public void Say(string comment) => _comment = comment;

    public int Add(Step step, string name = "")
    {
        if (!_known.TryGetValue(step, out int index))
        {
            index = _steps.Count;
            _steps.Add(step);
            _names.Add(name);
            _comments.Add(step.Kind is StepKind.Constant or StepKind.Input ? "" : _comment);
            _comment = step.Kind is StepKind.Constant or StepKind.Input ? _comment : "";
            _known.Add(step, index);
        }
        return index;
    }

    /// <param name="valueStep">The value, where the result is its derivative.</param>
    public Kernel Build(bool isSingle, int result, int valueStep = -1)
    {
        return new(isSingle, new(_steps.ToArray()))
        {
            Names = new(_names.ToArray()),
            Comments = new(_comments.ToArray()),
            Result = result,
            ValueStep = valueStep,
            Tables = new(_tables.ToArray()),
            Blocks = new(_blocks.ToArray()),
        };
    }
}
