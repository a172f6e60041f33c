using System;
using System.Runtime.Intrinsics;

namespace Proxima;

public static partial class Batch
{
    /// <summary>Integer lanes as reals, exactly for integers of 32 bits.</summary>
    /// <param name="lanes">One integer per lane.</param>
    /// <returns>One real per lane.</returns>
    public static Vector512<double> ToReal(Vector512<long> lanes) => Vector512.ConvertToDouble(lanes);

    /// <summary>Integer lanes as reals, rounded to nearest.</summary>
    /// <param name="lanes">One integer per lane.</param>
    /// <returns>One real per lane.</returns>
    public static Vector512<float> ToReal(Vector512<int> lanes) => Vector512.ConvertToSingle(lanes);

    /// <summary>A point rounded to <see langword="float"/>, in pooled memory that the caller returns by disposing.</summary>
    /// <param name="point">The point.</param>
    /// <returns>The rounded point.</returns>
    public static Workspace<float> Narrow(ReadOnlySpan<double> point)
    {
        Workspace<float> narrow = new([], point.Length);
        Narrow(point, narrow.Span);
        return narrow;
    }

    /// <summary>Rounds numbers to <see langword="float"/>.</summary>
    internal static void Narrow(ReadOnlySpan<double> values, Span<float> narrowed)
    {
        for (int i = 0; i < values.Length; i++)
        {
            narrowed[i] = (float)values[i];
        }
    }

    /// <summary>Writes <see langword="float"/> values as <see langword="double"/>.</summary>
    /// <param name="values">The values.</param>
    /// <param name="widened">Receives them; as long as <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="widened"/> has another length.</exception>
    public static void Widen(ReadOnlySpan<float> values, Span<double> widened)
    {
        RequireLength(widened, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            widened[i] = values[i];
        }
    }

    /// <summary>A new matrix from its elements in row-major order.</summary>
    /// <param name="elements">The elements, one row after the other.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">The number of elements is not rows · columns.</exception>
    public static double[,] ToMatrix(ReadOnlySpan<double> elements, int rows, int columns)
    {
        RequireLength(elements, rows * columns);
        double[,] matrix = new double[rows, columns];
        elements.CopyTo(Flatten(matrix));
        return matrix;
    }

    /// <summary>A new matrix from its elements in row-major order.</summary>
    /// <param name="elements">The elements, one row after the other.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">The number of elements is not rows · columns.</exception>
    public static float[,] ToMatrix(ReadOnlySpan<float> elements, int rows, int columns)
    {
        RequireLength(elements, rows * columns);
        float[,] matrix = new float[rows, columns];
        elements.CopyTo(Flatten(matrix));
        return matrix;
    }
}
