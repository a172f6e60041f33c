using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>What reals and conditions on variables become: sets of numbers, eight of them side by side, or symbolic numbers that write the program down.</summary>
internal sealed class BoundDomain
{
    public static readonly BoundDomain Intervals = new(ScalarType.Interval, ScalarType.Truth, new Dictionary<Primitive, Primitive>());
    /// <summary>Boxes would take different arms: no conditions.</summary>
    public static readonly BoundDomain Lanes = new(ScalarType.IntervalLanes, ScalarType.Truth, LaneRules.All);
    public static readonly BoundDomain Forms = new(ScalarType.Form, ScalarType.FormTruth, FormRules.All);

    private readonly IReadOnlyDictionary<Primitive, Primitive> _rules;

    private BoundDomain(ScalarType real, ScalarType truth, IReadOnlyDictionary<Primitive, Primitive> rules)
    {
        Real = real;
        Truth = truth;
        _rules = rules;
    }

    public ScalarType Real { get; }

    public ScalarType Truth { get; }

    public bool IsSymbolic => Real == ScalarType.Form;

    public bool IsInLanes => Real == ScalarType.IntervalLanes;

    /// <summary>An operation on intervals as this domain has it.</summary>
    public Primitive Rule(Primitive onIntervals) =>
        Real == ScalarType.Interval || onIntervals.Operator.Length > 0 ? onIntervals
        : _rules.TryGetValue(onIntervals, out Primitive? rule) ? rule
        : throw new BoundException("'" + onIntervals.Name + "' has no rule for " + (IsSymbolic ? "lines" : "lanes"), -1);

    public Constant Zero(ScalarType type) => type == Truth ? new(type, 0) : Build.Real(type, 0);

    /// <summary>One of two values, by a condition.</summary>
    public Apply Select(Expression taken, Expression then, Expression @else) =>
        new(then.Type, then.Type == ScalarType.FormTruth ? FormRules.SelectTruth : Rule(BoundOperations.Select), [taken, then, @else]);

    /// <summary>What two arms give, the second of which is being computed.</summary>
    public Apply Join(Expression taken, Expression then, Expression @else) => IsSymbolic
        ? Select(taken, then, @else)
        : new(then.Type, then.Type == ScalarType.Interval ? BoundOperations.Hull : BoundOperations.EitherTruth, [then, @else]);
}
