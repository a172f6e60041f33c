using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <summary>Interval arithmetic rounded by the instruction (AVX-512): the tightest results.</summary>
internal static class EmbeddedIntervalKernels
{
    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>As many of the first intervals as fill vectors; returns how many.</summary>
    public static int Add(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> lo = Avx512F.Add(Load(ref operands.LeftLo, i), Load(ref operands.RightLo, i), FloatRoundingMode.ToNegativeInfinity);
            Vector512<double> hi = Avx512F.Add(Load(ref operands.LeftHi, i), Load(ref operands.RightHi, i), FloatRoundingMode.ToPositiveInfinity);
            lo.StoreUnsafe(ref operands.ResultLo, (nuint)i);
            hi.StoreUnsafe(ref operands.ResultHi, (nuint)i);
        }
        return i;
    }

    /// <inheritdoc cref="Add"/>
    public static int Subtract(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> lo = Avx512F.Subtract(Load(ref operands.LeftLo, i), Load(ref operands.RightHi, i), FloatRoundingMode.ToNegativeInfinity);
            Vector512<double> hi = Avx512F.Subtract(Load(ref operands.LeftHi, i), Load(ref operands.RightLo, i), FloatRoundingMode.ToPositiveInfinity);
            lo.StoreUnsafe(ref operands.ResultLo, (nuint)i);
            hi.StoreUnsafe(ref operands.ResultHi, (nuint)i);
        }
        return i;
    }

    /// <summary>As many of the first intervals as fill vectors; returns how many. Lanes with a NaN (0 · ∞, or an empty set) are computed again one by one.</summary>
    public static int Multiply(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> leftLo = Load(ref operands.LeftLo, i);
            Vector512<double> leftHi = Load(ref operands.LeftHi, i);
            Vector512<double> rightLo = Load(ref operands.RightLo, i);
            Vector512<double> rightHi = Load(ref operands.RightHi, i);
            Vector512<double> isLoPositive = Vector512.GreaterThanOrEqual(leftLo, Vector512<double>.Zero);
            Vector512<double> isHiPositive = Vector512.GreaterThanOrEqual(leftHi, Vector512<double>.Zero);
            Vector512<double> least = Avx512F.Multiply(leftLo, Vector512.ConditionalSelect(isLoPositive, rightLo, rightHi), FloatRoundingMode.ToNegativeInfinity);
            Vector512<double> otherLeast = Avx512F.Multiply(leftHi, Vector512.ConditionalSelect(isHiPositive, rightLo, rightHi), FloatRoundingMode.ToNegativeInfinity);
            Vector512<double> largest = Avx512F.Multiply(leftHi, Vector512.ConditionalSelect(isHiPositive, rightHi, rightLo), FloatRoundingMode.ToPositiveInfinity);
            Vector512<double> otherLargest = Avx512F.Multiply(leftLo, Vector512.ConditionalSelect(isLoPositive, rightHi, rightLo), FloatRoundingMode.ToPositiveInfinity);
            Avx512F.Min(least, otherLeast).StoreUnsafe(ref operands.ResultLo, (nuint)i);
            Avx512F.Max(largest, otherLargest).StoreUnsafe(ref operands.ResultHi, (nuint)i);
            Vector512<double> isNaN = Avx512F.CompareUnordered(least, otherLeast) | Avx512F.CompareUnordered(largest, otherLargest);
            if (isNaN.AsUInt64() != Vector512<ulong>.Zero)
            {
                Multiply(isNaN.ExtractMostSignificantBits(), leftLo, leftHi, rightLo, rightHi, operands, i);
            }
        }
        return i;
    }

    /// <inheritdoc cref="Multiply(in IntervalOperands, int)"/>
    public static int MultiplyAdd(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> leftLo = Load(ref operands.LeftLo, i);
            Vector512<double> leftHi = Load(ref operands.LeftHi, i);
            Vector512<double> rightLo = Load(ref operands.RightLo, i);
            Vector512<double> rightHi = Load(ref operands.RightHi, i);
            Vector512<double> addendLo = Load(ref operands.AddendLo, i);
            Vector512<double> addendHi = Load(ref operands.AddendHi, i);
            Vector512<double> isLoPositive = Vector512.GreaterThanOrEqual(leftLo, Vector512<double>.Zero);
            Vector512<double> isHiPositive = Vector512.GreaterThanOrEqual(leftHi, Vector512<double>.Zero);
            Vector512<double> least = FusedDown(leftLo, Vector512.ConditionalSelect(isLoPositive, rightLo, rightHi), addendLo);
            Vector512<double> otherLeast = FusedDown(leftHi, Vector512.ConditionalSelect(isHiPositive, rightLo, rightHi), addendLo);
            Vector512<double> largest = FusedUp(leftHi, Vector512.ConditionalSelect(isHiPositive, rightHi, rightLo), addendHi);
            Vector512<double> otherLargest = FusedUp(leftLo, Vector512.ConditionalSelect(isLoPositive, rightHi, rightLo), addendHi);
            Avx512F.Min(least, otherLeast).StoreUnsafe(ref operands.ResultLo, (nuint)i);
            Avx512F.Max(largest, otherLargest).StoreUnsafe(ref operands.ResultHi, (nuint)i);
            Vector512<double> isNaN = Avx512F.CompareUnordered(least, otherLeast) | Avx512F.CompareUnordered(largest, otherLargest);
            if (isNaN.AsUInt64() != Vector512<ulong>.Zero)
            {
                MultiplyAdd(isNaN.ExtractMostSignificantBits(), leftLo, leftHi, rightLo, rightHi, addendLo, addendHi, operands, i);
            }
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double start, int index) => Vector512.LoadUnsafe(ref start, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FusedDown(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Avx512F.FusedMultiplyAdd(a, b, c, FloatRoundingMode.ToNegativeInfinity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FusedUp(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Avx512F.FusedMultiplyAdd(a, b, c, FloatRoundingMode.ToPositiveInfinity);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Multiply(
        ulong lanes, Vector512<double> leftLo, Vector512<double> leftHi, Vector512<double> rightLo, Vector512<double> rightHi, in IntervalOperands operands, int index)
    {
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            if ((lanes >> lane & 1) != 0)
            {
                operands.Store(index + lane, Interval.Raw(leftLo[lane], leftHi[lane]) * Interval.Raw(rightLo[lane], rightHi[lane]));
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MultiplyAdd(
        ulong lanes, Vector512<double> leftLo, Vector512<double> leftHi, Vector512<double> rightLo, Vector512<double> rightHi,
        Vector512<double> addendLo, Vector512<double> addendHi, in IntervalOperands operands, int index)
    {
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            if ((lanes >> lane & 1) != 0)
            {
                operands.Store(index + lane, Interval.FusedMultiplyAdd(
                    Interval.Raw(leftLo[lane], leftHi[lane]), Interval.Raw(rightLo[lane], rightHi[lane]), Interval.Raw(addendLo[lane], addendHi[lane])));
            }
        }
    }
}
