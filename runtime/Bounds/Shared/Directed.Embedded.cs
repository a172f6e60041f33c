#if NET
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

internal static partial class Directed
{
    /// <summary>Rounding by the instruction itself (AVX-512).</summary>
    internal static class Embedded
    {
        public static bool IsSupported => Avx512F.IsSupported;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double AddDown(double a, double b) =>
            Avx512F.AddScalar(Vector128.CreateScalarUnsafe(a), Vector128.CreateScalarUnsafe(b), FloatRoundingMode.ToNegativeInfinity).ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double AddUp(double a, double b) =>
            Avx512F.AddScalar(Vector128.CreateScalarUnsafe(a), Vector128.CreateScalarUnsafe(b), FloatRoundingMode.ToPositiveInfinity).ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double MultiplyDown(double a, double b) =>
            Avx512F.MultiplyScalar(Vector128.CreateScalarUnsafe(a), Vector128.CreateScalarUnsafe(b), FloatRoundingMode.ToNegativeInfinity).ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double MultiplyUp(double a, double b) =>
            Avx512F.MultiplyScalar(Vector128.CreateScalarUnsafe(a), Vector128.CreateScalarUnsafe(b), FloatRoundingMode.ToPositiveInfinity).ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double DivideDown(double a, double b) =>
            Avx512F.DivideScalar(Vector128.CreateScalarUnsafe(a), Vector128.CreateScalarUnsafe(b), FloatRoundingMode.ToNegativeInfinity).ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double DivideUp(double a, double b) =>
            Avx512F.DivideScalar(Vector128.CreateScalarUnsafe(a), Vector128.CreateScalarUnsafe(b), FloatRoundingMode.ToPositiveInfinity).ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double SqrtDown(double x) =>
            Avx512F.SqrtScalar(Vector128<double>.Zero, Vector128.CreateScalarUnsafe(x), FloatRoundingMode.ToNegativeInfinity).ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double MultiplyAddDown(double a, double b, double c) =>
            Avx512F.FusedMultiplyAddScalar(
                Vector128.CreateScalarUnsafe(a), Vector128.CreateScalarUnsafe(b), Vector128.CreateScalarUnsafe(c), FloatRoundingMode.ToNegativeInfinity).ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double SqrtUp(double x) =>
            Avx512F.SqrtScalar(Vector128<double>.Zero, Vector128.CreateScalarUnsafe(x), FloatRoundingMode.ToPositiveInfinity).ToScalar();
    }
}
#endif
