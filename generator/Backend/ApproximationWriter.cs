using System;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>
/// Writes an approximation: its proved error, the method of numbers, and the method of spans, one for each argument, that makes the same operations on vectors, so that both
/// give the same bits.
/// </summary>
internal sealed partial class ApproximationWriter
{
    /// <summary>As many multiply-adds a program may have whose vectors are inlined.</summary>
    private const int MostInlined = 64;

    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly Approximated _approximated;
    private readonly Scheme _scheme;
    private readonly string _real;
    private readonly string[] _variables;
    private readonly string _result;
    private readonly string _slope;
    private readonly string _index;
    private readonly string _slopes;
    private readonly string _toSlope;
    private readonly string[] _from;
    private readonly string _to;
    private readonly SourceWriter _widths;

    private ApproximationWriter(SourceWriter writer, SourceWriter widths, Request request, Approximated approximated)
    {
        _writer = writer;
        _widths = widths;
        _request = request;
        _approximated = approximated;
        _scheme = approximated.Scheme;
        _real = request.Real();
        _variables = [.. request.Parameters.Select(static p => p.Argument())];
        Names names = Names;
        _result = names.Fresh(IsAlone ? "y" : "result");
        _slope = names.Fresh("derivative");
        _index = names.Fresh("i");
        _from = IsAlone ? [names.Fresh("from")] : [.. request.Parameters.Select(p => names.Fresh(p.Name + "From"))];
        _to = names.Fresh("to");
        _slopes = names.Fresh("slopes");
        _toSlope = names.Fresh("toDerivative");
    }

    /// <param name="widths">Receives what is of vectors of 256 and 128 bits.</param>
    public static void Write(SourceWriter writer, SourceWriter widths, Request request, Approximated approximated)
    {
        ApproximationWriter approximation = new(writer, widths, request, approximated);
        approximation.WriteError();
        writer.Separate();
        approximation.WriteOne();
        writer.Separate();
        approximation.WriteSpans();
        if (approximated.Slope is not null)
        {
            writer.Separate();
            approximation.WriteSlopeError();
            writer.Separate();
            approximation.WriteSlopeOne();
            writer.Separate();
            approximation.WriteSlopeSpans();
        }
    }

    /// <summary>True for a model of one variable.</summary>
    private bool IsAlone => _request.Parameters.Count == 1;

    /// <summary>The one variable.</summary>
    private string Variable => _variables[0];

    private string Name => _request.Prefix + "Approximate";

    private string Cref => "<see cref=\"" + _request.Cref + "\"/>";

    private void WriteError()
    {
        _writer.Line("/// <summary>How far " + Name + " is from the real value of " + Cref + " at most" + MeasuredBy + ": proved, rounding included.</summary>");
        _writer.Line(_request.Accessibility + " const double " + Name + "MaxError = " + ApproximationRemarks.Error(_request, _approximated) + ";");
    }

    private void WriteOne()
    {
        _writer.Line("/// <summary>" + Cref + " " + Domain + ", approximately: within <see cref=\"" + Name + "MaxError\"/>.</summary>");
        foreach (ModelParameter parameter in _request.Parameters)
        {
            _writer.Line("/// <param name=\"" + parameter.Name + "\">" + (IsAlone ? "The" : "An") + " argument. " + OutsideOf + "</param>");
        }
        _writer.Line("/// <returns>What is near the model's value.</returns>");
        WriteRemarks();
        using (_request.Body(_writer, _request.Modifiers() + " " + _real + " " + Name + "(" + string.Join(", ", _request.Parameters.Select(static p => (p with { Modifier = "" }).Declared())) + ")"))
        {
            WriteClamp();
            string value = KernelText.Write(_scheme.Program, 0, _writer, Names, _variables);
            _writer.Line("return " + value + ";");
        }
    }

    private bool HasClamps => Scheme.HasClamps(_request.Approximation!.HasClamps, _scheme.Program);

    private string OutsideOf => HasClamps ? "Outside " + (IsAlone ? "the" : "its") + " interval it counts as the nearest end; NaN gives NaN." : "Outside " + (IsAlone ? "the" : "its") + " interval the result is not specified; NaN gives NaN.";

    private void WriteClamp()
    {
        if (!HasClamps)
        {
            return;
        }
        WriteClampComment(_writer, IsAlone);
        for (int i = 0; i < _variables.Length; i++)
        {
            WriteClampOf(_writer, _variables[i], Text(_scheme.Box[i].Lo), Text(_scheme.Box[i].Hi));
        }
        _writer.Line();
    }

    /// <summary>An argument outside of an interval becomes its nearest end; NaN stays.</summary>
    public static void WriteClamp(SourceWriter writer, string variable, string lo, string hi)
    {
        WriteClampComment(writer, isAlone: true);
        WriteClampOf(writer, variable, lo, hi);
    }

    private static void WriteClampComment(SourceWriter writer, bool isAlone) =>
        writer.Line("// Outside " + (isAlone ? "the interval" : "an interval") + " the nearest end counts; NaN is not outside.");

    private static void WriteClampOf(SourceWriter writer, string variable, string lo, string hi)
    {
        writer.Line(variable + " = " + lo + " > " + variable + " ? " + lo + " : " + variable + ";");
        writer.Line(variable + " = " + hi + " < " + variable + " ? " + hi + " : " + variable + ";");
    }

    private void WriteSpans()
    {
        _writer.Line("/// <summary>" + Cref + " " + Domain + ", approximately, of each " + (IsAlone ? "element" : "row") + ": the same bits as one by one.</summary>");
        foreach (ModelParameter parameter in _request.Parameters)
        {
            _writer.Line("/// <param name=\"" + parameter.Name + "\">" + (IsAlone ? "The arguments." : "The argument of each row.") + "</param>");
        }
        _writer.Line("/// <param name=\"" + _result + "\">Receives what is near the model's values; may be the same span" + (IsAlone ? "" : " as one of these") + ".</param>");
        _writer.Line("/// <exception cref=\"ArgumentException\">The spans are not of one length, or overlap without starting at the same element.</exception>");
        WriteRemarks();
        _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string head = _request.Modifiers() + " void " + Name + "(" + string.Concat(_variables.Select(v => "ReadOnlySpan<" + _real + "> " + v + ", ")) + "Span<" + _real + "> " + _result + ")";
        using (_request.Body(_writer, head))
        {
            if (IsAlone)
            {
                WriteLengths(_result);
            }
            else
            {
                Array.ForEach(_variables, v => _writer.Line("Batch.RequireLength(" + v + ", " + Rows + ");"));
            }
            Array.ForEach(_variables, v => _writer.Line("Batch.RequireColumnOrDisjoint(" + _result + ", " + v + ");"));
            _writer.Line();
            WriteReferences();
            _writer.Line("int " + _index + " = 0;");
            WriteLoops(WriteCall);
            using (_writer.Block("for (; " + _index + " < " + Rows + "; " + _index + "++)"))
            {
                _writer.Line(_result + "[" + _index + "] = " + Name + "(" + string.Join(", ", _variables.Select(v => v + "[" + _index + "]")) + ");");
            }
        }
        WriteLanes(_writer, 512);
        WriteLanes(_widths, 256);
        WriteLanes(_widths, 128);
    }

    /// <summary>
    /// True for a program that has methods of its own: three of that length in one method are more than RyuJIT optimises (measured: 102 multiply-adds took ten times their port
    /// bound), and beside so many operations a call is nothing.
    /// </summary>
    private bool IsLong => PortCost.Count(_scheme.Program, static k => k == StepKind.MultiplyAdd) > MostInlined;

    private bool CanBe(int width) =>
        KernelText.CanBeOfWidth(_scheme.Program, width) && (_approximated.Slope is not { } slope || KernelText.CanBeOfWidth(slope.Program, width));

    private string Rows => (IsAlone ? Variable : _result) + ".Length";

    private void WriteLengths(string span) => _writer.Line("Batch.RequireLength(" + span + ", " + Variable + ".Length);");

    private void WriteReferences()
    {
        for (int i = 0; i < _from.Length; i++)
        {
            _writer.Line("ref " + _real + " " + _from[i] + " = ref MemoryMarshal.GetReference(" + _variables[i] + ");");
        }
        _writer.Line("ref " + _real + " " + _to + " = ref MemoryMarshal.GetReference(" + _result + ");");
    }

    private void WriteLoops(Action<string> writeCall)
    {
        WriteLoop(512, "Avx512F.IsSupported", writeCall);
        WriteLoop(256, "Avx2.IsSupported && Fma.IsSupported", writeCall);
        WriteLoop(128, "Vector128.IsHardwareAccelerated && (Fma.IsSupported || AdvSimd.Arm64.IsSupported)", writeCall);
    }

    private void WriteCall(string vector) =>
        _writer.Line(Name + "(" + string.Join(", ", _from.Select(f => vector + ".LoadUnsafe(ref " + f + ", (nuint)" + _index + ")")) + ").StoreUnsafe(ref " + _to + ", (nuint)" + _index + ");");

    /// <summary>
    /// The loop of a width, one vector at a time: iterations do not wait for each other, and constants stay in registers, which they do not where the body is there twice
    /// (measured: RyuJIT 10.0 loads them again for every two vectors).
    /// </summary>
    private void WriteLoop(int width, string condition, Action<string> writeCall)
    {
        if (!CanBe(width))
        {
            return;
        }
        int lanes = width / (_scheme.IsSingle ? 32 : 64);
        using (_writer.Block("if (" + condition + ")"))
        {
            using (_writer.Block("for (; " + _index + " <= " + Rows + " - " + Plain(lanes) + "; " + _index + " += " + Plain(lanes) + ")"))
            {
                writeCall("Vector" + Plain(width));
            }
        }
    }

    private void WriteLanes(SourceWriter writer, int width) => WriteLanes(writer, width, Name, static _ => "", () =>
        writer.Line("return " + KernelText.Write(_scheme.Program, width, writer, Names, _variables) + ";"));

    /// <summary>A method of one vector.</summary>
    /// <param name="more">Its further parameters, given the type of a vector.</param>
    private void WriteLanes(SourceWriter writer, int width, string name, Func<string, string> more, Action writeResults)
    {
        if (!CanBe(width))
        {
            return;
        }
        string vector = "Vector" + Plain(width), type = vector + "<" + _real + ">";
        writer.Separate();
        writer.Line("/// <summary>The same operations on a vector of " + Plain(width) + " bits.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions." + (IsLong ? "NoInlining | MethodImplOptions.AggressiveOptimization" : "AggressiveInlining") + ")]");
        using (_request.Body(writer, "private " + (_request.IsStatic ? "static " : "") + type + " " + name + "(" + string.Join(", ", _variables.Select(v => type + " " + v)) + more(type) + ")"))
        {
            WriteClamp(writer, vector);
            writeResults();
        }
    }

    private void WriteClamp(SourceWriter writer, string vector)
    {
        if (!HasClamps)
        {
            return;
        }
        writer.Line("// Of two operands one of which is NaN, the second is taken.");
        for (int i = 0; i < _variables.Length; i++)
        {
            string variable = _variables[i];
            writer.Line(variable + " = " + vector + ".MaxNative(" + vector + ".Create(" + Text(_scheme.Box[i].Lo) + "), " + variable + ");");
            writer.Line(variable + " = " + vector + ".MinNative(" + vector + ".Create(" + Text(_scheme.Box[i].Hi) + "), " + variable + ");");
        }
        writer.Line();
    }

    private string Domain => IsAlone
        ? "from " + Plain(_request.Approximation!.Lo) + " to " + Plain(_request.Approximation.Hi)
        : "with " + ApproximationRemarks.Joined([.. _request.Parameters.Select(static p => p.Name + " from " + Plain(p.Domain!.Lo) + " to " + Plain(p.Domain.Hi))]);

    private string MeasuredBy => _request.Approximation switch
    {
        { Ulps: > 0 } => ", in units in the last place of that value",
        { RelativeError: > 0 } => ", as a share of that value",
        _ => "",
    };

    private void WriteRemarks() => Documentation.Remarks(_writer, ApproximationRemarks.Of(_request, _approximated));

    private static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    private Names Names => new([.. _request.Parameters.Select(static p => p.Name), _request.Method]);

    private string Text(double value) => Literals.Text(_scheme.IsSingle ? Build.Float((float)value) : Build.Double(value));
}
