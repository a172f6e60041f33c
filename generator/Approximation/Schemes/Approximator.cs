using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Chooses an approximation: for each number of segments the lowest degree whose real polynomials are good enough, the cheapest of these by their port cost or latency first,
/// each with up to two degrees more where rounding needs them; the first whose error is proved is taken.
/// </summary>
internal static class Approximator
{
    private const int MostDegree = 20, MostDegreeOfSegments = 9, Retries = 2;

    /// <exception cref="ApproximationException">None is proved; the message says what was reached.</exception>
    public static Approximated Find(Target target, Wanted wanted, CancellationToken token = default)
    {
        RequireReachable(target, wanted);
        List<(SchemeFit Fit, int Degree, double Cost)> candidates = [];
        bool isCrowded = true;
        foreach (int segments in Segments(wanted))
        {
            SchemeFit fit = new(target, wanted, segments);
            isCrowded &= !fit.CanBeExact;
            if (fit.CanBeExact && LowestDegree(fit, wanted, token) is { } degree)
            {
                candidates.Add((fit, degree, Estimate(fit, degree, wanted)));
            }
        }
        double best = double.PositiveInfinity;
        Approximated? composed = wanted.Segments == 0 ? Composition.Find(target, wanted, token) : null;
        foreach ((SchemeFit fit, int degree, double cost) in candidates.OrderBy(static c => c.Cost))
        {
            if (composed is not null && composed.Cycles <= cost)
            {
                return composed;
            }
            EquatableArray<int> last = [];
            for (int more = 0; more <= 2 * Retries; more++)
            {
                EquatableArray<int> powers = fit.PowersUpTo(degree + more);
                if (powers.Equals(last))
                {
                    continue; // parity leaves the next power out
                }
                last = powers;
                Approximated found = fit.Prove(powers, token);
                if (found.Bound.Upper <= wanted.Tolerance && wanted.IsMetBy(found.Scheme, target))
                {
                    return found;
                }
                best = found.Bound.Upper < best ? found.Bound.Upper : best;
                if (last.Count - fit.PowersUpTo(degree).Count >= Retries)
                {
                    break;
                }
            }
        }
        if (composed is not null)
        {
            return composed;
        }
        if (isCrowded)
        {
            throw new ApproximationException("there is one exact argument for each piece, and two are too near to each other");
        }
        throw new ApproximationException(double.IsInfinity(best)
            ? "no polynomial of moderate degree is near it on all of the domain"
            : "the smallest error that was proved is " + best.ToString("G3", CultureInfo.InvariantCulture));
    }

    /// <summary>No result is nearer to its function than the numbers of the format are to each other.</summary>
    private static void RequireReachable(Target target, Wanted wanted)
    {
        double least = Formats.HalfUnit(wanted.IsSingle) * 0.5;
        if (wanted.Measure == Measure.Absolute)
        {
            double largest = 0;
            for (int i = 0; i <= 16; i++)
            {
                largest = System.Math.Max(largest, System.Math.Abs(target.Value(wanted.Lo + ((wanted.Hi - wanted.Lo) * i / 16)).Hi));
            }
            least *= largest;
        }
        if (wanted.RelativeTolerance < least)
        {
            throw new ApproximationException((wanted.IsSingle ? "a float" : "a double") + " holds its values only to about " + least.ToString("G1", CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<int> Segments(Wanted wanted)
    {
        if (wanted.Segments > 0)
        {
            return [wanted.Segments];
        }
        if (wanted.Exact.Count > 0)
        {
            return wanted.IsSingle ? [1, 3, 5, 8, 15, 16, 31, 32] : [1, 3, 5, 8, 15, 16];
        }
        return wanted.IsSingle ? [1, 16, 32] : [1, 8, 16];
    }

    private static int? LowestDegree(SchemeFit fit, Wanted wanted, CancellationToken token)
    {
        EquatableArray<int> last = [];
        for (int degree = 1; degree <= (fit.Segments == 1 ? MostDegree : MostDegreeOfSegments); degree++)
        {
            token.ThrowIfCancellationRequested();
            EquatableArray<int> powers = fit.PowersUpTo(degree);
            if (powers.Count > 0 && !powers.Equals(last) && fit.RealError(powers, wanted.RelativeTolerance) <= wanted.RelativeTolerance)
            {
                return degree;
            }
            last = powers;
        }
        return null;
    }

    /// <summary>The cost before there are coefficients.</summary>
    private static double Estimate(SchemeFit fit, int degree, Wanted wanted)
    {
        EquatableArray<int> powers = fit.PowersUpTo(degree);
        EquatableArray<double> zeros = new(new double[fit.Segments]);
        PolynomialScheme scheme = new(wanted.IsSingle, 0, 1, powers, powers.Select(p => new EquatableArray<double>([.. zeros.Select(z => z + p + 2)])).ToEquatableArray(), fit.Segments == 1 ? [] : zeros, 0, 0) { IsBalanced = wanted.IsLatency };
        return wanted.CostOf(scheme.Program);
    }
}
