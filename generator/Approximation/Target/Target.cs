using System;
using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Approximation;

/// <summary>
/// The function of real numbers that a model of one, two or three variables writes down: its values to 100 bits, its enclosures and its Taylor expansions. Graphs of
/// boxes that decide alike are shared.
/// </summary>
internal sealed class Target
{
    private readonly Function _function;
    private readonly bool _canThrow;
    private readonly IntervalProgram? _program;
    private readonly Dictionary<double, DoubleDouble> _values = [];
    private int? _everywhere;

    private Target(Function function, bool hasRange = true)
    {
        _function = function;
        _canThrow = !hasRange;
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            _canThrow |= statement is Throw;
        }
        try
        {
            _program = _canThrow ? null : IntervalProgram.Of(PassList.TidyBounds(IntervalBound.Run(PassList.Prepare(NameCompared.Run(function)))));
        }
        catch (BoundException)
        {
            _program = null;
        }
    }

    public Graph Graph { get; } = new();

    public int Variables => _function.Parameters.Count;

    /// <summary>A module in normal form without calls, whose parameters are scalar variables.</summary>
    public static Target Of(Module module)
    {
        if (module.Callees.Count > 0)
        {
            throw new ApproximationException("the model calls itself");
        }
        return new(PassList.Prepare(GuardDomains.Run(RealValued.Run(module.Main))));
    }

    /// <summary>A row of the table of one argument, where it is smooth.</summary>
    public static Target OfRow(Primitive row) =>
        new(new("F", [new Parameter("x", ScalarType.Double, ParameterKind.Scalar, true)], [], Block.Empty, [Build.Call(row, Build.Name("x", ScalarType.Double))]), hasRange: false);

    /// <summary>The value at a point to about 100 bits, without a proof.</summary>
    public DoubleDouble Value(double x)
    {
        if (_values.TryGetValue(x, out DoubleDouble value))
        {
            return value;
        }
        value = Value([x]);
        _values.Add(x, value);
        return value;
    }

    /// <summary>The value at a point to about 100 bits, without a proof.</summary>
    public DoubleDouble Value(double[] x) => Find(new Series<Interval, IntervalField>(Graph, Array.ConvertAll(x, static v => (Interval)v), 0)) is { } node
        ? new Series<DoubleDouble, PreciseField>(Graph, Array.ConvertAll(x, static v => (DoubleDouble)v), 0)[node, 0]
        : Evaluator.EvaluatePrecisely(_function, Array.ConvertAll(x, static v => (Argument)v)).Precise;

    /// <summary>The derivative at a point where the function is smooth, to about 100 bits, without a proof; else NaN.</summary>
    public DoubleDouble Slope(double x) => Find(x) is { } node ? new Series<DoubleDouble, PreciseField>(Graph, x, 1)[node, 1] : double.NaN;

    /// <summary>The graph of the function on a box, or null where the box is on both sides of something.</summary>
    public int? Find(Interval box) => Find(new Series<Interval, IntervalField>(Graph, box, 0));

    /// <summary>The same with the series about every point of the box, whose values decide.</summary>
    public int? Find(Series<Interval, IntervalField> series) => Find(series, out _);

    private int? Find(Series<Interval, IntervalField> series, out bool isUndefined)
    {
        isUndefined = false;
        if (_everywhere is { } known)
        {
            return known;
        }
        int? node = Trace.Of(_function, Graph, n => series[n, 0], out bool hasDecided, out isUndefined);
        if (!hasDecided)
        {
            _everywhere = node;
        }
        return node;
    }

    /// <summary>All values on a box, of every side where it is on several; all reals where the function is not defined on all of it.</summary>
    public Interval Range(params Interval[] box)
    {
        Series<Interval, IntervalField> series = new(Graph, box, 0);
        if (Find(series, out bool isUndefined) is { } node)
        {
            return series[node, 0];
        }
        if (_program is null || isUndefined)
        {
            return Interval.Entire;
        }
        Interval[] results = new Interval[_program.ResultCount];
        for (int i = 0; i < box.Length; i++)
        {
            _program.Set(_function.Parameters[i].Name, box[i]);
        }
        _program.Run(results);
        return results[0].IsEmpty ? Interval.Entire : results[0];
    }
}
