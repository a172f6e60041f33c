// Vector512/VectorMath.Cbrt.cs for Vector256: made from it, and compared with it by the tests. Change that file.
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
    public static Vector256<double> Cbrt(Vector256<double> x)
    {
        Vector256<double> size = Vector256.Abs(x);
        Vector256<double> root = Vector256.CopySign(NormalCbrt(size), x);
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
    private static Vector256<double> NormalCbrt(Vector256<double> x)
    {
        Vector256<long> shifted = x.AsInt64() + Vector256.Create(OneBits - SqrtHalfBits);
        Vector256<double> n = ((shifted >>> 52) + Vector256.Create(RounderBits)).AsDouble() - Vector256.Create(BiasedRounder);
        Vector256<double> m = ((shifted & Vector256.Create(FractionBits)) + Vector256.Create(SqrtHalfBits)).AsDouble();
        Vector256<double> rounded = Vector256.MultiplyAddEstimate(n, Vector256.Create(1.0 / 3), Vector256.Create(BiasedRounder));
        Vector256<double> j = Vector256.MultiplyAddEstimate(rounded - Vector256.Create(BiasedRounder), Vector256.Create(-3.0), n);

        Vector256<double> y = Vector256.Create(-0.10804884475480347);
        y = Vector256.MultiplyAddEstimate(y, m, Vector256.Create(0.7006843344289692));
        y = Vector256.MultiplyAddEstimate(y, m, Vector256.Create(-1.898076989185791));
        y = Vector256.MultiplyAddEstimate(y, m, Vector256.Create(2.7922162971133213));
        y = Vector256.MultiplyAddEstimate(y, m, Vector256.Create(-2.485955195950262));
        y = Vector256.MultiplyAddEstimate(y, m, Vector256.Create(1.9991842753893085));
        Vector256<double> factor = Vector256.ConditionalSelect(Vector256.Equals(j, Vector256<double>.Zero), Vector256<double>.One, Vector256.Create(0.7937005259840998));
        y *= Vector256.ConditionalSelect(Vector256.LessThan(j, Vector256<double>.Zero), Vector256.Create(1.2599210498948732), factor);
        m = (m.AsInt64() + ((j + Vector256.Create(Rounder)).AsInt64() << 52)).AsDouble();

        Vector256<double> inverse = y * y, root = m * inverse;
        Vector256<double> e = Vector256.MultiplyAddEstimate(-root, y, Vector256<double>.One);
        root = Vector256.MultiplyAddEstimate(root * e, Vector256.MultiplyAddEstimate(Vector256.Create(5.0 / 9), e, Vector256.Create(2.0 / 3)), root);

        Vector256<double> square = root * root, cube = square * root;
        Vector256<double> rest = (m - cube) - ProductError(square, root, cube) - (ProductError(root, root, square) * root);
        return Vector256.MultiplyAddEstimate(rest, Vector256.Create(1.0 / 3) * inverse, root) * PowerOfTwo(rounded);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<long> SpecialCbrt(Vector256<double> x)
    {
        Vector256<double> size = Vector256.Abs(x);
        Vector256<double> isSubnormal = Vector256.LessThan(size, Vector256.Create(SmallestNormal));
        Vector256<double> root = NormalCbrt(Vector256.ConditionalSelect(isSubnormal, size * Vector256.Create(TwoTo54), size));
        root *= Vector256.ConditionalSelect(isSubnormal, Vector256.Create(1.0 / 262144), Vector256<double>.One);
        Vector256<double> isInside = Vector256.GreaterThan(size, Vector256<double>.Zero) & Vector256.LessThan(size, Vector256.Create(double.PositiveInfinity));
        return Vector256.ConditionalSelect(isInside, Vector256.CopySign(root, x), x).AsInt64();
    }
}
