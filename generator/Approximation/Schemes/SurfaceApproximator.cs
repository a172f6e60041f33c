using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// One polynomial in two or three variables, with the fewest terms whose error is proved: products of Chebyshev polynomials are left out and the rest fitted, then written in
/// powers, rounded and proved; as long as rounding or a place between samples takes more than was left for it, again with a smaller error of the fit.
/// </summary>
internal static class SurfaceApproximator
{
    private const int Tries = 5, BoxesOfTwo = 600, BoxesOfThree = 900;

    /// <param name="names">What the variables are called.</param>
    /// <exception cref="ApproximationException">None is proved; the message says what was reached.</exception>
    public static Approximated Find(Target target, WantedSurface wanted, IReadOnlyList<string> names, CancellationToken token = default)
    {
        EquatableArray<Interval> box = wanted.Arguments;
        Centring[] centres = [.. box.Select(b => Centring.Of(b, wanted.IsSingle))];
        (double Middle, double Reach)[] axes = [.. box.Select((b, i) => (centres[i].Middle, Math.Max(b.Hi - centres[i].Middle, centres[i].Middle - b.Lo)))];
        bool isRelative = wanted.Measure != Measure.Absolute;
        double largest = RequireReachable(target, wanted, box);
        ChebyshevTensor tensor = ChebyshevTensor.Of(x => Value(target, box, x), axes, size => wanted.RelativeTolerance * (isRelative ? size : 1), token);
        RequireDependence(tensor, names, wanted.RelativeTolerance * (isRelative ? largest : 1));
        SurfaceFit fit = new(tensor, isRelative);
        double rounding = 2 * Formats.HalfUnit(wanted.IsSingle) * (isRelative ? 1 : largest); // about what the last operations add
        double share = Math.Max(0.3, 0.95 - (rounding / wanted.RelativeTolerance)), best = double.PositiveInfinity;
        int least = 0;
        for (int i = 0; i < Tries; i++)
        {
            if (fit.Fewest(wanted.RelativeTolerance * share, least, token) is not { } found)
            {
                break;
            }
            Kernel kernel = SurfaceKernel.Of(Terms(tensor, found.Products, found.Factors, axes, centres, wanted.IsSingle), centres, names, wanted.IsSingle);
            ErrorBound bound = Prove(target, wanted, kernel, box, token);
            if (bound.Upper <= wanted.Tolerance)
            {
                return new(new KernelScheme(box, kernel, Form(tensor, found.Products, names)), bound, PortCost.Of(kernel, wanted.HasClamps ? box.Count : 0));
            }
            best = Math.Min(best, bound.Upper);
            if (double.IsInfinity(bound.Upper) && bound.Lower <= wanted.Tolerance)
            {
                break; // not too large an error, but none that is proved: more terms do not help
            }
            least = found.Products.Length + 1;
            share *= Math.Min(0.93, Math.Max(0.6, 0.97 * wanted.Tolerance / Math.Max(bound.Lower, double.IsInfinity(bound.Upper) ? 0 : bound.Upper)));
        }
        throw new ApproximationException(double.IsInfinity(best)
            ? "no polynomial of moderate degree is near it on all of the domain, as far as can be proved"
            : "the smallest error that was proved is " + best.ToString("G3", CultureInfo.InvariantCulture));
    }

    private static ErrorBound Prove(Target target, WantedSurface wanted, Kernel kernel, EquatableArray<Interval> box, CancellationToken token) =>
        SurfaceProof.Run(target, kernel, box, new(wanted.Measure)
        {
            Expected = wanted.RelativeTolerance,
            Limit = wanted.Tolerance,
            Slack = 1.02,
            MostBoxes = box.Count == 2 ? BoxesOfTwo : BoxesOfThree,
            RoundingBoxes = 32,
        }, token);

    /// <summary>The value at the nearest point of the domain: a middle that is rounded can move the ends by a rounding.</summary>
    private static DoubleDouble Value(Target target, EquatableArray<Interval> box, double[] x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = Math.Min(Math.Max(x[i], box[i].Lo), box[i].Hi);
        }
        return target.Value(x);
    }

    /// <summary>No result is nearer to its function than the numbers of the format are to each other, and no share of zero is a distance. Returns about the largest value.</summary>
    private static double RequireReachable(Target target, WantedSurface wanted, EquatableArray<Interval> box)
    {
        const int PerAxis = 5;
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        for (int i = 0; i < Math.Pow(PerAxis, box.Count); i++)
        {
            double[] x = new double[box.Count];
            for (int j = 0, rest = i; j < x.Length; j++, rest /= PerAxis)
            {
                x[j] = box[j].Lo + (box[j].Width * (rest % PerAxis) / (PerAxis - 1));
            }
            double value = Value(target, box, x).Hi;
            lowest = Math.Min(lowest, value);
            highest = Math.Max(highest, value);
        }
        double largest = Math.Max(Math.Abs(lowest), Math.Abs(highest));
        double least = Formats.HalfUnit(wanted.IsSingle) * (wanted.Measure == Measure.Absolute ? 0.5 * largest : 0.5);
        if (wanted.RelativeTolerance < least)
        {
            throw new ApproximationException((wanted.IsSingle ? "a float" : "a double") + " holds its values only to about " + least.ToString("G1", CultureInfo.InvariantCulture));
        }
        if (wanted.Measure != Measure.Absolute && lowest <= 0 && highest >= 0)
        {
            throw new ApproximationException("its value is zero on the domain, where a share of it is nothing; MaxError says a distance");
        }
        return largest;
    }

    /// <summary>A variable that does not matter is a mistake, or should not be one.</summary>
    private static void RequireDependence(ChebyshevTensor tensor, IReadOnlyList<string> names, double tolerance)
    {
        for (int i = 0; i < names.Count; i++)
        {
            double depends = 0;
            for (int product = 0; product < tensor.Coefficients.Length; product++)
            {
                depends += tensor.DegreesOf(product)[i] > 0 ? Math.Abs(tensor.Coefficients[product].Hi) : 0;
            }
            if (depends < 1e-6 * tolerance)
            {
                throw new ApproximationException("it does not depend on '" + names[i] + "' there, which it should not take then");
            }
        }
    }

    /// <summary>Products of Chebyshev polynomials in powers of what the kernel's polynomial is in.</summary>
    private static List<Term> Terms(ChebyshevTensor tensor, int[] products, DoubleDouble[] factors, (double Middle, double Reach)[] axes, Centring[] centres, bool isSingle)
    {
        Dictionary<EquatableArray<int>, DoubleDouble> sums = [];
        for (int j = 0; j < products.Length; j++)
        {
            int[] degrees = tensor.DegreesOf(products[j]);
            Add(sums, degrees, new int[degrees.Length], 0, factors[j]);
        }
        List<Term> terms = [];
        foreach (KeyValuePair<EquatableArray<int>, DoubleDouble> sum in sums)
        {
            DoubleDouble coefficient = sum.Value;
            for (int i = 0; i < axes.Length; i++)
            {
                coefficient /= Polynomials.Power(axes[i].Reach * centres[i].Scale, sum.Key[i]);
            }
            terms.Add(new(sum.Key, Formats.Round(coefficient, isSingle)));
        }
        return terms;
    }

    private static void Add(Dictionary<EquatableArray<int>, DoubleDouble> sums, int[] degrees, int[] powers, int variable, DoubleDouble factor)
    {
        if (variable == degrees.Length)
        {
            EquatableArray<int> key = new((int[])powers.Clone());
            sums[key] = sums.TryGetValue(key, out DoubleDouble sum) ? sum + factor : factor;
            return;
        }
        double[] chebyshev = InPowers(degrees[variable]);
        for (int power = degrees[variable]; power >= 0; power -= 2)
        {
            powers[variable] = power;
            Add(sums, degrees, powers, variable + 1, factor * chebyshev[power]);
        }
    }

    /// <summary>T_k in powers, whose coefficients are whole numbers.</summary>
    private static double[] InPowers(int degree)
    {
        double[] before = [1], current = [0, 1];
        if (degree == 0)
        {
            return before;
        }
        for (int k = 2; k <= degree; k++)
        {
            double[] next = new double[k + 1];
            for (int i = 0; i < k; i++)
            {
                next[i + 1] = 2 * current[i];
            }
            for (int i = 0; i < before.Length; i++)
            {
                next[i] -= before[i];
            }
            (before, current) = (current, next);
        }
        return current;
    }

    private static string Form(ChebyshevTensor tensor, int[] products, IReadOnlyList<string> names)
    {
        int degree = products.Max(p => tensor.DegreesOf(p).Sum());
        string variables = string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];
        return "A polynomial of total degree " + degree.ToString(CultureInfo.InvariantCulture) + " in " + variables + ", " + products.Length.ToString(CultureInfo.InvariantCulture) + " terms";
    }
}
