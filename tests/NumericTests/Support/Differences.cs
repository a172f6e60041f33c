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

    /// <summary>The ratio of neighbouring steps.</summary>
    private const double Shrink = 1.4;

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

    /// <summary>The Jacobian of a vector function, results × coordinates, row-major: each coordinate is moved once for all results.</summary>
    public static double[] Jacobian(VectorFunction function, double[] at, int results, double step = 0.05)
    {
        double[] jacobian = new double[results * at.Length], above = new double[results], below = new double[results], point = [.. at];
        double[][] centrals = new double[Columns][];
        double[] centralsOfOne = new double[Columns];
        for (int column = 0; column < at.Length; column++)
        {
            double h = step;
            for (int row = 0; row < Columns; row++, h /= Shrink)
            {
                point[column] = at[column] + h;
                double high = point[column];
                function(point, above);
                point[column] = at[column] - h;
                double width = high - point[column];
                function(point, below);
                point[column] = at[column];
                centrals[row] = new double[results];
                for (int i = 0; i < results; i++)
                {
                    centrals[row][i] = (above[i] - below[i]) / width;
                }
            }
            for (int i = 0; i < results; i++)
            {
                for (int row = 0; row < Columns; row++)
                {
                    centralsOfOne[row] = centrals[row][i];
                }
                jacobian[(i * at.Length) + column] = Extrapolate(centralsOfOne);
            }
        }
        return jacobian;
    }

    private static double Partial(Function function, double[] point, int index, double step)
    {
        double[] centrals = new double[Columns];
        double h = step;
        for (int row = 0; row < Columns; row++, h /= Shrink)
        {
            centrals[row] = Central(function, point, index, h);
        }
        return Extrapolate(centrals);
    }

    private static double Extrapolate(double[] centrals)
    {
        double[] previous = new double[Columns], current = new double[Columns];
        double best = double.NaN, smallestError = double.PositiveInfinity;
        for (int row = 0; row < Columns; row++)
        {
            current[0] = centrals[row];
            double factor = Shrink * Shrink;
            for (int column = 1; column <= row; column++, factor *= Shrink * Shrink)
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
