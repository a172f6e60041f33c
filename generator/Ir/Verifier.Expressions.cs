using System.Diagnostics;
using System.Linq;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Ir;

/// <summary>The rules of expressions: the type of a node follows from its parts.</summary>
internal sealed partial class Verifier
{
    private static readonly Primitive[] Comparisons =
        [Arithmetic.Less, Arithmetic.LessOrEqual, Arithmetic.Greater, Arithmetic.GreaterOrEqual, Arithmetic.Equal, Arithmetic.NotEqual];

    private static readonly Primitive[] Logic = [Arithmetic.AndAlso, Arithmetic.OrElse, Arithmetic.Not, Arithmetic.BoolXor, Arithmetic.AnyLane];

    private static readonly Primitive[] Numeric =
    [
        Arithmetic.Plus, Arithmetic.Minus, Arithmetic.Times, Arithmetic.Over, Arithmetic.Remainder, Arithmetic.Negative,
        Elementary.Abs, Elementary.Max, Elementary.Min, Elementary.Clamp,
    ];

    private static readonly Primitive[] OfIntegers =
    [
        Arithmetic.BitNot, Arithmetic.CheckedPlus, Arithmetic.CheckedMinus, Arithmetic.CheckedTimes, Arithmetic.CheckedNegative,
        Arithmetic.LargestLane, Arithmetic.SmallestLane,
    ];

    private static readonly Primitive[] Shifts = [Arithmetic.ShiftLeft, Arithmetic.ShiftRight, Arithmetic.UnsignedShiftRight];

    private static readonly Primitive[] Wraps =
        [Arithmetic.WrapToByte, Arithmetic.WrapToSByte, Arithmetic.WrapToShort, Arithmetic.WrapToUShort, Arithmetic.WrapToChar];

    private static readonly Primitive[] WithIntegers =
        [Elementary.RootN, Elementary.ScaleB, Elementary.RoundToDigits, Elementary.RoundByMode, Elementary.RoundToDigitsByMode];

    private static readonly Primitive[] Predicates =
    [
        Elementary.IsNaN, Elementary.IsInfinity, Elementary.IsFinite, Elementary.IsNegative, Elementary.IsPositive,
        Elementary.IsPositiveInfinity, Elementary.IsNegativeInfinity, Elementary.IsInteger,
    ];

    private void Check(Expression expression, ScalarType type, string role)
    {
        Check(expression);
        Require(expression.Type == type, $"{role} is {expression.Type.Keyword()}, not {type.Keyword()}");
    }

    private void Check(EquatableArray<Expression> expressions)
    {
        foreach (Expression expression in expressions)
        {
            Check(expression);
        }
    }

    private void Check(Expression expression)
    {
        switch (expression)
        {
            case Constant constant:
                Require(IsInRange(constant), $"the bits {constant.Bits} are no {constant.Type.Keyword()}");
                break;
            case Read read:
                Require(Find(read.Name, SymbolKind.Value, SymbolKind.Variable) is not { } symbol || symbol.Type == read.Type, $"'{read.Name}' is read as another type");
                break;
            case Element element:
                Check(element.Index, ScalarType.Int, $"an index of '{element.Array}'");
                Require(Find(element.Array, SymbolKind.Array) is not { } array || array.Type == element.Type, $"'{element.Array}' is read as another type");
                break;
            case Length length:
                Find(length.Array, SymbolKind.Array);
                break;
            case External external:
                Check(external.Arguments);
                break;
            case Apply apply:
                Check(apply.Arguments);
                Require(apply.Arguments.Count == apply.Primitive.Arity, $"'{apply.Primitive.Name}' takes {apply.Primitive.Arity} arguments");
                Require(apply.Arguments.Count != apply.Primitive.Arity || AreTypesRight(apply), $"the types of '{Printer.Print(apply)}' do not agree");
                break;
            default:
                throw new UnreachableException(expression.ToString());
        }
    }

    private static bool IsInRange(Constant constant) => constant.Type switch
    {
        ScalarType.Bool => constant.Bits is 0 or 1,
        ScalarType.Int or ScalarType.Float => constant.Bits is >= int.MinValue and <= int.MaxValue,
        ScalarType.UInt => constant.Bits is >= 0 and <= uint.MaxValue,
        _ => true,
    };

    private static bool AreTypesRight(Apply apply)
    {
        ScalarType type = apply.Type;
        ScalarType first = apply.Arguments[0].Type;
        bool isUniform = apply.Arguments.All(a => a.Type == first);
        bool isSame = isUniform && type == first;
        Primitive primitive = apply.Primitive;
        return primitive switch
        {
            _ when Comparisons.Contains(primitive) =>
                isUniform && type == ScalarType.Bool && (first != ScalarType.Bool || primitive == Arithmetic.Equal || primitive == Arithmetic.NotEqual),
            _ when Logic.Contains(primitive) => isSame && type == ScalarType.Bool,
            _ when Numeric.Contains(primitive) => isSame && type != ScalarType.Bool,
            _ when OfIntegers.Contains(primitive) => isSame && type.IsInteger(),
            _ when Shifts.Contains(primitive) => type.IsInteger() && first == type && apply.Arguments[1].Type == ScalarType.Int,
            _ when Wraps.Contains(primitive) => first.IsInteger() && type == ScalarType.Int,
            _ when Predicates.Contains(primitive) => first.IsReal() && type == ScalarType.Bool,
            _ when WithIntegers.Contains(primitive) => first.IsReal() && type == first && apply.Arguments.Skip(1).All(static a => a.Type == ScalarType.Int),
            _ when primitive == Arithmetic.BitAnd || primitive == Arithmetic.BitOr || primitive == Arithmetic.BitXor => isSame && !type.IsReal(),
            _ when primitive == Arithmetic.Convert || primitive == Arithmetic.CheckedConvert => type != ScalarType.Bool && first != ScalarType.Bool,
            _ when primitive == Arithmetic.Select => first == ScalarType.Bool && apply.Arguments[1].Type == type && apply.Arguments[2].Type == type,
            _ when primitive == Elementary.Sign => first != ScalarType.Bool && type == ScalarType.Int,
            _ when primitive == Elementary.Polygamma => first == ScalarType.Int && type.IsReal() && apply.Arguments[1].Type == type,
            _ when primitive == Elementary.Detach => isSame,
            _ when primitive == BoundOperations.Jump => first == ScalarType.Bool && type.IsReal(),
            _ when primitive == LaneOperations.Ramp || primitive == LaneOperations.BlocksEnd || primitive == LaneOperations.WholeRows => isSame && type == ScalarType.Int,
            _ when primitive == LaneOperations.FirstLanes => type == ScalarType.Bool && first == ScalarType.Int,
            _ when primitive == LaneOperations.ActiveRamp => type == ScalarType.Int && first == ScalarType.Int && apply.Arguments[2].Type == ScalarType.Bool,
            _ => isSame && type.IsReal(),
        };
    }
}
