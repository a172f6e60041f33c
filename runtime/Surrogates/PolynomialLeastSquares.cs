using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>
/// Least squares over polynomials of a total degree: normal equations in products of Legendre polynomials of centred coordinates of unit scale, which are nearly orthonormal on
/// every neighbourhood, with one step of refinement; then written as powers of the way from the row.
/// </summary>
internal static class PolynomialLeastSquares
{
    /// <param name="at">Where the fit is written down.</param>
    /// <param name="rows">The points, row-major.</param>
    /// <param name="values">One value each.</param>
    /// <param name="weights">They add up to 1.</param>
    /// <param name="degree">The total degree.</param>
    public static PolynomialFit Solve(ReadOnlySpan<double> at, ReadOnlySpan<double> rows, ReadOnlySpan<double> values, ReadOnlySpan<double> weights, int degree)
    {
        int dimension = at.Length, count = values.Length;
        if (PolynomialDesign.Coefficients(dimension, degree) > PolynomialFit.LargestBasis)
        {
            throw new ArgumentException($"A polynomial of degree {degree} in {dimension} coordinates has more than {PolynomialFit.LargestBasis} coefficients; lower the degree.", nameof(degree));
        }
        PolynomialBasis basis = new(dimension, degree);
        if (count < basis.Count)
        {
            throw new ArgumentException($"A polynomial of degree {degree} in {dimension} coordinates has {basis.Count} coefficients, and there are {count} points; add points or lower the degree.", nameof(rows));
        }
        (double[] means, double[] scales) = Frame(dimension, rows, weights);
        double[][] features = new double[count][], gram = new double[basis.Count][];
        double[] point = new double[dimension], powers = new double[4 * dimension];
        for (int k = 0; k < gram.Length; k++)
        {
            gram[k] = new double[basis.Count];
        }
        for (int r = 0; r < count; r++)
        {
            for (int i = 0; i < dimension; i++)
            {
                point[i] = (rows[(r * dimension) + i] - means[i]) / scales[i];
            }
            features[r] = new double[basis.Count];
            basis.Features(point, isGaussian: false, powers, features[r]);
            for (int k = 0; k < gram.Length; k++)
            {
                double weighed = weights[r] * features[r][k];
                for (int j = 0; j <= k; j++)
                {
                    gram[k][j] += weighed * features[r][j];
                }
            }
        }
        if (!Cholesky.Factor(gram))
        {
            throw new ArgumentException("The points do not tell the polynomials apart, so many fits are equally good; add points or lower the degree.", nameof(rows));
        }
        double[] fitted = new double[basis.Count], left = values.ToArray(), step = new double[basis.Count];
        for (int pass = 0; pass < 2; pass++)
        {
            Array.Clear(step);
            for (int r = 0; r < count; r++)
            {
                for (int k = 0; k < step.Length; k++)
                {
                    step[k] += weights[r] * left[r] * features[r][k];
                }
            }
            Cholesky.Forward(gram, step);
            Cholesky.Backward(gram, step);
            for (int k = 0; k < step.Length; k++)
            {
                fitted[k] += step[k];
            }
            for (int r = 0; r < count; r++)
            {
                left[r] = values[r] - Cholesky.Dot(fitted, features[r], fitted.Length);
            }
        }

        double mean = 0, loss = 0, variance = 0;
        for (int r = 0; r < count; r++)
        {
            mean += weights[r] * values[r];
        }
        for (int r = 0; r < count; r++)
        {
            loss += weights[r] * left[r] * left[r];
            variance += weights[r] * (values[r] - mean) * (values[r] - mean);
        }
        return new()
        {
            At = at.ToArray(),
            Degree = degree,
            Products = basis.Products,
            Coefficients = AroundRow(basis, fitted, at, means, scales),
            Loss = loss,
            R2 = loss == 0 ? 1 : 1 - (loss / variance),
            Evaluations = count,
        };
    }

    // Where the points are: of an even box the scale is its half width.
    private static (double[] Means, double[] Scales) Frame(int dimension, ReadOnlySpan<double> rows, ReadOnlySpan<double> weights)
    {
        double[] means = new double[dimension], scales = new double[dimension];
        for (int r = 0; r < weights.Length; r++)
        {
            for (int i = 0; i < dimension; i++)
            {
                means[i] += weights[r] * rows[(r * dimension) + i];
            }
        }
        for (int r = 0; r < weights.Length; r++)
        {
            for (int i = 0; i < dimension; i++)
            {
                double way = rows[(r * dimension) + i] - means[i];
                scales[i] += weights[r] * way * way;
            }
        }
        for (int i = 0; i < dimension; i++)
        {
            scales[i] = scales[i] > 0 ? Math.Sqrt(3 * scales[i]) : 1;
        }
        return (means, scales);
    }

    /// <summary>Each factor is a polynomial of the way from the row; a product of at most three of them is multiplied out.</summary>
    private static double[] AroundRow(PolynomialBasis basis, double[] fitted, ReadOnlySpan<double> at, double[] means, double[] scales)
    {
        Dictionary<(int, int, int), int> places = [];
        for (int k = 0; k < basis.Count; k++)
        {
            places[Key(basis.Products[k])] = k;
        }
        double[] coefficients = new double[basis.Count], shifts = new double[scales.Length];
        for (int i = 0; i < shifts.Length; i++)
        {
            shifts[i] = (at[i] - means[i]) / scales[i];
        }
        for (int k = 0; k < basis.Count; k++)
        {
            Multiply(basis.Products[k], 0, [], fitted[k]);
        }
        return coefficients;

        void Multiply(int[] product, int start, int[] taken, double coefficient)
        {
            if (start == product.Length)
            {
                coefficients[places[Key(taken)]] += coefficient;
                return;
            }
            int variable = product[start], degree = PolynomialBasis.PowerAt(product, start);
            for (int power = 0; power <= degree; power++)
            {
                double part = Taylor(degree, power, shifts[variable]) / Math.Pow(scales[variable], power);
                int[] more = new int[power];
                Array.Fill(more, variable);
                Multiply(product, start + degree, [.. taken, .. more], coefficient * part);
            }
        }
    }

    private static (int, int, int) Key(int[] product) => (product.Length > 0 ? product[0] : -1, product.Length > 1 ? product[1] : -1, product.Length > 2 ? product[2] : -1);

    /// <summary>The coefficient of uᵖ in the Legendre polynomial at t + u.</summary>
    private static double Taylor(int degree, int power, double t) => (degree, power) switch
    {
        (_, 0) => PolynomialBasis.Legendre(degree, t),
        (1, _) => Math.Sqrt(3),
        (2, 1) => Math.Sqrt(5) * 3 * t,
        (2, _) => Math.Sqrt(5) * 1.5,
        (_, 1) => Math.Sqrt(7) * 0.5 * ((15 * t * t) - 3),
        (_, 2) => Math.Sqrt(7) * 7.5 * t,
        _ => Math.Sqrt(7) * 2.5,
    };
}
