using System.Globalization;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>
/// Writes an approximation: its proved error, the method of one argument, and the method of spans that makes the same operations on vectors, so that both give the same
/// bits.
/// </summary>
internal sealed class ApproximationWriter
{
    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly Approximated _approximated;
    private readonly Scheme _scheme;
    private readonly string _real;
    private readonly string _variable;
    private readonly string _result;
    private readonly PolynomialText _text;

    private ApproximationWriter(SourceWriter writer, Request request, Approximated approximated)
    {
        _writer = writer;
        _request = request;
        _approximated = approximated;
        _scheme = approximated.Scheme;
        _real = request.Real();
        _variable = request.Parameters[0].Argument();
        Names names = new([request.Parameters[0].Name, request.Method]);
        _result = names.Fresh("y");
        _text = new(_scheme, _variable, names);
    }

    public static void Write(SourceWriter writer, Request request, Approximated approximated)
    {
        ApproximationWriter approximation = new(writer, request, approximated);
        approximation.WriteError();
        writer.Separate();
        approximation.WriteOne();
        writer.Separate();
        approximation.WriteSpans();
    }

    private string Name => _request.Prefix + "Approximate";

    private string Cref => "<see cref=\"" + _request.Cref + "\"/>";

    private void WriteError()
    {
        _writer.Line("/// <summary>How far " + Name + " is from the real value of " + Cref + " at most" + (IsRelative ? ", as a share of that value" : "") + ": proved, rounding included.</summary>");
        _writer.Line(_request.Accessibility + " const double " + Name + "MaxError = " + ApproximationRemarks.Error(_request, _approximated) + ";");
    }

    private void WriteOne()
    {
        _writer.Line("/// <summary>" + Cref + " from " + Interval + ", approximately: within <see cref=\"" + Name + "MaxError\"/>.</summary>");
        _writer.Line("/// <param name=\"" + _request.Parameters[0].Name + "\">The argument. Outside the interval it counts as the nearest end; NaN gives NaN.</param>");
        _writer.Line("/// <returns>What is near the model's value.</returns>");
        WriteRemarks();
        using (_request.Body(_writer, _request.Modifiers() + " " + _real + " " + Name + "(" + _request.Parameters[0].Declared() + ")"))
        {
            _text.Tables(_writer, lanes: false);
            _writer.Line("// Outside the interval the nearest end counts; NaN is not outside.");
            _writer.Line(_variable + " = " + Text(_scheme.Lo) + " > " + _variable + " ? " + Text(_scheme.Lo) + " : " + _variable + ";");
            _writer.Line(_variable + " = " + Text(_scheme.Hi) + " < " + _variable + " ? " + Text(_scheme.Hi) + " : " + _variable + ";");
            _writer.Line();
            string value = _text.Evaluate(_writer, lanes: false, _variable);
            _writer.Line("return " + value + ";");
        }
    }

    private void WriteSpans()
    {
        int lanes = Companion.LaneCount(_request.ResultType);
        string width = lanes.ToString(CultureInfo.InvariantCulture);
        _writer.Line("/// <summary>" + Cref + " from " + Interval + ", approximately, of each element: the same bits as one by one.</summary>");
        _writer.Line("/// <param name=\"" + _request.Parameters[0].Name + "\">The arguments.</param>");
        _writer.Line("/// <param name=\"" + _result + "\">Receives what is near the model's values; may be the same span.</param>");
        _writer.Line("/// <exception cref=\"ArgumentException\">The spans are not of one length, or overlap without starting at the same element.</exception>");
        WriteRemarks();
        _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string head = _request.Modifiers() + " void " + Name + "(ReadOnlySpan<" + _real + "> " + _variable + ", Span<" + _real + "> " + _result + ")";
        using (_request.Body(_writer, head))
        {
            using (_writer.Block("if (" + _result + ".Length != " + _variable + ".Length)"))
            {
                _writer.Line("throw new ArgumentException(\"The spans must be of one length.\", nameof(" + _result + "));");
            }
            _writer.Line("Batch.RequireColumnOrDisjoint(" + _result + ", " + _variable + ");");
            _writer.Line();
            string index = _text.Index;
            _writer.Line("int " + index + " = 0;");
            using (_writer.Block("if (Avx512F.IsSupported)"))
            {
                _text.Tables(_writer, lanes: true);
                using (_writer.Block("for (; " + index + " <= " + _variable + ".Length - " + width + "; " + index + " += " + width + ")"))
                {
                    string argument = _text.Lanes;
                    _writer.Line("Vector512<" + _real + "> " + argument + " = Vector512.Create(" + _variable + ".Slice(" + index + ", " + width + "));");
                    _writer.Line("// Of two operands one of which is NaN, the second is taken.");
                    _writer.Line(argument + " = Avx512F.Max(Vector512.Create(" + Text(_scheme.Lo) + "), " + argument + ");");
                    _writer.Line(argument + " = Avx512F.Min(Vector512.Create(" + Text(_scheme.Hi) + "), " + argument + ");");
                    string value = _text.Evaluate(_writer, lanes: true, argument);
                    _writer.Line((value.Contains(" * ") ? "(" + value + ")" : value) + ".CopyTo(" + _result + ".Slice(" + index + "));");
                }
            }
            using (_writer.Block("for (; " + index + " < " + _variable + ".Length; " + index + "++)"))
            {
                _writer.Line(_result + "[" + index + "] = " + Name + "(" + _variable + "[" + index + "]);");
            }
        }
    }

    private string Interval => Plain(_request.Approximation!.Lo) + " to " + Plain(_request.Approximation.Hi);

    private bool IsRelative => _request.Approximation!.MaxError == 0;

    private void WriteRemarks()
    {
        _writer.Line("/// <remarks>");
        foreach (string remark in ApproximationRemarks.Of(_request, _approximated))
        {
            _writer.Line("/// " + Documentation.Escape(remark) + "<br/>");
        }
        _writer.Line("/// </remarks>");
    }

    private static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private string Text(double value) => _text.Literal(value);
}
