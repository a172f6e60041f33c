// Vector512/VectorMath.Arcs.cs for Vector256: made from it, and compared with it by the tests. Change that file.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>Inverse trigonometric functions.</content>
public static partial class VectorMath
{
    /// <summary>The arc tangent. Kernel: at most 2.0 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Atan(Vector256<double> x)
    {
        Vector256<double> size = Vector256.Abs(x);
        return Vector256.CopySign(ArcOfQuotient(size, Vector256<double>.One), x);
    }

    /// <summary>The angle of the point (x, y), from −π to π. Kernel: at most 2.0 ulp.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Atan2(Vector256<double> y, Vector256<double> x)
    {
        Vector256<double> angle = FiniteAtan2(y, x), sum = Vector256.Abs(x) + Vector256.Abs(y);
        if (!AreNormal(sum))
        {
            angle = SpecialAtan2(y, x).AsDouble();
        }
        return angle;
    }

    /// <summary>The arc sine. Kernel: at most 1.3 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Asin(Vector256<double> x)
    {
        Vector256<double> size = Vector256.Abs(x);
        Vector256<double> isLarge = Vector256.GreaterThan(size, Vector256.Create(0.5));
        Vector256<double> z = Vector256.ConditionalSelect(isLarge, Vector256.MultiplyAddEstimate(Vector256.Create(-0.5), size, Vector256.Create(0.5)), size * size);
        Vector256<double> r = Vector256.ConditionalSelect(isLarge, Vector256.Sqrt(z), size), cube = r * z, p = ArcSineTail(z);

        // π/2 − 2 asin √((1 − x)/2) from ½ on; the first difference is taken with its error.
        Vector256<double> difference = Vector256.Create(HalfPiHigh) - (r + r), error = (Vector256.Create(HalfPiHigh) - difference) - (r + r);
        Vector256<double> large = difference + (error + Vector256.MultiplyAddEstimate(cube, Vector256.Create(-2.0) * p, Vector256.Create(HalfPiLow)));
        return Vector256.CopySign(Vector256.ConditionalSelect(isLarge, large, Vector256.MultiplyAddEstimate(cube, p, r)), x);
    }

    /// <summary>The arc cosine. Kernel: at most 1.2 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Acos(Vector256<double> x)
    {
        Vector256<double> size = Vector256.Abs(x);
        Vector256<double> isLarge = Vector256.GreaterThan(size, Vector256.Create(0.5));
        Vector256<double> z = Vector256.ConditionalSelect(isLarge, Vector256.MultiplyAddEstimate(Vector256.Create(-0.5), size, Vector256.Create(0.5)), x * x);
        Vector256<double> r = Vector256.ConditionalSelect(isLarge, Vector256.Sqrt(z), x), cube = r * z, p = ArcSineTail(z);

        Vector256<double> difference = Vector256.Create(HalfPiHigh) - x, error = (Vector256.Create(HalfPiHigh) - difference) - x;
        Vector256<double> small = difference + (error + Vector256.MultiplyAddEstimate(-cube, p, Vector256.Create(HalfPiLow)));
        Vector256<double> half = Vector256.MultiplyAddEstimate(cube, p, r), right = half + half;
        Vector256<double> left = Vector256.Create(2 * HalfPiHigh) - (right - Vector256.Create(2 * HalfPiLow));
        return Vector256.ConditionalSelect(isLarge, Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), left, right), small);
    }

    /// <remarks>(asin r − r)/r³ as a polynomial of z = r² ≤ ¼, minimax of degree 11 with an error of 2⁻⁵⁵ of the arc.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ArcSineTail(Vector256<double> z)
    {
        Vector256<double> p = Vector256.Create(0.03193499614007234);
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.01625683922949723));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.01954865490141777));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.006520668122971085));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.012170866411558899));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.013884989035645428));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.017359729106784825));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.02237175647950978));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.030381959200512773));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.044642856826839945));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.07500000000338747));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.16666666666665403));
        return p;
    }

    /// <remarks>
    /// The arc tangent of y/x for positive x and y: with t = y/x up to 7/16, (y − x)/(y + x) up to 16/7 and −x/y beyond it is 0, π/4 or π/2 plus
    /// t + t³·P(t²), P minimax of degree 10 with an error of 2⁻⁵⁶ of the arc. One division.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ArcOfQuotient(Vector256<double> y, Vector256<double> x)
    {
        Vector256<double> isMiddle = Vector256.GreaterThanOrEqual(y, Vector256.Create(0.4375) * x);
        Vector256<double> numerator = Vector256.ConditionalSelect(isMiddle, y - x, y), denominator = Vector256.ConditionalSelect(isMiddle, y + x, x);
        Vector256<double> high = isMiddle & Vector256.Create(0.5 * HalfPiHigh), low = isMiddle & Vector256.Create(0.5 * HalfPiLow);
        Vector256<double> isLarge = Vector256.GreaterThan(y, Vector256.Create(2.2857142857142856) * x);
        Vector256<double> t = Vector256.ConditionalSelect(isLarge, -x, numerator) / Vector256.ConditionalSelect(isLarge, y, denominator);
        high = Vector256.ConditionalSelect(isLarge, Vector256.Create(HalfPiHigh), high);
        low = Vector256.ConditionalSelect(isLarge, Vector256.Create(HalfPiLow), low);
        Vector256<double> z = t * t;
        Vector256<double> p = Vector256.Create(-0.01625802747261425);
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.03650278314275377));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.049755913976979545));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.05833245605947491));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.06661022393169205));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.07691871120162186));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.09090886807399794));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.1111111039250939));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.14285714272206781));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(0.19999999999873094));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(-0.3333333333333292));
        return high + (t + Vector256.MultiplyAddEstimate(t * z, p, low));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FiniteAtan2(Vector256<double> y, Vector256<double> x)
    {
        Vector256<double> arc = ArcOfQuotient(Vector256.Abs(y), Vector256.Abs(x));
        Vector256<double> isLeft = Vector256.LessThan(x.AsInt64(), Vector256<long>.Zero).AsDouble(); // −0 too
        return Vector256.CopySign(Vector256.ConditionalSelect(isLeft, Vector256.Create(2 * HalfPiHigh) - (arc - Vector256.Create(2 * HalfPiLow)), arc), y);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<long> SpecialAtan2(Vector256<double> y, Vector256<double> x)
    {
        Vector256<double> infinity = Vector256.Create(double.PositiveInfinity), sum = Vector256.Abs(x) + Vector256.Abs(y);
        Vector256<double> isYInfinite = Vector256.Equals(Vector256.Abs(y), infinity), isXInfinite = Vector256.Equals(Vector256.Abs(x), infinity);
        Vector256<double> isInfinite = isYInfinite | isXInfinite, isZero = Vector256.Equals(sum, Vector256<double>.Zero);

        // Sums that overflow or are subnormal are taken at another scale, which the quotient does not see; an infinity counts as 1 and a finite number
        // beside it as 0.
        Vector256<double> isSubnormal = Vector256.LessThan(sum, Vector256.Create(SmallestNormal));
        Vector256<double> scale = Vector256.ConditionalSelect(isSubnormal, Vector256.Create(TwoTo54), Vector256<double>.One);
        scale = Vector256.ConditionalSelect(Vector256.Equals(sum, infinity), Vector256.Create(0.25), scale);
        Vector256<double> ordinate = Vector256.ConditionalSelect(isInfinite, isYInfinite & Vector256<double>.One, Vector256.Abs(y) * scale);
        Vector256<double> abscissa = Vector256.ConditionalSelect(isZero, Vector256<double>.One, Vector256.Abs(x) * scale);
        abscissa = Vector256.ConditionalSelect(isInfinite, isXInfinite & Vector256<double>.One, abscissa);
        Vector256<double> isNaN = ~Vector256.Equals(x, x) | ~Vector256.Equals(y, y);
        return Vector256.ConditionalSelect(isNaN, Vector256.Create(double.NaN), FiniteAtan2(Vector256.CopySign(ordinate, y), Vector256.CopySign(abscissa, x))).AsInt64();
    }
}
