using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Primitives;

/// <summary>
/// The functions of <see cref="Math"/>, MathF and the statics of <see langword="double"/> and <see langword="float"/>, one row each. Partials are
/// in terms of the arguments <c>a</c> and the result <c>r</c>, and take r where that is accurate. A row without partials has no derivative rule.
/// </summary>
internal static partial class Elementary
{
    /// <summary>The argument, held constant: what the user writes to cut a derivative on purpose.</summary>
    public static readonly Primitive Detach = new()
    {
        Name = "detach", Arity = 1, Cost = Cost.Trivial, Partials = [null],
        DoubleText = "{0}", FloatText = "{0}", LanesText = "{0}",
        Evaluate = static a => a[0], Precise = static a => a[0],
    };

    /// <summary>The argument, where a rule that the user wrote has no derivative for it: an error where the argument depends on a variable.</summary>
    public static readonly Primitive Hold = new()
    {
        Name = "hold", Arity = 1, Cost = Cost.Trivial, Partials = [null],
        DoubleText = "{0}", FloatText = "{0}", LanesText = "{0}",
        Evaluate = static a => a[0], Precise = static a => a[0],
    };

    /// <summary>
    /// attach(value, argument, derivative): the value, with a derivative of its own with respect to the argument: how a custom rule reads in the IR.
    /// The derivative is no argument of the value; where it depends on variables itself, second derivatives see that through it.
    /// Expensive, because what it stands for is: a custom function's value is recorded, not computed again.
    /// </summary>
    public static readonly Primitive Attach = new()
    {
        Name = "attach", Arity = 3, Cost = Cost.Expensive,
        Partials = [static (a, r) => One(r.Type), static (a, r) => a[2], null],
        DoubleText = "{0}", FloatText = "{0}", LanesText = "{0}",
        Evaluate = static a => a[0], Precise = static a => a[0],
    };

    public static readonly Primitive IsNaN = Predicate("IsNaN", double.IsNaN);
    public static readonly Primitive IsInfinity = Predicate("IsInfinity", double.IsInfinity);
    public static readonly Primitive IsFinite = Predicate("IsFinite", static x => !double.IsNaN(x) && !double.IsInfinity(x));
    public static readonly Primitive IsNegative = Predicate("IsNegative", HasSign);
    public static readonly Primitive IsPositive = Predicate("IsPositive", static x => !HasSign(x));
    public static readonly Primitive IsPositiveInfinity = Predicate("IsPositiveInfinity", double.IsPositiveInfinity);
    public static readonly Primitive IsNegativeInfinity = Predicate("IsNegativeInfinity", double.IsNegativeInfinity);
    public static readonly Primitive IsInteger = Predicate("IsInteger", static x => Math.Floor(x) == x && !double.IsInfinity(x));

    /// <summary>A question about a real; the node's type is <see cref="ScalarType.Bool"/>.</summary>
    private static Primitive Predicate(string name, Func<double, bool> answer) => new()
    {
        Name = char.ToLowerInvariant(name[0]) + name.Substring(1), Arity = 1, Cost = Cost.Trivial, Partials = [null],
        DoubleText = "double." + name + "({0})", FloatText = "float." + name + "({0})", LanesText = "{V}." + name + "({0})",
        Evaluate = a => answer(a[0]) ? 1 : 0,
        Precise = a => answer(a[0].Hi) && (a[0].Lo == 0 || answer(a[0].Lo) || name != "IsInteger") ? 1 : 0,
    };

    private static bool HasSign(double x) => BitConverter.DoubleToInt64Bits(x) < 0;

    private static Expression Square(Expression x) => Multiply(x, x);

    private static Expression IsZero(Expression x) => Compare(Arithmetic.Equal, x, Zero(x.Type));
}
