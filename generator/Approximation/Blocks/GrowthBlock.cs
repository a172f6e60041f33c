using System;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <summary>eˣ − 1 = 2ⁿ·q(r) + (2ⁿ − 1) with x = n·ln 2 + r and q(r) = r + r²·…, which loses no digits near 0.</summary>
internal sealed record GrowthBlock(bool IsSingle, Interval Domain, int Terms, EquatableArray<int> Powers, EquatableArray<double> Coefficients)
    : FunctionBlock(ExpM1, IsSingle, Domain)
{
    private const int Parts = 12;

    /// <summary>The relative error of each n, the first of them, and where 0 is.</summary>
    private EquatableArray<double> _relative = [];
    private int _first;

    public override double RelativeOn(Interval x)
    {
        double largest = 0;
        int to = Math.Min(_relative.Count - 1, _first + (int)Math.Floor((x.Hi / 0.6931471805599453) + 0.5001));
        for (int i = Math.Max(0, _first + (int)Math.Ceiling((x.Lo / 0.6931471805599453) - 0.5001)); i <= to; i++)
        {
            largest = Math.Max(largest, _relative[i]);
        }
        return _relative.Count == 0 ? Relative : largest;
    }

    /// <summary>The block of eˣ with the same reduction; its polynomial is not used.</summary>
    private ExponentialBlock Reduction => new(Exp, IsSingle, Domain, 0, Terms, Powers, Coefficients);

    public override string Form => "2ⁿ·(eʳ − 1) + (2ⁿ − 1) with x = n·ln 2 + r; a polynomial of degree " + Powers[Powers.Count - 1].ToString(System.Globalization.CultureInfo.InvariantCulture);

    public override int Append(KernelBuilder kernel, int x)
    {
        (int rounded, int n, int r) = Reduction.Reduce(kernel, x);
        kernel.Say("eʳ − 1.");
        int q = Polynomial(kernel, r);
        kernel.Say("2ⁿ times that, and 2ⁿ − 1.");
        int one = kernel.Constant(1);
        int power = kernel.Add(new(StepKind.Scale, one, n, rounded, 0), "power");
        return kernel.MultiplyAdd(power, q, kernel.Minus(power, one, "rest"), "growth");
    }

    public override void Prove(Measure measure, CancellationToken token)
    {
        double reach = ExponentialBlock.Reach(Exp, IsSingle, Domain, 0);
        ArgumentError argument = Reduction.Reduction(reach) with { Absolute = 0 }; // what the parts of ln 2 leave out is n times as much and comes below
        KernelBuilder builder = new();
        Kernel q = builder.Build(IsSingle, Polynomial(builder, builder.Input));
        Target target = Target.OfRow(ExpM1);
        // Where n is 0, r is x itself.
        ErrorBound near = ErrorProof.Run(target, q, new(-reach, reach), new(measure) { Zeros = [0], Expected = IsSingle ? 1e-9 : 1e-17, RoundingBoxes = 48 }, token);
        Boxes += near.Boxes;
        double worst = near.Upper;
        _first = -(int)Math.Floor(Domain.Lo / 0.69) + 1;
        double[] errors = new double[_first + (int)Math.Ceiling(Domain.Hi / 0.69) + 2];
        errors[_first] = worst;
        int lowest = (int)Math.Floor(Domain.Lo / 0.69) - 1, highest = (int)Math.Ceiling(Domain.Hi / 0.69) + 1;
        for (int i = 0; i < Parts; i++)
        {
            Interval r = new(reach * ((2.0 * i / Parts) - 1), reach * ((2.0 * (i + 1) / Parts) - 1));
            ErrorBound part = ErrorProof.Run(target, q, r, new(Measure.Absolute) { Argument = argument, Expected = IsSingle ? 1e-9 : 1e-17, FirstBoxes = 2, RoundingBoxes = 6 }, token);
            Boxes += part.Boxes;
            for (int n = lowest; n <= highest; n++)
            {
                double moved = Up(Math.Abs(n) * Up(Reduction.Rest * Interval.Exp(reach).Hi));
                if (n != 0)
                {
                    errors[_first + n] = Math.Max(errors[_first + n], Scaled(n, r, Up(part.Upper + moved), measure));
                    worst = Math.Max(worst, errors[_first + n]);
                }
            }
        }
        switch (measure)
        {
            case Measure.Absolute:
                Absolute = worst;
                break;
            case Measure.Relative:
                Relative = worst;
                _relative = new(errors);
                break;
            default:
                Ulps = worst;
                break;
        }
    }

    /// <summary>The error of one n: 2ⁿ times that of q, that of 2ⁿ − 1, then rounded.</summary>
    private double Scaled(int n, Interval r, double error, Measure measure)
    {
        double power = Binary.Power(n);
        int digits = IsSingle ? 24 : 53;
        double before = Up(power * error);
        if (n > digits || n < -digits)
        {
            before = Up(before + (0.5 * Unit(Math.Max(power, 1))));
        }
        Interval value = (power * Interval.Exp(r)) - 1;
        double after = Up(before + (0.5 * Unit(Up(value.Magnitude + before))));
        return measure switch
        {
            Measure.Absolute => after,
            Measure.Relative => Up(after / value.Mignitude),
            _ => RoundingError.UlpsAfterRounding(before / Unit(value.Mignitude)),
        };
    }

    private int Polynomial(KernelBuilder kernel, int r) =>
        PolynomialKernel.Append(kernel, r, Powers, [.. Coefficients.Select(kernel.Constant)], PolynomialKernel.IsLed(Powers, Coefficients), IsBalanced);
}
