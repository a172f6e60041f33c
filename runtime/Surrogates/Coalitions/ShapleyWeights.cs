using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Threading;

namespace Proxima;

/// <summary>The weights of coalitions by size, for one number of players.</summary>
internal sealed class ShapleyWeights
{
    private static readonly ShapleyWeights?[] Known = new ShapleyWeights?[ExplainOptions.LargestEnumeration + 1];

    private ShapleyWeights(int players)
    {
        Without = new double[players + 1];
        Sum = new double[players + 1];
        Kernel = new double[players + 1];
        double choose = 1;
        for (int s = 0; s <= players; s++)
        {
            Without[s] = s == players ? 0 : 1 / ((players - s) * choose); // s!(d − s − 1)!/d!
            double with = s == 0 ? 0 : 1 / (s * choose); // (s − 1)!(d − s)!/d!
            Sum[s] = with + Without[s];
            Kernel[s] = s == 0 || s == players ? 0 : (players - 1) / (choose * s * (players - s));
            choose = choose * (players - s) / (s + 1);
        }

        // Σ over coalitions of the kernel, with one player in them, and with two.
        double inner = 1, pairs = 1;
        for (int s = 1; s < players; s++)
        {
            Total += (players - 1.0) / (s * (players - s));
            Diagonal += Kernel[s] * inner; // C(d − 1, s − 1)
            inner = inner * (players - s) / s;
            if (s >= 2)
            {
                OffDiagonal += Kernel[s] * pairs; // C(d − 2, s − 2)
                pairs = pairs * (players - s) / (s - 1);
            }
        }

        // Four vectors for each number of players among the high bits: the low three bits are the lanes.
        int rows = Math.Max(players - 2, 0);
        Lanes = new Vector512<double>[4 * rows];
        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        for (int row = 0; row < rows; row++)
        {
            for (int kind = 0; kind < 4; kind++)
            {
                for (int lane = 0; lane < lanes.Length; lane++)
                {
                    int size = row + BitOperations.PopCount((uint)lane);
                    lanes[lane] = kind switch { 0 => Sum[size], 1 => Without[size], 2 => Kernel[size], _ => Kernel[size] * size };
                }
                Lanes[(4 * row) + kind] = Vector512.Create<double>(lanes);
            }
        }
    }

    /// <summary>The weight of a coalition in the value of a player who is not in it.</summary>
    public double[] Without { get; }

    /// <summary>That weight, and the one for a player who is in it.</summary>
    public double[] Sum { get; }

    /// <summary>The Shapley kernel; 0 at both ends, where it is infinite.</summary>
    public double[] Kernel { get; }

    /// <summary>The kernel's sum over all coalitions.</summary>
    public double Total { get; }

    /// <summary>The kernel's Gram matrix: Σ over coalitions with one player, and with two.</summary>
    public double Diagonal { get; }

    public double OffDiagonal { get; }

    /// <summary>For each size of the high bits: sum, without, kernel, kernel · size.</summary>
    public Vector512<double>[] Lanes { get; }

    public static ShapleyWeights Of(int players)
    {
        if (Volatile.Read(ref Known[players]) is { } known)
        {
            return known;
        }
        ShapleyWeights weights = new(players);
        Volatile.Write(ref Known[players], weights);
        return weights;
    }
}
