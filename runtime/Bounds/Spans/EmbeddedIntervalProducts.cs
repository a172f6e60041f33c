using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <summary>
/// Products of intervals rounded by the instruction (AVX-512): the tightest results. With a ≤ b and c ≤ d the least of the four products is one of
/// a·(a &lt; 0 ? d : c) and b·(b &gt; 0 ? c : d), and the largest one of b·(b &gt; 0 ? d : c) and a·(a &lt; 0 ? c : d).
/// </summary>
/// <remarks>
/// Where one of the two is 0 · ∞, the other is the bound: a = 0 meets c = −∞ only, and then b·c is −∞ (or b = 0 too); an infinite a meets d = 0, and then
/// b·(c or 0) ≤ 0 is what zero and the rest have as their minimum; likewise with b. So the instruction that prefers numbers to NaN does the rest, and NaN is
/// left by [0, 0] times all reals and by empty sets alone.
/// </remarks>
internal static class EmbeddedIntervalProducts
{
    private const byte Least = 0b0100, Largest = 0b0101; // of two numbers, or the one that is a number

    public static bool IsSupported => Avx512F.IsSupported && Avx512DQ.IsSupported;

    /// <summary>As many of the first intervals as fill vectors; returns how many.</summary>
    public static int Multiply(in IntervalOperands operands, int length)
    {
        int i = 0;
        while (true)
        {
            i = MultiplyPairs(operands, i, length);
            if (i > length - Vector512<double>.Count)
            {
                return i;
            }
            MultiplyOne(operands, i);
            i += Vector512<double>.Count;
        }
    }

    /// <inheritdoc cref="Multiply"/>
    public static int MultiplyAdd(in IntervalOperands operands, int length)
    {
        int i = 0;
        while (true)
        {
            i = MultiplyAddPairs(operands, i, length);
            if (i > length - Vector512<double>.Count)
            {
                return i;
            }
            MultiplyAddOne(operands, i);
            i += Vector512<double>.Count;
        }
    }

    /// <summary>
    /// Two vectors at a time from <paramref name="i"/> on, until one of a pair has a NaN or no pair is left; returns the first interval not done. No call in
    /// the loop: it would keep the references in memory.
    /// </summary>
    private static int MultiplyPairs(in IntervalOperands operands, int i, int length)
    {
        ref double leftLos = ref operands.LeftLo;
        ref double leftHis = ref operands.LeftHi;
        ref double rightLos = ref operands.RightLo;
        ref double rightHis = ref operands.RightHi;
        ref double resultLos = ref operands.ResultLo;
        ref double resultHis = ref operands.ResultHi;
        for (; i <= length - (2 * Vector512<double>.Count); i += 2 * Vector512<double>.Count)
        {
            int j = i + Vector512<double>.Count;
            Products(Load(ref leftLos, i), Load(ref leftHis, i), Load(ref rightLos, i), Load(ref rightHis, i), out Vector512<double> lo, out Vector512<double> hi);
            Products(Load(ref leftLos, j), Load(ref leftHis, j), Load(ref rightLos, j), Load(ref rightHis, j), out Vector512<double> nextLo, out Vector512<double> nextHi);
            if (Avx512F.CompareUnordered(lo, nextLo).ExtractMostSignificantBits() != 0)
            {
                return i;
            }
            lo.StoreUnsafe(ref resultLos, (nuint)i);
            hi.StoreUnsafe(ref resultHis, (nuint)i);
            nextLo.StoreUnsafe(ref resultLos, (nuint)j);
            nextHi.StoreUnsafe(ref resultHis, (nuint)j);
        }
        return i;
    }

    private static int MultiplyAddPairs(in IntervalOperands operands, int i, int length)
    {
        ref double leftLos = ref operands.LeftLo;
        ref double leftHis = ref operands.LeftHi;
        ref double rightLos = ref operands.RightLo;
        ref double rightHis = ref operands.RightHi;
        ref double addendLos = ref operands.AddendLo;
        ref double addendHis = ref operands.AddendHi;
        ref double resultLos = ref operands.ResultLo;
        ref double resultHis = ref operands.ResultHi;
        for (; i <= length - (2 * Vector512<double>.Count); i += 2 * Vector512<double>.Count)
        {
            int j = i + Vector512<double>.Count;
            Sums(
                Load(ref leftLos, i), Load(ref leftHis, i), Load(ref rightLos, i), Load(ref rightHis, i), Load(ref addendLos, i), Load(ref addendHis, i),
                out Vector512<double> lo, out Vector512<double> hi);
            Sums(
                Load(ref leftLos, j), Load(ref leftHis, j), Load(ref rightLos, j), Load(ref rightHis, j), Load(ref addendLos, j), Load(ref addendHis, j),
                out Vector512<double> nextLo, out Vector512<double> nextHi);
            if (Avx512F.CompareUnordered(lo, nextLo).ExtractMostSignificantBits() != 0)
            {
                return i;
            }
            lo.StoreUnsafe(ref resultLos, (nuint)i);
            hi.StoreUnsafe(ref resultHis, (nuint)i);
            nextLo.StoreUnsafe(ref resultLos, (nuint)j);
            nextHi.StoreUnsafe(ref resultHis, (nuint)j);
        }
        return i;
    }

    /// <summary>One vector; lanes with a NaN are computed again one by one.</summary>
    private static void MultiplyOne(in IntervalOperands operands, int i)
    {
        Vector512<double> leftLo = Load(ref operands.LeftLo, i);
        Vector512<double> leftHi = Load(ref operands.LeftHi, i);
        Vector512<double> rightLo = Load(ref operands.RightLo, i);
        Vector512<double> rightHi = Load(ref operands.RightHi, i);
        Products(leftLo, leftHi, rightLo, rightHi, out Vector512<double> lo, out Vector512<double> hi);
        lo.StoreUnsafe(ref operands.ResultLo, (nuint)i);
        hi.StoreUnsafe(ref operands.ResultHi, (nuint)i);
        ulong unknown = Avx512F.CompareUnordered(lo, lo).ExtractMostSignificantBits();
        for (int lane = 0; unknown >> lane != 0; lane++)
        {
            if ((unknown >> lane & 1) != 0)
            {
                operands.Store(i + lane, Interval.Raw(leftLo[lane], leftHi[lane]) * Interval.Raw(rightLo[lane], rightHi[lane]));
            }
        }
    }

    private static void MultiplyAddOne(in IntervalOperands operands, int i)
    {
        Vector512<double> leftLo = Load(ref operands.LeftLo, i);
        Vector512<double> leftHi = Load(ref operands.LeftHi, i);
        Vector512<double> rightLo = Load(ref operands.RightLo, i);
        Vector512<double> rightHi = Load(ref operands.RightHi, i);
        Vector512<double> addendLo = Load(ref operands.AddendLo, i);
        Vector512<double> addendHi = Load(ref operands.AddendHi, i);
        Sums(leftLo, leftHi, rightLo, rightHi, addendLo, addendHi, out Vector512<double> lo, out Vector512<double> hi);
        lo.StoreUnsafe(ref operands.ResultLo, (nuint)i);
        hi.StoreUnsafe(ref operands.ResultHi, (nuint)i);
        ulong unknown = Avx512F.CompareUnordered(lo, lo).ExtractMostSignificantBits();
        for (int lane = 0; unknown >> lane != 0; lane++)
        {
            if ((unknown >> lane & 1) != 0)
            {
                operands.Store(i + lane, Interval.FusedMultiplyAdd(
                    Interval.Raw(leftLo[lane], leftHi[lane]), Interval.Raw(rightLo[lane], rightHi[lane]), Interval.Raw(addendLo[lane], addendHi[lane])));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Products(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, out Vector512<double> lo, out Vector512<double> hi)
    {
        Vector512<double> isNegative = Avx512F.CompareLessThan(a, Vector512<double>.Zero);
        Vector512<double> isPositive = Avx512F.CompareGreaterThan(b, Vector512<double>.Zero);
        Vector512<double> least = Avx512F.Multiply(a, Avx512F.BlendVariable(c, d, isNegative), FloatRoundingMode.ToNegativeInfinity);
        Vector512<double> otherLeast = Avx512F.Multiply(b, Avx512F.BlendVariable(d, c, isPositive), FloatRoundingMode.ToNegativeInfinity);
        Vector512<double> largest = Avx512F.Multiply(b, Avx512F.BlendVariable(c, d, isPositive), FloatRoundingMode.ToPositiveInfinity);
        Vector512<double> otherLargest = Avx512F.Multiply(a, Avx512F.BlendVariable(d, c, isNegative), FloatRoundingMode.ToPositiveInfinity);
        lo = Avx512DQ.Range(least, otherLeast, Least);
        hi = Avx512DQ.Range(largest, otherLargest, Largest);
    }

    /// <summary>As the products, each with the addend before it is rounded: +∞ − ∞ is beside the bound, which is never +∞ below or −∞ above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sums(
        Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, Vector512<double> addendLo, Vector512<double> addendHi,
        out Vector512<double> lo, out Vector512<double> hi)
    {
        Vector512<double> isNegative = Avx512F.CompareLessThan(a, Vector512<double>.Zero);
        Vector512<double> isPositive = Avx512F.CompareGreaterThan(b, Vector512<double>.Zero);
        Vector512<double> least = Avx512F.FusedMultiplyAdd(a, Avx512F.BlendVariable(c, d, isNegative), addendLo, FloatRoundingMode.ToNegativeInfinity);
        Vector512<double> otherLeast = Avx512F.FusedMultiplyAdd(b, Avx512F.BlendVariable(d, c, isPositive), addendLo, FloatRoundingMode.ToNegativeInfinity);
        Vector512<double> largest = Avx512F.FusedMultiplyAdd(b, Avx512F.BlendVariable(c, d, isPositive), addendHi, FloatRoundingMode.ToPositiveInfinity);
        Vector512<double> otherLargest = Avx512F.FusedMultiplyAdd(a, Avx512F.BlendVariable(d, c, isNegative), addendHi, FloatRoundingMode.ToPositiveInfinity);
        lo = Avx512DQ.Range(least, otherLeast, Least);
        hi = Avx512DQ.Range(largest, otherLargest, Largest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double start, int index) => Vector512.LoadUnsafe(ref start, (nuint)index);
}
