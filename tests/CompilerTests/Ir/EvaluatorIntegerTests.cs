using System;
using CsCheck;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static CompilerTests.Programs;

namespace CompilerTests;

/// <summary>Integers have the bits that C# gives them.</summary>
public sealed class EvaluatorIntegerTests
{
    private static readonly Gen<(int, int)> Ints =
        Gen.Select(Gen.OneOf(Gen.Int, Gen.Int[-5, 5], Gen.OneOfConst(int.MinValue, int.MaxValue)), Gen.OneOf(Gen.Int, Gen.Int[-5, 5]));

    private static readonly Gen<(long, long)> Longs =
        Gen.Select(Gen.OneOf(Gen.Long, Gen.OneOfConst(long.MinValue, long.MaxValue, -1, 1)), Gen.OneOf(Gen.Long, Gen.Long[-5, 5]));

    [Fact]
    public void Ints_wrap() => Ints.Sample(static (a, b) => unchecked(
        Int(Arithmetic.Plus, a, b) == a + b && Int(Arithmetic.Minus, a, b) == a - b && Int(Arithmetic.Times, a, b) == a * b
        && Int(Arithmetic.Negative, a) == -a && Int(Arithmetic.BitNot, a) == ~a && Int(Arithmetic.BitAnd, a, b) == (a & b)
        && Int(Arithmetic.BitOr, a, b) == (a | b) && Int(Arithmetic.BitXor, a, b) == (a ^ b)
        && Int(Arithmetic.ShiftLeft, a, b) == a << b && Int(Arithmetic.ShiftRight, a, b) == a >> b && Int(Arithmetic.UnsignedShiftRight, a, b) == a >>> b
        && Int(Elementary.Max, a, b) == Math.Max(a, b) && Int(Elementary.Min, a, b) == Math.Min(a, b)
        && Int(Arithmetic.WrapToByte, a) == (byte)a && Int(Arithmetic.WrapToSByte, a) == (sbyte)a && Int(Arithmetic.WrapToShort, a) == (short)a
        && Int(Arithmetic.WrapToUShort, a) == (ushort)a && Int(Arithmetic.WrapToChar, a) == (char)a));

    [Fact]
    public void Longs_uints_and_ulongs_wrap() => Longs.Sample(static (a, b) =>
    {
        unchecked
        {
            uint u = (uint)a, v = (uint)b;
            ulong p = (ulong)a, q = (ulong)b;
            foreach ((Primitive primitive, long asLong, uint asUInt, ulong asULong) in new[]
            {
                (Arithmetic.Plus, a + b, u + v, p + q), (Arithmetic.Minus, a - b, u - v, p - q), (Arithmetic.Times, a * b, u * v, p * q),
                (Arithmetic.BitXor, a ^ b, u ^ v, p ^ q),
                (Elementary.Max, Math.Max(a, b), Math.Max(u, v), Math.Max(p, q)),
                (Elementary.Min, Math.Min(a, b), Math.Min(u, v), Math.Min(p, q)),
            })
            {
                Assert.Equal(asLong, Bits(primitive, ScalarType.Long, a, b));
                Assert.Equal(asUInt, Bits(primitive, ScalarType.UInt, u, v));
                Assert.Equal((long)asULong, Bits(primitive, ScalarType.ULong, a, b));
            }
            int distance = (int)b;
            foreach ((Primitive primitive, long asLong, uint asUInt, ulong asULong) in new[]
            {
                (Arithmetic.ShiftLeft, a << distance, u << distance, p << distance), (Arithmetic.ShiftRight, a >> distance, u >> distance, p >> distance),
                (Arithmetic.UnsignedShiftRight, a >>> distance, u >>> distance, p >>> distance),
            })
            {
                Assert.Equal(asLong, Shifted(primitive, ScalarType.Long, a, distance));
                Assert.Equal(asUInt, Shifted(primitive, ScalarType.UInt, u, distance));
                Assert.Equal((long)asULong, Shifted(primitive, ScalarType.ULong, a, distance));
            }
            Assert.Equal(a < b, Answer(Arithmetic.Less, ScalarType.Long, a, b));
            Assert.Equal(p < q, Answer(Arithmetic.Less, ScalarType.ULong, a, b));
            Assert.Equal(u >= v, Answer(Arithmetic.GreaterOrEqual, ScalarType.UInt, u, v));
        }
    });

    [Fact]
    public void Quotients_truncate_and_fail_where_the_hardware_does() => Longs.Sample(static (a, b) =>
    {
        unchecked
        {
            Same(() => (int)a / (int)b, () => Bits(Arithmetic.Over, ScalarType.Int, (int)a, (int)b));
            Same(() => (int)a % (int)b, () => Bits(Arithmetic.Remainder, ScalarType.Int, (int)a, (int)b));
            Same(() => a / b, () => Bits(Arithmetic.Over, ScalarType.Long, a, b));
            Same(() => a % b, () => Bits(Arithmetic.Remainder, ScalarType.Long, a, b));
            Same(() => (uint)a / (uint)b, () => Bits(Arithmetic.Over, ScalarType.UInt, (uint)a, (uint)b));
            Same(() => (long)((ulong)a / (ulong)b), () => Bits(Arithmetic.Over, ScalarType.ULong, a, b));
            Same(() => (long)((ulong)a % (ulong)b), () => Bits(Arithmetic.Remainder, ScalarType.ULong, a, b));
        }
    });

    [Fact]
    public void Checked_operations_throw_on_overflow() => Longs.Sample(static (a, b) =>
    {
        (int i, int j) = unchecked(((int)a, (int)b));
        (uint u, uint v) = unchecked(((uint)a, (uint)b));
        (ulong p, ulong q) = unchecked(((ulong)a, (ulong)b));
        Same(() => checked(i + j), () => Bits(Arithmetic.CheckedPlus, ScalarType.Int, i, j));
        Same(() => checked(i * j), () => Bits(Arithmetic.CheckedTimes, ScalarType.Int, i, j));
        Same(() => checked(-i), () => Bits(Arithmetic.CheckedNegative, ScalarType.Int, i));
        Same(() => checked(u - v), () => Bits(Arithmetic.CheckedMinus, ScalarType.UInt, u, v));
        Same(() => checked(u * v), () => Bits(Arithmetic.CheckedTimes, ScalarType.UInt, u, v));
        Same(() => checked(a - b), () => Bits(Arithmetic.CheckedMinus, ScalarType.Long, a, b));
        Same(() => checked(a * b), () => Bits(Arithmetic.CheckedTimes, ScalarType.Long, a, b));
        Same(() => unchecked((long)checked(p + q)), () => Bits(Arithmetic.CheckedPlus, ScalarType.ULong, a, b));
        Same(() => unchecked((long)checked(p - q)), () => Bits(Arithmetic.CheckedMinus, ScalarType.ULong, a, b));
        Same(() => unchecked((long)checked(p * q)), () => Bits(Arithmetic.CheckedTimes, ScalarType.ULong, a, b));
        Same(() => checked((int)a), () => Apply(ScalarType.Int, Arithmetic.CheckedConvert, new Value(ScalarType.Long, a, default)).Bits);
        Same(() => checked((uint)a), () => Apply(ScalarType.UInt, Arithmetic.CheckedConvert, new Value(ScalarType.Long, a, default)).Bits);
        Same(() => unchecked((long)checked((ulong)a)), () => Apply(ScalarType.ULong, Arithmetic.CheckedConvert, new Value(ScalarType.Long, a, default)).Bits);
        Same(() => checked((long)p), () => Apply(ScalarType.Long, Arithmetic.CheckedConvert, new Value(ScalarType.ULong, a, default)).Bits);
    });

    [Fact]
    public void Reals_become_integers_by_truncation_and_saturate()
    {
        Gen<double> reals = Gen.OneOf(
            Gen.Double, Gen.Double[-1e10, 1e10], Gen.Double[-1e20, 1e20],
            Gen.OneOfConst(double.NaN, -0.5, 2147483647.5, 9223372036854775807.0, 18446744073709551615.0));
        reals.Sample(static x =>
        {
            Assert.Equal((int)x, Apply(ScalarType.Int, Arithmetic.Convert, Value.Of(x)).Bits);
            Assert.Equal((uint)x, Apply(ScalarType.UInt, Arithmetic.Convert, Value.Of(x)).Bits);
            Assert.Equal((long)x, Apply(ScalarType.Long, Arithmetic.Convert, Value.Of(x)).Bits);
            Assert.Equal(unchecked((long)(ulong)x), Apply(ScalarType.ULong, Arithmetic.Convert, Value.Of(x)).Bits);
            Same(() => checked((int)x), () => Apply(ScalarType.Int, Arithmetic.CheckedConvert, Value.Of(x)).Bits);
            Same(() => checked((long)x), () => Apply(ScalarType.Long, Arithmetic.CheckedConvert, Value.Of(x)).Bits);
        });
    }

    [Fact]
    public void Integers_become_reals_in_one_rounding() => Gen.Long.Sample(static a =>
    {
        Assert.Equal((double)a, Apply(ScalarType.Double, Arithmetic.Convert, new Value(ScalarType.Long, a, default)).Real.Hi);
        Assert.Equal((float)a, Apply(ScalarType.Float, Arithmetic.Convert, new Value(ScalarType.Long, a, default)).Real.Hi);
        Assert.Equal(unchecked((double)(ulong)a), Apply(ScalarType.Double, Arithmetic.Convert, new Value(ScalarType.ULong, a, default)).Real.Hi);
        Assert.Equal(unchecked((float)(ulong)a), Apply(ScalarType.Float, Arithmetic.Convert, new Value(ScalarType.ULong, a, default)).Real.Hi);
        Assert.Equal(unchecked((int)a), Apply(ScalarType.Int, Arithmetic.Convert, new Value(ScalarType.Long, a, default)).Bits);
    });

    [Fact]
    public void Piecewise_functions_of_integers_are_those_of_Math()
    {
        Assert.Equal(3, Bits(Elementary.Abs, ScalarType.Int, -3));
        Assert.Equal(2, Bits(Elementary.Clamp, ScalarType.Int, 1, 2, 5));
        Assert.Equal(5, Bits(Elementary.Clamp, ScalarType.Long, 7, 2, 5));
        Assert.Equal(EvaluationFailure.Overflow, Failure(() => Bits(Elementary.Abs, ScalarType.Int, int.MinValue)));
        Assert.Equal(EvaluationFailure.InvalidArgument, Failure(() => Bits(Elementary.Clamp, ScalarType.Int, 1, 5, 2)));
        Assert.Equal(-1, Apply(ScalarType.Int, Elementary.Sign, Value.Of(-0.5)).Bits);
        Assert.Equal(1, Apply(ScalarType.Int, Elementary.Sign, Value.Of(7)).Bits);
        Assert.Equal(EvaluationFailure.Overflow, Failure(static () => Apply(ScalarType.Int, Elementary.Sign, Value.Of(double.NaN)).Bits));
    }

    private static int Int(Primitive primitive, params int[] a) => (int)Bits(primitive, ScalarType.Int, Array.ConvertAll(a, static x => (long)x));

    private static long Bits(Primitive primitive, ScalarType type, params long[] a) =>
        Apply(type, primitive, Array.ConvertAll(a, x => new Value(type, x, default))).Bits;

    private static long Shifted(Primitive primitive, ScalarType type, long a, int distance) =>
        Apply(type, primitive, new Value(type, a, default), Value.Of(distance)).Bits;

    private static bool Answer(Primitive primitive, ScalarType type, long a, long b) =>
        Apply(ScalarType.Bool, primitive, new Value(type, a, default), new Value(type, b, default)).IsTrue;

    /// <summary>The same value, or the same kind of failure.</summary>
    private static void Same(Func<long> expected, Func<long> actual)
    {
        long value;
        try
        {
            value = expected();
        }
        catch (DivideByZeroException)
        {
            Assert.Equal(EvaluationFailure.DivideByZero, Failure(actual));
            return;
        }
        catch (OverflowException)
        {
            Assert.Equal(EvaluationFailure.Overflow, Failure(actual));
            return;
        }
        Assert.Equal(value, actual());
    }

    private static EvaluationFailure Failure(Func<long> evaluate) => Assert.Throws<EvaluationException>(() => evaluate()).Failure;
}
