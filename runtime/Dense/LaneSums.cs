using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <summary>Adds up lanes in one fixed tree, halves until one number is left, so that the sum has the same bits on every hardware.</summary>
internal static class LaneSums<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The sum of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of(Vector512<T> lanes)
    {
        Vector128<T> two = Quarter(lanes);
        if (typeof(T) == typeof(float))
        {
            Vector64<T> half = two.GetLower() + two.GetUpper();
            return half[0] + half[1];
        }
        return two[0] + two[1];
    }

    /// <summary>Adds the sums of four vectors to four neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(ref T first, Vector512<T> lanes0, Vector512<T> lanes1, Vector512<T> lanes2, Vector512<T> lanes3)
    {
        if (typeof(T) == typeof(double) && Sse2.IsSupported)
        {
            Vector128<double> pairs0 = Pairs(lanes0, lanes1), pairs1 = Pairs(lanes2, lanes3);
            (Vector128.LoadUnsafe(ref first) + pairs0.As<double, T>()).StoreUnsafe(ref first);
            (Vector128.LoadUnsafe(ref first, 2) + pairs1.As<double, T>()).StoreUnsafe(ref first, 2);
            return;
        }
        first += Of(lanes0);
        Unsafe.Add(ref first, 1) += Of(lanes1);
        Unsafe.Add(ref first, 2) += Of(lanes2);
        Unsafe.Add(ref first, 3) += Of(lanes3);
    }

    /// <summary>The sums of two vectors by two additions fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pairs(Vector512<T> lanes0, Vector512<T> lanes1)
    {
        Vector128<double> left = Quarter(lanes0).As<T, double>(), right = Quarter(lanes1).As<T, double>();
        return Sse2.UnpackLow(left, right) + Sse2.UnpackHigh(left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Quarter(Vector512<T> lanes)
    {
        Vector256<T> half = lanes.GetLower() + lanes.GetUpper();
        return half.GetLower() + half.GetUpper();
    }
}
