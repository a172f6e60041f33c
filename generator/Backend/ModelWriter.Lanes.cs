using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

// Bounds of the model struct on several boxes: eight at once where the processor has lanes, one by one elsewhere, with the same numbers.
internal sealed partial class ModelWriter
{
    private void WriteLanes()
    {
        LaneSide[] sides = [.. SidesInLanes()];
        string arguments = string.Join(", ", _request.Parameters.SelectMany(p => p.Shape == ParameterShape.Constant ? [p.Held()] : sides.Where(s => s.Parameter == p.Name).Select(static s => s.Name)));
        string first = string.Join(", ", sides.Select(static s => "out IntervalLanes " + s.First)), second = string.Join(", ", sides.Select(static s => "out IntervalLanes " + s.Second));
        string method = Owner + _request.Prefix;

        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line("public int BoxesAtOnce => IntervalLanes.IsSupported ? IntervalLanes.Count : 1;");
        WriteGroups("Ranges(ReadOnlySpan<Interval> boxes, Span<Interval> ranges)", "ranges", [], "ranges[i] = Range(boxes.Slice(i * Dimension, Dimension));", sides, () =>
            _writer.Line(method + "RangeLanes(" + arguments + ").Store(ranges, i, 0, 1);"));
        WriteGroups("GradientRanges(ReadOnlySpan<Interval> boxes, Span<Interval> ranges, Span<Interval> gradients)", "ranges", ["gradients, boxes.Length"],
            "ranges[i] = GradientRange(boxes.Slice(i * Dimension, Dimension), gradients.Slice(i * Dimension, Dimension));", sides, () =>
        {
            _writer.Line(method + "GradientRangeLanes(" + arguments + ", " + first + ").Store(ranges, i, 0, 1);");
            for (int k = 0; k < sides.Length; k++)
            {
                _writer.Line(sides[k].First + ".Store(gradients, i, " + Text(k) + ", Dimension);");
            }
        }, "Boxes.CompleteRows(boxes, gradients, Dimension);");
        WriteGroups("HessianRanges(ReadOnlySpan<Interval> boxes, Span<Interval> hessians, Span<bool> areBounded)", "areBounded", ["hessians, boxes.Length * Dimension"],
            "areBounded[i] = HessianRange(boxes.Slice(i * Dimension, Dimension), hessians.Slice(i * Dimension * Dimension, Dimension * Dimension));", sides, () =>
        {
            _writer.Line(method + "GradientRangeLanes(" + arguments + ", " + first + ");");
            _writer.Line("ulong bounded = " + string.Join(" & ", sides.Select(static s => s.First + ".AreBounded()")) + ";");
            using (_writer.Block("for (int row = 0; row < Dimension; row++)"))
            {
                // Of a symmetric matrix rows are columns.
                _writer.Line(method + "HessianRangeProductLanes(" + arguments + ", " + string.Join(", ", sides.Select(static (_, k) => "row == " + Text(k) + " ? 1.0 : 0.0")) + ", " + second + ");");
                _writer.Line("bounded &= " + string.Join(" & ", sides.Select(static s => s.Second + ".AreBounded()")) + ";");
                for (int k = 0; k < sides.Length; k++)
                {
                    _writer.Line(sides[k].Second + ".Store(hessians, i, row * Dimension" + (k == 0 ? "" : " + " + Text(k)) + ", Dimension * Dimension);");
                }
            }
            using (_writer.Block("for (int lane = 0; lane < IntervalLanes.Count && i + lane < areBounded.Length; lane++)"))
            {
                _writer.Line("areBounded[i + lane] = (bounded >> lane & 1) != 0;");
            }
        });
    }

    private void WriteGroups(string signature, string rows, string[] lengths, string oneByOne, LaneSide[] sides, System.Action eight, string? after = null)
    {
        _writer.Separate();
        _writer.Line("/// <inheritdoc/>");
        using (_writer.Block("public void " + signature))
        {
            foreach (string length in lengths.Prepend("boxes, " + rows + ".Length * Dimension"))
            {
                _writer.Line("Batch.RequireLength(" + length + ");");
            }
            using (_writer.Block("for (int i = 0; !IntervalLanes.IsSupported && i < " + rows + ".Length; i++)"))
            {
                _writer.Line(oneByOne);
            }
            using (_writer.Block("for (int i = 0; IntervalLanes.IsSupported && i < " + rows + ".Length; i += IntervalLanes.Count)"))
            {
                for (int k = 0; k < sides.Length; k++)
                {
                    _writer.Line("IntervalLanes " + sides[k].Name + " = IntervalLanes.Load(boxes, i, " + Text(k) + ", Dimension);");
                }
                eight();
            }
            if (after is not null)
            {
                _writer.Line(after);
            }
        }
    }

    /// <summary>The numbers of the point, in its order, as locals.</summary>
    private IEnumerable<LaneSide> SidesInLanes()
    {
        HashSet<string> used = [];
        foreach (ModelParameter variable in _request.Variables())
        {
            foreach (Leaf leaf in variable.Leaves.Where(static l => l.Type.IsReal()))
            {
                string name = variable.Shape == ParameterShape.Struct ? leaf.Name : variable.Name, capital = char.ToUpperInvariant(name[0]) + name.Substring(1);
                yield return new(variable.Name, Fresh(name), Fresh("d" + capital), Fresh("h" + capital));
            }
        }

        string Fresh(string stem)
        {
            string name = stem + "Lanes";
            for (int i = 1; !used.Add(name); i++)
            {
                name = stem + "Lanes" + Text(i);
            }
            return name;
        }
    }

    /// <summary>A side of the box and the derivatives by it, in lanes.</summary>
    private sealed record LaneSide(string Parameter, string Name, string First, string Second);
}
