using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

// Directions in lanes: a block of columns, or all rows, at a time.
internal sealed partial class MatrixWriter
{
    private string Vector => "Vector512<" + Real + ">";

    private void WriteLanes(Lanes lanes)
    {
        Function body = HoistArrays.OutOfBody(lanes.Function, out Block before);
        HashSet<string> arrays = [.. lanes.Arrays, .. Walker.Statements(body.Body).OfType<Slice>().Where(s => lanes.Arrays.Contains(s.Name)).Select(static s => s.Array)];
        Shape shape = new(_request.ResultType, "Vector512", lanes.Names, arrays);
        (ModelParameter Parameter, FlatPlace FlatPlace, string Output)[] outputs = [.. LaneArrays()];
        foreach ((ModelParameter parameter, FlatPlace place, string output) in outputs)
        {
            _renamed[output] = output[0] + char.ToUpperInvariant(place.Leaf.Name[0]).ToString() + place.Leaf.Name.Substring(1) + "Lanes";
        }
        if (_matrix.IsHessian)
        {
            foreach (FlatPlace place in _inputs.Places.Where(static p => p.Leaf.IsArray))
            {
                _renamed[place.Parameter.ArrayOutput()] = place.Leaf.Name + "Gradient";
            }
        }
        MethodInParts method = InParts(body, shape);
        body = method.Body;
        before = method.Slots.Concat(before.Statements).ToBlock();
        Function whole = body with { Body = before.Statements.Concat(body.Body.Statements).ToBlock() };
        StatementWriter statements = Statements(whole, method);
        WriteStorage(outputs, statements);
        statements.WriteTables(whole);
        WriteEmpty();
        method.WriteHead(_writer);
        statements.Write(before);
        string[] parts = [.. Enumerable.Range(0, _request.ReturnCount()).Select(k => Local("result" + (k == 0 ? "" : Index(k))))];
        for (int k = 0; k < parts.Length && _matrix.Mode == MatrixMode.Columns; k++)
        {
            _writer.Line(_request.Return!.Leaves[k].Type.Keyword() + " " + parts[k] + " = 0;");
        }
        if (_matrix.Mode == MatrixMode.Rows)
        {
            ClearAndCompute(outputs, statements, body);
            WriteRowsOf(outputs, statements, body);
            WriteReturn([.. Enumerable.Range(0, parts.Length).Select(k => statements.Text(body.Results[k]))]);
            return;
        }
        using (_writer.Block("for (int " + ColumnName + " = 0; " + ColumnName + " < " + Inputs + "; " + ColumnName + " += " + Vector + ".Count)"))
        {
            ClearAndCompute(outputs, statements, body);
            WriteColumnsOf(outputs, statements, body);
            for (int k = 0; k < parts.Length; k++)
            {
                _writer.Line(parts[k] + " = " + statements.Text(body.Results[k]) + ";");
            }
        }
        WriteFinish();
        WriteReturn(parts);
    }

    /// <summary>The arrays that hold a vector per element: tangents of results, products' parts for variables, derivatives of variables.</summary>
    private IEnumerable<(ModelParameter, FlatPlace, string)> LaneArrays()
    {
        bool isByResult = !_matrix.IsHessian && _matrix.Mode == MatrixMode.Columns;
        string prefix = _matrix.IsHessian ? "h" : isByResult ? "t" : "d";
        return (isByResult ? _outputs : _inputs).Places.Where(static p => p.Leaf.IsArray).Select(p => (p.Parameter, p, Operand.IrName(prefix, p.Leaf)));
    }

    private void WriteStorage((ModelParameter Parameter, FlatPlace FlatPlace, string Output)[] outputs, StatementWriter statements)
    {
        foreach ((_, FlatPlace place, string output) in outputs)
        {
            string name = _renamed[output];
            _writer.Line("using Workspace<" + Vector + "> " + name + "Workspace = new(stackalloc " + Vector + "[16], " + statements.Text(new Length(place.Leaf.Name)) + ");");
            _writer.Line("Span<" + Vector + "> " + name + " = " + name + "Workspace.Span;");
        }
        if (_matrix.IsHessian)
        {
            foreach (FlatPlace place in _inputs.Places.Where(static p => p.Leaf.IsArray))
            {
                _writer.Line("Span<" + Real + "> " + _renamed[place.Parameter.ArrayOutput()] + " = gradient.Slice(" + statements.Text(place.Start) + ", " + statements.Text(new Length(place.Leaf.Name)) + ");");
            }
        }
    }

    /// <summary>Without inputs no block runs, but the model still has a value.</summary>
    private void WriteEmpty()
    {
        if (!_inputs.Places.All(static p => p.Leaf.IsArray) || _matrix.Mode == MatrixMode.Rows)
        {
            return;
        }
        string call = ModelCall;
        using (_writer.Block("if (" + Inputs + " == 0)"))
        {
            _writer.Line(_request.Return is null ? call + ";" : "return " + call + ";");
            if (_request.Return is null)
            {
                _writer.Line("return;");
            }
        }
    }

    private void ClearAndCompute((ModelParameter Parameter, FlatPlace FlatPlace, string Output)[] outputs, StatementWriter statements, Function body)
    {
        foreach ((_, _, string output) in outputs)
        {
            _writer.Line(_renamed[output] + ".Clear();");
        }
        if (_matrix.IsHessian)
        {
            foreach (FlatPlace place in _inputs.Places.Where(static p => p.Leaf.IsArray))
            {
                _writer.Line(_renamed[place.Parameter.ArrayOutput()] + ".Clear();");
            }
        }
        statements.Write(body.Body);
        _writer.Separate();
    }

    private void WriteColumnsOf((ModelParameter Parameter, FlatPlace FlatPlace, string Output)[] outputs, StatementWriter statements, Function body)
    {
        foreach ((_, FlatPlace place, string output) in outputs)
        {
            _writer.Line("Batch.StoreRows(" + _renamed[output] + ", " + Matrix + ", " + Inputs + ", " + statements.Text(place.Start) + ", " + ColumnName + ");");
        }
        int values = _request.ReturnCount();
        if (!_matrix.IsHessian)
        {
            int k = values;
            foreach (FlatPlace place in _outputs.Places.Where(static p => !p.Leaf.IsArray))
            {
                WriteRowOf(statements, place, body.Results[k++]);
            }
            return;
        }
        FlatPlace[] scalars = [.. _inputs.Places.Where(static p => !p.Leaf.IsArray)];
        for (int k = 0; k < scalars.Length; k++)
        {
            WriteRowOf(statements, scalars[k], body.Results[values + scalars.Length + k]);
            _writer.Line("gradient[" + statements.Text(scalars[k].Start) + "] = " + statements.Text(body.Results[values + k]) + ";");
        }
    }

    private void WriteRowOf(StatementWriter statements, FlatPlace place, Expression value) =>
        _writer.Line("Batch.StoreRow(" + statements.Lanes(value) + ", " + Matrix + ", " + Inputs + ", " + statements.Text(place.Start) + ", " + ColumnName + ");");

    /// <summary>Lane k of each derivative belongs to row k.</summary>
    private void WriteRowsOf((ModelParameter Parameter, FlatPlace FlatPlace, string Output)[] outputs, StatementWriter statements, Function body)
    {
        string rows = Index(_outputs.Count!.Value);
        foreach ((_, FlatPlace place, string output) in outputs)
        {
            _writer.Line("Batch.StoreColumns(" + _renamed[output] + ", " + Matrix + ", " + Inputs + ", " + rows + ", " + statements.Text(place.Start) + ");");
        }
        int next = _request.ReturnCount();
        foreach (FlatPlace place in _inputs.Places.Where(static p => !p.Leaf.IsArray))
        {
            _writer.Line("Batch.StoreColumn(" + statements.Lanes(body.Results[next++]) + ", " + Matrix + ", " + Inputs + ", " + rows + ", " + statements.Text(place.Start) + ");");
        }
    }
}
