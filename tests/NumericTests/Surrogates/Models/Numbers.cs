using System;

namespace NumericTests.Surrogates;

/// <summary>Seeded numbers that are the same everywhere.</summary>
internal sealed class Numbers(ulong seed)
{
    private ulong _state = seed;

    public double Uniform()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1L << 53));
    }

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    public double[] Normals(int count, double scale = 1)
    {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = scale * Normal();
        }
        return numbers;
    }
}
