// Vector512/VectorMath.Tan.Single.cs for Vector256: made from it, and compared with it by the tests. Change that file.
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
    public static Vector256<float> Tan(Vector256<float> x)
    {
        if (!IsFused)
        {
            return WideTan(x);
        }
        Vector256<float> rounded = Vector256.MultiplyAddEstimate(x, Vector256.Create(2 * SingleOneByPi), Vector256.Create(SingleRounder));
        Vector256<float> tangent = QuarterTurns(x, rounded, rounded - Vector256.Create(SingleRounder));
        return Vector256.GreaterThanAny(Vector256.Abs(x), Vector256.Create(SingleLargestReduced)) ? LargeTan(tangent, x) : tangent;
    }

    /// <remarks>
    /// tan(r − error) with r − error = x − turns·π/2: the first step of the reduction is exact, what the others round away is kept. The value is −1/tan where the number of turns is
    /// odd. tan r = r + r³·p(r²) for |r| ≤ π/4; p is the minimax polynomial of the relative error, 0.32 · 2⁻²⁴. What the sum rounds away goes into the reciprocal, with one step of
    /// Newton's iteration.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> QuarterTurns(Vector256<float> x, Vector256<float> rounded, Vector256<float> turns)
    {
        Vector256<float> first = Vector256.MultiplyAddEstimate(turns, Vector256.Create(-SinglePi1 / 2), x);
        Vector256<float> product = turns * Vector256.Create(SinglePi2 / 2);
        Vector256<float> r = first - product;
        Vector256<float> error = r - first + product; // Dekker 1971
        error += Vector256.MultiplyAddEstimate(turns, Vector256.Create(SinglePi2 / 2), -product) + (turns * Vector256.Create(SinglePi3 / 2));
        Vector256<float> s = r * r;
        Vector256<float> p = Vector256.Create(-0.00948832277f);
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.00294808694f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.024535954f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.0533820018f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.133391485f));
        p = Vector256.MultiplyAddEstimate(p, s, Vector256.Create(-0.333331436f));
        p = Vector256.MultiplyAddEstimate(r * s, p, error);
        Vector256<float> tangent = r - p; // not r + (−p): −0 + +0 is +0
        Vector256<float> lost = r - tangent - p;

        Vector256<float> reciprocal = Vector256.Create(-1f) / tangent;
        Vector256<float> rest = Vector256.MultiplyAddEstimate(reciprocal, lost, Vector256.MultiplyAddEstimate(reciprocal, tangent, Vector256<float>.One));
        reciprocal = Vector256.MultiplyAddEstimate(reciprocal, rest, reciprocal);
        return Vector256.ConditionalSelect(Vector256.Equals(rounded.AsInt32() & Vector256<int>.One, Vector256<int>.Zero).AsSingle(), tangent, reciprocal);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> LargeTan(Vector256<float> tangent, Vector256<float> x) =>
        Lanes.Replace(tangent, Vector256.GreaterThan(Vector256.Abs(x), Vector256.Create(SingleLargestReduced)), x, Math.Tan);

    private static Vector256<float> WideTan(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(Tan(lower), Tan(upper));
    }
}
