using System;
using System.Linq;

namespace Samples.Control;

/// <summary>Gradient descent on the controller's gains, with the gradient that the generator wrote for the whole simulation.</summary>
public sealed class Tuning(int steps)
{
    /// <summary>Typical sizes of the gains: descent walks in multiples of them.</summary>
    private static readonly double[] s_scales = [50, 5, 100, 500, 500];

    private readonly Crane.CostModel _cost = new(steps);

    /// <summary>How many steps were taken, each with a gradient.</summary>
    public int Gradients { get; private set; }

    /// <summary>How many were tried, each with a cost alone.</summary>
    public int Costs { get; private set; }

    /// <summary>Steepest descent. A step that lowers the cost makes the next one longer; one that does not is taken back, and halved.</summary>
    public double[] Descend(double[] gains)
    {
        double[] at = [.. gains], moved = new double[at.Length], slope = new double[at.Length];
        double cost = _cost.Gradient(at, slope);
        for (double length = 0.01; length > 1e-7;)
        {
            for (int i = 0; i < at.Length; i++)
            {
                moved[i] = at[i] - (length * s_scales[i] * s_scales[i] * slope[i]);
            }
            Costs++;
            if (_cost.Value(moved) < cost)
            {
                moved.CopyTo(at, 0);
                cost = _cost.Gradient(at, slope);
                Gradients++;
                length *= 1.5;
            }
            else
            {
                length /= 2;
            }
        }
        return at;
    }

    /// <summary>How far the gradient is from central differences, in units of its largest component; both by a gain's typical size.</summary>
    public double DistanceFromDifferences(double[] gains)
    {
        double[] at = [.. gains], slope = new double[at.Length], difference = new double[at.Length];
        _cost.Gradient(at, slope);
        for (int i = 0; i < at.Length; i++)
        {
            double h = 6e-6 * s_scales[i]; // the cube root of a double's precision balances truncation and rounding
            at[i] = gains[i] + h;
            double up = _cost.Value(at);
            at[i] = gains[i] - h;
            difference[i] = (up - _cost.Value(at)) / (2 * h);
            at[i] = gains[i];
        }
        return Enumerable.Range(0, at.Length).Max(i => Math.Abs(slope[i] - difference[i]) * s_scales[i]) / Enumerable.Range(0, at.Length).Max(i => Math.Abs(slope[i]) * s_scales[i]);
    }
}
