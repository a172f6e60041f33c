using System;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Bˣ = 2ⁿ·Bʳ with x = n·log_B 2 + r (Cody and Waite 1980): n is the whole multiple of 2⁻ᵗ next to x·log₂ B, what multiply-add with a large number leaves in its last
/// bits; r is small and, but for what the parts of log_B 2 leave out, exact. With a table (t &gt; 0) the fraction of n is an entry T, and T + T·q(r) is what is scaled.
/// </summary>
/// <param name="Powers">Of the polynomial without its constant, which is 1.</param>
internal sealed record ExponentialBlock(Primitive Function, bool IsSingle, Interval Domain, int TableBits, int Terms, EquatableArray<int> Powers, EquatableArray<double> Coefficients)
    : FunctionBlock(Function, IsSingle, Domain)
{
    private double PerDoubling => Formats.Round(Constants.Middle(1 / Constants.Doubling(Function)), IsSingle);

    private double[] Parts => Constants.Split(Constants.Doubling(Function), Terms, IsSingle);

    /// <summary>1.5·2²³⁻ᵗ (2⁵²⁻ᵗ): a sum with it is a multiple of 2⁻ᵗ.</summary>
    public static double Rounder(bool isSingle, int tableBits) => 1.5 * Binary.Power((isSingle ? 23 : 52) - tableBits);

    public override string Form => "2ⁿ·" + (TableBits > 0 ? "T·" : "") + Base + "ʳ with x = n·" + (Function == Exp2 ? "1" : Function == Exp ? "ln 2" : "lg 2") + " + r"
        + (TableBits > 0 ? ", T from a table of " + (1 << TableBits).ToString(System.Globalization.CultureInfo.InvariantCulture) : "")
        + "; a polynomial of degree " + Powers[Powers.Count - 1].ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Base => Function == Exp2 ? "2" : Function == Exp ? "e" : "10";

    private Primitive LessOne => Function == Exp2 ? Exp2M1 : Function == Exp ? ExpM1 : Exp10M1;

    /// <summary>The largest |r|: half a step, and what the constant of the first multiply-add is wrong by.</summary>
    public static double Reach(Primitive function, bool isSingle, Interval domain, int tableBits)
    {
        Ball doubling = Constants.Doubling(function), factor = 1 / doubling;
        double wrong = (factor - Formats.Round(Constants.Middle(factor), isSingle)).Magnitude;
        return Ball.Up(Ball.Up(Binary.Power(-tableBits - 1) + Ball.Up(wrong * domain.Magnitude)) * doubling.Magnitude);
    }

    /// <summary>Why the results are not all normal numbers, or null.</summary>
    public static bool IsInRange(Primitive function, bool isSingle, Interval domain)
    {
        Interval exponents = domain / Constants.Doubling(function).ToInterval();
        return exponents.Lo >= (isSingle ? -125.9 : -1021.9) && exponents.Hi <= (isSingle ? 127.49 : 1023.49);
    }

    /// <summary>Adds the steps to n with its rounder, n, and r.</summary>
    public (int Rounded, int N, int R) Reduce(KernelBuilder kernel, int x)
    {
        kernel.Say("x = " + (Function == Exp2 ? "n" : "n·" + (Function == Exp ? "ln 2" : "lg 2")) + " + r, n a whole " + (TableBits > 0 ? "multiple of 1/" + (1 << TableBits).ToString(System.Globalization.CultureInfo.InvariantCulture) : "number") + ".");
        int rounder = kernel.Constant(Rounder(IsSingle, TableBits));
        int rounded = Function == Exp2 ? kernel.Plus(x, rounder, "rounded") : kernel.MultiplyAdd(x, kernel.Constant(PerDoubling), rounder, "rounded");
        int n = kernel.Minus(rounded, rounder, "n");
        int r = x;
        foreach (double part in Parts)
        {
            r = part == 1 ? kernel.Minus(r, n, "r") : kernel.MultiplyAdd(n, kernel.Constant(-part), r, "r");
        }
        return (rounded, n, r);
    }

    public override int Append(KernelBuilder kernel, int x)
    {
        (int rounded, int n, int r) = Reduce(kernel, x);
        int[] coefficients = [.. Coefficients.Select(kernel.Constant)];
        if (TableBits == 0)
        {
            int one = kernel.Constant(1);
            kernel.Say(Base + "ʳ.");
            int value = PolynomialKernel.Append(kernel, r, [0, .. Powers], [one, .. coefficients], isBalanced: IsBalanced);
            return kernel.Add(new(StepKind.Scale, value, n, rounded, 0), "scaled");
        }
        kernel.Say("2ⁿ but for its whole part, times " + Base + "ʳ.");
        int entry = kernel.LookUp(Table(), kernel.Add(new(StepKind.LowBits, rounded), "place"), "power");
        int q = Coefficients.Count == 1 && Coefficients[0] == 1
            ? r
            : PolynomialKernel.Append(kernel, r, Powers, coefficients, PolynomialKernel.IsLed(Powers, Coefficients), IsBalanced);
        return kernel.Add(new(StepKind.Scale, kernel.MultiplyAdd(entry, q, entry, "value"), n, rounded, TableBits), "scaled");
    }

    public override void Prove(Measure measure, CancellationToken token)
    {
        double reach = Reach(Function, IsSingle, Domain, TableBits);
        ArgumentError argument = Reduction(reach);
        double bound = TableBits == 0 ? OfPolynomial(measure == Measure.Absolute ? Measure.Relative : measure, reach, argument, token) : OfTable(measure, reach, argument, token);
        switch (measure)
        {
            case Measure.Ulps:
                Ulps = bound;
                break;
            default:
                Relative = bound;
                Absolute = Up(bound * Values(Domain).Magnitude);
                break;
        }
    }

    /// <summary>How far r is from x − n·log_B 2.</summary>
    public ArgumentError Reduction(double reach)
    {
        Ball doubling = Constants.Doubling(Function);
        double step = Binary.Power(-TableBits);
        if (Function == Exp2)
        {
            return default; // where n is not 0, |x| is at least half a step and r at most that
        }
        double largest = Math.Ceiling(Up(Domain.Magnitude / doubling.Mignitude / step) + 0.5) * step;
        double error = Up(largest * Rest);
        double least = step * 0.49 * doubling.Mignitude; // where n is not zero
        if (!IsExactDifference(least, step, Parts[0], Up(reach + Up(largest * (doubling - Parts[0]).Magnitude))))
        {
            throw new ApproximationException("the reduction rounds");
        }
        return new(error, Parts.Skip(1).Any(static p => p != 0), double.PositiveInfinity);
    }

    /// <summary>What the parts of log_B 2 leave out.</summary>
    public double Rest => Constants.Rest(Constants.Doubling(Function), Parts);

    private double OfPolynomial(Measure measure, double reach, ArgumentError argument, CancellationToken token)
    {
        KernelBuilder kernel = new();
        int r = kernel.Input;
        int[] coefficients = [kernel.Constant(1), .. Coefficients.Select(kernel.Constant)];
        Kernel polynomial = kernel.Build(IsSingle, PolynomialKernel.Append(kernel, r, [0, .. Powers], coefficients, isBalanced: IsBalanced));
        ErrorBound bound = ErrorProof.Run(Target.OfRow(Function), polynomial, new(-reach, reach), new(measure)
        {
            Argument = argument,
            EndsAtZero = true,
            Expected = IsSingle ? 1e-9 : 1e-17,
            RoundingBoxes = 48,
        }, token);
        Boxes += bound.Boxes;
        return bound.Upper;
    }

    /// <summary>|T'·(1 + q') − T·Bʳ| ≤ |T' − T|·Bʳ + T'·|q' − (Bʳ − 1)|, then rounded.</summary>
    private double OfTable(Measure measure, double reach, ArgumentError argument, CancellationToken token)
    {
        KernelBuilder kernel = new();
        int r = kernel.Input;
        int[] coefficients = [.. Coefficients.Select(kernel.Constant)];
        double error;
        if (Coefficients.Count == 1 && Coefficients[0] == 1)
        {
            // q is r itself: Bʳ − 1 − r.
            KernelBuilder sum = new();
            Kernel identity = sum.Build(IsSingle, sum.Input);
            ErrorBound bound = ErrorProof.Run(Target.OfRow(LessOne), identity, new(-reach, reach), new(Measure.Absolute) { Argument = argument, RoundingBoxes = 16 }, token);
            error = bound.Upper;
            Boxes += bound.Boxes;
        }
        else
        {
            Kernel q = kernel.Build(IsSingle, PolynomialKernel.Append(kernel, r, Powers, coefficients, PolynomialKernel.IsLed(Powers, Coefficients), IsBalanced));
            ErrorBound bound = ErrorProof.Run(Target.OfRow(LessOne), q, new(-reach, reach), new(Measure.Absolute)
            {
                Argument = argument,
                Expected = IsSingle ? 1e-9 : 1e-18,
                RoundingBoxes = 16,
            }, token);
            error = bound.Upper;
            Boxes += bound.Boxes;
        }
        EquatableArray<double> table = Table();
        double largest = 0;
        double ulp = Unit(1);
        for (int j = 0; j < table.Count; j++)
        {
            Ball exact = BallFunctions.Exp2((Ball)(j * Binary.Power(-TableBits)));
            Interval growth = Values(new(-reach, reach));
            double off = (exact - table[j]).Magnitude;
            double before = Up(Up(off * growth.Hi) + Up(table[j] * error));
            Interval values = exact.ToInterval() * growth;
            if (measure != Measure.Ulps)
            {
                largest = Math.Max(largest, Up(Up(before / values.Lo) + Up(Half * Up(1 + Up(before / values.Lo)))));
                continue;
            }
            // The first entry has values on both sides of 1, below which units are half as large; a value above that rounds to 1 is no further from it than it was or than 1.
            largest = j == 0
                ? Math.Max(largest, Up((before / (0.5 * ulp)) + Math.Max(0.5, before / (0.5 * ulp))))
                : Math.Max(largest, Up((before / ulp) + (values.Hi + before < 2 ? 0.5 : 1)));
        }
        return largest;
    }

    /// <summary>2^(j/2ᵗ) for the last bits j of n·2ᵗ.</summary>
    private EquatableArray<double> Table()
    {
        double[] table = new double[1 << TableBits];
        for (int j = 0; j < table.Length; j++)
        {
            table[j] = Formats.Round(Constants.Middle(BallFunctions.Exp2((Ball)(j * Binary.Power(-TableBits)))), IsSingle);
        }
        return new(table);
    }
}
