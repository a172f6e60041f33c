extern alias runtime;

using System;
using System.Collections.Concurrent;
using System.Linq;
using NumericTests;
using Proxima;
using Tests.Shared;
using Xunit.Abstractions;
using Interval = runtime::Proxima.Interval;
using Norm = runtime::Proxima.Norm;

namespace GeneratorTests.Bounds;

/// <summary>Bounds of the FPBench functions, generated from their text when the tests run, against what others found there.</summary>
[Trait("Category", "Batch")]
public sealed class FpBenchTests(ITestOutputHelper output)
{
    private static readonly ConcurrentDictionary<int, Bound> s_bounds = new();

    public static TheoryData<string, int> Functions
    {
        get
        {
            TheoryData<string, int> rows = [];
            foreach (FpBenchFunction function in FpBenchFunction.All)
            {
                rows.Add(function.Name, function.Index);
            }
            return rows;
        }
    }

    [SharedTheory(FpBenchFunction.Folder)]
    [MemberData(nameof(Functions))]
    public void Ranges_and_partials_enclose_what_is_attained(string name, int index)
    {
        FpBenchFunction function = FpBenchFunction.All[index];
        AnyEnclosure model = FpBenchModels.Of(function);
        CertifiedRange range = Certify.Range(model, function.Box);
        Interval[] gradient = new Interval[model.Dimension];
        Assert.True(function.Range.IsInside(model.Range(function.Box)), name);
        Assert.True(function.Range.IsInside(model.GradientRange(function.Box, gradient)), name);
        Assert.True(function.Range.IsInside(range.Enclosure), FormattableString.Invariant($"{name}: {range.Enclosure}, {function.Range} is attained"));
        for (int j = 0; j < gradient.Length; j++)
        {
            Assert.True(function.Partials[j].IsInside(gradient[j]), FormattableString.Invariant($"{name}, ∂/∂{function.Arguments[j]}: {gradient[j]}, {function.Partials[j]} is attained"));
        }
        output.WriteLine(FormattableString.Invariant($"range {range.Enclosure.Width / (function.Range.Greatest - function.Range.Least):F6} × the attained one, {range.Splits} splits"));
    }

    [SharedTheory(FpBenchFunction.Folder)]
    [MemberData(nameof(Functions))]
    public void Lipschitz_constants_are_within_twice_the_attained_ones(string name, int index)
    {
        FpBenchFunction function = FpBenchFunction.All[index];
        Bound bound = Lipschitz(function);
        Assert.True(bound.Upper >= function.Lipschitz, FormattableString.Invariant($"{name}: {bound.Upper:R} is below {function.Lipschitz:R}, which is attained"));
        Assert.InRange(bound.Upper, 0, 2 * Attained(function));
        output.WriteLine(FormattableString.Invariant($"{bound.Upper:R} is {bound.Upper / Attained(function):F8} × the attained constant, {bound.Splits} splits"));
    }

    [SharedTheory(FpBenchFunction.Folder)]
    [InlineData(28)]
    public void Lipschitz_constants_are_tight_for_most(int atLeast)
    {
        int tight = FpBenchFunction.All.Count(static function => Lipschitz(function).Upper <= (1 + 1e-5) * Attained(function)); // 1e-5: the measure
        output.WriteLine(FormattableString.Invariant($"{tight} of {FpBenchFunction.All.Count} within 1e-5 of the attained constant"));
        Assert.InRange(tight, atLeast, FpBenchFunction.All.Count);
    }

    [SharedTheory(FpBenchFunction.Folder)]
    [MemberData(nameof(Functions))]
    public void No_sample_violates_a_bound(string name, int index)
    {
        FpBenchFunction function = FpBenchFunction.All[index];
        Attack attack = new(FpBenchModels.Of(function).Model, function.Box, index);
        attack.Run(Attack.SamplesOr(1_000_000) * 8 / 10 / FpBenchFunction.All.Count); // the rest is for networks and for models of each shape
        output.WriteLine(FormattableString.Invariant($"{name}: {attack.Samples} samples, {attack.Judged} judged by their own enclosures, {attack.SecondOrderBoxes} boxes with second derivatives"));
        Assert.Empty(attack.Violations);
    }

    /// <summary>What the file or our own search attains; the larger one is nearer to the truth.</summary>
    private static double Attained(FpBenchFunction function) => Math.Max(function.Lipschitz, Lipschitz(function).Lower);

    private static Bound Lipschitz(FpBenchFunction function) =>
        s_bounds.GetOrAdd(function.Index, static (_, function) => Certify.Lipschitz(FpBenchModels.Of(function), function.Box, Norm.Infinity), function);
}
