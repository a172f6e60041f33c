namespace Proxima;

/// <content>What the kernels of single precision share at every width.</content>
public static partial class VectorMath
{
    // Adding and subtracting 1.5 · 2²³ rounds to a whole number below 2²² and leaves that number in the low bits.
    private const float SingleRounder = 12582912f;

    // e⁸⁹ overflows and e⁻¹⁰⁴ rounds to zero: nothing beyond them needs computing.
    private const float SingleExpHighest = 89f;
    private const float SingleExpLowest = -104f;

    // e⁻²⁰ is less than a sixteenth of an ulp of 1.
    private const float SingleSigmoidSaturation = 20f;
    private const float SingleTwoToMinus64 = 5.42101086e-20f;

    // e⁻¹⁸ is a quarter of an ulp of 1.
    private const float SingleExpM1Lowest = -18f;

    // ln 2 in two parts; the first has 15 bits, so that its product with a whole number below 2⁸ is exact (Cody and Waite 1980).
    private const float SingleLn2High = 0.693145751953125f;
    private const float SingleLn2Low = 1.42860677e-06f;
    private const float SingleLog2E = 1.44269502f;

    private const float SingleSmallestNormal = 1.17549435e-38f;
    private const int SingleSqrtHalfBits = 0x3F3504F3;
    private const int SingleOneBits = 0x3F800000;
    private const int SingleFractionBits = 0x007FFFFF;

    // 2²³ and its exponent: subnormal numbers times it are normal.
    private const float SingleTwo23 = 8388608f;
    private const float SingleCubeScale = 16777216f;
    private const float SingleCubeRootOfScale = 1f / 256f;

    // π in three parts, each below what is left, so that all are positive: n · 0 then keeps the sign of a zero argument. Half of them is π/2.
    private const float SinglePi1 = 3.1415925f;
    private const float SinglePi2 = 1.50995788e-07f;
    private const float SinglePi3 = 1.07806059e-14f;
    private const float SingleOneByPi = 0.318309873f;

    // Up to here n is below 2¹⁶ and what the three parts leave of n·π below 2⁻⁵⁵.
    private const float SingleLargestReduced = 1e5f;

    // π and π/2 as the nearest number and what it leaves.
    private const float SinglePiHigh = 3.14159274f;
    private const float SinglePiLow = -8.74227766e-08f;
    private const float SingleHalfPiHigh = 1.57079637f;
    private const float SingleHalfPiLow = -4.37113883e-08f;

    // Above 9.02, 1 - tanh x = 2/(e²ˣ + 1) is less than half an ulp of 1 on its lower side.
    private const float SingleTanhSaturation = 10f;

    // The same for erfc x above 3.92.
    private const float SingleErfSaturation = 4f;
}
