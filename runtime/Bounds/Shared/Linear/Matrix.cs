using System;

namespace Proxima.Linear;

/// <summary>Rows of doubles, padded with zeros to whole vectors of eight so that no kernel has a remainder. The storage grows and is used again.</summary>
internal sealed class Matrix
{
    private const int Lanes = 8;

    public Matrix(int rows = 0, int columns = 0) => Reshape(rows, columns);

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public int Stride { get; private set; }

    public double[] Data { get; private set; } = [];

    public double this[int row, int column]
    {
        get => Data[(row * Stride) + column];
        set => Data[(row * Stride) + column] = value;
    }

    public static int Padded(int count) => (count + Lanes - 1) & -Lanes;

    /// <summary>All zero afterwards.</summary>
    public void Reshape(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Stride = Padded(columns);
        int length = rows * Stride;
        if (Data.Length < length)
        {
            Data = new double[length];
            return;
        }
        Array.Clear(Data, 0, length);
    }

    public Matrix Transpose()
    {
        Matrix transposed = new(Columns, Rows);
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < Columns; j++)
            {
                transposed[j, i] = this[i, j];
            }
        }
        return transposed;
    }
}
