using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Proxima;

/// <summary>What generated bounds call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Boxes
{
    /// <summary>The elements of a matrix in row-major order, without a copy.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>Its elements.</returns>
    public static Span<T> Flatten<T>(T[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);
    }

    /// <summary>A new matrix from its elements in row-major order.</summary>
    /// <param name="elements">The elements, one row after the other.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">The number of elements is not rows · columns.</exception>
    public static T[,] ToMatrix<T>(ReadOnlySpan<T> elements, int rows, int columns)
    {
        Batch.RequireLength(elements, rows * columns);
        T[,] matrix = new T[rows, columns];
        elements.CopyTo(Flatten(matrix));
        return matrix;
    }

    /// <summary>
    /// An upper bound of |f(x) − f(y)| / ‖x − y‖ from the enclosure of the gradient: its dual norm, rounded upward. The sum of the magnitudes for changes in ℓ∞,
    /// the largest for ℓ₁, the Euclidean length for ℓ₂.
    /// </summary>
    /// <param name="gradient">The enclosure of each partial derivative; an empty one says nothing and counts as all reals.</param>
    /// <param name="norm">How changes of the inputs are measured.</param>
    /// <returns>The bound, +∞ where a partial derivative may be unbounded.</returns>
    public static double Lipschitz(ReadOnlySpan<Interval> gradient, Norm norm)
    {
        Interval bound = 0;
        foreach (Interval partial in gradient)
        {
            double magnitude = partial.IsEmpty ? double.PositiveInfinity : partial.Magnitude;
            if (double.IsInfinity(magnitude))
            {
                return double.PositiveInfinity;
            }
            bound = norm switch
            {
                Norm.Infinity => bound + magnitude,
                Norm.One => Math.Max(bound.Hi, magnitude),
                _ => bound + Interval.Sqr(magnitude),
            };
        }
        return (norm == Norm.Two ? Interval.Sqrt(bound) : bound).Hi;
    }

    /// <summary>A derivative that is empty on a box with members says nothing: it becomes all reals.</summary>
    /// <param name="box">The box.</param>
    /// <param name="derivatives">The enclosures of derivatives on it.</param>
    public static void Complete(ReadOnlySpan<Interval> box, Span<Interval> derivatives)
    {
        foreach (Interval side in box)
        {
            if (side.IsEmpty)
            {
                return;
            }
        }
        foreach (ref Interval derivative in derivatives)
        {
            if (derivative.IsEmpty)
            {
                derivative = Interval.Entire;
            }
        }
    }

    /// <summary>The same for several boxes.</summary>
    /// <param name="boxes">The boxes one after the other.</param>
    /// <param name="rows">The enclosures of derivatives, as many for each box.</param>
    /// <param name="dimension">The number of sides of a box.</param>
    public static void CompleteRows(ReadOnlySpan<Interval> boxes, Span<Interval> rows, int dimension)
    {
        foreach (Interval derivative in rows)
        {
            if (derivative.IsEmpty)
            {
                for (int start = 0; start < rows.Length; start += dimension)
                {
                    Complete(boxes.Slice(start, dimension), rows.Slice(start, dimension));
                }
                return;
            }
        }
    }

    /// <summary>How far a computed value may be from the real one, from the enclosure of all that its roundings add.</summary>
    /// <param name="box">The box; an empty one has no values.</param>
    /// <param name="roundings">The enclosure on it; an empty one says nothing.</param>
    /// <returns>The largest magnitude, +∞ where there is none.</returns>
    public static double RoundOff(ReadOnlySpan<Interval> box, Interval roundings)
    {
        foreach (Interval side in box)
        {
            if (side.IsEmpty)
            {
                return 0;
            }
        }
        return roundings.IsEmpty ? double.PositiveInfinity : roundings.Magnitude;
    }

    /// <summary>True when all enclosures have finite ends and members.</summary>
    /// <param name="derivatives">The enclosures.</param>
    public static bool AreBounded(ReadOnlySpan<Interval> derivatives)
    {
        foreach (Interval derivative in derivatives)
        {
            if (!derivative.IsBounded)
            {
                return false;
            }
        }
        return true;
    }
}
