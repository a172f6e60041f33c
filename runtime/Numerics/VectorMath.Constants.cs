using System;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Proxima;

/// <content>What the kernels of every width share: whatever mentions no vector stands here, outside the text that is copied.</content>
public static partial class VectorMath
{
    // e⁷¹⁰ overflows and e⁻⁷⁴⁶ rounds to zero: nothing beyond them needs computing.
    private const double ExpHighest = 710.0;
    private const double ExpLowest = -746.0;

    // e⁻⁴⁰ is below a quarter of an ulp of 1.
    private const double ExpM1Lowest = -40.0;

    // Below it eˣ − 1 is x to the last bit.
    private const double Tiny = 1e-20;

    // Above 20, 1 − tanh x = 2/(e²ˣ + 1) is less than a quarter of an ulp of 1; above 6, 1 − erf x is.
    private const double TanhSaturation = 20.0;
    private const double ErfSaturation = 6.0;

    // Adding and subtracting 1.5 · 2⁵² rounds to a whole number and leaves that number in the low bits: shifted up by 52, with the bias of exponents
    // added, a power of two.
    private const double Rounder = 6755399441055744.0;
    private const double BiasedRounder = Rounder + 1023;
    private const double TwiceBiasedRounder = Rounder + 2046;

    // ln 2 in two parts; the first has 21 trailing zeros, so that its product with a small whole number is exact (Cody and Waite 1980).
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Ln2 = 0.6931471805599453;
    private const double Log2E = 1.44269504088896340736;

    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double TwoTo54 = 18014398509481984.0;
    private const double LogP1Huge = 1.0715086071862673e301;
    private const long SqrtHalfBits = 0x3FE6A09E_667F3BCD;
    private const long OneBits = 0x3FF00000_00000000;
    private const long FractionBits = 0x000FFFFF_FFFFFFFF;
    private const long InfinityBits = 0x7FF00000_00000000;
    private const long RounderBits = 0x43380000_00000000;
    private const long UpperHalfBits = ~0x7FF_FFFFL;

    // Positive normal numbers, seen as integers, plus InfinityBits are the integers from the least one to below this one.
    private const long LowestNegative = -0x00200000_00000000;

    private const long LowestModerate = LowestNegative - (23L << 52);

    // π in three parts of full precision for fused multiply-add, and in four without: the first three of these have 33 bits, so that their products with a
    // whole number below 2²⁰ are exact (Cody and Waite 1980). All are positive: n · 0 then keeps the sign of a zero argument.
    private const double PiHigh = 3.141592653589793;
    private const double PiMiddle = 1.224646799147353e-16;
    private const double PiLow = 2.1657133478438278e-32;
    private const double Pi1 = 2 * 1.5707963267341256;
    private const double Pi2 = 2 * 6.077100506303966e-11;
    private const double Pi3 = 2 * 2.0222662487111665e-21;
    private const double Pi4 = 2 * 8.4784276603689e-32;
    private const double OneByPi = 0.3183098861837907;
    private const double HalfPiHigh = 1.5707963267948966;
    private const double HalfPiLow = 6.123233995736766e-17;

    // Up to here half turns are below 2²⁰.
    private const double LargestReduced = 3e6;

    private const double ThirdHigh = 0.3333333333333333;
    private const double ThirdLow = 1.850371707708594e-17;

    /// <summary>Whether a multiply-add is one instruction; the compiler at run time knows the answer, so that the other branch is not there.</summary>
    private static bool IsFused => Fma.IsSupported || AdvSimd.IsSupported;

    private static void RequireOrder(bool isReversed)
    {
        if (isReversed)
        {
            throw new ArgumentException("'min' cannot be greater than 'max' in any lane.");
        }
    }
}
