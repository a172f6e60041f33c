using System;
using Proxima;

namespace Samples.Fitting;

/// <summary>
/// Prey and predators (Lotka 1925, Volterra 1926), integrated by the classical Runge–Kutta rule. The six parameters are logarithms, so that none can turn
/// negative: growth of the prey, losses by predation, death of the predators, growth by predation, and both populations in the first year.
/// </summary>
public static partial class Populations
{
    public const int ParameterCount = 6;

    private const int StepsPerYear = 10;

    /// <summary>How far the model is from what was counted, as logarithms: the hares of all years, then the lynxes.</summary>
    /// <param name="p">The parameters, <see cref="ParameterCount"/> logarithms.</param>
    /// <param name="hares">Counted hares, one per year.</param>
    /// <param name="lynxes">Counted lynxes, one per year.</param>
    /// <param name="residuals">Receives two residuals per year.</param>
    [Jacobian]
    public static void Residuals(ReadOnlySpan<double> p, [Constant] double[] hares, [Constant] double[] lynxes, [Result] Span<double> residuals)
    {
        double growth = Math.Exp(p[0]), predation = Math.Exp(p[1]), death = Math.Exp(p[2]), gain = Math.Exp(p[3]);
        double prey = Math.Exp(p[4]), predators = Math.Exp(p[5]);
        for (int year = 0; year < hares.Length; year++)
        {
            residuals[year] = Math.Log(prey) - Math.Log(hares[year]);
            residuals[hares.Length + year] = Math.Log(predators) - Math.Log(lynxes[year]);
            for (int step = 0; step < StepsPerYear; step++)
            {
                const double h = 1.0 / StepsPerYear;
                double u1 = prey * (growth - (predation * predators)), w1 = predators * ((gain * prey) - death);
                double u = prey + (h / 2 * u1), w = predators + (h / 2 * w1);
                double u2 = u * (growth - (predation * w)), w2 = w * ((gain * u) - death);
                u = prey + (h / 2 * u2);
                w = predators + (h / 2 * w2);
                double u3 = u * (growth - (predation * w)), w3 = w * ((gain * u) - death);
                u = prey + (h * u3);
                w = predators + (h * w3);
                double u4 = u * (growth - (predation * w)), w4 = w * ((gain * u) - death);
                prey += h / 6 * (u1 + (2 * u2) + (2 * u3) + u4);
                predators += h / 6 * (w1 + (2 * w2) + (2 * w3) + w4);
            }
        }
    }

    /// <summary>Half the sum of the squared residuals.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="hares">Counted hares, one per year.</param>
    /// <param name="lynxes">Counted lynxes, one per year.</param>
    [Gradient]
    public static double Loss(ReadOnlySpan<double> p, [Constant] double[] hares, [Constant] double[] lynxes)
    {
        double[] residuals = new double[2 * hares.Length];
        Residuals(p, hares, lynxes, residuals);
        double sum = 0;
        foreach (double residual in residuals)
        {
            sum += residual * residual;
        }
        return sum / 2;
    }
}
