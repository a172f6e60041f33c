using System;

namespace Proxima.Linear;

/// <summary>
/// Upper bounds under construction: bound i is Σ coefficients · results + constant + error. What was rounded on the way is in the error, so that every
/// coefficient counts as exact from then on.
/// </summary>
internal sealed partial class Rows
{
    public double[] Constant { get; private set; } = [];

    public double[] Error { get; private set; } = [];

    public void Reset(int count)
    {
        if (Constant.Length < count)
        {
            Constant = new double[count];
            Error = new double[count];
            return;
        }
        Array.Clear(Constant, 0, count);
        Array.Clear(Error, 0, count);
    }

    /// <summary>
    /// Replaces results by lines over their one argument, in place: a positive coefficient takes the upper line, a negative one the lower. Row i of the
    /// coefficients uses row <c>i / rowsPerLine + first</c> of the lines.
    /// </summary>
    public void Relax(Matrix coefficients, in Lines lines, double gamma, int rowsPerLine, int first = 0)
    {
        int stride = coefficients.Stride;
        for (int i = 0; i < coefficients.Rows; i++)
        {
            RelaxRow(coefficients.Data, lines, gamma, i * stride, ((i / rowsPerLine) + first) * stride, stride, i);
        }
    }

    /// <summary>
    /// The same onto what <paramref name="target"/> holds. With <paramref name="shifts"/> the constants of the lines count too (once for two arguments);
    /// <paramref name="size"/> is what the new coefficients multiply, for the rounding of their sum, where two are added.
    /// </summary>
    public void AddRelaxed(Matrix source, Matrix target, in Lines lines, double gamma, int rowsPerLine, int first, bool shifts, double[]? size)
    {
        int stride = source.Stride;
        for (int i = 0; i < source.Rows; i++)
        {
            int row = i * stride, line = ((i / rowsPerLine) + first) * stride;
            for (int k = 0; k < source.Columns; k++)
            {
                double coefficient = source.Data[row + k];
                if (coefficient == 0)
                {
                    continue;
                }
                bool isUp = coefficient > 0;
                double product = coefficient * (isUp ? lines.UpSlope[line + k] : lines.LowSlope[line + k]);
                double shift = shifts ? coefficient * (isUp ? lines.UpShift[line + k] : lines.LowShift[line + k]) : 0;
                target.Data[row + k] += product;
                Constant[i] += shift;
                Error[i] += gamma * ((size is null || product == 0 ? 0 : Math.Abs(product) * size[line + k]) + Math.Abs(shift));
            }
        }
    }

    /// <summary>
    /// Replaces uses h by lines over g, added to <paramref name="sums"/>, and over the variables of the partial derivatives, added to <paramref name="factors"/>.
    /// </summary>
    public void AddMixed(Matrix uses, Matrix sums, Matrix factors, AdjointArgument argument, double gamma, int rowsPerLine, int first, double[] size)
    {
        int stride = uses.Stride;
        Lines lines = argument.MixedLines;
        for (int i = 0; i < uses.Rows; i++)
        {
            int row = i * stride, line = ((i / rowsPerLine) + first) * stride;
            for (int k = 0; k < uses.Columns; k++)
            {
                double coefficient = uses.Data[row + k];
                if (coefficient == 0)
                {
                    continue;
                }
                bool isUp = coefficient > 0;
                double product = coefficient * (isUp ? lines.UpSlope[line + k] : lines.LowSlope[line + k]);
                double factor = coefficient * (isUp ? argument.UpFactor[line + k] : argument.LowFactor[line + k]);
                double shift = coefficient * (isUp ? lines.UpShift[line + k] : lines.LowShift[line + k]);
                sums.Data[row + k] += product;
                factors.Data[row + k] += factor;
                Constant[i] += shift;
                Error[i] += gamma * ((product == 0 ? 0 : Math.Abs(product) * size[line + k]) + Math.Abs(shift));
            }
        }
    }

    /// <summary>Takes over the constants and errors of other bounds.</summary>
    public void CopyFrom(Rows other, int count)
    {
        Array.Copy(other.Constant, Constant, count);
        Array.Copy(other.Error, Error, count);
    }

    /// <summary>Adds the biases of affine expressions and what their evaluation may be off by.</summary>
    public void Settle(Matrix coefficients, double[] bias, double[] error, int rowsPerLine, int first = 0)
    {
        int stride = coefficients.Stride;
        for (int i = 0; i < coefficients.Rows; i++)
        {
            SettleRow(coefficients.Data, bias, error, i * stride, ((i / rowsPerLine) + first) * stride, stride, i);
        }
    }

    /// <summary>Bound i, certified: its largest value over the box of the results that the coefficients still multiply.</summary>
    public double Upper(Matrix coefficients, int bound, double[] low, double[] high, double gamma) =>
        Largest(coefficients.Data, low, high, gamma, bound * coefficients.Stride, coefficients.Columns, bound);

    /// <summary>Bound i, certified, when no coefficient is left.</summary>
    public double Upper(int bound, double gamma) => Largest([], [], [], gamma, 0, 0, bound);
}

/// <summary>Lines around many operations.</summary>
internal readonly record struct Lines(double[] UpSlope, double[] LowSlope, double[] UpShift, double[] LowShift);
