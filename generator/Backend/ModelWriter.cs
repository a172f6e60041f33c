using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>Writes <c>FModel</c>, the struct through which runtime algorithms see a model: variables flattened to one point, constants as fields.</summary>
internal sealed partial class ModelWriter
{
    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly ModelParameter[] _fields;
    private readonly bool _hasGradient;
    private readonly bool _hasProduct;
    private readonly string _real;
    private readonly string _valueMethod;
    private readonly string _cref;
    private readonly string _name;

    private readonly Enclosures? _enclosures;
    private readonly SurrogatePrograms? _surrogates;
    private readonly bool _isGradientWritten;

    private ModelWriter(SourceWriter writer, Request request, string valueMethod, string cref, Parts parts)
    {
        _enclosures = parts.Enclosures;
        _surrogates = parts.Surrogates;
        _isGradientWritten = parts.Gradient is not null;
        _valueMethod = valueMethod;
        _cref = cref;
        _writer = writer;
        // For explanations discrete parameters are numbers of the point.
        _request = request.WithFields() with { Accessibility = request.Accessibility, Parameters = request.WithFields().Parameters.Map(static p => p.IsDiscrete ? p with { Shape = ParameterShape.Scalar } : p) };
        _fields = [.. request.Fields()];
        _hasProduct = request.Companions.HasFlag(Companions.Hessian);
        _hasGradient = _hasProduct || request.Bounds is not null || _surrogates is not null || request.Companions.HasFlag(Companions.Gradient);
        _real = request.PointType().Keyword();
        _name = request.Prefix + "Model";
    }

    public static void Write(SourceWriter writer, Request request, Request original, string owner, Parts parts) =>
        new ModelWriter(writer, request, original.ValueMethod(), original.CrefOfStruct(), parts).Write(owner);

    private void Write(string owner)
    {
        List<(string Type, string Name, string Doc)> fields = [.. ModelFields.Of(_request, _fields, owner)];
        string contract = _hasProduct ? "IHessianProduct" : _hasGradient ? "IGradient" : "IFunction";
        _writer.Line("/// <summary><see cref=\"" + _cref + "\"/> as a function of one point: its variables flattened in parameter order" + (_fields.Length > 0 ? ", then fields" : "") + ".</summary>");
        foreach ((_, string name, string doc) in fields)
        {
            _writer.Line("/// <param name=\"" + name + "\">" + doc + "</param>");
        }
        if (_surrogates is not null)
        {
            _writer.Line("/// <remarks>" + Documentation.Escape(string.Join(" ", SurrogateRemarks.Of(_request, _surrogates))) + "</remarks>");
        }
        string contracts = contract + "<" + _real + ">" + (_real == "float" ? ", " + contract + "<double>" : "") + _enclosures switch { null => "", { Trace: null } => ", IEnclosure", _ => ", ILinearEnclosure" }
            + (_enclosures?.RoundOff is null ? "" : ", IRoundOff") + (_surrogates is null ? "" : _real == "float" ? ", ISurrogate<float>, ISurrogate<double>" : ", ISurrogate<double>");
        string parameters = fields.Count == 0 ? "" : "(" + string.Join(", ", fields.Select(static f => f.Type + " " + Keywords.Escape(f.Name))) + ")";
        using (_writer.Block(_request.Accessibility + " readonly struct " + _name + parameters + " : " + contracts))
        {
            foreach ((string type, string name, _) in fields)
            {
                _writer.Line("private readonly " + type + " _" + name + " = " + Keywords.Escape(name) + ";");
            }
            _writer.Separate();
            _writer.Line("/// <inheritdoc/>");
            _writer.Line("public int Dimension => " + Dimension() + ";");
            WriteValue();
            if (_hasGradient)
            {
                WriteGradient();
            }
            if (_hasProduct)
            {
                WriteProduct();
            }
            if (_enclosures is not null)
            {
                WriteEnclosures();
                if (_enclosures.Lanes is not null)
                {
                    WriteLanes();
                }
            }
            if (_enclosures is { RoundOff: not null })
            {
                Write("double RoundOff(ReadOnlySpan<Interval> box)", [], () =>
                    _writer.Line("return Boxes.RoundOff(box, " + Owner + _request.Prefix + "Roundings(" + string.Join(", ", Sides("box")) + "));"));
            }
            if (_enclosures is { Trace: not null })
            {
                WriteTrace();
            }
            if (_surrogates is not null)
            {
                WriteSurrogate(_surrogates);
            }
            if (_real == "float")
            {
                WriteWidened();
            }
        }
    }

    private string Dimension()
    {
        int scalars = _request.Variables().Where(static v => v.Shape is ParameterShape.Scalar or ParameterShape.Struct).Sum(static v => v.Numbers());
        IEnumerable<string> parts = _request.Variables().Where(static v => v.Shape is ParameterShape.Array or ParameterShape.Matrix).Select(Size);
        return string.Join(" + ", scalars > 0 ? new[] { Literals.Text(Build.Int(scalars)) }.Concat(parts) : parts);
    }

    private string Size(ModelParameter variable) => _fields.FirstOrDefault(field => field.Name == variable.Name) is { } field ? field.FieldOf(Owner) + ".Length" : variable.Shape == ParameterShape.Matrix ? "_" + variable.Name + "Rows * _" + variable.Name + "Columns" : "_" + variable.Name + "Length";

    private IEnumerable<(ModelParameter Parameter, string Start, int Index)> Places()
    {
        Dictionary<string, (ModelParameter, string, int)> places = Flat().Places(_request.Variables()).ToDictionary(static p => p.Parameter.Name, static p => p);
        return _request.Parameters.Select(p => p.Shape == ParameterShape.Constant ? (p, "", 0) : places[p.Name]);
    }

    private FlatPoint Flat() => new(_request, _writer, Size);

    private string Owner => _request.Owner();

    private void WriteValue()
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("public " + _real + " Value(ReadOnlySpan<" + _real + "> x)"))
        {
            _writer.Line("Batch.RequireLength(x, Dimension);");
            _writer.Line("return " + Owner + _valueMethod + "(" + string.Join(", ", Flat().Arguments("x")) + ");");
        }
        WriteRows("Values", "", "", "results[i] = Value(rows.Slice(i * Dimension, Dimension));");
    }

    private void WriteGradient()
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("public " + _real + " Gradient(ReadOnlySpan<" + _real + "> x, Span<" + _real + "> gradient)"))
        {
            _writer.Line("Batch.RequireLength(x, Dimension);");
            _writer.Line("Batch.RequireLength(gradient, Dimension);");
            if (_isGradientWritten)
            {
                WriteGradientCall();
            }
            else
            {
                _writer.Line("gradient.Clear(); // constant between jumps");
                _writer.Line("return Value(x);");
            }
        }
        WriteRows("Gradients", ", Span<" + _real + "> gradients", "Batch.RequireLength(gradients, rows.Length);",
            "results[i] = Gradient(rows.Slice(i * Dimension, Dimension), gradients.Slice(i * Dimension, Dimension));");
    }

    private void WriteGradientCall()
    {
        FlatPoint flat = Flat();
        List<string> after = [];
        string[] outputs = flat.Outputs("gradient", "d", after);
        string call = Owner + _request.Prefix + "Gradient(" + string.Join(", ", flat.Arguments("x").Concat(outputs)) + ")";
        _writer.Line((after.Count == 0 ? "return " : _real + " value = ") + call + ";");
        foreach (string line in after)
        {
            _writer.Line(line);
        }
        if (after.Count > 0)
        {
            _writer.Line("return value;");
        }
    }

    private void WriteRows(string method, string parameter, string check, string each)
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("public void " + method + "(ReadOnlySpan<" + _real + "> rows, Span<" + _real + "> results" + parameter + ")"))
        {
            _writer.Line("Batch.RequireLength(rows, results.Length * Dimension);");
            if (check.Length > 0)
            {
                _writer.Line(check);
            }
            using (_writer.Block("for (int i = 0; i < results.Length; i++)"))
            {
                _writer.Line(each);
            }
        }
    }

    /// <summary>The contracts in double, for algorithms that know no other: the point is rounded to float, the results are widened.</summary>
    private void WriteWidened()
    {
        string contract = _hasGradient ? "IGradient<double>" : "IFunction<double>";
        _writer.Separate();
        _writer.Line("int IFunction<double>.Dimension => Dimension;");
        _writer.Separate();
        using (_writer.Block("double IFunction<double>.Value(ReadOnlySpan<double> x)"))
        {
            _writer.Line("using Workspace<float> point = Batch.Narrow(x);");
            _writer.Line("return Value(point.Span);");
        }
        _writer.Separate();
        using (_writer.Block("void IFunction<double>.Values(ReadOnlySpan<double> rows, Span<double> results)"))
        {
            _writer.Line("Batch.RequireLength(rows, results.Length * Dimension);");
            using (_writer.Block("for (int i = 0; i < results.Length; i++)"))
            {
                _writer.Line("results[i] = ((IFunction<double>)this).Value(rows.Slice(i * Dimension, Dimension));");
            }
        }
        if (!_hasGradient)
        {
            return;
        }
        _writer.Separate();
        using (_writer.Block("double " + contract + ".Gradient(ReadOnlySpan<double> x, Span<double> gradient)"))
        {
            _writer.Line("Batch.RequireLength(gradient, Dimension);");
            _writer.Line("using Workspace<float> point = Batch.Narrow(x);");
            _writer.Line("using Workspace<float> derivative = new([], Dimension);");
            _writer.Line("float value = Gradient(point.Span, derivative.Span);");
            _writer.Line("Batch.Widen(derivative.Span, gradient);");
            _writer.Line("return value;");
        }
        _writer.Separate();
        using (_writer.Block("void " + contract + ".Gradients(ReadOnlySpan<double> rows, Span<double> results, Span<double> gradients)"))
        {
            _writer.Line("Batch.RequireLength(rows, results.Length * Dimension);");
            _writer.Line("Batch.RequireLength(gradients, rows.Length);");
            using (_writer.Block("for (int i = 0; i < results.Length; i++)"))
            {
                _writer.Line("results[i] = ((IGradient<double>)this).Gradient(rows.Slice(i * Dimension, Dimension), gradients.Slice(i * Dimension, Dimension));");
            }
        }
    }
}
