using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Proxima;

namespace Benchmarks;

/// <summary>Vectorised operations on 1,024 intervals, of all signs, over the same operations on as many doubles: what certainty costs.</summary>
internal sealed class IntervalCase(IntervalBackend backend)
{
    private const int Count = 1024;

    private readonly double[] _lo = Numbers.Random(Count, 11), _hi = Raised(Numbers.Random(Count, 11), 0.5);
    private readonly double[] _otherLo = Numbers.Random(Count, 12), _otherHi = Raised(Numbers.Random(Count, 12), 0.25);
    private readonly double[] _resultLo = new double[Count], _resultHi = new double[Count];

    private delegate void Operation(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, IntervalSpan result, IntervalBackend backend);

    public Case Make(string name, double atMost) => new(name,
    [
        new(Ours("intervals, +", IntervalSpan.Add), new("doubles, +", Add), Target.AtMost(atMost)),
        new(Ours("intervals, −", IntervalSpan.Subtract), new("doubles, −", Subtract), Target.AtMost(atMost)),
        new(Ours("intervals, ×", IntervalSpan.Multiply), new("doubles, ×", Multiply), Target.AtMost(atMost)),
    ]);

    private static double[] Raised(double[] numbers, double by) => Array.ConvertAll(numbers, number => number + by);

    private Contestant Ours(string name, Operation operation) =>
        new(name, () => operation(new(_lo, _hi), new(_otherLo, _otherHi), new(_resultLo, _resultHi), backend))
        {
            Absence = IntervalSpan.IsSupported(backend) ? null : "no " + backend + " here",
        };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Add()
    {
        ref double left = ref _lo[0];
        ref double right = ref _otherLo[0];
        ref double result = ref _resultLo[0];
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
        ref double left = ref _lo[0];
        ref double right = ref _otherLo[0];
        ref double result = ref _resultLo[0];
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
        ref double left = ref _lo[0];
        ref double right = ref _otherLo[0];
        ref double result = ref _resultLo[0];
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
