using System;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace Proxima.Linear;

internal sealed partial class Rows
{
    // A coefficient of zero asks for nothing: 0 · ∞ is not a number.
    private void RelaxRow(double[] coefficients, in Lines lines, double gamma, int row, int line, int stride, int bound)
    {
        double constant = 0, error = 0;
        int k = 0;
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> constants = default, errors = default;
            ref double to = ref coefficients[row];
            ref double upSlope = ref lines.UpSlope[line], lowSlope = ref lines.LowSlope[line], upShift = ref lines.UpShift[line], lowShift = ref lines.LowShift[line];
            for (; k < stride; k += 4)
            {
                Vector256<double> coefficient = Vector256.LoadUnsafe(ref to, (nuint)k), none = Vector256.Equals(coefficient, default);
                Vector256<double> isUp = Vector256.GreaterThan(coefficient, default);
                Vector256<double> slope = Vector256.ConditionalSelect(isUp, Vector256.LoadUnsafe(ref upSlope, (nuint)k), Vector256.LoadUnsafe(ref lowSlope, (nuint)k));
                Vector256<double> shift = Vector256.ConditionalSelect(isUp, Vector256.LoadUnsafe(ref upShift, (nuint)k), Vector256.LoadUnsafe(ref lowShift, (nuint)k));
                Vector256<double> term = Vector256.AndNot(coefficient * shift, none);
                Vector256.AndNot(coefficient * slope, none).StoreUnsafe(ref to, (nuint)k);
                constants += term;
                errors += Vector256.Abs(term);
            }
            constant = Vector256.Sum(constants);
            error = Vector256.Sum(errors);
        }
#endif
        for (; k < stride; k++)
        {
            double coefficient = coefficients[row + k];
            if (coefficient == 0)
            {
                continue;
            }
            bool isUp = coefficient > 0;
            double shift = coefficient * (isUp ? lines.UpShift[line + k] : lines.LowShift[line + k]);
            coefficients[row + k] = coefficient * (isUp ? lines.UpSlope[line + k] : lines.LowSlope[line + k]);
            constant += shift;
            error += Math.Abs(shift);
        }
        Constant[bound] += constant;
        Error[bound] += gamma * error;
    }

    private void SettleRow(double[] coefficients, double[] bias, double[] slack, int row, int line, int stride, int bound)
    {
        double constant = 0, error = 0;
        int k = 0;
#if NET
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<double> constants = default, errors = default;
            ref double from = ref coefficients[row], biases = ref bias[line], slacks = ref slack[line];
            for (; k < stride; k += 4)
            {
                Vector256<double> coefficient = Vector256.LoadUnsafe(ref from, (nuint)k), none = Vector256.Equals(coefficient, default);
                constants += coefficient * Vector256.LoadUnsafe(ref biases, (nuint)k);
                errors += Vector256.AndNot(Vector256.Abs(coefficient) * Vector256.LoadUnsafe(ref slacks, (nuint)k), none);
            }
            constant = Vector256.Sum(constants);
            error = Vector256.Sum(errors);
        }
#endif
        for (; k < stride; k++)
        {
            double coefficient = coefficients[row + k];
            if (coefficient == 0)
            {
                continue;
            }
            constant += coefficient * bias[line + k];
            error += Math.Abs(coefficient) * slack[line + k];
        }
        Constant[bound] += constant;
        Error[bound] += error;
    }

    /// <summary>The largest value of row i's coefficients over a box.</summary>
    private double Largest(double[] coefficients, double[] low, double[] high, double gamma, int row, int count, int bound)
    {
        double constant = 0, error = 0;
        for (int k = 0; k < count; k++)
        {
            double coefficient = coefficients[row + k];
            if (coefficient == 0)
            {
                continue;
            }
            double term = coefficient * (coefficient > 0 ? high[k] : low[k]);
            constant += term;
            error += Math.Abs(term);
        }
        error = (gamma * (error + Math.Abs(Constant[bound]))) + (Error[bound] * (1 + 1e-6));
        return Roundoff.UpperOrInfinite(Roundoff.Up(Constant[bound] + constant + error, Math.Abs(constant) + Math.Abs(Constant[bound]) + error));
    }
}
