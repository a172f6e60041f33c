using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Sparsities;

/// <summary>A short notation for functions of variables a and x, constants n and obs, and the output y; and their patterns.</summary>
internal static class PatternModel
{
    public static readonly Read N = Int32("n");

    public static Read Int32(string name) => Name(name, ScalarType.Int);

    public static Read Real(string name) => Name(name, ScalarType.Double);

    public static Element At(string array, Expression index) => new(ScalarType.Double, array, index);

    public static Element X(Expression index) => At("x", index);

    public static Element Obs(Expression index) => new(ScalarType.Int, "obs", index);

    public static Expression Sin(Expression value) => Call(Elementary.Sin, value);

    public static Expression Sum(params Expression[] values) => values.Aggregate(Plus);

    /// <summary>sin(v₁·v₂·…): every argument matters everywhere, also to the second order.</summary>
    public static Expression Mixed(params Expression[] values) => Sin(values.Aggregate(Multiply));

    public static Expression Times(Expression left, Expression right) => IndexTimes(left, right);

    public static Store Set(string array, Expression index, Expression value) => new(array, index, value);

    public static Proxima.Generator.Ir.Add Add(string array, Expression index, Expression value) => new(array, index, value);

    public static For Loop(string index, Expression from, Expression to, params Statement[] body) => new(index, from, to, 1, Block(body));

    public static For Down(string index, Expression from, Expression to, params Statement[] body) => new(index, from, to, -1, Block(body));

    public static NewArray Local(string name, Expression length) => new(name, ScalarType.Double, length);

    public static Block Block(params Statement[] statements) => statements.ToBlock();

    /// <summary>double F(variable a, variable x[], int n, int[] obs, out y[]).</summary>
    public static Function Model(params Statement[] body) => PassList.Normalise(Source(body));

    public static Function Scalar(Expression result, params Statement[] body) => PassList.Normalise(Source(body) with { Results = [result] });

    public static Function Source(params Statement[] body) => new(
        "F",
        [
            new("a", ScalarType.Double, ParameterKind.Scalar, true),
            new("x", ScalarType.Double, ParameterKind.Array, true),
            new("n", ScalarType.Int, ParameterKind.Scalar, false),
            new("obs", ScalarType.Int, ParameterKind.Array, false),
            new("y", ScalarType.Double, ParameterKind.Output, false),
        ],
        [],
        Block(body),
        []);

    public static Argument[] Arguments(int n, int outputs, params int[] obs) => Arguments(n, n, outputs, obs);

    public static Argument[] Arguments(int inputs, int n, int outputs, int[] obs)
    {
        Random random = new(3);
        return [0.7, Enumerable.Range(0, inputs).Select(_ => 0.3 + random.NextDouble()).ToArray(), n, obs, new double[outputs]];
    }

    public static Pattern Provable(Function function)
    {
        PatternResult result = JacobianPattern.Of(function);
        Assert.True(result.Pattern is not null, result.Obstacle?.Reason);
        return result.Pattern;
    }

    /// <summary>The pattern as text; it must hold the true one.</summary>
    public static string Check(Function function, IReadOnlyList<Argument> arguments, bool isExact)
    {
        Pattern pattern = Provable(function);
        bool[,] actual = PatternRun.Entries(pattern.Program, arguments, PatternRun.Rows(function, arguments), PatternRun.Columns(function, arguments));
        bool[,] expected = PatternRun.TrueEntries(function, arguments);
        if (isExact)
        {
            Assert.True(PatternRun.Text(expected) == PatternRun.Text(actual), $"{Printer.Print(pattern.Program)}\nexpected\n{PatternRun.Text(expected)}\nactual\n{PatternRun.Text(actual)}");
        }
        RequireHeld(expected, actual, pattern.Program);
        RequireRows(pattern.Shape, actual);
        return PatternRun.Text(actual);
    }

    public static void RequireHeld(bool[,] expected, bool[,] actual, Function program)
    {
        for (int r = 0; r < expected.GetLength(0); r++)
        {
            for (int c = 0; c < expected.GetLength(1); c++)
            {
                Assert.True(actual[r, c] || !expected[r, c], $"({r}, {c}) is missing from\n{PatternRun.Text(actual)}\nof\n{Printer.Print(program)}");
            }
        }
    }

    private static void RequireRows(PatternShape shape, bool[,] actual)
    {
        for (int r = 0; r < actual.GetLength(0); r++)
        {
            int count = Enumerable.Range(0, actual.GetLength(1)).Count(c => actual[r, c]);
            Assert.True(shape.MostPerRow is null || count <= shape.MostPerRow, $"row {r} has {count} entries, not at most {shape.MostPerRow}");
            Assert.True(!shape.IsDense || count == 0 || count == actual.GetLength(1), $"row {r} has {count} entries and is not dense");
        }
    }
}
