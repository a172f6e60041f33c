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
        int i = 0;
        for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> lo = AddDown(Load(ref operands.LeftLo, i), Load(ref operands.RightLo, i));
            Vector256<double> hi = -AddDown(-Load(ref operands.LeftHi, i), -Load(ref operands.RightHi, i));
            lo.StoreUnsafe(ref operands.ResultLo, (nuint)i);
            hi.StoreUnsafe(ref operands.ResultHi, (nuint)i);
        }
        return i;
    }

    /// <inheritdoc cref="Add"/>
    public static int Subtract(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> lo = AddDown(Load(ref operands.LeftLo, i), -Load(ref operands.RightHi, i));
            Vector256<double> hi = -AddDown(-Load(ref operands.LeftHi, i), Load(ref operands.RightLo, i));
            lo.StoreUnsafe(ref operands.ResultLo, (nuint)i);
            hi.StoreUnsafe(ref operands.ResultHi, (nuint)i);
        }
        return i;
    }

    /// <inheritdoc cref="Add"/>
    public static int Multiply(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> leftLo = Load(ref operands.LeftLo, i);
            Vector256<double> leftHi = Load(ref operands.LeftHi, i);
            Vector256<double> rightLo = Load(ref operands.RightLo, i);
            Vector256<double> rightHi = Load(ref operands.RightHi, i);
            ulong doubtful = Products(leftLo, leftHi, rightLo, rightHi, out Vector256<double> lo, out Vector256<double> hi);
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
        for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> leftLo = Load(ref operands.LeftLo, i);
            Vector256<double> leftHi = Load(ref operands.LeftHi, i);
            Vector256<double> rightLo = Load(ref operands.RightLo, i);
            Vector256<double> rightHi = Load(ref operands.RightHi, i);
            Vector256<double> addendLo = Load(ref operands.AddendLo, i);
            Vector256<double> addendHi = Load(ref operands.AddendHi, i);
            ulong doubtful = Products(leftLo, leftHi, rightLo, rightHi, out Vector256<double> lo, out Vector256<double> hi);
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
    private static Vector256<double> Load(ref double start, int index) => Vector256.LoadUnsafe(ref start, (nuint)index);

    /// <summary>a + b, moved down unless the error of the sum (Knuth 1969) says that it lies above; NaN, where something overflowed, does not say so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AddDown(Vector256<double> a, Vector256<double> b)
    {
        Vector256<double> sum = a + b;
        Vector256<double> part = sum - a;
        Vector256<double> error = (a - (sum - part)) + (b - part);
        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(error, Vector256<double>.Zero), sum, Down(sum));
    }

    /// <summary>
    /// x − (φ|x| + η), at or below the double before x: φ = 2⁻⁵³(1 + 2⁻⁵²), η the least double. From +∞ to below the largest finite double; NaN stays.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Down(Vector256<double> x)
    {
        x = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256.Create(double.PositiveInfinity)), Vector256.Create(double.MaxValue), x);
        return x - ((Vector256.Abs(x) * Vector256.Create(1.1102230246251568e-16)) + Vector256.Create(double.Epsilon));
    }

    /// <summary>
    /// The least and the largest product of ends, rounded to nearest. Returns the lanes where that is not enough: 0 · ∞ or an empty set somewhere (a NaN), and
    /// results of zero, which may stand for zero or for something too small for a double.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Products(
        Vector256<double> leftLo, Vector256<double> leftHi, Vector256<double> rightLo, Vector256<double> rightHi, out Vector256<double> lo, out Vector256<double> hi)
    {
        Vector256<double> isLoPositive = Vector256.GreaterThanOrEqual(leftLo, Vector256<double>.Zero);
        Vector256<double> isHiPositive = Vector256.GreaterThanOrEqual(leftHi, Vector256<double>.Zero);
        Vector256<double> least = leftLo * Vector256.ConditionalSelect(isLoPositive, rightLo, rightHi);
        Vector256<double> otherLeast = leftHi * Vector256.ConditionalSelect(isHiPositive, rightLo, rightHi);
        Vector256<double> largest = leftHi * Vector256.ConditionalSelect(isHiPositive, rightHi, rightLo);
        Vector256<double> otherLargest = leftLo * Vector256.ConditionalSelect(isLoPositive, rightHi, rightLo);
        lo = Vector256.MinNative(least, otherLeast);
        hi = Vector256.MaxNative(largest, otherLargest);
        Vector256<double> sum = (least + otherLeast) + (largest + otherLargest); // NaN where one of them is; also for ∞ − ∞, which is as rare
        Vector256<double> isSafe = Vector256.Equals(sum, sum) & ~Vector256.Equals(lo, Vector256<double>.Zero) & ~Vector256.Equals(hi, Vector256<double>.Zero);
        return Vector256.ExtractMostSignificantBits(~isSafe);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Multiply(
        ulong lanes, Vector256<double> leftLo, Vector256<double> leftHi, Vector256<double> rightLo, Vector256<double> rightHi, in IntervalOperands operands, int index)
    {
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            if ((lanes >> lane & 1) != 0)
            {
                operands.Store(index + lane, Interval.Raw(leftLo[lane], leftHi[lane]) * Interval.Raw(rightLo[lane], rightHi[lane]));
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MultiplyAdd(
        ulong lanes, Vector256<double> leftLo, Vector256<double> leftHi, Vector256<double> rightLo, Vector256<double> rightHi,
        Vector256<double> addendLo, Vector256<double> addendHi, in IntervalOperands operands, int index)
    {
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            if ((lanes >> lane & 1) != 0)
            {
                operands.Store(index + lane, Interval.FusedMultiplyAdd(
                    Interval.Raw(leftLo[lane], leftHi[lane]), Interval.Raw(rightLo[lane], rightHi[lane]), Interval.Raw(addendLo[lane], addendHi[lane])));
            }
        }
    }
}
