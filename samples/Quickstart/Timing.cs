using System;
using System.Diagnostics;

namespace Samples.Quickstart;

/// <summary>Compares two gradients on one machine: rounds alternate, so that whatever else the machine does meets both alike.</summary>
public static class Timing
{
    private const int Rounds = 41;
    private const int CallsPerRound = 2000;

    /// <summary>The median of the ratios of their times.</summary>
    public static double Ratio(Gradient slower, Gradient faster, ReadOnlySpan<double> at)
    {
        double[] ratios = new double[Rounds];
        for (int round = -5; round < Rounds; round++) // the first rounds warm up
        {
            double slow = Seconds(slower, at);
            double fast = Seconds(faster, at);
            if (round >= 0)
            {
                ratios[round] = slow / fast;
            }
        }
        Array.Sort(ratios);
        return ratios[Rounds / 2];
    }

    private static double Seconds(Gradient gradient, ReadOnlySpan<double> at)
    {
        Span<double> slope = stackalloc double[at.Length];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < CallsPerRound; i++)
        {
            gradient(at, slope);
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
