using System;

namespace Proxima.Linear;

/// <summary>Derivatives of the results by one layer's operations: ranges, one row a result.</summary>
internal sealed class AdjointBounds
{
    public AdjointBounds(Layer layer)
    {
        Stride = layer.Stride;
        Arguments = new AdjointArgument[layer.Arguments.Length];
        for (int a = 0; a < Arguments.Length; a++)
        {
            Arguments[a] = new AdjointArgument(Stride);
        }
    }

    public int Stride { get; }

    public double[] Low { get; private set; } = [];

    public double[] High { get; private set; } = [];

    /// <summary>What the results' own affine expressions contribute.</summary>
    public double[] Seed { get; private set; } = [];

    public double[] Middle { get; private set; } = [];

    public double[] Radius { get; private set; } = [];

    /// <summary>Σ |weight||h| + |seed|: what rounding errors are in proportion to.</summary>
    public double[] Reach { get; private set; } = [];

    public double[] Slack { get; private set; } = [];

    public double[] Error { get; private set; } = [];

    /// <summary>Every derivative is one number, but for rounding.</summary>
    public bool IsPoint { get; set; }

    public AdjointArgument[] Arguments { get; }

    public void Reset(int results)
    {
        int length = results * Stride;
        if (Low.Length < length)
        {
            Low = new double[length];
            High = new double[length];
            Seed = new double[length];
            Middle = new double[length];
            Radius = new double[length];
            Reach = new double[length];
            Slack = new double[length];
            Error = new double[length];
        }
        else
        {
            Array.Clear(Seed, 0, length);
            Array.Clear(Middle, 0, length);
            Array.Clear(Radius, 0, length);
            Array.Clear(Reach, 0, length);
            Array.Clear(Slack, 0, length);
        }
        foreach (AdjointArgument argument in Arguments)
        {
            argument.Reset(length);
        }
    }
}

/// <summary>h = partial derivative · g for one argument of the operations of a layer: ranges, and lines over g around it.</summary>
internal sealed class AdjointArgument(int stride)
{
    public int Stride { get; } = stride;

    public double[] Middle { get; private set; } = [];

    public double[] Radius { get; private set; } = [];

    public double[] Size { get; private set; } = [];

    public double[] UpSlope { get; private set; } = [];

    public double[] LowSlope { get; private set; } = [];

    public double[] UpShift { get; private set; } = [];

    public double[] LowShift { get; private set; } = [];

    public Lines Lines => new(UpSlope, LowSlope, UpShift, LowShift);

    /// <summary>The same as lines over g and over the variable that the partial derivative depends on.</summary>
    public Lines MixedLines { get; private set; } = new([], [], [], []);

    /// <summary>Slopes over that variable.</summary>
    public double[] UpFactor { get; private set; } = [];

    public double[] LowFactor { get; private set; } = [];

    public void Reset(int length)
    {
        if (Middle.Length < length)
        {
            Middle = new double[length];
            Radius = new double[length];
            Size = new double[length];
            UpSlope = new double[length];
            LowSlope = new double[length];
            UpShift = new double[length];
            LowShift = new double[length];
            MixedLines = new Lines(new double[length], new double[length], new double[length], new double[length]);
            UpFactor = new double[length];
            LowFactor = new double[length];
        }
    }
}
