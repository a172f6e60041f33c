using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <content>Value and derivative in one pass.</content>
internal sealed partial class ApproximationWriter
{
    private ApproximatedSlope Slope => _approximated.Slope!;

    private string SlopeName => Name + "Derivative";

    private string OfSlope => Slope.Measure == Measure.Absolute ? "" : ", as a share of that derivative";

    private void WriteSlopeError()
    {
        _writer.Line("/// <summary>How far the derivative of " + SlopeName + " is from the real derivative of " + Cref + " at most" + OfSlope + ": proved, rounding included.</summary>");
        _writer.Line(_request.Accessibility + " const double " + SlopeName + "MaxError = " + ApproximationRemarks.Error(Slope.Bound, 0) + ";");
    }

    private void WriteSlopeOne()
    {
        string x = _request.Parameters[0].Name;
        _writer.Line("/// <summary>" + Cref + " " + Domain + " and its derivative, approximately: within <see cref=\"" + Name + "MaxError\"/> and <see cref=\"" + SlopeName + "MaxError\"/>.</summary>");
        _writer.Line("/// <param name=\"" + x + "\">The argument. " + OutsideOf + "</param>");
        _writer.Line("/// <param name=\"" + _slope + "\">Receives what is near the model's derivative" + (HasClamps ? "; outside the interval that of the nearest end" : "") + ".</param>");
        _writer.Line("/// <returns>The bits of " + Name + ".</returns>");
        WriteSlopeRemarks();
        string head = _request.Modifiers() + " " + _real + " " + SlopeName + "(" + (_request.Parameters[0] with { Modifier = "" }).Declared() + ", out " + _real + " " + _slope + ")";
        using (_request.Body(_writer, head))
        {
            WriteClamp();
            WriteResults(_writer, 0);
        }
    }

    private void WriteSlopeSpans()
    {
        _writer.Line("/// <summary>" + Cref + " " + Domain + " and its derivative, approximately, of each element: the same bits as one by one.</summary>");
        _writer.Line("/// <param name=\"" + _request.Parameters[0].Name + "\">The arguments.</param>");
        _writer.Line("/// <param name=\"" + _result + "\">Receives what is near the model's values; may be the same span.</param>");
        _writer.Line("/// <param name=\"" + _slope + "\">Receives what is near the model's derivatives; may be the same span as the arguments.</param>");
        _writer.Line("/// <exception cref=\"ArgumentException\">The spans are not of one length, or overlap otherwise.</exception>");
        WriteSlopeRemarks();
        _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string span = "Span<" + _real + "> ";
        using (_request.Body(_writer, _request.Modifiers() + " void " + SlopeName + "(ReadOnly" + span + Variable + ", " + span + _result + ", " + span + _slope + ")"))
        {
            WriteLengths(_result);
            WriteLengths(_slope);
            _writer.Line("Batch.RequireColumnOrDisjoint(" + _result + ", " + Variable + ");");
            _writer.Line("Batch.RequireColumnOrDisjoint(" + _slope + ", " + Variable + ");");
            _writer.Line("Batch.RequireDisjoint(" + _slope + ", " + _result + ");");
            _writer.Line();
            WriteReferences();
            _writer.Line("ref " + _real + " " + _toSlope + " = ref MemoryMarshal.GetReference(" + _slope + ");");
            _writer.Line("int " + _index + " = 0;");
            WriteLoops(WriteSlopeCall);
            using (_writer.Block("for (; " + _index + " < " + Variable + ".Length; " + _index + "++)"))
            {
                string at = "[" + _index + "]";
                _writer.Line(_result + at + " = " + SlopeName + "(" + Variable + at + ", out " + _slope + at + ");");
            }
        }
        WriteSlopeLanes(_writer, 512);
        WriteSlopeLanes(_widths, 256);
        WriteSlopeLanes(_widths, 128);
    }

    private void WriteSlopeCall(string vector)
    {
        string type = vector + "<" + _real + ">";
        _writer.Line(SlopeName + "(" + vector + ".LoadUnsafe(ref " + _from[0] + ", (nuint)" + _index + "), out " + type + " " + _slopes + ").StoreUnsafe(ref " + _to + ", (nuint)" + _index + ");");
        _writer.Line(_slopes + ".StoreUnsafe(ref " + _toSlope + ", (nuint)" + _index + ");");
    }

    private void WriteSlopeLanes(SourceWriter writer, int width) =>
        WriteLanes(writer, width, SlopeName, type => ", out " + type + " " + _slope, () => WriteResults(writer, width));

    private void WriteResults(SourceWriter writer, int width)
    {
        Names names = Names;
        names.Fresh(_slope);
        string slope = KernelText.Write(Slope.Program, width, writer, names, _variables, out string value);
        writer.Line(_slope + " = " + slope + ";");
        writer.Line("return " + value + ";");
    }

    private void WriteSlopeRemarks() => Documentation.Remarks(_writer, ApproximationRemarks.OfSlope(_request, _approximated));
}
