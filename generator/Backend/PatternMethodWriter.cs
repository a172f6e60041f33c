using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

/// <summary>Writes <c>FJacobianPattern</c> and <c>FHessianPattern</c>, and the form of the values that builds the pattern itself.</summary>
internal static class PatternMethodWriter
{
    public static void Write(SourceWriter writer, Request request, MatrixCompanion matrix, IReadOnlyDictionary<string, string> renamed)
    {
        Request form = request.WithSpans();
        string name = request.Prefix + matrix.Suffix + "Pattern";
        Documentation.Summary(writer, request with { Return = null }, "Which entries of the " + matrix.Suffix + " of <see cref=\"" + request.Cref + "\"/> may differ from zero: a property of the lengths and integers, not of the point.",
            [("rowStarts", "Receives the place of each row's first entry, and the number of entries last."), ("columns", "Receives the column of each entry, ascending within a row.")], Documentation.PerPattern);
        writer.Line("/// <returns>The pattern with its colours, which <c>" + request.Prefix + matrix.Suffix + "Values</c> takes: build it once.</returns>");
        IEnumerable<string> parameters = request.Own().Select(static p => p.Declared());
        using (request.Body(writer, Companion.Signature(request.Modifiers() + " Sparsity " + name, parameters, ["out ReadOnlySpan<int> rowStarts", "out ReadOnlySpan<int> columns"])))
        {
            request.WriteLeaves(writer, request.Parameters);
            Layout inputs = Layout.Inputs(request);
            string pattern = request.Free("pattern"), sparsity = request.Free("sparsity");
            StatementWriter statements = new(writer, matrix.Pattern!, Shape.Scalar, Spelled(renamed, pattern), form.Kept().Concat([pattern, sparsity, "rowStarts", "columns"]));
            writer.Line("Sparsity.Builder " + pattern + " = new(" + statements.Text((matrix.IsHessian ? inputs : Layout.Outputs(request)).Size) + ", " + statements.Text(inputs.Size) + ");");
            statements.WriteTables(matrix.Pattern!);
            statements.Write(matrix.Pattern!.Body);
            writer.Separate();
            writer.Line("Sparsity " + sparsity + " = " + pattern + ".Build();");
            writer.Line("rowStarts = " + sparsity + ".RowStarts;");
            writer.Line("columns = " + sparsity + ".ColumnIndices;");
            writer.Line("return " + sparsity + ";");
        }
        writer.Separate();
        WriteWithoutPattern(writer, request, matrix, name);
    }

    /// <summary>The functions of the pattern's program are methods of its builder.</summary>
    private static Dictionary<string, string> Spelled(IReadOnlyDictionary<string, string> renamed, string builder)
    {
        Dictionary<string, string> spelled = renamed.ToDictionary(static r => r.Key, static r => r.Value);
        spelled[PatternWriter.Add] = builder + ".Add";
        spelled[PatternWriter.AddRange] = builder + ".AddRange";
        return spelled;
    }

    /// <summary>The values by the contract's signature: for a single evaluation, because it builds the pattern each time.</summary>
    private static void WriteWithoutPattern(SourceWriter writer, Request request, MatrixCompanion matrix, string pattern)
    {
        string real = request.Real();
        (string Name, string Doc)[] outputs =
        [
            .. matrix.IsHessian ? new[] { ("gradient", "Receives the gradient over the variables, flattened in parameter order.") } : [],
            ("values", "Receives the entries in the order of the pattern."),
        ];
        Documentation.Summary(writer, request, "The entries of the " + matrix.Suffix + "; builds the pattern each time, the form that takes it does not.", outputs);
        writer.Line("/// <exception cref=\"ArgumentException\">A span has the wrong length, or overlaps another one.</exception>");
        string head = request.Modifiers() + " " + request.ReturnType() + " " + request.Prefix + matrix.Suffix + "Values";
        string arguments = string.Join(", ", request.Passed());
        writer.Lines(Companion.Signature(head, request.Own().Select(static p => p.Declared()), outputs.Select(o => "Span<" + real + "> " + o.Name)) + " =>");
        using (writer.Indent())
        {
            writer.Line(request.Prefix + matrix.Suffix + "Values(" + arguments + ", " + pattern + "(" + arguments + ", out ReadOnlySpan<int> _, out ReadOnlySpan<int> _), " + string.Join(", ", outputs.Select(static o => o.Name)) + ");");
        }
    }
}
