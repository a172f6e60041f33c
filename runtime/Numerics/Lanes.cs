using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Applies a scalar function to each lane, so that lanes and scalars agree bit for bit where no vector form exists.</summary>
internal static class Lanes
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
}
