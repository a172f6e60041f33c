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
        int i = 0;
        for (; i <= length - Vector128<double>.Count; i += Vector128<double>.Count)
        {
            Vector128<double> lo = AddDown(Load(ref operands.LeftLo, i), Load(ref operands.RightLo, i));
            Vector128<double> hi = -AddDown(-Load(ref operands.LeftHi, i), -Load(ref operands.RightHi, i));
            lo.StoreUnsafe(ref operands.ResultLo, (nuint)i);
            hi.StoreUnsafe(ref operands.ResultHi, (nuint)i);
        }
        return i;
    }

    /// <inheritdoc cref="Add"/>
    public static int Subtract(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector128<double>.Count; i += Vector128<double>.Count)
        {
            Vector128<double> lo = AddDown(Load(ref operands.LeftLo, i), -Load(ref operands.RightHi, i));
            Vector128<double> hi = -AddDown(-Load(ref operands.LeftHi, i), Load(ref operands.RightLo, i));
            lo.StoreUnsafe(ref operands.ResultLo, (nuint)i);
            hi.StoreUnsafe(ref operands.ResultHi, (nuint)i);
        }
        return i;
    }

    /// <inheritdoc cref="Add"/>
    public static int Multiply(in IntervalOperands operands, int length)
    {
        int i = 0;
        for (; i <= length - Vector128<double>.Count; i += Vector128<double>.Count)
        {
            Vector128<double> leftLo = Load(ref operands.LeftLo, i);
            Vector128<double> leftHi = Load(ref operands.LeftHi, i);
            Vector128<double> rightLo = Load(ref operands.RightLo, i);
            Vector128<double> rightHi = Load(ref operands.RightHi, i);
            ulong doubtful = Products(leftLo, leftHi, rightLo, rightHi, out Vector128<double> lo, out Vector128<double> hi);
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
        for (; i <= length - Vector128<double>.Count; i += Vector128<double>.Count)
        {
            Vector128<double> leftLo = Load(ref operands.LeftLo, i);
            Vector128<double> leftHi = Load(ref operands.LeftHi, i);
            Vector128<double> rightLo = Load(ref operands.RightLo, i);
            Vector128<double> rightHi = Load(ref operands.RightHi, i);
            Vector128<double> addendLo = Load(ref operands.AddendLo, i);
            Vector128<double> addendHi = Load(ref operands.AddendHi, i);
            ulong doubtful = Products(leftLo, leftHi, rightLo, rightHi, out Vector128<double> lo, out Vector128<double> hi);
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
    private static Vector128<double> Load(ref double start, int index) => Vector128.LoadUnsafe(ref start, (nuint)index);

    /// <summary>a + b, moved down unless the error of the sum (Knuth 1969) says that it lies above; NaN, where something overflowed, does not say so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> AddDown(Vector128<double> a, Vector128<double> b)
    {
        Vector128<double> sum = a + b;
        Vector128<double> part = sum - a;
        Vector128<double> error = (a - (sum - part)) + (b - part);
        return Vector128.ConditionalSelect(Vector128.GreaterThanOrEqual(error, Vector128<double>.Zero), sum, Down(sum));
    }

    /// <summary>
    /// x − (φ|x| + η), at or below the double before x: φ = 2⁻⁵³(1 + 2⁻⁵²), η the least double. From +∞ to below the largest finite double; NaN stays.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Down(Vector128<double> x)
    {
        x = Vector128.ConditionalSelect(Vector128.Equals(x, Vector128.Create(double.PositiveInfinity)), Vector128.Create(double.MaxValue), x);
        return x - ((Vector128.Abs(x) * Vector128.Create(1.1102230246251568e-16)) + Vector128.Create(double.Epsilon));
    }

    /// <summary>
    /// The least and the largest product of ends, rounded to nearest. Returns the lanes where that is not enough: 0 · ∞ or an empty set somewhere (a NaN), and
    /// results of zero, which may stand for zero or for something too small for a double.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Products(
        Vector128<double> leftLo, Vector128<double> leftHi, Vector128<double> rightLo, Vector128<double> rightHi, out Vector128<double> lo, out Vector128<double> hi)
    {
        Vector128<double> isLoPositive = Vector128.GreaterThanOrEqual(leftLo, Vector128<double>.Zero);
        Vector128<double> isHiPositive = Vector128.GreaterThanOrEqual(leftHi, Vector128<double>.Zero);
        Vector128<double> least = leftLo * Vector128.ConditionalSelect(isLoPositive, rightLo, rightHi);
        Vector128<double> otherLeast = leftHi * Vector128.ConditionalSelect(isHiPositive, rightLo, rightHi);
        Vector128<double> largest = leftHi * Vector128.ConditionalSelect(isHiPositive, rightHi, rightLo);
        Vector128<double> otherLargest = leftLo * Vector128.ConditionalSelect(isLoPositive, rightHi, rightLo);
        lo = Vector128.MinNative(least, otherLeast);
        hi = Vector128.MaxNative(largest, otherLargest);
        Vector128<double> sum = (least + otherLeast) + (largest + otherLargest); // NaN where one of them is; also for ∞ − ∞, which is as rare
        Vector128<double> isSafe = Vector128.Equals(sum, sum) & ~Vector128.Equals(lo, Vector128<double>.Zero) & ~Vector128.Equals(hi, Vector128<double>.Zero);
        return Vector128.ExtractMostSignificantBits(~isSafe);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Multiply(
        ulong lanes, Vector128<double> leftLo, Vector128<double> leftHi, Vector128<double> rightLo, Vector128<double> rightHi, in IntervalOperands operands, int index)
    {
        for (int lane = 0; lane < Vector128<double>.Count; lane++)
        {
            if ((lanes >> lane & 1) != 0)
            {
                operands.Store(index + lane, Interval.Raw(leftLo[lane], leftHi[lane]) * Interval.Raw(rightLo[lane], rightHi[lane]));
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MultiplyAdd(
        ulong lanes, Vector128<double> leftLo, Vector128<double> leftHi, Vector128<double> rightLo, Vector128<double> rightHi,
        Vector128<double> addendLo, Vector128<double> addendHi, in IntervalOperands operands, int index)
    {
        for (int lane = 0; lane < Vector128<double>.Count; lane++)
        {
            if ((lanes >> lane & 1) != 0)
            {
                operands.Store(index + lane, Interval.FusedMultiplyAdd(
                    Interval.Raw(leftLo[lane], leftHi[lane]), Interval.Raw(rightLo[lane], rightHi[lane]), Interval.Raw(addendLo[lane], addendHi[lane])));
            }
        }
    }
}
