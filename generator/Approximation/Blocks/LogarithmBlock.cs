using System;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <summary>log x = e·log 2 + log(1 + f) with x = 2^e·(1 + f), √½ ≤ 1 + f &lt; √2: e and f are read from the bits of x, both exact.</summary>
internal sealed record LogarithmBlock(Primitive Function, bool IsSingle, Interval Domain, EquatableArray<int> Powers, EquatableArray<double> Coefficients)
    : FunctionBlock(Function, IsSingle, Domain)
{
    /// <summary>√½ − 1 and √2 − 1, outward.</summary>
    public static Interval Fractions => new(-0.2928932788, 0.4142136275);

    public override string Form => "e·" + (Function == Log2 ? "1" : Function == Log ? "ln 2" : "lg 2") + " + log(1 + f) with x = 2ᵉ·(1 + f); a polynomial of degree "
        + Powers[Powers.Count - 1].ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether all arguments are normal numbers, and their powers of two too.</summary>
    public static bool IsInRange(bool isSingle, Interval domain) => domain.Lo >= Formats.SmallestNormal(isSingle) && domain.Hi <= (isSingle ? 1.2e38 : 6e307);

    /// <summary>log(1 + f).</summary>
    public static Primitive Near(Primitive function) => function == Log2 ? Log2P1 : function == Log ? LogP1 : Log10P1;

    public override int Append(KernelBuilder kernel, int x)
    {
        kernel.Say("x = 2ᵉ·m, m from √½ to √2.");
        int exponent = kernel.Add(new(StepKind.Exponent, x), "e");
        int f = kernel.Minus(kernel.Add(new(StepKind.Mantissa, x), "m"), kernel.Constant(1), "f");
        kernel.Say("log(1 + f), f = m − 1.");
        int near = Polynomial(kernel, f);
        kernel.Say("And e·log 2.");
        return Function == Log2 ? kernel.Plus(exponent, near, "sum") : kernel.MultiplyAdd(exponent, kernel.Constant(Factor), near, "sum");
    }

    public override void Prove(Measure measure, CancellationToken token)
    {
        KernelBuilder builder = new();
        Kernel polynomial = builder.Build(IsSingle, Polynomial(builder, builder.Input));
        Target target = Target.OfRow(Near(Function));
        double expected = IsSingle ? 1e-9 : 1e-17;
        ErrorBound absolute = ErrorProof.Run(target, polynomial, Fractions, new(Measure.Absolute) { Expected = expected, RoundingBoxes = 32 }, token);
        Boxes += absolute.Boxes;
        double worst = 0;
        int lowest = ExponentOf(Domain.Lo, 1.4142136), highest = ExponentOf(Domain.Hi, 1.4142135); // next to √2 both
        if (lowest <= 0 && highest >= 0)
        {
            ErrorBound near = measure == Measure.Absolute
                ? absolute
                : ErrorProof.Run(target, polynomial, Fractions, new(measure) { Zeros = [0], Expected = expected, RoundingBoxes = 64 }, token);
            Boxes += near == absolute ? 0 : near.Boxes;
            worst = near.Upper;
        }
        for (int e = lowest; e <= highest; e++)
        {
            worst = e == 0 ? worst : Math.Max(worst, With(e, absolute.Upper, measure));
        }
        switch (measure)
        {
            case Measure.Absolute:
                Absolute = worst;
                break;
            case Measure.Relative:
                Relative = worst;
                break;
            default:
                Ulps = worst;
                break;
        }
    }

    private double Factor => Formats.Round(Constants.Middle(Constants.Doubling(Function)), IsSingle);

    private static int ExponentOf(double x, double border)
    {
        int exponent = Binary.Exponent(x);
        return Binary.Scale(x, -exponent) > border ? exponent + 1 : exponent;
    }

    /// <summary>The error of one e: that of log(1 + f), of e·log 2, and rounding.</summary>
    private double With(int e, double error, Measure measure)
    {
        Ball whole = Constants.Doubling(Function) * e;
        double before = Up(error + (whole - ((Ball)Factor * e)).Magnitude);
        const int Parts = 16;
        double worst = 0;
        for (int i = 0; i < Parts; i++)
        {
            Interval fractions = Fractions;
            Interval f = new(
                fractions.Lo + ((fractions.Hi - fractions.Lo) * i / Parts), i == Parts - 1 ? fractions.Hi : fractions.Lo + ((fractions.Hi - fractions.Lo) * (i + 1) / Parts));
            Interval value = whole.ToInterval() + default(IntervalField).Apply(Near(Function), [f]);
            double after = Up(before + (0.5 * Unit(Up(value.Magnitude + before))));
            worst = Math.Max(worst, measure switch
            {
                Measure.Absolute => after,
                Measure.Relative => Up(after / value.Mignitude),
                _ => RoundingError.UlpsAfterRounding(before / Unit(value.Mignitude)),
            });
        }
        return worst;
    }

    private int Polynomial(KernelBuilder kernel, int f) =>
        PolynomialKernel.Append(kernel, f, Powers, [.. Coefficients.Select(kernel.Constant)], isLed: Powers.Count > 1, IsBalanced);
}
