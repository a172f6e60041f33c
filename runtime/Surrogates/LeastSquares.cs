using System;

namespace Proxima;

/// <summary>Linear least squares by normal equations in centred coordinates of unit scale.</summary>
internal static class LeastSquares
{
    /// <param name="at">Where the fit is written down.</param>
    /// <param name="rows">The points, row-major.</param>
    /// <param name="values">One value each.</param>
    /// <param name="weights">They add up to 1.</param>
    /// <param name="ridge">Penalty of squared slopes.</param>
    public static LinearFit Solve(ReadOnlySpan<double> at, ReadOnlySpan<double> rows, ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double ridge)
    {
        int dimension = at.Length, count = values.Length;
        double[] means = new double[dimension], scales = new double[dimension];
        double mean = 0;
        for (int r = 0; r < count; r++)
        {
            mean += weights[r] * values[r];
            for (int i = 0; i < dimension; i++)
            {
                means[i] += weights[r] * rows[(r * dimension) + i];
            }
        }
        for (int r = 0; r < count; r++)
        {
            for (int i = 0; i < dimension; i++)
            {
                double way = rows[(r * dimension) + i] - means[i];
                scales[i] += weights[r] * way * way;
            }
        }
        for (int i = 0; i < dimension; i++)
        {
            scales[i] = scales[i] > 0 ? Math.Sqrt(scales[i]) : 1;
        }

        double[][] gram = new double[dimension][];
        double[] slopes = new double[dimension], row = new double[dimension];
        for (int i = 0; i < dimension; i++)
        {
            gram[i] = new double[dimension];
            gram[i][i] = ridge / (scales[i] * scales[i]);
        }
        for (int r = 0; r < count; r++)
        {
            for (int i = 0; i < dimension; i++)
            {
                row[i] = (rows[(r * dimension) + i] - means[i]) / scales[i];
                double weighed = weights[r] * row[i];
                slopes[i] += weighed * (values[r] - mean);
                for (int j = 0; j <= i; j++)
                {
                    gram[i][j] += weighed * row[j];
                }
            }
        }
        if (!Cholesky.Factor(gram))
        {
            throw new ArgumentException("The points do not span the space, so many fits are equally good; add points or a penalty.", nameof(rows));
        }
        Cholesky.Forward(gram, slopes);
        Cholesky.Backward(gram, slopes);
        double value = mean;
        for (int i = 0; i < dimension; i++)
        {
            slopes[i] /= scales[i];
            value += slopes[i] * (at[i] - means[i]);
        }

        double loss = 0, variance = 0;
        for (int r = 0; r < count; r++)
        {
            double left = values[r] - mean;
            variance += weights[r] * left * left;
            for (int i = 0; i < dimension; i++)
            {
                left -= slopes[i] * (rows[(r * dimension) + i] - means[i]);
            }
            loss += weights[r] * left * left;
        }
        return new() { At = at.ToArray(), Value = value, Slopes = slopes, Loss = loss, R2 = loss == 0 ? 1 : 1 - (loss / variance), Evaluations = count };
    }
}
