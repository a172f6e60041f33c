using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <content>Lanes of eight elements that lie apart, or of which only some are touched; every access is within the span or throws.</content>
public static partial class Batch
{
    /// <summary>Adds lanes to consecutive elements.</summary>
    /// <param name="lanes">What to add.</param>
    /// <param name="span">Where to add.</param>
    /// <param name="index">The element of the first lane.</param>
    /// <exception cref="IndexOutOfRangeException">The span ends before the last lane.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector512<double> lanes, Span<double> span, int index)
    {
        _ = span[index + 7];
        (Vector512.LoadUnsafe(ref span[index]) + lanes).StoreUnsafe(ref span[index]);
    }

    /// <summary>Elements that lie apart by the same distance.</summary>
    /// <param name="span">Where to read.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane; zero and negative ones are allowed.</param>
    /// <returns>The elements, one per lane.</returns>
    /// <exception cref="IndexOutOfRangeException">A lane's element is not in the span.</exception>
    public static Vector512<double> Load(ReadOnlySpan<double> span, int index, int stride)
    {
        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = span[index + (lane * stride)];
        }
        return Vector512.Create<double>(lanes);
    }

    /// <summary>Writes lanes to elements that lie apart by the same distance, lane 0 first.</summary>
    /// <param name="lanes">What to write.</param>
    /// <param name="span">Where to write.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane.</param>
    /// <exception cref="IndexOutOfRangeException">A lane's element is not in the span; those before it are written.</exception>
    public static void Store(Vector512<double> lanes, Span<double> span, int index, int stride)
    {
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            span[index + (lane * stride)] = lanes[lane];
        }
    }

    /// <summary>Adds lanes to elements that lie apart by the same distance; with distance zero, all of them to one.</summary>
    /// <param name="lanes">What to add.</param>
    /// <param name="span">Where to add.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane.</param>
    /// <exception cref="IndexOutOfRangeException">A lane's element is not in the span; those before it are changed.</exception>
    public static void Add(Vector512<double> lanes, Span<double> span, int index, int stride)
    {
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            span[index + (lane * stride)] += lanes[lane];
        }
    }

    /// <summary>Those of consecutive elements that a mask selects.</summary>
    /// <param name="span">Where to read.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="mask">All ones in the lanes to read.</param>
    /// <returns>The elements; anything in the other lanes, whose elements need not exist.</returns>
    /// <exception cref="IndexOutOfRangeException">A selected lane's element is not in the span.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ReadOnlySpan<double> span, int index, Vector512<double> mask) =>
        (uint)(index + 7) < (uint)span.Length && index >= 0
            ? Vector512.LoadUnsafe(in span[index]) // the other lanes exist as well: nobody looks at them
            : LoadSome(span, index, mask);

    /// <inheritdoc cref="Load(ReadOnlySpan{double}, int, Vector512{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(Span<double> span, int index, Vector512<double> mask) =>
        (uint)(index + 7) < (uint)span.Length && index >= 0 ? Vector512.LoadUnsafe(ref span[index]) : LoadSome(span, index, mask);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe Vector512<double> LoadSome(ReadOnlySpan<double> span, int index, Vector512<double> mask)
    {
        if (!Avx512F.IsSupported)
        {
            return Load(span, index, 1, mask);
        }
        RequireLanes(span.Length, index, (uint)Vector512.ExtractMostSignificantBits(mask));
        fixed (double* first = span)
        {
            return Avx512F.MaskLoad(first + index, mask, Vector512<double>.Zero);
        }
    }

    /// <summary>Writes the lanes that a mask selects to consecutive elements.</summary>
    /// <param name="lanes">What to write.</param>
    /// <param name="span">Where to write.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="mask">All ones in the lanes to write; the elements of the others need not exist.</param>
    /// <exception cref="IndexOutOfRangeException">A selected lane's element is not in the span.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> lanes, Span<double> span, int index, Vector512<double> mask)
    {
        if ((uint)(index + 7) < (uint)span.Length && index >= 0)
        {
            Vector512.ConditionalSelect(mask, lanes, Vector512.LoadUnsafe(ref span[index])).StoreUnsafe(ref span[index]);
        }
        else
        {
            StoreSome(lanes, span, index, mask);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe void StoreSome(Vector512<double> lanes, Span<double> span, int index, Vector512<double> mask)
    {
        if (!Avx512F.IsSupported)
        {
            Store(lanes, span, index, 1, mask);
            return;
        }
        RequireLanes(span.Length, index, (uint)Vector512.ExtractMostSignificantBits(mask));
        fixed (double* first = span)
        {
            Avx512F.MaskStore(first + index, mask, lanes);
        }
    }

    /// <summary>Adds the lanes that a mask selects to consecutive elements.</summary>
    /// <param name="lanes">What to add.</param>
    /// <param name="span">Where to add.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="mask">All ones in the lanes to add; the elements of the others need not exist.</param>
    /// <exception cref="IndexOutOfRangeException">A selected lane's element is not in the span.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector512<double> lanes, Span<double> span, int index, Vector512<double> mask)
    {
        if ((uint)(index + 7) < (uint)span.Length && index >= 0)
        {
            Vector512<double> old = Vector512.LoadUnsafe(ref span[index]);
            Vector512.ConditionalSelect(mask, old + lanes, old).StoreUnsafe(ref span[index]);
        }
        else
        {
            AddSome(lanes, span, index, mask);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddSome(Vector512<double> lanes, Span<double> span, int index, Vector512<double> mask) =>
        StoreSome(LoadSome(span, index, mask) + lanes, span, index, mask);

    /// <summary>Those elements, apart by the same distance, that a mask selects.</summary>
    /// <inheritdoc cref="Load(ReadOnlySpan{double}, int, Vector512{double})"/>
    /// <param name="span">Where to read.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane.</param>
    /// <param name="mask">All ones in the lanes to read.</param>
    public static Vector512<double> Load(ReadOnlySpan<double> span, int index, int stride, Vector512<double> mask)
    {
        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        lanes.Clear();
        ulong selected = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            if ((selected >> lane & 1) != 0)
            {
                lanes[lane] = span[index + (lane * stride)];
            }
        }
        return Vector512.Create<double>(lanes);
    }

    /// <summary>Writes the lanes that a mask selects to elements that lie apart by the same distance, lane 0 first.</summary>
    /// <inheritdoc cref="Store(Vector512{double}, Span{double}, int, Vector512{double})"/>
    /// <param name="lanes">What to write.</param>
    /// <param name="span">Where to write.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane.</param>
    /// <param name="mask">All ones in the lanes to write.</param>
    public static void Store(Vector512<double> lanes, Span<double> span, int index, int stride, Vector512<double> mask)
    {
        ulong selected = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            if ((selected >> lane & 1) != 0)
            {
                span[index + (lane * stride)] = lanes[lane];
            }
        }
    }

    /// <summary>Adds the lanes that a mask selects to elements that lie apart by the same distance.</summary>
    /// <inheritdoc cref="Add(Vector512{double}, Span{double}, int, Vector512{double})"/>
    /// <param name="lanes">What to add.</param>
    /// <param name="span">Where to add.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane.</param>
    /// <param name="mask">All ones in the lanes to add.</param>
    public static void Add(Vector512<double> lanes, Span<double> span, int index, int stride, Vector512<double> mask)
    {
        ulong selected = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            if ((selected >> lane & 1) != 0)
            {
                span[index + (lane * stride)] += lanes[lane];
            }
        }
    }

    /// <summary>Throws where the lowest or the highest selected lane is outside.</summary>
    private static void RequireLanes(int length, int index, uint selected)
    {
        if (selected == 0)
        {
            return;
        }
        long first = (long)index + System.Numerics.BitOperations.TrailingZeroCount(selected), last = (long)index + System.Numerics.BitOperations.Log2(selected);
        if (first < 0 || last >= length)
        {
            throw new IndexOutOfRangeException();
        }
    }
}
