using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <content>Loops in lanes: where their blocks end, what their lanes count, and what becomes of them at the end.</content>
public static partial class Batch
{
    /// <summary>Where the whole blocks of lanes of a loop end: the remainder runs one by one.</summary>
    /// <param name="from">The first index.</param>
    /// <param name="to">The index after the last.</param>
    /// <param name="lanes">The number of lanes.</param>
    /// <returns><paramref name="from"/> plus the largest multiple of <paramref name="lanes"/> that fits; <paramref name="from"/> where none does.</returns>
    public static int BlocksEnd(int from, int to, int lanes)
    {
        long count = (long)to - from;
        return count < lanes ? from : (int)(from + (count - (count % lanes)));
    }

    /// <summary>How many whole rows an array holds.</summary>
    /// <param name="length">The number of elements of the array.</param>
    /// <param name="columns">The number of elements of a row.</param>
    /// <returns><paramref name="length"/> / <paramref name="columns"/>; zero where a row has no elements.</returns>
    public static int WholeRows(int length, int columns) => columns <= 0 ? 0 : length / columns;

    /// <summary>What eight lanes count.</summary>
    /// <param name="first">The number of lane 0.</param>
    /// <param name="stride">What each lane has more than the one before.</param>
    /// <returns>first + stride · lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Ramp(int first, int stride) => Vector512.Create((long)first) + (Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7) * stride);

    /// <summary>What sixteen lanes count.</summary>
    /// <inheritdoc cref="Ramp(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> RampSingle(int first, int stride) => Vector512.Create(first) + (Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) * stride);

    /// <summary>The mask of the lanes that a number of iterations needs.</summary>
    /// <param name="count">The number of iterations; not positive for none.</param>
    /// <returns>All ones in the first <paramref name="count"/> of eight lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> FirstLanes(int count) => Vector512.GreaterThan(Vector512.Create((long)count), Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7)).AsDouble();

    /// <inheritdoc cref="FirstLanes(int)"/>
    /// <returns>All ones in the first <paramref name="count"/> of sixteen lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FirstLanesSingle(int count) => Vector512.GreaterThan(Vector512.Create(count), Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)).AsSingle();

    /// <summary>The sum of all lanes, always in the same order: the halves are added, then the halves of the result, and so on.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>Their sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> lanes)
    {
        Vector256<double> four = lanes.GetLower() + lanes.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    /// <inheritdoc cref="Sum(Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> lanes)
    {
        Vector256<float> eight = lanes.GetLower() + lanes.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }

    /// <summary>The product of all lanes, in the order of <see cref="Sum(Vector512{double})"/>.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>Their product.</returns>
    public static double Product(Vector512<double> lanes)
    {
        Vector256<double> four = lanes.GetLower() * lanes.GetUpper();
        Vector128<double> two = four.GetLower() * four.GetUpper();
        return two[0] * two[1];
    }

    /// <inheritdoc cref="Product(Vector512{double})"/>
    public static float Product(Vector512<float> lanes)
    {
        Vector256<float> eight = lanes.GetLower() * lanes.GetUpper();
        Vector128<float> four = eight.GetLower() * eight.GetUpper();
        return (four[0] * four[2]) * (four[1] * four[3]);
    }

    /// <summary>The largest lane; NaN where one is, and +0 above −0.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>The largest of them.</returns>
    public static double Largest(Vector512<double> lanes)
    {
        Vector256<double> four = Vector256.Max(lanes.GetLower(), lanes.GetUpper());
        Vector128<double> two = Vector128.Max(four.GetLower(), four.GetUpper());
        return Math.Max(two[0], two[1]);
    }

    /// <inheritdoc cref="Largest(Vector512{double})"/>
    public static float Largest(Vector512<float> lanes)
    {
        Vector256<float> eight = Vector256.Max(lanes.GetLower(), lanes.GetUpper());
        Vector128<float> four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        return MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3]));
    }

    /// <summary>The smallest lane; NaN where one is, and −0 below +0.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>The smallest of them.</returns>
    public static double Smallest(Vector512<double> lanes)
    {
        Vector256<double> four = Vector256.Min(lanes.GetLower(), lanes.GetUpper());
        Vector128<double> two = Vector128.Min(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }

    /// <inheritdoc cref="Smallest(Vector512{double})"/>
    public static float Smallest(Vector512<float> lanes)
    {
        Vector256<float> eight = Vector256.Min(lanes.GetLower(), lanes.GetUpper());
        Vector128<float> four = Vector128.Min(eight.GetLower(), eight.GetUpper());
        return MathF.Min(MathF.Min(four[0], four[1]), MathF.Min(four[2], four[3]));
    }

    /// <summary>The lane of the last iteration.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <returns>Lane 7.</returns>
    public static double Last(Vector512<double> lanes) => lanes[7];

    /// <inheritdoc cref="Last(Vector512{double})"/>
    /// <returns>Lane 15.</returns>
    public static float Last(Vector512<float> lanes) => lanes[15];

    /// <summary>The values of the iterations before: the last lane of the block before, then all lanes but the last.</summary>
    /// <param name="before">The lanes of the block before.</param>
    /// <param name="lanes">The lanes of this block.</param>
    /// <returns>The lanes, moved by one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Shift(Vector512<double> before, Vector512<double> lanes)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.AlignRight64(lanes.AsInt64(), before.AsInt64(), 7).AsDouble(); // one instruction: the last of one, then the first seven of the other
        }
        Vector512<long> order = Vector512.Create(7L, 0, 1, 2, 3, 4, 5, 6);
        Vector512<double> moved = Vector512.Shuffle(lanes, order), last = Vector512.Shuffle(before, order);
        return Vector512.ConditionalSelect(Vector512.Create(-1L, 0, 0, 0, 0, 0, 0, 0).AsDouble(), last, moved);
    }

    /// <inheritdoc cref="Shift(Vector512{double}, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Shift(Vector512<float> before, Vector512<float> lanes)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.AlignRight32(lanes.AsInt32(), before.AsInt32(), 15).AsSingle();
        }
        Vector512<int> order = Vector512.Create(15, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        Vector512<float> moved = Vector512.Shuffle(lanes, order), last = Vector512.Shuffle(before, order);
        return Vector512.ConditionalSelect(Vector512.Create(-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).AsSingle(), last, moved);
    }

    /// <summary>Clears the elements outside a range, which is about to be written; all of them where it is empty.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="span">The elements.</param>
    /// <param name="from">The first element of the range.</param>
    /// <param name="to">The element after its last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ClearOutside<T>(Span<T> span, int from, int to)
    {
        if (to <= from)
        {
            span.Clear();
            return;
        }
        if (from > 0)
        {
            span[..Math.Min(from, span.Length)].Clear();
        }
        if (to < span.Length)
        {
            span[Math.Max(to, 0)..].Clear();
        }
    }

    /// <summary>Adds to each element the sum of its lanes.</summary>
    /// <param name="lanes">One vector per element.</param>
    /// <param name="sums">The elements.</param>
    /// <exception cref="ArgumentException">There are fewer vectors than elements.</exception>
    public static void AddSums(ReadOnlySpan<Vector512<double>> lanes, Span<double> sums)
    {
        RequireLength(lanes, sums.Length);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += Sum(lanes[i]);
        }
    }

    /// <inheritdoc cref="AddSums(ReadOnlySpan{Vector512{double}}, Span{double})"/>
    public static void AddSums(ReadOnlySpan<Vector512<float>> lanes, Span<float> sums)
    {
        RequireLength(lanes, sums.Length);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += Sum(lanes[i]);
        }
    }
}
