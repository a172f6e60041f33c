using System;

namespace Proxima;

/// <summary>
/// Central differences at steps halved from scale/16 to scale/2²⁴, extrapolated to step zero (Richardson); of all extrapolations the one is taken whose
/// estimated error is least (Ridders 1982), truncation against rounding.
/// </summary>
internal static class Differences
{
    private const int Levels = 21, Columns = 6;

    /// <summary>Steps at which one-sided slopes are compared: where they draw together like the step the function is smooth, where they do not it has a kink.</summary>
    private const int Coarse = 8, Fine = 14;

    /// <summary>The derivative of each result of a curve at t = 0.</summary>
    public static void Of<TCurve>(TCurve curve, double scale, Span<Slope> slopes)
        where TCurve : ICurve, allows ref struct
    {
        int n = slopes.Length;
        double[] plus = new double[Levels * n], minus = new double[Levels * n], centre = new double[n];
        curve.At(0, centre);
        double first = Math.ScaleB(1, Math.ILogB(scale) - 4);
        for (int level = 0; level < Levels; level++)
        {
            double step = Math.ScaleB(first, -level);
            curve.At(step, plus.AsSpan(level * n, n));
            curve.At(-step, minus.AsSpan(level * n, n));
        }
        double[] right = new double[Levels], left = new double[Levels];
        for (int i = 0; i < n; i++)
        {
            double size = Math.Abs(centre[i]);
            for (int level = 0; level < Levels; level++)
            {
                right[level] = (plus[(level * n) + i] - centre[i]) / Math.ScaleB(first, -level);
                left[level] = (centre[i] - minus[(level * n) + i]) / Math.ScaleB(first, -level);
                size = level < 4 ? size : Math.Max(size, Math.Max(Math.Abs(plus[(level * n) + i]), Math.Abs(minus[(level * n) + i])));
            }
            slopes[i] = Extrapolated(right, left, double.IsFinite(size) ? size : Math.Abs(centre[i]), first);
        }
    }

    private static Slope Extrapolated(double[] right, double[] left, double size, double first)
    {
        // Where steps are tiny a smooth function moves along a line: what its second difference shows there is noise.
        double unit = 4 * Math.ScaleB(1, -52) * size;
        for (int level = Levels - 3; level < Levels; level++)
        {
            unit = Math.Max(unit, Math.Abs(right[level] - left[level]) * Math.ScaleB(first, -level));
        }
        double best = double.NaN, accuracy = double.PositiveInfinity;
        Span<double> before = stackalloc double[Columns], row = stackalloc double[Columns];
        before.Fill(double.NaN);
        for (int level = 0; level < Levels; level++)
        {
            double rounding = unit / Math.ScaleB(first, -level);
            row[0] = (right[level] + left[level]) / 2;
            double power = 1;
            for (int k = 1; k < Columns; k++)
            {
                // The error of a central difference is a series in step²: each column removes one term.
                power *= 4;
                row[k] = ((power * row[k - 1]) - before[k - 1]) / (power - 1);
                // Against both parents and the same extrapolation from larger steps: noise rarely agrees three times by luck.
                double error = Math.Max(Math.Max(Math.Abs(row[k] - row[k - 1]), Math.Abs(row[k] - before[k - 1])), Math.Abs(row[k] - before[k])) + rounding;
                if (error < accuracy)
                {
                    (best, accuracy) = (row[k], error);
                }
            }
            row.CopyTo(before);
        }
        double noise = 16 * Math.ScaleB(1, -52) * size / Math.ScaleB(first, -Fine);
        double gap = Math.Abs(right[Fine] - left[Fine]);
        // Each side has a slope of its own, which the step does not change; noise has none.
        double unsteady = Math.Max(Math.Abs(right[Fine] - right[Fine - 2]), Math.Abs(left[Fine] - left[Fine - 2]));
        bool isKink = unsteady < gap / 8 && gap > noise + (1e-6 * (Math.Abs(right[Fine]) + Math.Abs(left[Fine]))) && gap > Math.Abs(right[Coarse] - left[Coarse]) / 4;
        return new(best, accuracy, left[Fine], right[Fine], isKink);
    }
}
