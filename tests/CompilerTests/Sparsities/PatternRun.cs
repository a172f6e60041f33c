using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Transforms;

namespace CompilerTests.Sparsities;

/// <summary>Runs the program of a pattern, and finds the true pattern by differences.</summary>
internal static class PatternRun
{
    private const double Step = 1e-10;

    /// <summary>The entries that the program names, as rows of columns.</summary>
    public static bool[,] Entries(Function program, IReadOnlyList<Argument> arguments, int rows, int columns)
    {
        Verifier.Verify(new Module(program, [Callee(PatternWriter.Add, 2), Callee(PatternWriter.AddRange, 3)]), Form.Normal);
        Function marking = program with
        {
            Parameters = [.. program.Parameters, new("mark", ScalarType.Double, ParameterKind.Output, false)],
            Body = Marking(program.Body, columns),
        };
        Cells marks = Cells.Zeros(ScalarType.Double, rows * columns);
        Evaluator.Evaluate(marking, [.. arguments, marks]);
        bool[,] entries = new bool[rows, columns];
        for (int i = 0; i < rows * columns; i++)
        {
            entries[i / columns, i % columns] = marks[i].Real.Hi != 0;
        }
        return entries;
    }

    /// <summary>The entries of the Jacobian that are not zero at the arguments: outputs row by row, then results.</summary>
    public static bool[,] TrueEntries(Function function, IReadOnlyList<Argument> arguments)
    {
        List<(int Parameter, int Element)> columns = [];
        for (int p = 0; p < arguments.Count; p++)
        {
            if (function.Parameters[p].IsVariable)
            {
                columns.AddRange(Enumerable.Range(0, arguments[p].Array?.Length ?? 1).Select(element => (p, element)));
            }
        }
        DoubleDouble[] centre = Outputs(function, arguments, -1, 0, DoubleDouble.Zero);
        bool[,] entries = new bool[centre.Length, columns.Count];
        for (int c = 0; c < columns.Count; c++)
        {
            DoubleDouble[] up = Outputs(function, arguments, columns[c].Parameter, columns[c].Element, Step);
            DoubleDouble[] down = Outputs(function, arguments, columns[c].Parameter, columns[c].Element, -(DoubleDouble)Step);
            for (int r = 0; r < centre.Length; r++)
            {
                // Rounding is of order 1e-20; derivatives of the programs are of order one, or products of a few such.
                entries[r, c] = Math.Abs(((up[r] - down[r]) / (2 * (DoubleDouble)Step)).Hi) > 1e-15;
            }
        }
        return entries;
    }

    public static int Rows(Function function, IReadOnlyList<Argument> arguments) =>
        function.Results.Count + function.Parameters.Select((p, i) => p.Kind == ParameterKind.Output ? arguments[i].Array!.Length : 0).Sum();

    public static int Columns(Function function, IReadOnlyList<Argument> arguments) =>
        function.Parameters.Select((p, i) => p.IsVariable ? arguments[i].Array?.Length ?? 1 : 0).Sum();

    public static string Text(bool[,] entries)
    {
        string[] lines = new string[entries.GetLength(0)];
        for (int r = 0; r < lines.Length; r++)
        {
            lines[r] = string.Concat(Enumerable.Range(0, entries.GetLength(1)).Select(c => entries[r, c] ? 'x' : '.'));
        }
        return string.Join("\n", lines);
    }

    private static DoubleDouble[] Outputs(Function function, IReadOnlyList<Argument> arguments, int parameter, int element, DoubleDouble step)
    {
        List<Argument> moved = [];
        List<Cells> outputs = [];
        for (int p = 0; p < arguments.Count; p++)
        {
            DoubleDouble by = p == parameter ? step : DoubleDouble.Zero;
            if (arguments[p].Scalar is { } scalar)
            {
                moved.Add(scalar.Type.IsReal() ? scalar with { Real = scalar.Real + by } : scalar);
                continue;
            }
            Cells from = arguments[p].Array!, copy = Cells.Zeros(from.Type, from.Length);
            bool isOutput = function.Parameters[p].Kind == ParameterKind.Output;
            for (int i = 0; i < copy.Length && !isOutput; i++)
            {
                copy[i] = i == element && from.Type.IsReal() ? from[i] with { Real = from[i].Real + by } : from[i];
            }
            moved.Add(copy);
            if (isOutput)
            {
                outputs.Add(copy);
            }
        }
        Evaluation evaluation = Evaluator.EvaluatePrecisely(function, [.. moved]);
        return [.. outputs.SelectMany(static o => Enumerable.Range(0, o.Length).Select(i => o[i].Real)), .. evaluation.Results.Select(static r => r.Real)];
    }

    private static Function Callee(string name, int arguments) =>
        new(name, Enumerable.Range(0, arguments).Select(static i => new Parameter("p" + i, ScalarType.Int, ParameterKind.Scalar, false)).ToEquatableArray(), [], Block.Empty, []);

    private static Block Marking(Block block, int columns) => block.Statements.Select(s => Marking(s, columns)).ToBlock();

    private static Statement Marking(Statement statement, int columns)
    {
        switch (statement)
        {
            case For loop:
                return loop with { Body = Marking(loop.Body, columns) };
            case If branch:
                return branch with { Then = Marking(branch.Then, columns), Else = Marking(branch.Else, columns) };
            case Call { Function: PatternWriter.Add } call:
                return Mark(call.Arguments[0], call.Arguments[1], columns);
            case Call { Function: PatternWriter.AddRange } call:
                Statement mark = Mark(call.Arguments[0], Build.IndexPlus(call.Arguments[1], Build.Name("marked", ScalarType.Int)), columns);
                return new For("marked", Build.Int(0), call.Arguments[2], 1, new Block((EquatableArray<Statement>)[mark]));
            default:
                return statement;
        }
    }

    /// <summary>A column outside the matrix would mark the next row: it is sent out of the array instead.</summary>
    private static Store Mark(Expression row, Expression column, int columns)
    {
        Expression isInside = Build.And(
            Build.Compare(Proxima.Generator.Primitives.Arithmetic.GreaterOrEqual, column, Build.Int(0)), Build.Compare(Proxima.Generator.Primitives.Arithmetic.Less, column, Build.Int(columns)));
        Expression place = Build.IndexPlus(Build.IndexTimes(row, Build.Int(columns)), column);
        return new("mark", Build.Select(isInside, place, Build.Int(-1)), Build.Double(1));
    }
}
