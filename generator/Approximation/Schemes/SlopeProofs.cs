using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Proxima.Generator.Approximation;

/// <summary>Derivatives of approximations, computed beside the value, and the proofs of how far they are from the function's derivative.</summary>
internal static class SlopeProofs
{
    /// <summary>Boxes on all of which a derivative must be told from zero for its error to be relative.</summary>
    private const int Boxes = 64;

    /// <summary>The same approximation with its derivative.</summary>
    /// <exception cref="ApproximationException">The derivative's error is not proved: the function is not smooth there, or the program has none.</exception>
    public static Approximated Of(Target target, Wanted wanted, Approximated found, CancellationToken token)
    {
        Kernel program = KernelSlope.Of(found.Scheme.Program) ?? throw new ApproximationException("its derivative cannot be computed beside the value");
        ApproximatedSlope? worst = null;
        Measure measure = MeasureOf(target, wanted, found.Scheme.Box[0]);
        foreach ((Kernel kernel, Interval domain) in Parts(found.Scheme))
        {
            token.ThrowIfCancellationRequested();
            ApproximatedSlope part = Prove(target, measure, KernelSlope.Of(kernel)!, domain, isExact: false, token)
                ?? throw new ApproximationException("no bound of its derivative's error was found, as where it is not smooth");
            worst = worst is null || part.Bound.Upper > worst.Bound.Upper ? part : worst;
        }
        return found with { Slope = worst! with { Program = program } };
    }

    /// <summary>The proof of a program's derivative, or null.</summary>
    /// <param name="isExact">True when the program differs from the function and its derivative by rounding and the errors of blocks alone.</param>
    public static ApproximatedSlope? Prove(Target target, Wanted wanted, Kernel slope, Interval domain, bool isExact, CancellationToken token) =>
        Prove(target, MeasureOf(target, wanted, domain), slope, domain, isExact, token);

    private static ApproximatedSlope? Prove(Target target, Measure measure, Kernel slope, Interval domain, bool isExact, CancellationToken token)
    {
        ErrorBound bound = ErrorProof.Run(target, slope, domain, new(measure)
        {
            IsSlope = true,
            IsExact = isExact,
            Expected = slope.IsSingle ? 1e-7 : 1e-14,
            RoundingBoxes = isExact ? 400 : 64,
        }, token);
        return double.IsInfinity(bound.Upper) ? null : new(slope, bound, measure);
    }

    /// <summary>Relative where that is what is asked of the value, and the derivative has no zero.</summary>
    private static Measure MeasureOf(Target target, Wanted wanted, Interval domain)
    {
        if (wanted.Measure == Measure.Absolute)
        {
            return Measure.Absolute;
        }
        for (int i = 0; i < Boxes; i++)
        {
            double width = (domain.Hi - domain.Lo) / Boxes;
            Series<Interval, IntervalField> series = new(target.Graph, new Interval(domain.Lo + (i * width), i == Boxes - 1 ? domain.Hi : domain.Lo + ((i + 1) * width)), 1);
            if (target.Find(series) is not { } node || !(series[node, 1].Mignitude > 0))
            {
                return Measure.Absolute;
            }
        }
        return Measure.Relative;
    }

    private static IEnumerable<(Kernel Kernel, Interval Domain)> Parts(Scheme scheme)
    {
        if (scheme is not PolynomialScheme polynomials)
        {
            return [(scheme.Program, scheme.Box[0])];
        }
        return Enumerable.Range(0, polynomials.Segments).Where(i => polynomials.DomainOf(i) is not null).Select(i => (polynomials.KernelOf(i), polynomials.DomainOf(i)!.Value));
    }
}
