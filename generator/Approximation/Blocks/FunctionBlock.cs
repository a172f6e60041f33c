using System;
using System.Threading;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms.Bounds;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <summary>
/// An elementary function as a program that first reduces its argument to a small interval, so that one polynomial serves a wide domain; with a proof of its error on that
/// domain that takes reduction, polynomial, and what is made of it together.
/// </summary>
/// <param name="Domain">The arguments; numbers of the format.</param>
internal abstract record FunctionBlock(Primitive Function, bool IsSingle, Interval Domain)
{
    private Kernel? _program;

    /// <summary>A bound of |error|, for every number of the format in the domain; infinite where only the relative one is known.</summary>
    public double Absolute { get; protected set; } = double.PositiveInfinity;

    /// <summary>A bound of |error/value|.</summary>
    public double Relative { get; protected set; } = double.PositiveInfinity;

    /// <summary>A bound of |error| in units in the last place of the value.</summary>
    public double Ulps { get; protected set; } = double.PositiveInfinity;

    /// <summary>True when polynomials are evaluated by halves (<see cref="PolynomialKernel"/>), for a result that is there sooner.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>How many boxes the proof took.</summary>
    public int Boxes { get; protected set; }

    public bool IsZeroAtZero => Function == ExpM1 || Function == Sin;

    /// <summary>What the block computes, as a kernel of its own.</summary>
    public Kernel Program
    {
        get
        {
            if (_program is null)
            {
                KernelBuilder kernel = new();
                _program = kernel.Build(IsSingle, Append(kernel, kernel.Input));
            }
            return _program;
        }
    }

    /// <summary>In words: the reduction, then the polynomial.</summary>
    public abstract string Form { get; }

    /// <summary>Adds the block's steps and returns the last.</summary>
    public abstract int Append(KernelBuilder kernel, int x);

    public double Error(Measure measure) => measure switch
    {
        Measure.Absolute => Absolute,
        Measure.Relative => Relative,
        _ => Ulps,
    };

    /// <summary>The relative error for arguments in an interval.</summary>
    public virtual double RelativeOn(Interval x) => Relative;

    /// <summary>Proves the bound of a measure.</summary>
    public abstract void Prove(Measure measure, CancellationToken token);

    /// <summary>The function's values.</summary>
    public Interval Values(Interval x) => default(IntervalField).Apply(Function, [x]);

    /// <summary>The function's slopes.</summary>
    public Interval Slopes(Interval x) => Function switch
    {
        _ when Function == Exp => Interval.Exp(x),
        _ when Function == Exp2 => Interval.Exp2(x) * Ln2,
        _ when Function == Exp10 => Interval.Exp10(x) * Ln10,
        _ when Function == ExpM1 => Interval.Exp(x),
        _ when Function == Log => 1 / x,
        _ when Function == Log2 => 1 / (x * Ln2),
        _ when Function == Log10 => 1 / (x * Ln10),
        _ when Function == Sin => Interval.Cos(x),
        _ when Function == Cos => -Interval.Sin(x),
        _ => throw new ApproximationException("'" + Function.Name + "' has no block"),
    };

    private static Interval Ln2 => default(IntervalField).Irrational(KernelConstants.Ln2.Hi);

    private static Interval Ln10 => default(IntervalField).Irrational(KernelConstants.Ln10.Hi);

    /// <summary>What rounding to nearest can do to a number, relative.</summary>
    protected double Half => Formats.HalfUnit(IsSingle);

    protected double Unit(double value) => Formats.Unit(value, IsSingle);

    protected static double Up(double value) => Ball.Up(value);

    /// <summary>
    /// True when x − n·c is a number of the format for every x from <paramref name="least"/> on and every whole multiple n of <paramref name="step"/>, the difference at most
    /// <paramref name="reach"/>: it is a multiple of the smaller of the units of x and of step·c, and there are not more than 2²⁴ (2⁵³) of these below the reach.
    /// </summary>
    protected bool IsExactDifference(double least, double step, double c, double reach)
    {
        double grain = Math.Min(Unit(least), step * LastBit(c));
        return reach / grain <= (IsSingle ? 16777216 : 9007199254740992);
    }

    /// <summary>The largest power of two that a number is a multiple of.</summary>
    private double LastBit(double value)
    {
        double bit = Unit(value);
        while (Math.Floor(value / (2 * bit)) == value / (2 * bit))
        {
            bit *= 2;
        }
        return bit;
    }
}
