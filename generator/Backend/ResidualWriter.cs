using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>Writes <c>FModel</c> of a model with several results: a vector function of one point with the products of its Jacobian.</summary>
internal sealed class ResidualWriter
{
    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly Request _original;
    private readonly FlatPoint _flat;
    private readonly string _real;

    private ResidualWriter(SourceWriter writer, Request request, Request original)
    {
        _writer = writer;
        _original = original;
        _request = request.WithFields() with { Accessibility = request.Accessibility };
        _flat = new(_request, writer, Size);
        _real = request.PointType().Keyword();
    }

    public static void Write(SourceWriter writer, Request request, Request original, string owner) => new ResidualWriter(writer, request, original).Write(owner);

    private string Owner => _request.Owner();

    private string Size(ModelParameter parameter) =>
        _original.Fields().FirstOrDefault(f => f.Name == parameter.Name) is { } field ? field.FieldOf(Owner) + ".Length"
        : parameter.Shape == ParameterShape.Matrix ? "_" + parameter.Name + "Rows * _" + parameter.Name + "Columns"
        : "_" + parameter.Name + "Length";

    private void Write(string owner)
    {
        (string Type, string Name, string Doc)[] fields = [.. ModelFields.Of(_request, [.. _original.Fields()], owner)];
        _writer.Line("/// <summary><see cref=\"" + _original.CrefOfStruct() + "\"/> as a vector function of one point: its variables flattened in parameter order.</summary>");
        foreach ((_, string name, string doc) in fields)
        {
            _writer.Line("/// <param name=\"" + name + "\">" + doc + "</param>");
        }
        string parameters = fields.Length == 0 ? "" : "(" + string.Join(", ", fields.Select(static f => f.Type + " " + Keywords.Escape(f.Name))) + ")";
        string contracts = "IResidual<" + _real + ">" + (_real == "float" ? ", IResidual<double>" : "");
        using (_writer.Block(_request.Accessibility + " readonly struct " + _request.Prefix + "Model" + parameters + " : " + contracts))
        {
            foreach ((string type, string name, _) in fields)
            {
                _writer.Line("private readonly " + type + " _" + name + " = " + Keywords.Escape(name) + ";");
            }
            _writer.Separate();
            _writer.Line("/// <inheritdoc/>");
            _writer.Line("public int Inputs => " + Count(_request.Variables()) + ";");
            _writer.Separate();
            _writer.Line("/// <inheritdoc/>");
            _writer.Line("public int Outputs => " + Count(Results) + ";");
            WriteMethods();
            if (_real == "float")
            {
                WriteWidened();
            }
        }
    }

    private IEnumerable<ModelParameter> Results => _request.Return is { } returned ? _request.ResultSpans().Append(returned) : _request.ResultSpans();

    private string Count(IEnumerable<ModelParameter> parameters)
    {
        ModelParameter[] all = [.. parameters];
        int scalars = all.Sum(static p => p.Leaves.Count(static l => l.Type.IsReal() && !l.IsArray));
        IEnumerable<string> arrays = all.Where(static p => p.Leaves.Any(static l => l.IsArray)).Select(Size);
        return string.Join(" + ", scalars > 0 || !arrays.Any() ? new[] { Literals.Text(Build.Int(scalars)) }.Concat(arrays) : arrays);
    }

    private void WriteMethods()
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("public void Value(ReadOnlySpan<" + _real + "> x, Span<" + _real + "> y)"))
        {
            _writer.Line("Batch.RequireLength(x, Inputs);");
            _writer.Line("Batch.RequireLength(y, Outputs);");
            List<string> after = [];
            Dictionary<string, string> places = _flat.Places(Results).Where(static p => p.Parameter.Shape == ParameterShape.Result)
                .ToDictionary(static p => p.Parameter.Name, p => _flat.Output(p.Parameter, "y", "y", p.Start, p.Index, after));
            string call = Owner + _original.ValueMethod() + "(" + string.Join(", ", _flat.Arguments("x", p => places[p.Name])) + ");";
            if (_request.Return is not { } returned)
            {
                _writer.Line(call);
            }
            else
            {
                _writer.Line(returned.TypeText + " value = " + call);
                (_, string start, int index) = _flat.Places(Results).Last();
                int k = 0;
                foreach (Leaf leaf in returned.Leaves)
                {
                    _writer.Line("y[" + FlatPoint.At(start, index + k++) + "] = value" + (returned.Shape == ParameterShape.Struct ? leaf.Access.Substring(leaf.Access.IndexOf('.')) : "") + ";");
                }
            }
            after.ForEach(_writer.Line);
        }
        WriteProduct("Jvp", "v", "Inputs", "jv", "Outputs", "Tangent", () => _flat.Inputs("v"), after => _flat.Results("jv", after));
        WriteProduct("Vjp", "seed", "Outputs", "gradient", "Inputs", "Adjoint", () => _flat.Seeds("seed"), after => _flat.Outputs("gradient", "d", after));
    }

    private void WriteProduct(string method, string input, string inputSize, string output, string outputSize, string companion, Func<string[]> inputs, Func<List<string>, string[]> outputs)
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("public void " + method + "(ReadOnlySpan<" + _real + "> x, ReadOnlySpan<" + _real + "> " + input + ", Span<" + _real + "> " + output + ")"))
        {
            _writer.Line("Batch.RequireLength(x, Inputs);");
            _writer.Line("Batch.RequireLength(" + input + ", " + inputSize + ");");
            _writer.Line("Batch.RequireLength(" + output + ", " + outputSize + ");");
            foreach (ModelParameter y in _request.ResultSpans())
            {
                string type = y.Leaves[0].Type.Keyword();
                _writer.Line("using Workspace<" + type + "> " + y.Name + "Workspace = new(stackalloc " + type + "[64], " + Size(y) + ");");
            }
            List<string> after = [];
            string[] passed = outputs(after);
            _writer.Line(Owner + _request.Prefix + companion + "(" + string.Join(", ", _flat.Arguments("x", static y => y.Name + "Workspace.Span").Concat(inputs()).Concat(passed)) + ");");
            foreach (string line in after)
            {
                _writer.Line(line);
            }
        }
    }

    /// <summary>The contract in double: the point is rounded to float, the results are widened.</summary>
    private void WriteWidened()
    {
        _writer.Separate();
        _writer.Line("int IResidual<double>.Inputs => Inputs;");
        _writer.Separate();
        _writer.Line("int IResidual<double>.Outputs => Outputs;");
        foreach ((string method, string second, string output, string size) in new[] { ("Value", "", "y", "Outputs"), ("Jvp", "v", "jv", "Outputs"), ("Vjp", "seed", "gradient", "Inputs") })
        {
            _writer.Separate();
            using (_writer.Block("void IResidual<double>." + method + "(ReadOnlySpan<double> x, " + (second.Length > 0 ? "ReadOnlySpan<double> " + second + ", " : "") + "Span<double> " + output + ")"))
            {
                _writer.Line("Batch.RequireLength(" + output + ", " + size + ");");
                _writer.Line("using Workspace<float> point = Batch.Narrow(x);");
                if (second.Length > 0)
                {
                    _writer.Line("using Workspace<float> weights = Batch.Narrow(" + second + ");");
                }
                _writer.Line("using Workspace<float> narrow = new([], " + size + ");");
                _writer.Line(method + "(point.Span, " + (second.Length > 0 ? "weights.Span, " : "") + "narrow.Span);");
                _writer.Line("Batch.Widen(narrow.Span, " + output + ");");
            }
        }
    }
}
