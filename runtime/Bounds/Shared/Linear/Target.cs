using System;

namespace Proxima.Linear;

/// <summary>A number that grows with derivatives, which a search bounds from above: a norm of a row or of a column, or one signed entry.</summary>
internal abstract class Target(params int[] results)
{
    /// <summary>The results whose derivatives it needs.</summary>
    public int[] Results { get; } = results;

    /// <summary>Whether the ranges of single derivatives matter beside a functional of them.</summary>
    public virtual bool UsesRanges => true;

    /// <summary>Certified from the ranges of the adjoint, which ran for <see cref="Results"/>.</summary>
    public abstract double Upper(Adjoint adjoint);

    /// <summary>What the ranges at one point certainly reach.</summary>
    public abstract double Lower(AdjointBounds gradient, int inputs);

    /// <summary>
    /// The targets whose largest is the operator norm of the Jacobian: for ‖·‖∞ each row's sum of magnitudes, for ‖·‖₁ each column's, for ‖·‖₂ the spectral norm.
    /// </summary>
    public static Target[] Norms(Norm norm, int results, int inputs)
    {
        int[] all = new int[results];
        for (int r = 0; r < results; r++)
        {
            all[r] = r;
        }
        switch (norm)
        {
            case Norm.Infinity:
                return Array.ConvertAll(all, static r => (Target)new RowSum(r));
            case Norm.One:
                Target[] columns = new Target[inputs];
                for (int k = 0; k < inputs; k++)
                {
                    columns[k] = new ColumnSum(k, all);
                }
                return columns;
            default:
                return results == 1 ? [new Length(0)] : [new Spectral(all)];
        }
    }

    private static double Magnitude(AdjointBounds gradient, int row, int k) =>
        Roundoff.Magnitude(gradient.Low[(row * gradient.Stride) + k], gradient.High[(row * gradient.Stride) + k]);

    /// <summary>The least magnitude in a range.</summary>
    private static double Mignitude(AdjointBounds gradient, int row, int k) =>
        Math.Max(0, Math.Max(gradient.Low[(row * gradient.Stride) + k], -gradient.High[(row * gradient.Stride) + k]));

    /// <summary>Σ over the inputs of |∂ result / ∂ input|.</summary>
    private sealed class RowSum(int result) : Target(result)
    {
        public override double Upper(Adjoint adjoint) => adjoint.Norm(0);

        public override double Lower(AdjointBounds gradient, int inputs)
        {
            double sum = 0;
            for (int k = 0; k < inputs; k++)
            {
                sum += Mignitude(gradient, 0, k);
            }
            return sum * (1 - (2 * inputs * Roundoff.Unit));
        }
    }

    /// <summary>Σ over the results of |∂ result / ∂ input|.</summary>
    private sealed class ColumnSum(int input, int[] results) : Target(results)
    {
        public override double Upper(Adjoint adjoint)
        {
            double sum = 0;
            for (int r = 0; r < Results.Length; r++)
            {
                sum += Math.Min(Magnitude(adjoint.Gradient, r, input), adjoint.Magnitude(r, input, isFirst: r == 0));
            }
            return Roundoff.UpperOrInfinite(sum * (1 + (4 * Results.Length * Roundoff.Unit)));
        }

        public override double Lower(AdjointBounds gradient, int inputs)
        {
            double sum = 0;
            for (int r = 0; r < Results.Length; r++)
            {
                sum += Mignitude(gradient, r, input);
            }
            return sum * (1 - (2 * Results.Length * Roundoff.Unit));
        }
    }

    /// <summary>The Euclidean length of one result's gradient.</summary>
    private sealed class Length(int result) : Target(result)
    {
        public override double Upper(Adjoint adjoint) => adjoint.Length(0);

        public override double Lower(AdjointBounds gradient, int inputs)
        {
            double sum = 0;
            for (int k = 0; k < inputs; k++)
            {
                double least = Mignitude(gradient, 0, k);
                sum += least * least;
            }
            return Math.Sqrt(sum) * (1 - (2 * (inputs + 2) * Roundoff.Unit));
        }
    }

    /// <summary>∂ result / ∂ input, or its negative.</summary>
    internal sealed class Entry(int result, int input, int sign) : Target(result)
    {
        public override bool UsesRanges => false;

        public override double Upper(Adjoint adjoint) => Math.Min(
            sign > 0 ? adjoint.Gradient.High[input] : -adjoint.Gradient.Low[input],
            adjoint.Entry(0, input, sign));

        public override double Lower(AdjointBounds gradient, int inputs) => sign > 0 ? gradient.Low[input] : -gradient.High[input];
    }

    /// <summary>
    /// The spectral norm. Above: of the entries' largest magnitudes, by Collatz and Wielandt, or of their middles plus that of their radii. Below: ‖Jᵀw‖ for
    /// a unit vector w is no more than it.
    /// </summary>
    private sealed class Spectral(int[] results) : Target(results)
    {
        public override double Upper(Adjoint adjoint)
        {
            int inputs = adjoint.InputCount;
            double plain = 0, sum = 0;
            double[,] entries = new double[Results.Length, inputs];
            for (int r = 0; r < Results.Length; r++)
            {
                double length = adjoint.Length(r, isFirst: r == 0);
                sum += length * length;
                for (int k = 0; k < inputs; k++)
                {
                    entries[r, k] = Magnitude(adjoint.Gradient, r, k);
                    plain += entries[r, k];
                }
            }
            double bySum = Math.Sqrt(sum) * (1 + ((Results.Length + 4) * 4 * Roundoff.Unit));
            return double.IsInfinity(plain) || double.IsNaN(plain) ? Roundoff.UpperOrInfinite(bySum) : Math.Min(bySum, Math.Min(SpectralNorm.Above(entries), SpectralNorm.Centred(adjoint.Gradient, Results.Length, inputs)));
        }

        public override double Lower(AdjointBounds gradient, int inputs) => SpectralNorm.Below(gradient, Results.Length, inputs);
    }
}
