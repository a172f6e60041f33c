using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Proxima.Analyzers;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>
/// A run that is cancelled leaves nothing behind: the same driver, and caches of the process, give afterwards what they give without it. Where a run is stopped is chance, and
/// every place must do; so what the test asks does not depend on it.
/// </summary>
public sealed class RandomStopTests
{
    private const int Rounds = 5;

    /// <summary>Something of every search; each round has a namespace of its own, so that no cache knows its models.</summary>
    private static string Source(string space) => $$"""
        using System;
        using Proxima;

        namespace {{space}};

        public static partial class Models
        {
            [Gradient, Hessian, Batch]
            public static double Growth(double p, double rate, int steps)
            {
                for (int t = 0; t < steps; t++)
                {
                    p += rate * Math.Abs(Math.Sin(p)) * p;
                }
                return p;
            }

            [Lipschitz, Monotone(nameof(x), Direction.Increasing)]
            public static double Slope([Domain(1, 2)] double x, [Domain(0, 1)] double y) => x * x * Math.Exp(y) + Math.Sin(3 * y);

            [Surrogate]
            public static double Score(double income, double debt) => 1 / (1 + Math.Exp(debt - 2 * income));

            [Approximate(-1, 1, MaxError = 1e-5)]
            public static float Wave(float x) => MathF.Sin(3 * x) * MathF.Exp(x);

            [Tabulate(0, 3, MaxError = 1e-3)]
            public static double Root(double y) => Math.Cbrt(y + 1);
        }
        """;

    [Fact]
    public async Task A_run_that_was_stopped_anywhere_is_as_if_it_had_not_been()
    {
        Stopwatch time = Stopwatch.StartNew();
        string[] expected = [.. Texts(Run("Round0", stopped: null))];
        string[] said = [.. await Said("Round0", stopped: null)];
        TimeSpan whole = time.Elapsed;
        Assert.InRange(expected.Length, 5, 10); // a file of each model, and of narrower vectors of some
        Random chance = new(1);
        for (int round = 1; round <= Rounds; round++)
        {
            string space = "Round" + round;
            using (CancellationTokenSource stop = new(whole * chance.NextDouble()))
            {
                GeneratorDriver driver = Run(space, stop.Token);
                Assert.Equal(expected, Texts(driver.RunGenerators(Compilation(space))).Select(text => text.Replace(space, "Round0")));
            }
            using (CancellationTokenSource stop = new(whole * chance.NextDouble()))
            {
                await Said(space, stop.Token);
                Assert.Equal(said, await Said(space, stopped: null));
            }
        }
    }

    private static CSharpCompilation Compilation(string space) => Compile.Source(Source(space));

    /// <summary>The driver after a run: as it was before when the run was stopped.</summary>
    private static GeneratorDriver Run(string space, CancellationToken? stopped)
    {
        GeneratorDriver driver = Compile.Driver();
        try
        {
            return driver.RunGenerators(Compilation(space), stopped ?? CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopped is { IsCancellationRequested: true })
        {
            return driver; // no other exception may come out
        }
    }

    private static IEnumerable<string> Texts(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return result.GeneratedSources.Select(static file => file.SourceText.ToString()).Order(StringComparer.Ordinal);
    }

    private static async Task<IEnumerable<string>> Said(string space, CancellationToken? stopped)
    {
        CompilationWithAnalyzers analysis = Compilation(space).WithAnalyzers([new ModelAnalyzer()]);
        try
        {
            ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(stopped ?? CancellationToken.None);
            return found.Select(static d => d.ToString()).Order(StringComparer.Ordinal);
        }
        catch (OperationCanceledException) when (stopped is { IsCancellationRequested: true })
        {
            return [];
        }
    }
}
