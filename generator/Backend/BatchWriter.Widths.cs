using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Backend;

// Large batches in vectors of 256 and 128 bits, in a file of their own.
internal sealed partial class BatchWriter
{
    /// <summary>Beyond this many operations a vector without hardware support costs up to twenty times as much as the narrower ones it stands for (measured).</summary>
    private const int LargestEmulated = 100;

    /// <summary>What a vector function of the runtime adds to a body that it is inlined into.</summary>
    private const int Kernel = 30;

    private static bool IsLarge(Lanes lanes)
    {
        int statements = Walker.Statements(lanes.Function.Body).Count();
        int kernels = Walker.Expressions(lanes.Function.Body).Concat(lanes.Function.Results.SelectMany(Walker.All)).Count(static e => e is Apply { Primitive.Cost: Cost.Expensive });
        return statements + Kernel * kernels > LargestEmulated;
    }

    /// <summary>The first row that the loop of 512 bits is given: where such vectors are emulated, narrower ones have done all that it would.</summary>
    private void WriteFirstRow(Lanes? lanes, string row)
    {
        if (lanes is null || !IsLarge(lanes))
        {
            _writer.Line("int " + row + " = 0;");
            return;
        }
        _writer.Line("int " + row + " = Vector512.IsHardwareAccelerated ? 0");
        using (_writer.Indent())
        {
            _writer.Line(": Vector256.IsHardwareAccelerated ? " + Method + "256(" + Arguments + ")");
            _writer.Line(": Vector128.IsHardwareAccelerated ? " + Method + "128(" + Arguments + ")");
            _writer.Line(": 0;");
        }
    }

    private void WriteNarrow(Lanes lanes)
    {
        string bits = _bits.ToString(CultureInfo.InvariantCulture);
        _writer.Line("// " + (_hasGradient ? "The value and gradient" : "The value") + " of whole blocks of rows in vectors of " + bits + " bits; gives the first row after them.");
        _writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string head = "private" + (_request.IsStatic ? " static" : "") + " int " + Method + bits;
        using (_request.Body(_writer, Companion.Signature(head, _request.Own().Select(Column), Outputs)))
        {
            string row = Free("row");
            _request.WriteLeaves(_writer, _fields);
            foreach (ModelParameter variable in _columns.Where(IsRow))
            {
                _writer.Line("int " + Columns(variable) + " = " + variable.Argument() + ".Length / result.Length;");
            }
            foreach (ModelParameter field in _fields.Where(field => _hasGradient && IsRow(field)))
            {
                _writer.Line("int " + Columns(field) + " = " + Shared(field) + ".Length;");
            }
            _writer.Line("int " + Free("last") + " = result.Length - result.Length % Vector512<" + _request.Real() + ">.Count;");
            _writer.Line("int " + row + " = 0;");
            WriteLanes(lanes, row);
            _writer.Line("return " + row + ";");
        }
        WriteParts();
    }
}
