using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Interval arithmetic on vectors of 256 bits, rounded to nearest and moved outwards (Rump, Zimmermann, Boldo and Melquiond 2009). Bits do not depend on the width.</summary>
internal static class IntervalKernels256
{
    public static bool IsSupported => Vector256.IsHardwareAccelerated;

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
        for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> lo = AddDown(Load(ref leftLos, i), Load(ref rightLos, i));
            Vector256<double> hi = AddUp(Load(ref leftHis, i), Load(ref rightHis, i));
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
        for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> lo = AddDown(Load(ref leftLos, i), -Load(ref rightHis, i));
            Vector256<double> hi = AddUp(Load(ref leftHis, i), -Load(ref rightLos, i));
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
            if (i > length - Vector256<double>.Count)
            {
                return i;
            }
            MultiplyOne(operands, i);
            i += Vector256<double>.Count;
        }
    }

    /// <inheritdoc cref="Add"/>
    public static int MultiplyAdd(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
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
        for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> isSafe = Products(
                Load(ref leftLos, i), Load(ref leftHis, i), Load(ref rightLos, i), Load(ref rightHis, i), out Vector256<double> lo, out Vector256<double> hi);
            if (Vector256.ExtractMostSignificantBits(isSafe) != AllLanes)
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
        Vector256<double> leftLo = Load(ref operands.LeftLo, i);
        Vector256<double> leftHi = Load(ref operands.LeftHi, i);
        Vector256<double> rightLo = Load(ref operands.RightLo, i);
        Vector256<double> rightHi = Load(ref operands.RightHi, i);
        Vector256<double> isSafe = Products(leftLo, leftHi, rightLo, rightHi, out Vector256<double> lo, out Vector256<double> hi);
        Down(lo).StoreUnsafe(ref operands.ResultLo, (nuint)i);
        Up(hi).StoreUnsafe(ref operands.ResultHi, (nuint)i);
        ulong doubtful = AllLanes ^ Vector256.ExtractMostSignificantBits(isSafe);
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
        Vector256<double> leftLo = Load(ref operands.LeftLo, i);
        Vector256<double> leftHi = Load(ref operands.LeftHi, i);
        Vector256<double> rightLo = Load(ref operands.RightLo, i);
        Vector256<double> rightHi = Load(ref operands.RightHi, i);
        Vector256<double> addendLo = Load(ref operands.AddendLo, i);
        Vector256<double> addendHi = Load(ref operands.AddendHi, i);
        Vector256<double> isSafe = Products(leftLo, leftHi, rightLo, rightHi, out Vector256<double> lo, out Vector256<double> hi);
        AddDown(Down(lo), addendLo).StoreUnsafe(ref operands.ResultLo, (nuint)i);
        AddUp(Up(hi), addendHi).StoreUnsafe(ref operands.ResultHi, (nuint)i);
        ulong doubtful = AllLanes ^ Vector256.ExtractMostSignificantBits(isSafe);
        for (int lane = 0; doubtful >> lane != 0; lane++)
        {
            if ((doubtful >> lane & 1) != 0)
            {
                operands.Store(i + lane, Interval.FusedMultiplyAdd(
                    Interval.Raw(leftLo[lane], leftHi[lane]), Interval.Raw(rightLo[lane], rightHi[lane]), Interval.Raw(addendLo[lane], addendHi[lane])));
            }
        }
    }

    private static ulong AllLanes => (1UL << Vector256<double>.Count) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double start, int index) => Vector256.LoadUnsafe(ref start, (nuint)index);

    /// <summary>a + b, moved down unless the error of the sum (Knuth 1969) says that it lies above; NaN, where something overflowed, does not say so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AddDown(Vector256<double> a, Vector256<double> b)
    {
        Vector256<double> sum = a + b;
        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(ErrorOfSum(a, b, sum), Vector256<double>.Zero), sum, Down(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AddUp(Vector256<double> a, Vector256<double> b)
    {
        Vector256<double> sum = a + b;
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(ErrorOfSum(a, b, sum), Vector256<double>.Zero), sum, Up(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ErrorOfSum(Vector256<double> a, Vector256<double> b, Vector256<double> sum)
    {
        Vector256<double> part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    /// <summary>
    /// x − (φ|x| + η), at or below the double before x: φ = 2⁻⁵³(1 + 2⁻⁵²), η the least double. From +∞ to below the largest finite double; NaN stays, as the
    /// second operand of a native minimum.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Down(Vector256<double> x)
    {
        x = Vector256.MinNative(Vector256.Create(double.MaxValue), x);
        return x - Step(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Up(Vector256<double> x)
    {
        x = Vector256.MaxNative(Vector256.Create(double.MinValue), x);
        return x + Step(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Step(Vector256<double> x) =>
        (Vector256.Abs(x) * Vector256.Create(1.1102230246251568e-16)) + Vector256.Create(double.Epsilon);

    /// <summary>
    /// The least and the largest product of ends, rounded to nearest. Returns the lanes where that is enough: not with 0 · ∞ or an empty set somewhere (a NaN),
    /// nor with results of zero, which may stand for zero or for something too small for a double.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Products(
        Vector256<double> leftLo, Vector256<double> leftHi, Vector256<double> rightLo, Vector256<double> rightHi, out Vector256<double> lo, out Vector256<double> hi)
    {
        Vector256<double> isLoNegative = Negative(leftLo);
        Vector256<double> isHiNegative = Negative(leftHi);
        Vector256<double> least = leftLo * Vector256.ConditionalSelect(isLoNegative, rightHi, rightLo);
        Vector256<double> otherLeast = leftHi * Vector256.ConditionalSelect(isHiNegative, rightHi, rightLo);
        Vector256<double> largest = leftHi * Vector256.ConditionalSelect(isHiNegative, rightLo, rightHi);
        Vector256<double> otherLargest = leftLo * Vector256.ConditionalSelect(isLoNegative, rightLo, rightHi);
        lo = Vector256.MinNative(least, otherLeast);
        hi = Vector256.MaxNative(largest, otherLargest);
        Vector256<double> sum = (least + otherLeast) + (largest + otherLargest); // NaN where one of them is; also for ∞ − ∞, which is as rare
        Vector256<double> smaller = Vector256.MinNative(Vector256.Abs(lo), Vector256.Abs(hi));
        return Vector256.Equals(sum, sum) & Vector256.GreaterThan(smaller, Vector256<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Negative(Vector256<double> x) => Vector256.LessThan(x, Vector256<double>.Zero);
}
