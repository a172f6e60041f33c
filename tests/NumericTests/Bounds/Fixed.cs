using System;
using System.Numerics;

namespace NumericTests.Bounds;

/// <summary>Numbers with 1,400 bits after the point, and the series that tables are computed from.</summary>
internal readonly record struct Fixed(BigInteger Scaled)
{
    public const int Bits = 1400;

    public static Fixed One => new(BigInteger.One << Bits);

    /// <summary>16·arctan(1/5) − 4·arctan(1/239) (Machin 1706).</summary>
    public static Fixed Pi => (Atan(1, 5) * 16) - (Atan(1, 239) * 4);

    public static Fixed operator +(Fixed left, Fixed right) => new(left.Scaled + right.Scaled);

    public static Fixed operator -(Fixed left, Fixed right) => new(left.Scaled - right.Scaled);

    public static Fixed operator -(Fixed value) => new(-value.Scaled);

    public static Fixed operator *(Fixed left, Fixed right) => new((left.Scaled * right.Scaled) >> Bits);

    public static Fixed operator *(Fixed left, BigInteger right) => new(left.Scaled * right);

    public static Fixed operator /(Fixed left, Fixed right) => new((left.Scaled << Bits) / right.Scaled);

    public static Fixed operator /(Fixed left, BigInteger right) => new(left.Scaled / right);

    public Fixed Abs() => new(BigInteger.Abs(Scaled));

    /// <summary>A double, exactly from 2⁻¹³⁰⁰ on.</summary>
    public static Fixed Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        if (exponent == 0)
        {
            return default;
        }
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (1L << 52);
        int place = exponent - 1075 + Bits;
        BigInteger magnitude = place >= 0 ? mantissa << place : mantissa >> -place;
        return new(bits < 0 ? -magnitude : magnitude);
    }

    public static Fixed Sqrt(Fixed x)
    {
        BigInteger square = x.Scaled << Bits, root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (square / root)) >> 1;
            if (next >= root)
            {
                return new(root);
            }
            root = next;
        }
    }

    /// <summary>arctan(p/q), 0 ≤ p &lt; q.</summary>
    public static Fixed Atan(int p, int q)
    {
        Fixed power = One * p / q, sum = power;
        for (int k = 3; !power.Scaled.IsZero; k += 2)
        {
            power = -(power * ((BigInteger)p * p) / ((BigInteger)q * q));
            sum += power / k;
        }
        return sum;
    }

    public static Fixed Log(double x) => LogOf(Of(x));

    /// <summary>2·artanh((m − 1)/(m + 1)) with x = m · 2ᵏ, 1 ≤ m &lt; 2.</summary>
    public static Fixed LogOf(Fixed x)
    {
        int k = (int)(x.Scaled.GetBitLength() - 1 - Bits);
        Fixed m = new(k >= 0 ? x.Scaled >> k : x.Scaled << -k);
        Fixed logarithm = ArTanh((m - One) / (m + One)) * 2;
        return k == 0 ? logarithm : logarithm + (ArTanh(One / 3) * 2 * k);
    }

    public static Fixed Exp(Fixed x)
    {
        Fixed term = One, sum = One;
        for (int n = 1; !term.Scaled.IsZero; n++)
        {
            term = term * x / n;
            sum += term;
        }
        return sum;
    }

    /// <summary>sin(jπ/64) for j from 0 to 63.</summary>
    public static Fixed Sin(int j, Fixed pi)
    {
        Fixed x = pi * (j <= 32 ? j : 64 - j) / 64;
        Fixed term = x, sum = x;
        for (int n = 2; BigInteger.Abs(term.Scaled) > 1; n += 2)
        {
            term = -(term * x * x / (n * (n + 1)));
            sum += term;
        }
        return j == 32 ? One : sum;
    }

    /// <summary>B₀ … Bₙ.</summary>
    public static Fixed[] Bernoulli(int count)
    {
        // Σ C(m + 1, k)·Bₖ = 0 as fractions, because the recurrence loses digits.
        (BigInteger Top, BigInteger Bottom)[] fractions = new (BigInteger, BigInteger)[count + 1];
        fractions[0] = (1, 1);
        Fixed[] numbers = new Fixed[count + 1];
        numbers[0] = One;
        for (int m = 1; m <= count; m++)
        {
            BigInteger top = 0, bottom = 1, binomial = 1;
            for (int k = 0; k < m; k++)
            {
                top = (top * fractions[k].Bottom) + (binomial * fractions[k].Top * bottom);
                bottom *= fractions[k].Bottom;
                BigInteger divisor = BigInteger.GreatestCommonDivisor(top, bottom);
                top /= divisor;
                bottom /= divisor;
                binomial = binomial * (m + 1 - k) / (k + 1);
            }
            fractions[m] = (-top, bottom * (m + 1));
            numbers[m] = new((fractions[m].Top << Bits) / fractions[m].Bottom);
        }
        return numbers;
    }

    /// <summary>γ = Σ 1/k − ln n − 1/(2n) + Σ B₂ₖ/(2k·n²ᵏ), here with n = 2¹⁰ and thirty terms: 2⁻⁴⁰⁰.</summary>
    public static Fixed Gamma(Fixed[] bernoulli, Fixed ln2)
    {
        const int N = 1024;
        Fixed sum = -(ln2 * 10) - (One / (2 * N));
        for (int k = 1; k <= N; k++)
        {
            sum += One / k;
        }
        BigInteger power = 1;
        for (int k = 1; k <= 30; k++)
        {
            power *= N * N;
            sum += bernoulli[2 * k] / (2 * k * power);
        }
        return sum;
    }

    /// <summary>ζ(s) − 1 by Euler and Maclaurin's formula from 64 on, to 2⁻²⁵⁰.</summary>
    public static Fixed ZetaMinusOne(int s, Fixed[] bernoulli)
    {
        const int N = 64;
        Fixed sum = default;
        for (int k = 2; k < N; k++)
        {
            sum += One / BigInteger.Pow(k, s);
        }
        sum += (One / BigInteger.Pow(N, s - 1) / (s - 1)) + (One / (2 * BigInteger.Pow(N, s)));
        BigInteger rising = s, factorial = 2;
        for (int k = 1; k <= 30; k++)
        {
            sum += bernoulli[2 * k] * rising / (factorial * BigInteger.Pow(N, s + (2 * k) - 1));
            rising *= (BigInteger)(s + (2 * k) - 1) * (s + (2 * k));
            factorial *= (BigInteger)((2 * k) + 1) * ((2 * k) + 2);
        }
        return sum;
    }

    private static Fixed ArTanh(Fixed x)
    {
        Fixed square = x * x, power = x, sum = x;
        for (int k = 3; !power.Scaled.IsZero; k += 2)
        {
            power *= square;
            sum += power / k;
        }
        return sum;
    }
}
