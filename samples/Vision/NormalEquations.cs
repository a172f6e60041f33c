using System;
using System.Linq;

namespace Samples.Vision;

/// <summary>
/// The damped normal equations of a bundle, (JᵀJ + λD)·step = −Jᵀe with D the diagonal of JᵀJ. Points meet cameras and no other points, so that they are
/// eliminated one by one; what is left is a small dense system of the cameras (Brown 1958).
/// </summary>
public sealed class NormalEquations(int[] seenBy, int[] seen, int cameraLength, int pointLength)
{
    private const int C = Bundle.CameraSize, P = Bundle.PointSize;

    private readonly ILookup<int, int> _observations = Enumerable.Range(0, seen.Length).ToLookup(i => seen[i]);

    /// <summary>What to add to the cameras, then to the points. Two rows of entries per observation, the columns of its camera before those of its point.</summary>
    public (double[] Cameras, double[] Points) Solve(double[] entries, double[] errors, double damping)
    {
        double[,] cameras = new double[cameraLength, cameraLength];
        double[] right = new double[cameraLength];
        for (int i = 0; i < seen.Length; i++)
        {
            AddSquare(cameras, right, C * seenBy[i], C, i, 0, entries, errors);
        }
        Damp(cameras, damping);

        // The blocks camera × point, the points' own blocks inverted, and the points' right sides.
        double[][,] mixed = [.. seen.Select((_, i) => Mixed(i, entries))];
        double[][,] inverses = new double[pointLength / P][,];
        double[] pointRight = new double[pointLength];
        foreach (IGrouping<int, int> point in _observations)
        {
            double[,] own = new double[P, P];
            double[] ownRight = new double[P];
            foreach (int i in point)
            {
                AddSquare(own, ownRight, 0, P, i, C, entries, errors);
            }
            Damp(own, damping);
            double[,] inverse = inverses[point.Key] = Cholesky.Inverse(own);
            ownRight.CopyTo(pointRight, P * point.Key);
            foreach (int i in point)
            {
                double[,] eliminate = Product(mixed[i], inverse);
                foreach (int j in point)
                {
                    SubtractProduct(cameras, C * seenBy[i], C * seenBy[j], eliminate, mixed[j]);
                }
                for (int a = 0; a < C; a++)
                {
                    right[(C * seenBy[i]) + a] -= Dot(eliminate, a, ownRight);
                }
            }
        }

        double[] cameraStep = Cholesky.Solve(cameras, right), pointStep = new double[pointLength];
        for (int i = 0; i < seen.Length; i++)
        {
            for (int b = 0; b < P; b++)
            {
                for (int a = 0; a < C; a++)
                {
                    pointRight[(P * seen[i]) + b] -= mixed[i][a, b] * cameraStep[(C * seenBy[i]) + a];
                }
            }
        }
        foreach (IGrouping<int, int> point in _observations)
        {
            for (int a = 0; a < P; a++)
            {
                pointStep[(P * point.Key) + a] = Dot(inverses[point.Key], a, pointRight.AsSpan(P * point.Key, P));
            }
        }
        return (cameraStep, pointStep);
    }

    /// <summary>JᵀJ and −Jᵀe of some columns in the two rows of an observation.</summary>
    private static void AddSquare(double[,] square, double[] right, int at, int size, int observation, int first, double[] entries, double[] errors)
    {
        for (int row = 2 * observation; row < (2 * observation) + 2; row++)
        {
            ReadOnlySpan<double> own = entries.AsSpan((row * (C + P)) + first, size);
            for (int a = 0; a < size; a++)
            {
                right[at + a] -= own[a] * errors[row];
                for (int b = 0; b < size; b++)
                {
                    square[at + a, at + b] += own[a] * own[b];
                }
            }
        }
    }

    private static double[,] Mixed(int observation, double[] entries)
    {
        ReadOnlySpan<double> first = entries.AsSpan(2 * observation * (C + P), C + P), second = entries.AsSpan(((2 * observation) + 1) * (C + P), C + P);
        double[,] mixed = new double[C, P];
        for (int a = 0; a < C; a++)
        {
            for (int b = 0; b < P; b++)
            {
                mixed[a, b] = (first[a] * first[C + b]) + (second[a] * second[C + b]);
            }
        }
        return mixed;
    }

    private static void Damp(double[,] square, double damping)
    {
        for (int i = 0; i < square.GetLength(0); i++)
        {
            square[i, i] *= 1 + damping;
        }
    }

    private static double[,] Product(double[,] left, double[,] right)
    {
        double[,] product = new double[C, P];
        for (int a = 0; a < C; a++)
        {
            for (int b = 0; b < P; b++)
            {
                product[a, b] = (left[a, 0] * right[0, b]) + (left[a, 1] * right[1, b]) + (left[a, 2] * right[2, b]);
            }
        }
        return product;
    }

    private static void SubtractProduct(double[,] from, int row, int column, double[,] left, double[,] right)
    {
        for (int a = 0; a < C; a++)
        {
            for (int b = 0; b < C; b++)
            {
                from[row + a, column + b] -= (left[a, 0] * right[b, 0]) + (left[a, 1] * right[b, 1]) + (left[a, 2] * right[b, 2]);
            }
        }
    }

    private static double Dot(double[,] matrix, int row, ReadOnlySpan<double> vector) => (matrix[row, 0] * vector[0]) + (matrix[row, 1] * vector[1]) + (matrix[row, 2] * vector[2]);
}
