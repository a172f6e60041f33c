using System.Diagnostics;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Backend;

// Products of matrices and vectors, which the runtime computes.
internal sealed partial class StatementWriter
{
    private void WriteContract(Contract contract)
    {
        if (ProductShape.Of(contract) is not { } shape)
        {
            throw new UnreachableException(Printer.Print(contract));
        }
        Strided matrix = shape.Matrix;
        string defines = contract.Defines is { } where ? ", " + Text(where) : "";
        if (contract.Extents.Count == 3)
        {
            // A product for each vector of a block; those of outer products sum the lanes into numbers.
            (string several, Strided one, Strided other) = shape.IsOuter ? ("AddOuters", shape.Left, shape.Right) : (contract.IsFused ? "MultiplyAddsEstimate" : "MultiplyAdds", shape.Right, shape.Left);
            _writer.Line("Dense." + several + "(" + Spelled(matrix.Array) + ", " + Text(matrix.Offset) + ", " + Text(matrix.Steps[shape.Row]) + ", " + Text(matrix.Steps[shape.Column]) + ", "
                + Text(contract.Extents[shape.Row]) + ", " + Text(contract.Extents[shape.Column]) + ", " + Spelled(one.Array) + ", " + Text(one.Steps[2]) + ", "
                + Spelled(other.Array) + ", " + Text(other.Steps[2]) + ", " + Text(contract.Extents[2]) + defines + ");");
            return;
        }
        string kernel = shape.IsOuter ? "AddOuter" : contract.IsFused ? "MultiplyAddEstimate" : "MultiplyAdd";
        string[] block = [Text(matrix.Offset), Text(matrix.Steps[shape.Row]), Text(matrix.Steps[shape.Column]), Text(contract.Extents[shape.Row]), Text(contract.Extents[shape.Column])];
        (Strided first, Strided second) = shape.IsOuter ? (shape.Left, shape.Right) : (shape.Right, shape.Left);
        _writer.Line("Dense." + kernel + "(" + Spelled(matrix.Array) + ", " + string.Join(", ", block) + ", " + Vector(first) + ", " + Vector(second) + defines + ");");
    }

    private string Vector(Strided vector) => Spelled(vector.Array) + ", " + Text(vector.Offset);
}
