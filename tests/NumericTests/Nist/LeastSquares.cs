using System;

namespace NumericTests.Nist;

/// <summary>Residuals and their Jacobian, row-major, in one call.</summary>
internal delegate void ResidualsWithJacobian(ReadOnlySpan<double> at, Span<double> residuals, Span<double> jacobian);

/// <summary>Where a fit ended.</summary>
internal sealed record Fit(double[] Parameters, double Squares, int Iterations, int Evaluations);

/// <summary>
/// Levenberg–Marquardt as a trust region (Moré 1978): steps are measured in units of the largest column norms seen, the damping is found by Newton's method
/// on the length of the step, and each damped problem is solved by orthogonal transformations, because these problems are too badly scaled for normal equations.
/// </summary>
internal static class LeastSquares
{
    private const int MaxIterations = 4000;

    /// <summary>Progress below this is rounding: 16 digits, and a sum of squares loses none to cancellation.</summary>
    private const double Precision = 1e-15;

    public static Fit Minimise(ResidualsWithJacobian model, int count, ReadOnlySpan<double> start)
    {
        int n = start.Length, evaluations = 1, iteration = 0;
        double[] x = start.ToArray(), trial = new double[n], scale = new double[n], step = new double[n];
        double[] r = new double[count], j = new double[count * n], trialR = new double[count], trialJ = new double[count * n];
        model(x, r, j);
        double squares = Squares(r), radius = 0;
        int stalled = 0;
        while (iteration < MaxIterations && stalled < 3 && squares > 0)
        {
            iteration++;
            for (int column = 0; column < n; column++)
            {
                scale[column] = Math.Max(scale[column], ColumnNorm(j, count, n, column));
                scale[column] = scale[column] == 0 ? 1 : scale[column];
            }
            if (iteration == 1)
            {
                double size = ScaledNorm(scale, x);
                radius = size > 0 ? 100 * size : 100;
            }
            DampedSystem system = new(j, r, count, n);
            double damping = system.Step(scale, radius, step);
            double length = ScaledNorm(scale, step);
            if (iteration == 1)
            {
                radius = Math.Min(radius, length);
            }
            for (int i = 0; i < n; i++)
            {
                trial[i] = x[i] + step[i];
            }
            model(trial, trialR, trialJ);
            evaluations++;
            double trialSquares = Squares(trialR);
            double linear = system.Reduction(step), predicted = linear + (2 * damping * length * length);
            double actual = double.IsFinite(trialSquares) ? squares - trialSquares : double.NegativeInfinity;
            double ratio = predicted > 0 ? actual / predicted : 0;
            if (!(ratio > 0.25))
            {
                radius = 0.25 * Math.Min(radius, 10 * length);
            }
            else if (ratio > 0.75 || damping == 0)
            {
                radius = 2 * length;
            }
            bool isSmall = predicted <= Precision * squares || length <= Precision * ScaledNorm(scale, x);
            if (ratio > 1e-4)
            {
                (x, trial, r, trialR, j, trialJ, squares) = (trial, x, trialR, r, trialJ, j, trialSquares);
            }
            stalled = isSmall ? stalled + 1 : 0;
        }
        return new(x, squares, iteration, evaluations);
    }

    private static double Squares(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value * value;
        }
        return sum;
    }

    private static double ColumnNorm(double[] matrix, int rows, int columns, int column)
    {
        double norm = 0;
        for (int row = 0; row < rows; row++)
        {
            norm = double.Hypot(norm, matrix[(row * columns) + column]);
        }
        return norm;
    }

    private static double ScaledNorm(double[] scale, double[] values)
    {
        double norm = 0;
        for (int i = 0; i < values.Length; i++)
        {
            norm = double.Hypot(norm, scale[i] * values[i]);
        }
        return norm;
    }
}
