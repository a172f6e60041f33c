using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Backend;

// The overload that shares the rows among threads.
internal sealed partial class BatchWriter
{
    private void WriteParallel(Function function, bool inLanes, string owner)
    {
        if (!_request.IsStatic && _request.ContainingTypes[_request.ContainingTypes.Count - 1].Contains("ref "))
        {
            return; // a ref struct stays on its thread
        }
        Document(", shared among threads where there is work enough");
        _writer.Line("/// <param name=\"parallel\">Threads, scheduler and cancellation; <see langword=\"null\"/> for <c>new ParallelOptions()</c>.</param>");
        Documentation.Exceptions(_writer, _request, isBatch: true);
        _writer.Line("/// <exception cref=\"OperationCanceledException\">The token of <paramref name=\"parallel\"/> was cancelled: some rows are written, others not.</exception>");
        _writer.Line("/// <remarks>The same bits as on one thread. What a row throws surfaces itself, from the first chunk of rows that failed.</remarks>");
        using (_request.Body(_writer, Companion.Signature(Head, _request.Own().Select(Column), Outputs.Append("ParallelOptions? parallel"))))
        {
            _request.WriteLeaves(_writer, _fields.Where(IsRow));
            WriteChecks();
            _writer.Separate();
            string chunk = Free("chunk");
            _writer.Line("// Estimated nanoseconds per row: below 40 µs of work in all, threads cost more than they save.");
            _writer.Line("int " + chunk + " = Batch.ChunkRows(result.Length, " + RowCost.Of(function, inLanes, Size) + ", parallel);");
            using (_writer.Block("if (" + chunk + " >= result.Length)"))
            {
                _writer.Line(Method + "(" + Arguments + ");");
            }
            using (_writer.Block("else"))
            {
                WriteChunks(chunk, owner);
            }
        }
    }

    /// <summary>The locals are declared here and not in the method's block, so that a call without threads makes no object to hold them.</summary>
    private void WriteChunks(string chunk, string owner)
    {
        List<string> arguments = [];
        string row = Free("row"), rows = Free("rows");
        string part = "[" + row + ", " + rows + "]";
        foreach (ModelParameter parameter in _request.Own())
        {
            string shared = Free(parameter.Name + "Shared");
            bool isSpan = !parameter.IsColumn() && parameter.TypeText.Contains("Span<");
            if (parameter.IsColumn())
            {
                _writer.Line("SharedRows<" + ElementType(parameter) + "> " + shared + " = new(ref " + parameter.Argument() + (IsRow(parameter) ? ", " + Columns(parameter) : "") + ");");
                arguments.Add(shared + part);
            }
            else if (isSpan)
            {
                string span = Free(parameter.Name + "Span"), element = parameter.Type.Keyword();
                _writer.Line("ReadOnlySpan<" + element + "> " + span + " = " + parameter.Argument() + ";");
                _writer.Line("SharedRows<" + element + "> " + shared + " = new(ref " + span + ");");
                arguments.Add(shared + ".All");
            }
            else
            {
                _writer.Line(parameter.TypeText + " " + shared + " = " + parameter.Argument() + ";");
                arguments.Add((parameter.Modifier is "in" or "ref readonly" ? "in " : "") + shared);
            }
        }
        IEnumerable<(string Name, string Type, string Columns)> outputs = new[] { ("result", _request.Real(), "") }
            .Concat(_hasGradient ? _request.Variables().Select(static v => (v.Output(), OutputElement(v), IsRow(v) ? ", " + Columns(v) : "")) : []);
        foreach ((string name, string type, string columns) in outputs)
        {
            string shared = Free(name + "Shared");
            _writer.Line("SharedOutput<" + type + "> " + shared + " = new(ref " + name + columns + ");");
            arguments.Add(shared + part);
        }
        string instance = "";
        if (!_request.IsStatic)
        {
            instance = Free("instance");
            _writer.Line(owner + " " + instance + " = this;");
            instance += ".";
        }
        _writer.Line("Batch.ForEachChunk(result.Length, " + chunk + ", parallel, (" + row + ", " + rows + ") =>");
        using (_writer.Indent())
        {
            _writer.Line(instance + Method + "(" + string.Join(", ", arguments) + "));");
        }
    }

    /// <summary>The number of iterations of a loop in terms of the companion's arguments.</summary>
    private string? Size(Expression count)
    {
        switch (count)
        {
            case Length length when _columns.FirstOrDefault(c => IsRow(c) && c.Leaves.Any(l => l.IsArray && l.Name == length.Array)) is { } column:
                return Columns(column);
            case Length length when _request.Own().FirstOrDefault(p => !p.IsColumn() && p.Leaves.Any(l => l.IsArray && l.Name == length.Array && l.Access == p.Argument())) is { } constant:
                return constant.Argument() + ".Length";
            case Read { Type: ScalarType.Int } read when _request.Own().FirstOrDefault(p => !p.IsColumn() && p.Leaves.Any(l => l.Name == read.Name && l.Access == p.Argument())) is { } integer:
                return integer.Argument();
            case Apply { Primitive: var product, Arguments: [var left, var right] } when product == Arithmetic.Times:
                return Size(left) is { } l && Size(right) is { } r ? l + " * " + r : null;
            default:
                return null;
        }
    }
}
