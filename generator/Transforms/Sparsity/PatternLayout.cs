using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>A part of the rows or columns: an output or an input, and the array whose length it has; null when it is a scalar.</summary>
internal sealed record PatternPart(string Name, string? Sized);

/// <summary>
/// Rows: the output arrays in parameter order, what is returned last. Columns: the variables in parameter order, arrays element by element. A layout
/// of a Hessian numbers the rows as the columns.
/// </summary>
internal sealed class PatternLayout(IReadOnlyList<PatternPart> rows, IReadOnlyList<PatternPart> columns)
{
    public static PatternLayout Of(Function function)
    {
        List<PatternPart> rows = [.. function.Parameters.Where(static p => p.Kind == ParameterKind.Output).Select(static p => new PatternPart(p.Name, p.Name)), new("", null)];
        return new(rows, ColumnsOf(function));
    }

    public static IReadOnlyList<PatternPart> ColumnsOf(Function function) =>
        [.. function.Parameters.Where(static p => p.IsVariable).Select(static p => new PatternPart(p.Name, p.Kind == ParameterKind.Scalar ? null : p.Name))];

    public IReadOnlyList<PatternPart> Columns => columns;

    public Expression RowOf(string output) => Start(rows, output);

    public Expression ColumnOf(string input) => Start(columns, input);

    public Length? LengthOfOutput(string output) => LengthOf(rows, output);

    public Length? LengthOfInput(string input) => LengthOf(columns, input);

    private static Length? LengthOf(IReadOnlyList<PatternPart> parts, string name) => parts.First(p => p.Name == name).Sized is { } array ? new(array) : null;

    private static Expression Start(IReadOnlyList<PatternPart> parts, string name)
    {
        int scalars = 0;
        Expression? sum = null;
        foreach (PatternPart part in parts.TakeWhile(p => p.Name != name))
        {
            scalars += part.Sized is null ? 1 : 0;
            sum = part.Sized is null ? sum : sum is null ? new Length(part.Sized) : Call(Arithmetic.Plus, sum, new Length(part.Sized));
        }
        return sum is null ? Int(scalars) : Offset(sum, scalars);
    }
}
