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
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> lo = AddDown(Load(ref operands.LeftLo, i), Load(ref operands.RightLo, i));
            Vector512<double> hi = -AddDown(-Load(ref operands.LeftHi, i), -Load(ref operands.RightHi, i));
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
            Vector512<double> lo = AddDown(Load(ref operands.LeftLo, i), -Load(ref operands.RightHi, i));
            Vector512<double> hi = -AddDown(-Load(ref operands.LeftHi, i), Load(ref operands.RightLo, i));
            lo.StoreUnsafe(ref operands.ResultLo, (nuint)i);
            hi.StoreUnsafe(ref operands.ResultHi, (nuint)i);
        }
        return i;
    }

    /// <inheritdoc cref="Add"/>
    public static int Multiply(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> leftLo = Load(ref operands.LeftLo, i);
            Vector512<double> leftHi = Load(ref operands.LeftHi, i);
            Vector512<double> rightLo = Load(ref operands.RightLo, i);
            Vector512<double> rightHi = Load(ref operands.RightHi, i);
            ulong doubtful = Products(leftLo, leftHi, rightLo, rightHi, out Vector512<double> lo, out Vector512<double> hi);
            Down(lo).StoreUnsafe(ref operands.ResultLo, (nuint)i);
            (-Down(-hi)).StoreUnsafe(ref operands.ResultHi, (nuint)i);
            if (doubtful != 0)
            {
                Multiply(doubtful, leftLo, leftHi, rightLo, rightHi, operands, i);
            }
        }
        return i;
    }

    /// <inheritdoc cref="Add"/>
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
            ulong doubtful = Products(leftLo, leftHi, rightLo, rightHi, out Vector512<double> lo, out Vector512<double> hi);
            AddDown(Down(lo), addendLo).StoreUnsafe(ref operands.ResultLo, (nuint)i);
            (-AddDown(Down(-hi), -addendHi)).StoreUnsafe(ref operands.ResultHi, (nuint)i);
            if (doubtful != 0)
            {
                MultiplyAdd(doubtful, leftLo, leftHi, rightLo, rightHi, addendLo, addendHi, operands, i);
            }
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double start, int index) => Vector512.LoadUnsafe(ref start, (nuint)index);

    /// <summary>a + b, moved down unless the error of the sum (Knuth 1969) says that it lies above; NaN, where something overflowed, does not say so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AddDown(Vector512<double> a, Vector512<double> b)
    {
        Vector512<double> sum = a + b;
        Vector512<double> part = sum - a;
        Vector512<double> error = (a - (sum - part)) + (b - part);
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(error, Vector512<double>.Zero), sum, Down(sum));
    }

    /// <summary>
    /// x − (φ|x| + η), at or below the double before x: φ = 2⁻⁵³(1 + 2⁻⁵²), η the least double. From +∞ to below the largest finite double; NaN stays.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Down(Vector512<double> x)
    {
        x = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512.Create(double.PositiveInfinity)), Vector512.Create(double.MaxValue), x);
        return x - ((Vector512.Abs(x) * Vector512.Create(1.1102230246251568e-16)) + Vector512.Create(double.Epsilon));
    }

    /// <summary>
    /// The least and the largest product of ends, rounded to nearest. Returns the lanes where that is not enough: 0 · ∞ or an empty set somewhere (a NaN), and
    /// results of zero, which may stand for zero or for something too small for a double.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Products(
        Vector512<double> leftLo, Vector512<double> leftHi, Vector512<double> rightLo, Vector512<double> rightHi, out Vector512<double> lo, out Vector512<double> hi)
    {
        Vector512<double> isLoPositive = Vector512.GreaterThanOrEqual(leftLo, Vector512<double>.Zero);
        Vector512<double> isHiPositive = Vector512.GreaterThanOrEqual(leftHi, Vector512<double>.Zero);
        Vector512<double> least = leftLo * Vector512.ConditionalSelect(isLoPositive, rightLo, rightHi);
        Vector512<double> otherLeast = leftHi * Vector512.ConditionalSelect(isHiPositive, rightLo, rightHi);
        Vector512<double> largest = leftHi * Vector512.ConditionalSelect(isHiPositive, rightHi, rightLo);
        Vector512<double> otherLargest = leftLo * Vector512.ConditionalSelect(isLoPositive, rightHi, rightLo);
        lo = Vector512.MinNative(least, otherLeast);
        hi = Vector512.MaxNative(largest, otherLargest);
        Vector512<double> sum = (least + otherLeast) + (largest + otherLargest); // NaN where one of them is; also for ∞ − ∞, which is as rare
        Vector512<double> isSafe = Vector512.Equals(sum, sum) & ~Vector512.Equals(lo, Vector512<double>.Zero) & ~Vector512.Equals(hi, Vector512<double>.Zero);
        return Vector512.ExtractMostSignificantBits(~isSafe);
    }

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
