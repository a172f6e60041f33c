using System;
using System.Collections.Generic;

namespace Benchmarks;

/// <summary>Approximations of two and three variables on 4,096 rows, against the model in a loop.</summary>
internal static class SurfaceCases
{
    private const int Count = 4096;

    public static IEnumerable<(string Name, Func<string, Case> Make)> All()
    {
        yield return ("surfaces: price of a call, 1e-6, double", Call);
        yield return ("surfaces: moneyness, 1e-4, float", Moneyness);
        yield return ("surfaces: wave of three variables, 1e-4, float", Wave);
    }

    private static Case Call(string title)
    {
        double[] forward = Numbers.Between(0.8, 1.25, Count, 1), deviation = Numbers.Between(0.1, 0.5, Count, 2), ours = new double[Count], theirs = new double[Count];
        return Of(title, () => Surfaces.CallApproximate(forward, deviation, ours), () =>
        {
            for (int i = 0; i < theirs.Length; i++)
            {
                theirs[i] = Surfaces.Call(forward[i], deviation[i]);
            }
        }, 0.1);
    }

    private static Case Moneyness(string title)
    {
        float[] forward = Single(0.8, 1.25, 3), deviation = Single(0.1, 0.5, 4), ours = new float[Count], theirs = new float[Count];
        return Of(title, () => Surfaces.MoneynessApproximate(forward, deviation, ours), () =>
        {
            for (int i = 0; i < theirs.Length; i++)
            {
                theirs[i] = Surfaces.Moneyness(forward[i], deviation[i]);
            }
        }, 0.25);
    }

    private static Case Wave(string title)
    {
        float[] place = Single(0, 1, 5), phase = Single(-0.5, 0.5, 6), decay = Single(0.25, 1, 7), ours = new float[Count], theirs = new float[Count];
        return Of(title, () => Surfaces.WaveApproximate(place, phase, decay, ours), () =>
        {
            for (int i = 0; i < theirs.Length; i++)
            {
                theirs[i] = Surfaces.Wave(place[i], phase[i], decay[i]);
            }
        }, 0.15);
    }

    private static float[] Single(double least, double most, int seed) => Array.ConvertAll(Numbers.Between(least, most, Count, seed), static x => (float)x);

    private static Case Of(string title, Action ours, Action theirs, double most) => Case.Of(title, "[Approximate]", ours, "model in a loop", theirs, Target.AtMost(most));
}
