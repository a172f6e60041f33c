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
internal sealed record Patterns(IReadOnlyList<(bool IsHessian, Function Program)> Programs, IReadOnlyList<Note> Notes)
{
    private const string Unproved = "PRX0207";

    /// <summary>A pattern of more statements is no help to its reader, and slow to enumerate.</summary>
    private const int LongestProgram = 120;

    public static Patterns Of(Request request, Function function)
    {
        List<(bool, Function)> programs = [];
        List<Note> notes = [];

        // Without arrays there is nothing to compress.
        if (request.Companions.HasFlag(Companions.Jacobian) && request.ResultSpans().Any() && Layout.Inputs(request).Count is null)
        {
            Add(false, JacobianPattern.Of(function));
        }
        if (request.Companions.HasFlag(Companions.Hessian) && request.IsScalar && Layout.Inputs(request).Count is null)
        {
            Add(true, HessianPattern.Of(function));
        }
        return new(programs, notes);

        void Add(bool isHessian, PatternResult result)
        {
            if (result.Pattern is { Shape.IsDense: false } pattern)
            {
                Function program = CommonSubexpressions.Run(pattern.Program); // drops branches whose condition is known
                if (Walker.Statements(program.Body).Count() <= LongestProgram)
                {
                    programs.Add((isHessian, program));
                    return;
                }
                notes.Add(new(Unproved, -1, [request.Method, isHessian ? "Hessian" : "Jacobian", "the formulas of its pattern are longer than the model"]));
            }
            else if (result.Obstacle is { } obstacle)
            {
                notes.Add(new(Unproved, obstacle.Origin, [request.Method, isHessian ? "Hessian" : "Jacobian", obstacle.Reason]));
            }
        }
    }
}
