using System;

namespace Benchmarks;

/// <summary>Two results that must be the same numbers up to rounding.</summary>
/// <param name="Results">What the rival computed.</param>
/// <param name="Expected">What ours computed.</param>
internal sealed record Agreement(double[] Results, double[] Expected)
{
    /// <summary>
    /// The rivals reassociate sums of up to some ten thousand terms, fuse, and call other libraries' functions of 1 to 4 ulp: errors of some 1e-13 of
    /// the sums' terms. Wrong formulas differ by far more than this.
    /// </summary>
    public const double Tolerance = 1e-9;

    /// <summary>The largest difference relative to the element, or to a thousandth of the largest one where elements cancel to less; infinite with NaN.</summary>
    public double Difference()
    {
        double largest = 0;
        foreach (double expected in Expected)
        {
            largest = Math.Max(largest, Math.Abs(expected));
        }
        double difference = 0;
        for (int i = 0; i < Expected.Length; i++)
        {
            double scale = Math.Max(Math.Max(Math.Abs(Expected[i]), largest / 1000), double.Epsilon);
            double relative = Math.Abs(Results[i] - Expected[i]) / scale;
            difference = double.IsNaN(relative) ? double.PositiveInfinity : Math.Max(difference, relative);
        }
        return difference;
    }
}
