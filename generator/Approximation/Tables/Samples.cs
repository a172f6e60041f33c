using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Values of a model, to about 100 bits, as many as a budget of steps allows. A model that is no <see cref="Target"/>, or whose graph is too large, is run by the
/// evaluator.
/// </summary>
internal sealed class Samples
{
    /// <summary>Statements and iterations that all values together may take.</summary>
    private const long StepLimit = 10_000_000, StepsOfOne = 400_000;

    /// <summary>A graph that every argument makes larger, since each takes branches of its own, is none to go on with.</summary>
    private const int MostNodes = 20_000;

    private readonly Module _module;
    private readonly Dictionary<double, DoubleDouble> _values = [];
    private readonly Dictionary<double, DoubleDouble> _slopes = [];
    private long _each = 1;
    private long _steps;

    private Samples(Module module, Target? target, string reason)
    {
        _module = module;
        Target = target;
        NoTarget = reason;
    }

    /// <summary>What enclosures come from; null where there are none.</summary>
    public Target? Target { get; private set; }

    /// <summary>Why there is no target.</summary>
    public string NoTarget { get; private set; }

    /// <summary>How many values were computed.</summary>
    public int Count => _values.Count;

    /// <summary>How many more values half of what is left of the budget is enough for.</summary>
    public int Affordable => (int)Math.Min(int.MaxValue, Math.Max(0, StepLimit - _steps) / (2 * _each));

    /// <summary>A module in normal form whose only parameter is a scalar variable.</summary>
    public static Samples Of(Module module)
    {
        Module real = new(RealValued.Run(module.Main), module.Callees.Select(RealValued.Run).ToEquatableArray());
        try
        {
            return new(real, Target.Of(module), "");
        }
        catch (ApproximationException reason)
        {
            return new(real, null, reason.Message);
        }
    }

    public DoubleDouble Value(double x)
    {
        if (_values.TryGetValue(x, out DoubleDouble value))
        {
            return value;
        }
        _steps += _each;
        if (_steps > StepLimit)
        {
            throw new ApproximationException(FormattableString.Invariant($"{_values.Count} values, of about {_each} steps each, are not enough, and more take too long"));
        }
        if (_values.Count == 0)
        {
            _each = Math.Max(1, Evaluate(x).Steps);
        }
        value = OfTarget(x) ?? Evaluate(x).Precise;
        if (!value.IsFinite)
        {
            throw new ApproximationException(FormattableString.Invariant($"the model has no finite value at {x:R}"));
        }
        _values.Add(x, value);
        return value;
    }

    /// <summary>
    /// The derivative: of the graph where there is one, else the slope of a parabola through near values. At a kink it is that of the side which asks first, so that two
    /// pieces that meet there have one slope.
    /// </summary>
    /// <param name="near">Where the piece that asks for it goes: beyond an end of the domain there may be no value.</param>
    public DoubleDouble Slope(double x, double near)
    {
        if (_slopes.TryGetValue(x, out DoubleDouble slope))
        {
            return slope;
        }
        slope = Target?.Slope(x) ?? double.NaN;
        if (slope.IsNaN)
        {
            // (4·f(x + h) − 3·f(x) − f(x + 2h))/2h, to second order.
            double step = Math.Max(Binary.Scale(Math.Abs(near - x), -20), 8 * Formats.Unit(x, isSingle: false));
            double first = x + (near > x ? step : -step), second = first + (first - x);
            slope = ((Value(first) * 4) - (Value(x) * 3) - Value(second)) / (second - x);
        }
        if (!slope.IsFinite)
        {
            throw new ApproximationException(FormattableString.Invariant($"the model has no finite slope at {x:R}, which Continuity = 1 needs"));
        }
        _slopes.Add(x, slope);
        return slope;
    }

    private DoubleDouble? OfTarget(double x)
    {
        try
        {
            return Target is not { } target || target.Graph.Count <= MostNodes
                ? Target?.Value(x)
                : throw new ApproximationException("different arguments take too many different ways through it");
        }
        catch (ApproximationException reason)
        {
            Target = null;
            _slopes.Clear();
            NoTarget = reason.Message;
            return null;
        }
        catch (EvaluationException)
        {
            throw NoValue(x);
        }
    }

    private Evaluation Evaluate(double x)
    {
        try
        {
            return Evaluator.EvaluatePrecisely(_module, [x], new() { StepLimit = StepsOfOne });
        }
        catch (EvaluationException failure) when (failure.Failure == EvaluationFailure.StepLimit)
        {
            throw new ApproximationException(FormattableString.Invariant($"a value takes more than {StepsOfOne} steps"));
        }
        catch (EvaluationException)
        {
            throw NoValue(x);
        }
    }

    private static ApproximationException NoValue(double x) => new(FormattableString.Invariant($"the model has no value at {x:R} that is known at build time"));
}
