// Vector512/Lanes.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Applies a scalar function to each lane, so that lanes and scalars agree bit for bit where no vector form exists.</summary>
internal static partial class Lanes
{
    public static Vector256<T> Map<T>(Vector256<T> x, Func<T, T> function)
        where T : unmanaged
    {
        Span<T> lanes = stackalloc T[Vector256<T>.Count];
        x.CopyTo(lanes);
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = function(lanes[i]);
        }
        return Vector256.Create<T>(lanes);
    }

    public static Vector256<T> Map<T>(Vector256<T> x, Vector256<T> y, Func<T, T, T> function)
        where T : unmanaged
    {
        Span<T> lanes = stackalloc T[Vector256<T>.Count];
        Span<T> others = stackalloc T[Vector256<T>.Count];
        x.CopyTo(lanes);
        y.CopyTo(others);
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = function(lanes[i], others[i]);
        }
        return Vector256.Create<T>(lanes);
    }

    public static Vector256<T> Map<T>(Vector256<T> x, int n, Func<T, int, T> function)
        where T : unmanaged
    {
        Span<T> lanes = stackalloc T[Vector256<T>.Count];
        x.CopyTo(lanes);
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = function(lanes[i], n);
        }
        return Vector256.Create<T>(lanes);
    }

    /// <summary>Recomputes the lanes of a result that a mask selects; the others keep their bits, so that every lane depends on its own argument only.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> Replace(Vector256<double> result, Vector256<double> mask, Vector256<double> x, Func<double, double> function)
    {
        ulong selected = Vector256.ExtractMostSignificantBits(mask);
        for (int i = 0; i < Vector256<double>.Count; i++)
        {
            if ((selected >> i & 1) != 0)
            {
                result = result.WithElement(i, function(x[i]));
            }
        }
        return result;
    }

    /// <inheritdoc cref="Replace(Vector256{double}, Vector256{double}, Vector256{double}, Func{double, double})"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> Replace(
        Vector256<double> result, Vector256<double> mask, Vector256<double> x, Vector256<double> y, Func<double, double, double> function)
    {
        ulong selected = Vector256.ExtractMostSignificantBits(mask);
        for (int i = 0; i < Vector256<double>.Count; i++)
        {
            if ((selected >> i & 1) != 0)
            {
                result = result.WithElement(i, function(x[i], y[i]));
            }
        }
        return result;
    }

    /// <summary>Whether a mask is set in some lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any<T>(Vector256<T> mask) => Vector256.ExtractMostSignificantBits(mask) != 0;
}
