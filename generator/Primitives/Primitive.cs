using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Primitives;

/// <summary>How dear a primitive is: decides whether reverse mode stores its result or computes it again.</summary>
internal enum Cost
{
    /// <summary>Free at run time: conversions, comparisons, negation.</summary>
    Trivial,

    /// <summary>A few cycles: + − ×, min, max, abs. Recomputed in the adjoint sweep.</summary>
    Cheap,

    /// <summary>Ten to twenty cycles: ÷, √. Stored.</summary>
    Moderate,

    /// <summary>A library call: exp, log, sin … Stored.</summary>
    Expensive,
}

/// <summary>The partial derivatives of a primitive as expressions of its arguments and its result; null where the derivative is zero everywhere it exists.</summary>
internal delegate Expression? Partial(Expression[] arguments, Expression result);

/// <summary>One row of the table of primitives. Every transform reads the same row; rows are compared by reference.</summary>
internal sealed class Primitive
{
    public required string Name { get; init; }

    public required int Arity { get; init; }

    /// <summary>One entry per argument; null as a whole when the primitive has no derivative rule and must be refused where active.</summary>
    public Partial?[]? Partials { get; init; }

    /// <summary>True when a partial can be infinite or undefined where the primitive itself is defined (√ at 0): a zero seed then contributes 0.</summary>
    public bool IsSingular { get; init; }

    /// <summary>Where the primitive is not differentiable, in words; "" when it is smooth on its domain.</summary>
    public string Kink { get; init; } = "";

    /// <summary>The convention used at the kink, in words.</summary>
    public string Convention { get; init; } = "";

    public Cost Cost { get; init; } = Cost.Cheap;

    /// <summary>C# spelling with {0}, {1} … for <see langword="double"/>; operators are spelled by <see cref="Operator"/> instead.</summary>
    public string DoubleText { get; init; } = "";

    public string FloatText { get; init; } = "";

    /// <summary>Spelling for lanes with {0}, {1} …; {V} is the vector class (Vector512). "" when there is none: batches then run row by row.</summary>
    public string LanesText { get; init; } = "";

    /// <summary>True for what makes one scalar of all lanes.</summary>
    public bool IsHorizontal { get; init; }

    /// <summary>The C# operator token of an infix or prefix primitive, or "".</summary>
    public string Operator { get; init; } = "";

    /// <summary>Reference evaluation in <see langword="double"/>; null for primitives the evaluator handles itself (conversions, selections).</summary>
    public Func<double[], double>? Evaluate { get; init; }

    /// <summary>Reference evaluation to about 100 bits; null exactly where <see cref="Evaluate"/> is.</summary>
    public Func<DoubleDouble[], DoubleDouble>? Precise { get; init; }

    /// <summary>The smallest float result set; filled in with the bounds work.</summary>
    public IntervalRule? Interval { get; init; }

    /// <summary>The same function by another method for scalars.</summary>
    public Primitive Spelled(string name, string text) => new()
    {
        Name = name, Arity = Arity, Partials = Partials, IsSingular = IsSingular, Kink = Kink, Convention = Convention, Cost = Cost,
        DoubleText = text, FloatText = text, LanesText = LanesText, Evaluate = Evaluate, Precise = Precise, Interval = Interval,
    };

    public override string ToString() => Name;
}

/// <summary>How a primitive maps enclosures; the columns are filled in with the bounds work.</summary>
internal sealed record IntervalRule(string Monotonicity, string Convexity, string Domain);
