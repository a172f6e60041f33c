using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Proxima;

namespace Benchmarks;

/// <summary>
/// Vectorised operations on 512 intervals, of all signs, over the same operations on as many doubles: what certainty costs. All that either touches lies in
/// the first-level cache at multiples of a vector, so that the figure is one of arithmetic and not of where the heap puts arrays.
/// </summary>
internal sealed class IntervalCase(IntervalBackend backend)
{
    private const int Count = 512;

    private readonly AlignedColumns _columns = new(
        Numbers.Random(Count, 11), Raised(Numbers.Random(Count, 11), 0.5), Numbers.Random(Count, 12), Raised(Numbers.Random(Count, 12), 0.25), new double[Count], new double[Count]);

    private delegate void Operation(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, IntervalSpan result, IntervalBackend backend);

    public Case Make(string name, double atMost) => new(name,
    [
        new(Ours("intervals, +", IntervalSpan.Add), new("doubles, +", Add), Target.AtMost(atMost)),
        new(Ours("intervals, −", IntervalSpan.Subtract), new("doubles, −", Subtract), Target.AtMost(atMost)),
        new(Ours("intervals, ×", IntervalSpan.Multiply), new("doubles, ×", Multiply), Target.AtMost(atMost)),
    ]);

    private static double[] Raised(double[] numbers, double by) => Array.ConvertAll(numbers, number => number + by);

    private Contestant Ours(string name, Operation operation) =>
        new(name, () => operation(new(_columns[0], _columns[1]), new(_columns[2], _columns[3]), new(_columns[4], _columns[5]), backend))
        {
            Absence = IntervalSpan.IsSupported(backend) ? null : "no " + backend + " here",
        };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Add()
    {
        ref double left = ref _columns[0][0];
        ref double right = ref _columns[2][0];
        ref double result = ref _columns[4][0];
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i < Count; i += Vector512<double>.Count)
            {
                (Vector512.LoadUnsafe(ref left, (nuint)i) + Vector512.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref result, (nuint)i);
            }
            return;
        }
        for (int i = 0; i < Count; i += Vector256<double>.Count)
        {
            (Vector256.LoadUnsafe(ref left, (nuint)i) + Vector256.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref result, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Subtract()
    {
        ref double left = ref _columns[0][0];
        ref double right = ref _columns[2][0];
        ref double result = ref _columns[4][0];
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i < Count; i += Vector512<double>.Count)
            {
                (Vector512.LoadUnsafe(ref left, (nuint)i) - Vector512.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref result, (nuint)i);
            }
            return;
        }
        for (int i = 0; i < Count; i += Vector256<double>.Count)
        {
            (Vector256.LoadUnsafe(ref left, (nuint)i) - Vector256.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref result, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Multiply()
    {
        ref double left = ref _columns[0][0];
        ref double right = ref _columns[2][0];
        ref double result = ref _columns[4][0];
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i < Count; i += Vector512<double>.Count)
            {
                (Vector512.LoadUnsafe(ref left, (nuint)i) * Vector512.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref result, (nuint)i);
            }
            return;
        }
        for (int i = 0; i < Count; i += Vector256<double>.Count)
        {
            (Vector256.LoadUnsafe(ref left, (nuint)i) * Vector256.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref result, (nuint)i);
        }
    }
}
