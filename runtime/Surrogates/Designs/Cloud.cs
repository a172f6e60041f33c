using System;

namespace Proxima;

/// <summary>Scrambled Sobol points, uniform in the cube or normal, as columns.</summary>
internal sealed class Cloud
{
    private static readonly ContentCache<(int Dimension, int Count, int Number), Cloud> Normals = new(64, static key => new Cloud(key.Dimension, key.Count, key.Number, isNormal: true));
    private static readonly ContentCache<(int Dimension, int Count), Cloud> Cubes = new(4, static key => new Cloud(key.Dimension, key.Count, 0, isNormal: false));

    private Cloud(int dimension, int count, int number, bool isNormal)
    {
        Columns = Sobol.Columns(dimension, count, 0xC10D + (ulong)number);
        if (isNormal)
        {
            for (int k = 0; k < Columns.Length; k++)
            {
                Columns[k] = NormalQuantile.Of(Columns[k]);
            }
        }
    }

    /// <summary>Coordinate i of point r at i · count + r.</summary>
    public double[] Columns { get; }

    /// <summary>Normal points; each number is a scrambling of its own.</summary>
    public static Cloud Normal(int dimension, int count, int number) => Normals[(dimension, count, number)];

    /// <summary>Points of the unit cube.</summary>
    public static Cloud Uniform(int dimension, int count) => Cubes[(dimension, count)];
}
