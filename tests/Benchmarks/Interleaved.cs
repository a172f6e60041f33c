using System;
using System.Diagnostics;
using System.Threading;

namespace Benchmarks;

/// <summary>
/// Times two actions in turn, in one process, and takes medians: what else the machine does meets both alike, and a ratio survives where times do not.
/// </summary>
internal static class Interleaved
{
    private const int Rounds = 61;
    private const double SecondsPerRound = 0.003;

    public static (double Ratio, double Numerator, double Denominator) Measure(Action numerator, Action denominator)
    {
        int numeratorCalls = Calibrate(numerator), denominatorCalls = Calibrate(denominator);
        double[] ratios = new double[Rounds], numerators = new double[Rounds], denominators = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            numerators[round] = Seconds(numerator, numeratorCalls);
            denominators[round] = Seconds(denominator, denominatorCalls);
            ratios[round] = numerators[round] / denominators[round];
        }
        return (Median(ratios), Median(numerators), Median(denominators));
    }

    /// <summary>Warms up through the tiers of the JIT and finds how many calls fill a round.</summary>
    private static int Calibrate(Action action)
    {
        for (int tier = 0; tier < 3; tier++)
        {
            for (int i = 0; i < 100; i++)
            {
                action();
            }
            Thread.Sleep(200); // the background compiler installs its result only when the foreground is quiet
        }
        double seconds = Seconds(action, 10);
        return Math.Max(1, (int)(SecondsPerRound / seconds));
    }

    private static double Seconds(Action action, int calls)
    {
        double start = Now();
        for (int i = 0; i < calls; i++)
        {
            action();
        }
        return (Now() - start) / calls;
    }

    /// <summary>Processor time of this process, which waiting for a busy core does not lengthen; the wall clock where that time is too coarse.</summary>
    private static double Now() =>
        OperatingSystem.IsWindows() ? Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency : Environment.CpuUsage.TotalTime.TotalSeconds;

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
