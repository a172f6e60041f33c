using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// What a contraction over two indices is: a matrix times a vector, or the outer product of two vectors added to a matrix. <see cref="Row"/> is the index of
/// the result's vector or of the matrix' rows, <see cref="Column"/> the other.
/// </summary>
internal sealed record ProductShape(bool IsOuter, int Row, int Column, Strided Matrix, Strided Left, Strided Right)
{
    /// <summary>Null when no kernel computes it.</summary>
    public static ProductShape? Of(Contract contract)
    {
        (Strided target, Strided left, Strided right) = (contract.Target, contract.Left, contract.Right);
        for (int row = 0; row < 2; row++)
        {
            int column = 1 - row;
            foreach ((Strided a, Strided b) in new[] { (left, right), (right, left) })
            {
                if (IsVector(target, row, column) && IsVector(b, column, row) && IsMatrix(a))
                {
                    return new(false, row, column, a, target, b);
                }
                if (row == 0 && IsMatrix(target) && IsVector(a, row, column) && IsVector(b, column, row))
                {
                    return new(true, row, column, target, a, b);
                }
            }
        }
        return null;
    }

    private static bool IsVector(Strided operand, int along, int across) => IsConstant(operand.Steps[along], 1) && operand.IsFixed(across);

    private static bool IsMatrix(Strided operand) => !operand.IsFixed(0) && !operand.IsFixed(1);
}
