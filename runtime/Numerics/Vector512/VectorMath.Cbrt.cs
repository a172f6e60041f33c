using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Proxima;

/// <content>The cube root.</content>
public static partial class VectorMath
{
    /// <summary>The cube root. Kernel: at most 0.6 ulp.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>The function of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cbrt(Vector512<double> x)
    {
        Vector512<double> size = Vector512.Abs(x);
        Vector512<double> root = Vector512.CopySign(NormalCbrt(size), x);
        if (!AreNormal(size))
        {
            root = SpecialCbrt(x).AsDouble();
        }
        return root;
    }

    /// <remarks>
    /// x = 2³ᵏ⁺ʲ·m with m between √½ and √2 and j −1, 0 or 1. y ≈ m^(−⅓) by a minimax polynomial of degree 5 with an error of 2⁻¹⁷; m·y² is the root,
    /// improved once by the binomial series and once by Newton's step with the exact cube.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NormalCbrt(Vector512<double> x)
    {
        Vector512<long> shifted = x.AsInt64() + Vector512.Create(OneBits - SqrtHalfBits);
        Vector512<double> n = ((shifted >>> 52) + Vector512.Create(RounderBits)).AsDouble() - Vector512.Create(BiasedRounder);
        Vector512<double> m = ((shifted & Vector512.Create(FractionBits)) + Vector512.Create(SqrtHalfBits)).AsDouble();
        Vector512<double> rounded = Vector512.MultiplyAddEstimate(n, Vector512.Create(1.0 / 3), Vector512.Create(BiasedRounder));
        Vector512<double> j = Vector512.MultiplyAddEstimate(rounded - Vector512.Create(BiasedRounder), Vector512.Create(-3.0), n);

        Vector512<double> y = Vector512.Create(-0.10804884475480347);
        y = Vector512.MultiplyAddEstimate(y, m, Vector512.Create(0.7006843344289692));
        y = Vector512.MultiplyAddEstimate(y, m, Vector512.Create(-1.898076989185791));
        y = Vector512.MultiplyAddEstimate(y, m, Vector512.Create(2.7922162971133213));
        y = Vector512.MultiplyAddEstimate(y, m, Vector512.Create(-2.485955195950262));
        y = Vector512.MultiplyAddEstimate(y, m, Vector512.Create(1.9991842753893085));
        Vector512<double> factor = Vector512.ConditionalSelect(Vector512.Equals(j, Vector512<double>.Zero), Vector512<double>.One, Vector512.Create(0.7937005259840998));
        y *= Vector512.ConditionalSelect(Vector512.LessThan(j, Vector512<double>.Zero), Vector512.Create(1.2599210498948732), factor);
        m = (m.AsInt64() + ((j + Vector512.Create(Rounder)).AsInt64() << 52)).AsDouble();

        Vector512<double> inverse = y * y, root = m * inverse;
        Vector512<double> e = Vector512.MultiplyAddEstimate(-root, y, Vector512<double>.One);
        root = Vector512.MultiplyAddEstimate(root * e, Vector512.MultiplyAddEstimate(Vector512.Create(5.0 / 9), e, Vector512.Create(2.0 / 3)), root);

        Vector512<double> square = root * root, cube = square * root;
        Vector512<double> rest = (m - cube) - ProductError(square, root, cube) - (ProductError(root, root, square) * root);
        return Vector512.MultiplyAddEstimate(rest, Vector512.Create(1.0 / 3) * inverse, root) * PowerOfTwo(rounded);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<long> SpecialCbrt(Vector512<double> x)
    {
        Vector512<double> size = Vector512.Abs(x);
        Vector512<double> isSubnormal = Vector512.LessThan(size, Vector512.Create(SmallestNormal));
        Vector512<double> root = NormalCbrt(Vector512.ConditionalSelect(isSubnormal, size * Vector512.Create(TwoTo54), size));
        root *= Vector512.ConditionalSelect(isSubnormal, Vector512.Create(1.0 / 262144), Vector512<double>.One);
        Vector512<double> isInside = Vector512.GreaterThan(size, Vector512<double>.Zero) & Vector512.LessThan(size, Vector512.Create(double.PositiveInfinity));
        return Vector512.ConditionalSelect(isInside, Vector512.CopySign(root, x), x).AsInt64();
    }
}
