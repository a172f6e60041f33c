using System;

namespace Proxima;

/// <content>The standard normal distribution.</content>
public static partial class Special
{
    private const double OverSqrtTwo = 0.7071067811865476;
    private const double OverSqrtTwoPi = 0.3989422804014327;

    /// <summary>
    /// The probability that a standard normal variable is at most x, ½·erfc(−x/√2). At most 4 ulp, also in the lower tail. Φ(−∞) = 0, Φ(∞) = 1.
    /// </summary>
    /// <param name="x">The argument.</param>
    /// <returns>A number from 0 to 1.</returns>
    public static double NormalCdf(double x)
    {
        if (Math.Abs(x) < 0.71)
        {
            return 0.5 + (0.5 * Erf(x * OverSqrtTwo));
        }
        return x > 0 ? 1 - LowerTail(-x) : LowerTail(x);
    }

    /// <inheritdoc cref="NormalCdf(double)"/>
    public static float NormalCdf(float x) => (float)NormalCdf((double)x);

    /// <summary>The density of the standard normal distribution, e^(−x²/2)/√(2π). At most 3 ulp; subnormal results within 3 steps.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>A number from 0 to 0.3989….</returns>
    public static double NormalPdf(double x) => Math.Abs(x) > 39 ? 0 : HalfGaussian(x, OverSqrtTwoPi);

    /// <inheritdoc cref="NormalPdf(double)"/>
    public static float NormalPdf(float x) => (float)NormalPdf((double)x);

    /// <summary>Φ(x) for x up to −0.71 and NaN; the argument of the exponential comes from x, not from the rounded x/√2.</summary>
    private static double LowerTail(double x) => x < -39 ? 0 : HalfGaussian(x, 0.5 * ErfcOverGaussian(-x * OverSqrtTwo));

    /// <summary>factor·e^(−x²/2), as <see cref="Gaussian"/>.</summary>
    private static double HalfGaussian(double x, double factor)
    {
        double square = x * x;
        double lost = Math.FusedMultiplyAdd(x, x, -square);
        factor -= factor * (0.5 * lost);
        if (square < 1380)
        {
            return Math.Exp(-0.5 * square) * factor;
        }
        double half = Math.Exp(-0.25 * square);
        return half * factor * half;
    }
}
