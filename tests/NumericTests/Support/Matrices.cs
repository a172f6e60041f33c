using System;

namespace NumericTests;

/// <summary>Row-major lists as rectangular arrays and back.</summary>
internal static class Matrices
{
    public static double[,] Of(ReadOnlySpan<double> rowMajor, int rows, int columns)
    {
        double[,] matrix = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                matrix[i, j] = rowMajor[(i * columns) + j];
            }
        }
        return matrix;
    }

    public static void CopyTo(double[,] matrix, Span<double> rowMajor)
    {
        int next = 0;
        foreach (double element in matrix)
        {
            rowMajor[next++] = element;
        }
    }
}
