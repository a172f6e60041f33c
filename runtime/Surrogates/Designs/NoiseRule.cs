using System;

namespace Proxima;

/// <summary>
/// Points and weights for an average under normal noise of deviation 1: opposite pairs, then the centre, then zeros without weight to whole vectors. One coordinate:
/// five Gauss–Hermite nodes; two: three each way; more: d pairs on the axes of a cosine transform, exact to degree 3 as every orthogonal frame is (Stroud 1957),
/// with a weight on the
/// centre and the points moved out for it, so that E ‖x‖⁴ is right too.
/// </summary>
internal sealed class NoiseRule
{
    private static readonly ContentCache<(int Dimension, bool IsOther), NoiseRule> Known = new(32, static key => new NoiseRule(key.Dimension, key.IsOther));

    private NoiseRule(int dimension, bool isOther)
    {
        Pairs = (dimension, isOther) switch { (1, true) => 1, (1, false) => 2, (2, false) => 4, _ => dimension };
        Points = Scratch.Padded((2 * Pairs) + 1);
        Columns = new double[dimension * Points];
        Weights = new double[Points];
        switch (dimension, isOther)
        {
            case (1, false):
                Weights[4] = 8.0 / 15;
                Pair(0, (7 + (2 * Math.Sqrt(10))) / 60, Math.Sqrt(5 - Math.Sqrt(10)));
                Pair(1, (7 - (2 * Math.Sqrt(10))) / 60, Math.Sqrt(5 + Math.Sqrt(10)));
                break;
            case (1, true):
                Weights[2] = 2.0 / 3;
                Pair(0, 1.0 / 6, Math.Sqrt(3));
                break;
            case (2, false):
                Weights[8] = 4.0 / 9;
                Pair(0, 1.0 / 9, Math.Sqrt(3), 0);
                Pair(1, 1.0 / 9, 0, Math.Sqrt(3));
                Pair(2, 1.0 / 36, Math.Sqrt(3), Math.Sqrt(3));
                Pair(3, 1.0 / 36, Math.Sqrt(3), -Math.Sqrt(3));
                break;
            default:
                Frame(dimension, isOther);
                break;
        }
    }

    public int Pairs { get; }

    /// <summary>The number of points with the centre and the zeros behind it.</summary>
    public int Points { get; }

    /// <summary>Points that count.</summary>
    public int Count => (2 * Pairs) + 1;

    /// <summary>Coordinate i of point k at i · points + k; points 2m and 2m + 1 are opposite.</summary>
    public double[] Columns { get; }

    public double[] Weights { get; }

    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="isOther">For a second rule, which shows how far the first is off.</param>
    public static NoiseRule Of(int dimension, bool isOther) => Known[(dimension, isOther)];

    private void Pair(int pair, double weight, params ReadOnlySpan<double> point)
    {
        Weights[2 * pair] = Weights[(2 * pair) + 1] = weight;
        for (int i = 0; i < point.Length; i++)
        {
            Columns[(i * Points) + (2 * pair)] = point[i];
            Columns[(i * Points) + (2 * pair) + 1] = -point[i];
        }
    }

    // Cosine transforms of the fourth and of the second kind.
    private void Frame(int dimension, bool isOther)
    {
        double radius = Math.Sqrt(dimension + 2.0); // √d · √((d + 2)/d)
        double[] point = new double[dimension];
        Weights[2 * dimension] = 2.0 / (dimension + 2);
        for (int k = 0; k < dimension; k++)
        {
            for (int i = 0; i < dimension; i++)
            {
                point[i] = isOther
                    ? radius * Math.Sqrt((k == 0 ? 1.0 : 2.0) / dimension) * Math.Cos(Math.PI * k * (i + 0.5) / dimension)
                    : radius * Math.Sqrt(2.0 / dimension) * Math.Cos(Math.PI * (k + 0.5) * (i + 0.5) / dimension);
            }
            Pair(k, 0.5 / (dimension + 2), point);
        }
    }
}
