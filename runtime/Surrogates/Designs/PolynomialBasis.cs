using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>All products of coordinates up to a total degree: the constant, the coordinates, products of two in order, products of three.</summary>
internal sealed class PolynomialBasis
{
    private const int Powers = PolynomialDesign.LargestDegree + 1;

    public PolynomialBasis(int dimension, int degree)
    {
        Dimension = dimension;
        List<int[]> products = [[]];
        int first = 0;
        for (int size = 1; size <= degree; size++)
        {
            int end = products.Count;
            for (; first < end; first++)
            {
                int[] shorter = products[first];
                for (int i = shorter.Length == 0 ? 0 : shorter[^1]; i < dimension; i++)
                {
                    products.Add([.. shorter, i]);
                }
            }
        }
        Products = [.. products];
    }

    public int Dimension { get; }

    /// <summary>The coordinates of each product, increasing, as often as they are multiplied.</summary>
    public int[][] Products { get; }

    public int Count => Products.Length;

    /// <summary>The products of Legendre or Hermite polynomials at a point: orthonormal under the uniform measure of [−1, 1]ᵈ or the normal one.</summary>
    /// <param name="point">The point.</param>
    /// <param name="isGaussian">For Hermite polynomials.</param>
    /// <param name="powers">Room for four numbers per coordinate.</param>
    /// <param name="features">Receives one number per product.</param>
    public void Features(ReadOnlySpan<double> point, bool isGaussian, Span<double> powers, Span<double> features)
    {
        for (int i = 0; i < point.Length; i++)
        {
            for (int power = 0; power < Powers; power++)
            {
                powers[(i * Powers) + power] = isGaussian ? Hermite(power, point[i]) : Legendre(power, point[i]);
            }
        }
        for (int k = 0; k < Products.Length; k++)
        {
            int[] product = Products[k];
            double feature = 1;
            for (int i = 0; i < product.Length;)
            {
                int power = PowerAt(product, i);
                feature *= powers[(product[i] * Powers) + power];
                i += power;
            }
            features[k] = feature;
        }
    }

    /// <summary>How often the coordinate at <paramref name="start"/> is multiplied, when it starts there.</summary>
    public static int PowerAt(int[] product, int start)
    {
        int power = 1;
        while (start + power < product.Length && product[start + power] == product[start])
        {
            power++;
        }
        return power;
    }

    public static double Legendre(int degree, double x) => degree switch
    {
        0 => 1,
        1 => Math.Sqrt(3) * x,
        2 => Math.Sqrt(5) * 0.5 * ((3 * x * x) - 1),
        _ => Math.Sqrt(7) * 0.5 * x * ((5 * x * x) - 3),
    };

    public static double Hermite(int degree, double x) => degree switch
    {
        0 => 1,
        1 => x,
        2 => Math.Sqrt(0.5) * ((x * x) - 1),
        _ => Math.Sqrt(1.0 / 6) * x * ((x * x) - 3),
    };
}
