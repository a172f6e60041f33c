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
        // Locals: a reference in a struct is read again after each store.
        ref double leftLos = ref operands.LeftLo;
        ref double leftHis = ref operands.LeftHi;
        ref double rightLos = ref operands.RightLo;
        ref double rightHis = ref operands.RightHi;
        ref double resultLos = ref operands.ResultLo;
        ref double resultHis = ref operands.ResultHi;
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> lo = Avx512F.Add(Load(ref leftLos, i), Load(ref rightLos, i), FloatRoundingMode.ToNegativeInfinity);
            Vector512<double> hi = Avx512F.Add(Load(ref leftHis, i), Load(ref rightHis, i), FloatRoundingMode.ToPositiveInfinity);
            lo.StoreUnsafe(ref resultLos, (nuint)i);
            hi.StoreUnsafe(ref resultHis, (nuint)i);
        }
        return i;
    }

    /// <inheritdoc cref="Add"/>
    public static int Subtract(in IntervalOperands operands, int length)
    {
        ref double leftLos = ref operands.LeftLo;
        ref double leftHis = ref operands.LeftHi;
        ref double rightLos = ref operands.RightLo;
        ref double rightHis = ref operands.RightHi;
        ref double resultLos = ref operands.ResultLo;
        ref double resultHis = ref operands.ResultHi;
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> lo = Avx512F.Subtract(Load(ref leftLos, i), Load(ref rightHis, i), FloatRoundingMode.ToNegativeInfinity);
            Vector512<double> hi = Avx512F.Subtract(Load(ref leftHis, i), Load(ref rightLos, i), FloatRoundingMode.ToPositiveInfinity);
            lo.StoreUnsafe(ref resultLos, (nuint)i);
            hi.StoreUnsafe(ref resultHis, (nuint)i);
        }
        return i;
    }

    /// <summary>As many of the first intervals as fill vectors; returns how many. Lanes with a NaN (0 · ∞, or an empty set) are computed again one by one.</summary>
    public static int Multiply(in IntervalOperands operands, int length)
    {
        ref double leftLos = ref operands.LeftLo;
        ref double leftHis = ref operands.LeftHi;
        ref double rightLos = ref operands.RightLo;
        ref double rightHis = ref operands.RightHi;
        ref double resultLos = ref operands.ResultLo;
        ref double resultHis = ref operands.ResultHi;
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> leftLo = Load(ref leftLos, i);
            Vector512<double> leftHi = Load(ref leftHis, i);
            Vector512<double> rightLo = Load(ref rightLos, i);
            Vector512<double> rightHi = Load(ref rightHis, i);
            Vector512<double> isLoNegative = Negative(leftLo);
            Vector512<double> isHiNegative = Negative(leftHi);
            Vector512<double> least = Avx512F.Multiply(leftLo, Vector512.ConditionalSelect(isLoNegative, rightHi, rightLo), FloatRoundingMode.ToNegativeInfinity);
            Vector512<double> otherLeast = Avx512F.Multiply(leftHi, Vector512.ConditionalSelect(isHiNegative, rightHi, rightLo), FloatRoundingMode.ToNegativeInfinity);
            Vector512<double> largest = Avx512F.Multiply(leftHi, Vector512.ConditionalSelect(isHiNegative, rightLo, rightHi), FloatRoundingMode.ToPositiveInfinity);
            Vector512<double> otherLargest = Avx512F.Multiply(leftLo, Vector512.ConditionalSelect(isLoNegative, rightLo, rightHi), FloatRoundingMode.ToPositiveInfinity);
            Avx512F.Min(least, otherLeast).StoreUnsafe(ref resultLos, (nuint)i);
            Avx512F.Max(largest, otherLargest).StoreUnsafe(ref resultHis, (nuint)i);
            Vector512<double> sum = (least + otherLeast) + (largest + otherLargest); // NaN where one of them is; also for ∞ − ∞, which is as rare
            if (!Vector512.EqualsAll(sum, sum))
            {
                Multiply((~Vector512.Equals(sum, sum)).ExtractMostSignificantBits(), leftLo, leftHi, rightLo, rightHi, operands, i);
            }
        }
        return i;
    }

    /// <inheritdoc cref="Multiply(in IntervalOperands, int)"/>
    public static int MultiplyAdd(in IntervalOperands operands, int length)
    {
        ref double leftLos = ref operands.LeftLo;
        ref double leftHis = ref operands.LeftHi;
        ref double rightLos = ref operands.RightLo;
        ref double rightHis = ref operands.RightHi;
        ref double addendLos = ref operands.AddendLo;
        ref double addendHis = ref operands.AddendHi;
        ref double resultLos = ref operands.ResultLo;
        ref double resultHis = ref operands.ResultHi;
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> leftLo = Load(ref leftLos, i);
            Vector512<double> leftHi = Load(ref leftHis, i);
            Vector512<double> rightLo = Load(ref rightLos, i);
            Vector512<double> rightHi = Load(ref rightHis, i);
            Vector512<double> addendLo = Load(ref addendLos, i);
            Vector512<double> addendHi = Load(ref addendHis, i);
            Vector512<double> isLoNegative = Negative(leftLo);
            Vector512<double> isHiNegative = Negative(leftHi);
            Vector512<double> least = FusedDown(leftLo, Vector512.ConditionalSelect(isLoNegative, rightHi, rightLo), addendLo);
            Vector512<double> otherLeast = FusedDown(leftHi, Vector512.ConditionalSelect(isHiNegative, rightHi, rightLo), addendLo);
            Vector512<double> largest = FusedUp(leftHi, Vector512.ConditionalSelect(isHiNegative, rightLo, rightHi), addendHi);
            Vector512<double> otherLargest = FusedUp(leftLo, Vector512.ConditionalSelect(isLoNegative, rightLo, rightHi), addendHi);
            Avx512F.Min(least, otherLeast).StoreUnsafe(ref resultLos, (nuint)i);
            Avx512F.Max(largest, otherLargest).StoreUnsafe(ref resultHis, (nuint)i);
            Vector512<double> sum = (least + otherLeast) + (largest + otherLargest);
            if (!Vector512.EqualsAll(sum, sum))
            {
                MultiplyAdd((~Vector512.Equals(sum, sum)).ExtractMostSignificantBits(), leftLo, leftHi, rightLo, rightHi, addendLo, addendHi, operands, i);
            }
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double start, int index) => Vector512.LoadUnsafe(ref start, (nuint)index);

    /// <summary>All bits where the sign is set, in one instruction where a comparison takes two; a product with −0 is zero with either factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Negative(Vector512<double> x) => Vector512.ShiftRightArithmetic(x.AsInt64(), 63).AsDouble();

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
