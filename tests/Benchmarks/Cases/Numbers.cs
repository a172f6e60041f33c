using System;

namespace Benchmarks;

/// <summary>Made-up numbers, the same in every run.</summary>
internal static class Numbers
{
    /// <summary>Numbers between −2 and 2.</summary>
    public static double[] Random(int count, int seed) => Between(-2, 2, count, seed);

    public static double[] Between(double least, double most, int count, int seed)
    {
        Random random = new(seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = least + ((most - least) * random.NextDouble());
        }
        return numbers;
    }
}
