using System;

namespace Proxima;

/// <summary>How points for fits of polynomials are drawn: where the polynomials are large, which a fit needs and an even sample does not give it.</summary>
public enum DesignKind
{
    /// <summary>
    /// Independent of each other, with the density of the inverse Christoffel function of the polynomials (Cohen and Migliorati 2017): about m·log m points make a fit of m
    /// coefficients as good as the best.
    /// </summary>
    Christoffel,

    /// <summary>
    /// From determinantal point processes of m points each, as many as needed, with the same density but points that keep apart (Nouy and Michel 2023, volume sampling): 2·m
    /// points are enough in practice.
    /// </summary>
    Determinantal,
}

/// <summary>
/// A sample of a box or of Gaussian noise for fits of polynomials up to a total degree, whose weights make up for its density. Equal designs have equal points, in every run.
/// </summary>
/// <param name="Degree">The total degree: 1, 2 or 3.</param>
/// <param name="Kind">How points are drawn.</param>
public sealed record PolynomialDesign(int Degree, DesignKind Kind = DesignKind.Determinantal)
{
    /// <summary>The largest degree.</summary>
    public const int LargestDegree = 3;

    /// <summary>Determinantal designs are made for at most so many coefficients: their cost grows with the cube.</summary>
    public const int LargestDeterminantal = 500;

    /// <summary>How many points; 0 for twice the number of coefficients.</summary>
    public int Points { get; init; }

    /// <summary>Which of many designs alike.</summary>
    public int Number { get; init; }

    /// <summary>The number of coefficients of a polynomial.</summary>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="degree">The total degree.</param>
    /// <returns>dimension + degree choose degree.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The dimension is negative, or the degree not from 1 to 3.</exception>
    public static long Coefficients(int dimension, int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        CheckDegree(degree);
        long d = dimension;
        return degree switch
        {
            1 => d + 1,
            2 => (d + 1) * (d + 2) / 2,
            _ => (d + 1) * (d + 2) / 2 * (d + 3) / 3,
        };
    }

    /// <summary>A box around a row: points lie more densely towards its faces, where polynomials are large.</summary>
    /// <param name="radius">How far each coordinate goes to both sides.</param>
    /// <returns>The neighbourhood.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not positive and finite, or a property of the design is out of range.</exception>
    public Neighbourhood Box(double radius) => Neighbourhood.Designed(this, radius, isGaussian: false, nameof(radius));

    /// <summary>Gaussian noise around a row: more points lie farther out, where polynomials are large.</summary>
    /// <param name="sigma">The deviation of each coordinate.</param>
    /// <returns>The neighbourhood.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is not positive and finite, or a property of the design is out of range.</exception>
    public Neighbourhood Gaussian(double sigma) => Neighbourhood.Designed(this, sigma, isGaussian: true, nameof(sigma));

    internal static void CheckDegree(int degree)
    {
        if (degree is < 1 or > LargestDegree)
        {
            throw new ArgumentOutOfRangeException(nameof(degree), degree, $"A polynomial surrogate has degree 1 to {LargestDegree}.");
        }
    }

    /// <summary>Checked where it is used: properties can be set in any order.</summary>
    internal void Check()
    {
        CheckDegree(Degree);
        ArgumentOutOfRangeException.ThrowIfNegative(Points);
        if (!Enum.IsDefined(Kind))
        {
            throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "There is no such design.");
        }
    }
}
