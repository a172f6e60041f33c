using System;
using System.Diagnostics.CodeAnalysis;

namespace Proxima;

/// <summary>
/// Matrix–vector products and outer products in register blocks: what nested loops over a matrix become in generated companions. A matrix is a span,
/// element (i, j) at <c>offset + i · rowStep + j · columnStep</c>, so that one kernel serves rows, columns and blocks. Vectors are numbers, or lanes that
/// hold eight (<see langword="float"/>: sixteen) independent problems each.
/// </summary>
/// <remarks>
/// Kernels keep 8 × 1 or 8 × 2 accumulators in registers (Goto and van de Geijn 2008). Sums are reassociated, the same
/// way on every hardware: over eight (sixteen) virtual lanes and one combination tree. An extent that is not positive means nothing to do.
/// Spans must not overlap.
/// </remarks>
public static partial class Dense
{
    /// <summary>Throws unless every element of the matrix is inside a span.</summary>
    private static void RequireMatrix(int length, int offset, int rowStep, int columnStep, int rows, int columns)
    {
        long down = (rows - 1L) * rowStep, across = (columns - 1L) * columnStep;
        long first = offset + Math.Min(down, 0) + Math.Min(across, 0), last = offset + Math.Max(down, 0) + Math.Max(across, 0);
        if (first < 0 || last >= length)
        {
            ThrowOutside(length, first, last);
        }
    }

    private static void RequireVector(int length, int offset, int count)
    {
        if (offset < 0 || offset + (long)count > length)
        {
            ThrowOutside(length, offset, offset + (count - 1L));
        }
    }

    [DoesNotReturn]
    private static void ThrowOutside(int length, long first, long last) =>
        throw new ArgumentOutOfRangeException(null, $"The elements {first} to {last} are not all inside a span of length {length}.");
}
