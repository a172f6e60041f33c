using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

/// <summary>Writes <c>FBatch</c> and <c>FGradientBatch</c>: blocks of rows in lanes, the remainder in the scalar method.</summary>
internal sealed class BatchWriter
{
    /// <summary>Beyond this many statements a vector without hardware support is slower than rows one by one (measured).</summary>
    private const int LargestEmulated = 100;

    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly bool _hasGradient;
    private readonly string _vector;
    private readonly string _valueMethod;
    private readonly HashSet<string> _names;
    private MethodInParts? _method;

    /// <summary>What each row has its own of.</summary>
    private readonly ModelParameter[] _columns;

    /// <summary>Fields are shared by all rows, but each row has its own derivative of them.</summary>
    private readonly ModelParameter[] _fields;

    private BatchWriter(SourceWriter writer, Request request, string valueMethod, bool hasGradient)
    {
        _valueMethod = valueMethod;
        _writer = writer;
        _request = request;
        _hasGradient = hasGradient;
        _vector = "Vector512<" + request.Real() + ">";
        _columns = [.. request.Own().Where(Companion.IsColumn)];
        _fields = [.. request.Fields()];
        _names = [.. request.Parameters.Select(static p => p.Name), .. request.Parameters.Select(static p => p.Output()), "result"];
    }

    public static void Write(SourceWriter writer, Request request, Request original, Function function, bool hasGradient)
    {
        BatchWriter batch = new(writer, request, original.ValueMethod(), hasGradient);
        function = batch.ByRow(function);
        string obstacle = batch._columns.Any(static v => v.Leaves.Any(static l => !l.IsArray && !l.Type.IsReal()) || (v.Shape == ParameterShape.Constant && v.Leaves.Count == 0 && !v.IsReal()))
            ? "other state of a struct differs between rows"
            : batch._columns.Length == 0 ? "nothing differs between rows"
            : batch._fields.Any(field => field.Type != request.ResultType) ? "float and double are mixed" : "";
        Lanes? lanes = obstacle.Length > 0 ? null : Vectorise.Run(function, out obstacle);
        batch.WriteMethod(function, lanes, obstacle);
    }

    /// <summary>The function with those parameters as variables that differ between rows.</summary>
    private Function ByRow(Function function)
    {
        HashSet<string> rows = [.. _columns.SelectMany(static c => c.Leaves).Where(static l => l.Type.IsReal()).Select(static l => l.Name)];
        return function with { Parameters = function.Parameters.Map(p => p.Kind == ParameterKind.Output ? p : p with { IsVariable = rows.Contains(p.Name) }) };
    }

    private void WriteMethod(Function function, Lanes? lanes, string obstacle)
    {
        Documentation.Companion(_writer, _request, _hasGradient ? "The value and gradient of many rows." : "The value of many rows.", Documentation.PerRow);
        _writer.Line("/// <param name=\"result\">Receives the model's value per row; its length is the number of rows.</param>");
        if (_hasGradient)
        {
            Documentation.Derivatives(_writer, _request, ", per row");
        }
        Documentation.Exceptions(_writer, _request, isBatch: true);
        _writer.Line("/// <remarks>" + (lanes is null
            ? "Row by row in the scalar method, because " + Documentation.Escape(obstacle) + "."
            : "One row per lane, branches as lane masks; the remainder runs in the scalar method. Equal to it bit for bit where the model has only arithmetic, within 4 ulp per elementary function elsewhere.") + "</remarks>");
        if (lanes is not null)
        {
            _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        }
        string head = _request.Modifiers() + " void " + _request.Prefix + (_hasGradient ? "GradientBatch" : "Batch");
        IEnumerable<string> outputs = new[] { "Span<" + _request.Real() + "> result" }.Concat(_hasGradient ? _request.Variables().Select(static v => ColumnOut(v) + " " + v.Output()) : []);
        using (_request.Body(_writer, Companion.Signature(head, _request.Own().Select(Column), outputs)))
        {
            string row = Free("row");
            _request.WriteLeaves(_writer, _fields);
            WriteChecks();
            _writer.Separate();
            _writer.Line("int " + row + " = 0;");
            if (lanes is not null)
            {
                WriteLanes(lanes, row);
                _writer.Separate();
            }
            WriteRows(row);
        }
        _method?.WriteParts(_writer, showsSources: false);
    }

    private string Free(string name)
    {
        while (_names.Contains(name) || _request.Module.Main.Parameters.Any(p => p.Name == name))
        {
            name += "Index";
        }
        return name;
    }

    private static string Column(ModelParameter parameter) => parameter switch
    {
        _ when !parameter.IsColumn() => parameter.Declared(),
        _ when !IsRow(parameter) => "ReadOnlySpan<" + parameter.TypeText + "> " + Keywords.Escape(parameter.Name),
        _ => "ReadOnlySpan<" + parameter.Type.Keyword() + "> " + Keywords.Escape(parameter.Name),
    };

    private static string ColumnOut(ModelParameter parameter) =>
        "Span<" + (parameter.Shape is ParameterShape.Scalar or ParameterShape.Struct ? parameter.TypeText : parameter.Type.Keyword()) + ">";

    private static bool IsRow(ModelParameter parameter) =>
        parameter.Shape is ParameterShape.Array or ParameterShape.Matrix || (parameter.IsData && parameter.TypeText.Contains("Span<"));

    private static string Columns(ModelParameter parameter) => parameter.Name + "Columns";

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

    private static string Shared(ModelParameter field) => Keywords.Escape(field.Leaves[0].Name);

    private static string ElementType(ModelParameter variable) =>
        !IsRow(variable) ? variable.TypeText : variable.Type.Keyword();

    private void WriteLanes(Lanes lanes, string row)
    {
        Function body = HoistArrays.OutOfBody(lanes.Function, out Block before);
        HashSet<string> arrays = [.. lanes.Arrays, .. Storages(body, lanes.Arrays)];
        Shape shape = new(_request.ResultType, "Vector512", lanes.Names, arrays);
        Dictionary<string, string> renamed = [];
        foreach (Leaf leaf in _columns.SelectMany(static c => c.Leaves).Where(static l => l.Type.IsReal()))
        {
            renamed[leaf.Name] = leaf.Name + "Lanes";
        }
        foreach (ModelParameter variable in _request.Variables().Where(IsRow))
        {
            renamed[variable.ArrayOutput()] = variable.Output() + "Lanes";
        }
        _request.WriteLeaves(_writer, _request.Parameters.Where(static p => !p.IsField && !p.IsColumn()));
        foreach (ModelParameter parameter in _request.Parameters.Where(IsRow))
        {
            if (!parameter.IsField && parameter.Leaves.FirstOrDefault(static l => l.IsArray) is { } array)
            {
                WriteWorkspace(renamed[array.Name], parameter);
            }
            if (_hasGradient && !parameter.IsData)
            {
                WriteWorkspace(renamed[parameter.ArrayOutput()], parameter);
            }
        }
        MethodInParts method = _method = new(_request, body, _request.Prefix + (_hasGradient ? "GradientBatch" : "Batch"), shape, renamed);
        body = method.Body;
        before = method.Slots.Concat(before.Statements).ToBlock();
        Function whole = body with { Body = before.Statements.Concat(body.Body.Statements).ToBlock() };
        StatementWriter statements = new(_writer, whole, method.Shape, method.Renamed, _names.Concat([row, "lane"]).Concat(renamed.Values.Select(static v => v + "Workspace")).Concat(_request.Parameters.Select(Columns)).Concat(_request.Parameters.SelectMany(static p => p.Leaves).Select(static l => l.Name + "Derivative")), method.IsInParts);
        statements.WriteTables(whole);
        method.WriteHead(_writer);
        statements.Write(before);
        bool isLarge = method.IsInParts || Walker.Statements(body.Body).Count() > LargestEmulated;
        _writer.Line("for (; " + (isLarge ? "Vector512.IsHardwareAccelerated && " : "") + row + " <= result.Length - " + _vector + ".Count; " + row + " += " + _vector + ".Count)");
        using (_writer.Block())
        {
            foreach (ModelParameter parameter in _columns)
            {
                WriteLoad(parameter, renamed, row);
            }
            foreach (ModelParameter field in _fields.Where(field => _hasGradient && IsRow(field)))
            {
                _writer.Line(renamed[field.ArrayOutput()] + ".Clear();");
            }
            _writer.Separate();
            statements.Write(body.Body);
            _writer.Separate();
            WriteStores(body, statements, renamed, row);
        }
    }

    /// <summary>The storage of a hoisted array of lanes holds lanes too.</summary>
    private static IEnumerable<string> Storages(Function function, HashSet<string> lanes) =>
        Walker.Statements(function.Body).OfType<Slice>().Where(s => lanes.Contains(s.Name)).Select(static s => s.Array);

    private void WriteWorkspace(string name, ModelParameter variable)
    {
        _writer.Line("using Workspace<" + _vector + "> " + name + "Workspace = new(stackalloc " + _vector + "[32], " + Columns(variable) + ");");
        _writer.Line("Span<" + _vector + "> " + name + " = " + name + "Workspace.Span;");
    }

    private void WriteLoad(ModelParameter variable, Dictionary<string, string> renamed, string row)
    {
        if (IsRow(variable))
        {
            foreach (Leaf array in variable.Leaves.Where(static l => l.IsArray))
            {
                _writer.Line("Batch.LoadColumns(" + variable.Argument() + ", " + Columns(variable) + ", " + row + ", " + renamed[array.Name] + ");");
            }
            if (_hasGradient && !variable.IsData)
            {
                _writer.Line(renamed[variable.ArrayOutput()] + ".Clear();");
            }
            return;
        }
        foreach (Leaf leaf in variable.Leaves.Where(static l => l.Type.IsReal()))
        {
            string load = variable.IsReal()
                ? "Batch.Load(" + variable.Argument() + ", " + row + ")"
                : "Vector512.Create(" + string.Join(", ", Enumerable.Range(0, LaneCount).Select(k => Part(variable, leaf, row + (k == 0 ? "" : " + " + k.ToString(System.Globalization.CultureInfo.InvariantCulture))))) + ")";
            _writer.Line(_vector + " " + renamed[leaf.Name] + " = " + load + ";");
        }
    }

    private int LaneCount => _request.ResultType == ScalarType.Double ? 8 : 16;

    /// <summary>A part of a struct in a row: its access with the parameter replaced by the row's element.</summary>
    private static string Part(ModelParameter variable, Leaf leaf, string row) =>
        variable.Argument() + "[" + row + "]" + leaf.Access.Substring(variable.Argument().Length);

    private void WriteStores(Function body, StatementWriter statements, Dictionary<string, string> renamed, string row)
    {
        List<(ModelParameter Variable, string[] Parts)> structs = [];
        List<(string Output, string Value)> columns = [("result", statements.Lanes(body.Results[0]))];
        int next = 1;
        foreach (ModelParameter variable in _hasGradient ? _request.Variables() : [])
        {
            if (variable.Shape == ParameterShape.Scalar)
            {
                columns.Add((variable.Output(), statements.Lanes(body.Results[next++])));
            }
            else if (variable.Shape == ParameterShape.Struct)
            {
                string[] parts = [.. variable.Leaves.Where(static l => l.Type.IsReal()).Select(l => l.Name + "Derivative")];
                foreach (string part in parts)
                {
                    _writer.Line(_vector + " " + part + " = " + statements.Lanes(body.Results[next++]) + ";");
                }
                structs.Add((variable, parts));
            }
        }
        foreach ((string output, string value) in columns)
        {
            _writer.Line("Batch.Store(" + value + ", " + output + ", " + row + ");");
        }
        foreach (ModelParameter variable in _hasGradient ? _request.Variables().Where(IsRow) : [])
        {
            _writer.Line("Batch.StoreColumns(" + renamed[variable.ArrayOutput()] + ", " + variable.Output() + ", " + Columns(variable) + ", " + row + ");");
        }
        foreach ((ModelParameter variable, string[] parts) in structs)
        {
            string lane = Free("lane");
            using (_writer.Block("for (int " + lane + " = 0; " + lane + " < " + _vector + ".Count; " + lane + "++)"))
            {
                string[] lanes = [.. parts.Select(p => p + "[" + lane + "]")];
                _writer.Line(variable.Output() + "[" + row + " + " + lane + "] = " + GradientWriter.Rebuilt(variable, variable.Argument() + "[" + row + " + " + lane + "]", lanes) + ";");
            }
        }
    }

    private void WriteRows(string row)
    {
        using (_writer.Block("for (; " + row + " < result.Length; " + row + "++)"))
        {
            IEnumerable<string> inputs = _request.Parameters.Select(p => p switch
            {
                _ when p.IsField => Shared(p),
                _ when !p.IsColumn() => p.Passed(),
                _ when IsRow(p) => Row(p, p.Argument(), row),
                _ => p.Argument() + "[" + row + "]",
            });
            IEnumerable<string> outputs = _hasGradient
                ? _request.Variables().Select(v => IsRow(v) ? Row(v, v.Output(), row) : "out " + v.Output() + "[" + row + "]")
                : [];
            string method = _hasGradient ? _request.Prefix + "Gradient" : _valueMethod;
            _writer.Line("result[" + row + "] = " + method + "(" + string.Join(", ", inputs.Concat(outputs)) + ");");
        }
    }

    private static string Row(ModelParameter parameter, string name, string row) =>
        name + ".Slice(" + row + " * " + Columns(parameter) + ", " + Columns(parameter) + ")";
}
