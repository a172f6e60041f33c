using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Benchmarks;

/// <summary>Vectors at addresses that are multiples of 64: a vector elsewhere costs two accesses. Lives as long as its owner, which is the process.</summary>
internal sealed unsafe class Scratch(int length)
{
    public Vector512<double>* Start { get; } = (Vector512<double>*)NativeMemory.AlignedAlloc((nuint)(64 * length), 64);

    ~Scratch() => NativeMemory.AlignedFree(Start);
}
