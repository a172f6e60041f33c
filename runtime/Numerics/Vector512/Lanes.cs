using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Applies a scalar function to each lane, so that lanes and scalars agree bit for bit where no vector form exists.</summary>
internal static partial class Lanes
{
    public static Vector512<T> Map<T>(Vector512<T> x, Func<T, T> function)
        where T : unmanaged
    {
        Span<T> lanes = stackalloc T[Vector512<T>.Count];
        x.CopyTo(lanes);
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = function(lanes[i]);
        }
        return Vector512.Create<T>(lanes);
    }

    public static Vector512<T> Map<T>(Vector512<T> x, Vector512<T> y, Func<T, T, T> function)
        where T : unmanaged
    {
        Span<T> lanes = stackalloc T[Vector512<T>.Count];
        Span<T> others = stackalloc T[Vector512<T>.Count];
        x.CopyTo(lanes);
        y.CopyTo(others);
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = function(lanes[i], others[i]);
        }
        return Vector512.Create<T>(lanes);
    }

    public static Vector512<T> Map<T>(Vector512<T> x, int n, Func<T, int, T> function)
        where T : unmanaged
    {
        Span<T> lanes = stackalloc T[Vector512<T>.Count];
        x.CopyTo(lanes);
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = function(lanes[i], n);
        }
        return Vector512.Create<T>(lanes);
    }

    /// <summary>Recomputes the lanes of a result that a mask selects; the others keep their bits, so that every lane depends on its own argument only.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector512<double> Replace(Vector512<double> result, Vector512<double> mask, Vector512<double> x, Func<double, double> function)
    {
        ulong selected = Vector512.ExtractMostSignificantBits(mask);
        for (int i = 0; i < Vector512<double>.Count; i++)
        {
            if ((selected >> i & 1) != 0)
            {
                result = result.WithElement(i, function(x[i]));
            }
        }
        return result;
    }

    /// <inheritdoc cref="Replace(Vector512{double}, Vector512{double}, Vector512{double}, Func{double, double})"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector512<double> Replace(
        Vector512<double> result, Vector512<double> mask, Vector512<double> x, Vector512<double> y, Func<double, double, double> function)
    {
        ulong selected = Vector512.ExtractMostSignificantBits(mask);
        for (int i = 0; i < Vector512<double>.Count; i++)
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
    public static bool Any<T>(Vector512<T> mask) => Vector512.ExtractMostSignificantBits(mask) != 0;
}
