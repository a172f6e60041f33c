using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace GeneratorTests.Fuzz;

/// <summary>
/// Whatever compiles without the generator compiles with it, without an exception out of the generator or the analyzers and without a warning in generated code.
/// 3,000 mutants of valid models; <c>PROXIMA_FUZZ=200000</c> tries more, <c>PROXIMA_FUZZ_SEED</c> others.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>Mutants of one compilation: enough that reading the references costs little.</summary>
    private const int AtOnce = 100;

    private const int MostFailures = 100;

    [Fact]
    public void Most_seeds_are_valid() => Assert.InRange(FuzzSeeds.All.Length, 150, int.MaxValue);

    [Fact]
    public async Task A_mutant_that_compiles_compiles_with_its_companions()
    {
        int count = Setting("PROXIMA_FUZZ", 3_000), seed = Setting("PROXIMA_FUZZ_SEED", 1), valid = 0, transformed = 0;
        List<string> failures = [];
        for (int start = 0; start < count && failures.Count < MostFailures; start += AtOnce)
        {
            SyntaxTree[] mutants = [.. Enumerable.Range(start, Math.Min(AtOnce, count - start)).Select(i => FuzzProject.Tree(new Mutator((seed * 1_000_003) + i).Mutate(FuzzSeeds.All), i))];
            (int Valid, int Transformed, System.Collections.Immutable.ImmutableArray<string> Failures) found = await FuzzProject.Check(mutants);
            valid += found.Valid;
            transformed += found.Transformed;
            failures.AddRange(found.Failures);
        }
        output.WriteLine(FormattableString.Invariant($"{count} mutants, {valid} compile, {transformed} transformed, {failures.Count} failures"));
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.DistinctBy(static f => string.Join('\n', f.Split('\n').Take(2)))));
        Assert.True(valid > count / 10 && transformed > count / 50, FormattableString.Invariant($"{valid} of {count} mutants compile, {transformed} are transformed: the mutations are too wild to test anything"));
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
