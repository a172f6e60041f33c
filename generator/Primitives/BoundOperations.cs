using Proxima.Generator.Ir;

namespace Proxima.Generator.Primitives;

/// <summary>
/// What only bounds have. The first group stands among reals while derivatives are taken: an identity, or a zero, for whoever computes with numbers. The
/// second works on intervals and on what conditions can be.
/// </summary>
internal static class BoundOperations
{
    /// <summary>x where its enclosure lies within the two bounds, all reals otherwise: what a partial function is given.</summary>
    public static readonly Primitive Inside = Guard("inside", "Interval.Inside({0}, {1}, {2})");

    /// <summary>The same with the bounds left out: there the function is not defined.</summary>
    public static readonly Primitive InsideOpen = Guard("insideOpen", "Interval.InsideOpen({0}, {1}, {2})");

    /// <summary>A divisor, whose slope is all reals where it can be zero: the quotient jumps there, although its slope has one sign on both sides.</summary>
    public static readonly Primitive NotZero = new()
    {
        Name = "notZero", Arity = 1, Cost = Cost.Trivial, DoubleText = "{0}",
        Partials = [static (a, r) => new Apply(r.Type, NotZeroSlope!, [a[0]])],
        Evaluate = static a => a[0], Precise = static a => a[0],
    };

    /// <summary>
    /// leap(value, h, slope): the value, with a slope of its own in h besides the value's: how the IR says that the value may jump where h does something.
    /// </summary>
    public static readonly Primitive Leap = new()
    {
        Name = "leap", Arity = 3, Cost = Cost.Trivial,
        Partials = [static (a, r) => Build.One(r.Type), static (a, r) => a[2], null],
        Evaluate = static a => a[0], Precise = static a => a[0],
    };

    /// <summary>The slope of what jumps with a condition: zero where the condition is decided, all reals where it is not.</summary>
    public static readonly Primitive Jump = Slope("jump", 1, "Interval.Jump({0})");

    /// <summary>The slope of a step function from its value: zero where that is one number, all reals otherwise.</summary>
    public static readonly Primitive StepSlope = Slope("stepSlope", 1, "Interval.StepSlope({0})");

    /// <summary>The slope of the angle of (x, y) besides its smooth part: all reals where y and x can cross the negative half of the x axis or reach the origin.</summary>
    public static readonly Primitive AngleJump = Slope("angleJump", 2, "Interval.AngleJump({0}, {1})");

    /// <summary>The slope of <see cref="Inside"/> and <see cref="InsideOpen"/>: one within the bounds, all reals otherwise.</summary>
    public static readonly Primitive InsideSlope = Slope("insideSlope", 3, "Interval.InsideSlope({0}, {1}, {2})", 1);

    public static readonly Primitive NotZeroSlope = Slope("notZeroSlope", 1, "Interval.NotZeroSlope({0})", 1);

    /// <summary>The slope of a function with poles from its value: zero where that is bounded, all reals otherwise.</summary>
    public static readonly Primitive PoleSlope = Slope("poleSlope", 1, "Interval.PoleSlope({0})");

    /// <summary>rounded(value, unit): what a processor makes of the exact value, which varies with all that it may round by.</summary>
    public static readonly Primitive Rounded = new()
    {
        Name = "rounded", Arity = 2, Cost = Cost.Cheap, DoubleText = "Interval.Rounded({0})",
        Partials = [static (a, r) => Build.One(r.Type), static (a, r) => new Apply(r.Type, RoundingSlope!, [a[0]])],
    };

    /// <summary>What <see cref="Rounded"/> may add to a value.</summary>
    public static readonly Primitive RoundingSlope = Slope("roundingSlope", 1, "Interval.RoundingSlope({0})");

    /// <summary>A number of the program as an interval of one point.</summary>
    public static readonly Primitive Point = Of("point", 1, "{0}");

    /// <summary>The interval between two constants.</summary>
    public static readonly Primitive Between = Of("between", 2, "new Interval({0}, {1})");

    public static readonly Primitive Sqr = Of("sqr", 1, "Interval.Sqr({0})");

    /// <summary>A whole power of what several factors of a product are.</summary>
    public static readonly Primitive PowN = Of("powN", 2, "Interval.PowN({0}, {1})");

    /// <summary>The derivative of the logistic function, σ(x)·σ(−x).</summary>
    public static readonly Primitive SigmoidSlope = Of("sigmoidSlope", 1, "Interval.SigmoidSlope({0})");

    /// <summary>The derivative of the length of (x, y) by x.</summary>
    public static readonly Primitive HypotSlope = Of("hypotSlope", 2, "Interval.HypotSlope({0}, {1})");

    public static readonly Primitive Hull = Of("hull", 2, "Interval.Hull({0}, {1})");
    public static readonly Primitive AtLeast = Of("atLeast", 2, "Interval.AtLeast({0}, {1})");
    public static readonly Primitive AtMost = Of("atMost", 2, "Interval.AtMost({0}, {1})");

    /// <summary>What <c>condition ? a : b</c> can be.</summary>
    public static readonly Primitive Select = Of("either", 3, "Interval.Select({0}, {1}, {2})");

    public static readonly Primitive Less = Of("lt", 2, "Interval.Less({0}, {1})");
    public static readonly Primitive LessOrEqual = Of("le", 2, "Interval.LessOrEqual({0}, {1})");
    public static readonly Primitive Greater = Of("gt", 2, "Interval.Greater({0}, {1})");
    public static readonly Primitive GreaterOrEqual = Of("ge", 2, "Interval.GreaterOrEqual({0}, {1})");
    public static readonly Primitive Equal = Of("eq", 2, "Interval.Equal({0}, {1})");
    public static readonly Primitive NotEqual = Of("ne", 2, "Interval.NotEqual({0}, {1})");
    public static readonly Primitive IsNegative = Of("isNegative", 1, "Interval.IsNegative({0})");
    public static readonly Primitive IsInteger = Of("isInteger", 1, "Interval.IsInteger({0})");

    public static readonly Primitive And = new() { Name = "both", Arity = 2, Operator = "&", Cost = Cost.Trivial };
    public static readonly Primitive Or = new() { Name = "one", Arity = 2, Operator = "|", Cost = Cost.Trivial };
    public static readonly Primitive Xor = new() { Name = "exactlyOne", Arity = 2, Operator = "^", Cost = Cost.Trivial };
    public static readonly Primitive Not = new() { Name = "notSo", Arity = 1, Operator = "!", Cost = Cost.Trivial };

    /// <summary>What one of two conditions, whichever applies, can be.</summary>
    public static readonly Primitive EitherTruth = Of("eitherTruth", 2, "Truth.Hull({0}, {1})");

    public static readonly Primitive CanBeTrue = Of("canBeTrue", 1, "{0}.CanBeTrue");
    public static readonly Primitive CanBeFalse = Of("canBeFalse", 1, "{0}.CanBeFalse");

    private static Primitive Guard(string name, string text) => new()
    {
        Name = name, Arity = 3, Cost = Cost.Trivial, DoubleText = text,
        Partials = [static (a, r) => new Apply(r.Type, InsideSlope!, [a[0], a[1], a[2]]), null, null],
        Evaluate = static a => a[0], Precise = static a => a[0],
    };

    /// <summary>Zero, or one, for numbers, which are where they are; no derivative of its own: where it is something else there is no finite bound to refine.</summary>
    private static Primitive Slope(string name, int arity, string text, double atNumbers = 0) => new()
    {
        Name = name, Arity = arity, Cost = Cost.Trivial, DoubleText = text, Partials = new Partial?[arity],
        Evaluate = _ => atNumbers, Precise = _ => atNumbers,
    };

    private static Primitive Of(string name, int arity, string text) => new() { Name = name, Arity = arity, Cost = Cost.Cheap, DoubleText = text };
}
