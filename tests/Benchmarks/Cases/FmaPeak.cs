using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Benchmarks;

/// <summary>As many fused multiply-adds as the processor does when nothing waits for anything.</summary>
internal sealed class FmaPeak
{
    private const int Repetitions = 2000, Chains = 12, OperationsOfLane = 2;

    private double _sink;

    /// <summary>The same number of operations at that speed.</summary>
    public Contestant Doing(double operations)
    {
        int lanes = Vector512.IsHardwareAccelerated ? 8 : 4;
        return new("its operations at FMA peak", Run) { Share = (double)Repetitions * Chains * OperationsOfLane * lanes / operations };
    }

    /// <summary>Billions of double operations per second, the best of some tries.</summary>
    public static double Giga()
    {
        FmaPeak peak = new();
        Contestant contestant = peak.Doing(1e9);
        double least = double.PositiveInfinity;
        for (int attempt = 0; attempt < 50; attempt++)
        {
            double start = ThreadClock.Seconds();
            for (int i = 0; i < 100; i++)
            {
                contestant.Run();
            }
            least = Math.Min(least, (ThreadClock.Seconds() - start) / 100 / contestant.Share);
        }
        return 1 / least;
    }

    private void Run() => _sink = Vector512.IsHardwareAccelerated ? Wide() : Narrow();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Wide()
    {
        Vector512<double> a = Vector512.Create(1.0), b = a, c = a, d = a, e = a, f = a, g = a, h = a, i = a, j = a, k = a, l = a;
        Vector512<double> by = Vector512.Create(0.999), plus = Vector512.Create(0.001);
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            a = Vector512.MultiplyAddEstimate(a, by, plus);
            b = Vector512.MultiplyAddEstimate(b, by, plus);
            c = Vector512.MultiplyAddEstimate(c, by, plus);
            d = Vector512.MultiplyAddEstimate(d, by, plus);
            e = Vector512.MultiplyAddEstimate(e, by, plus);
            f = Vector512.MultiplyAddEstimate(f, by, plus);
            g = Vector512.MultiplyAddEstimate(g, by, plus);
            h = Vector512.MultiplyAddEstimate(h, by, plus);
            i = Vector512.MultiplyAddEstimate(i, by, plus);
            j = Vector512.MultiplyAddEstimate(j, by, plus);
            k = Vector512.MultiplyAddEstimate(k, by, plus);
            l = Vector512.MultiplyAddEstimate(l, by, plus);
        }
        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Narrow()
    {
        Vector256<double> a = Vector256.Create(1.0), b = a, c = a, d = a, e = a, f = a, g = a, h = a, i = a, j = a, k = a, l = a;
        Vector256<double> by = Vector256.Create(0.999), plus = Vector256.Create(0.001);
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            a = Vector256.MultiplyAddEstimate(a, by, plus);
            b = Vector256.MultiplyAddEstimate(b, by, plus);
            c = Vector256.MultiplyAddEstimate(c, by, plus);
            d = Vector256.MultiplyAddEstimate(d, by, plus);
            e = Vector256.MultiplyAddEstimate(e, by, plus);
            f = Vector256.MultiplyAddEstimate(f, by, plus);
            g = Vector256.MultiplyAddEstimate(g, by, plus);
            h = Vector256.MultiplyAddEstimate(h, by, plus);
            i = Vector256.MultiplyAddEstimate(i, by, plus);
            j = Vector256.MultiplyAddEstimate(j, by, plus);
            k = Vector256.MultiplyAddEstimate(k, by, plus);
            l = Vector256.MultiplyAddEstimate(l, by, plus);
        }
        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
