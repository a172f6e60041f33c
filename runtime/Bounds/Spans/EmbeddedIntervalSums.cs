using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <summary>Sums and differences of intervals rounded by the instruction (AVX-512): the tightest results.</summary>
internal static class EmbeddedIntervalSums
{
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double start, int index) => Vector512.LoadUnsafe(ref start, (nuint)index);
}
