// Vector512/VectorMath.Tan.Single.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<float> Tan(Vector128<float> x)
    {
        if (!IsFused)
        {
            return WideTan(x);
        }
        Vector128<float> rounded = Vector128.MultiplyAddEstimate(x, Vector128.Create(2 * SingleOneByPi), Vector128.Create(SingleRounder));
        Vector128<float> tangent = QuarterTurns(x, rounded, rounded - Vector128.Create(SingleRounder));
        return Vector128.GreaterThanAny(Vector128.Abs(x), Vector128.Create(SingleLargestReduced)) ? LargeTan(tangent, x) : tangent;
    }

    /// <remarks>
    /// tan(r − error) with r − error = x − turns·π/2: the first step of the reduction is exact, what the others round away is kept. The value is −1/tan where the number of turns is
    /// odd. tan r = r + r³·p(r²) for |r| ≤ π/4; p is the minimax polynomial of the relative error, 0.32 · 2⁻²⁴. What the sum rounds away goes into the reciprocal, with one step of
    /// Newton's iteration.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> QuarterTurns(Vector128<float> x, Vector128<float> rounded, Vector128<float> turns)
    {
        Vector128<float> first = Vector128.MultiplyAddEstimate(turns, Vector128.Create(-SinglePi1 / 2), x);
        Vector128<float> product = turns * Vector128.Create(SinglePi2 / 2);
        Vector128<float> r = first - product;
        Vector128<float> error = r - first + product; // Dekker 1971
        error += Vector128.MultiplyAddEstimate(turns, Vector128.Create(SinglePi2 / 2), -product) + (turns * Vector128.Create(SinglePi3 / 2));
        Vector128<float> s = r * r;
        Vector128<float> p = Vector128.Create(-0.00948832277f);
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.00294808694f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.024535954f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.0533820018f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.133391485f));
        p = Vector128.MultiplyAddEstimate(p, s, Vector128.Create(-0.333331436f));
        p = Vector128.MultiplyAddEstimate(r * s, p, error);
        Vector128<float> tangent = r - p; // not r + (−p): −0 + +0 is +0
        Vector128<float> lost = r - tangent - p;

        Vector128<float> reciprocal = Vector128.Create(-1f) / tangent;
        Vector128<float> rest = Vector128.MultiplyAddEstimate(reciprocal, lost, Vector128.MultiplyAddEstimate(reciprocal, tangent, Vector128<float>.One));
        reciprocal = Vector128.MultiplyAddEstimate(reciprocal, rest, reciprocal);
        return Vector128.ConditionalSelect(Vector128.Equals(rounded.AsInt32() & Vector128<int>.One, Vector128<int>.Zero).AsSingle(), tangent, reciprocal);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> LargeTan(Vector128<float> tangent, Vector128<float> x) =>
        Lanes.Replace(tangent, Vector128.GreaterThan(Vector128.Abs(x), Vector128.Create(SingleLargestReduced)), x, Math.Tan);

    private static Vector128<float> WideTan(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return Vector128.Narrow(Tan(lower), Tan(upper));
    }
}
