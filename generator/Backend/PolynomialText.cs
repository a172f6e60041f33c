using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Backend;

/// <summary>The steps of a scheme's kernel as C#, for numbers or for vectors: the same operations in the same order.</summary>
internal sealed class PolynomialText
{
    private readonly Scheme _scheme;
    private readonly string _segment;
    private readonly string _offset;
    private readonly string _square;
    private readonly string _sum;
    private readonly string _middles;
    private readonly string[] _tables;

    public PolynomialText(Scheme scheme, string variable, Names names)
    {
        _scheme = scheme;
        _segment = names.Fresh("segment");
        _offset = names.Fresh("t");
        _square = names.Fresh("square");
        _sum = names.Fresh("sum");
        _middles = names.Fresh("middles");
        _tables = [.. scheme.Powers.Select(p => names.Fresh("c" + p.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        Index = names.Fresh("i");
        Lanes = names.Fresh(variable.TrimStart('@') + "Lanes");
    }

    /// <summary>The name of the place in a span.</summary>
    public string Index { get; }

    /// <summary>The name of a vector of arguments.</summary>
    public string Lanes { get; }

    private bool HasTables => _scheme.Segments > 1;

    private int PerVector => _scheme.IsSingle ? 16 : 8;

    private bool IsInTwo => _scheme.Segments > PerVector;

    private string Real => _scheme.IsSingle ? "float" : "double";

    public string Literal(double value) => Literals.Text(_scheme.IsSingle ? Build.Float((float)value) : Build.Double(value));

    /// <summary>What each segment has of its own; the last repeats where a register has room.</summary>
    public void Tables(SourceWriter writer, bool lanes)
    {
        if (!HasTables)
        {
            return;
        }
        Table(writer, lanes, _middles, _scheme.Middles);
        for (int j = _tables.Length - 1; j >= 0; j--)
        {
            Table(writer, lanes, _tables[j], _scheme.Coefficients[j]);
        }
        writer.Line();
    }

    /// <summary>Writes the steps and returns the last one as an expression.</summary>
    public string Evaluate(SourceWriter writer, bool lanes, string x)
    {
        string type = lanes ? "Vector512<" + Real + ">" : Real;
        if (HasTables)
        {
            WriteSegment(writer, lanes, x);
        }
        if (_scheme.Middles.Count > 0)
        {
            writer.Line(type + " " + _offset + " = " + x + " - " + (HasTables ? LookUp(_middles, lanes) : Constant(_scheme.Middles[0], lanes)) + ";");
            x = _offset;
        }
        EquatableArray<int> powers = _scheme.Powers;
        bool isOfSquare = PolynomialKernel.IsOfSquare(powers), isLifted = isOfSquare && PolynomialKernel.IsLifted(powers);
        int first = isLifted ? 1 : 0, parity = powers[first] & 1, last = powers.Count - 1;
        string argument = x;
        if (isOfSquare)
        {
            writer.Line(type + " " + _square + " = " + x + " * " + x + ";");
            argument = _square;
        }
        string sum = Coefficient(last, lanes);
        bool isNamed = false;
        void Name()
        {
            writer.Line((isNamed ? "" : type + " ") + _sum + " = " + sum + ";");
            isNamed = true;
            sum = _sum;
        }
        for (int power = powers[last], j = last - 1; power > (isOfSquare ? parity : 0);)
        {
            Name();
            power -= isOfSquare ? 2 : 1;
            bool isThere = j >= first && powers[j] == power;
            sum = isThere ? MultiplyAdd(sum, argument, Coefficient(j, lanes), lanes) : sum + " * " + argument;
            j -= isThere ? 1 : 0;
        }
        if (isLifted)
        {
            Name();
            return MultiplyAdd(sum, x, Coefficient(0, lanes), lanes);
        }
        if (isOfSquare && parity == 1)
        {
            Name();
            return sum + " * " + x;
        }
        return sum;
    }

    private void Table(SourceWriter writer, bool lanes, string name, IReadOnlyList<double> values)
    {
        if (!lanes)
        {
            writer.Line("ReadOnlySpan<" + Real + "> " + name + " = [" + string.Join(", ", values.Select(Literal)) + "];");
            return;
        }
        for (int part = 0; part < (IsInTwo ? 2 : 1); part++)
        {
            IEnumerable<string> padded = Enumerable.Range(part * PerVector, PerVector).Select(i => Literal(values[i < values.Count ? i : values.Count - 1]));
            writer.Line("Vector512<" + Real + "> " + name + Suffix(part) + " = Vector512.Create(" + string.Join(", ", padded) + ");");
        }
    }

    private string Suffix(int part)
    {
        if (!IsInTwo)
        {
            return "";
        }
        return part == 0 ? "Low" : "High";
    }

    private void WriteSegment(SourceWriter writer, bool lanes, string x)
    {
        string place = MultiplyAdd(x, Constant(_scheme.Scale, lanes), Constant(_scheme.Offset, lanes), lanes);
        if (!lanes)
        {
            writer.Line("int " + _segment + " = unchecked((int)" + place + "); // of NaN: 0");
        }
        else if (_scheme.IsSingle)
        {
            writer.Line("Vector512<int> " + _segment + " = Avx512F.ConvertToVector512Int32WithTruncation(" + place + ");");
        }
        else
        {
            writer.Line("Vector512<long> " + _segment + " = Avx512F.ConvertToVector512Int64(Avx512F.ConvertToVector256Int32WithTruncation(" + place + "));");
        }
    }

    private string Coefficient(int j, bool lanes) => HasTables ? LookUp(_tables[j], lanes) : Constant(_scheme.Coefficients[j][0], lanes);

    private string LookUp(string table, bool lanes)
    {
        if (!lanes)
        {
            return table + "[" + _segment + "]";
        }
        string permute = _scheme.IsSingle ? "Avx512F.PermuteVar16x32" : "Avx512F.PermuteVar8x64";
        return IsInTwo ? permute + "x2(" + table + "Low, " + _segment + ", " + table + "High)" : permute + "(" + table + ", " + _segment + ")";
    }

    private string Constant(double value, bool lanes) => lanes ? "Vector512.Create(" + Literal(value) + ")" : Literal(value);

    private string MultiplyAdd(string a, string b, string c, bool lanes)
    {
        string scalar = _scheme.IsSingle ? "MathF" : "Math";
        return (lanes ? "Vector512" : scalar) + ".FusedMultiplyAdd(" + a + ", " + b + ", " + c + ")";
    }
}
