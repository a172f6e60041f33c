using System;
using Proxima;

namespace NumericTests.Constructs;

/// <summary>A model with fields, properties, a table and an enum: all of them are constants.</summary>
public sealed partial class Instance
{
    private static readonly double[] Table = [0.5, -1, 2];

    private readonly double _rate;
    private readonly double[] _offsets;
    private readonly Link _link;

    public Instance(double rate, double[] offsets, Link link)
    {
        _rate = rate;
        _offsets = offsets;
        _link = link;
    }

    public double Scale { get; init; } = 1.5;

    [Gradient, Batch]
    public double Predict(double x, double y)
    {
        double s = _rate * y;
        for (int i = 0; i < _offsets.Length; i++)
        {
            s += Table[i] * (x - _offsets[i]) * (x - _offsets[i]);
        }
        return Scale * Linked(s);
    }

    private double Linked(double value) => _link == Link.Exponential ? Math.Exp(0.1 * value) : value;
}

public enum Link
{
    Identity,
    Exponential,
}

/// <summary>A model whose constants are captured by a primary constructor.</summary>
public sealed partial class PrimaryConstructor(double slope, int degree)
{
    [Gradient, Batch]
    public double Evaluate(double x)
    {
        double p = slope;
        for (int i = 0; i < degree; i++)
        {
            p *= x + i;
        }
        return p;
    }
}

/// <summary>A model that is itself a struct.</summary>
public readonly partial struct StructOwner(double level)
{
    public double Level { get; } = level;

    [Gradient, Batch]
    public double Distance(double x, double y) => ((x - Level) * (x - Level)) + (y * Level);
}

/// <summary>Numbers known at build time.</summary>
public static partial class Tables
{
    private const double Gravity = 9.81;
    private const int Order = 3;

    private static readonly double[] Nodes = [-0.7745966692414834, 0, 0.7745966692414834];
    private static readonly double[] Weights = [5.0 / 9, 8.0 / 9, 5.0 / 9];

    /// <summary>∫₀ˣ g·exp(−y·t) dt by Gauss' three points.</summary>
    [Gradient, Batch]
    public static double ConstantTables(double x, double y)
    {
        double s = 0;
        for (int i = 0; i < Order; i++)
        {
            double t = 0.5 * x * (1 + Nodes[i]);
            s += Weights[i] * Math.Exp(-y * t);
        }
        return Gravity * 0.5 * x * s;
    }
}
