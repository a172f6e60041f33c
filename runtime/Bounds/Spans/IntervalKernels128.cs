using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Interval arithmetic on vectors of 128 bits, rounded to nearest and moved outwards (Rump, Zimmermann, Boldo and Melquiond 2009). Bits do not depend on the width.</summary>
internal static class IntervalKernels128
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

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
        for (; i <= length - Vector128<double>.Count; i += Vector128<double>.Count)
        {
            Vector128<double> lo = AddDown(Load(ref leftLos, i), Load(ref rightLos, i));
            Vector128<double> hi = AddUp(Load(ref leftHis, i), Load(ref rightHis, i));
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
        for (; i <= length - Vector128<double>.Count; i += Vector128<double>.Count)
        {
            Vector128<double> lo = AddDown(Load(ref leftLos, i), -Load(ref rightHis, i));
            Vector128<double> hi = AddUp(Load(ref leftHis, i), -Load(ref rightLos, i));
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
            if (i > length - Vector128<double>.Count)
            {
                return i;
            }
            MultiplyOne(operands, i);
            i += Vector128<double>.Count;
        }
    }

    /// <inheritdoc cref="Add"/>
    public static int MultiplyAdd(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector128<double>.Count; i += Vector128<double>.Count)
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
        for (; i <= length - Vector128<double>.Count; i += Vector128<double>.Count)
        {
            Vector128<double> isSafe = Products(
                Load(ref leftLos, i), Load(ref leftHis, i), Load(ref rightLos, i), Load(ref rightHis, i), out Vector128<double> lo, out Vector128<double> hi);
            if (Vector128.ExtractMostSignificantBits(isSafe) != AllLanes)
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
        Vector128<double> leftLo = Load(ref operands.LeftLo, i);
        Vector128<double> leftHi = Load(ref operands.LeftHi, i);
        Vector128<double> rightLo = Load(ref operands.RightLo, i);
        Vector128<double> rightHi = Load(ref operands.RightHi, i);
        Vector128<double> isSafe = Products(leftLo, leftHi, rightLo, rightHi, out Vector128<double> lo, out Vector128<double> hi);
        Down(lo).StoreUnsafe(ref operands.ResultLo, (nuint)i);
        Up(hi).StoreUnsafe(ref operands.ResultHi, (nuint)i);
        ulong doubtful = AllLanes ^ Vector128.ExtractMostSignificantBits(isSafe);
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
        Vector128<double> leftLo = Load(ref operands.LeftLo, i);
        Vector128<double> leftHi = Load(ref operands.LeftHi, i);
        Vector128<double> rightLo = Load(ref operands.RightLo, i);
        Vector128<double> rightHi = Load(ref operands.RightHi, i);
        Vector128<double> addendLo = Load(ref operands.AddendLo, i);
        Vector128<double> addendHi = Load(ref operands.AddendHi, i);
        Vector128<double> isSafe = Products(leftLo, leftHi, rightLo, rightHi, out Vector128<double> lo, out Vector128<double> hi);
        AddDown(Down(lo), addendLo).StoreUnsafe(ref operands.ResultLo, (nuint)i);
        AddUp(Up(hi), addendHi).StoreUnsafe(ref operands.ResultHi, (nuint)i);
        ulong doubtful = AllLanes ^ Vector128.ExtractMostSignificantBits(isSafe);
        for (int lane = 0; doubtful >> lane != 0; lane++)
        {
            if ((doubtful >> lane & 1) != 0)
            {
                operands.Store(i + lane, Interval.FusedMultiplyAdd(
                    Interval.Raw(leftLo[lane], leftHi[lane]), Interval.Raw(rightLo[lane], rightHi[lane]), Interval.Raw(addendLo[lane], addendHi[lane])));
            }
        }
    }

    private static ulong AllLanes => (1UL << Vector128<double>.Count) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Load(ref double start, int index) => Vector128.LoadUnsafe(ref start, (nuint)index);

    /// <summary>a + b, moved down unless the error of the sum (Knuth 1969) says that it lies above; NaN, where something overflowed, does not say so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> AddDown(Vector128<double> a, Vector128<double> b)
    {
        Vector128<double> sum = a + b;
        return Vector128.ConditionalSelect(Vector128.GreaterThanOrEqual(ErrorOfSum(a, b, sum), Vector128<double>.Zero), sum, Down(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> AddUp(Vector128<double> a, Vector128<double> b)
    {
        Vector128<double> sum = a + b;
        return Vector128.ConditionalSelect(Vector128.LessThanOrEqual(ErrorOfSum(a, b, sum), Vector128<double>.Zero), sum, Up(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ErrorOfSum(Vector128<double> a, Vector128<double> b, Vector128<double> sum)
    {
        Vector128<double> part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    /// <summary>
    /// x − (φ|x| + η), at or below the double before x: φ = 2⁻⁵³(1 + 2⁻⁵²), η the least double. From +∞ to below the largest finite double; NaN stays, as the
    /// second operand of a native minimum.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Down(Vector128<double> x)
    {
        x = Vector128.MinNative(Vector128.Create(double.MaxValue), x);
        return x - Step(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Up(Vector128<double> x)
    {
        x = Vector128.MaxNative(Vector128.Create(double.MinValue), x);
        return x + Step(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Step(Vector128<double> x) =>
        (Vector128.Abs(x) * Vector128.Create(1.1102230246251568e-16)) + Vector128.Create(double.Epsilon);

    /// <summary>
    /// The least and the largest product of ends, rounded to nearest. Returns the lanes where that is enough: not with 0 · ∞ or an empty set somewhere (a NaN),
    /// nor with results of zero, which may stand for zero or for something too small for a double.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Products(
        Vector128<double> leftLo, Vector128<double> leftHi, Vector128<double> rightLo, Vector128<double> rightHi, out Vector128<double> lo, out Vector128<double> hi)
    {
        Vector128<double> isLoNegative = Negative(leftLo);
        Vector128<double> isHiNegative = Negative(leftHi);
        Vector128<double> least = leftLo * Vector128.ConditionalSelect(isLoNegative, rightHi, rightLo);
        Vector128<double> otherLeast = leftHi * Vector128.ConditionalSelect(isHiNegative, rightHi, rightLo);
        Vector128<double> largest = leftHi * Vector128.ConditionalSelect(isHiNegative, rightLo, rightHi);
        Vector128<double> otherLargest = leftLo * Vector128.ConditionalSelect(isLoNegative, rightLo, rightHi);
        lo = Vector128.MinNative(least, otherLeast);
        hi = Vector128.MaxNative(largest, otherLargest);
        Vector128<double> sum = (least + otherLeast) + (largest + otherLargest); // NaN where one of them is; also for ∞ − ∞, which is as rare
        Vector128<double> smaller = Vector128.MinNative(Vector128.Abs(lo), Vector128.Abs(hi));
        return Vector128.Equals(sum, sum) & Vector128.GreaterThan(smaller, Vector128<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Negative(Vector128<double> x) => Vector128.LessThan(x, Vector128<double>.Zero);
}
