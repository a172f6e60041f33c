using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <summary>Samples that stand side by side in lanes, sample after sample: what a kernel needs to run its lanes along the features.</summary>
internal static class LaneTile
{
    /// <summary>
    /// Turns <paramref name="across"/> times as many features as a vector has lanes: lane l of feature f of vector v becomes lane f of sample l.
    /// </summary>
    public static void Transpose<T>(ref Vector512<T> from, nint step, int vectors, int across, ref Vector512<T> to)
        where T : unmanaged
    {
        for (int v = 0; v < vectors; v++)
        {
            for (int a = 0; a < across; a++)
            {
                ref Vector512<T> source = ref Unsafe.Add(ref from, (v * step) + (a * Vector512<T>.Count)), target = ref Unsafe.Add(ref to, (v * Vector512<T>.Count * across) + a);
                if (typeof(T) == typeof(double) && Avx512F.IsSupported)
                {
                    Transpose(ref Unsafe.As<Vector512<T>, Vector512<double>>(ref source), ref Unsafe.As<Vector512<T>, Vector512<double>>(ref target), across);
                    continue;
                }
                ref T lanes = ref Unsafe.As<Vector512<T>, T>(ref source), samples = ref Unsafe.As<Vector512<T>, T>(ref target);
                for (int feature = 0; feature < Vector512<T>.Count; feature++)
                {
                    for (int lane = 0; lane < Vector512<T>.Count; lane++)
                    {
                        Unsafe.Add(ref samples, (lane * across * Vector512<T>.Count) + feature) = Unsafe.Add(ref lanes, (feature * Vector512<T>.Count) + lane);
                    }
                }
            }
        }
    }

    /// <summary>An 8 × 8 matrix in registers: neighbours are paired, then pairs of 128 bits, then halves of 256 bits change places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Vector512<double> from, ref Vector512<double> to, nint step)
    {
        // Rows 2i and 2i + 1: even[i] holds their columns 0 2 4 6, odd[i] their columns 1 3 5 7, two rows to each 128 bits.
        Vector512<double> even0 = Avx512F.UnpackLow(from, Unsafe.Add(ref from, 1)), odd0 = Avx512F.UnpackHigh(from, Unsafe.Add(ref from, 1));
        Vector512<double> even1 = Avx512F.UnpackLow(Unsafe.Add(ref from, 2), Unsafe.Add(ref from, 3)), odd1 = Avx512F.UnpackHigh(Unsafe.Add(ref from, 2), Unsafe.Add(ref from, 3));
        Vector512<double> even2 = Avx512F.UnpackLow(Unsafe.Add(ref from, 4), Unsafe.Add(ref from, 5)), odd2 = Avx512F.UnpackHigh(Unsafe.Add(ref from, 4), Unsafe.Add(ref from, 5));
        Vector512<double> even3 = Avx512F.UnpackLow(Unsafe.Add(ref from, 6), Unsafe.Add(ref from, 7)), odd3 = Avx512F.UnpackHigh(Unsafe.Add(ref from, 6), Unsafe.Add(ref from, 7));

        // 0x88 takes the 128-bit parts 0 and 2 of both operands, 0xDD the parts 1 and 3.
        Vector512<double> even04Low = Avx512F.Shuffle4x128(even0, even1, 0x88), even26Low = Avx512F.Shuffle4x128(even0, even1, 0xDD);
        Vector512<double> even04High = Avx512F.Shuffle4x128(even2, even3, 0x88), even26High = Avx512F.Shuffle4x128(even2, even3, 0xDD);
        Vector512<double> odd15Low = Avx512F.Shuffle4x128(odd0, odd1, 0x88), odd37Low = Avx512F.Shuffle4x128(odd0, odd1, 0xDD);
        Vector512<double> odd15High = Avx512F.Shuffle4x128(odd2, odd3, 0x88), odd37High = Avx512F.Shuffle4x128(odd2, odd3, 0xDD);

        to = Avx512F.Shuffle4x128(even04Low, even04High, 0x88);
        Unsafe.Add(ref to, step) = Avx512F.Shuffle4x128(odd15Low, odd15High, 0x88);
        Unsafe.Add(ref to, 2 * step) = Avx512F.Shuffle4x128(even26Low, even26High, 0x88);
        Unsafe.Add(ref to, 3 * step) = Avx512F.Shuffle4x128(odd37Low, odd37High, 0x88);
        Unsafe.Add(ref to, 4 * step) = Avx512F.Shuffle4x128(even04Low, even04High, 0xDD);
        Unsafe.Add(ref to, 5 * step) = Avx512F.Shuffle4x128(odd15Low, odd15High, 0xDD);
        Unsafe.Add(ref to, 6 * step) = Avx512F.Shuffle4x128(even26Low, even26High, 0xDD);
        Unsafe.Add(ref to, 7 * step) = Avx512F.Shuffle4x128(odd37Low, odd37High, 0xDD);
    }
}
