using System;

namespace Proxima;

/// <content>The reduction of angles to jπ/64 + r, |r| ≤ π/128.</content>
internal static partial class Kernels
{
    private const double StepsPerRadian = 20.371832715762604; // 64/π

    // π/64 as 28 bits, 28 bits and the rest: the multiples of the first two by a number of 25 bits are exact.
    private const double AngleHead = 0.049087385181337595;
    private const double AngleMiddle = 3.100292418622974e-11;
    private const double CircularLimit = 1048576; // 2²⁰
    private static readonly Twofold AngleTail = new(1.7878714769093224e-19, 1.3549703328318407e-36); // below 2⁻⁶²

    /// <summary>
    /// r within 2⁻¹⁰² relative plus <paramref name="error"/>, j modulo 128. The tail times n &lt; 2²⁵ is below 2⁻³⁷, and its product and the two sums, where what
    /// cancels is below 2⁻³⁶,
    /// are within 2⁻¹⁰³ of that. Half of the error that is returned is what is proved.
    /// </summary>
    private static Twofold Reduce(double x, out int j, out double error)
    {
        if (Math.Abs(x) > CircularLimit)
        {
            return ReduceLarge(x, out j, out error);
        }
        double n = Math.Floor((x * StepsPerRadian) + 0.5);
        j = (int)n & 127;
        if (n == 0)
        {
            error = 0;
            return x;
        }
        error = 1.1479437019748901e-41; // 2⁻¹³⁶
        return Twofold.Sum(x, -(n * AngleHead)) + (-(n * AngleMiddle)) - (AngleTail * n);
    }

    /// <summary>
    /// The same with 256 bits of 2/π (Payne and Hanek 1983): x = M·2ᵉ with a whole M &lt; 2⁵³, so that a word of 2/π whose product with 2ᵉ·32 is a multiple of 128
    /// need not be
    /// multiplied. The words after the four used are below M·2⁻ˢ ≤ 2⁻¹³³ steps, a step is π/64, and the fraction keeps 128 bits or more after the point: 2⁻¹³³ in all.
    /// </summary>
    private static Twofold ReduceLarge(double x, out int j, out double error)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        ulong mantissa = ((ulong)bits & 0xFFFFFFFFFFFFF) | 0x10000000000000;
        int e = ((int)(bits >> 52) & 0x7FF) - 1075;
        int first = e >= 2 ? (e - 2) / 64 : 0;
        ulong[] words = KernelTables.TwoOverPi;

        // product = M · (four words), five words, lowest first; its unit is 2⁻ˢ steps.
        ulong p0 = Multiply(mantissa, words[first + 3], 0, out ulong carry);
        ulong p1 = Multiply(mantissa, words[first + 2], carry, out carry);
        ulong p2 = Multiply(mantissa, words[first + 1], carry, out carry);
        ulong p3 = Multiply(mantissa, words[first], carry, out ulong p4);
        ReadOnlyWords product = new(p0, p1, p2, p3, p4);
        int s = (64 * (first + 4)) - (e + 5);

        ulong whole = product.From(s);
        ulong high = product.From(s - 64), middle = product.From(s - 128), low = product.From(s - 192);
        bool isAbove = high >> 63 != 0; // a fraction from ½ on belongs to the next step
        if (isAbove)
        {
            whole++;
            high = ~high;
            middle = ~middle;
            low = ~low; // one unit of 2⁻¹⁹² too small
        }
        Twofold fraction = Whole(high, 5.421010862427522e-20) + (Whole(middle, 2.938735877055719e-39) + Whole(low, 1.5930919111324523e-58)); // 2⁻⁶⁴, 2⁻¹²⁸, 2⁻¹⁹²
        Twofold r = fraction * KernelConstants.PiOver64;
        bool isNegative = bits < 0;
        j = (int)((isNegative ? 0 - whole : whole) & 127);
        error = 1.8367099231598242e-40; // 2⁻¹³²
        return isAbove != isNegative ? -r : r;
    }

    /// <summary>πx = jπ/64 + r: x less a multiple of 2 and of 1/64 is exact.</summary>
    private static Twofold ReducePi(double x, out int j)
    {
        double magnitude = Math.Abs(x);
        magnitude -= 2 * Math.Floor(magnitude * 0.5);
        double n = Math.Floor((magnitude * 64) + 0.5);
        Twofold r = KernelConstants.Pi * (magnitude - (n * 0.015625));
        j = (x < 0 ? -(int)n : (int)n) & 127;
        return x < 0 ? -r : r;
    }

    /// <summary>A word times a power of two, exactly: two halves of 32 bits.</summary>
    private static Twofold Whole(ulong word, double unit) => Twofold.Sum((word >> 32) * 4294967296.0 * unit, (word & 0xFFFFFFFF) * unit);

    /// <summary>a·b + addend: the low word, and the high one.</summary>
    private static ulong Multiply(ulong a, ulong b, ulong addend, out ulong high)
    {
        ulong aLow = a & 0xFFFFFFFF, aHigh = a >> 32, bLow = b & 0xFFFFFFFF, bHigh = b >> 32;
        ulong low = aLow * bLow;
        ulong first = (aHigh * bLow) + (low >> 32);
        ulong second = (aLow * bHigh) + (first & 0xFFFFFFFF);
        ulong result = unchecked((second << 32) + (low & 0xFFFFFFFF));
        ulong sum = unchecked(result + addend);
        high = (aHigh * bHigh) + (first >> 32) + (second >> 32) + (sum < result ? 1UL : 0);
        return sum;
    }

    /// <summary>Five words, lowest first.</summary>
    private readonly struct ReadOnlyWords(ulong w0, ulong w1, ulong w2, ulong w3, ulong w4)
    {
        /// <summary>The 64 bits from a bit on; there is nothing above the last word.</summary>
        public ulong From(int bit)
        {
            int shift = bit & 63;
            ulong low = Word(bit >> 6);
            return shift == 0 ? low : (low >> shift) | (Word((bit >> 6) + 1) << (64 - shift));
        }

        private ulong Word(int index) => index switch
        {
            0 => w0,
            1 => w1,
            2 => w2,
            3 => w3,
            4 => w4,
            _ => 0,
        };
    }
}
