using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Backend;

/// <summary>Prints expressions as C#, with parentheses only where the language or a reader needs them.</summary>
internal sealed class ExpressionText(Func<string, string> nameOf, Shape shape)
{
    private const int Conditional = 1, Primary = 14, Unary = 13, Multiplicative = 12, Additive = 11;

    private static readonly Dictionary<string, int> s_precedence = new()
    {
        ["||"] = 2, ["&&"] = 3, ["|"] = 4, ["^"] = 5, ["&"] = 6, ["=="] = 7, ["!="] = 7, ["<"] = 8, [">"] = 8, ["<="] = 8, [">="] = 8,
        ["<<"] = 9, [">>"] = 9, [">>>"] = 9, ["+"] = Additive, ["-"] = Additive, ["*"] = Multiplicative, ["/"] = Multiplicative, ["%"] = Multiplicative,
    };

    public string Text(Expression expression) => Print(expression).Text;

    /// <summary>The expression as an operand of a comparison.</summary>
    public string Compared(Expression expression) => Operand(expression, 9);

    /// <summary>The expression as a vector, a uniform value broadcast to all lanes.</summary>
    public string Lanes(Expression expression) => shape.IsLanes(expression) ? Text(expression) : Broadcast(expression);

    /// <summary>As an operand that binds at least as tightly as a precedence.</summary>
    private string Operand(Expression expression, int precedence)
    {
        (string text, int own) = Print(expression);
        return own < precedence || (text[0] == '-' && precedence > Additive) ? "(" + text + ")" : text;
    }

    /// <summary>As the operand that a product starts with: <c>-2.0 * x</c> needs no parentheses.</summary>
    private string First(Expression expression, int precedence) =>
        expression is Constant && precedence == Multiplicative ? Text(expression) : Operand(expression, precedence);

    private (string Text, int Precedence) Print(Expression expression)
    {
        switch (expression)
        {
            case Constant constant:
                string literal = Literals.Text(constant);
                return (literal, literal[0] == '-' ? Unary : Primary);
            case Read read:
                return (nameOf(read.Name), Primary);
            case Element { Index: Apply { Primitive: var each } ramp } element when each == LaneOperations.Ramp || each == LaneOperations.ActiveRamp:
                return ("Batch.Load(" + nameOf(element.Array) + ", " + Elements(ramp) + ")", Primary);
            case Element element when shape.IsLanes(element.Index):
                throw new InvalidOperationException("an index that differs between lanes is gathered");
            case Element element:
                return (nameOf(element.Array) + "[" + Text(element.Index) + "]", Primary);
            case Length length:
                return (nameOf(length.Array) + ".Length", Primary);
            case External external:
                return (Fill(external.Text, external.Arguments, Text), external.Arguments.Count == 0 && external.Text.Contains(' ') ? Conditional : Primary);
            case Apply apply when shape.IsLanes(apply):
                return PrintLanes(apply);
            case Apply apply:
                return PrintScalar(apply);
            default:
                throw new InvalidOperationException(expression.GetType().Name);
        }
    }

    /// <summary>The elements of a ramp: the first, the distance between them unless they are neighbours, the mask of the lanes that take part.</summary>
    public string Elements(Apply ramp)
    {
        string text = Text(ramp.Arguments[0]);
        if (!Build.IsConstant(ramp.Arguments[1], 1))
        {
            text += ", " + Text(ramp.Arguments[1]);
        }
        return ramp.Arguments.Count > 2 ? text + ", " + Lanes(ramp.Arguments[2]) : text;
    }

    private (string Text, int Precedence) PrintScalar(Apply apply)
    {
        Primitive p = apply.Primitive;
        EquatableArray<Expression> a = apply.Arguments;
        if (p == Arithmetic.Select)
        {
            return (Operand(a[0], 2) + " ? " + Operand(a[1], 2) + " : " + Operand(a[2], 2), Conditional);
        }
        if (p == Arithmetic.Convert)
        {
            return (Cast(apply.Type, a[0]), Unary);
        }
        if (p == Arithmetic.CheckedConvert)
        {
            return ("checked(" + Cast(apply.Type, a[0]) + ")", Primary);
        }
        if (p.IsHorizontal && p.DoubleText.Length > 0)
        {
            return (Fill(p.DoubleText, a, Lanes), Primary);
        }
        if (p == Arithmetic.AnyLane)
        {
            return ("Batch.Any(" + Text(a[0]) + ")", Primary);
        }
        if (p == Arithmetic.LargestLane || p == Arithmetic.SmallestLane)
        {
            return ((p == Arithmetic.LargestLane ? "(int)Batch.Largest(" : "(int)Batch.Smallest(") + Text(a[0]) + ")", Unary);
        }
        if (p.Operator.Length > 0)
        {
            (string text, int precedence) = Infix(apply);
            return p.Name.EndsWith(".checked", StringComparison.Ordinal) ? ("checked(" + text + ")", Primary) : (text, precedence);
        }
        string format = apply.Type == ScalarType.Float || (a.Count > 0 && a[0].Type == ScalarType.Float && p.FloatText.Length > 0) ? p.FloatText : p.DoubleText;
        if (format.StartsWith("{0}.", StringComparison.Ordinal))
        {
            return (Operand(a[0], Primary) + format.Substring(3), Primary);
        }
        return format[0] == '(' ? (Fill(format, a, e => Operand(e, Unary)), Unary)
            : format == "{0}" ? Print(a[0])
            : (Fill(format, a, Text), Primary);
    }

    private string Cast(ScalarType type, Expression value) => "(" + type.Keyword() + ")" + Operand(value, Unary);

    private (string Text, int Precedence) Infix(Apply apply)
    {
        string token = apply.Primitive.Operator;
        EquatableArray<Expression> a = apply.Arguments;
        if (a.Count == 1)
        {
            return (token + Operand(a[0], Unary), Unary);
        }
        int precedence = s_precedence[token];

        // Mixed && and || compile without parentheses, but a reader would hesitate.
        bool isMixed(Expression e) => token is "||" && e is Apply { Primitive.Operator: "&&" };
        string left = isMixed(a[0]) ? "(" + Text(a[0]) + ")" : First(a[0], precedence);
        if (apply.Type.IsEnclosure() && a.All(IsNumber))
        {
            // Two numbers would be rounded to one.
            left = "(" + apply.Type.Keyword() + ")" + Operand(a[0], Unary);
        }
        bool isAssociative = token is "&&" or "||";
        string right = isMixed(a[1]) ? "(" + Text(a[1]) + ")" : Operand(a[1], isAssociative ? precedence : precedence + 1);
        return (left + " " + token + " " + right, precedence);
    }

    /// <summary>True for an interval or a form that is written as a number, which C# converts where it meets another.</summary>
    private static bool IsNumber(Expression expression) => expression switch
    {
        Constant { Type: var type } constant when type.IsEnclosure() => !double.IsNaN(constant.Real),
        Apply { Type: var type, Primitive: var p, Arguments: var a } when type.IsEnclosure() =>
            p == BoundOperations.Point || (p == Arithmetic.Negative && IsNumber(a[0])) || (p == Arithmetic.Select && IsNumber(a[1]) && IsNumber(a[2])),
        _ => false,
    };

    private (string Text, int Precedence) PrintLanes(Apply apply)
    {
        Primitive p = apply.Primitive;
        EquatableArray<Expression> a = apply.Arguments;
        string vector = shape.VectorClass;
        if (p == Arithmetic.Select)
        {
            return (vector + ".ConditionalSelect(" + MaskFor(a[0], apply.Type) + ", " + Lanes(a[1]) + ", " + Lanes(a[2]) + ")", Primary);
        }
        if (p == LaneOperations.FirstLanes)
        {
            return ((shape.Real == ScalarType.Double ? "Batch.FirstLanes(" : "Batch.FirstLanesSingle(") + Text(a[0]) + ")", Primary);
        }
        if (p == LaneOperations.Ramp)
        {
            return ((shape.Real == ScalarType.Double ? "Batch.Ramp(" : "Batch.RampSingle(") + Text(a[0]) + ", " + Text(a[1]) + ")", Primary);
        }
        if (p == Arithmetic.UnitLane)
        {
            return ((apply.Type == ScalarType.Float ? "Batch.UnitSingle(" : "Batch.Unit(") + Text(a[0]) + ")", Primary);
        }
        if (p == Arithmetic.Convert)
        {
            return apply.Type == a[0].Type ? Print(a[0]) : ("Batch.ToReal(" + Text(a[0]) + ")", Primary);
        }
        if (p == Arithmetic.AndAlso || p == Arithmetic.OrElse)
        {
            return Logic(p == Arithmetic.AndAlso, a[0], a[1]);
        }
        if (p == Arithmetic.Not)
        {
            return ("~" + Operand(a[0], Unary), Unary);
        }
        if (Comparison(p) is { } method)
        {
            string compared = vector + "." + method + "(" + Lanes(a[0]) + ", " + Lanes(a[1]) + ")";
            string mask = a[0].Type.IsInteger() ? compared + ".As" + RealClass + "()" : compared;
            return p == Arithmetic.NotEqual ? ("~" + mask, Unary) : (mask, Primary);
        }
        if (p == Arithmetic.Negative)
        {
            return ("-" + Operand(a[0], Unary), Unary);
        }
        if (p == Arithmetic.Over && a[1] is Constant divisor && Reciprocal(divisor) is { } factor)
        {
            // The same number for every dividend, and a division takes eight times as long; the JIT compiler does so for scalars only.
            return (Side(a[0], Multiplicative, takesScalar: true) + " * " + Literals.Text(factor), Multiplicative);
        }
        if (p.Operator is "+" or "-" or "*" or "/")
        {
            int precedence = s_precedence[p.Operator];
            bool takesScalar = p.Operator is "*" && apply.Type.IsReal();
            return ((takesScalar && a[0] is Constant ? First(a[0], precedence) : Side(a[0], precedence, takesScalar)) + " " + p.Operator + " " + Side(a[1], precedence + 1, takesScalar || (p.Operator is "/" && apply.Type.IsReal())), precedence);
        }
        string format = p.LanesText.Replace("{V}", vector);
        bool takesNumbers = format.StartsWith("VectorMath.", StringComparison.Ordinal); // a root's or a scale's whole number is one for all lanes
        return format == "{0}" ? Print(a[0]) : (Fill(format, a, e => takesNumbers && e.Type.IsInteger() && !shape.IsLanes(e) ? Text(e) : Lanes(e)), Primary);
    }

    /// <summary>One over a power of two that is normal, as is the result: x / 2ⁿ and x · 2⁻ⁿ round the same number.</summary>
    private static Constant? Reciprocal(Constant divisor)
    {
        double value = divisor.Real, largest = divisor.Type == ScalarType.Float ? 1e37 : 1e307;
        bool isPower = (BitConverter.DoubleToInt64Bits(value) & 0xFFFFFFFFFFFFF) == 0 && Math.Abs(value) < largest && Math.Abs(value) > 1 / largest;
        return isPower && divisor.Type.IsReal() ? Build.Real(divisor.Type, 1 / value) : null;
    }

    private string RealClass => shape.Real == ScalarType.Double ? "Double" : "Single";

    private string Side(Expression side, int precedence, bool takesScalar) => shape.IsLanes(side) || takesScalar ? Operand(side, precedence) : Broadcast(side);

    /// <summary>A mask for the lanes of a type: reals of the function's width, or integers.</summary>
    private string MaskFor(Expression condition, ScalarType type)
    {
        string mask = Lanes(condition);
        return type.IsInteger() ? "(" + mask + ").As" + (shape.Real == ScalarType.Double ? "Int64" : "Int32") + "()" : mask;
    }

    private (string Text, int Precedence) Logic(bool isAnd, Expression left, Expression right)
    {
        bool rightMayThrow = Walker.All(right).Any(static e => e is Ir.Element or External);
        if (!shape.IsLanes(left))
        {
            string all = shape.Vector(ScalarType.Bool) + ".AllBitsSet", none = shape.Vector(ScalarType.Bool) + ".Zero";
            return isAnd ? (Operand(left, 2) + " ? " + Lanes(right) + " : " + none, Conditional) : (Operand(left, 2) + " ? " + all + " : " + Lanes(right), Conditional);
        }
        string token = isAnd ? " & " : " | ";
        string joined = Operand(left, Unary) + token + (shape.IsLanes(right) ? Operand(right, Unary) : Broadcast(right));
        return isAnd && rightMayThrow ? ("Batch.Any(" + Text(left) + ") ? " + joined + " : " + Text(left), Conditional) : (joined, 6);
    }

    private static string? Comparison(Primitive p) =>
        p == Arithmetic.Less ? "LessThan"
        : p == Arithmetic.LessOrEqual ? "LessThanOrEqual"
        : p == Arithmetic.Greater ? "GreaterThan"
        : p == Arithmetic.GreaterOrEqual ? "GreaterThanOrEqual"
        : p == Arithmetic.Equal || p == Arithmetic.NotEqual ? "Equals"
        : null;

    private string Broadcast(Expression uniform)
    {
        if (uniform is Constant { Type: ScalarType.Bool } condition)
        {
            return shape.Vector(ScalarType.Bool) + (condition.IsTrue ? ".AllBitsSet" : ".Zero");
        }
        if (uniform is Constant { Bits: 0 })
        {
            return shape.Vector(uniform.Type) + ".Zero";
        }
        return uniform.Type == ScalarType.Bool
            ? "(" + Operand(uniform, 2) + " ? " + shape.Vector(ScalarType.Bool) + ".AllBitsSet : " + shape.Vector(ScalarType.Bool) + ".Zero)"
            : uniform.Type == ScalarType.Int && shape.Real == ScalarType.Double
                ? shape.VectorClass + ".Create((long)" + Operand(uniform, Unary) + ")"
                : shape.VectorClass + ".Create(" + Text(uniform) + ")";
    }

    private static string Fill(string format, EquatableArray<Expression> arguments, Func<Expression, string> print)
    {
        string text = format;
        for (int i = arguments.Count - 1; i >= 0; i--)
        {
            text = text.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", "\u0001" + i.ToString(CultureInfo.InvariantCulture) + "\u0002");
        }
        for (int i = 0; i < arguments.Count; i++)
        {
            text = text.Replace("\u0001" + i.ToString(CultureInfo.InvariantCulture) + "\u0002", print(arguments[i]));
        }
        return text;
    }
}
