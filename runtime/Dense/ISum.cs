using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>How a kernel adds a product to a sum: rounding twice as the source does, or once where the hardware can.</summary>
internal interface ISum<T>
    where T : unmanaged
{
    static abstract Vector512<T> Add(Vector512<T> sum, Vector512<T> left, Vector512<T> right);

    static abstract T Add(T sum, T left, T right);
}

internal readonly struct RoundedTwice<T> : ISum<T>
    where T : unmanaged, System.Numerics.INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Add(Vector512<T> sum, Vector512<T> left, Vector512<T> right) => sum + (left * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add(T sum, T left, T right) => sum + (left * right);
}

internal readonly struct FusedDouble : ISum<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Add(Vector512<double> sum, Vector512<double> left, Vector512<double> right) => Vector512.MultiplyAddEstimate(left, right, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Add(double sum, double left, double right) => double.MultiplyAddEstimate(left, right, sum);
}

internal readonly struct FusedSingle : ISum<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> sum, Vector512<float> left, Vector512<float> right) => Vector512.MultiplyAddEstimate(left, right, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Add(float sum, float left, float right) => float.MultiplyAddEstimate(left, right, sum);
}
