using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Primitives;

/// <summary>Operators: arithmetic, comparison, logic, conversion, selection.</summary>
internal static class Arithmetic
{
    public static readonly Primitive Plus = new()
    {
        Name = "add", Arity = 2, Operator = "+",
        Partials = [static (a, r) => One(r.Type), static (a, r) => One(r.Type)],
    };

    public static readonly Primitive Minus = new()
    {
        Name = "sub", Arity = 2, Operator = "-",
        Partials = [static (a, r) => One(r.Type), static (a, r) => Real(r.Type, -1)],
    };

    public static readonly Primitive Times = new()
    {
        Name = "mul", Arity = 2, Operator = "*",
        Partials = [static (a, r) => a[1], static (a, r) => a[0]],
    };

    /// <summary>a / b: ∂a = 1/b, ∂b = −result/b.</summary>
    public static readonly Primitive Over = new()
    {
        Name = "div", Arity = 2, Operator = "/", Cost = Cost.Moderate,
        // 1/b has the derivative -r², which needs no second division.
        Partials = [static (a, r) => Divide(One(r.Type), a[1]), static (a, r) => Negate(IsConstant(a[0], 1) ? Multiply(r, r) : Divide(r, a[1]))],
    };

    /// <summary>C#'s remainder, the sign of the dividend: x % y = x − y·trunc(x/y).</summary>
    public static readonly Primitive Remainder = new()
    {
        Name = "rem", Arity = 2, Operator = "%", Cost = Cost.Expensive,
        Kink = "where the quotient is a whole number", Convention = "the quotient is held constant",
        Partials = [static (a, r) => One(r.Type), static (a, r) => Negate(Truncate(Divide(a[0], a[1])))],
    };

    public static readonly Primitive Negative = new()
    {
        Name = "neg", Arity = 1, Operator = "-", Cost = Cost.Trivial,
        Partials = [static (a, r) => Real(r.Type, -1)],
    };

    public static readonly Primitive Less = Comparison("lt", "<");
    public static readonly Primitive LessOrEqual = Comparison("le", "<=");
    public static readonly Primitive Greater = Comparison("gt", ">");
    public static readonly Primitive GreaterOrEqual = Comparison("ge", ">=");
    public static readonly Primitive Equal = Comparison("eq", "==");
    public static readonly Primitive NotEqual = Comparison("ne", "!=");

    /// <summary>Conditional: evaluates its second argument only when the first is true.</summary>
    public static readonly Primitive AndAlso = Logic("and", 2, "&&");

    /// <summary>Conditional: evaluates its second argument only when the first is false.</summary>
    public static readonly Primitive OrElse = Logic("or", 2, "||");
    public static readonly Primitive Not = Logic("not", 1, "!");
    public static readonly Primitive BoolXor = Logic("xor", 2, "^");

    public static readonly Primitive BitAnd = Logic("bitand", 2, "&");
    public static readonly Primitive BitOr = Logic("bitor", 2, "|");
    public static readonly Primitive BitXor = Logic("bitxor", 2, "^");
    public static readonly Primitive BitNot = Logic("bitnot", 1, "~");
    public static readonly Primitive ShiftLeft = Logic("shl", 2, "<<");
    public static readonly Primitive ShiftRight = Logic("shr", 2, ">>");
    public static readonly Primitive UnsignedShiftRight = Logic("ushr", 2, ">>>");

    /// <summary>Integer + − × ÷ negation and conversion in a <c>checked</c> context: throws on overflow.</summary>
    public static readonly Primitive CheckedPlus = Logic("add.checked", 2, "+");
    public static readonly Primitive CheckedMinus = Logic("sub.checked", 2, "-");
    public static readonly Primitive CheckedTimes = Logic("mul.checked", 2, "*");
    public static readonly Primitive CheckedNegative = Logic("neg.checked", 1, "-");
    public static readonly Primitive CheckedConvert = new() { Name = "convert.checked", Arity = 1, Cost = Cost.Trivial };

    /// <summary>C#'s conversion to the type of the node; between reals its derivative is one, to an integer it has none.</summary>
    public static readonly Primitive Convert = new()
    {
        Name = "convert", Arity = 1, Cost = Cost.Trivial,
        Partials = [static (a, r) => a[0].Type.IsReal() && r.Type.IsReal() ? One(r.Type) : null],
    };

    public static readonly Primitive WrapToByte = Wrap("byte");
    public static readonly Primitive WrapToSByte = Wrap("sbyte");
    public static readonly Primitive WrapToShort = Wrap("short");
    public static readonly Primitive WrapToUShort = Wrap("ushort");
    public static readonly Primitive WrapToChar = Wrap("char");

    /// <summary><c>condition ? a : b</c> of values that may both be computed.</summary>
    public static readonly Primitive Select = new() { Name = "select", Arity = 3, Cost = Cost.Cheap };

    /// <summary>
    /// a · b, and 0 where a is 0 even if b is infinite: a seed that is zero contributes nothing at a singular point. Its derivative is of the same form, so
    /// that second derivatives do not lose what flows through a seed that happens to be zero.
    /// </summary>
    public static readonly Primitive Guarded = new()
    {
        Name = "guarded", Arity = 2, Cost = Cost.Cheap,
        Partials = [static (a, r) => a[1], static (a, r) => a[0]],
        Evaluate = static a => a[0] == 0 ? 0 : a[0] * a[1],
        Precise = static a => a[0].Hi == 0 ? 0 : a[0] * a[1],
    };

    /// <summary>1 in the lane whose number is the argument, 0 in the others; a scalar is lane 0.</summary>
    public static readonly Primitive UnitLane = new() { Name = "unit", Arity = 1, Cost = Cost.Cheap };

    /// <summary>Lanes only: true when the mask is set in some lane.</summary>
    public static readonly Primitive AnyLane = new() { Name = "any", Arity = 1, IsHorizontal = true };

    /// <summary>Lanes only: the largest and the smallest lane of an integer.</summary>
    public static readonly Primitive LargestLane = new() { Name = "largest", Arity = 1, IsHorizontal = true };

    public static readonly Primitive SmallestLane = new() { Name = "smallest", Arity = 1, IsHorizontal = true };

    private static Primitive Comparison(string name, string token) => new() { Name = name, Arity = 2, Operator = token, Cost = Cost.Trivial };

    private static Primitive Logic(string name, int arity, string token) => new() { Name = name, Arity = arity, Operator = token, Cost = Cost.Trivial };

    /// <summary>An explicit cast of an int to a smaller integer type and back: the value wraps.</summary>
    private static Primitive Wrap(string type) => new() { Name = "wrap." + type, Arity = 1, Cost = Cost.Trivial, DoubleText = "(" + type + "){0}" };
}
