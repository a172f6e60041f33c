using System.Diagnostics;
using System.Linq;
using Xunit.Abstractions;

namespace GeneratorTests;

/// <summary>What an edit costs in a large project. Counts are laws; times are printed, because they depend on the host.</summary>
public sealed class BudgetTests(ITestOutputHelper output)
{
    private const int Models = 100;

    [Fact]
    public void An_unrelated_edit_beside_a_hundred_models_emits_nothing()
    {
        Stopwatch watch = Stopwatch.StartNew();
        CachingProject project = CachingProject.Open([("Other.cs", "class Other { int One() => 1; }"), .. Enumerable.Range(0, Models).Select(static i => ($"Model{i}.cs", Model(i)))]);
        output.WriteLine($"first run: {watch.ElapsedMilliseconds} ms");
        Assert.Equal(Models, project.Emissions);

        watch.Restart();
        CachingProject edited = project.Edit("Other.cs", "=> 1", "=> 2");
        output.WriteLine($"after an unrelated edit: {watch.ElapsedMilliseconds} ms");
        Assert.Equal(0, edited.Emissions);
        Assert.Equal(Models, edited.Reasons.Count);
        Assert.All(edited.Reasons.Values, static reasons => Assert.Equal(CachingReasons.Cached, reasons));

        watch.Restart();
        edited = edited.Edit("Model7.cs", "1.5", "2.5");
        output.WriteLine($"after an edit of one model: {watch.ElapsedMilliseconds} ms");
        Assert.Equal(1, edited.Emissions);
    }

    private static string Model(int number) =>
        $$"""
        using System;
        using Proxima;

        public static partial class Model{{number}}
        {
            [Gradient, Batch]
            public static double F{{number}}(double x, double y, int steps)
            {
                double state = x;
                for (int i = 0; i < steps; i++)
                {
                    state += y * Math.Sin(state + {{number}}.0) * 1.5;
                }
                return state;
            }
        }
        """;
}
