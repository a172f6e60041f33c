using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

// One column at a time, through the companion that takes a direction: where directions have no form in lanes.
internal sealed partial class MatrixWriter
{
    private void WriteOneByOne()
    {
        ExpressionText text = new(n => _renamed.TryGetValue(n, out string? r) ? r : Keywords.Escape(n), Shape.Scalar);
        string direction = Local("direction"), product = Local("product"), tangent = Local("tangent"), row = Local("row");
        WriteWorkspace(direction, SizeText(_inputs));
        _writer.Line(direction + ".Clear();");
        List<string> passed = [.. _request.Passed(), .. _inputs.Places.GroupBy(static p => p.Parameter).Select(g => Part(g.Key, [.. g], text, direction))];
        List<string> stores = [];
        string call;
        if (_matrix.IsHessian)
        {
            WriteWorkspace(product, SizeText(_inputs));
            foreach (IGrouping<ModelParameter, FlatPlace> group in _inputs.Places.GroupBy(static p => p.Parameter))
            {
                passed.Add(OutputPart(group.Key, [.. group], text, "h", product, stores));
            }
            stores.Add("for (int " + row + " = 0; " + row + " < " + product + ".Length; " + row + "++)\n{\n    " + Matrix + "[" + row + " * " + Inputs + " + " + ColumnName + "] = " + product + "[" + row + "];\n}");
            call = _request.Prefix + "HessianProduct";
        }
        else
        {
            foreach (ModelParameter y in _request.ResultSpans())
            {
                string name = "t" + y.Capital;
                WriteWorkspace(name, y.Argument() + ".Length");
                passed.Add(name);
                string start = text.Text(_outputs.Places.First(p => p.Parameter == y).Start), place = start == "0" ? row : "(" + start + " + " + row + ")";
                stores.Add("for (int " + row + " = 0; " + row + " < " + name + ".Length; " + row + "++)\n{\n    " + Matrix + "[" + place + " * " + Inputs + " + " + ColumnName + "] = " + name + "[" + row + "];\n}");
            }
            if (_request.Return is { } returned)
            {
                passed.Add("out " + returned.TypeText + " " + tangent);
                foreach (FlatPlace place in _outputs.Places.Where(p => p.Parameter == returned))
                {
                    string part = tangent + (returned.Shape == ParameterShape.Struct ? place.Leaf.Access.Substring(place.Leaf.Access.IndexOf('.')) : "");
                    string at = text.Text(place.Start);
                    stores.Add(Matrix + "[" + (at.Contains(" ") ? "(" + at + ")" : at) + " * " + Inputs + " + " + ColumnName + "] = " + part + ";");
                }
            }
            call = _request.Prefix + "Tangent";
        }
        using (_writer.Block("for (int " + ColumnName + " = 0; " + ColumnName + " < " + Inputs + "; " + ColumnName + "++)"))
        {
            _writer.Line(IsSparse ? "pattern." + (_matrix.IsHessian ? "SymmetricDirection" : "Direction") + "(" + ColumnName + ", " + direction + ");" : direction + "[" + ColumnName + "] = 1;");
            _writer.Line(call + "(" + string.Join(", ", passed) + ");");
            if (!IsSparse)
            {
                _writer.Line(direction + "[" + ColumnName + "] = 0;");
            }
            foreach (string store in stores)
            {
                _writer.Lines(store);
            }
        }
        WriteFinish();
        if (_matrix.IsHessian)
        {
            WriteGradientCall(text);
            return;
        }
        string model = ModelCall;
        _writer.Line(_request.Return is null ? model + ";" : "return " + model + ";");
    }

    private void WriteWorkspace(string name, string length)
    {
        _writer.Line("using Workspace<" + Real + "> " + name + "Workspace = new(stackalloc " + Real + "[64], " + length + ");");
        _writer.Line("Span<" + Real + "> " + name + " = " + name + "Workspace.Span;");
    }

    private static string Part(ModelParameter variable, FlatPlace[] places, ExpressionText text, string point) => variable.Shape switch
    {
        ParameterShape.Scalar => point + "[" + text.Text(places[0].Start) + "]",
        ParameterShape.Struct => GradientWriter.Rebuilt(variable, variable.Argument(), [.. places.Select(p => point + "[" + text.Text(p.Start) + "]")]),
        ParameterShape.Matrix => "Batch.ToMatrix((ReadOnlySpan<" + variable.Type.Keyword() + ">)" + point + ".Slice(" + text.Text(places[0].Start) + ", " + variable.Argument() + ".Length), " + variable.Argument() + ".GetLength(0), " + variable.Argument() + ".GetLength(1))",
        _ => point + ".Slice(" + text.Text(places[0].Start) + ", " + text.Text(new Length(places[0].Leaf.Name)) + ")",
    };

    /// <summary>An output argument per variable, the parts of which end up in a flat span; what must be copied there after the call joins <paramref name="stores"/>.</summary>
    private string OutputPart(ModelParameter variable, FlatPlace[] places, ExpressionText text, string prefix, string flat, List<string> stores)
    {
        string name = prefix + variable.Capital;
        switch (variable.Shape)
        {
            case ParameterShape.Scalar:
                return "out " + flat + "[" + text.Text(places[0].Start) + "]";
            case ParameterShape.Struct:
                stores.AddRange(places.Select(p => flat + "[" + text.Text(p.Start) + "] = " + name + p.Leaf.Access.Substring(p.Leaf.Access.IndexOf('.')) + ";"));
                return "out " + variable.TypeText + " " + name;
            case ParameterShape.Matrix:
                _writer.Line(variable.TypeText + " " + name + " = new " + variable.Type.Keyword() + "[" + variable.Argument() + ".GetLength(0), " + variable.Argument() + ".GetLength(1)];");
                stores.Add("Batch.Flatten(" + name + ").CopyTo(" + flat + ".Slice(" + text.Text(places[0].Start) + "));");
                return name;
            default:
                return Part(variable, places, text, flat);
        }
    }

    private void WriteGradientCall(ExpressionText text)
    {
        List<string> after = [];
        string[] outputs = [.. _inputs.Places.GroupBy(static p => p.Parameter).Select(g => OutputPart(g.Key, [.. g], text, "d", "gradient", after))];
        string value = Local("value");
        _writer.Line(Real + " " + value + " = " + _request.Prefix + "Gradient(" + string.Join(", ", _request.Passed().Concat(outputs)) + ");");
        foreach (string line in after)
        {
            _writer.Line(line);
        }
        _writer.Line("return " + value + ";");
    }
}
