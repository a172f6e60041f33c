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

    private bool HasArrays => _explained.Any(static p => p.Shape == ParameterShape.Array);

    /// <summary>The model struct, made from the companion's own parameters.</summary>
    private string Model
    {
        get
        {
            List<string> arguments = _request.IsStatic ? [] : ["this"];
            foreach (ModelParameter parameter in _request.Parameters)
            {
                if (parameter.Shape == ParameterShape.Array)
                {
                    arguments.Add(Length(parameter));
                }
                else if (!parameter.IsCoordinate())
                {
                    arguments.Add(parameter.IsSpan ? parameter.Argument() + ".ToArray()" : parameter.Argument());
                }
            }
            return "new " + _request.Prefix + "Model(" + string.Join(", ", arguments) + ")";
        }
    }

    private static string Length(ModelParameter array) => Baseline(array) + ".Length";

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
            int numbers = _explained.Count(static p => p.Shape != ParameterShape.Array);
            IEnumerable<string> lengths = _explained.Where(static p => p.Shape == ParameterShape.Array).Select(Length);
            return string.Join(" + ", numbers > 0 ? lengths.Prepend(Literals.Text(Build.Int(numbers))) : lengths);
        }
    }

    private void WriteCall()
    {
        string dimension = _names.Fresh("dimension"), workspace = _names.Fresh("workspace"), at = _names.Fresh("at"), baseline = _names.Fresh("baseline"), values = _names.Fresh("values"), bases = _names.Fresh("bases");
        foreach (ModelParameter array in _explained.Where(static p => p.Shape == ParameterShape.Array))
        {
            _writer.Line("Batch.RequireLength(" + array.Argument() + (array.TypeText.EndsWith("[]", System.StringComparison.Ordinal) ? ".AsSpan()" : "") + ", " + Length(array) + ");");
            _writer.Line("Batch.RequireLength(" + array.Output() + ", " + Length(array) + ");");
        }
        _writer.Line("int " + dimension + " = " + Dimension + ";");
        _writer.Line("using Workspace<double> " + workspace + " = new(stackalloc double[48], 3 * " + dimension + ");");
        _writer.Line("Span<double> " + at + " = " + workspace + ".Span.Slice(0, " + dimension + "), " + baseline + " = " + workspace + ".Span.Slice(" + dimension + ", " + dimension + "), " + values + " = " + workspace + ".Span.Slice(2 * " + dimension + ", " + dimension + "), " + bases + " = stackalloc double[1];");
        foreach ((ModelParameter parameter, string start) in Places())
        {
            WriteInto(at, start, parameter, parameter.Argument());
            WriteInto(baseline, start, parameter, Baseline(parameter));
        }
        _writer.Line(Explain + "(" + Model + ", " + at + ", " + baseline + ", " + values + ", " + bases + ");");
        _writer.Separate();
        foreach ((ModelParameter parameter, string start) in Places())
        {
            WriteFrom(values, start, parameter, parameter.Output(), "");
        }
        _writer.Line("baseValue = " + Cast(Real) + bases + "[0];");
    }

    private void WriteInto(string point, string start, ModelParameter parameter, string value)
    {
        if (parameter.Shape != ParameterShape.Array)
        {
            _writer.Line(point + "[" + start + "] = " + Number(parameter, value) + ";");
        }
        else if (parameter.Type == ScalarType.Float)
        {
            _writer.Line("Batch.Widen(" + value + ", " + point + ".Slice(" + start + ", " + Length(parameter) + "));");
        }
        else
        {
            _writer.Line(value + ".CopyTo(" + point + ".Slice(" + start + ", " + Length(parameter) + "));");
        }
    }

    private void WriteFrom(string values, string start, ModelParameter parameter, string output, string at)
    {
        string type = OutputType(parameter);
        if (parameter.Shape != ParameterShape.Array)
        {
            _writer.Line(output + at + " = " + Cast(type) + values + "[" + start + "];");
        }
        else if (parameter.Type == ScalarType.Float)
        {
            string i = _names.Fresh("i");
            using (_writer.Block("for (int " + i + " = 0; " + i + " < " + Length(parameter) + "; " + i + "++)"))
            {
                _writer.Line(output + "[" + i + "] = (float)" + values + "[" + start + " + " + i + "];");
            }
        }
        else
        {
            _writer.Line(values + ".Slice(" + start + ", " + Length(parameter) + ").CopyTo(" + output + ");");
        }
    }

    private void WriteBatch()
    {
        Document(isBatch: true);
        IEnumerable<string> inputs = _request.Own().Select(static p => p.IsCoordinate() ? "ReadOnlySpan<" + (p.Shape == ParameterShape.Array ? p.Type.Keyword() : p.TypeText) + "> " + p.Argument() : p.Declared()).Concat(Baselines);
        IEnumerable<string> outputs = _explained.Select(p => "Span<" + OutputType(p) + "> " + p.Output()).Prepend("Span<" + Real + "> result").Append("out " + Real + " baseValue");
        using (_request.Body(_writer, Companion.Signature(_request.Modifiers() + " void " + Name + "Batch", inputs, outputs)))
        {
            WriteChecks();
            _writer.Separate();
            _writer.Line("baseValue = " + Real + ".NaN;");
            if (IsSpecial)
            {
                WriteSpecialRows();
            }
            else
            {
                WriteBlocks();
            }
        }
    }

    private void WriteChecks()
    {
        foreach (ModelParameter parameter in _explained)
        {
            string length = parameter.Shape == ParameterShape.Array ? "result.Length * " + Length(parameter) : "result.Length";
            _writer.Line("Batch.RequireLength(" + parameter.Argument() + ", " + length + ");");
            _writer.Line("Batch.RequireLength(" + parameter.Output() + ", " + length + ");");
        }
        (string Name, string Type)[] outputs = [("result", Real), .. _explained.Select(p => (p.Output(), OutputType(p)))];
        for (int i = 0; i < outputs.Length; i++)
        {
            bool isRows = i > 0 && _explained[i - 1].Shape == ParameterShape.Array;
            IEnumerable<(string, string)> columns = _explained.Where(p => !isRows && p.Shape != ParameterShape.Array).Select(static p => (p.Argument(), p.TypeText));
            IEnumerable<(string, string)> others = _explained.Where(p => isRows || p.Shape == ParameterShape.Array).Select(static p => (p.Argument(), p.Shape == ParameterShape.Array ? p.Type.Keyword() : p.TypeText)).Concat(outputs.Skip(i + 1));
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
        _writer.Line(_request.Prefix + "Model " + model + " = " + Model + ";");
        _writer.Line("int " + dimension + " = " + model + ".Dimension;");
        _writer.Line("using Workspace<double> " + workspace + " = new([], " + "(1 + 2 * " + RowsAtOnce + ") * " + dimension + ");");
        _writer.Line("Span<double> " + baseline + " = " + workspace + ".Span.Slice(0, " + dimension + "), " + rows + " = " + workspace + ".Span.Slice(" + dimension + ", " + RowsAtOnce + " * " + dimension + "), " + values + " = " + workspace + ".Span.Slice((1 + " + RowsAtOnce + ") * " + dimension + ", " + RowsAtOnce + " * " + dimension + "), " + bases + " = stackalloc double[" + RowsAtOnce + "];");
        foreach ((ModelParameter parameter, string start) in Places())
        {
            WriteInto(baseline, start, parameter, Baseline(parameter));
        }
        using (_writer.Block("for (int " + first + " = 0; " + first + " < result.Length; " + first + " += " + RowsAtOnce + ")"))
        {
            _writer.Line("int " + count + " = Math.Min(" + RowsAtOnce + ", result.Length - " + first + ");");
            using (_writer.Block("for (int " + row + " = 0; " + row + " < " + count + "; " + row + "++)"))
            {
                _writer.Line("Span<double> " + point + " = " + rows + ".Slice(" + row + " * " + dimension + ", " + dimension + ");");
                foreach ((ModelParameter parameter, string start) in Places())
                {
                    WriteInto(point, start, parameter, parameter.Shape == ParameterShape.Array
                        ? parameter.Argument() + ".Slice((" + first + " + " + row + ") * " + Length(parameter) + ", " + Length(parameter) + ")"
                        : parameter.Argument() + "[" + first + " + " + row + "]");
                }
                _writer.Line("result[" + first + " + " + row + "] = " + (Real == "float" ? "(float)((IFunction<double>)" + model + ")" : model) + ".Value(" + point + ");");
            }
            string Part(string span, string length) => span + ".Slice(0, " + length + ")";
            _writer.Line(Explain + "(" + model + ", " + Part(rows, count + " * " + dimension) + ", " + baseline + ", " + Part(values, count + " * " + dimension) + ", " + Part(bases, count) + ");");
            using (_writer.Block("for (int " + row + " = 0; " + row + " < " + count + "; " + row + "++)"))
            {
                _writer.Line("ReadOnlySpan<double> " + point + " = " + values + ".Slice(" + row + " * " + dimension + ", " + dimension + ");");
                foreach ((ModelParameter parameter, string start) in Places())
                {
                    string output = parameter.Shape == ParameterShape.Array ? parameter.Output() + ".Slice((" + first + " + " + row + ") * " + Length(parameter) + ", " + Length(parameter) + ")" : parameter.Output();
                    WriteFrom(point, start, parameter, output, "[" + first + " + " + row + "]");
                }
            }
            _writer.Line("baseValue = " + Cast(Real) + bases + "[0];");
        }
    }
}
