namespace Proxima;

/// <content>What the kernels of every width share: whatever mentions no vector stands here, outside the text that is copied.</content>
public static partial class VectorMath
{
    // e⁷¹⁰ overflows and e⁻⁷⁴⁶ rounds to zero: nothing beyond them needs computing.
    private const double ExpHighest = 710.0;
    private const double ExpLowest = -746.0;

    // Adding and subtracting 1.5 · 2⁵² rounds to a whole number and leaves that number in the low bits.
    private const double Rounder = 6755399441055744.0;

    // ln 2 in two parts; the first has 21 trailing zeros, so that its product with a small whole number is exact (Cody and Waite 1980).
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Log2E = 1.44269504088896340736;

    private const double SmallestNormal = 2.2250738585072014e-308;
    private const long SqrtHalfBits = 0x3FE6A09E_667F3BCD;
    private const long OneBits = 0x3FF00000_00000000;
    private const long FractionBits = 0x000FFFFF_FFFFFFFF;
    private const long RounderBits = 0x43380000_00000000;

    // π in four parts; the first three have 33 bits, so that their products with a whole number below 2²⁰ are exact with or without fused multiply-add
    // (Cody and Waite 1980). All are positive: n · 0 then keeps the sign of a zero argument.
    private const double Pi1 = 2 * 1.5707963267341256;
    private const double Pi2 = 2 * 6.077100506303966e-11;
    private const double Pi3 = 2 * 2.0222662487111665e-21;
    private const double Pi4 = 2 * 8.4784276603689e-32;
    private const double OneByPi = 0.3183098861837907;

    // Up to here n is below 2¹⁶ and what the four parts leave of n·π below 2⁻¹³⁰.
    private const double LargestReduced = 1e5;

    // Above 20, 1 - tanh x = 2/(e²ˣ + 1) is less than a quarter of an ulp of 1.
    private const double TanhSaturation = 20.0;

    private static void RequireOrder(bool isReversed)
    {
        if (isReversed)
        {
            throw new System.ArgumentException("'min' cannot be greater than 'max' in any lane.");
        }
    }
}
