using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The tangent in single precision.</content>
public static partial class VectorMath
{
    /// <summary>The tangent. Kernel up to 1e5, the scalar function of double precision in lanes beyond: at most 1.78 ulp, measured on all arguments of the kernel.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tan(Vector512<float> x)
    {
        if (!IsFused)
        {
            return WideTan(x);
        }
        Vector512<float> rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(2 * SingleOneByPi), Vector512.Create(SingleRounder));
        Vector512<float> tangent = QuarterTurns(x, rounded, rounded - Vector512.Create(SingleRounder));
        return Vector512.GreaterThanAny(Vector512.Abs(x), Vector512.Create(SingleLargestReduced)) ? LargeTan(tangent, x) : tangent;
    }

    /// <remarks>
    /// tan(r − error) with r − error = x − turns·π/2: the first step of the reduction is exact, what the others round away is kept. The value is −1/tan where the number of turns is
    /// odd. tan r = r + r³·p(r²) for |r| ≤ π/4; p is the minimax polynomial of the relative error, 0.32 · 2⁻²⁴. What the sum rounds away goes into the reciprocal, with one step of
    /// Newton's iteration.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> QuarterTurns(Vector512<float> x, Vector512<float> rounded, Vector512<float> turns)
    {
        Vector512<float> first = Vector512.MultiplyAddEstimate(turns, Vector512.Create(-SinglePi1 / 2), x);
        Vector512<float> product = turns * Vector512.Create(SinglePi2 / 2);
        Vector512<float> r = first - product;
        Vector512<float> error = r - first + product; // Dekker 1971
        error += Vector512.MultiplyAddEstimate(turns, Vector512.Create(SinglePi2 / 2), -product) + (turns * Vector512.Create(SinglePi3 / 2));
        Vector512<float> s = r * r;
        Vector512<float> p = Vector512.Create(-0.00948832277f);
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.00294808694f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.024535954f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.0533820018f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.133391485f));
        p = Vector512.MultiplyAddEstimate(p, s, Vector512.Create(-0.333331436f));
        p = Vector512.MultiplyAddEstimate(r * s, p, error);
        Vector512<float> tangent = r - p; // not r + (−p): −0 + +0 is +0
        Vector512<float> lost = r - tangent - p;

        Vector512<float> reciprocal = Vector512.Create(-1f) / tangent;
        Vector512<float> rest = Vector512.MultiplyAddEstimate(reciprocal, lost, Vector512.MultiplyAddEstimate(reciprocal, tangent, Vector512<float>.One));
        reciprocal = Vector512.MultiplyAddEstimate(reciprocal, rest, reciprocal);
        return Vector512.ConditionalSelect(Vector512.Equals(rounded.AsInt32() & Vector512<int>.One, Vector512<int>.Zero).AsSingle(), tangent, reciprocal);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> LargeTan(Vector512<float> tangent, Vector512<float> x) =>
        Lanes.Replace(tangent, Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(SingleLargestReduced)), x, Math.Tan);

    private static Vector512<float> WideTan(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        return Vector512.Narrow(Tan(lower), Tan(upper));
    }
}
