using System;
using System.Numerics;
using Proxima;

namespace NumericTests.Golden;

/// <summary>Group D: a bond and a cluster of atoms.</summary>
public static partial class Chemistry
{
    [Gradient, Tangent, Hessian, Taylor(3), Batch]
    public static double Bond(double c, double r)
    {
        double energy = 100 * Math.Exp(-3 * r);
        for (int i = 1; i <= 6; i++)
        {
            energy += c * Math.Exp(-r * i / 2);
        }
        return energy;
    }

    /// <summary>Lennard-Jones energy of atoms in the plane, two coordinates each.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double LennardJones(ReadOnlySpan<double> positions)
    {
        double energy = 0;
        for (int i = 0; i < positions.Length / 2; i++)
        {
            for (int j = i + 1; j < positions.Length / 2; j++)
            {
                double dx = positions[2 * i] - positions[2 * j];
                double dy = positions[(2 * i) + 1] - positions[(2 * j) + 1];
                double r = Math.Sqrt((dx * dx) + (dy * dy));
                energy += 4 * (Math.Pow(r, -12) - Math.Pow(r, -6));
            }
        }
        return energy;
    }

    /// <summary>The same over a struct with operators, with the powers by repeated squares.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static double LennardJonesOfPoints(Point first, Point second, Point third, Point fourth)
    {
        Point[] atoms = [first, second, third, fourth];
        double energy = 0;
        for (int i = 1; i < atoms.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                energy += PairEnergy((atoms[i] - atoms[j]).SquaredLength);
            }
        }
        return energy;
    }

    /// <summary>The same in single precision and three dimensions, as a game or a molecule viewer has it.</summary>
    [Gradient, Tangent, Hessian, Taylor(3)]
    public static float LennardJonesOfVectors(Vector3 first, Vector3 second, Vector3 third, Vector3 fourth) =>
        PairEnergy(first - second) + PairEnergy(first - third) + PairEnergy(first - fourth)
        + PairEnergy(second - third) + PairEnergy(second - fourth) + PairEnergy(third - fourth);

    private static double PairEnergy(double squaredDistance)
    {
        double inverse = 1 / squaredDistance;
        double sixth = inverse * inverse * inverse;
        return 4 * ((sixth * sixth) - sixth);
    }

    private static float PairEnergy(Vector3 difference)
    {
        float inverse = 1 / Vector3.Dot(difference, difference);
        float sixth = inverse * inverse * inverse;
        return 4 * ((sixth * sixth) - sixth);
    }
}

/// <summary>A point of the plane.</summary>
public readonly record struct Point(double X, double Y)
{
    public double SquaredLength => (X * X) + (Y * Y);

    public static Point operator -(Point left, Point right) => new(left.X - right.X, left.Y - right.Y);
}
