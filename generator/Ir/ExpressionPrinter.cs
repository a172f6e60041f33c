using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Ir;

/// <summary>Prints expressions of the IR with C#'s operators and precedence, primitives by their names in the table.</summary>
internal static class ExpressionPrinter
{
    private const int Unary = 11;
    private const int Primary = 12;

    public static string Print(Expression expression) => Print(expression, 0);

    private static string Print(Expression expression, int precedence)
    {
        (string text, int own) = expression switch
        {
            Constant constant => Literal(constant),
            Read read => (read.Name, Primary),
            Element element => (element.Array + "[" + Print(element.Index) + "]", Primary),
            Length length => (length.Array + ".Length", Primary),
            External external => ("external \"" + external.Text + "\"" + Arguments(external.Arguments), Primary),
            Apply apply => Applied(apply),
            _ => throw new UnreachableException(expression.ToString()),
        };
        return own < precedence ? "(" + text + ")" : text;
    }

    private static (string Text, int Precedence) Literal(Constant constant)
    {
        string text = constant.Type switch
        {
            ScalarType.Bool => constant.IsTrue ? "true" : "false",
            ScalarType.Double => RealText.Of(constant.Real),
            ScalarType.Interval or ScalarType.IntervalLanes or ScalarType.Form => double.IsNaN(constant.Real) ? "empty" : "{" + RealText.Of(constant.Real) + "}",
            ScalarType.Truth or ScalarType.FormTruth => constant.Bits == 2 ? "neither" : constant.Bits == 1 ? "always" : "never",
            ScalarType.Float => RealText.Of((float)constant.Real) + "f",
            ScalarType.ULong => unchecked((ulong)constant.Bits).ToString(CultureInfo.InvariantCulture) + "UL",
            ScalarType.UInt => constant.Bits.ToString(CultureInfo.InvariantCulture) + "u",
            ScalarType.Long => constant.Bits.ToString(CultureInfo.InvariantCulture) + "L",
            _ => constant.Bits.ToString(CultureInfo.InvariantCulture),
        };
        return (text, text[0] == '-' ? Unary : Primary);
    }

    private static (string Text, int Precedence) Applied(Apply apply)
    {
        Primitive primitive = apply.Primitive;
        if (primitive == Arithmetic.Convert)
        {
            return ("(" + apply.Type.Keyword() + ")" + Print(apply.Arguments[0], Unary), Unary);
        }
        if (primitive == Arithmetic.CheckedConvert)
        {
            return ("checked((" + apply.Type.Keyword() + ")" + Print(apply.Arguments[0], Unary) + ")", Primary);
        }
        if (primitive.Operator.Length == 0 || primitive.Arity > 2)
        {
            return (primitive.Name + Arguments(apply.Arguments), Primary);
        }
        bool isChecked = primitive.Name.EndsWith(".checked", System.StringComparison.Ordinal);
        int precedence = primitive.Arity == 1 ? Unary : Precedence(primitive.Operator);
        string text = primitive.Arity == 1
            ? Prefix(primitive.Operator, Print(apply.Arguments[0], Unary))
            : Print(apply.Arguments[0], precedence) + " " + primitive.Operator + " " + Print(apply.Arguments[1], precedence + 1);
        return isChecked ? ("checked(" + text + ")", Primary) : (text, precedence);
    }

    /// <summary>Minus before minus would read as a decrement.</summary>
    private static string Prefix(string operation, string operand) => operand[0] == operation[0] ? operation + "(" + operand + ")" : operation + operand;

    private static string Arguments(EquatableArray<Expression> arguments) => "(" + string.Join(", ", arguments.Select(static a => Print(a))) + ")";

    private static int Precedence(string operation) => operation switch
    {
        "||" => 1,
        "&&" => 2,
        "|" => 3,
        "^" => 4,
        "&" => 5,
        "==" or "!=" => 6,
        "<" or "<=" or ">" or ">=" => 7,
        "<<" or ">>" or ">>>" => 8,
        "+" or "-" => 9,
        _ => 10,
    };
}
