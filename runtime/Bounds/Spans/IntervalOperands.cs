using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Proxima;

/// <summary>Where the ends of operands and results start.</summary>
internal readonly ref struct IntervalOperands
{
    public readonly ref double LeftLo;
    public readonly ref double LeftHi;
    public readonly ref double RightLo;
    public readonly ref double RightHi;
    public readonly ref double AddendLo;
    public readonly ref double AddendHi;
    public readonly ref double ResultLo;
    public readonly ref double ResultHi;

    public IntervalOperands(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, ReadOnlyIntervalSpan addend, IntervalSpan result)
    {
        LeftLo = ref MemoryMarshal.GetReference(left.Lo);
        LeftHi = ref MemoryMarshal.GetReference(left.Hi);
        RightLo = ref MemoryMarshal.GetReference(right.Lo);
        RightHi = ref MemoryMarshal.GetReference(right.Hi);
        AddendLo = ref MemoryMarshal.GetReference(addend.Lo);
        AddendHi = ref MemoryMarshal.GetReference(addend.Hi);
        ResultLo = ref MemoryMarshal.GetReference(result.Lo);
        ResultHi = ref MemoryMarshal.GetReference(result.Hi);
    }

    public void Store(int index, Interval interval)
    {
        Unsafe.Add(ref ResultLo, index) = interval.Lo;
        Unsafe.Add(ref ResultHi, index) = interval.Hi;
    }
}
