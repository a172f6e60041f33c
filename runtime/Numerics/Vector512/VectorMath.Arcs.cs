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
    public static Vector512<double> Atan(Vector512<double> x)
    {
        Vector512<double> size = Vector512.Abs(x);
        return Vector512.CopySign(ArcOfQuotient(size, Vector512<double>.One), x);
    }

    /// <summary>The angle of the point (x, y), from −π to π. Kernel: at most 2.0 ulp.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Atan2(Vector512<double> y, Vector512<double> x)
    {
        Vector512<double> angle = FiniteAtan2(y, x), sum = Vector512.Abs(x) + Vector512.Abs(y);
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
    public static Vector512<double> Asin(Vector512<double> x)
    {
        Vector512<double> size = Vector512.Abs(x);
        Vector512<double> isLarge = Vector512.GreaterThan(size, Vector512.Create(0.5));
        Vector512<double> z = Vector512.ConditionalSelect(isLarge, Vector512.MultiplyAddEstimate(Vector512.Create(-0.5), size, Vector512.Create(0.5)), size * size);
        Vector512<double> r = Vector512.ConditionalSelect(isLarge, Vector512.Sqrt(z), size), cube = r * z, p = ArcSineTail(z);

        // π/2 − 2 asin √((1 − x)/2) from ½ on; the first difference is taken with its error.
        Vector512<double> difference = Vector512.Create(HalfPiHigh) - (r + r), error = (Vector512.Create(HalfPiHigh) - difference) - (r + r);
        Vector512<double> large = difference + (error + Vector512.MultiplyAddEstimate(cube, Vector512.Create(-2.0) * p, Vector512.Create(HalfPiLow)));
        return Vector512.CopySign(Vector512.ConditionalSelect(isLarge, large, Vector512.MultiplyAddEstimate(cube, p, r)), x);
    }

    /// <summary>The arc cosine. Kernel: at most 1.2 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Acos(Vector512<double> x)
    {
        Vector512<double> size = Vector512.Abs(x);
        Vector512<double> isLarge = Vector512.GreaterThan(size, Vector512.Create(0.5));
        Vector512<double> z = Vector512.ConditionalSelect(isLarge, Vector512.MultiplyAddEstimate(Vector512.Create(-0.5), size, Vector512.Create(0.5)), x * x);
        Vector512<double> r = Vector512.ConditionalSelect(isLarge, Vector512.Sqrt(z), x), cube = r * z, p = ArcSineTail(z);

        Vector512<double> difference = Vector512.Create(HalfPiHigh) - x, error = (Vector512.Create(HalfPiHigh) - difference) - x;
        Vector512<double> small = difference + (error + Vector512.MultiplyAddEstimate(-cube, p, Vector512.Create(HalfPiLow)));
        Vector512<double> half = Vector512.MultiplyAddEstimate(cube, p, r), right = half + half;
        Vector512<double> left = Vector512.Create(2 * HalfPiHigh) - (right - Vector512.Create(2 * HalfPiLow));
        return Vector512.ConditionalSelect(isLarge, Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<double>.Zero), left, right), small);
    }

    /// <remarks>(asin r − r)/r³ as a polynomial of z = r² ≤ ¼, minimax of degree 11 with an error of 2⁻⁵⁵ of the arc.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ArcSineTail(Vector512<double> z)
    {
        Vector512<double> p = Vector512.Create(0.03193499614007234);
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.01625683922949723));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.01954865490141777));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.006520668122971085));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.012170866411558899));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.013884989035645428));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.017359729106784825));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.02237175647950978));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.030381959200512773));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.044642856826839945));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.07500000000338747));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.16666666666665403));
        return p;
    }

    /// <remarks>
    /// The arc tangent of y/x for positive x and y: with t = y/x up to 7/16, (y − x)/(y + x) up to 16/7 and −x/y beyond it is 0, π/4 or π/2 plus
    /// t + t³·P(t²), P minimax of degree 10 with an error of 2⁻⁵⁶ of the arc. One division.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ArcOfQuotient(Vector512<double> y, Vector512<double> x)
    {
        Vector512<double> isMiddle = Vector512.GreaterThanOrEqual(y, Vector512.Create(0.4375) * x);
        Vector512<double> numerator = Vector512.ConditionalSelect(isMiddle, y - x, y), denominator = Vector512.ConditionalSelect(isMiddle, y + x, x);
        Vector512<double> high = isMiddle & Vector512.Create(0.5 * HalfPiHigh), low = isMiddle & Vector512.Create(0.5 * HalfPiLow);
        Vector512<double> isLarge = Vector512.GreaterThan(y, Vector512.Create(2.2857142857142856) * x);
        Vector512<double> t = Vector512.ConditionalSelect(isLarge, -x, numerator) / Vector512.ConditionalSelect(isLarge, y, denominator);
        high = Vector512.ConditionalSelect(isLarge, Vector512.Create(HalfPiHigh), high);
        low = Vector512.ConditionalSelect(isLarge, Vector512.Create(HalfPiLow), low);
        Vector512<double> z = t * t;
        Vector512<double> p = Vector512.Create(-0.01625802747261425);
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.03650278314275377));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.049755913976979545));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.05833245605947491));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.06661022393169205));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.07691871120162186));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.09090886807399794));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.1111111039250939));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.14285714272206781));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(0.19999999999873094));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(-0.3333333333333292));
        return high + (t + Vector512.MultiplyAddEstimate(t * z, p, low));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FiniteAtan2(Vector512<double> y, Vector512<double> x)
    {
        Vector512<double> arc = ArcOfQuotient(Vector512.Abs(y), Vector512.Abs(x));
        Vector512<double> isLeft = Vector512.LessThan(x.AsInt64(), Vector512<long>.Zero).AsDouble(); // −0 too
        return Vector512.CopySign(Vector512.ConditionalSelect(isLeft, Vector512.Create(2 * HalfPiHigh) - (arc - Vector512.Create(2 * HalfPiLow)), arc), y);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<long> SpecialAtan2(Vector512<double> y, Vector512<double> x)
    {
        Vector512<double> infinity = Vector512.Create(double.PositiveInfinity), sum = Vector512.Abs(x) + Vector512.Abs(y);
        Vector512<double> isYInfinite = Vector512.Equals(Vector512.Abs(y), infinity), isXInfinite = Vector512.Equals(Vector512.Abs(x), infinity);
        Vector512<double> isInfinite = isYInfinite | isXInfinite, isZero = Vector512.Equals(sum, Vector512<double>.Zero);

        // Sums that overflow or are subnormal are taken at another scale, which the quotient does not see; an infinity counts as 1 and a finite number
        // beside it as 0.
        Vector512<double> isSubnormal = Vector512.LessThan(sum, Vector512.Create(SmallestNormal));
        Vector512<double> scale = Vector512.ConditionalSelect(isSubnormal, Vector512.Create(TwoTo54), Vector512<double>.One);
        scale = Vector512.ConditionalSelect(Vector512.Equals(sum, infinity), Vector512.Create(0.25), scale);
        Vector512<double> ordinate = Vector512.ConditionalSelect(isInfinite, isYInfinite & Vector512<double>.One, Vector512.Abs(y) * scale);
        Vector512<double> abscissa = Vector512.ConditionalSelect(isZero, Vector512<double>.One, Vector512.Abs(x) * scale);
        abscissa = Vector512.ConditionalSelect(isInfinite, isXInfinite & Vector512<double>.One, abscissa);
        Vector512<double> isNaN = ~Vector512.Equals(x, x) | ~Vector512.Equals(y, y);
        return Vector512.ConditionalSelect(isNaN, Vector512.Create(double.NaN), FiniteAtan2(Vector512.CopySign(ordinate, y), Vector512.CopySign(abscissa, x))).AsInt64();
    }
}
