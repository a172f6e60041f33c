using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Proxima.Evolver.Results;
using Proxima.Evolver.Search;
using Proxima.Generator.Approximation;
using Proxima.Generator.Numerics;

namespace CompilerTests.Evolver;

/// <summary>Short searches: better than polynomials, the same for one seed however they are run, and resumable.</summary>
public sealed class SearchTests
{
    private const int Programs = 4096;

    private static readonly Quest s_exp2 = new(static x => DoubleDoubleFunctions.Exp2(x), -0.5, 0.5, Measure.Relative, CostModel.Fused, 6);

    /// <summary>Of 4, 5 and 6 multiply-adds, a second's search; what minutes find is in generator/Evolver/results.</summary>
    [Fact]
    public void A_short_search_beats_polynomials_of_as_many_multiply_adds()
    {
        using Search search = new(s_exp2, 1, 1);
        Run(search, rounds: 40, threads: 1);
        List<Found> front = Front.Of(search);
        foreach ((int cost, double least) in new[] { (4, 3.0), (5, 5.0), (6, 5.0) })
        {
            double error = front.Single(f => f.Cost == cost).Error;
            Assert.InRange(Front.Polynomial(s_exp2, cost) / error, least, 1000);
        }
    }

    /// <summary>Errors are of samples of search and fit; points of neither are no worse.</summary>
    [Fact]
    public void What_is_found_is_as_near_as_it_says_between_the_samples()
    {
        using Search search = new(s_exp2, 1, 2);
        Run(search, rounds: 3, threads: 1);
        foreach (Found found in Front.Of(search))
        {
            FreeProgram program = new(found.Steps);
            double worst = 0;
            for (int i = 0; i <= 5000; i++)
            {
                double x = -0.5 + (i / 5000.0);
                DoubleDouble value = s_exp2.Function(x);
                worst = Math.Max(worst, Math.Abs(((program.RunPrecisely(x, found.Constants) - value) / value).Hi));
            }
            Assert.InRange(worst, 0.99 * found.Error, 1.01 * found.Error); // 400 samples see an extremum to 10⁻⁴, of degree 14 to 10⁻²
        }
    }

    [Fact]
    public void Threads_change_nothing_and_neither_does_a_pause()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using Search alone = new(s_exp2, 2, 7), together = new(s_exp2, 2, 7), paused = new(s_exp2, 2, 7), resumed = new(s_exp2, 2, 7);
            Run(alone, rounds: 17, threads: 1); // with a migration
            Run(together, rounds: 17, threads: 2);
            Assert.Equal(Picture(alone), Picture(together));
            Run(paused, rounds: 5, threads: 1);
            Checkpoint.Save(paused, file);
            Checkpoint.Load(resumed, file);
            Run(resumed, rounds: 17, threads: 1);
            Assert.Equal(Picture(alone), Picture(resumed));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>With rounding of floats in the fitness, errors do not fall below what floats hold.</summary>
    [Fact]
    public void Rounding_counts_where_it_is_asked_for()
    {
        using Search search = new(s_exp2 with { Unit = Quest.SingleUnit }, 1, 1);
        Run(search, rounds: 6, threads: 1);
        Assert.InRange(search.Best(6)!.Value.Error, 5e-8, 5e-7);
    }

    [Fact]
    public void A_checkpoint_of_another_search_is_refused()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using Search search = new(s_exp2, 1, 1), other = new(s_exp2, 1, 2);
            Checkpoint.Save(search, file);
            Assert.Throws<InvalidDataException>(() => Checkpoint.Load(other, file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Run(Search search, int rounds, int threads)
    {
        while (search.Rounds < rounds)
        {
            search.Round(Programs, threads);
        }
    }

    private static string Picture(Search search) => string.Join("\n", Enumerable.Range(1, search.Quest.MostCost).SelectMany(cost =>
        search.Islands.ToArray().SelectMany(island => island.Archive[cost].ToArray().Select(entry => FormattableString.Invariant($"{cost} {entry.Error:R} {entry.Structure}")))));
}
