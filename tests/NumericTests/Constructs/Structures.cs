using System;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>Structs and tuples, local and as variables.</summary>
public static partial class Structures
{
    /// <summary>(a + ε)·(a·b) in dual numbers: operators, conversions, a constructor that computes.</summary>
    [Gradient, Batch]
    public static double UserStruct(double x, double y)
    {
        Rotation turn = new(x);
        Rotation twice = turn * turn;
        Rotation back = -turn;
        return (twice * y).Sin + back.Cos;
    }

    /// <summary>Fields that are assigned one by one, and a method that changes its own struct.</summary>
    [Gradient, Batch]
    public static double MutableStruct(double x, double y)
    {
        Moments moments = default;
        moments.Add(x);
        moments.Add(y);
        Moments copy = moments;
        copy.Sum *= 2;
        moments.Add(x * y);
        return (copy.Sum * moments.Squares) + moments.Sum;
    }

    /// <summary>A struct of structs as the variable.</summary>
    [Gradient]
    public static double NestedStruct(Segment segment)
    {
        (double dx, double dy) = (segment.To.X - segment.From.X, segment.To.Y - segment.From.Y);
        return Math.Sqrt((dx * dx) + (dy * dy)) * segment.Weight;
    }

    /// <summary>A struct whose fields are set by hand: what is not floating is carried along.</summary>
    [Gradient]
    public static double FieldStruct(Spring spring) => spring.IsActive ? 0.5 * spring.Stiffness * spring.Length * spring.Length * spring.Count : 0;

    [Gradient]
    public static double Tuple((double Mass, double Speed) body, double scale)
    {
        (double Mass, double Speed) scaled = (body.Mass * scale, body.Speed);
        scaled.Speed += scale;
        return 0.5 * scaled.Mass * scaled.Speed * scaled.Speed;
    }

    [Gradient, Batch]
    public static double RecordWith(double x, double y)
    {
        Corner corner = new(x, y);
        Corner moved = corner with { X = corner.Y * corner.Y };
        return (moved.X * corner.X) + moved.Y;
    }
}

/// <summary>A rotation of the plane, as the sine and cosine of its angle.</summary>
public readonly struct Rotation
{
    public readonly double Sin;
    public readonly double Cos;

    public Rotation(double angle)
        : this(Math.Sin(angle), Math.Cos(angle))
    {
    }

    private Rotation(double sin, double cos)
    {
        Sin = sin;
        Cos = cos;
    }

    public static Rotation operator -(Rotation rotation) => new(-rotation.Sin, rotation.Cos);

    public static Rotation operator *(Rotation left, Rotation right) =>
        new((left.Sin * right.Cos) + (left.Cos * right.Sin), (left.Cos * right.Cos) - (left.Sin * right.Sin));

    public static Rotation operator *(Rotation rotation, double scale) => new(rotation.Sin * scale, rotation.Cos * scale);
}

/// <summary>Running sums.</summary>
public struct Moments
{
    public double Sum;
    public double Squares;

    public void Add(double value)
    {
        Sum += value;
        Squares += value * value;
    }
}

public readonly record struct Corner(double X, double Y);

/// <summary>Two corners and a weight.</summary>
public readonly record struct Segment(Corner From, Corner To, double Weight);

/// <summary>A struct of public fields, not all of them floating.</summary>
public struct Spring
{
    public bool IsActive;
    public double Stiffness;
    public int Count;
    public double Length;
}
