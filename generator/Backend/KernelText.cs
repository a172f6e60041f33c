using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Backend;

/// <summary>
/// The steps of a program as C#, for numbers or for vectors of a width: the same operations in the same order, so the same bits. A local whose value is not needed any more
/// takes the next value of its name.
/// </summary>
internal sealed class KernelText
{
    private readonly Kernel _program;
    private readonly int _width;
    private readonly SourceWriter _writer;
    private readonly Names _names;
    private readonly string[] _texts;
    private readonly int[] _uses;
    private readonly int[] _lastUse;
    private readonly string[] _tables;
    private readonly Dictionary<string, (string Local, int Holder)> _locals = [];

    /// <param name="width">Bits of a vector, or 0 for a number.</param>
    private KernelText(Kernel program, int width, SourceWriter writer, Names names)
    {
        _program = program;
        _width = width;
        _writer = writer;
        _names = names;
        int count = program.Steps.Count;
        _texts = new string[count];
        _uses = new int[count];
        _lastUse = new int[count];
        for (int i = 0; i < count; i++)
        {
            foreach (int operand in Operands(program.Steps[i]))
            {
                _uses[operand]++;
                _lastUse[operand] = i;
            }
        }
        if (program.ValueStep >= 0)
        {
            _uses[program.ValueStep]++;
            _lastUse[program.ValueStep] = count;
        }
        _lastUse[program.Result] = count;
        for (int i = count - 1; i >= 0; i--)
        {
            // What may stand in the text of a later step needs its operand until then.
            if (program.Steps[i].Kind is StepKind.Negate or StepKind.LookUp or StepKind.LowBits)
            {
                foreach (int operand in Operands(program.Steps[i]))
                {
                    _lastUse[operand] = Math.Max(_lastUse[operand], _lastUse[i]);
                }
            }
        }
        _tables = new string[program.Tables.Count];
    }

    /// <summary>True when vectors of a width can do all steps: look-ups need permutes.</summary>
    public static bool CanBeOfWidth(Kernel program, int width) =>
        width == 512 || program.Tables.Count == 0 || (width == 256 && program.IsSingle && program.Tables.All(static t => t.Count <= 16));

    /// <summary>Writes the steps and returns the result as an expression.</summary>
    /// <param name="x">The arguments.</param>
    public static string Write(Kernel program, int width, SourceWriter writer, Names names, params string[] x) => Write(program, width, writer, names, x, out _);

    /// <param name="value">Of a program of a derivative, the value.</param>
    public static string Write(Kernel program, int width, SourceWriter writer, Names names, string[] x, out string value)
    {
        KernelText text = new(program, width, writer, names);
        text.WriteTables();
        string result = text.WriteSteps(x);
        value = program.ValueStep < 0 ? "" : text._texts[program.ValueStep];
        return result;
    }

    private static IEnumerable<int> Operands(Step step) => new[] { step.A, step.B, step.C }.Where(static i => i >= 0);

    private string Real => _program.IsSingle ? "float" : "double";

    private string Whole => _program.IsSingle ? "int" : "long";

    private string Vector => "Vector" + _width.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private bool IsScalar => _width == 0;

    private int PerVector => _width / (_program.IsSingle ? 32 : 64);

    private string Literal(double value) => Literals.Text(_program.IsSingle ? Build.Float((float)value) : Build.Double(value));

    private string Constant(double value) => IsScalar ? Literal(value) : Vector + ".Create(" + Literal(value) + ")";

    private string WholeConstant(long value)
    {
        string digits = value is >= 0 and <= 0xFFFF ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : (value < 0 ? "-0x" : "0x") + Math.Abs(value).ToString("X");
        string literal = digits + (_program.IsSingle ? "" : "L");
        return IsScalar ? literal : Vector + ".Create(" + literal + ")";
    }

    private string Functions => IsScalar ? _program.IsSingle ? "MathF" : "Math" : Vector;

    /// <summary>A last entry is repeated where a register has room.</summary>
    private void WriteTables()
    {
        for (int i = 0; i < _program.Steps.Count; i++)
        {
            if (_program.Steps[i] is not { Kind: StepKind.LookUp } step || _tables[(int)step.Value] is not null)
            {
                continue;
            }
            string name = NameOf(i);
            string table = _names.Fresh(name.Length > 1 && name[0] == 'c' && char.IsDigit(name[1]) ? name : name + "s");
            _tables[(int)step.Value] = table;
            EquatableArray<double> values = _program.Tables[(int)step.Value];
            if (IsScalar)
            {
                _writer.Line("ReadOnlySpan<" + Real + "> " + table + " = [" + string.Join(", ", values.Select(Literal)) + "];");
                continue;
            }
            for (int part = 0; part * PerVector < values.Count; part++)
            {
                IEnumerable<string> padded = Enumerable.Range(part * PerVector, PerVector).Select(j => Literal(values[j < values.Count ? j : values.Count - 1]));
                _writer.Line(Vector + "<" + Real + "> " + table + Suffix(values.Count, part) + " = " + Vector + ".Create(" + string.Join(", ", padded) + ");");
            }
        }
        if (_tables.Length > 0)
        {
            _writer.Line();
        }
    }

    private string Suffix(int count, int part)
    {
        if (count <= PerVector)
        {
            return "";
        }
        return part == 0 ? "Low" : "High";
    }

    private string NameOf(int step)
    {
        string name = _program.Names.Count > step ? _program.Names[step] : "";
        if (name.Length > 0)
        {
            return name;
        }
        return _program.Steps[step].Kind switch
        {
            StepKind.Multiply => "product",
            StepKind.Divide => "quotient",
            StepKind.Subtract => "difference",
            _ => "sum",
        };
    }

    private string WriteSteps(string[] x)
    {
        int last = Math.Max(_program.Result, _program.ValueStep);
        for (int i = 0; i <= last; i++)
        {
            Step step = _program.Steps[i];
            if (_program.Comments.Count > i && _program.Comments[i].Length > 0)
            {
                _writer.Line("// " + _program.Comments[i]);
            }
            string text = step.Kind == StepKind.Input ? x[(int)step.Value] : Text(step);
            bool isInline = step.Kind is StepKind.Input or StepKind.Constant || (_uses[i] == 1 && step.Kind is StepKind.LookUp or StepKind.Negate) || (step.Kind == StepKind.LowBits && !IsScalar);
            bool isReturned = i == last && _program.ValueStep < 0;
            _texts[i] = isInline || isReturned ? text : Local(i, text);
        }
        return _texts[_program.Result];
    }

    /// <summary>Puts a value in a local: one of its name whose value is dead, or a new one.</summary>
    private string Local(int step, string text)
    {
        string name = NameOf(step);
        if (_locals.TryGetValue(name, out (string Local, int Holder) known) && _lastUse[known.Holder] <= step)
        {
            _writer.Line(known.Local + " = " + text + ";");
            _locals[name] = (known.Local, step);
            return known.Local;
        }
        string local = _names.Fresh(name);
        bool isWhole = _program.Steps[step].Kind is StepKind.Truncate or StepKind.LowBits;
        string number = isWhole ? (IsScalar ? "int" : Whole) : Real;
        _writer.Line((IsScalar ? number : Vector + "<" + number + ">") + " " + local + " = " + text + ";");
        _locals[name] = (local, step);
        return local;
    }

    private string Text(Step step)
    {
        string a = step.A < 0 ? "" : _texts[step.A], b = step.B < 0 ? "" : _texts[step.B], c = step.C < 0 ? "" : _texts[step.C];
        return step.Kind switch
        {
            StepKind.Constant => Constant(step.Value),
            StepKind.Add => a + " + " + b,
            StepKind.Subtract => a + " - " + b,
            StepKind.Multiply => a + " * " + b,
            StepKind.Divide => a + " / " + b,
            StepKind.Negate => a.StartsWith("-", StringComparison.Ordinal) ? a.Substring(1) : "-" + a, // "--" would count down
            StepKind.MultiplyAdd => Functions + ".FusedMultiplyAdd(" + a + ", " + b + ", " + c + ")",
            StepKind.SquareRoot => Functions + ".Sqrt(" + a + ")",
            StepKind.Absolute => Functions + ".Abs(" + a + ")",
            StepKind.CopySign => Functions + ".CopySign(" + a + ", " + b + ")",
            StepKind.Scale => Scaled(step, a, b, c),
            StepKind.Alternate => AsReal("(" + Bits(a) + " ^ (" + (step.Value == 0 ? "" : "~") + Bits(b) + " << " + (_program.IsSingle ? "31" : "63") + "))"),
            StepKind.Exponent => Exponent(a),
            StepKind.Mantissa => a + " * " + AsReal("(" + WholeConstant(_program.IsSingle ? 0x3F800000 : 0x3FF0000000000000) + " - ((" + FromSqrtHalf(a) + ") & " + WholeConstant(_program.IsSingle ? -0x800000 : -0x10000000000000) + "))"),
            StepKind.Truncate => Truncated(a),
            StepKind.LowBits => LowBits(step, a),
            _ => LookUp((int)step.Value, a),
        };
    }

    private string Bits(string real) => (IsScalar, _program.IsSingle) switch
    {
        (true, true) => "BitConverter.SingleToInt32Bits(" + real + ")",
        (true, false) => "BitConverter.DoubleToInt64Bits(" + real + ")",
        (false, true) => real + ".AsInt32()",
        _ => real + ".AsInt64()",
    };

    private string AsReal(string bits) => (IsScalar, _program.IsSingle) switch
    {
        (true, true) => "BitConverter.Int32BitsToSingle" + bits,
        (true, false) => "BitConverter.Int64BitsToDouble" + bits,
        (false, true) => bits + ".AsSingle()",
        _ => bits + ".AsDouble()",
    };

    /// <summary>Times a power of two that is made of the bits of n with its rounder: its last bits shifted to where exponents are.</summary>
    private string Scaled(Step step, string a, string n, string rounded)
    {
        bool isOne = _program.Steps[step.A] is { Kind: StepKind.Constant, Value: 1 };
        if (_width == 512 && !isOne)
        {
            return "Avx512F.Scale(" + a + ", " + n + ")";
        }
        string bits = Bits(rounded);
        bits = step.Value == 0 ? bits : "(" + bits + " >>> " + ((int)step.Value).ToString(System.Globalization.CultureInfo.InvariantCulture) + ")";
        string power = AsReal("((" + bits + " << " + (_program.IsSingle ? "23" : "52") + ") + " + WholeConstant(_program.IsSingle ? 0x3F800000 : 0x3FF0000000000000) + ")");
        return isOne ? power : a + " * " + power;
    }

    private string FromSqrtHalf(string x) => Bits(x) + " - " + WholeConstant(_program.IsSingle ? Formats.SingleSqrtHalf : Formats.DoubleSqrtHalf);

    /// <summary>Whole numbers of 64 bits become doubles by way of the bits of 2⁵².</summary>
    private string Exponent(string x)
    {
        if (IsScalar)
        {
            return "(" + FromSqrtHalf(x) + ") >> " + (_program.IsSingle ? "23" : "52");
        }
        if (_program.IsSingle)
        {
            return Vector + ".ConvertToSingle((" + FromSqrtHalf(x) + ") >> 23)";
        }
        string biased = "((" + Bits(x) + " + " + WholeConstant(0x3FF0000000000000 - Formats.DoubleSqrtHalf) + ") >>> 52)";
        return "(" + biased + " | " + WholeConstant(0x4330000000000000) + ").AsDouble() - " + Constant(4503599627371519);
    }

    /// <summary>Permutes take as many bits as they need.</summary>
    private string LowBits(Step step, string rounded)
    {
        if (!IsScalar)
        {
            return Bits(rounded);
        }
        int place = Array.IndexOf(_program.Steps.ToArray(), step);
        Step look = _program.Steps.First(s => s.Kind == StepKind.LookUp && s.A == place);
        string mask = (_program.Tables[(int)look.Value].Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return _program.IsSingle ? Bits(rounded) + " & " + mask : "(int)(" + Bits(rounded) + " & " + mask + ")";
    }

    private string Truncated(string place)
    {
        if (IsScalar)
        {
            return "unchecked((int)" + place + ")";
        }
        return (_width, _program.IsSingle) switch
        {
            (512, true) => "Avx512F.ConvertToVector512Int32WithTruncation(" + place + ")",
            (512, false) => "Avx512F.ConvertToVector512Int64(Avx512F.ConvertToVector256Int32WithTruncation(" + place + "))",
            _ => "Avx.ConvertToVector256Int32WithTruncation(" + place + ")",
        };
    }

    private string LookUp(int table, string place)
    {
        string name = _tables[table];
        bool isInTwo = _program.Tables[table].Count > PerVector;
        if (IsScalar)
        {
            return name + "[" + place + "]";
        }
        if (_width == 256)
        {
            return isInTwo
                ? "Avx.BlendVariable(Avx2.PermuteVar8x32(" + name + "Low, " + place + "), Avx2.PermuteVar8x32(" + name + "High, " + place + "), (" + place + " << 28).AsSingle())"
                : "Avx2.PermuteVar8x32(" + name + ", " + place + ")";
        }
        string permute = _program.IsSingle ? "Avx512F.PermuteVar16x32" : "Avx512F.PermuteVar8x64";
        return isInTwo ? permute + "x2(" + name + "Low, " + place + ", " + name + "High)" : permute + "(" + name + ", " + place + ")";
    }
}
