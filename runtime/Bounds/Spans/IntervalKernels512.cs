using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Interval arithmetic on vectors of 512 bits, rounded to nearest and moved outwards (Rump, Zimmermann, Boldo and Melquiond 2009). Bits do not depend on the width.</summary>
internal static class IntervalKernels512
{
    public static bool IsSupported => Vector512.IsHardwareAccelerated;

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
            Vector512<double> lo = AddDown(Load(ref leftLos, i), Load(ref rightLos, i));
            Vector512<double> hi = AddUp(Load(ref leftHis, i), Load(ref rightHis, i));
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
            Vector512<double> lo = AddDown(Load(ref leftLos, i), -Load(ref rightHis, i));
            Vector512<double> hi = AddUp(Load(ref leftHis, i), -Load(ref rightLos, i));
            lo.StoreUnsafe(ref resultLos, (nuint)i);
            hi.StoreUnsafe(ref resultHis, (nuint)i);
        }
        return i;
    }

    /// <inheritdoc cref="Add"/>
    public static int Multiply(in IntervalOperands operands, int length)
    {
        int i = 0;
        while (true)
        {
            i = MultiplyWhileSafe(operands, i, length);
            if (i > length - Vector512<double>.Count)
            {
                return i;
            }
            MultiplyOne(operands, i);
            i += Vector512<double>.Count;
        }
    }

    /// <inheritdoc cref="Add"/>
    public static int MultiplyAdd(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            MultiplyAddOne(operands, i);
        }
        return i;
    }

    /// <summary>
    /// Vectors from <paramref name="i"/> on, until one has a lane in doubt or none is left; returns the first interval not done. No call in the loop: it
    /// would keep the references in memory.
    /// </summary>
    private static int MultiplyWhileSafe(in IntervalOperands operands, int i, int length)
    {
        ref double leftLos = ref operands.LeftLo;
        ref double leftHis = ref operands.LeftHi;
        ref double rightLos = ref operands.RightLo;
        ref double rightHis = ref operands.RightHi;
        ref double resultLos = ref operands.ResultLo;
        ref double resultHis = ref operands.ResultHi;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> isSafe = Products(
                Load(ref leftLos, i), Load(ref leftHis, i), Load(ref rightLos, i), Load(ref rightHis, i), out Vector512<double> lo, out Vector512<double> hi);
            if (Vector512.ExtractMostSignificantBits(isSafe) != AllLanes)
            {
                return i;
            }
            Down(lo).StoreUnsafe(ref resultLos, (nuint)i);
            Up(hi).StoreUnsafe(ref resultHis, (nuint)i);
        }
        return i;
    }

    /// <summary>One vector; lanes in doubt are computed again one by one.</summary>
    private static void MultiplyOne(in IntervalOperands operands, int i)
    {
        Vector512<double> leftLo = Load(ref operands.LeftLo, i);
        Vector512<double> leftHi = Load(ref operands.LeftHi, i);
        Vector512<double> rightLo = Load(ref operands.RightLo, i);
        Vector512<double> rightHi = Load(ref operands.RightHi, i);
        Vector512<double> isSafe = Products(leftLo, leftHi, rightLo, rightHi, out Vector512<double> lo, out Vector512<double> hi);
        Down(lo).StoreUnsafe(ref operands.ResultLo, (nuint)i);
        Up(hi).StoreUnsafe(ref operands.ResultHi, (nuint)i);
        ulong doubtful = AllLanes ^ Vector512.ExtractMostSignificantBits(isSafe);
        for (int lane = 0; doubtful >> lane != 0; lane++)
        {
            if ((doubtful >> lane & 1) != 0)
            {
                operands.Store(i + lane, Interval.Raw(leftLo[lane], leftHi[lane]) * Interval.Raw(rightLo[lane], rightHi[lane]));
            }
        }
    }

    /// <inheritdoc cref="MultiplyOne"/>
    private static void MultiplyAddOne(in IntervalOperands operands, int i)
    {
        Vector512<double> leftLo = Load(ref operands.LeftLo, i);
        Vector512<double> leftHi = Load(ref operands.LeftHi, i);
        Vector512<double> rightLo = Load(ref operands.RightLo, i);
        Vector512<double> rightHi = Load(ref operands.RightHi, i);
        Vector512<double> addendLo = Load(ref operands.AddendLo, i);
        Vector512<double> addendHi = Load(ref operands.AddendHi, i);
        Vector512<double> isSafe = Products(leftLo, leftHi, rightLo, rightHi, out Vector512<double> lo, out Vector512<double> hi);
        AddDown(Down(lo), addendLo).StoreUnsafe(ref operands.ResultLo, (nuint)i);
        AddUp(Up(hi), addendHi).StoreUnsafe(ref operands.ResultHi, (nuint)i);
        ulong doubtful = AllLanes ^ Vector512.ExtractMostSignificantBits(isSafe);
        for (int lane = 0; doubtful >> lane != 0; lane++)
        {
            if ((doubtful >> lane & 1) != 0)
            {
                operands.Store(i + lane, Interval.FusedMultiplyAdd(
                    Interval.Raw(leftLo[lane], leftHi[lane]), Interval.Raw(rightLo[lane], rightHi[lane]), Interval.Raw(addendLo[lane], addendHi[lane])));
            }
        }
    }

    private static ulong AllLanes => (1UL << Vector512<double>.Count) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double start, int index) => Vector512.LoadUnsafe(ref start, (nuint)index);

    /// <summary>a + b, moved down unless the error of the sum (Knuth 1969) says that it lies above; NaN, where something overflowed, does not say so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AddDown(Vector512<double> a, Vector512<double> b)
    {
        Vector512<double> sum = a + b;
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(ErrorOfSum(a, b, sum), Vector512<double>.Zero), sum, Down(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AddUp(Vector512<double> a, Vector512<double> b)
    {
        Vector512<double> sum = a + b;
        return Vector512.ConditionalSelect(Vector512.LessThanOrEqual(ErrorOfSum(a, b, sum), Vector512<double>.Zero), sum, Up(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ErrorOfSum(Vector512<double> a, Vector512<double> b, Vector512<double> sum)
    {
        Vector512<double> part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    /// <summary>
    /// x − (φ|x| + η), at or below the double before x: φ = 2⁻⁵³(1 + 2⁻⁵²), η the least double. From +∞ to below the largest finite double; NaN stays, as the
    /// second operand of a native minimum.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Down(Vector512<double> x)
    {
        x = Vector512.MinNative(Vector512.Create(double.MaxValue), x);
        return x - Step(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Up(Vector512<double> x)
    {
        x = Vector512.MaxNative(Vector512.Create(double.MinValue), x);
        return x + Step(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Step(Vector512<double> x) =>
        (Vector512.Abs(x) * Vector512.Create(1.1102230246251568e-16)) + Vector512.Create(double.Epsilon);

    /// <summary>
    /// The least and the largest product of ends, rounded to nearest. Returns the lanes where that is enough: not with 0 · ∞ or an empty set somewhere (a NaN),
    /// nor with results of zero, which may stand for zero or for something too small for a double.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Products(
        Vector512<double> leftLo, Vector512<double> leftHi, Vector512<double> rightLo, Vector512<double> rightHi, out Vector512<double> lo, out Vector512<double> hi)
    {
        Vector512<double> isLoNegative = Negative(leftLo);
        Vector512<double> isHiNegative = Negative(leftHi);
        Vector512<double> least = leftLo * Vector512.ConditionalSelect(isLoNegative, rightHi, rightLo);
        Vector512<double> otherLeast = leftHi * Vector512.ConditionalSelect(isHiNegative, rightHi, rightLo);
        Vector512<double> largest = leftHi * Vector512.ConditionalSelect(isHiNegative, rightLo, rightHi);
        Vector512<double> otherLargest = leftLo * Vector512.ConditionalSelect(isLoNegative, rightLo, rightHi);
        lo = Vector512.MinNative(least, otherLeast);
        hi = Vector512.MaxNative(largest, otherLargest);
        Vector512<double> sum = (least + otherLeast) + (largest + otherLargest); // NaN where one of them is; also for ∞ − ∞, which is as rare
        Vector512<double> smaller = Vector512.MinNative(Vector512.Abs(lo), Vector512.Abs(hi));
        return Vector512.Equals(sum, sum) & Vector512.GreaterThan(smaller, Vector512<double>.Zero);
    }

    /// <summary>All bits where the sign is set, in one instruction where a comparison takes two; a product with −0 is zero, or in doubt, with either factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Negative(Vector512<double> x) => Vector512.ShiftRightArithmetic(x.AsInt64(), 63).AsDouble();
}
