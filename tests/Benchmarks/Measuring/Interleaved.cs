using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Benchmarks;

/// <summary>
/// Times contestants in turn, in one process, round after round: what else the machine does meets all alike, and a ratio survives where times do not.
/// </summary>
internal sealed class Interleaved
{
    private const int FewestRounds = 11, MostRounds = 61;
    private const double SecondsPerTurn = 0.002, SecondsPerCase = 2.0;

    private readonly Dictionary<Contestant, double[]> _seconds = new(ReferenceEqualityComparer.Instance);

    public Interleaved(IReadOnlyList<Contestant> contestants)
    {
        WarmUp(contestants);
        int[] calls = [.. contestants.Select(static contestant => Math.Max(1, (int)(SecondsPerTurn / Seconds(contestant, 3))))];
        double round = contestants.Zip(calls, static (contestant, calls) => calls * Seconds(contestant, 1)).Sum();
        int rounds = Math.Clamp((int)(SecondsPerCase / round), FewestRounds, MostRounds);
        double[][] seconds = [.. contestants.Select(_ => new double[rounds])];
        for (int i = 0; i < rounds; i++)
        {
            for (int turn = 0; turn < contestants.Count; turn++)
            {
                // There and back, so that nobody always follows the same one.
                int next = i % 2 == 0 ? turn : contestants.Count - 1 - turn;
                seconds[next][i] = Seconds(contestants[next], calls[next]) / contestants[next].Share;
            }
        }
        for (int i = 0; i < contestants.Count; i++)
        {
            _seconds.Add(contestants[i], seconds[i]);
        }
    }

    /// <summary>Seconds of the work, the median of the rounds.</summary>
    public double Time(Contestant contestant) => Quantile([.. _seconds[contestant]], 0.5);

    /// <summary>The quotient of two times of the same round: its median and its quartiles over the rounds.</summary>
    public (double Median, double Lower, double Upper) Ratio(Contestant numerator, Contestant denominator)
    {
        double[] ratios = [.. _seconds[numerator].Zip(_seconds[denominator], static (upper, lower) => upper / lower)];
        return (Quantile(ratios, 0.5), Quantile(ratios, 0.25), Quantile(ratios, 0.75));
    }

    /// <summary>
    /// Goes through the tiers of the JIT: thirty calls ask for the next tier, which is installed in the background when no new method
    /// has been called for 100 ms.
    /// </summary>
    private static void WarmUp(IReadOnlyList<Contestant> contestants)
    {
        const int CallsOfATier = 35;
        const double LeastSeconds = 0.005;
        for (int tier = 0; tier < 3; tier++)
        {
            foreach (Contestant contestant in contestants.Where(static contestant => !contestant.IsNative))
            {
                double start = ThreadClock.Seconds();
                for (int call = 0; call < CallsOfATier || ThreadClock.Seconds() - start < LeastSeconds; call++)
                {
                    contestant.Run();
                }
            }
            Thread.Sleep(200);
        }
    }

    private static double Seconds(Contestant contestant, int calls)
    {
        double start = ThreadClock.Seconds();
        for (int i = 0; i < calls; i++)
        {
            contestant.Run();
        }
        return Math.Max(ThreadClock.Seconds() - start, 1e-9) / calls;
    }

    private static double Quantile(double[] values, double part)
    {
        Array.Sort(values);
        return values[(int)(part * (values.Length - 1))];
    }
}
