using System;
using System.Numerics.Tensors;
using Proxima;

namespace NumericTests.Library;

/// <summary>Functions of spans by System.Numerics.Tensors.</summary>
public static partial class TensorModels
{
    [Gradient]
    public static double Sums(ReadOnlySpan<double> x, double[] y) =>
        (TensorPrimitives.Dot<double>(x, y) * TensorPrimitives.Sum(x)) + TensorPrimitives.SumOfSquares(x) + TensorPrimitives.SumOfMagnitudes<double>(y)
        + TensorPrimitives.Average(x) + TensorPrimitives.Product<double>(y);

    [Gradient]
    public static double Lengths(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        TensorPrimitives.Norm(x) + (2 * TensorPrimitives.Distance(x, y)) + (3 * TensorPrimitives.CosineSimilarity(x, y));

    [Gradient]
    public static double Extremes(ReadOnlySpan<double> x) => TensorPrimitives.Max(x) * TensorPrimitives.Min(x[1..]);

    /// <summary>A layer of a network: a product, a bias, a squashing function and the share of each.</summary>
    [Gradient]
    public static double Layer(ReadOnlySpan<double> weights, ReadOnlySpan<double> x, double bias)
    {
        Span<double> activations = stackalloc double[3];
        for (int i = 0; i < activations.Length; i++)
        {
            activations[i] = TensorPrimitives.Dot(weights.Slice(i * x.Length, x.Length), x);
        }
        TensorPrimitives.Add(activations, bias, activations);
        TensorPrimitives.Tanh(activations, activations);
        double[] shares = new double[4];
        TensorPrimitives.SoftMax(activations, shares.AsSpan(1));
        return (shares[1] * shares[2]) - Math.Log(shares[3]) + shares[0];
    }

    [Gradient]
    public static double Arithmetic(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double s)
    {
        double[] a = new double[x.Length];
        double[] b = new double[x.Length];
        TensorPrimitives.Subtract(x, y, a);
        TensorPrimitives.Multiply<double>(a, s, a);
        TensorPrimitives.MultiplyAdd(x, a, y, b);
        TensorPrimitives.Divide(s, b, a);
        TensorPrimitives.Negate<double>(a, a);
        TensorPrimitives.AddMultiply<double>(a, s, b, a);
        TensorPrimitives.Divide<double>(a, y, b);
        return TensorPrimitives.Dot<double>(a, b);
    }

    [Gradient]
    public static double Functions(ReadOnlySpan<double> x)
    {
        Span<double> y = new double[x.Length];
        TensorPrimitives.Exp(x, y);
        TensorPrimitives.Sqrt(y, y);
        TensorPrimitives.Log(y, y);
        TensorPrimitives.Abs(y, y);
        TensorPrimitives.Pow(y, x, y);
        TensorPrimitives.Pow(y, 1.5, y);
        TensorPrimitives.Sigmoid(y, y);
        TensorPrimitives.Sin(y, y);
        TensorPrimitives.Max(y, x, y);
        TensorPrimitives.Min(y, 2.5, y);
        TensorPrimitives.Hypot(y, x, y);
        return TensorPrimitives.Sum<double>(y);
    }

    /// <summary>The variable itself is overwritten: the companion works on a copy.</summary>
    [Gradient]
    public static double InPlace(double[] x)
    {
        TensorPrimitives.Multiply<double>(x, x, x);
        TensorPrimitives.Add<double>(x.AsSpan(0, 2), x.AsSpan(2, 2), x.AsSpan(0, 2));
        return x[0] * x[1] * x[3];
    }

    [Gradient]
    public static float Single(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Span<float> z = stackalloc float[4];
        TensorPrimitives.Multiply(x, y, z);
        TensorPrimitives.Exp(z, z);
        return TensorPrimitives.Norm<float>(z) + TensorPrimitives.Max<float>(z) + TensorPrimitives.CosineSimilarity(x, y);
    }

    /// <summary>Windows of one array that the caller chooses.</summary>
    [Gradient]
    public static double Windows(ReadOnlySpan<double> x, int from, int to, int count)
    {
        Span<double> y = stackalloc double[8];
        x.CopyTo(y);
        TensorPrimitives.Exp<double>(y.Slice(from, count), y.Slice(to, count));
        return TensorPrimitives.Dot<double>(y, y);
    }

    /// <summary>A map straight into the result.</summary>
    [Jacobian]
    public static void Shares(ReadOnlySpan<double> x, [Result] Span<double> y) => TensorPrimitives.SoftMax(x, y);

    [Gradient]
    public static double Mismatched(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => TensorPrimitives.Dot(x, y) + TensorPrimitives.Distance(x, y);
}
