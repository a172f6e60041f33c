using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>
/// Points with the density k/m against the uniform measure of [−1, 1]ᵈ or the normal one, where k is the sum of squares of the m orthonormal polynomials, and weights m/k:
/// independent (Cohen and Migliorati 2017), or m at a time with the joint density det(Φ)²/m! (Nouy and Michel 2023). Both have the same density at each point, so the same weights.
/// </summary>
internal sealed class OptimalSample
{
    private static readonly ContentCache<Key, OptimalSample> Known = new(32, static key => new OptimalSample(key));

    private readonly PolynomialBasis _basis;
    private readonly bool _isGaussian;
    private readonly double[] _point, _powers, _features;
    private Mixer _mixer;

    private OptimalSample(Key key)
    {
        _basis = new(key.Dimension, key.Degree);
        _isGaussian = key.IsGaussian;
        _mixer = new(((ulong)key.Number << 32) ^ ((ulong)key.Dimension << 8) ^ ((ulong)key.Degree << 4) ^ (key.Kind == DesignKind.Christoffel ? 2ul : 0) ^ (key.IsGaussian ? 1ul : 0));
        (_point, _powers, _features) = (new double[key.Dimension], new double[4 * key.Dimension], new double[_basis.Count]);
        Columns = new double[key.Dimension * key.Points];
        Weights = new double[key.Points];
        List<double[]> spanned = [];
        for (int r = 0; r < key.Points; r++)
        {
            double squares = key.Kind == DesignKind.Christoffel ? Candidate() : Apart(spanned);
            Weights[r] = _basis.Count / squares;
            for (int i = 0; i < key.Dimension; i++)
            {
                Columns[(i * key.Points) + r] = _point[i];
            }
        }
    }

    /// <summary>Coordinate i of point r at i · points + r.</summary>
    public double[] Columns { get; }

    /// <summary>Their mean is 1 in the limit of many points.</summary>
    public double[] Weights { get; }

    public static OptimalSample Of(int dimension, PolynomialDesign design, bool isGaussian)
    {
        long coefficients = PolynomialDesign.Coefficients(dimension, design.Degree);
        if (coefficients > PolynomialFit.LargestBasis)
        {
            throw new ArgumentException($"A polynomial of degree {design.Degree} in {dimension} coordinates has {coefficients} coefficients, more than {PolynomialFit.LargestBasis}; lower the degree.", nameof(design));
        }
        if (design.Kind == DesignKind.Determinantal && coefficients > PolynomialDesign.LargestDeterminantal)
        {
            throw new ArgumentException($"Determinantal designs are for at most {PolynomialDesign.LargestDeterminantal} coefficients, and these are {coefficients}; use {nameof(DesignKind)}.{nameof(DesignKind.Christoffel)}.", nameof(design));
        }
        int points = design.Points > 0 ? design.Points : 2 * (int)coefficients;
        return Known[new(dimension, design.Degree, design.Kind, points, design.Number, isGaussian)];
    }

    /// <summary>
    /// One point more of a determinantal process: a candidate is accepted by how much of its features the points so far do not span. A process ends with as many points as
    /// features, and the next one starts.
    /// </summary>
    private double Apart(List<double[]> spanned)
    {
        if (spanned.Count == _basis.Count)
        {
            spanned.Clear();
        }
        while (true)
        {
            double squares = Candidate(), left = squares;
            foreach (double[] direction in spanned)
            {
                double part = Cholesky.Dot(direction, _features, _features.Length);
                left -= part * part;
            }
            if (Uniform() * squares < left)
            {
                spanned.Add(Residual(spanned));
                return squares;
            }
        }
    }

    private double[] Residual(List<double[]> spanned)
    {
        double[] residual = (double[])_features.Clone();
        for (int pass = 0; pass < 2; pass++) // once more for the rounding of the first time
        {
            foreach (double[] direction in spanned)
            {
                double part = Cholesky.Dot(direction, residual, residual.Length);
                for (int k = 0; k < residual.Length; k++)
                {
                    residual[k] -= part * direction[k];
                }
            }
        }
        double length = Math.Sqrt(Cholesky.Dot(residual, residual, residual.Length));
        for (int k = 0; k < residual.Length; k++)
        {
            residual[k] /= length;
        }
        return residual;
    }

    /// <summary>A point with density k/m, a mixture of the squares of all features; its features, and the sum of their squares.</summary>
    private double Candidate()
    {
        int[] product = _basis.Products[_mixer.Below(_basis.Count)];
        int next = 0;
        for (int i = 0; i < _point.Length; i++)
        {
            int power = next < product.Length && product[next] == i ? PolynomialBasis.PowerAt(product, next) : 0;
            _point[i] = _isGaussian ? DrawNormal(power) : DrawUniform(power);
            next += power;
        }
        _basis.Features(_point, _isGaussian, _powers, _features);
        return Cholesky.Dot(_features, _features, _features.Length);
    }

    // From the arcsine distribution: L² · √(1 − x²) is at most 4/π for orthonormal Legendre polynomials, so half of the candidates are accepted.
    private double DrawUniform(int degree)
    {
        if (degree == 0)
        {
            return (2 * Uniform()) - 1;
        }
        while (true)
        {
            double x = Math.Cos(Math.PI * Uniform()), polynomial = PolynomialBasis.Legendre(degree, x);
            if (Uniform() < Math.PI / 4 * polynomial * polynomial * Math.Sqrt((1 - x) * (1 + x)))
            {
                return x;
            }
        }
    }

    // From a normal of variance 2: √2 · H² · exp(−x²/4) is largest at x² = 4, 9 and (15 + √177) / 2, with 2.082, 4.770 and 12.07.
    private double DrawNormal(int degree)
    {
        if (degree == 0)
        {
            return NormalQuantile.Of(Uniform());
        }
        double largest = degree switch { 1 => 2.09, 2 => 4.78, _ => 12.1 };
        while (true)
        {
            double x = Math.Sqrt(2) * NormalQuantile.Of(Uniform()), polynomial = PolynomialBasis.Hermite(degree, x);
            if (Uniform() * largest < Math.Sqrt(2) * polynomial * polynomial * Math.Exp(-0.25 * x * x))
            {
                return x;
            }
        }
    }

    /// <summary>Between 0 and 1, neither of them.</summary>
    private double Uniform() => ((_mixer.Next() >> 11) + 0.5) * (1.0 / 9007199254740992.0);

    private readonly record struct Key(int Dimension, int Degree, DesignKind Kind, int Points, int Number, bool IsGaussian);
}
