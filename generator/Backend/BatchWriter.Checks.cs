using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

// What a batch requires of its arguments, before anything is written.
internal sealed partial class BatchWriter
{
    private void WriteChecks()
    {
        ModelParameter[] variables = [.. _request.Variables()];
        foreach (ModelParameter variable in _columns)
        {
            _writer.Line(IsRow(variable)
                ? "int " + Columns(variable) + " = Batch.RequireColumns(" + variable.Argument() + ".Length, result.Length, nameof(" + variable.Argument() + "));"
                : "Batch.RequireLength(" + variable.Argument() + ", result.Length);");
        }
        foreach (ModelParameter field in _fields.Where(field => _hasGradient && IsRow(field)))
        {
            _writer.Line("int " + Columns(field) + " = " + Shared(field) + ".Length;");
        }
        List<string> outputs = ["result"];
        if (_hasGradient)
        {
            foreach (ModelParameter variable in variables)
            {
                _writer.Line("Batch.RequireLength(" + variable.Output() + ", " + (!IsRow(variable) ? "result.Length" : variable.IsField ? "result.Length * " + Columns(variable) : variable.Argument() + ".Length") + ");");
                outputs.Add(variable.Output());
            }
        }
        IEnumerable<(string Name, string Type)> constants = _request.Parameters.Where(static p => !p.IsColumn()).SelectMany(static p => p.Leaves.Where(l => l.IsArray && (p.IsField || l.Access == p.Argument())).Select(l => (Companion.AsSpan(p, l), l.Type.Keyword())));
        for (int i = 0; i < outputs.Count; i++)
        {
            bool isRow = i > 0 && IsRow(variables[i - 1]);
            string type = i == 0 ? _request.Real() : ElementType(variables[i - 1]);
            IEnumerable<(string Name, string Type)> columns = _columns.Where(v => !isRow && !IsRow(v)).Select(v => (v.Argument(), ElementType(v)));
            IEnumerable<(string Name, string Type)> others = _columns.Where(v => isRow || IsRow(v)).Select(v => (v.Argument(), ElementType(v)))
                .Concat(constants)
                .Concat(variables.Skip(i).Where(_ => _hasGradient).Select(v => (v.Output(), ElementType(v))));
            Companion.WriteOverlap(_writer, "RequireColumnOrDisjoint", outputs[i], type, columns);
            Companion.WriteOverlap(_writer, "RequireDisjoint", outputs[i], type, others);
        }
        _writer.Line("if (result.IsEmpty)");
        using (_writer.Block())
        {
            _writer.Line("return;");
        }
    }
}
