using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

// Lanes as iterations that each read and write places of their own.
public static partial class Batch
{
    /// <summary>Gathers neighbouring elements per lane: element k of <paramref name="lanes"/> holds <c>values[firsts[lane] + k]</c>.</summary>
    /// <param name="values">What is read.</param>
    /// <param name="firsts">The place of the first element, one per lane.</param>
    /// <param name="lanes">Receives one vector per neighbour.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place is outside <paramref name="values"/>.</exception>
    public static void Gather(ReadOnlySpan<double> values, ReadOnlySpan<int> firsts, Span<Vector512<double>> lanes)
    {
        firsts = firsts[..Vector512<double>.Count];
        int k = 0;
        if (Avx512F.IsSupported && lanes.Length >= Vector512<double>.Count)
        {
            // The last block overlaps the one before it where the length is no multiple: it writes the same numbers again.
            for (; k < lanes.Length; k += Vector512<double>.Count)
            {
                int from = Math.Min(k, lanes.Length - Vector512<double>.Count);
                Span<Vector512<double>> square = lanes.Slice(from, Vector512<double>.Count);
                for (int lane = 0; lane < square.Length; lane++)
                {
                    square[lane] = Vector512.Create(values.Slice(firsts[lane] + from, Vector512<double>.Count));
                }
                Transpose(square);
            }
            return;
        }
        for (; k < lanes.Length; k++)
        {
            lanes[k] = Vector512.Create(
                values[firsts[0] + k], values[firsts[1] + k], values[firsts[2] + k], values[firsts[3] + k],
                values[firsts[4] + k], values[firsts[5] + k], values[firsts[6] + k], values[firsts[7] + k]);
        }
    }

    /// <inheritdoc cref="Gather(ReadOnlySpan{double}, ReadOnlySpan{int}, Span{Vector512{double}})"/>
    public static void Gather(ReadOnlySpan<float> values, ReadOnlySpan<int> firsts, Span<Vector512<float>> lanes)
    {
        Span<float> gathered = stackalloc float[Vector512<float>.Count];
        for (int k = 0; k < lanes.Length; k++)
        {
            for (int lane = 0; lane < gathered.Length; lane++)
            {
                gathered[lane] = values[firsts[lane] + k];
            }
            lanes[k] = Load(gathered, 0);
        }
    }

    /// <summary>Stores the lanes at equal distances.</summary>
    /// <typeparam name="T"><see langword="double"/> or <see langword="float"/>.</typeparam>
    /// <param name="lanes">The lanes.</param>
    /// <param name="values">Receives them.</param>
    /// <param name="first">The place of lane 0.</param>
    /// <param name="step">The distance to the next lane's place.</param>
    /// <exception cref="IndexOutOfRangeException">A place is outside <paramref name="values"/>.</exception>
    public static void Scatter<T>(Vector512<T> lanes, Span<T> values, int first, int step)
    {
        if (step == 1)
        {
            lanes.CopyTo(values.Slice(first, Vector512<T>.Count));
            return;
        }
        // Through memory once: an element of a vector in a register by a number that varies is a store and a load each.
        ref T own = ref Unsafe.As<Vector512<T>, T>(ref lanes);
        for (int lane = 0; lane < Vector512<T>.Count; lane++)
        {
            values[first + (lane * step)] = Unsafe.Add(ref own, lane);
        }
    }

    /// <summary>Stores neighbouring elements per lane: the inverse of a gather.</summary>
    internal static void StoreAt<T>(ReadOnlySpan<Vector512<T>> lanes, Span<T> values, ReadOnlySpan<int> firsts)
    {
        if (typeof(T) == typeof(double) && Avx512F.IsSupported && lanes.Length >= Vector512<double>.Count)
        {
            StoreAt(
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Vector512<T>, Vector512<double>>(ref MemoryMarshal.GetReference(lanes)), lanes.Length),
                MemoryMarshal.CreateSpan(ref Unsafe.As<T, double>(ref MemoryMarshal.GetReference(values)), values.Length),
                firsts);
            return;
        }
        for (int lane = 0; lane < Vector512<T>.Count; lane++)
        {
            Span<T> run = values.Slice(firsts[lane], lanes.Length);
            for (int k = 0; k < run.Length; k++)
            {
                run[k] = lanes[k][lane];
            }
        }
    }

    /// <summary>In squares of eight, of which the last overlaps the one before it where the length is no multiple.</summary>
    private static void StoreAt(ReadOnlySpan<Vector512<double>> lanes, Span<double> values, ReadOnlySpan<int> firsts)
    {
        for (int k = 0; k < lanes.Length; k += Vector512<double>.Count)
        {
            int from = Math.Min(k, lanes.Length - Vector512<double>.Count);
            StoreSquare(lanes.Slice(from, Vector512<double>.Count), values, firsts, from);
        }
    }

    /// <summary>An 8 × 8 matrix transposed in registers, as in <see cref="Transpose"/>, and stored row by row.</summary>
    private static void StoreSquare(ReadOnlySpan<Vector512<double>> m, Span<double> values, ReadOnlySpan<int> firsts, int from)
    {
        m = m[..8];
        firsts = firsts[..8];
        Vector512<double> even0 = Avx512F.UnpackLow(m[0], m[1]), odd0 = Avx512F.UnpackHigh(m[0], m[1]);
        Vector512<double> even1 = Avx512F.UnpackLow(m[2], m[3]), odd1 = Avx512F.UnpackHigh(m[2], m[3]);
        Vector512<double> even2 = Avx512F.UnpackLow(m[4], m[5]), odd2 = Avx512F.UnpackHigh(m[4], m[5]);
        Vector512<double> even3 = Avx512F.UnpackLow(m[6], m[7]), odd3 = Avx512F.UnpackHigh(m[6], m[7]);
        Vector512<double> even04Low = Avx512F.Shuffle4x128(even0, even1, 0x88), even26Low = Avx512F.Shuffle4x128(even0, even1, 0xDD);
        Vector512<double> even04High = Avx512F.Shuffle4x128(even2, even3, 0x88), even26High = Avx512F.Shuffle4x128(even2, even3, 0xDD);
        Vector512<double> odd15Low = Avx512F.Shuffle4x128(odd0, odd1, 0x88), odd37Low = Avx512F.Shuffle4x128(odd0, odd1, 0xDD);
        Vector512<double> odd15High = Avx512F.Shuffle4x128(odd2, odd3, 0x88), odd37High = Avx512F.Shuffle4x128(odd2, odd3, 0xDD);
        Store(Avx512F.Shuffle4x128(even04Low, even04High, 0x88), values, firsts[0] + from);
        Store(Avx512F.Shuffle4x128(odd15Low, odd15High, 0x88), values, firsts[1] + from);
        Store(Avx512F.Shuffle4x128(even26Low, even26High, 0x88), values, firsts[2] + from);
        Store(Avx512F.Shuffle4x128(odd37Low, odd37High, 0x88), values, firsts[3] + from);
        Store(Avx512F.Shuffle4x128(even04Low, even04High, 0xDD), values, firsts[4] + from);
        Store(Avx512F.Shuffle4x128(odd15Low, odd15High, 0xDD), values, firsts[5] + from);
        Store(Avx512F.Shuffle4x128(even26Low, even26High, 0xDD), values, firsts[6] + from);
        Store(Avx512F.Shuffle4x128(odd37Low, odd37High, 0xDD), values, firsts[7] + from);
    }
}
