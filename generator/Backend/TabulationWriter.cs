using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>
/// Writes a table: its error, the method of one argument, the method of spans that calls it, and the numbers. A vector would gather each coefficient of each lane, which
/// costs as much as loading them one argument at a time.
/// </summary>
internal sealed class TabulationWriter
{
    private readonly SourceWriter _writer;
    private readonly Request _request;
    private readonly Tabulated _tabulated;
    private readonly PieceTable _table;
    private readonly string _variable;
    private readonly Names _names;

    private TabulationWriter(SourceWriter writer, Request request, Tabulated tabulated)
    {
        _writer = writer;
        _request = request;
        _tabulated = tabulated;
        _table = tabulated.Table;
        _variable = request.Parameters[0].Argument();
        _names = new([request.Parameters[0].Name, request.Method]);
    }

    public static void Write(SourceWriter writer, Request request, Tabulated tabulated)
    {
        TabulationWriter table = new(writer, request, tabulated);
        table.WriteError();
        writer.Separate();
        table.WriteOne();
        writer.Separate();
        table.WriteSpans();
        table.WriteNumbers();
    }

    private string Name => _request.Prefix + "Tabulated";

    private string ErrorName => Name + (_tabulated.IsProved ? "MaxError" : "EstimatedError");

    private string Cref => "<see cref=\"" + _request.Cref + "\"/>";

    private int Stride => _table.Degree + 2;

    private void WriteError()
    {
        string share = _request.Tabulation!.MaxError == 0 ? ", as a share of that value" : "";
        _writer.Line(_tabulated.IsProved
            ? "/// <summary>How far " + Name + " is from the real value of " + Cref + " at most" + share + ": proved, rounding included.</summary>"
            : "/// <summary>How far " + Name + " was from the real value of " + Cref + " at most" + share + ", at " + Text(_tabulated.Samples) + " arguments: an estimate, not a bound.</summary>");
        double limit = Math.Max(_request.Tabulation.MaxError, _request.Tabulation.RelativeError);
        _writer.Line(_request.Accessibility + " const double " + ErrorName + " = " + ApproximationRemarks.Error(_tabulated.Bound, limit) + ";");
    }

    private void WriteOne()
    {
        _writer.Line("/// <summary>" + Cref + " from " + Interval + ", from a table: " + (_tabulated.IsProved ? "within " : "by estimate within ") + "<see cref=\"" + ErrorName + "\"/>.</summary>");
        _writer.Line("/// <param name=\"" + _request.Parameters[0].Name + "\">The argument. Outside the interval it counts as the nearest end; NaN gives NaN.</param>");
        _writer.Line("/// <returns>What is near the model's value.</returns>");
        WriteRemarks();
        using (_request.Body(_writer, _request.Modifiers() + " " + _request.Real() + " " + Name + "(" + (_request.Parameters[0] with { Modifier = "" }).Declared() + ")"))
        {
            ApproximationWriter.WriteClamp(_writer, _variable, End(_table.Lo), End(_table.Hi));
            string x = _variable;
            if (_table.IsSingle)
            {
                x = _names.Fresh("point");
                _writer.Line("double " + x + " = " + _variable + ";");
            }
            _writer.Line();
            string? piece = WritePiece(x);
            string row = _names.Fresh("row"), t = _names.Fresh("t"), sum = _names.Fresh("sum");
            if (piece is not null)
            {
                _writer.Line();
            }
            _writer.Line("// Its middle, then its polynomial's coefficients.");
            _writer.Line("ReadOnlySpan<double> " + row + " = " + Name + "Pieces" + (piece is null ? "" : ".Slice(" + Text(Stride) + " * " + piece + ", " + Text(Stride) + ")") + ";");
            _writer.Line("double " + t + " = " + x + " - " + row + "[0];");
            string last = row + "[" + Text(Stride - 1) + "]";
            for (int j = Stride - 2; j > 0; j--)
            {
                string step = "Math.FusedMultiplyAdd(" + last + ", " + t + ", " + row + "[" + Text(j) + "])";
                string result = _table.IsSingle ? "(float)" + step : step;
                _writer.Line(j == 1 ? "return " + result + ";" : (j == Stride - 2 ? "double " : "") + sum + " = " + step + ";");
                last = sum;
            }
        }
    }

    /// <summary>Writes how the piece of an argument is found, and returns the local that has it; null where there is one piece.</summary>
    private string? WritePiece(string x)
    {
        TableIndex index = _table.Index;
        if (index.Kind == IndexKind.None)
        {
            return null;
        }
        string piece = _names.Fresh("piece");
        if (index.Kind == IndexKind.Search)
        {
            string step = _names.Fresh("step");
            _writer.Line("// The piece: how many of the others begin at the argument or before it; of NaN none.");
            _writer.Line("int " + piece + " = 0;");
            using (_writer.Block("for (int " + step + " = " + Text(Padded / 2) + "; " + step + " > 0; " + step + " >>= 1)"))
            {
                _writer.Line(piece + " += " + x + " >= " + Name + "Knots[" + piece + " + " + step + " - 1] ? " + step + " : 0;");
            }
            return piece;
        }
        string cell = _names.Fresh("cell");
        bool isEqual = index.Kind == IndexKind.Cells;
        string bits = isEqual
            ? "BitConverter.DoubleToInt64Bits(Math.FusedMultiplyAdd(" + x + ", " + Number(index.Scale) + ", " + Number(index.Offset) + "))"
            : "((BitConverter.DoubleToInt64Bits(" + x + ") >> " + Text(index.Shift) + ") - " + index.First.ToString(CultureInfo.InvariantCulture) + "L)";
        _writer.Line(isEqual
            ? "// The cell, a whole number in the last bits of a large sum; its first argument's piece, or the next one. NaN is in some cell."
            : "// The cell, the argument's leading bits; its first argument's piece, or the next one. NaN is in some cell.");
        _writer.Line("int " + cell + " = unchecked((int)" + bits + ") & " + Text(index.Starts.Count - 1) + ";");
        _writer.Line("int " + piece + " = " + Name + "Starts[" + cell + "];");
        _writer.Line(piece + " += " + x + " >= " + Name + "Knots[" + piece + "] ? 1 : 0;");
        return piece;
    }

    private void WriteSpans()
    {
        string y = _names.Fresh("y"), i = _names.Fresh("i");
        _writer.Line("/// <summary>" + Cref + " from " + Interval + ", from a table, of each element: the same bits as one by one.</summary>");
        _writer.Line("/// <param name=\"" + _request.Parameters[0].Name + "\">The arguments.</param>");
        _writer.Line("/// <param name=\"" + y + "\">Receives what is near the model's values; may be the same span.</param>");
        _writer.Line("/// <exception cref=\"ArgumentException\">The spans are not of one length, or overlap without starting at the same element.</exception>");
        WriteRemarks();
        using (_request.Body(_writer, _request.Modifiers() + " void " + Name + "(ReadOnlySpan<" + _request.Real() + "> " + _variable + ", Span<" + _request.Real() + "> " + y + ")"))
        {
            _writer.Line("Batch.RequireLength(" + y + ", " + _variable + ".Length);");
            _writer.Line("Batch.RequireColumnOrDisjoint(" + y + ", " + _variable + ");");
            _writer.Line();
            using (_writer.Block("for (int " + i + " = 0; " + i + " < " + _variable + ".Length; " + i + "++)"))
            {
                _writer.Line(y + "[" + i + "] = " + Name + "(" + _variable + "[" + i + "]);");
            }
        }
    }

    private void WriteNumbers()
    {
        WriteRows("Of each piece: its middle, then the coefficients of its polynomial.", "double", "Pieces",
            _table.Pieces.Select(p => string.Join(", ", p.Coefficients.Prepend(p.Centre).Select(Number))));
        if (_table.Index.Kind == IndexKind.None)
        {
            return;
        }
        int length = _table.Index.Kind == IndexKind.Search ? Padded - 1 : _table.Knots.Count + 1;
        IEnumerable<double> knots = _table.Knots.Concat(Enumerable.Repeat(double.PositiveInfinity, length - _table.Knots.Count));
        WriteRows("Where the next piece begins; behind the last one there is none.", "double", "Knots", Lines([.. knots.Select(Number)], 8));
        if (_table.Index.Kind != IndexKind.Search)
        {
            WriteRows("The piece of each cell's first argument.", _table.Pieces.Count <= 256 ? "byte" : "ushort", "Starts", Lines([.. _table.Index.Starts.Select(Text)], 32));
        }
    }

    private void WriteRows(string summary, string type, string name, IEnumerable<string> rows)
    {
        _writer.Separate();
        _writer.Line("/// <summary>" + summary + "</summary>");
        _writer.Line("private static ReadOnlySpan<" + type + "> " + Name + name + " =>");
        _writer.Line("[");
        using (_writer.Indent())
        {
            foreach (string row in rows)
            {
                _writer.Line(row + ",");
            }
        }
        _writer.Line("];");
    }

    private static IEnumerable<string> Lines(string[] items, int perLine) =>
        Enumerable.Range(0, (items.Length + perLine - 1) / perLine).Select(i => string.Join(", ", items.Skip(i * perLine).Take(perLine)));

    /// <summary>The least power of two that is not below the number of pieces.</summary>
    private int Padded
    {
        get
        {
            int padded = 1;
            while (padded < _table.Pieces.Count)
            {
                padded *= 2;
            }
            return padded;
        }
    }

    private void WriteRemarks() => Documentation.Remarks(_writer, TabulationRemarks.Of(_request, _tabulated));

    private string Interval => _request.Tabulation!.Lo.ToString("R", CultureInfo.InvariantCulture) + " to " + _request.Tabulation.Hi.ToString("R", CultureInfo.InvariantCulture);

    private string End(double value) => Literals.Text(_table.IsSingle ? Build.Float((float)value) : Build.Double(value));

    private static string Number(double value) => Literals.Text(Build.Double(value));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
