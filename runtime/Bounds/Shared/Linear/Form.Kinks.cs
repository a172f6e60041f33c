using System;
using Proxima.Linear;

namespace Proxima;

readonly partial struct Form
{
    /// <summary>max(x, 0).</summary>
    public static Form Relu(Form x) => Apply(Curve.Relu, x);

    /// <summary>|x|.</summary>
    public static Form Abs(Form x) => (2.0 * Relu(x)) - x;

    /// <summary>The larger: b + max(a − b, 0), which keeps the difference.</summary>
    public static Form Max(Form a, Form b) => b + Relu(a - b);

    /// <summary>The smaller.</summary>
    public static Form Min(Form a, Form b) => a - Relu(a - b);

    /// <summary>The larger.</summary>
    public static Form MaxNumber(Form a, Form b) => Max(a, b);

    /// <summary>The smaller.</summary>
    public static Form MinNumber(Form a, Form b) => Min(a, b);

    /// <summary>|x| with the sign of a constant.</summary>
    /// <exception cref="ArgumentException">The sign is not a constant: the value may jump.</exception>
    public static Form CopySign(Form x, Form sign) => sign.Graph is null
        ? Abs(x) * Interval.CopySign(1.0, sign._constant)
        : throw new ArgumentException("A copied sign may jump.", nameof(sign));

    /// <summary>x within two ends.</summary>
    public static Form Clamp(Form x, Form low, Form high) => Min(Max(x, low), high);

    /// <summary>a &lt; b.</summary>
    public static FormTruth Less(Form a, Form b) => Positive(b - a);

    /// <summary>a ≤ b.</summary>
    public static FormTruth LessOrEqual(Form a, Form b) => !Positive(a - b);

    /// <summary>a &gt; b.</summary>
    public static FormTruth Greater(Form a, Form b) => Positive(a - b);

    /// <summary>a ≥ b.</summary>
    public static FormTruth GreaterOrEqual(Form a, Form b) => !Positive(b - a);

    /// <summary>a = b.</summary>
    public static FormTruth Equal(Form a, Form b) => LessOrEqual(a, b) & GreaterOrEqual(a, b);

    /// <summary>a ≠ b.</summary>
    public static FormTruth NotEqual(Form a, Form b) => !Equal(a, b);

    /// <summary>x &lt; 0.</summary>
    public static FormTruth IsNegative(Form x) => Less(x, 0.0);

    /// <summary>
    /// One of two values: whenFalse + s · (whenTrue − whenFalse) with s between 0 and 1. It has the derivatives of its values and none of s, so it must be
    /// continuous where the condition changes; a value that may jump there goes through <see cref="Attach"/>. Multiples of the argument that is compared with
    /// zero are a rectified argument.
    /// </summary>
    public static Form Select(FormTruth condition, Form whenTrue, Form whenFalse)
    {
        whenTrue = condition.Chosen(whenTrue, isTrue: true);
        whenFalse = condition.Chosen(whenFalse, isTrue: false);
        Form chosen = Choose(condition, whenTrue, whenFalse);
        condition.Note(chosen, whenTrue, whenFalse);
        return chosen;
    }

    private static Form Choose(FormTruth condition, Form whenTrue, Form whenFalse)
    {
        Form difference = condition.Difference;
        if (difference.Graph is BoundGraph graph && Factor(graph, whenTrue, difference) is Interval up && Factor(graph, whenFalse, difference) is Interval down)
        {
            // h > 0 ? p·h : q·h, or the two exchanged: q·h + (p − q)·max(h, 0).
            (Interval above, Interval below) = condition.IsNegated ? (down, up) : (up, down);
            return ((Form)below * difference) + ((Form)(above - below) * Relu(difference));
        }
        if (difference.Graph is not null && (whenTrue - whenFalse) is { Graph: BoundGraph both } step && both.Proportion(step, difference) is Interval share)
        {
            // p = q + c·h: h > 0 ? p : q is q + c·max(h, 0), and h > 0 ? q : p is p − c·max(h, 0).
            return condition.IsNegated ? whenTrue - ((Form)share * Relu(difference)) : whenFalse + ((Form)share * Relu(difference));
        }
        Form indicator = condition.Indicator;
        if (indicator.IsConstant && indicator.Constant.IsPoint)
        {
            return indicator.Constant.Lo > 0 ? whenTrue : whenFalse;
        }
        return whenFalse + (indicator * (whenTrue - whenFalse));
    }

    /// <summary>The value; where <paramref name="h"/> can be zero it may jump, and has no bounded derivative there.</summary>
    public static Form Attach(Form value, Form h)
    {
        if (value.Graph is null || h.Graph is null)
        {
            return value;
        }
        return value + h.Graph.Unary(Curve.Jump, h);
    }

    /// <summary>x itself; over a box where it can leave [low, high], anything, with any derivative.</summary>
    public static Form Inside(Form x, double low, double high) => Apply(new Curve.Guard(low, high, IsOpen: false), x);

    /// <summary>x itself; over a box where it can leave (low, high), anything, with any derivative.</summary>
    public static Form InsideOpen(Form x, double low, double high) => Apply(new Curve.Guard(low, high, IsOpen: true), x);

    /// <summary>What <paramref name="value"/> is when it is a multiple of <paramref name="h"/>.</summary>
    private static Interval? Factor(BoundGraph graph, Form value, Form h)
    {
        if (value.IsConstant)
        {
            return value.Constant == 0.0 ? 0.0 : null;
        }
        (int node, Interval factor) = graph.Multiple(value);
        (int own, Interval scale) = graph.Multiple(h);
        if (node != own)
        {
            return null;
        }
        if (scale == 1.0)
        {
            return factor;
        }
        return scale == -1.0 ? -factor : null;
    }

    private static FormTruth Positive(Form h) => new(h, h.Graph is null ? (Form)Certainly(h._constant) : h.Graph.Unary(Curve.Step, h), isNegated: false);

    private static Interval Certainly(Interval h) => Interval.Raw(h.Lo > 0 ? 1 : 0, h.Hi <= 0 ? 0 : 1);
}
