using System.Runtime.CompilerServices;

namespace Proxima;

/// <summary>
/// Places on cache lines of their own: a vector that straddles two costs two accesses. Memory of the stack or of an array starts anywhere, and an array may
/// move: only speed depends on the place.
/// </summary>
internal static class CacheLine
{
    private const int Bytes = 64;

    /// <summary>How many elements to ask for beyond those needed.</summary>
    public static int Slack<T>()
        where T : unmanaged => (Bytes + Unsafe.SizeOf<T>() - 1) / Unsafe.SizeOf<T>();

    /// <summary>The first place on a line of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Aligned<T>(ref T start)
        where T : unmanaged
    {
        nint past = Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref start) & (Bytes - 1);
        return ref Unsafe.AddByteOffset(ref start, (Bytes - past) & (Bytes - 1));
    }
}
