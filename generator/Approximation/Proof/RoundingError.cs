using System;

namespace Proxima.Generator.Approximation;

/// <summary>
/// How far the rounded result of a kernel can be from the exact one for arguments in a box: running error analysis (Wilkinson 1963) in intervals. Each operation adds
/// half a unit in the last place of its largest result to what it makes of its operands' errors. On a box around a common zero z the errors and values are also
/// bounded in units of |x − z|, so that a product with an exact small factor keeps its relative error.
/// </summary>
internal readonly struct RoundingError
{
    /// <summary>A bound of |error| on the box.</summary>
    public readonly double Absolute;

    /// <summary>A bound of |error|/|x − z| on the box, as long as nothing underflows; infinite where there is none.</summary>
    public readonly double PerDistance;

    /// <summary>The same before the last rounding.</summary>
    public readonly double PerDistanceBefore;

    /// <summary>A bound of |error| before the last rounding.</summary>
    public readonly double AbsoluteBefore;

    private RoundingError(double absolute, double absoluteBefore, double perDistance, double perDistanceBefore)
    {
        AbsoluteBefore = absoluteBefore;
        Absolute = absolute;
        PerDistance = perDistance;
        PerDistanceBefore = perDistanceBefore;
    }

    public static RoundingError Of(Kernel kernel, Interval box, double? zero, ArgumentError argument = default) => Of(kernel, [box], zero, argument);

    /// <summary>Of a kernel of several arguments, one interval for each.</summary>
    public static RoundingError Of(Kernel kernel, Interval[] box, double? zero = null, ArgumentError argument = default)
    {
        Bound[] bounds = new Bound[kernel.Steps.Count];
        for (int i = 0; i < bounds.Length; i++)
        {
            bounds[i] = kernel.Steps[i].Kind == StepKind.Input
                ? Argument(argument, kernel.IsSingle, box[(int)kernel.Steps[i].Value], zero)
                : Of(kernel, kernel.Steps[i], bounds, zero);
        }
        Bound result = bounds[kernel.Result];
        double byAdjoints = ByAdjoints(kernel, bounds, out double before);
        return new(Math.Min(result.Error, byAdjoints), Math.Min(result.Before, before), result.ErrorPer, result.BeforePer);
    }

    /// <summary>
    /// The same from the derivatives of the result in each step's rounding, for all values that steps can have with errors (mean value theorem): what goes to the result
    /// on several ways with several signs counts once. Only the last rounding is on top.
    /// </summary>
    private static double ByAdjoints(Kernel kernel, Bound[] bounds, out double before)
    {
        before = double.PositiveInfinity;
        int last = kernel.Result;
        Interval[] values = Array.ConvertAll(bounds, static b => b.Error <= double.MaxValue ? b.Value + new Interval(-b.Error, b.Error) : Interval.Entire);
        Interval[] adjoints = new Interval[bounds.Length];
        adjoints[last] = 1;
        double error = 0;
        for (int i = last; i >= 0; i--)
        {
            Step step = kernel.Steps[i];
            Interval adjoint = adjoints[i];
            if (i != last)
            {
                error = Ball.Up(error + Times(adjoint.Magnitude, bounds[i].Local));
            }
            switch (step.Kind)
            {
                case StepKind.Add or StepKind.Subtract:
                    adjoints[step.A] += adjoint;
                    adjoints[step.B] += step.Kind == StepKind.Add ? adjoint : -adjoint;
                    break;
                case StepKind.Negate:
                    adjoints[step.A] -= adjoint;
                    break;
                case StepKind.Multiply or StepKind.MultiplyAdd:
                    adjoints[step.A] += adjoint * values[step.B];
                    adjoints[step.B] += adjoint * values[step.A];
                    if (step.Kind == StepKind.MultiplyAdd)
                    {
                        adjoints[step.C] += adjoint;
                    }
                    break;
                case StepKind.Absolute:
                    adjoints[step.A] += adjoint * Interval.Sign(values[step.A]);
                    break;
                case StepKind.CopySign:
                    adjoints[step.A] += adjoint * new Interval(-1, 1);
                    break;
                case StepKind.SquareRoot:
                    adjoints[step.A] += adjoint / (2 * Interval.Sqrt(values[step.A]));
                    break;
                case StepKind.Call:
                    adjoints[step.A] += adjoint * kernel.Blocks[(int)step.Value].Slopes(values[step.A]);
                    break;
                case StepKind.Divide:
                    Interval share = adjoint / values[step.B];
                    adjoints[step.A] += share;
                    adjoints[step.B] -= share * (values[step.A] / values[step.B]);
                    break;
                default:
                    break; // what the argument and constants have, they have had
            }
        }
        if (double.IsNaN(error))
        {
            return double.PositiveInfinity;
        }
        if (bounds[last].Local == 0 || kernel.Steps[last].Kind is StepKind.Call or StepKind.Input)
        {
            return Ball.Up(error + bounds[last].Local);
        }
        before = error;
        return AfterRounding(Ball.Up(bounds[last].Value.Magnitude + error), error, kernel.IsSingle);
    }

    private static Bound Argument(ArgumentError argument, bool isSingle, Interval box, double? zero)
    {
        double error = argument.Absolute;
        if (argument.IsRounded)
        {
            error = Ball.Up(error + HalfUnit(Ball.Up(box.Magnitude + error), isSingle));
        }
        if (argument.IsRounded && box.Magnitude >= argument.TwiceFrom)
        {
            error = Ball.Up(error + HalfUnit(Ball.Up(box.Magnitude + error), isSingle));
            return new(box, double.PositiveInfinity, error, double.PositiveInfinity, error);
        }
        error = argument.IsZero ? 0 : Math.Min(error, Ball.Up(box.Magnitude * argument.Share)); // near zero, where a number is smaller than what is not exact
        return new(box, zero == 0 ? 1 : double.PositiveInfinity, error, zero == 0 ? argument.Share : double.PositiveInfinity, error);
    }

    private static Bound Of(Kernel kernel, Step step, Bound[] bounds, double? zero)
    {
        bool isSingle = kernel.IsSingle;
        switch (step.Kind)
        {
            case StepKind.Constant:
                return new(step.Value, step.Value == 0 ? 0 : double.PositiveInfinity, 0, 0);
            case StepKind.Negate:
                return bounds[step.A] with { Value = -bounds[step.A].Value, Local = 0 };
            case StepKind.Absolute:
                return bounds[step.A] with { Value = Interval.Abs(bounds[step.A].Value), Local = 0 };
            case StepKind.CopySign:
                // A value whose sign its error can change keeps the error: ||a'| − |a|| ≤ |a' − a|; the kernel's symmetry is what makes signs agree.
                return bounds[step.A] with { Value = Interval.CopySign(bounds[step.A].Value, bounds[step.B].Value), Local = 0 };
            case StepKind.SquareRoot:
                return Rounded(Root(bounds[step.A]), isSingle);
            case StepKind.Call:
                return Called(kernel.Blocks[(int)step.Value], bounds[step.A]);
            case StepKind.Add:
                return Rounded(Sum(bounds[step.A], bounds[step.B]), isSingle);
            case StepKind.Subtract:
                if (IsExact(kernel, step, bounds))
                {
                    double middle = kernel.Steps[step.B].Value;
                    return new(bounds[step.A].Value - middle, zero == middle ? 1 : double.PositiveInfinity, 0, zero == middle ? 0 : double.PositiveInfinity);
                }
                Bound subtracted = bounds[step.B];
                return Rounded(Sum(bounds[step.A], subtracted with { Value = -subtracted.Value }), isSingle);
            case StepKind.Multiply:
                return Rounded(Product(bounds[step.A], bounds[step.B], step.A == step.B), isSingle);
            case StepKind.MultiplyAdd:
                return Rounded(Sum(Product(bounds[step.A], bounds[step.B], step.A == step.B), bounds[step.C]), isSingle);
            case StepKind.Divide:
                Step divisor = kernel.Steps[step.B];
                bool isOfItself = divisor.Kind == StepKind.Add && divisor.A == step.A && kernel.Steps[divisor.B] is { Kind: StepKind.Constant, Value: > 0 } && bounds[step.A].Value.Lo >= 0;
                return Rounded(isOfItself ? OfItself(bounds[step.A], bounds[step.B], kernel.Steps[divisor.B].Value) : Quotient(bounds[step.A], bounds[step.B]), isSingle);
            default:
                throw new ApproximationException("the program has steps that rounding analysis does not know");
        }
    }

    /// <summary>True for x − c where that is a number of the format: c is 0, or c/2 ≤ x ≤ 2c (Sterbenz 1974).</summary>
    private static bool IsExact(Kernel kernel, Step step, Bound[] bounds)
    {
        if (kernel.Steps[step.A].Kind != StepKind.Input || bounds[step.A].Error != 0 || kernel.Steps[step.B] is not { Kind: StepKind.Constant, Value: var c })
        {
            return false;
        }
        Interval x = bounds[step.A].Value;
        return c == 0 || (c > 0 ? x.Lo >= 0.5 * c && x.Hi <= 2 * c : x.Hi <= 0.5 * c && x.Lo >= 2 * c);
    }

    /// <summary>|√a' − √a| ≤ ea/(√a' + √a), and at most √ea.</summary>
    private static Bound Root(Bound a)
    {
        double least = Math.Max(0, a.Value.Lo - a.Error) * 0.9999999999999991;
        double error = a.Error == 0 ? 0 : Math.Min(Ball.Up(a.Error / (2 * Math.Sqrt(least))), Ball.Up(Math.Sqrt(a.Error)));
        return new(Interval.Sqrt(a.Value), double.PositiveInfinity, a.Value.Lo < 0 ? double.PositiveInfinity : error, double.PositiveInfinity);
    }

    /// <summary>A block at the computed argument, whose distance from the exact one the function's slope carries on.</summary>
    private static Bound Called(FunctionBlock block, Bound a)
    {
        Interval computed = a.Error <= double.MaxValue ? a.Value + new Interval(-a.Error, a.Error) : Interval.Entire;
        if (!(computed.Lo >= block.Domain.Lo && computed.Hi <= block.Domain.Hi) && a.Error > 0)
        {
            // The proof of a block is about its domain alone.
            return new(Interval.Entire, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        }
        Interval value = block.Values(a.Value);
        double slope = a.Error == 0 ? 0 : block.Slopes(computed).Magnitude;
        double moved = Times(slope, a.Error);
        double relative = block.RelativeOn(a.Error == 0 ? a.Value : computed);
        double local = Math.Min(block.Absolute, Ball.Up(relative * Ball.Up(value.Magnitude + moved)));
        double valuePer = double.PositiveInfinity, errorPer = double.PositiveInfinity;
        if (block.IsZeroAtZero)
        {
            slope = block.Slopes(Interval.Hull(0, computed)).Magnitude;
            valuePer = Ball.Up(Times(slope, a.ValuePer));
            errorPer = Ball.Up(Times(slope, a.ErrorPer) + Ball.Up(relative * (valuePer + Times(slope, a.ErrorPer))));
        }
        return new(value, valuePer, Ball.Up(moved + local), errorPer, local);
    }

    private static Bound Sum(Bound a, Bound b) => new(a.Value + b.Value, Ball.Up(a.ValuePer + b.ValuePer), Ball.Up(a.Error + b.Error), Ball.Up(a.ErrorPer + b.ErrorPer));

    private static Bound Product(Bound a, Bound b, bool isSquare)
    {
        double left = a.Value.Magnitude, right = b.Value.Magnitude;
        double error = Ball.Up((left * b.Error) + (right * a.Error) + (a.Error * b.Error));
        double valuePer = Ball.Up(Math.Min(Times(a.ValuePer, right), Times(left, b.ValuePer)));
        // |a|·eb + |b|·ea + ea·eb, each with the distance in either factor.
        double errorPer = Ball.Up(
            Math.Min(Times(left, b.ErrorPer), Times(a.ValuePer, b.Error)) + Math.Min(Times(right, a.ErrorPer), Times(b.ValuePer, a.Error))
            + Math.Min(Times(a.Error, b.ErrorPer), Times(a.ErrorPer, b.Error)));
        return new(isSquare ? Interval.Sqr(a.Value) : a.Value * b.Value, valuePer, error, errorPer);
    }

    /// <summary>|a'/b' − a/b| ≤ (ea + |a/b|·eb)/|b'|.</summary>
    private static Bound Quotient(Bound a, Bound b)
    {
        double least = b.Value.Mignitude - b.Error;
        if (!(least > 0))
        {
            return new(Interval.Entire, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
        }
        least *= 0.9999999999999991; // 1 − 2⁻⁵⁰
        Interval value = a.Value / b.Value;
        double error = Ball.Up((a.Error + (value.Magnitude * b.Error)) / least);
        double valuePer = Ball.Up(a.ValuePer / least);
        return new(value, valuePer, error, Ball.Up((a.ErrorPer + Times(valuePer, b.Error)) / least));
    }

    /// <summary>
    /// a/(a + c) for a ≥ 0: its slope is c/(a + c)², which an analysis that takes the two for independent does not see. What rounding the sum adds is divided by the sum once more.
    /// </summary>
    private static Bound OfItself(Bound a, Bound sum, double c)
    {
        double least = (a.Value.Lo + c - a.Error - sum.Local) * 0.9999999999999991;
        if (!(least > 0))
        {
            return Quotient(a, sum);
        }
        Interval value = new((((Interval)a.Value.Lo) / (((Interval)a.Value.Lo) + c)).Lo, (((Interval)a.Value.Hi) / (((Interval)a.Value.Hi) + c)).Hi);
        double slope = Ball.Up(c / Ball.Up(least * least)), rounding = Ball.Up(sum.Local / least);
        double valuePer = Ball.Up(a.ValuePer / least);
        double error = Ball.Up(Ball.Up(slope * a.Error) + Ball.Up(rounding * Ball.Up(value.Hi + Ball.Up(slope * a.Error))));
        return new(value, valuePer, error, Ball.Up(Times(slope, a.ErrorPer) + Ball.Up(rounding * Ball.Up(valuePer + Times(slope, a.ErrorPer)))));
    }

    private static Bound Rounded(Bound exact, bool isSingle)
    {
        double largest = Ball.Up(exact.Value.Magnitude + exact.Error);
        double per = Ball.Up(exact.ValuePer + exact.ErrorPer);
        double share = isSingle ? 5.9604644775390625e-08 : 1.1102230246251565e-16; // 2⁻²⁴, 2⁻⁵³
        double local = HalfUnit(largest, isSingle);
        return exact with { Local = local, Before = exact.Error, BeforePer = exact.ErrorPer, Error = AfterRounding(largest, exact.Error, isSingle), ErrorPer = Ball.Up(exact.ErrorPer + (share * per)) };
    }

    /// <summary>
    /// The error of a rounded number of at most a size, which had an error before. Where the size is just above a power of two, no further than numbers round down to
    /// it, a number above the power becomes the power, no further from the exact one than it was or than that is above the power; below it units are half as large.
    /// </summary>
    private static double AfterRounding(double largest, double error, bool isSingle)
    {
        if (!(largest <= (isSingle ? float.MaxValue : double.MaxValue)))
        {
            return double.PositiveInfinity;
        }
        double half = 0.5 * Formats.Unit(largest, isSingle);
        double above = largest - Binary.Scale(1, largest == 0 ? 0 : Binary.Exponent(largest));
        bool isAtPower = above <= half && largest > 1e-30; // units of subnormal numbers are all the same
        return isAtPower ? Math.Max(Ball.Up(error + (0.5 * half)), above) : Ball.Up(error + half);
    }

    /// <summary>
    /// Units in the last place of a value after a rounding, given the error before in these units. Rounding adds half a unit of the result; to a power of two, above
    /// which units are twice the value's, nothing as long as the error before is below one.
    /// </summary>
    public static double UlpsAfterRounding(double before) => Ball.Up(before + (before < 0.99 ? 0.5 : 1));

    /// <summary>What rounding moves a number of at most a size by.</summary>
    public static double HalfUnit(double largest, bool isSingle) => AfterRounding(largest, 0, isSingle);

    /// <summary>0 · ∞ is 0: there is no error to scale.</summary>
    private static double Times(double a, double b) => a == 0 || b == 0 ? 0 : a * b;

    /// <summary>Bounds of a step: its exact values, the error of the rounded one, both also per distance, and what its own rounding adds.</summary>
    private readonly record struct Bound(Interval Value, double ValuePer, double Error, double ErrorPer, double Local = 0, double Before = double.PositiveInfinity, double BeforePer = double.PositiveInfinity);
}
