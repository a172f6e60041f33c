using System;
using System.Numerics;
using Proxima;

namespace NumericTests.VectorResults;

/// <summary>A point or a direction in space.</summary>
public readonly record struct Point3(double X, double Y, double Z);

/// <summary>A rotation, not normalised.</summary>
public struct Turn
{
    public double W;
    public double X;
    public double Y;
    public double Z;
}

/// <summary>Models that return their results: tuples and structs.</summary>
public static partial class ReturnedResults
{
    [Tangent, Adjoint, Jacobian]
    public static (double X, double Y) FromPolar(double radius, double angle) => (radius * Math.Cos(angle), radius * Math.Sin(angle));

    /// <summary>One input, three outputs, of which one is constant times the input.</summary>
    [Tangent, Adjoint, Jacobian]
    public static Point3 Helix(double t)
    {
        double width = Math.Exp(-0.1 * t);
        return new Point3(width * Math.Cos(3 * t), width * Math.Sin(3 * t), 0.5 * t);
    }

    /// <summary>Mean, variance and third moment: many inputs, three outputs, two loops.</summary>
    [Tangent, Adjoint, Jacobian]
    public static (double Mean, double Variance, double Third) Moments(ReadOnlySpan<double> x)
    {
        double mean = 0;
        foreach (double value in x)
        {
            mean += value;
        }
        mean /= x.Length;
        double variance = 0, third = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double d = x[i] - mean;
            variance += d * d;
            third += d * d * d;
        }
        return (mean, variance / x.Length, third / x.Length);
    }

    /// <summary>A struct with fields and one with properties as variables: q·p·q⁻¹ scaled by |q|².</summary>
    [Tangent, Adjoint, Jacobian]
    public static Point3 Rotate(Turn q, Point3 p)
    {
        double tx = 2 * ((q.Y * p.Z) - (q.Z * p.Y)), ty = 2 * ((q.Z * p.X) - (q.X * p.Z)), tz = 2 * ((q.X * p.Y) - (q.Y * p.X));
        double norm = (q.W * q.W) + (q.X * q.X) + (q.Y * q.Y) + (q.Z * q.Z);
        return new(
            norm * (p.X + (q.W * tx) + (q.Y * tz) - (q.Z * ty)),
            norm * (p.Y + (q.W * ty) + (q.Z * tx) - (q.X * tz)),
            norm * (p.Z + (q.W * tz) + (q.X * ty) - (q.Y * tx)));
    }

    /// <summary>Single precision: a ray reflected at a plane, weaker if it comes from behind.</summary>
    [Tangent, Adjoint, Jacobian]
    public static Vector3 Reflected(Vector3 ray, Vector3 normal, float strength)
    {
        float along = Vector3.Dot(ray, normal);
        if (along > 0)
        {
            return strength * strength * (ray - (along * normal));
        }
        return strength * (ray - (2 * along * normal));
    }
}
