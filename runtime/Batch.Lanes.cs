using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Lanes of consecutive elements; every access is within the span or throws.</content>
public static partial class Batch
{
    /// <summary>Eight consecutive elements.</summary>
    /// <param name="span">Where to read.</param>
    /// <param name="index">The first element.</param>
    /// <returns>The elements, one per lane.</returns>
    /// <exception cref="IndexOutOfRangeException">The span ends before the last lane.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ReadOnlySpan<double> span, int index)
    {
        _ = span[index + 7]; // indexing is free for the inliner, a slice is not
        return Vector512.LoadUnsafe(in span[index]);
    }

    /// <inheritdoc cref="Load(ReadOnlySpan{double}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(Span<double> span, int index)
    {
        _ = span[index + 7];
        return Vector512.LoadUnsafe(ref span[index]);
    }

    /// <summary>Sixteen consecutive elements.</summary>
    /// <inheritdoc cref="Load(ReadOnlySpan{double}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ReadOnlySpan<float> span, int index)
    {
        _ = span[index + 15]; // indexing is free for the inliner, a slice is not
        return Vector512.LoadUnsafe(in span[index]);
    }

    /// <inheritdoc cref="Load(ReadOnlySpan{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(Span<float> span, int index)
    {
        _ = span[index + 15];
        return Vector512.LoadUnsafe(ref span[index]);
    }

    /// <summary>Four consecutive elements.</summary>
    /// <inheritdoc cref="Load(ReadOnlySpan{double}, int)"/>
    public static Vector256<double> Load256(ReadOnlySpan<double> span, int index)
    {
        _ = span[index + 3];
        return Vector256.LoadUnsafe(in span[index]);
    }

    /// <summary>Eight consecutive elements.</summary>
    /// <inheritdoc cref="Load(ReadOnlySpan{double}, int)"/>
    public static Vector256<float> Load256(ReadOnlySpan<float> span, int index)
    {
        _ = span[index + 7];
        return Vector256.LoadUnsafe(in span[index]);
    }

    /// <summary>Two consecutive elements.</summary>
    /// <inheritdoc cref="Load(ReadOnlySpan{double}, int)"/>
    public static Vector128<double> Load128(ReadOnlySpan<double> span, int index)
    {
        _ = span[index + 1];
        return Vector128.LoadUnsafe(in span[index]);
    }

    /// <summary>Four consecutive elements.</summary>
    /// <inheritdoc cref="Load(ReadOnlySpan{double}, int)"/>
    public static Vector128<float> Load128(ReadOnlySpan<float> span, int index)
    {
        _ = span[index + 3];
        return Vector128.LoadUnsafe(in span[index]);
    }

    /// <summary>Writes lanes to consecutive elements.</summary>
    /// <param name="lanes">What to write.</param>
    /// <param name="span">Where to write.</param>
    /// <param name="index">The element of the first lane.</param>
    /// <exception cref="IndexOutOfRangeException">The span ends before the last lane.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> lanes, Span<double> span, int index)
    {
        _ = span[index + 7];
        lanes.StoreUnsafe(ref span[index]);
    }

    /// <inheritdoc cref="Store(Vector512{double}, Span{double}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> lanes, Span<float> span, int index)
    {
        _ = span[index + 15];
        lanes.StoreUnsafe(ref span[index]);
    }

    /// <inheritdoc cref="Store(Vector512{double}, Span{double}, int)"/>
    public static void Store(Vector256<double> lanes, Span<double> span, int index)
    {
        _ = span[index + 3];
        lanes.StoreUnsafe(ref span[index]);
    }

    /// <inheritdoc cref="Store(Vector512{double}, Span{double}, int)"/>
    public static void Store(Vector256<float> lanes, Span<float> span, int index)
    {
        _ = span[index + 7];
        lanes.StoreUnsafe(ref span[index]);
    }

    /// <inheritdoc cref="Store(Vector512{double}, Span{double}, int)"/>
    public static void Store(Vector128<double> lanes, Span<double> span, int index)
    {
        _ = span[index + 1];
        lanes.StoreUnsafe(ref span[index]);
    }

    /// <inheritdoc cref="Store(Vector512{double}, Span{double}, int)"/>
    public static void Store(Vector128<float> lanes, Span<float> span, int index)
    {
        _ = span[index + 3];
        lanes.StoreUnsafe(ref span[index]);
    }

    /// <summary>Whether a mask is set in some lane.</summary>
    /// <typeparam name="T">The type of the compared lanes.</typeparam>
    /// <param name="mask">The result of a comparison: each lane all ones or all zeros.</param>
    /// <returns>True when it is.</returns>
    public static bool Any<T>(Vector512<T> mask) => Vector512.ExtractMostSignificantBits(mask) != 0;

    /// <summary>The largest lane.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>The largest of them.</returns>
    public static long Largest(Vector512<long> lanes)
    {
        Vector256<long> four = Vector256.Max(lanes.GetLower(), lanes.GetUpper());
        Vector128<long> two = Vector128.Max(four.GetLower(), four.GetUpper());
        return Math.Max(two[0], two[1]);
    }

    /// <inheritdoc cref="Largest(Vector512{long})"/>
    public static int Largest(Vector512<int> lanes)
    {
        Vector256<int> eight = Vector256.Max(lanes.GetLower(), lanes.GetUpper());
        Vector128<int> four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        return Math.Max(Math.Max(four[0], four[1]), Math.Max(four[2], four[3]));
    }

    /// <summary>The smallest lane.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>The smallest of them.</returns>
    public static long Smallest(Vector512<long> lanes)
    {
        Vector256<long> four = Vector256.Min(lanes.GetLower(), lanes.GetUpper());
        Vector128<long> two = Vector128.Min(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }

    /// <inheritdoc cref="Smallest(Vector512{long})"/>
    public static int Smallest(Vector512<int> lanes)
    {
        Vector256<int> eight = Vector256.Min(lanes.GetLower(), lanes.GetUpper());
        Vector128<int> four = Vector128.Min(eight.GetLower(), eight.GetUpper());
        return Math.Min(Math.Min(four[0], four[1]), Math.Min(four[2], four[3]));
    }
}
