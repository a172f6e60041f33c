// Vector512/VectorMath.Arcs.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Atan(Vector128<double> x)
    {
        Vector128<double> size = Vector128.Abs(x);
        return Vector128.CopySign(ArcOfQuotient(size, Vector128<double>.One), x);
    }

    /// <summary>The angle of the point (x, y), from −π to π. Kernel: at most 2.0 ulp.</summary>
    /// <param name="y">The ordinate.</param>
    /// <param name="x">The abscissa.</param>
    /// <returns>The function of each pair of lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Atan2(Vector128<double> y, Vector128<double> x)
    {
        Vector128<double> angle = FiniteAtan2(y, x), sum = Vector128.Abs(x) + Vector128.Abs(y);
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
    public static Vector128<double> Asin(Vector128<double> x)
    {
        Vector128<double> size = Vector128.Abs(x);
        Vector128<double> isLarge = Vector128.GreaterThan(size, Vector128.Create(0.5));
        Vector128<double> z = Vector128.ConditionalSelect(isLarge, Vector128.MultiplyAddEstimate(Vector128.Create(-0.5), size, Vector128.Create(0.5)), size * size);
        Vector128<double> r = Vector128.ConditionalSelect(isLarge, Vector128.Sqrt(z), size), cube = r * z, p = ArcSineTail(z);

        // π/2 − 2 asin √((1 − x)/2) from ½ on; the first difference is taken with its error.
        Vector128<double> difference = Vector128.Create(HalfPiHigh) - (r + r), error = (Vector128.Create(HalfPiHigh) - difference) - (r + r);
        Vector128<double> large = difference + (error + Vector128.MultiplyAddEstimate(cube, Vector128.Create(-2.0) * p, Vector128.Create(HalfPiLow)));
        return Vector128.CopySign(Vector128.ConditionalSelect(isLarge, large, Vector128.MultiplyAddEstimate(cube, p, r)), x);
    }

    /// <summary>The arc cosine. Kernel: at most 1.2 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Acos(Vector128<double> x)
    {
        Vector128<double> size = Vector128.Abs(x);
        Vector128<double> isLarge = Vector128.GreaterThan(size, Vector128.Create(0.5));
        Vector128<double> z = Vector128.ConditionalSelect(isLarge, Vector128.MultiplyAddEstimate(Vector128.Create(-0.5), size, Vector128.Create(0.5)), x * x);
        Vector128<double> r = Vector128.ConditionalSelect(isLarge, Vector128.Sqrt(z), x), cube = r * z, p = ArcSineTail(z);

        Vector128<double> difference = Vector128.Create(HalfPiHigh) - x, error = (Vector128.Create(HalfPiHigh) - difference) - x;
        Vector128<double> small = difference + (error + Vector128.MultiplyAddEstimate(-cube, p, Vector128.Create(HalfPiLow)));
        Vector128<double> half = Vector128.MultiplyAddEstimate(cube, p, r), right = half + half;
        Vector128<double> left = Vector128.Create(2 * HalfPiHigh) - (right - Vector128.Create(2 * HalfPiLow));
        return Vector128.ConditionalSelect(isLarge, Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<double>.Zero), left, right), small);
    }

    /// <remarks>(asin r − r)/r³ as a polynomial of z = r² ≤ ¼, minimax of degree 11 with an error of 2⁻⁵⁵ of the arc.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ArcSineTail(Vector128<double> z)
    {
        Vector128<double> p = Vector128.Create(0.03193499614007234);
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.01625683922949723));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.01954865490141777));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.006520668122971085));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.012170866411558899));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.013884989035645428));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.017359729106784825));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.02237175647950978));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.030381959200512773));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.044642856826839945));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.07500000000338747));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.16666666666665403));
        return p;
    }

    /// <remarks>
    /// The arc tangent of y/x for positive x and y: with t = y/x up to 7/16, (y − x)/(y + x) up to 16/7 and −x/y beyond it is 0, π/4 or π/2 plus
    /// t + t³·P(t²), P minimax of degree 10 with an error of 2⁻⁵⁶ of the arc. One division.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ArcOfQuotient(Vector128<double> y, Vector128<double> x)
    {
        Vector128<double> isMiddle = Vector128.GreaterThanOrEqual(y, Vector128.Create(0.4375) * x);
        Vector128<double> numerator = Vector128.ConditionalSelect(isMiddle, y - x, y), denominator = Vector128.ConditionalSelect(isMiddle, y + x, x);
        Vector128<double> high = isMiddle & Vector128.Create(0.5 * HalfPiHigh), low = isMiddle & Vector128.Create(0.5 * HalfPiLow);
        Vector128<double> isLarge = Vector128.GreaterThan(y, Vector128.Create(2.2857142857142856) * x);
        Vector128<double> t = Vector128.ConditionalSelect(isLarge, -x, numerator) / Vector128.ConditionalSelect(isLarge, y, denominator);
        high = Vector128.ConditionalSelect(isLarge, Vector128.Create(HalfPiHigh), high);
        low = Vector128.ConditionalSelect(isLarge, Vector128.Create(HalfPiLow), low);
        Vector128<double> z = t * t;
        Vector128<double> p = Vector128.Create(-0.01625802747261425);
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.03650278314275377));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.049755913976979545));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.05833245605947491));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.06661022393169205));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.07691871120162186));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.09090886807399794));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.1111111039250939));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.14285714272206781));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(0.19999999999873094));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(-0.3333333333333292));
        return high + (t + Vector128.MultiplyAddEstimate(t * z, p, low));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> FiniteAtan2(Vector128<double> y, Vector128<double> x)
    {
        Vector128<double> arc = ArcOfQuotient(Vector128.Abs(y), Vector128.Abs(x));
        Vector128<double> isLeft = Vector128.LessThan(x.AsInt64(), Vector128<long>.Zero).AsDouble(); // −0 too
        return Vector128.CopySign(Vector128.ConditionalSelect(isLeft, Vector128.Create(2 * HalfPiHigh) - (arc - Vector128.Create(2 * HalfPiLow)), arc), y);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<long> SpecialAtan2(Vector128<double> y, Vector128<double> x)
    {
        Vector128<double> infinity = Vector128.Create(double.PositiveInfinity), sum = Vector128.Abs(x) + Vector128.Abs(y);
        Vector128<double> isYInfinite = Vector128.Equals(Vector128.Abs(y), infinity), isXInfinite = Vector128.Equals(Vector128.Abs(x), infinity);
        Vector128<double> isInfinite = isYInfinite | isXInfinite, isZero = Vector128.Equals(sum, Vector128<double>.Zero);

        // Sums that overflow or are subnormal are taken at another scale, which the quotient does not see; an infinity counts as 1 and a finite number
        // beside it as 0.
        Vector128<double> isSubnormal = Vector128.LessThan(sum, Vector128.Create(SmallestNormal));
        Vector128<double> scale = Vector128.ConditionalSelect(isSubnormal, Vector128.Create(TwoTo54), Vector128<double>.One);
        scale = Vector128.ConditionalSelect(Vector128.Equals(sum, infinity), Vector128.Create(0.25), scale);
        Vector128<double> ordinate = Vector128.ConditionalSelect(isInfinite, isYInfinite & Vector128<double>.One, Vector128.Abs(y) * scale);
        Vector128<double> abscissa = Vector128.ConditionalSelect(isZero, Vector128<double>.One, Vector128.Abs(x) * scale);
        abscissa = Vector128.ConditionalSelect(isInfinite, isXInfinite & Vector128<double>.One, abscissa);
        Vector128<double> isNaN = ~Vector128.Equals(x, x) | ~Vector128.Equals(y, y);
        return Vector128.ConditionalSelect(isNaN, Vector128.Create(double.NaN), FiniteAtan2(Vector128.CopySign(ordinate, y), Vector128.CopySign(abscissa, x))).AsInt64();
    }
}
