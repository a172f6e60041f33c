using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

// Rows that the runtime explains, and batches.
internal sealed partial class SurrogateCompanion
{
    private const string RowsAtOnce = "64"; // rows; what the runtime explains at once

    private string Explain => "Explain." + _request.Surrogate!.Method + "Batch";

    /// <summary>The model struct, made from the companion's own parameters, and what besides its reals is in a struct.</summary>
    private string Model(System.Func<ModelParameter, string> own)
    {
        List<string> arguments = _request.IsStatic ? [] : ["this"];
        foreach (ModelParameter parameter in _request.Parameters)
        {
            switch (parameter.Shape)
            {
                case ParameterShape.Array:
                    arguments.Add(Length(parameter));
                    break;
                case ParameterShape.Matrix:
                    arguments.Add(Baseline(parameter) + ".GetLength(0)");
                    arguments.Add(Baseline(parameter) + ".GetLength(1)");
                    break;
                case ParameterShape.Struct when CopiesState(parameter):
                    arguments.Add(own(parameter));
                    break;
                case var _ when !parameter.IsCoordinate():
                    arguments.Add(parameter.IsSpan ? parameter.Argument() + ".ToArray()" : parameter.Argument());
                    break;
            }
        }
        return "new " + _request.Prefix + "Model(" + string.Join(", ", arguments) + ")";
    }

    private static string Length(ModelParameter rows) => Baseline(rows) + ".Length";

    /// <summary>Where each explained parameter starts in a point: a count of numbers, then lengths of arrays.</summary>
    private IEnumerable<(ModelParameter Parameter, string Start)> Places()
    {
        FlatPoint flat = new(_request with { Parameters = _request.Parameters.Map(static p => p.IsDiscrete ? p with { Shape = ParameterShape.Scalar } : p) }, _writer, Length);
        return flat.Places(_explained).Select(static p => (p.Parameter, FlatPoint.At(p.Start, p.Index)));
    }

    private string Dimension
    {
        get
        {
            int numbers = _explained.Where(static p => !IsRow(p)).Sum(static p => p.Numbers());
            IEnumerable<string> lengths = _explained.Where(IsRow).Select(Length);
            return string.Join(" + ", numbers > 0 ? lengths.Prepend(Literals.Text(Build.Int(numbers))) : lengths);
        }
    }

    private void WriteCall()
    {
        string dimension = _names.Fresh("dimension"), workspace = _names.Fresh("workspace"), at = _names.Fresh("at"), baseline = _names.Fresh("baseline"), values = _names.Fresh("values"), bases = _names.Fresh("bases");
        WriteShapes();
        _writer.Line("int " + dimension + " = " + Dimension + ";");
        _writer.Line("using Workspace<double> " + workspace + " = new(stackalloc double[48], 3 * " + dimension + ");");
        _writer.Line("Span<double> " + at + " = " + workspace + ".Span.Slice(0, " + dimension + "), " + baseline + " = " + workspace + ".Span.Slice(" + dimension + ", " + dimension + "), " + values + " = " + workspace + ".Span.Slice(2 * " + dimension + ", " + dimension + "), " + bases + " = stackalloc double[1];");
        foreach ((ModelParameter parameter, string start) in Places())
        {
            WriteInto(at, start, parameter, parameter.Shape == ParameterShape.Matrix ? Flat(parameter.Argument()) : parameter.Argument());
            WriteInto(baseline, start, parameter, parameter.Shape == ParameterShape.Matrix ? Flat(Baseline(parameter)) : Baseline(parameter));
        }
        _writer.Line(Explain + "(" + Model(static p => p.Argument()) + ", " + at + ", " + baseline + ", " + values + ", " + bases + ");");
        _writer.Separate();
        foreach ((ModelParameter parameter, string start) in Places())
        {
            WriteFrom(values, start, parameter, parameter.Shape == ParameterShape.Matrix ? Flat(parameter.Output()) : parameter.Output(), parameter.Argument());
        }
        _writer.Line("baseValue = " + Cast(Real) + bases + "[0];");
    }

    /// <summary>Arrays and matrices are of the baseline's size, and outputs are nowhere where an input is.</summary>
    private void WriteShapes()
    {
        ModelParameter[] rows = [.. _explained.Where(IsRow)];
        foreach (ModelParameter row in rows)
        {
            if (row.Shape == ParameterShape.Matrix)
            {
                _writer.Line("Batch.RequireShape(" + row.Argument() + ", " + Baseline(row) + ");");
                _writer.Line("Batch.RequireShape(" + row.Output() + ", " + Baseline(row) + ");");
                continue;
            }
            _writer.Line("Batch.RequireLength(" + Whole(row) + ", " + Length(row) + ");");
            _writer.Line("Batch.RequireLength(" + row.Output() + ", " + Length(row) + ");");
        }
        string Output(ModelParameter row) => row.Shape == ParameterShape.Matrix ? Flat(row.Output()) : row.Output();
        for (int i = 0; i < rows.Length; i++)
        {
            IEnumerable<(string, string)> others = rows.Select(static r => (Whole(r), r.Type.Keyword()))
                .Concat(rows.Select(static r => (r.Shape == ParameterShape.Matrix ? Flat(Baseline(r)) : Baseline(r), r.Type.Keyword()))).Concat(rows.Skip(i + 1).Select(r => (Output(r), r.Type.Keyword())));
            Companion.WriteOverlap(_writer, "RequireDisjoint", Output(rows[i]), rows[i].Type.Keyword(), others);
        }
    }

    private static string Flat(string matrix) => "Batch.Flatten(" + matrix + ")";

    /// <summary>An array or matrix as a span.</summary>
    private static string Whole(ModelParameter row) => row.Shape == ParameterShape.Matrix ? Flat(row.Argument()) : row.Argument() + (row.TypeText.EndsWith("[]", System.StringComparison.Ordinal) ? ".AsSpan()" : "");

    private void WriteInto(string point, string start, ModelParameter parameter, string value)
    {
        switch (parameter.Shape)
        {
            case ParameterShape.Struct:
                Leaf[] numbers = [.. parameter.Leaves.Where(static l => l.Type.IsReal())];
                for (int i = 0; i < numbers.Length; i++)
                {
                    _writer.Line(point + "[" + Plus(start, i) + "] = " + Part(parameter, numbers[i], value) + ";");
                }
                break;
            case var _ when !IsRow(parameter):
                _writer.Line(point + "[" + start + "] = " + Part(parameter, parameter.Leaves.FirstOrDefault()!, value) + ";");
                break;
            case var _ when parameter.Type == ScalarType.Float:
                _writer.Line("Batch.Widen(" + value + ", " + point + ".Slice(" + start + ", " + Length(parameter) + "));");
                break;
            default:
                _writer.Line(value + ".CopyTo(" + point + ".Slice(" + start + ", " + Length(parameter) + "));");
                break;
        }
    }

    private static string Plus(string start, int index) =>
        int.TryParse(start, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int count) ? Literals.Text(Build.Int(count + index)) : FlatPoint.At(start, index);

    /// <param name="output">An array's or matrix' numbers as a span.</param>
    /// <param name="own">The explained parameter, whose state besides its reals an output has too.</param>
    private void WriteFrom(string values, string start, ModelParameter parameter, string output, string own)
    {
        string type = OutputType(parameter);
        switch (parameter.Shape)
        {
            case ParameterShape.Struct:
                string[] parts = [.. parameter.Leaves.Where(static l => l.Type.IsReal()).Select((l, i) => Cast(l.Type.Keyword()) + values + "[" + Plus(start, i) + "]")];
                _writer.Line(output + " = " + GradientWriter.Rebuilt(parameter, own, parts) + ";");
                break;
            case var _ when !IsRow(parameter):
                _writer.Line(output + " = " + Cast(type) + values + "[" + start + "];");
                break;
            case var _ when parameter.Type == ScalarType.Float:
                string i = _names.Fresh("i"), narrow = output;
                if (parameter.Shape == ParameterShape.Matrix && output.StartsWith("Batch.", System.StringComparison.Ordinal))
                {
                    narrow = _names.Fresh(parameter.Output() + "Flat");
                    _writer.Line("Span<float> " + narrow + " = " + output + ";");
                }
                using (_writer.Block("for (int " + i + " = 0; " + i + " < " + Length(parameter) + "; " + i + "++)"))
                {
                    _writer.Line(narrow + "[" + i + "] = (float)" + values + "[" + start + " + " + i + "];");
                }
                break;
            default:
                _writer.Line(values + ".Slice(" + start + ", " + Length(parameter) + ").CopyTo(" + output + ");");
                break;
        }
    }

    private void WriteBatch()
    {
        Document(isBatch: true);
        IEnumerable<string> inputs = _request.Own().Select(static p => p.IsCoordinate() ? "ReadOnlySpan<" + ColumnType(p) + "> " + p.Argument() : p.Declared()).Concat(Baselines);
        IEnumerable<string> outputs = _explained.Select(p => "Span<" + OutputType(p) + "> " + p.Output()).Prepend("Span<" + Real + "> result").Append("out " + Real + " baseValue");
        using (_request.Body(_writer, Companion.Signature(_request.Modifiers() + " void " + Name + "Batch", inputs, outputs)))
        {
            WriteChecks();
            _writer.Separate();
            _writer.Line("baseValue = " + Real + ".NaN;");
            if (IsSpecial || (_explained.Any(CopiesState) && !_explained.Any(IsRow)))
            {
                WriteSpecialRows();
            }
            else
            {
                WriteBlocks();
            }
        }
    }

    private static string ColumnType(ModelParameter parameter) => IsRow(parameter) ? parameter.Type.Keyword() : parameter.TypeText;

    private void WriteChecks()
    {
        foreach (ModelParameter parameter in _explained)
        {
            string length = IsRow(parameter) ? "result.Length * " + Length(parameter) : "result.Length";
            _writer.Line("Batch.RequireLength(" + parameter.Argument() + ", " + length + ");");
            _writer.Line("Batch.RequireLength(" + parameter.Output() + ", " + length + ");");
        }
        (string Name, string Type)[] outputs = [("result", Real), .. _explained.Select(p => (p.Output(), OutputType(p)))];
        for (int i = 0; i < outputs.Length; i++)
        {
            bool isRows = i > 0 && IsRow(_explained[i - 1]);
            IEnumerable<(string, string)> columns = _explained.Where(p => !isRows && !IsRow(p)).Select(static p => (p.Argument(), p.TypeText));
            IEnumerable<(string, string)> others = _explained.Where(p => isRows || IsRow(p)).Select(static p => (p.Argument(), ColumnType(p))).Concat(outputs.Skip(i + 1));
            Companion.WriteOverlap(_writer, "RequireColumnOrDisjoint", outputs[i].Name, outputs[i].Type, columns);
            Companion.WriteOverlap(_writer, "RequireDisjoint", outputs[i].Name, outputs[i].Type, others);
        }
    }

    private void WriteSpecialRows()
    {
        string row = _names.Fresh("row");
        using (_writer.Block("for (int " + row + " = 0; " + row + " < result.Length; " + row + "++)"))
        {
            IEnumerable<string> inputs = _request.Own().Select(p => p.IsCoordinate() ? p.Argument() + "[" + row + "]" : p.Passed()).Concat(_explained.Select(Baseline));
            IEnumerable<string> outputs = _explained.Select(p => "out " + p.Output() + "[" + row + "]").Append("out baseValue");
            _writer.Line("result[" + row + "] = " + Name + "(" + string.Join(", ", inputs.Concat(outputs)) + ");");
        }
    }

    private void WriteBlocks()
    {
        string model = _names.Fresh("model"), dimension = _names.Fresh("dimension"), workspace = _names.Fresh("workspace"), baseline = _names.Fresh("baseline"), rows = _names.Fresh("rows"), values = _names.Fresh("values");
        string bases = _names.Fresh("bases"), first = _names.Fresh("first"), count = _names.Fresh("count"), row = _names.Fresh("row"), point = _names.Fresh("point");
        string at = first + " + " + row;
        string At(string of) => of + "[" + at + "]";
        string Slice(string of, ModelParameter parameter) => of + ".Slice(" + (at == first ? at : "(" + at + ")") + " * " + Length(parameter) + ", " + Length(parameter) + ")";
        string Own(ModelParameter parameter) => IsRow(parameter) ? Slice(parameter.Argument(), parameter) : At(parameter.Argument());
        void WriteBaseline()
        {
            foreach ((ModelParameter parameter, string start) in Places())
            {
                WriteInto(baseline, start, parameter, parameter.Shape == ParameterShape.Matrix ? Flat(Baseline(parameter)) : Baseline(parameter));
            }
        }
        void WritePoint()
        {
            foreach ((ModelParameter parameter, string start) in Places())
            {
                WriteInto(point, start, parameter, Own(parameter));
            }
            _writer.Line(At("result") + " = " + (Real == "float" ? "(float)((IFunction<double>)" + model + ")" : model) + ".Value(" + point + ");");
        }
        void WriteOutputs(string from)
        {
            foreach ((ModelParameter parameter, string start) in Places())
            {
                WriteFrom(from, start, parameter, IsRow(parameter) ? Slice(parameter.Output(), parameter) : At(parameter.Output()), Own(parameter));
            }
        }
        if (_explained.Any(CopiesState))
        {
            at = first = row;
            _writer.Line("int " + dimension + " = " + Dimension + ";");
            _writer.Line("using Workspace<double> " + workspace + " = new([], 3 * " + dimension + ");");
            _writer.Line("Span<double> " + baseline + " = " + workspace + ".Span.Slice(0, " + dimension + "), " + point + " = " + workspace + ".Span.Slice(" + dimension + ", " + dimension + "), " + values + " = " + workspace + ".Span.Slice(2 * " + dimension + ", " + dimension + "), " + bases + " = stackalloc double[1];");
            WriteBaseline();
            using (_writer.Block("for (int " + row + " = 0; " + row + " < result.Length; " + row + "++)"))
            {
                _writer.Line("// Each row has a model: what a struct holds besides its reals is its own.");
                _writer.Line(_request.Prefix + "Model " + model + " = " + Model(p => At(p.Argument())) + ";");
                WritePoint();
                _writer.Line(Explain + "(" + model + ", " + point + ", " + baseline + ", " + values + ", " + bases + ");");
                WriteOutputs(values);
                _writer.Line("baseValue = " + Cast(Real) + bases + "[0];");
            }
            return;
        }
        _writer.Line(_request.Prefix + "Model " + model + " = " + Model(static p => p.Argument()) + ";");
        _writer.Line("int " + dimension + " = " + model + ".Dimension;");
        _writer.Line("using Workspace<double> " + workspace + " = new([], " + "(1 + 2 * " + RowsAtOnce + ") * " + dimension + ");");
        _writer.Line("Span<double> " + baseline + " = " + workspace + ".Span.Slice(0, " + dimension + "), " + rows + " = " + workspace + ".Span.Slice(" + dimension + ", " + RowsAtOnce + " * " + dimension + "), " + values + " = " + workspace + ".Span.Slice((1 + " + RowsAtOnce + ") * " + dimension + ", " + RowsAtOnce + " * " + dimension + "), " + bases + " = stackalloc double[" + RowsAtOnce + "];");
        WriteBaseline();
        using (_writer.Block("for (int " + first + " = 0; " + first + " < result.Length; " + first + " += " + RowsAtOnce + ")"))
        {
            _writer.Line("int " + count + " = Math.Min(" + RowsAtOnce + ", result.Length - " + first + ");");
            using (_writer.Block("for (int " + row + " = 0; " + row + " < " + count + "; " + row + "++)"))
            {
                _writer.Line("Span<double> " + point + " = " + rows + ".Slice(" + row + " * " + dimension + ", " + dimension + ");");
                WritePoint();
            }
            string Part(string span, string length) => span + ".Slice(0, " + length + ")";
            _writer.Line(Explain + "(" + model + ", " + Part(rows, count + " * " + dimension) + ", " + baseline + ", " + Part(values, count + " * " + dimension) + ", " + Part(bases, count) + ");");
            using (_writer.Block("for (int " + row + " = 0; " + row + " < " + count + "; " + row + "++)"))
            {
                _writer.Line("ReadOnlySpan<double> " + point + " = " + values + ".Slice(" + row + " * " + dimension + ", " + dimension + ");");
                WriteOutputs(point);
            }
            _writer.Line("baseValue = " + Cast(Real) + bases + "[0];");
        }
    }
}
