using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

/// <summary>
/// Writes <c>FBatch</c> and <c>FGradientBatch</c>: blocks of rows in lanes, the remainder in the scalar method; and their overloads that share the rows among
/// threads.
/// </summary>
internal sealed partial class BatchWriter
{
    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly bool _hasGradient;
    private readonly string _valueMethod;
    private readonly HashSet<string> _names;
    private readonly int _bits;
    private readonly List<MethodInParts> _methods = [];

    /// <summary>What each row has its own of.</summary>
    private readonly ModelParameter[] _columns;

    /// <summary>Fields are shared by all rows, but each row has its own derivative of them.</summary>
    private readonly ModelParameter[] _fields;

    private BatchWriter(SourceWriter writer, Request request, string valueMethod, bool hasGradient, int bits)
    {
        _bits = bits;
        _valueMethod = valueMethod;
        _writer = writer;
        _request = request;
        _hasGradient = hasGradient;
        _columns = [.. request.Own().Where(Companion.IsColumn)];
        _fields = [.. request.Fields()];
        _names = [.. request.Parameters.Select(static p => p.Name), .. request.Parameters.Select(static p => p.Output()), "result", request.Method, valueMethod];
    }

    /// <param name="widths">Receives large batches once more, in the narrower vectors.</param>
    /// <param name="owner">The type that holds the model, as its own members write it.</param>
    public static void Write(SourceWriter writer, SourceWriter widths, Request request, Request original, Function function, bool hasGradient, string owner)
    {
        BatchWriter batch = new(writer, request, original.Caller() + original.ValueMethod(), hasGradient, bits: 512);
        function = batch.ByRow(function);
        string obstacle = batch._columns.Any(static v => v.Leaves.Any(static l => !l.IsArray && !l.Type.IsReal()) || (v.Shape == ParameterShape.Constant && v.Leaves.Count == 0 && !v.IsReal()))
            ? "other state of a struct differs between rows"
            : batch._columns.Length == 0 ? "nothing differs between rows"
            : batch._fields.Any(field => field.Type != request.ResultType) ? "float and double are mixed" : "";
        Lanes? lanes = obstacle.Length > 0 ? null : Vectorise.Run(function, out obstacle);
        batch.WriteMethod(lanes, obstacle);
        writer.Separate();
        batch.WriteParallel(function, lanes is not null, owner);
        if (lanes is not null && IsLarge(lanes))
        {
            foreach (int bits in new[] { 256, 128 })
            {
                widths.Separate();
                new BatchWriter(widths, request, original.Caller() + original.ValueMethod(), hasGradient, bits).WriteNarrow(lanes);
            }
        }
    }

    /// <summary>The function with those parameters as variables that differ between rows.</summary>
    private Function ByRow(Function function)
    {
        HashSet<string> rows = [.. _columns.SelectMany(static c => c.Leaves).Where(static l => l.Type.IsReal()).Select(static l => l.Name)];
        return function with { Parameters = function.Parameters.Map(p => p.Kind == ParameterKind.Output ? p : p with { IsVariable = rows.Contains(p.Name) }) };
    }

    private void WriteMethod(Lanes? lanes, string obstacle)
    {
        Document("");
        Documentation.Exceptions(_writer, _request, isBatch: true);
        _writer.Line("/// <remarks>" + (lanes is null
            ? "Row by row in the scalar method, because " + Documentation.Escape(obstacle) + "."
            : "One row per lane, branches as lane masks; the remainder runs in the scalar method. Equal to it bit for bit where the model has only arithmetic, within 4 ulp per elementary function elsewhere.") + "</remarks>");
        if (lanes is not null)
        {
            _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        }
        using (_request.Body(_writer, Companion.Signature(Head, _request.Own().Select(Column), Outputs)))
        {
            string row = Free("row");
            _request.WriteLeaves(_writer, _fields);
            WriteChecks();
            _writer.Separate();
            WriteFirstRow(lanes, row);
            if (lanes is not null)
            {
                WriteLanes(lanes, row);
                _writer.Separate();
            }
            WriteRows(row);
        }
        WriteParts();
    }

    private void WriteParts()
    {
        foreach (MethodInParts method in _methods)
        {
            method.WriteParts(_writer, showsSources: false);
        }
    }

    private string Method => _request.Prefix + (_hasGradient ? "GradientBatch" : "Batch");

    private string Head => _request.Modifiers() + " void " + Method;

    private IEnumerable<string> Outputs =>
        new[] { "Span<" + _request.Real() + "> result" }.Concat(_hasGradient ? _request.Variables().Select(static v => ColumnOut(v) + " " + v.Output()) : []);

    /// <summary>The arguments of a batch, handed on.</summary>
    private string Arguments =>
        string.Join(", ", _request.Own().Select(static p => p.IsColumn() ? p.Argument() : p.Passed()).Append("result").Concat(_hasGradient ? _request.Variables().Select(static v => v.Output()) : []));

    private void Document(string how)
    {
        Documentation.Companion(_writer, _request, (_hasGradient ? "The value and gradient of many rows" : "The value of many rows") + how + ".", Documentation.PerRow);
        _writer.Line("/// <param name=\"result\">Receives the model's value per row; its length is the number of rows.</param>");
        if (_hasGradient)
        {
            Documentation.Derivatives(_writer, _request, ", per row");
        }
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

    private static string ColumnOut(ModelParameter parameter) => "Span<" + OutputElement(parameter) + ">";

    private static string OutputElement(ModelParameter parameter) =>
        parameter.Shape is ParameterShape.Scalar or ParameterShape.Struct ? parameter.TypeText : parameter.Type.Keyword();

    private static bool IsRow(ModelParameter parameter) =>
        parameter.Shape is ParameterShape.Array or ParameterShape.Matrix || (parameter.IsData && parameter.TypeText.Contains("Span<"));

    private static string Columns(ModelParameter parameter) => parameter.Name + "Columns";

    private static string Shared(ModelParameter field) => Keywords.Escape(field.Leaves[0].Name);

    private static string ElementType(ModelParameter variable) =>
        !IsRow(variable) ? variable.TypeText : variable.Type.Keyword();

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
