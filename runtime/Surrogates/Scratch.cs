using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Numbers for the length of a method, from the pool, at the start of a cache line. Undefined at first.</summary>
internal ref struct Scratch
{
    private Workspace<Vector512<double>> _lanes;

    public Scratch(int length)
    {
        _lanes = new([], Padded(length) / Vector512<double>.Count);
        Span = MemoryMarshal.Cast<Vector512<double>, double>(_lanes.Span);
    }

    /// <summary>At least as many numbers as asked for: a multiple of the lanes.</summary>
    public Span<double> Span { get; }

    /// <summary>The smallest multiple of the lanes that holds so many numbers.</summary>
    public static int Padded(int length) => checked(length + Vector512<double>.Count - 1) & -Vector512<double>.Count;

    public void Dispose() => _lanes.Dispose();
}
