using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <content>Lanes of sixteen elements that lie apart, or of which only some are touched; every access is within the span or throws.</content>
public static partial class Batch
{
    /// <summary>Adds lanes to consecutive elements.</summary>
    /// <param name="lanes">What to add.</param>
    /// <param name="span">Where to add.</param>
    /// <param name="index">The element of the first lane.</param>
    /// <exception cref="IndexOutOfRangeException">The span ends before the last lane.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector512<float> lanes, Span<float> span, int index)
    {
        _ = span[index + 15];
        (Vector512.LoadUnsafe(ref span[index]) + lanes).StoreUnsafe(ref span[index]);
    }

    /// <summary>Elements that lie apart by the same distance.</summary>
    /// <param name="span">Where to read.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane; zero and negative ones are allowed.</param>
    /// <returns>The elements, one per lane.</returns>
    /// <exception cref="IndexOutOfRangeException">A lane's element is not in the span.</exception>
    public static Vector512<float> Load(ReadOnlySpan<float> span, int index, int stride)
    {
        Span<float> lanes = stackalloc float[Vector512<float>.Count];
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = span[index + (lane * stride)];
        }
        return Vector512.Create<float>(lanes);
    }

    /// <summary>Writes lanes to elements that lie apart by the same distance, lane 0 first.</summary>
    /// <param name="lanes">What to write.</param>
    /// <param name="span">Where to write.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane.</param>
    /// <exception cref="IndexOutOfRangeException">A lane's element is not in the span; those before it are written.</exception>
    public static void Store(Vector512<float> lanes, Span<float> span, int index, int stride)
    {
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
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
    public static void Add(Vector512<float> lanes, Span<float> span, int index, int stride)
    {
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
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
    public static Vector512<float> Load(ReadOnlySpan<float> span, int index, Vector512<float> mask) =>
        (uint)(index + 15) < (uint)span.Length && index >= 0
            ? Vector512.LoadUnsafe(in span[index]) // the other lanes exist as well: nobody looks at them
            : LoadSome(span, index, mask);

    /// <inheritdoc cref="Load(ReadOnlySpan{float}, int, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(Span<float> span, int index, Vector512<float> mask) =>
        (uint)(index + 15) < (uint)span.Length && index >= 0 ? Vector512.LoadUnsafe(ref span[index]) : LoadSome(span, index, mask);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe Vector512<float> LoadSome(ReadOnlySpan<float> span, int index, Vector512<float> mask)
    {
        if (!Avx512F.IsSupported)
        {
            return Load(span, index, 1, mask);
        }
        RequireLanes(span.Length, index, (uint)Vector512.ExtractMostSignificantBits(mask));
        fixed (float* first = span)
        {
            return Avx512F.MaskLoad(first + index, mask, Vector512<float>.Zero);
        }
    }

    /// <summary>Writes the lanes that a mask selects to consecutive elements.</summary>
    /// <param name="lanes">What to write.</param>
    /// <param name="span">Where to write.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="mask">All ones in the lanes to write; the elements of the others need not exist.</param>
    /// <exception cref="IndexOutOfRangeException">A selected lane's element is not in the span.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> lanes, Span<float> span, int index, Vector512<float> mask)
    {
        if ((uint)(index + 15) < (uint)span.Length && index >= 0)
        {
            Vector512.ConditionalSelect(mask, lanes, Vector512.LoadUnsafe(ref span[index])).StoreUnsafe(ref span[index]);
        }
        else
        {
            StoreSome(lanes, span, index, mask);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe void StoreSome(Vector512<float> lanes, Span<float> span, int index, Vector512<float> mask)
    {
        if (!Avx512F.IsSupported)
        {
            Store(lanes, span, index, 1, mask);
            return;
        }
        RequireLanes(span.Length, index, (uint)Vector512.ExtractMostSignificantBits(mask));
        fixed (float* first = span)
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
    public static void Add(Vector512<float> lanes, Span<float> span, int index, Vector512<float> mask)
    {
        if ((uint)(index + 15) < (uint)span.Length && index >= 0)
        {
            Vector512<float> old = Vector512.LoadUnsafe(ref span[index]);
            Vector512.ConditionalSelect(mask, old + lanes, old).StoreUnsafe(ref span[index]);
        }
        else
        {
            AddSome(lanes, span, index, mask);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddSome(Vector512<float> lanes, Span<float> span, int index, Vector512<float> mask) =>
        StoreSome(LoadSome(span, index, mask) + lanes, span, index, mask);

    /// <summary>Those elements, apart by the same distance, that a mask selects.</summary>
    /// <inheritdoc cref="Load(ReadOnlySpan{float}, int, Vector512{float})"/>
    /// <param name="span">Where to read.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane.</param>
    /// <param name="mask">All ones in the lanes to read.</param>
    public static Vector512<float> Load(ReadOnlySpan<float> span, int index, int stride, Vector512<float> mask)
    {
        Span<float> lanes = stackalloc float[Vector512<float>.Count];
        lanes.Clear();
        ulong selected = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            if ((selected >> lane & 1) != 0)
            {
                lanes[lane] = span[index + (lane * stride)];
            }
        }
        return Vector512.Create<float>(lanes);
    }

    /// <summary>Writes the lanes that a mask selects to elements that lie apart by the same distance, lane 0 first.</summary>
    /// <inheritdoc cref="Store(Vector512{float}, Span{float}, int, Vector512{float})"/>
    /// <param name="lanes">What to write.</param>
    /// <param name="span">Where to write.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane.</param>
    /// <param name="mask">All ones in the lanes to write.</param>
    public static void Store(Vector512<float> lanes, Span<float> span, int index, int stride, Vector512<float> mask)
    {
        ulong selected = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            if ((selected >> lane & 1) != 0)
            {
                span[index + (lane * stride)] = lanes[lane];
            }
        }
    }

    /// <summary>Adds the lanes that a mask selects to elements that lie apart by the same distance.</summary>
    /// <inheritdoc cref="Add(Vector512{float}, Span{float}, int, Vector512{float})"/>
    /// <param name="lanes">What to add.</param>
    /// <param name="span">Where to add.</param>
    /// <param name="index">The element of lane 0.</param>
    /// <param name="stride">The distance from lane to lane.</param>
    /// <param name="mask">All ones in the lanes to add.</param>
    public static void Add(Vector512<float> lanes, Span<float> span, int index, int stride, Vector512<float> mask)
    {
        ulong selected = Vector512.ExtractMostSignificantBits(mask);
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            if ((selected >> lane & 1) != 0)
            {
                span[index + (lane * stride)] += lanes[lane];
            }
        }
    }
}
