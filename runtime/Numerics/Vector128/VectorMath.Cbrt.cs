// Vector512/VectorMath.Cbrt.cs for Vector128: made from it, and compared with it by the tests. Change that file.
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
    public static Vector128<double> Cbrt(Vector128<double> x)
    {
        Vector128<double> size = Vector128.Abs(x);
        Vector128<double> root = Vector128.CopySign(NormalCbrt(size), x);
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
    private static Vector128<double> NormalCbrt(Vector128<double> x)
    {
        Vector128<long> shifted = x.AsInt64() + Vector128.Create(OneBits - SqrtHalfBits);
        Vector128<double> n = ((shifted >>> 52) + Vector128.Create(RounderBits)).AsDouble() - Vector128.Create(BiasedRounder);
        Vector128<double> m = ((shifted & Vector128.Create(FractionBits)) + Vector128.Create(SqrtHalfBits)).AsDouble();
        Vector128<double> rounded = Vector128.MultiplyAddEstimate(n, Vector128.Create(1.0 / 3), Vector128.Create(BiasedRounder));
        Vector128<double> j = Vector128.MultiplyAddEstimate(rounded - Vector128.Create(BiasedRounder), Vector128.Create(-3.0), n);

        Vector128<double> y = Vector128.Create(-0.10804884475480347);
        y = Vector128.MultiplyAddEstimate(y, m, Vector128.Create(0.7006843344289692));
        y = Vector128.MultiplyAddEstimate(y, m, Vector128.Create(-1.898076989185791));
        y = Vector128.MultiplyAddEstimate(y, m, Vector128.Create(2.7922162971133213));
        y = Vector128.MultiplyAddEstimate(y, m, Vector128.Create(-2.485955195950262));
        y = Vector128.MultiplyAddEstimate(y, m, Vector128.Create(1.9991842753893085));
        Vector128<double> factor = Vector128.ConditionalSelect(Vector128.Equals(j, Vector128<double>.Zero), Vector128<double>.One, Vector128.Create(0.7937005259840998));
        y *= Vector128.ConditionalSelect(Vector128.LessThan(j, Vector128<double>.Zero), Vector128.Create(1.2599210498948732), factor);
        m = (m.AsInt64() + ((j + Vector128.Create(Rounder)).AsInt64() << 52)).AsDouble();

        Vector128<double> inverse = y * y, root = m * inverse;
        Vector128<double> e = Vector128.MultiplyAddEstimate(-root, y, Vector128<double>.One);
        root = Vector128.MultiplyAddEstimate(root * e, Vector128.MultiplyAddEstimate(Vector128.Create(5.0 / 9), e, Vector128.Create(2.0 / 3)), root);

        Vector128<double> square = root * root, cube = square * root;
        Vector128<double> rest = (m - cube) - ProductError(square, root, cube) - (ProductError(root, root, square) * root);
        return Vector128.MultiplyAddEstimate(rest, Vector128.Create(1.0 / 3) * inverse, root) * PowerOfTwo(rounded);
    }

    // Apart, so that the rare case costs the kernel neither registers nor the inliner's budget. It returns integers because a vector
    // returned to the variable of the kernel would keep that variable in memory on both ways.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<long> SpecialCbrt(Vector128<double> x)
    {
        Vector128<double> size = Vector128.Abs(x);
        Vector128<double> isSubnormal = Vector128.LessThan(size, Vector128.Create(SmallestNormal));
        Vector128<double> root = NormalCbrt(Vector128.ConditionalSelect(isSubnormal, size * Vector128.Create(TwoTo54), size));
        root *= Vector128.ConditionalSelect(isSubnormal, Vector128.Create(1.0 / 262144), Vector128<double>.One);
        Vector128<double> isInside = Vector128.GreaterThan(size, Vector128<double>.Zero) & Vector128.LessThan(size, Vector128.Create(double.PositiveInfinity));
        return Vector128.ConditionalSelect(isInside, Vector128.CopySign(root, x), x).AsInt64();
    }
}
