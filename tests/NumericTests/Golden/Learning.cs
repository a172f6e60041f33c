using System;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group D: losses over data that is held constant.</summary>
public static partial class Learning
{
    private static readonly double[] Features =
    [
        1, 0.5, -1,
        1, -1.2, 0.3,
        1, 2, 0.7,
        1, 0.1, -0.4,
        1, -0.6, 1.5,
    ];

    private static readonly int[] Labels = [1, -1, 1, 1, -1];

    private static readonly double[] PointTable = [0, 0.2, 1, 1.1, 0.9, 0.8, -0.2, 0.1];

    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Logistic(ReadOnlySpan<double> w)
    {
        double loss = 0;
        for (int n = 0; n < Labels.Length; n++)
        {
            double margin = 0;
            for (int j = 0; j < w.Length; j++)
            {
                margin += w[j] * Features[(n * w.Length) + j];
            }
            loss += Math.Log(1 + Math.Exp(-Labels[n] * margin));
        }
        double norm = 0;
        foreach (double weight in w)
        {
            norm += weight * weight;
        }
        return loss + (0.05 * norm);
    }

    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double Clusters(ReadOnlySpan<double> centroids)
    {
        double total = 0;
        for (int n = 0; n < PointTable.Length; n += 2)
        {
            double nearest = double.PositiveInfinity;
            for (int k = 0; k < centroids.Length; k += 2)
            {
                double dx = PointTable[n] - centroids[k], dy = PointTable[n + 1] - centroids[k + 1];
                nearest = Math.Min(nearest, (dx * dx) + (dy * dy));
            }
            total += nearest;
        }
        return total;
    }

    /// <summary>The same with a branch that remembers which centroid was nearest and the distance taken afterwards.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double ClustersByIndex(ReadOnlySpan<double> centroids)
    {
        double total = 0;
        for (int n = 0; n < PointTable.Length / 2; n++)
        {
            int nearest = 0;
            for (int k = 1; k < centroids.Length / 2; k++)
            {
                if (SquaredDistance(centroids, k, n) < SquaredDistance(centroids, nearest, n))
                {
                    nearest = k;
                }
            }
            total += SquaredDistance(centroids, nearest, n);
        }
        return total;
    }

    private static double SquaredDistance(ReadOnlySpan<double> centroids, int k, int n)
    {
        double dx = PointTable[2 * n] - centroids[2 * k], dy = PointTable[(2 * n) + 1] - centroids[(2 * k) + 1];
        return (dx * dx) + (dy * dy);
    }
}

/// <summary>The logistic loss as an instance: the data are fields, which are constants of the model.</summary>
public sealed partial class LogisticLoss
{
    private readonly double[,] _features;
    private readonly double[] _labels;
    private readonly double _penalty;

    public LogisticLoss(double[,] features, double[] labels, double penalty)
    {
        _features = features;
        _labels = labels;
        _penalty = penalty;
    }

    [Gradient, Tangent, Hessian, Taylor(3)]
    public double Of(ReadOnlySpan<double> w)
    {
        double loss = 0;
        for (int n = 0; n < _labels.Length; n++)
        {
            loss += double.LogP1(Math.Exp(-_labels[n] * Margin(w, n)));
        }
        for (int j = 0; j < w.Length; j++)
        {
            loss += _penalty * w[j] * w[j];
        }
        return loss;
    }

    private double Margin(ReadOnlySpan<double> w, int row)
    {
        double margin = 0;
        for (int j = 0; j < w.Length; j++)
        {
            margin += w[j] * _features[row, j];
        }
        return margin;
    }
}
