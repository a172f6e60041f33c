using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>Approximations by structures of the library, whose constants are fitted anew: what a search found for one function does for its kin.</summary>
internal static class Skeletons
{
    /// <summary>How much smaller the largest error can become after least squares at few points.</summary>
    private const double Gain = 2.5;

    /// <summary>A share of the tolerance that is left to rounding and to what samples do not show.</summary>
    private const double Share = 0.995;

    /// <summary>As many as are rounded and proved before it ends: each takes milliseconds.</summary>
    private const int MostProofs = 3;

    /// <summary>As many as are fitted, for the same reason.</summary>
    private const int MostFits = 32;

    /// <summary>How much better a fit to another function may do than the skeleton did for its own, before it is not worth looking at.</summary>
    private const double Luck = 8;

    /// <summary>The cheapest program that is proved to be within a tolerance, among those that cost less than a number of cycles.</summary>
    public static (Skeleton Skeleton, Kernel Kernel, ErrorBound Bound)? Cheapest(Target target, Wanted wanted, double cycles, CancellationToken token)
    {
        (double lo, double hi) = Domain(wanted);
        SkeletonFit fit = new(target, lo, hi, wanted.Measure, wanted.IsSingle);
        double tolerance = wanted.RelativeTolerance;
        int proofs = 0, fits = 0;
        Dictionary<int, double> polynomials = [];
        foreach ((Skeleton skeleton, double cost) in ByCost(wanted))
        {
            token.ThrowIfCancellationRequested();
            if (cost >= cycles || proofs == MostProofs || fits == MostFits)
            {
                break;
            }
            if (!polynomials.TryGetValue(skeleton.Operations, out double polynomial))
            {
                polynomial = fit.Polynomial(skeleton.Operations);
                polynomials.Add(skeleton.Operations, polynomial);
            }
            if (polynomial > Luck * skeleton.Gain * tolerance)
            {
                continue;
            }
            fits++;
            (double[] constants, double error) = fit.Quick(skeleton);
            if (error > Gain * tolerance)
            {
                continue;
            }
            (Kernel kernel, double expected) = fit.Rounded(skeleton, constants, tolerance * Share);
            if (expected > tolerance * Share)
            {
                continue;
            }
            proofs++;
            ErrorBound bound = fit.Prove(kernel, expected, token);
            if (bound.Upper <= wanted.Tolerance)
            {
                return (skeleton, kernel, bound);
            }
        }
        return null;
    }

    /// <summary>The program of at most a number of operations with the smallest error that is proved.</summary>
    public static (Kernel Kernel, ErrorBound Bound)? Best(Target target, Wanted wanted, int operations, CancellationToken token)
    {
        (double lo, double hi) = Domain(wanted);
        SkeletonFit fit = new(target, lo, hi, wanted.Measure, wanted.IsSingle);
        (Kernel Kernel, ErrorBound Bound)? best = null;
        foreach ((Skeleton skeleton, double[] constants, _) in SkeletonLibrary.All.Where(s => s.Operations <= operations)
            .Select(s => (Skeleton: s, Fitted: fit.Quick(s))).OrderBy(static s => s.Fitted.Error).Take(MostProofs).Select(static s => (s.Skeleton, s.Fitted.Constants, s.Fitted.Error)))
        {
            (Kernel kernel, double expected) = fit.Rounded(skeleton, constants, double.PositiveInfinity);
            ErrorBound bound = fit.Prove(kernel, expected, token);
            best = best is null || bound.Upper < best.Value.Bound.Upper ? (kernel, bound) : best;
        }
        return best;
    }

    private static (double Lo, double Hi) Domain(Wanted wanted) => (Formats.Ceiling(wanted.Lo, wanted.IsSingle), Formats.Floor(wanted.Hi, wanted.IsSingle));

    private static IEnumerable<(Skeleton Skeleton, double Cost)> ByCost(Wanted wanted) =>
        SkeletonLibrary.All.Select(s => (Skeleton: s, Cost: wanted.CostOf(new Kernel(wanted.IsSingle, s.Steps)))).OrderBy(static s => s.Cost);
}
