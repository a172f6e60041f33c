using System;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <summary>
/// sin x = ± sin r with x = h·π + r, |r| ≤ π/2 (Cody and Waite 1980); h is whole for the sine and half an odd number for the cosine, and its whole part's last bit is the
/// sign. How near an argument can come to a zero is found by looking at the numbers beside every one.
/// </summary>
internal sealed record SineBlock(Primitive Function, bool IsSingle, Interval Domain, int Terms, EquatableArray<int> Powers, EquatableArray<double> Coefficients)
    : FunctionBlock(Function, IsSingle, Domain)
{
    /// <summary>As many half turns are looked at; beyond, integers of floats lose their last bits too.</summary>
    public const int MostHalfTurns = 20_000;

    public override string Form => (Function == Sin ? "± sin r with x = n·π + r" : "± sin r with x = (n + ½)·π + r") + "; an odd polynomial of degree "
        + Powers[Powers.Count - 1].ToString(System.Globalization.CultureInfo.InvariantCulture);

    private bool IsCosine => Function == Cos;

    private static Ball Pi => Constants.Ball(KernelConstants.Pi);

    private static Ball OverPi => Constants.Ball(KernelConstants.OverPi);

    private double PerHalfTurn => Formats.Round(Constants.Middle(OverPi), IsSingle);

    /// <summary>π as three doubles, and what they leave out.</summary>
    private static readonly double[] s_parts = [3.141592653589793, 1.2246467991473532e-16, -2.9947698097183397e-33];
    private const double Left = 1.2e-49;

    private double[] Parts => IsSingle ? Constants.Split(Pi, Terms, true) : [.. s_parts.Take(Terms)];

    /// <summary>What the parts of π leave out.</summary>
    private double Rest => IsSingle ? Constants.Rest(Pi, Parts) : LeftAfter(Terms);

    private static double LeftAfter(int terms) => terms == 3 ? Left : Math.Abs(s_parts[terms]) * 1.01;

    /// <summary>x − h·π for x near h·π, where the first difference is a double.</summary>
    private static Ball Distance(double x, double h)
    {
        Ball rest = RoundOnce.MultiplyAdd(h, -s_parts[0], x);
        return (rest - ((Ball)s_parts[1] * h) - ((Ball)s_parts[2] * h)).Widen(Math.Abs(h) * Left);
    }

    private double LargestHalfTurn => Math.Ceiling(Domain.Magnitude / 3.14159) + 1;

    public static double Reach(bool isSingle, Interval domain)
    {
        double wrong = (OverPi - Formats.Round(Constants.Middle(OverPi), isSingle)).Magnitude;
        double half = Ball.Up(0.5 + Ball.Up(Ball.Up(wrong * domain.Magnitude) + (0.5 * Formats.Unit((domain.Magnitude / 3) + 1, isSingle)))); // the half unit: of the cosine's first step
        return Ball.Up(half * Pi.Magnitude);
    }

    public override int Append(KernelBuilder kernel, int x)
    {
        kernel.Say(IsCosine ? "x = (n + ½)·π + r." : "x = n·π + r.");
        int rounder = kernel.Constant(ExponentialBlock.Rounder(IsSingle, 0)), turns = kernel.Constant(PerHalfTurn);
        int rounded = IsCosine
            ? kernel.Plus(kernel.MultiplyAdd(x, turns, kernel.Constant(-0.5), "turns"), rounder, "rounded")
            : kernel.MultiplyAdd(x, turns, rounder, "rounded");
        int n = kernel.Minus(rounded, rounder, "n");
        int h = IsCosine ? kernel.Plus(n, kernel.Constant(0.5), "h") : n;
        int r = x;
        foreach (double part in Parts)
        {
            r = kernel.MultiplyAdd(h, kernel.Constant(-part), r, "r");
        }
        kernel.Say("± sin r.");
        int sine = Polynomial(kernel, r);
        kernel.Say("The sign by the last bit of n.");
        return kernel.Add(new(StepKind.Alternate, sine, rounded, Value: IsCosine ? 1 : 0), "signed");
    }

    public override void Prove(Measure measure, CancellationToken token)
    {
        double reach = Reach(IsSingle, Domain);
        KernelBuilder builder = new();
        Kernel polynomial = builder.Build(IsSingle, Polynomial(builder, builder.Input));
        ArgumentError argument = Reduction(reach, measure != Measure.Absolute);
        ErrorBound bound = ErrorProof.Run(Target.OfRow(Sin), polynomial, new(-reach, reach), new(measure)
        {
            Argument = argument,
            Zeros = measure == Measure.Absolute ? [] : [0],
            Expected = IsSingle ? 1e-9 : 1e-17,
            RoundingBoxes = 64,
        }, token);
        Boxes += bound.Boxes;
        double error = argument.IsZero || measure == Measure.Absolute ? bound.Upper : Math.Max(bound.Upper, NearZeros(polynomial, argument.Absolute, measure));
        switch (measure)
        {
            case Measure.Absolute:
                Absolute = error;
                break;
            case Measure.Relative:
                Relative = error;
                break;
            default:
                Ulps = error;
                break;
        }
    }

    /// <summary>
    /// x − h·π₁ is exact; the next part is rounded once; a third moves a number of the format by less than its distance to a neighbour where r is not tiny, so that it comes
    /// out again, no further from the sum than the third part is. Arguments for which r is tiny are few, and looked at one by one.
    /// </summary>
    private ArgumentError Reduction(double reach, bool needsShare)
    {
        double[] parts = Parts;
        double largest = LargestHalfTurn, step = IsCosine ? 0.5 : 1;
        double error = Up(largest * Rest);
        // An argument below 3/4 is h·π₁ away from a cosine's nearest zero, which is more than 0.8.
        bool isExact = IsExactDifference(1.5 * step, step, parts[0], Up(IsCosine ? 0.83 : reach)) && IsExactDifference(1, step, parts[0], Up(reach + Up(largest * (Pi - parts[0]).Magnitude)));
        if (!isExact)
        {
            throw new ApproximationException("the reduction rounds");
        }
        for (int i = 2; i < parts.Length; i++)
        {
            error = Up(error + Up(largest * Math.Abs(parts[i])));
        }
        if (!IsCosine && Domain.Magnitude < 1.5)
        {
            return default; // no half turn: r is x
        }
        double share = double.PositiveInfinity;
        if (needsShare)
        {
            share = Up(Half + Up(error * (1 + (2 * Half)) / Tiny(error)));
        }
        return new(error, true, share) { TwiceFrom = IsCosine ? 0.8 : null };
    }

    /// <summary>As near to a zero arguments are looked at one by one.</summary>
    private double Tiny(double error) => Math.Min(1e-3, 20 * error / Half);

    /// <summary>The largest error for arguments very near to a zero other than x = 0.</summary>
    private double NearZeros(Kernel polynomial, double error, Measure measure)
    {
        double worst = 0, tiny = Tiny(error);
        double[] parts = Parts;
        int lowest = (int)Math.Floor(Domain.Lo / 3.14159) - 1, highest = (int)Math.Ceiling(Domain.Hi / 3.14159) + 1, looked = 0;
        for (int n = lowest; n <= highest; n++)
        {
            double h = IsCosine ? n + 0.5 : n;
            if (h == 0)
            {
                continue;
            }
            Ball zero = Pi * h;
            double x = Formats.Ceiling(zero.Middle.Hi - tiny, IsSingle);
            for (double last = zero.Middle.Hi + tiny; x <= last; x = Formats.Next(x, true, IsSingle))
            {
                if (++looked > 50_000)
                {
                    return double.PositiveInfinity;
                }
                if (Domain.Contains(x))
                {
                    Ball exact = BallFunctions.Sin(Distance(x, h)), off = exact - polynomial.Run(Reduced(x, h, parts));
                    worst = Math.Max(worst, measure == Measure.Ulps ? Up(off.Magnitude / Unit(exact.Mignitude)) : Up(off.Magnitude / exact.Mignitude));
                }
            }
        }
        return worst;
    }

    /// <summary>r as the program computes it.</summary>
    private double Reduced(double x, double h, double[] parts)
    {
        foreach (double part in parts)
        {
            x = IsSingle ? RoundOnce.MultiplyAdd((float)h, (float)-part, (float)x) : RoundOnce.MultiplyAdd(h, -part, x);
        }
        return x;
    }

    private int Polynomial(KernelBuilder kernel, int r) =>
        PolynomialKernel.Append(kernel, r, Powers, [.. Coefficients.Select(kernel.Constant)], PolynomialKernel.IsLed(Powers, Coefficients), IsBalanced);
}
