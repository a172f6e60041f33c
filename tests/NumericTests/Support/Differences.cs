using System;

namespace NumericTests;

/// <summary>
/// Central differences of the model itself, extrapolated to step 0 (Richardson; Ridders 1982): the independent reference for models that
/// have no stored one. The tableau's own error estimate chooses the entry that balances truncation against rounding.
/// </summary>
internal static class Differences
{
    /// <summary>
    /// What the extrapolation reaches in double on smooth functions of order one: truncation h^2k against rounding 1e-16 / h, balanced near 1e-11;
    /// three decades of allowance for badly scaled models. A wrong adjoint is off by a whole term, never by 1e-8 of one.
    /// </summary>
    public const double Tolerance = 1e-8;

    private const int Columns = 10;

    public static double[] Gradient(Function function, ReadOnlySpan<double> at, double step = 0.05)
    {
        double[] point = at.ToArray();
        double[] gradient = new double[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            gradient[i] = Partial(function, point, i, step);
        }
        return gradient;
    }

    /// <summary>Checks a gradient companion against the differences of its model, and its returned value against the model's.</summary>
    public static void Agree(Function model, GradientFunction companion, double[] at, string what, double tolerance = Tolerance)
    {
        double[] gradient = new double[at.Length];
        double value = companion(at, gradient);
        Accuracy.Value(model(at), value, what);
        Accuracy.Gradient(Gradient(model, at), gradient, what, tolerance, tolerance);
    }

    private static double Partial(Function function, double[] point, int index, double step)
    {
        const double shrink = 1.4;
        double[] previous = new double[Columns], current = new double[Columns];
        double best = double.NaN, smallestError = double.PositiveInfinity, h = step;
        for (int row = 0; row < Columns; row++, h /= shrink)
        {
            current[0] = Central(function, point, index, h);
            double factor = shrink * shrink;
            for (int column = 1; column <= row; column++, factor *= shrink * shrink)
            {
                current[column] = ((current[column - 1] * factor) - previous[column - 1]) / (factor - 1);
                double error = Math.Max(Math.Abs(current[column] - current[column - 1]), Math.Abs(current[column] - previous[column - 1]));
                if (error <= smallestError)
                {
                    smallestError = error;
                    best = current[column];
                }
            }
            (previous, current) = (current, previous);
        }
        return best;
    }

    private static double Central(Function function, double[] point, int index, double h)
    {
        double at = point[index];
        double above = at + h, below = at - h;
        point[index] = above;
        double high = function(point);
        point[index] = below;
        double low = function(point);
        point[index] = at;
        return (high - low) / (above - below);
    }
}
