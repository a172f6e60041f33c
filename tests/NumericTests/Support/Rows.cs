using System;

namespace NumericTests;

/// <summary>Columns of random numbers, the same in every run.</summary>
internal static class Rows
{
    public static double[] Uniform(int count, double low, double high, int seed)
    {
        Random random = new(seed);
        double[] rows = new double[count];
        for (int i = 0; i < count; i++)
        {
            rows[i] = low + ((high - low) * random.NextDouble());
        }
        return rows;
    }

    public static double[] Filled(int count, double value)
    {
        double[] rows = new double[count];
        Array.Fill(rows, value);
        return rows;
    }
}
