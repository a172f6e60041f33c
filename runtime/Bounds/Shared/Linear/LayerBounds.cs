using System;

namespace Proxima.Linear;

/// <summary>What is known about one layer over a box: ranges, lines around each operation, and how large rounding errors can be.</summary>
internal sealed class LayerBounds
{
    public LayerBounds(Layer layer)
    {
        int stride = layer.Stride;
        Low = new double[stride];
        High = new double[stride];
        Size = new double[stride];
        Middle = new double[stride];
        Radius = new double[stride];
        UpShift = new double[stride];
        LowShift = new double[stride];
        Arguments = new ArgumentBounds[layer.Arguments.Length];
        for (int a = 0; a < Arguments.Length; a++)
        {
            Arguments[a] = new ArgumentBounds(stride);
        }
    }

    /// <summary>Ranges of the results.</summary>
    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>The larger magnitude of the two.</summary>
    public double[] Size { get; }

    /// <summary>Middle ± radius holds the range.</summary>
    public double[] Middle { get; }

    public double[] Radius { get; }

    /// <summary>result ≤ Σ slope · argument + this, over the arguments.</summary>
    public double[] UpShift { get; }

    public double[] LowShift { get; }

    public ArgumentBounds[] Arguments { get; }

    public Lines Lines(int argument) => new(Arguments[argument].UpSlope, Arguments[argument].LowSlope, UpShift, LowShift);

    public void SetRange(int i, double low, double high)
    {
        Low[i] = low;
        High[i] = high;
        Size[i] = Roundoff.Magnitude(low, high);
        Middle[i] = (0.5 * low) + (0.5 * high);
        double radius = Math.Max(high - Middle[i], Middle[i] - low);
        Radius[i] = radius == 0 ? 0 : Roundoff.Up(radius, radius);
    }
}

/// <summary>One argument of the operations of a layer.</summary>
internal sealed class ArgumentBounds(int stride)
{
    /// <summary>Ranges of the argument.</summary>
    public double[] Low { get; } = new double[stride];

    public double[] High { get; } = new double[stride];

    /// <summary>How far the argument may lie from its affine expression as evaluated with weights rounded, in nearest arithmetic.</summary>
    public double[] Error { get; } = new double[stride];

    public double[] UpSlope { get; } = new double[stride];

    public double[] LowSlope { get; } = new double[stride];

    /// <summary>Ranges of the partial derivative.</summary>
    public double[] FactorLow { get; } = new double[stride];

    public double[] FactorHigh { get; } = new double[stride];

    /// <summary>Lines over the variable that the partial derivative depends on: this argument, or in a product the other one.</summary>
    public double[] FactorUpSlope { get; } = new double[stride];

    public double[] FactorUpShift { get; } = new double[stride];

    public double[] FactorLowSlope { get; } = new double[stride];

    public double[] FactorLowShift { get; } = new double[stride];

    public void SetFactor(int i, Strip strip)
    {
        (FactorUpSlope[i], FactorUpShift[i]) = (strip.UpSlope, strip.UpShift);
        (FactorLowSlope[i], FactorLowShift[i]) = (strip.LowSlope, strip.LowShift);
    }
}
