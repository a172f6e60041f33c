using System;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Ir;

/// <summary>C#'s integer arithmetic on the bits of a value: wrapping, or throwing where checked.</summary>
internal static partial class Integers
{
    /// <summary>The result as bits, or null when the primitive is not one of integers.</summary>
    public static long? Apply(Primitive primitive, ScalarType type, params long[] a) => primitive switch
    {
        _ when primitive == Arithmetic.Plus => Wrap(type, unchecked(a[0] + a[1])),
        _ when primitive == Arithmetic.Minus => Wrap(type, unchecked(a[0] - a[1])),
        _ when primitive == Arithmetic.Times => Wrap(type, unchecked(a[0] * a[1])),
        _ when primitive == Arithmetic.Over => Quotient(type, a[0], a[1]),
        _ when primitive == Arithmetic.Remainder => type == ScalarType.ULong ? unchecked((long)((ulong)a[0] % (ulong)a[1])) : a[0] - (a[1] * Quotient(type, a[0], a[1])),
        _ when primitive == Arithmetic.Negative => Wrap(type, unchecked(-a[0])),
        _ when primitive == Arithmetic.BitAnd => a[0] & a[1],
        _ when primitive == Arithmetic.BitOr => a[0] | a[1],
        _ when primitive == Arithmetic.BitXor || primitive == Arithmetic.BoolXor => a[0] ^ a[1],
        _ when primitive == Arithmetic.BitNot => Wrap(type, ~a[0]),
        _ when primitive == Arithmetic.ShiftLeft => Wrap(type, a[0] << Distance(type, a[1])),
        _ when primitive == Arithmetic.ShiftRight => type == ScalarType.ULong ? unchecked((long)((ulong)a[0] >> Distance(type, a[1]))) : a[0] >> Distance(type, a[1]),
        _ when primitive == Arithmetic.UnsignedShiftRight => UnsignedShift(type, a[0], Distance(type, a[1])),
        _ when primitive == Arithmetic.WrapToByte => unchecked((byte)a[0]),
        _ when primitive == Arithmetic.WrapToSByte => unchecked((sbyte)a[0]),
        _ when primitive == Arithmetic.WrapToShort => unchecked((short)a[0]),
        _ when primitive == Arithmetic.WrapToUShort || primitive == Arithmetic.WrapToChar => unchecked((ushort)a[0]),
        _ => Checked(primitive, type, a) ?? Piecewise(primitive, type, a),
    };

    /// <summary>Between integer types: wraps, or throws where the value does not fit.</summary>
    public static long Convert(ScalarType type, ScalarType from, long bits, bool isChecked)
    {
        if (!isChecked)
        {
            return Wrap(type, bits);
        }
        return type switch
        {
            ScalarType.ULong => from == ScalarType.ULong || bits >= 0 ? bits : throw new OverflowException(),
            _ when from == ScalarType.ULong && bits < 0 => throw new OverflowException(),
            _ => Wrap(type, bits) == bits ? bits : throw new OverflowException(),
        };
    }

    /// <summary>Truncates; outside the type's range saturates, or throws where checked.</summary>
    public static long FromReal(ScalarType type, DoubleDouble value, bool isChecked)
    {
        DoubleDouble whole = DoubleDoubleFunctions.Truncate(value);
        (DoubleDouble low, DoubleDouble high) = type switch
        {
            ScalarType.Int => (new DoubleDouble(int.MinValue), new DoubleDouble(int.MaxValue)),
            ScalarType.UInt => (DoubleDouble.Zero, new DoubleDouble(uint.MaxValue)),
            ScalarType.Long => (new DoubleDouble(long.MinValue), new DoubleDouble(9223372036854775808d, -1)),
            _ => (DoubleDouble.Zero, new DoubleDouble(18446744073709551616d, -1)),
        };
        if (isChecked && !(whole >= low && whole <= high))
        {
            throw new OverflowException();
        }
        if (whole.IsNaN)
        {
            return 0;
        }
        whole = whole < low ? low : whole;
        whole = whole > high ? high : whole;
        return unchecked(ToBits(whole.Hi) + ToBits(whole.Lo));
    }

    /// <summary>A whole double from −2⁶³ to 2⁶⁴, modulo 2⁶⁴.</summary>
    private static long ToBits(double whole) => whole switch
    {
        >= 18446744073709551616.0 => 0,
        >= 9223372036854775808.0 => unchecked((long)(whole - 9223372036854775808) + long.MinValue),
        _ => (long)whole,
    };

    private static long? Checked(Primitive primitive, ScalarType type, long[] a) => primitive switch
    {
        _ when primitive == Arithmetic.CheckedNegative => type == ScalarType.Int ? checked(-(int)a[0]) : checked(-a[0]),
        _ when primitive == Arithmetic.CheckedPlus => type switch
        {
            ScalarType.Int => checked((int)a[0] + (int)a[1]),
            ScalarType.UInt => checked((uint)a[0] + (uint)a[1]),
            ScalarType.Long => checked(a[0] + a[1]),
            _ => Sum(a[0], a[1]),
        },
        _ when primitive == Arithmetic.CheckedMinus => type switch
        {
            ScalarType.Int => checked((int)a[0] - (int)a[1]),
            ScalarType.UInt => checked((uint)a[0] - (uint)a[1]),
            ScalarType.Long => checked(a[0] - a[1]),
            _ => Difference(a[0], a[1]),
        },
        _ when primitive == Arithmetic.CheckedTimes => type switch
        {
            ScalarType.Int => checked((int)a[0] * (int)a[1]),
            ScalarType.UInt => checked((uint)a[0] * (uint)a[1]),
            ScalarType.Long => checked(a[0] * a[1]),
            _ => Product(a[0], a[1]),
        },
        _ => null,
    };

    private static long? Piecewise(Primitive primitive, ScalarType type, long[] a) => primitive switch
    {
        _ when primitive == Elementary.Abs => Abs(type, a[0]),
        _ when primitive == Elementary.Sign => Math.Sign(a[0]),
        _ when primitive == Elementary.Max => IsLess(type, a[0], a[1]) ? a[1] : a[0],
        _ when primitive == Elementary.Min => IsLess(type, a[1], a[0]) ? a[1] : a[0],
        _ when primitive == Elementary.Clamp => Clamp(type, a[0], a[1], a[2]),
        _ when primitive == Elementary.Detach => a[0],
        _ => null,
    };

    /// <summary>The smallest int or long has no magnitude of its type.</summary>
    private static long Abs(ScalarType type, long value) => type switch
    {
        ScalarType.Int => Math.Abs((int)value),
        ScalarType.Long => Math.Abs(value),
        _ => value,
    };
}
