using System;
using System.Runtime.InteropServices;

namespace Proxima.Evolver.Search;

/// <summary>Rows of doubles of one length, each at the start of a cache line: one number for every node.</summary>
internal sealed unsafe class Rows : IDisposable
{
    private const int Line = 64;

    public Rows(int count, int width)
    {
        Width = width;
        Pointer = (double*)NativeMemory.AlignedAlloc((nuint)(count * width * sizeof(double)), Line);
        new Span<double>(Pointer, count * width).Clear();
    }

    public int Width { get; }

    public double* Pointer { get; private set; }

    public double* this[int row] => Pointer + (row * Width);

    public void Dispose()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
    }
}
