using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Proxima;

namespace Benchmarks;

/// <summary>The runtime's functions of 16 floats over columns whose length is a multiple of that.</summary>
internal static class ShippedVectors
{
    private interface IFunction
    {
        static abstract Vector512<float> Of(Vector512<float> x);
    }

    public static void Exp(ReadOnlySpan<float> from, Span<float> to) => Run<ExpOf>(from, to);

    public static void Log(ReadOnlySpan<float> from, Span<float> to) => Run<LogOf>(from, to);

    public static void Sin(ReadOnlySpan<float> from, Span<float> to) => Run<SinOf>(from, to);

    public static void Tanh(ReadOnlySpan<float> from, Span<float> to) => Run<TanhOf>(from, to);

    public static void Sigmoid(ReadOnlySpan<float> from, Span<float> to) => Run<SigmoidOf>(from, to);

    public static void Erf(ReadOnlySpan<float> from, Span<float> to) => Run<ErfOf>(from, to);

    private static void Run<TFunction>(ReadOnlySpan<float> from, Span<float> to)
        where TFunction : struct, IFunction
    {
        ref float x = ref MemoryMarshal.GetReference(from), y = ref MemoryMarshal.GetReference(to);
        for (int i = 0; i <= from.Length - 16; i += 16)
        {
            TFunction.Of(Vector512.LoadUnsafe(ref x, (nuint)i)).StoreUnsafe(ref y, (nuint)i);
        }
    }

    private readonly struct ExpOf : IFunction
    {
        public static Vector512<float> Of(Vector512<float> x) => VectorMath.Exp(x);
    }

    private readonly struct LogOf : IFunction
    {
        public static Vector512<float> Of(Vector512<float> x) => VectorMath.Log(x);
    }

    private readonly struct SinOf : IFunction
    {
        public static Vector512<float> Of(Vector512<float> x) => VectorMath.Sin(x);
    }

    private readonly struct TanhOf : IFunction
    {
        public static Vector512<float> Of(Vector512<float> x) => VectorMath.Tanh(x);
    }

    private readonly struct SigmoidOf : IFunction
    {
        public static Vector512<float> Of(Vector512<float> x) => VectorMath.Sigmoid(x);
    }

    private readonly struct ErfOf : IFunction
    {
        public static Vector512<float> Of(Vector512<float> x) => VectorMath.Erf(x);
    }
}
