using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>Writes companions that evaluate one point: <c>FTangent</c>, <c>FAdjoint</c>, <c>FHessianProduct</c>, <c>FTaylor</c>.</summary>
internal sealed class PointWriter
{
    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly PointCompanion _companion;
    private readonly Dictionary<string, string> _renamed;

    private PointWriter(SourceWriter writer, Request request, PointCompanion companion, IReadOnlyDictionary<string, string> renamed)
    {
        _writer = writer;
        _request = request;
        _companion = companion;
        _renamed = renamed.ToDictionary(static r => r.Key, static r => r.Value);
        foreach (KeyValuePair<string, string> spelling in companion.Inputs.Concat(companion.Outputs).SelectMany(static o => o.Spellings()))
        {
            _renamed[spelling.Key] = spelling.Value;
        }
    }

    public static void Write(SourceWriter writer, Request request, PointCompanion companion, IReadOnlyDictionary<string, string> renamed)
    {
        if (request.NeedsForm() && companion.IsPublic)
        {
            new PointWriter(writer, request, companion, renamed).WriteForward();
            writer.Separate();
        }
        PointWriter form = new(writer, request.Form(), companion, renamed);
        if (companion.IsPublic && !request.HasFields())
        {
            form.WriteDocumentation(request.Cref);
            Documentation.Remarks(writer, request, companion.Notes);
        }
        form.WriteMethod();
    }

    private string Head => (_companion.IsPublic ? _request.Accessibility : "private") + (_request.IsStatic ? " static " : " ") + _request.ReturnType() + " " + _request.Prefix + _companion.Suffix;

    private IEnumerable<string> DeclaredInputs => _request.Own().Select(static p => p.Declared()).Concat(_companion.Inputs.Select(static o => o.Declared));

    private IEnumerable<string> DeclaredOutputs => _companion.Series is { } series
        ? ["Span<" + _request.Real() + "> " + series.Name]
        : _companion.Outputs.Select(static o => o.Declared);

    private void WriteDocumentation(string cref)
    {
        Documentation.Summary(_writer, _request, "<see cref=\"" + cref + "\"/> and " + _companion.Summary + ".", _companion.Inputs.Concat(_companion.Outputs).Select(static o => (o.Name, o.Doc)).Concat(_companion.Series is { } series ? [series] : []));
        if (_companion.Inputs.Concat(_companion.Outputs).Any(static o => o.IsArray) || _companion.Series is not null)
        {
            _writer.Line("/// <exception cref=\"ArgumentException\">A span has the wrong length, or an output overlaps another span.</exception>");
        }
    }

    /// <summary>The companion as the contract has it hands everything on to the form with the body.</summary>
    private void WriteForward()
    {
        WriteDocumentation(_request.Cref);
        if (_request.HasFields())
        {
            // The form with the body is private.
            Documentation.Remarks(_writer, _request, _companion.Notes);
        }
        IEnumerable<string> passed = _companion.Inputs.Concat(_companion.Outputs).Select(static o => o.Passed).Concat(_companion.Series is { } series ? [series.Name] : []);
        _writer.Lines(Companion.Signature(Head, DeclaredInputs, DeclaredOutputs) + " =>");
        using (_writer.Indent())
        {
            _writer.Line(_request.Prefix + _companion.Suffix + "(" + string.Join(", ", _request.PassedToForm().Concat(passed)) + ");");
        }
    }

    private void WriteMethod()
    {
        MethodInParts method = new(_request, _companion.Function, _request.Prefix + _companion.Suffix, Shape.Of(_companion.Function), _renamed);
        using (_request.Body(_writer, Companion.Signature(Head, DeclaredInputs, DeclaredOutputs)))
        {
            StatementWriter statements = new(_writer, method.Main, method.Shape, method.Renamed, Kept(), method.IsInParts) { ShowsSources = _companion.ShowsSources };
            Open(statements);
            statements.WriteTables(method.Main);
            method.WriteHead(_writer);
            statements.Write(method.Main.Body);
            Close(statements, method.Main.Results);
        }
        method.WriteParts(_writer, _companion.ShowsSources);
    }

    private IEnumerable<string> Kept() => _request.Kept().Concat(_companion.Inputs.Concat(_companion.Outputs).Select(static o => o.Name)).Concat(_companion.Series is { } series ? [series.Name] : []);

    /// <summary>Checks what the caller gave before anything is written, then clears what of the output arrays is added into.</summary>
    private void Open(StatementWriter statements)
    {
        Operand[] operands = [.. _companion.Inputs, .. _companion.Outputs];
        _request.WriteLeaves(_writer, _request.Parameters);
        foreach (Operand matrix in operands.Where(static o => o.Like.Shape == ParameterShape.Matrix))
        {
            _writer.Line((matrix.IsOutput ? "Span<" : "ReadOnlySpan<") + matrix.Like.Type.Keyword() + "> " + matrix.ArrayText + " = Batch.Flatten(" + matrix.Name + ");");
        }
        foreach (Operand array in operands.Where(static o => o.IsArray))
        {
            _writer.Line("Batch.RequireLength(" + array.ArrayText + ", " + Keywords.Escape(array.Like.Leaves.First(static l => l.IsArray).Name) + ".Length, nameof(" + array.Name + "));");
        }
        if (_companion.Series is { } series)
        {
            _writer.Line("Batch.RequireLength(" + series.Name + ", " + Literals.Text(Build.Int(_request.TaylorOrder + 1)) + ");");
        }
        WriteOverlaps();
        Operand[] outputs = [.. _companion.Outputs.Where(static o => o.IsArray)];
        foreach (Operand output in outputs)
        {
            Companion.WriteClear(_writer, output.ArrayText, output.Like.Leaves.First(static l => l.IsArray).Name, _companion.Function.Filled.FirstOrDefault(f => f.Array == output.Array), statements);
        }
        if (operands.Any(static o => o.IsArray) || _companion.Series is not null)
        {
            _writer.Separate();
        }
    }

    private void WriteOverlaps()
    {
        (string Name, string Type)[] inputs =
        [
            .. _request.Parameters.Where(static p => p.Shape != ParameterShape.Result).SelectMany(static p => p.Leaves.Where(static l => l.IsArray).Select(l => (Companion.AsSpan(p, l), l.Type.Keyword()))),
            .. _companion.Inputs.Where(static o => o.IsArray).Select(static o => (o.ArrayText, o.Like.Type.Keyword())),
        ];
        (string Name, string Type)[] outputs =
        [
            .. _request.ResultSpans().Select(static y => (y.Argument(), y.Type.Keyword())),
            .. _companion.Outputs.Where(static o => o.IsArray).Select(static o => (o.ArrayText, o.Like.Type.Keyword())),
            .. _companion.Series is { } series ? new[] { (series.Name, _request.Real()) } : [],
        ];
        for (int i = 0; i < outputs.Length; i++)
        {
            Companion.WriteOverlap(_writer, "RequireDisjoint", outputs[i].Name, outputs[i].Type, inputs.Concat(outputs.Skip(i + 1)));
        }
    }

    /// <summary>Outputs last: they may share storage with each other's arguments.</summary>
    private void Close(StatementWriter statements, EquatableArray<Expression> results)
    {
        if (_request.Return is not null || _companion.Series is not null || _companion.Outputs.Any(static o => !o.IsArray))
        {
            _writer.Separate();
        }
        int next = _request.ReturnCount();
        if (_companion.Series is { } series)
        {
            for (int k = 0; k <= _request.TaylorOrder; k++)
            {
                _writer.Line(series.Name + "[" + Literals.Text(Build.Int(k)) + "] = " + statements.Text(results[k]) + ";");
            }
        }
        foreach (Operand output in _companion.Outputs.Where(static o => !o.IsArray))
        {
            string[] parts = [.. output.Reals.Select(_ => statements.Text(results[next++]))];
            string value = output.Like.Shape == ParameterShape.Struct ? GradientWriter.Rebuilt(output.Like, output.Like.Argument(), parts) : parts[0];
            _writer.Line(output.Name + " = " + value + ";");
        }
        if (_request.Return is { } returned)
        {
            // The first coefficient of a series is the value.
            string[] parts = _companion.Series is { } written ? [written.Name + "[0]"] : [.. Enumerable.Range(0, returned.Leaves.Count).Select(k => statements.Text(results[k]))];
            _writer.Line("return " + (returned.Shape == ParameterShape.Struct ? GradientWriter.Rebuilt(returned, "", parts) : parts[0]) + ";");
        }
    }
}
