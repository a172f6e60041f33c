using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>What an error is measured by.</summary>
internal enum Measure
{
    Absolute,

    /// <summary>Divided by the function's value.</summary>
    Relative,

    /// <summary>In units in the last place of the function's value. Polynomials are fitted as for <see cref="Relative"/>.</summary>
    Ulps,
}

/// <summary>A polynomial in given powers of x that should be near a function on [Lo, Hi].</summary>
/// <param name="Powers">The powers, ascending.</param>
internal sealed record FitProblem(Func<double, DoubleDouble> Function, double Lo, double Hi, EquatableArray<int> Powers, Measure Measure)
{
    /// <summary>Powers whose coefficients are given, so that the value at a point is exact.</summary>
    public EquatableArray<(int Power, double Value)> Fixed { get; init; } = [];

    /// <summary>The part to look at: of an interval around zero one half is enough when all powers that are free are even or all odd.</summary>
    public (double Lo, double Hi) Part => Lo == -Hi && Powers.Select(static p => p & 1).Distinct().Count() == 1 ? (0, Hi) : (Lo, Hi);

    /// <summary>The function at x less the given terms, and the weight of an error there; null where no polynomial of the problem errs, as at a common zero.</summary>
    public Sample? At(double x)
    {
        DoubleDouble value = Function(x);
        if (!value.IsFinite)
        {
            throw new ApproximationException(FormattableString.Invariant($"the model has no finite value at {x:R}"));
        }
        if ((Measure != Measure.Absolute && value.IsZero) || (x == 0 && Powers[0] > 0))
        {
            return null;
        }
        double weight = Measure != Measure.Absolute ? 1 / value.Hi : 1; // signed: x/f keeps its sign through a common zero
        foreach ((int power, double given) in Fixed)
        {
            value -= Polynomials.Power(x, power) * given;
        }
        return new(x, value, weight);
    }

    /// <summary>Where the error is looked at: the extrema of a Chebyshev polynomial of high degree, which are dense at the ends.</summary>
    public List<Sample> Grid(int count)
    {
        (double lo, double hi) = Part;
        List<Sample> grid = [];
        for (int i = 0; i <= count; i++)
        {
            DoubleDouble share = DoubleDoubleFunctions.SinPi(new DoubleDouble(i) / (2 * count)); // sin²: from 0 to 1
            double x = i == count ? hi : lo + ((hi - lo) * (share * share).Hi);
            if (At(x) is { } sample)
            {
                grid.Add(sample);
            }
        }
        return grid;
    }

    /// <summary>The largest error of a polynomial as far as sampling shows: on the grid of a fit and its extrema, then at the top of the parabola through the worst points.</summary>
    public double LargestError(double[] coefficients, MinimaxFit fit)
    {
        DoubleDouble[] precise = [.. coefficients.Select(static c => (DoubleDouble)c)];
        double Error(Sample s) => Math.Abs(((Polynomials.Value(Powers, precise, s.X) - s.Value) * s.Weight).Hi);
        Sample[] samples = [.. fit.Grid.Concat(fit.Extrema).OrderBy(static s => s.X)];
        double[] errors = [.. samples.Select(Error)];
        double largest = errors.Max();
        for (int i = 1; i < samples.Length - 1; i++)
        {
            if (errors[i] > 0.98 * largest && errors[i] >= errors[i - 1] && errors[i] >= errors[i + 1])
            {
                double a = samples[i - 1].X, b = samples[i].X, c = samples[i + 1].X;
                double fall = (errors[i] - errors[i - 1]) / (b - a), rise = (errors[i + 1] - errors[i]) / (c - b);
                double top = b - (((fall * (c - b)) + (rise * (b - a))) / (c - a) / (2 * ((rise - fall) / (c - a))));
                largest = top > a && top < c && At(top) is { } sample ? Math.Max(largest, Error(sample)) : largest;
            }
        }
        return largest;
    }
}

/// <summary>The value to approximate at a point, and the weight of an error there, which may be negative.</summary>
internal readonly record struct Sample(double X, DoubleDouble Value, double Weight);
