using System;
using CsCheck;

namespace CompilerTests;

/// <summary>
/// Runs a law on random programs. The same programs every time, so that a build is green or red for its code alone; <c>PROXIMA_PROGRAMS</c> runs that
/// many fresh ones instead, and CsCheck prints the seed of a failure.
/// </summary>
internal static class RandomLaw
{
    private static readonly Gen<int> s_seeds = Gen.Int[0, int.MaxValue - 1];

    public static void Holds(Action<RandomProgram> law, int programs)
    {
        if (long.TryParse(Environment.GetEnvironmentVariable("PROXIMA_PROGRAMS"), out long fresh))
        {
            s_seeds.Sample(seed => law(RandomPrograms.Generate(seed)), iter: fresh, threads: 1);
            return;
        }
        PCG random = new(stream: 1, seed: 2026);
        for (int i = 0; i < programs; i++)
        {
            int seed = s_seeds.Generate(random, null, out _);
            try
            {
                law(RandomPrograms.Generate(seed));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Program {seed}: {exception.Message}", exception);
            }
        }
    }
}
