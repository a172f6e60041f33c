using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Pipeline.Proofs;

namespace Proxima.Generator.Backend;

/// <summary>
/// Writes the bounds of a model: <c>FRange</c>, <c>FGradientRange</c> and <c>FLipschitz</c>, which take an interval where the model takes a variable, and the private
/// product with an enclosure of the Hessian and the private program on symbolic numbers that the model struct needs.
/// </summary>
internal sealed class EnclosureWriter
{
    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly Enclosures _enclosures;
    private readonly IReadOnlyDictionary<string, string> _renamed;
    private readonly IReadOnlyList<BoxVariable> _variables;

    private EnclosureWriter(SourceWriter writer, Request request, Enclosures enclosures, IReadOnlyDictionary<string, string> renamed, string type)
    {
        _writer = writer;
        _request = request;
        _enclosures = enclosures;
        _renamed = renamed;
        _variables = [.. BoxVariable.Of(request).Select(v => v with { Type = type })];
    }

    public static void Write(SourceWriter writer, Request request, Enclosures enclosures, ModelProofs? proofs, IReadOnlyDictionary<string, string> renamed)
    {
        EnclosureWriter enclosure = new(writer, request, enclosures, renamed, "Interval");
        enclosure.WriteRange();
        writer.Separate();
        enclosure.WriteGradient(proofs);
        writer.Separate();
        if (request.Companions.HasFlag(Companions.Lipschitz))
        {
            enclosure.WriteLipschitz();
            writer.Separate();
        }
        if (proofs?.Constant is { } constant)
        {
            ConstantWriter.Write(writer, request, constant);
            writer.Separate();
        }
        enclosure.WriteProduct();
        if (enclosures.Definedness is { } definedness)
        {
            writer.Separate();
            enclosure.WriteDefinedness(definedness);
        }
        if (enclosures.RoundOff is { } roundOff)
        {
            writer.Separate();
            enclosure.WriteRoundings(roundOff);
        }
        if (enclosures.Lanes is { } lanes)
        {
            writer.Separate();
            new EnclosureWriter(writer, request, enclosures, renamed, "IntervalLanes").WriteLanes(lanes);
        }
        if (enclosures.Trace is { } trace)
        {
            writer.Separate();
            new EnclosureWriter(writer, request, enclosures, renamed, "Form").WriteTrace(trace);
        }
    }

    private string Cref => "<see cref=\"" + _request.Cref + "\"/>";

    private string Head(string type, string suffix, string? accessibility = null) =>
        (accessibility ?? _request.Accessibility) + (_request.IsStatic ? " static " : " ") + type + " " + _request.Prefix + suffix;

    private void WriteRange()
    {
        _writer.Line("/// <summary>Encloses the values of " + Cref + " on a box.</summary>");
        WriteParameters();
        _writer.Line("/// <returns>An interval that contains the model's value, computed without rounding, at every point of the box; empty where it has none.</returns>");
        WriteMethod("Range", Head("Interval", "Range"), Declared, [], _enclosures.Range, static (_, results) => results[0]);
    }

    private void WriteGradient(ModelProofs? proofs)
    {
        _writer.Line("/// <summary>Encloses the values and the derivatives of " + Cref + " on a box.</summary>");
        WriteParameters();
        foreach (BoxVariable variable in _variables)
        {
            _writer.Line("/// <param name=\"" + variable.Output("d").TrimStart('@') + "\">Receives an enclosure of ∂" + _request.Method + "/∂" + variable.Name + (variable.IsArray ? ", element by element" : "") + ".</param>");
        }
        _writer.Line("/// <returns>An interval that contains the model's value at every point of the box.</returns>");
        if (_variables.Any(static v => v.IsArray))
        {
            _writer.Line("/// <exception cref=\"ArgumentException\">An output is not as long as its variable, or overlaps another span.</exception>");
        }
        Documentation.Remarks(_writer, BoundRemarks.Of(_enclosures, proofs));
        WriteMethod("GradientRange", Head("Interval", "GradientRange"), Declared, [.. _variables.Select(static v => v.DeclaredOutput("d"))], _enclosures.Gradient, (_, results) => WriteOutputs("d", results, 1) ?? results[0]);
    }

    private void WriteLipschitz()
    {
        Norm norm = _request.Bounds!.Norm;
        _writer.Line("/// <summary>A certified bound of how fast " + Cref + " changes on a box: at most so much for each unit of " + ProofNotes.MeasuredBy(norm) + ".</summary>");
        WriteParameters();
        _writer.Line("/// <returns>The bound; +∞ where the model may jump or a slope is unbounded.</returns>");
        using (_request.Body(_writer, Companion.Signature(Head("double", "Lipschitz"), Declared, [])))
        {
            string size = BoxVariable.Size(_variables), gradient = _request.Free("gradient"), workspace = _request.Free("workspace");
            _writer.Line(BoxVariable.IsFixed(_variables)
                ? "Span<Interval> " + gradient + " = stackalloc Interval[" + size + "];"
                : "using Workspace<Interval> " + workspace + " = new(stackalloc Interval[64], " + size + ");");
            if (!BoxVariable.IsFixed(_variables))
            {
                _writer.Line("Span<Interval> " + gradient + " = " + workspace + ".Span;");
            }
            List<string> after = [];
            string[] outputs = BoxVariable.Outputs(_variables, gradient, _writer, after);
            _writer.Line(_request.Prefix + "GradientRange(" + string.Join(", ", Passed.Concat(outputs)) + ");");
            foreach (string line in after)
            {
                _writer.Line(line);
            }
            _writer.Line("return Boxes.Lipschitz(" + gradient + ", Norm." + norm + ");");
        }
    }

    /// <summary>The product of an enclosure of the Hessian with a direction, for the columns of the Hessian one by one.</summary>
    private void WriteProduct() =>
        WriteMethod("HessianRangeProduct", Head("void", "HessianRangeProduct", "private"), Declared.Concat(_variables.Select(static v => v.DeclaredInput("v"))), [.. _variables.Select(static v => v.DeclaredOutput("h"))], _enclosures.HessianProduct,
            (_, results) => WriteOutputs("h", results, 0));

    /// <summary>Range, gradient and product on eight boxes at once.</summary>
    private void WriteLanes(LaneEnclosures lanes)
    {
        WriteMethod("RangeLanes", Head("IntervalLanes", "RangeLanes", "private"), Declared, [], lanes.Range, static (_, results) => results[0]);
        _writer.Separate();
        WriteMethod("GradientRangeLanes", Head("IntervalLanes", "GradientRangeLanes", "private"), Declared, [.. _variables.Select(static v => v.DeclaredOutput("d"))], lanes.Gradient, (_, results) => WriteOutputs("d", results, 1) ?? results[0]);
        _writer.Separate();
        WriteMethod("HessianRangeProductLanes", Head("void", "HessianRangeProductLanes", "private"), Declared.Concat(_variables.Select(static v => v.DeclaredInput("v"))), [.. _variables.Select(static v => v.DeclaredOutput("h"))], lanes.HessianProduct,
            (_, results) => WriteOutputs("h", results, 0));
    }

    /// <summary>A sum that is bounded where the model is defined on the whole box.</summary>
    private void WriteDefinedness(Function definedness) =>
        WriteMethod("Definedness", Head("Interval", "Definedness", "private"), Declared, [], definedness, static (_, results) => results[0]);

    /// <summary>The sum of all roundings of the model, each times what it does to the value.</summary>
    private void WriteRoundings(Function roundOff) =>
        WriteMethod("Roundings", Head("Interval", "Roundings", "private"), Declared, [], roundOff, static (_, results) => results[0]);

    /// <summary>The model on symbolic numbers, run once for all boxes.</summary>
    private void WriteTrace(Function trace) =>
        WriteMethod("Trace", Head("Form", "Trace", "private"), Declared, [], trace, static (_, results) => results[0]);

    private IEnumerable<string> Declared => _request.Parameters.SelectMany(p => p.Shape == ParameterShape.Constant ? [p.Declared()] : _variables.Where(v => v.Parameter == p).Select(static v => v.DeclaredInput("")));

    private IEnumerable<string> Passed => _request.Parameters.SelectMany(p => p.Shape == ParameterShape.Constant ? [p.Passed()] : _variables.Where(v => v.Parameter == p).Select(static v => v.Argument));

    private void WriteParameters()
    {
        foreach (ModelParameter parameter in _request.Parameters)
        {
            if (parameter.Shape == ParameterShape.Constant)
            {
                _writer.Line("/// <param name=\"" + parameter.Name + "\">As in the model; the same at every point of the box.</param>");
            }
            foreach (BoxVariable variable in _variables.Where(v => v.Parameter == parameter))
            {
                _writer.Line("/// <param name=\"" + variable.Name + "\">The box's side" + (variable.IsArray ? " for each element of " : " for ") + variable.Source + ".</param>");
            }
        }
    }

    private delegate string? Closing(StatementWriter statements, string[] results);

    private void WriteMethod(string suffix, string head, IEnumerable<string> inputs, IReadOnlyList<string> outputs, Function function, Closing close)
    {
        string prefix = suffix.StartsWith("GradientRange", StringComparison.Ordinal) ? "d" : "h";
        Dictionary<string, string> renamed = _renamed.ToDictionary(static r => r.Key, static r => r.Value);
        foreach (BoxVariable variable in _variables)
        {
            variable.Rename(renamed, prefix);
        }
        MethodInParts method = new(_request, function, _request.Prefix + suffix, Shape.Scalar, renamed);
        using (_request.Body(_writer, Companion.Signature(head, inputs, outputs)))
        {
            Open(outputs.Count > 0 ? prefix : "", suffix.StartsWith("HessianRangeProduct", StringComparison.Ordinal));
            StatementWriter statements = new(_writer, method.Main, method.Shape, method.Renamed, _request.Kept().Concat(_variables.SelectMany(static v => v.Kept)), method.IsInParts) { ShowsSources = suffix == "GradientRange" };
            statements.WriteTables(method.Main);
            method.WriteHead(_writer);
            statements.Write(method.Main.Body);
            if (outputs.Count > 0)
            {
                _writer.Separate();
            }
            string? value = close(statements, [.. method.Main.Results.Select(statements.Text)]);
            if (value is not null)
            {
                _writer.Line("return " + value + ";");
            }
        }
        method.WriteParts(_writer, showsSources: false);
    }

    /// <summary>Locals for parts of parameters, and checks of the outputs.</summary>
    private void Open(string prefix, bool hasDirections)
    {
        _request.WriteLeaves(_writer, _request.Parameters.Where(static p => p.Shape == ParameterShape.Constant));
        foreach (BoxVariable variable in _variables)
        {
            foreach (string line in variable.Locals(prefix, hasDirections))
            {
                _writer.Line(line);
            }
        }
        if (prefix.Length == 0)
        {
            return;
        }
        BoxVariable[] arrays = [.. _variables.Where(static v => v.IsArray)];
        foreach (BoxVariable array in arrays)
        {
            _writer.Line("Batch.RequireLength(" + array.Span(prefix) + ", " + array.Span("") + ".Length, nameof(" + array.Output(prefix) + "));");
        }
        for (int i = 0; i < arrays.Length; i++)
        {
            Companion.WriteOverlap(_writer, "RequireDisjoint", arrays[i].Span(prefix), "Interval", arrays.Select(static a => (a.Span(""), "Interval")).Concat(arrays.Skip(i + 1).Select(a => (a.Span(prefix), "Interval"))));
        }
        foreach (BoxVariable array in arrays)
        {
            _writer.Line(array.Span(prefix) + ".Clear();");
        }
        if (arrays.Length > 0)
        {
            _writer.Separate();
        }
    }

    private string? WriteOutputs(string prefix, string[] results, int next)
    {
        foreach (BoxVariable variable in _variables.Where(static v => !v.IsArray))
        {
            _writer.Line(variable.Output(prefix) + " = " + results[next++] + ";");
        }
        return null;
    }
}
