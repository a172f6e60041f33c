using System;
using System.Diagnostics;
using System.Linq;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Ir;

/// <summary>Expressions over reals and comparisons.</summary>
internal sealed partial class Evaluator
{
    private Value Evaluate(Expression expression, Frame frame)
    {
        switch (expression)
        {
            case Constant constant:
                return Value.Of(constant);
            case Read read:
                return frame.Values.TryGetValue(read.Name, out Value value) ? value : throw Malformed($"'{read.Name}' is read before it is defined");
            case Element element:
                Cells cells = frame.Array(element.Array);
                return cells[Checked(Index(element.Index, frame), cells, element.Array)];
            case Length length:
                return Value.Of(frame.Array(length.Array).Length);
            case External external:
                Value[] arguments = external.Arguments.Select(a => Evaluate(a, frame)).ToArray();
                return (_options.External ?? throw new EvaluationException(EvaluationFailure.Unknown, external.Text))(external, arguments);
            case Apply apply:
                return Evaluate(apply, frame);
            default:
                throw new UnreachableException(expression.ToString());
        }
    }

    private Value Evaluate(Apply apply, Frame frame)
    {
        Primitive primitive = apply.Primitive;
        Value first = Evaluate(apply.Arguments[0], frame);
        if (primitive == Arithmetic.AndAlso)
        {
            return first.IsTrue ? Evaluate(apply.Arguments[1], frame) : first;
        }
        if (primitive == Arithmetic.OrElse)
        {
            return first.IsTrue ? first : Evaluate(apply.Arguments[1], frame);
        }
        if (primitive == Arithmetic.Select)
        {
            return Evaluate(apply.Arguments[first.IsTrue ? 1 : 2], frame);
        }
        Value[] arguments = new Value[apply.Arguments.Count];
        arguments[0] = first;
        for (int i = 1; i < arguments.Length; i++)
        {
            arguments[i] = Evaluate(apply.Arguments[i], frame);
        }
        return arguments.Length switch
        {
            _ when primitive.Evaluate is not null => Elementary(primitive, apply.Type, arguments),
            1 => Unary(primitive, apply.Type, first),
            2 => Observed(apply, first, arguments[1], Binary(primitive, apply.Type, first, arguments[1])),
            _ => throw Unknown(primitive),
        };
    }

    private Value Elementary(Primitive primitive, ScalarType type, Value[] arguments)
    {
        if (type.IsInteger() && arguments.All(static a => a.Type.IsInteger()))
        {
            return new(type, Integers.Apply(primitive, type, arguments.Select(static a => a.Bits).ToArray()) ?? throw Unknown(primitive), default);
        }
        if (type == ScalarType.Float && !_isPrecise && Single(primitive, arguments) is { } single)
        {
            return Value.Of(single);
        }
        DoubleDouble result = _isPrecise
            ? primitive.Precise!(Array.ConvertAll(arguments, static a => a.AsReal))
            : primitive.Evaluate!(Array.ConvertAll(arguments, static a => a.AsReal.Hi));
        return type.IsReal() ? Rounded(type, result) : new(type, (long)result.Hi, default);
    }

    /// <summary>What is not the double result rounded once more.</summary>
    private static float? Single(Primitive primitive, Value[] arguments)
    {
        float At(int i) => (float)arguments[i].Real.Hi;
        return primitive switch
        {
            _ when primitive == Primitives.Elementary.FusedMultiplyAdd || primitive == Primitives.Elementary.MultiplyAddEstimate =>
                RoundOnce.MultiplyAdd(At(0), At(1), At(2)),
            _ when primitive == Primitives.Elementary.Lerp => RoundOnce.MultiplyAdd(At(0), 1 - At(2), At(1) * At(2)),
            _ when primitive == Primitives.Elementary.BitIncrement => RoundOnce.BitIncrement(At(0)),
            _ when primitive == Primitives.Elementary.BitDecrement => RoundOnce.BitDecrement(At(0)),
            _ when primitive == Primitives.Elementary.RoundToDigits => Primitives.Elementary.RoundedInSingle(At(0), (int)arguments[1].Bits),
            _ when primitive == Primitives.Elementary.RoundToDigitsByMode =>
                Primitives.Elementary.RoundedInSingle(At(0), (int)arguments[1].Bits, (int)arguments[2].Bits),
            _ => null,
        };
    }

    private Value Unary(Primitive primitive, ScalarType type, Value argument)
    {
        if (primitive == Arithmetic.Convert || primitive == Arithmetic.CheckedConvert)
        {
            return Convert(argument, type, isChecked: primitive == Arithmetic.CheckedConvert);
        }
        if (primitive == Arithmetic.Negative && type.IsReal())
        {
            return new(type, 0, -argument.Real);
        }
        if (primitive == Arithmetic.Not)
        {
            return Value.Of(!argument.IsTrue);
        }
        if (primitive == Arithmetic.UnitLane)
        {
            return new(type, 0, argument.Bits == 0 ? 1 : 0); // a scalar is lane 0
        }
        if (primitive == Arithmetic.AnyLane || primitive == Arithmetic.LargestLane || primitive == Arithmetic.SmallestLane)
        {
            return argument; // a scalar is one lane
        }
        return new(type, Integers.Apply(primitive, type, argument.Bits) ?? throw Unknown(primitive), default);
    }

    private Value Observed(Apply apply, Value left, Value right, Value value)
    {
        if (apply.Type.IsReal())
        {
            _options.Observe?.Invoke(apply, left, right, value);
        }
        return value;
    }

    private Value Binary(Primitive primitive, ScalarType type, Value left, Value right)
    {
        if (Compare(primitive, left, right) is { } answer)
        {
            return Value.Of(answer);
        }
        return type.IsReal()
            ? Rounded(type, _isPrecise ? Precise(primitive, left.Real, right.Real) : Plain(primitive, left.Real.Hi, right.Real.Hi))
            : new(type, Integers.Apply(primitive, type, left.Bits, right.Bits) ?? throw Unknown(primitive), default);
    }

    private static double Plain(Primitive primitive, double left, double right) => primitive switch
    {
        _ when primitive == Arithmetic.Plus => left + right,
        _ when primitive == Arithmetic.Minus => left - right,
        _ when primitive == Arithmetic.Times => left * right,
        _ when primitive == Arithmetic.Over => left / right,
        _ when primitive == Arithmetic.Remainder => left % right,
        _ => throw Unknown(primitive),
    };

    private static DoubleDouble Precise(Primitive primitive, DoubleDouble left, DoubleDouble right) => primitive switch
    {
        _ when primitive == Arithmetic.Plus => left + right,
        _ when primitive == Arithmetic.Minus => left - right,
        _ when primitive == Arithmetic.Times => left * right,
        _ when primitive == Arithmetic.Over => left / right,
        _ when primitive == Arithmetic.Remainder => left.IsFinite && double.IsInfinity(right.Hi) ? left : left - (right * DoubleDoubleFunctions.Truncate(left / right)),
        _ => throw Unknown(primitive),
    };

    private static bool? Compare(Primitive primitive, Value left, Value right)
    {
        bool isReal = left.Type.IsReal();
        int order = left.Type == ScalarType.ULong ? ((ulong)left.Bits).CompareTo((ulong)right.Bits) : left.Bits.CompareTo(right.Bits);
        return primitive switch
        {
            _ when primitive == Arithmetic.Less => isReal ? left.Real < right.Real : order < 0,
            _ when primitive == Arithmetic.LessOrEqual => isReal ? left.Real <= right.Real : order <= 0,
            _ when primitive == Arithmetic.Greater => isReal ? left.Real > right.Real : order > 0,
            _ when primitive == Arithmetic.GreaterOrEqual => isReal ? left.Real >= right.Real : order >= 0,
            _ when primitive == Arithmetic.Equal => isReal ? left.Real == right.Real : order == 0,
            _ when primitive == Arithmetic.NotEqual => isReal ? left.Real != right.Real : order != 0,
            _ => null,
        };
    }

    /// <summary>C#'s conversions; from real to integer they truncate and saturate, as .NET does since version 9, NaN giving 0.</summary>
    private Value Convert(Value value, ScalarType type, bool isChecked)
    {
        if (type.IsReal())
        {
            // a long becomes a float in one rounding
            return (type, value.Type) switch
            {
                (ScalarType.Float, ScalarType.Long) when !_isPrecise => Value.Of((float)value.Bits),
                (ScalarType.Float, ScalarType.ULong) when !_isPrecise => Value.Of((float)unchecked((ulong)value.Bits)),
                _ => Rounded(type, value.AsReal),
            };
        }
        return new(type, value.Type.IsReal() ? Integers.FromReal(type, value.Real, isChecked) : Integers.Convert(type, value.Type, value.Bits, isChecked), default);
    }

    /// <summary>The value as its type holds it; a precise evaluation holds everything.</summary>
    private Value Rounded(ScalarType type, DoubleDouble value)
    {
        if (_isPrecise)
        {
            return new(type, 0, value);
        }
        return new(type, 0, type == ScalarType.Float ? (float)value.Hi : value.Hi);
    }

    private static EvaluationException Unknown(Primitive primitive) => new(EvaluationFailure.Unknown, $"'{primitive.Name}' cannot be evaluated here.");
}
