using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// The sparse Jacobian and Hessian of a request: those whose pattern is proved and not dense. A pattern that cannot be proved is a note that says why;
/// the dense companion is there in any case.
/// </summary>
internal sealed record Patterns(IReadOnlyList<SparseMatrix> Programs, IReadOnlyList<Note> Notes)
{
    private const string Unproved = "PRX0207";

    /// <summary>A pattern of more statements is no help to its reader, and slow to enumerate.</summary>
    private const int LongestProgram = 120;

    public static Patterns Of(Request request, Function function)
    {
        List<SparseMatrix> programs = [];
        List<Note> notes = [];

        // Without arrays there is nothing to compress.
        if (request.Companions.HasFlag(Companions.Jacobian) && request.ResultSpans().Any() && Layout.Inputs(request).Count is null)
        {
            Add(false, isCoarse => JacobianPattern.Of(function, isCoarse));
        }
        if (request.Companions.HasFlag(Companions.Hessian) && request.IsScalar && Layout.Inputs(request).Count is null)
        {
            Add(true, isCoarse => HessianPattern.Of(function, isCoarse));
        }
        return new(programs, notes);

        void Add(bool isHessian, Func<bool, PatternResult> find)
        {
            string matrix = isHessian ? "Hessian" : "Jacobian";
            foreach (bool isCoarse in new[] { false, true })
            {
                PatternResult result = find(isCoarse);
                if (result.Obstacle is { } obstacle)
                {
                    notes.Add(new(Unproved, obstacle.Origin, [request.Method, matrix, obstacle.Reason]));
                    return;
                }
                Pattern pattern = result.Pattern!;
                Function program = CommonSubexpressions.Run(pattern.Program); // drops branches whose condition is known
                if (pattern.Shape.IsDense)
                {
                    return;
                }
                if (Walker.Statements(program.Body).Count() <= LongestProgram)
                {
                    Module? iterations = isHessian ? null : IterationsOf(request, function, pattern);
                    programs.Add(new(isHessian, program, iterations) { Block = iterations is null ? null : BlockOf(request, function, pattern) });
                    return;
                }
            }
            notes.Add(new(Unproved, -1, [request.Method, matrix, "the formulas of its pattern are longer than the model"]));
        }
    }

    private static Module? IterationsOf(Request request, Function function, Pattern pattern) =>
        Iterations.Of(function, pattern, RowStarts(request), ColumnStarts(request), Companion.LaneCount(request.ResultType)) is { } entries
            ? new(PassList.Tidy(PassList.Prepare(entries), Derivatives.PrimalOf(request)), [])
            : null;

    /// <summary>Lanes have elementary functions of their own, which may differ in the last bits.</summary>
    private static IterationBlock? BlockOf(Request request, Function function, Pattern pattern) =>
        request.Rounding == Rounding.Fast && IterationBlock.Of(function, pattern, RowStarts(request), ColumnStarts(request)) is { } block
            ? block with { Function = PassList.Tidy(PassList.Prepare(block.Function)) }
            : null;

    private static Dictionary<string, Expression> RowStarts(Request request) =>
        Layout.Outputs(request).Places.Where(static p => p.Leaf.IsArray).ToDictionary(static p => p.Leaf.Name, static p => p.Start);

    private static (string, Expression)[] ColumnStarts(Request request) => [.. Layout.Inputs(request).Places.Select(static p => (p.Leaf.Name, p.Start))];
}

/// <summary>A Jacobian or Hessian with a proved pattern: the function that enumerates it, and that of its entries where iterations have rows of their own.</summary>
internal sealed record SparseMatrix(bool IsHessian, Function Program, Module? Iterations)
{
    /// <summary>The same entries with an iteration in each lane, where iterations have that form.</summary>
    public IterationBlock? Block { get; init; }
}
