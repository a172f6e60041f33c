using System;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <summary>Sums and products of whole vectors of eight numbers, in one fixed order at every width of the hardware.</summary>
internal static class Columns
{
    /// <summary>target *= factor, element by element.</summary>
    public static void Multiply(ReadOnlySpan<double> factor, Span<double> target)
    {
        for (int r = 0; r < target.Length; r += Vector512<double>.Count)
        {
            (Vector512.Create<double>(target[r..]) * Vector512.Create(factor[r..])).CopyTo(target[r..]);
        }
    }

    /// <summary>target += constant.</summary>
    public static void Shift(double constant, Span<double> target)
    {
        Vector512<double> constants = Vector512.Create(constant);
        for (int r = 0; r < target.Length; r += Vector512<double>.Count)
        {
            (Vector512.Create<double>(target[r..]) + constants).CopyTo(target[r..]);
        }
    }

    /// <summary>target = start + way · node.</summary>
    public static void Line(ReadOnlySpan<double> nodes, double start, double way, Span<double> target)
    {
        Vector512<double> from = Vector512.Create(start), step = Vector512.Create(way);
        for (int r = 0; r < target.Length; r += Vector512<double>.Count)
        {
            Vector512.MultiplyAddEstimate(step, Vector512.Create(nodes[r..]), from).CopyTo(target[r..]);
        }
    }

    /// <summary>target += factor · addend.</summary>
    public static void AddProduct(double factor, ReadOnlySpan<double> addend, Span<double> target)
    {
        Vector512<double> factors = Vector512.Create(factor);
        for (int r = 0; r < target.Length; r += Vector512<double>.Count)
        {
            Vector512.MultiplyAddEstimate(factors, Vector512.Create(addend[r..]), Vector512.Create<double>(target[r..])).CopyTo(target[r..]);
        }
    }

    /// <summary>Σ weight · value.</summary>
    public static double Dot(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        for (int r = 0; r < values.Length; r += Vector512<double>.Count)
        {
            sum = Vector512.MultiplyAddEstimate(Vector512.Create(weights[r..]), Vector512.Create(values[r..]), sum);
        }
        return Sum(sum);
    }

    /// <summary>Σ weight · value².</summary>
    public static double DotSquares(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        for (int r = 0; r < values.Length; r += Vector512<double>.Count)
        {
            Vector512<double> value = Vector512.Create(values[r..]);
            sum = Vector512.MultiplyAddEstimate(Vector512.Create(weights[r..]) * value, value, sum);
        }
        return Sum(sum);
    }

    /// <summary>The sum of the lanes: pairs of halves, so that the order does not depend on the hardware.</summary>
    public static double Sum(Vector512<double> lanes)
    {
        Vector256<double> half = lanes.GetLower() + lanes.GetUpper();
        Vector128<double> quarter = half.GetLower() + half.GetUpper();
        return quarter[0] + quarter[1];
    }
}
