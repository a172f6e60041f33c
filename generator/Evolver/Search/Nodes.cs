using System;
using Proxima.Generator.Approximation;
using Proxima.Generator.Numerics;

namespace Proxima.Evolver.Search;

/// <summary>Where programs are compared with their function: arguments, values to 100 bits, and the weights of errors, each a row.</summary>
internal sealed unsafe class Nodes : IDisposable
{
    /// <summary>As many as five vectors of 512 bits hold: about three for each constant (40 were enough for all programs of up to twelve operations that were checked densely).</summary>
    public const int Count = 40;

    private readonly Rows _rows = new(4, Count);

    private Nodes()
    {
    }

    public double* X => _rows[0];

    public double* Values => _rows[1];

    /// <summary>What the values as doubles leave out.</summary>
    public double* Rests => _rows[2];

    public double* Weights => _rows[3];

    /// <summary>How near the ends of an open interval the outermost nodes are, as a share of it: 2⁻³⁰.</summary>
    private const double Edge = 9.313225746154785e-10;

    /// <summary>The extrema of a Chebyshev polynomial, or the points between them.</summary>
    /// <param name="isOpen">True where a program may have no value at an end.</param>
    public static Nodes Of(Func<double, DoubleDouble> function, double lo, double hi, Measure measure, bool isOpen, bool isBetween)
    {
        Nodes nodes = new();
        for (int i = 0; i < Count; i++)
        {
            double share = Math.Min(1, (i + (isBetween ? 0.5 : 0)) / (Count - 1)); // the last between is the end once more
            double edge = isOpen ? Edge * (hi - lo) : 0;
            double x = lo + edge + ((hi - lo - (2 * edge)) * (double)Sine(share / 2));
            DoubleDouble value = function(x);
            if (measure == Measure.Relative && Math.Abs(value.Hi) < 1e-30)
            {
                x += (hi - lo) * 1e-3; // of a zero the limit counts, which its neighbourhood shows
                value = function(x);
            }
            nodes.Set(i, x, value, measure == Measure.Relative ? 1 / Math.Abs(value.Hi) : 1);
        }
        return nodes;
    }

    /// <summary>The same nodes for f to a power, whose error is that power's slope times the error of f; null where f is not positive.</summary>
    public Nodes? Power(double power)
    {
        Nodes nodes = new();
        for (int i = 0; i < Count; i++)
        {
            if (!(Values[i] > 0))
            {
                nodes.Dispose();
                return null;
            }
            DoubleDouble value = DoubleDoubleFunctions.Pow(new(Values[i], Rests[i]), power);
            nodes.Set(i, X[i], value, Weights[i] * Values[i] / (power * value.Hi));
        }
        return nodes;
    }

    public void Dispose() => _rows.Dispose();

    private void Set(int i, double x, DoubleDouble value, double weight) => (X[i], Values[i], Rests[i], Weights[i]) = (x, value.Hi, value.Lo, weight);

    private static DoubleDouble Sine(double share)
    {
        DoubleDouble sine = DoubleDoubleFunctions.SinPi(share);
        return sine * sine;
    }
}
