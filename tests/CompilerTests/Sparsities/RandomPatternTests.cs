using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;

namespace CompilerTests.Sparsities;

public sealed class RandomPatternTests
{
    [Fact]
    public void A_proved_pattern_never_misses_an_entry_on_random_programs()
    {
        int proved = 0, all = 0;
        RandomLaw.Holds(
            program =>
            {
                all++;
                Function function = PassList.Normalise(program.Function);
                if (Entries(JacobianPattern.Of(function), function, program.Arguments, PatternRun.Rows(function, program.Arguments)) is not { } entries)
                {
                    return;
                }
                proved++;
                PatternModel.RequireHeld(PatternRun.TrueEntries(function, program.Arguments), entries.Actual, entries.Program);
            },
            programs: 500);

        // A law of nothing would hold too.
        Assert.True(proved > all / 4, $"{proved} of {all} were provable");
    }

    [Fact]
    public void A_pattern_never_misses_an_entry_on_random_array_programs()
    {
        int named = 0, there = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            Function function = RandomArrayPrograms.Generate(seed);
            Argument[] arguments = PatternModel.Arguments(RandomArrayPrograms.Length, RandomArrayPrograms.Length, RandomArrayPrograms.Length, [1, 4, 0, 5, 5, 2]);
            PatternResult result = JacobianPattern.Of(function);
            Assert.True(result.Pattern is not null, $"{seed}: {result.Obstacle?.Reason}\n{Printer.Print(function)}");
            try
            {
                bool[,] actual = PatternRun.Entries(result.Pattern.Program, arguments, PatternRun.Rows(function, arguments), PatternRun.Columns(function, arguments));
                bool[,] expected = PatternRun.TrueEntries(function, arguments);
                PatternModel.RequireHeld(expected, actual, result.Pattern.Program);
                named += actual.Cast<bool>().Count(static e => e);
                there += expected.Cast<bool>().Count(static e => e);
            }
            catch (System.Exception exception)
            {
                throw new System.InvalidOperationException($"{seed}: {exception.Message}\n{Printer.Print(function)}\n{Printer.Print(result.Pattern.Program)}", exception);
            }
        }

        // Elements that are overwritten and arms not taken count, but the patterns are no blanket.
        Assert.True(named < 2.5 * there, $"{named} entries are named, {there} are there");
    }

    [Fact]
    public void A_proved_pattern_of_second_derivatives_never_misses_an_entry_on_random_programs()
    {
        int proved = 0, all = 0;
        RandomLaw.Holds(
            program =>
            {
                all++;
                Function function = PassList.Normalise(program.Function);
                if (Entries(HessianPattern.Of(function), function, program.Arguments, 7) is not { } entries)
                {
                    return;
                }
                proved++;
                PatternModel.RequireHeld(HessianPatternTests.TrueEntries(function, program.Arguments), entries.Actual, entries.Program);
            },
            programs: 100);
        Assert.True(proved > all / 8, $"{proved} of {all} were provable");
    }

    private static (bool[,] Actual, Function Program)? Entries(PatternResult result, Function function, IReadOnlyList<Argument> arguments, int rows) => result.Pattern is { } pattern
        ? (PatternRun.Entries(pattern.Program, arguments, rows, PatternRun.Columns(function, arguments)), pattern.Program)
        : null;
}
