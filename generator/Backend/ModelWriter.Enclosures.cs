using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

// Bounds of the model struct.
internal sealed partial class ModelWriter
{
    private void WriteEnclosures()
    {
        Write("Interval Range(ReadOnlySpan<Interval> box)", [], () =>
            _writer.Line("return " + Owner + _request.Prefix + "Range(" + string.Join(", ", Sides("box")) + ");"));
        Write("Interval GradientRange(ReadOnlySpan<Interval> box, Span<Interval> gradient)", ["gradient, Dimension"], () =>
        {
            List<string> after = [];
            string[] outputs = [.. Receiving("gradient", "d", after)];
            _writer.Line("Interval value = " + Owner + _request.Prefix + "GradientRange(" + string.Join(", ", Sides("box").Concat(outputs)) + ");");
            after.ForEach(_writer.Line);
            _writer.Line("Boxes.Complete(box, gradient);");
            _writer.Line("return value;");
        });
        if (_enclosures!.Definedness is null)
        {
            _writer.Separate();
            _writer.Line("/// <inheritdoc/>");
            _writer.Line("public bool IsDefined(ReadOnlySpan<Interval> box) => true;");
        }
        else
        {
            Write("bool IsDefined(ReadOnlySpan<Interval> box)", [], () =>
                _writer.Line("return " + Owner + _request.Prefix + "Definedness(" + string.Join(", ", Sides("box")) + ").IsBounded;"));
        }
        Write("bool HessianRange(ReadOnlySpan<Interval> box, Span<Interval> hessian)", ["hessian, Dimension * Dimension"], () =>
        {
            _writer.Line("using Workspace<Interval> workspace = new(stackalloc Interval[64], Dimension);");
            _writer.Line("Span<Interval> direction = workspace.Span;");
            _writer.Line("GradientRange(box, direction);");
            _writer.Line("bool isBounded = Boxes.AreBounded(direction)" + (_enclosures!.Definedness is null ? "" : " && IsDefined(box)") + ";");
            _writer.Line("direction.Clear();");
            using (_writer.Block("for (int column = 0; isBounded && column < Dimension; column++)"))
            {
                // Of a symmetric matrix rows are columns.
                _writer.Line("direction[column] = 1.0;");
                _writer.Line("Span<Interval> product = hessian.Slice(column * Dimension, Dimension);");
                WriteProductCall("product");
                _writer.Line("isBounded = Boxes.AreBounded(product);");
                _writer.Line("direction[column] = 0.0;");
            }
            _writer.Line("return isBounded;");
        });
        Write("bool HessianRow(ReadOnlySpan<Interval> box, int row, Span<Interval> result)", ["result, Dimension"], () =>
        {
            _writer.Line("using Workspace<Interval> workspace = new(stackalloc Interval[64], Dimension);");
            _writer.Line("Span<Interval> direction = workspace.Span;");
            _writer.Line("GradientRange(box, direction);");
            using (_writer.Block("if (!Boxes.AreBounded(direction)" + (_enclosures!.Definedness is null ? "" : " || !IsDefined(box)") + ")"))
            {
                _writer.Line("return false;");
            }
            _writer.Line("direction.Clear();");
            _writer.Line("direction[row] = 1.0;");
            WriteProductCall("result");
            _writer.Line("return Boxes.AreBounded(result);");
        });
    }

    private void WriteProductCall(string product)
    {
        List<string> after = [];
        string[] outputs = [.. Receiving(product, "h", after)];
        _writer.Line(Owner + _request.Prefix + "HessianRangeProduct(" + string.Join(", ", Sides("box").Concat(Places().Where(static p => p.Parameter.Shape != ParameterShape.Constant).SelectMany(p => Side("direction", p))).Concat(outputs)) + ");");
        after.ForEach(_writer.Line);
    }

    private void WriteTrace()
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("Form ILinearEnclosure.Trace(ReadOnlySpan<Form> x)"))
        {
            _writer.Line("Batch.RequireLength(x, Dimension);");
            _writer.Line("return " + Owner + _request.Prefix + "Trace(" + string.Join(", ", Sides("x")) + ");");
        }
    }

    private void Write(string signature, string[] lengths, System.Action body)
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("public " + signature))
        {
            _writer.Line("Batch.RequireLength(box, Dimension);");
            foreach (string length in lengths)
            {
                _writer.Line("Batch.RequireLength(" + length + ");");
            }
            body();
        }
    }

    /// <summary>The arguments of a bound from a box.</summary>
    private IEnumerable<string> Sides(string box) => Places().SelectMany(p => p.Parameter.Shape == ParameterShape.Constant
        ? [p.Parameter.Held()]
        : Side(box, p));

    private IEnumerable<string> Side(string box, (ModelParameter Parameter, string Start, int Index) place)
    {
        (ModelParameter parameter, string start, int index) = place;
        if (parameter.Shape is not (ParameterShape.Array or ParameterShape.Matrix))
        {
            return parameter.Leaves.Where(static l => l.Type.IsReal()).Select((_, k) => box + "[" + FlatPoint.At(start, index + k) + "]");
        }
        string slice = box + ".Slice(" + FlatPoint.At(start, index) + ", " + Size(parameter) + ")";
        return [parameter.Shape == ParameterShape.Matrix ? "Boxes.ToMatrix(" + slice + ", _" + parameter.Name + "Rows, _" + parameter.Name + "Columns)" : slice];
    }

    private IEnumerable<string> Receiving(string flat, string prefix, List<string> after)
    {
        foreach ((ModelParameter parameter, string start, int index) in Places().Where(static p => p.Parameter.Shape != ParameterShape.Constant))
        {
            if (parameter.Shape == ParameterShape.Matrix)
            {
                string name = prefix + parameter.Capital;
                _writer.Line("Interval[,] " + name + " = new Interval[_" + parameter.Name + "Rows, _" + parameter.Name + "Columns];");
                after.Add("Boxes.Flatten(" + name + ").CopyTo(" + flat + ".Slice(" + FlatPoint.At(start, index) + "));");
                yield return name;
            }
            else
            {
                foreach (string side in Side(flat, (parameter, start, index)))
                {
                    yield return (parameter.Shape == ParameterShape.Array ? "" : "out ") + side;
                }
            }
        }
    }
}
