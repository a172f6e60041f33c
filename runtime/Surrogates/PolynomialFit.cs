using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>A polynomial near a row, fitted to weighted values: Σ coefficientₖ · Π (xᵢ − rowᵢ) over the coordinates of product k.</summary>
public sealed class PolynomialFit
{
    /// <summary>Polynomials of more coefficients than this are not fitted: the cost grows with the cube.</summary>
    public const int LargestBasis = 1_000;

    /// <summary>The row.</summary>
    public required double[] At { get; init; }

    /// <summary>The total degree.</summary>
    public required int Degree { get; init; }

    /// <summary>
    /// The coordinates of each product, increasing, as often as they are multiplied: [] for the constant, then [0], [1] … for the slopes, then [0, 0], [0, 1] … in pairs, then in
    /// triples.
    /// </summary>
    public required IReadOnlyList<int[]> Products { get; init; }

    /// <summary>One coefficient per product.</summary>
    public required double[] Coefficients { get; init; }

    /// <summary>The weighted mean of squared errors.</summary>
    public required double Loss { get; init; }

    /// <summary>1 − loss / weighted variance of the values.</summary>
    public required double R2 { get; init; }

    /// <summary>The number of points.</summary>
    public required int Evaluations { get; init; }

    /// <summary>The fit's value at the row.</summary>
    public double Value => Coefficients[0];

    /// <summary>The fit's slope along each coordinate, at the row.</summary>
    public ReadOnlySpan<double> Slopes => Coefficients.AsSpan(1, At.Length);

    /// <summary>The fit's value at a point.</summary>
    /// <param name="x">The point.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The point has another number of coordinates.</exception>
    public double ValueAt(ReadOnlySpan<double> x)
    {
        if (x.Length != At.Length)
        {
            throw new ArgumentException($"'{nameof(x)}' has {x.Length} coordinates, the fit {At.Length}.", nameof(x));
        }
        double value = 0;
        for (int k = Coefficients.Length - 1; k >= 0; k--)
        {
            double product = Coefficients[k];
            foreach (int i in Products[k])
            {
                product *= x[i] - At[i];
            }
            value += product;
        }
        return value;
    }
}
