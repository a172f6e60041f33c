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

    private RoundingError(double absolute, double perDistance)
    {
        Absolute = absolute;
        PerDistance = perDistance;
    }

    public static RoundingError Of(Kernel kernel, Interval box, double? zero)
    {
        Bound[] bounds = new Bound[kernel.Steps.Count];
        for (int i = 0; i < bounds.Length; i++)
        {
            bounds[i] = Of(kernel.Steps[i], bounds, kernel.IsSingle, box, zero);
        }
        Bound result = bounds[bounds.Length - 1];
        return new(Math.Min(result.Error, ByAdjoints(kernel, bounds)), result.ErrorPer);
    }

    /// <summary>
    /// The same from the derivatives of the result in each step's rounding, for all values that steps can have with errors (mean value theorem): what goes to the result
    /// on several ways with several signs counts once. Only the last rounding is on top.
    /// </summary>
    private static double ByAdjoints(Kernel kernel, Bound[] bounds)
    {
        int last = bounds.Length - 1;
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
                case StepKind.Divide:
                    Interval share = adjoint / values[step.B];
                    adjoints[step.A] += share;
                    adjoints[step.B] -= share * (values[step.A] / values[step.B]);
                    break;
                default:
                    break; // the argument and constants are exact
            }
        }
        double largest = Ball.Up(bounds[last].Value.Magnitude + error);
        return bounds[last].Local == 0 ? error : double.IsNaN(error) ? double.PositiveInfinity : AfterRounding(largest, error, kernel.IsSingle);
    }

    private static Bound Of(Step step, Bound[] bounds, bool isSingle, Interval box, double? zero)
    {
        switch (step.Kind)
        {
            case StepKind.Input:
                return new(box, zero == 0 ? 1 : double.PositiveInfinity, 0, 0);
            case StepKind.Constant:
                return new(step.Value, step.Value == 0 ? 0 : double.PositiveInfinity, 0, 0);
            case StepKind.Negate:
                return bounds[step.A] with { Value = -bounds[step.A].Value };
            case StepKind.Add:
                return Rounded(Sum(bounds[step.A], bounds[step.B]), isSingle);
            case StepKind.Subtract:
                Bound subtracted = bounds[step.B];
                return Rounded(Sum(bounds[step.A], subtracted with { Value = -subtracted.Value }), isSingle);
            case StepKind.Multiply:
                return Rounded(Product(bounds[step.A], bounds[step.B], step.A == step.B), isSingle);
            case StepKind.MultiplyAdd:
                return Rounded(Sum(Product(bounds[step.A], bounds[step.B], step.A == step.B), bounds[step.C]), isSingle);
            default:
                return Rounded(Quotient(bounds[step.A], bounds[step.B]), isSingle);
        }
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

    private static Bound Rounded(Bound exact, bool isSingle)
    {
        double largest = Ball.Up(exact.Value.Magnitude + exact.Error);
        double per = Ball.Up(exact.ValuePer + exact.ErrorPer);
        double share = isSingle ? 5.9604644775390625e-08 : 1.1102230246251565e-16; // 2⁻²⁴, 2⁻⁵³
        double local = HalfUnit(largest, isSingle);
        return exact with { Local = local, Error = AfterRounding(largest, exact.Error, isSingle), ErrorPer = Ball.Up(exact.ErrorPer + (share * per)) };
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

    private static double HalfUnit(double largest, bool isSingle) => AfterRounding(largest, 0, isSingle);

    /// <summary>0 · ∞ is 0: there is no error to scale.</summary>
    private static double Times(double a, double b) => a == 0 || b == 0 ? 0 : a * b;

    /// <summary>Bounds of a step: its exact values, the error of the rounded one, both also per distance, and what its own rounding adds.</summary>
    private readonly record struct Bound(Interval Value, double ValuePer, double Error, double ErrorPer, double Local = 0);
}
