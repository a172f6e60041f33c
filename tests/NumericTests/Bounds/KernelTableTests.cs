using System;
using System.Globalization;
using System.Numerics;
using Proxima;

namespace NumericTests.Bounds;

/// <summary>
/// The tables and constants of the interval kernels, computed again with 1,400 bits: each number is the double nearest, and its low part the double nearest to the
/// rest.
/// </summary>
public sealed class KernelTableTests
{
    private static readonly Fixed Ln2 = Fixed.Log(2);
    private static readonly Fixed Ln10 = Fixed.Log(10);
    private static readonly Fixed Pi = Fixed.Pi;

    [Fact]
    public void Powers_of_two()
    {
        for (int j = 0; j < 64; j++)
        {
            AssertPair(Fixed.Exp(Ln2 * j / 64), KernelTables.PowersOfTwo, 2 * j);
        }
    }

    [Fact]
    public void Powers_of_ten()
    {
        for (int n = 0; n < KernelTables.PowersOfTen.Length; n++)
        {
            Assert.Equal(BigInteger.Pow(10, n), new BigInteger(KernelTables.PowersOfTen[n]));
        }
    }

    /// <summary>Besides the logarithms: c has eleven bits, so that its product with a double fits in two, and m·c is near 1 for every m of the row.</summary>
    [Fact]
    public void Reciprocals()
    {
        for (int i = 0; i < 128; i++)
        {
            double c = KernelTables.Reciprocals[3 * i];
            Assert.Equal(Math.Floor(c * 2048), c * 2048);
            double low = ((1 + (i / 128.0)) * c) - 1, high = ((1 + ((i + 1) / 128.0)) * c) - 1;
            double largest = i is 0 or 127 ? 1.0 / 128 : 0.00423; // 2⁻⁷, 2⁻⁷·⁸
            Assert.True(Math.Max(Math.Abs(low), Math.Abs(high)) <= largest);
            AssertPair(-Fixed.Log(i < 53 ? c : 2 * c), KernelTables.Reciprocals, (3 * i) + 1);
        }
    }

    [Fact]
    public void Sines()
    {
        for (int j = 0; j < 128; j++)
        {
            AssertPair(Fixed.Sin(j % 64, Pi) * (j < 64 ? 1 : -1), KernelTables.Sines, 2 * j);
        }
    }

    [Fact]
    public void Inverse_tangents()
    {
        for (int j = 0; j <= 64; j++)
        {
            AssertPair(j == 64 ? Pi / 4 : Fixed.Atan(j, 64), KernelTables.InverseTangents, 2 * j);
        }
    }

    [Fact]
    public void Two_over_pi()
    {
        BigInteger value = (Fixed.One * 2 / Pi).Scaled >> (Fixed.Bits - (64 * KernelTables.TwoOverPi.Length));
        for (int i = KernelTables.TwoOverPi.Length - 1; i >= 0; i--)
        {
            Assert.Equal((ulong)(value & ulong.MaxValue), KernelTables.TwoOverPi[i]);
            value >>= 64;
        }
        Assert.True(value.IsZero);
    }

    [Fact]
    public void Coefficients_of_the_error_function()
    {
        Fixed factor = Fixed.One * 2 / Fixed.Sqrt(Pi);
        for (int n = 0; n < KernelTables.ErrorFunction.Length / 2; n++)
        {
            AssertPair(factor / ((2 * n) + 1), KernelTables.ErrorFunction, 2 * n);
            factor = -(factor / (n + 1));
        }
    }

    [Fact]
    public void Coefficients_of_the_gamma_function()
    {
        Fixed[] bernoulli = Fixed.Bernoulli(60);
        for (int k = 1; k <= KernelTables.Bernoulli.Length / 2; k++)
        {
            AssertPair(bernoulli[2 * k], KernelTables.Bernoulli, (2 * k) - 2);
        }
        Fixed first = Fixed.One - Fixed.Gamma(bernoulli, Ln2);
        AssertPair(first, KernelTables.LogGammaAtTwo, 0);
        AssertPair(first, KernelTables.DigammaAtTwo, 0);
        for (int k = 2; k <= KernelTables.DigammaAtTwo.Length / 2; k++)
        {
            Fixed zeta = Fixed.ZetaMinusOne(k, bernoulli) * (k % 2 == 0 ? 1 : -1);
            AssertPair(zeta, KernelTables.DigammaAtTwo, (2 * k) - 2);
            if (k <= KernelTables.LogGammaAtTwo.Length / 2)
            {
                AssertPair(zeta / k, KernelTables.LogGammaAtTwo, (2 * k) - 2);
            }
        }
    }

    [Fact]
    public void Constants()
    {
        AssertPair(Ln2, KernelConstants.Ln2);
        AssertPair(Ln10, KernelConstants.Ln10);
        AssertPair(Fixed.One / Ln2, KernelConstants.OverLn2);
        AssertPair(Fixed.One / Ln10, KernelConstants.OverLn10);
        AssertPair(Pi, KernelConstants.Pi);
        AssertPair(Pi / 2, KernelConstants.HalfPi);
        AssertPair(Fixed.One / Pi, KernelConstants.OverPi);
        AssertPair(Pi / 64, KernelConstants.PiOver64);
        AssertPair(Pi / 180, KernelConstants.RadiansPerDegree);
        AssertPair(Fixed.One * 180 / Pi, KernelConstants.DegreesPerRadian);
        AssertPair(Fixed.One / 3, KernelConstants.Third);
        AssertPair(Fixed.Sqrt(Fixed.One / 2), KernelConstants.SqrtHalf);
        AssertPair(Fixed.One / Fixed.Sqrt(Pi), KernelConstants.OverSqrtPi);
        AssertPair(Fixed.One * 2 / Fixed.Sqrt(Pi), KernelConstants.TwoOverSqrtPi);
        AssertPair(Fixed.One / Fixed.Sqrt(Pi * 2), KernelConstants.OverSqrtTwoPi);
        AssertPair(Fixed.LogOf(Pi * 2) / 2, KernelConstants.HalfLogTwoPi);
        AssertPair(Fixed.LogOf(Pi), KernelConstants.LogPi);
    }

    private static void AssertPair(Fixed exact, double[] table, int index) => AssertPair(exact, new Twofold(table[index], table[index + 1]));

    private static void AssertPair(Fixed exact, Twofold actual)
    {
        Fixed rest = exact - Fixed.Of(actual.Hi);
        Assert.True(IsNearest(exact, actual.Hi), actual.Hi.ToString("R", CultureInfo.InvariantCulture));
        Assert.True(IsNearest(rest, actual.Lo), actual.Lo.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>Nothing is nearer than half the distance to the neighbours.</summary>
    private static bool IsNearest(Fixed exact, double value)
    {
        Fixed distance = (exact - Fixed.Of(value)).Abs();
        Fixed above = (exact - Fixed.Of(Math.BitIncrement(value))).Abs(), below = (exact - Fixed.Of(Math.BitDecrement(value))).Abs();
        return distance.Scaled <= above.Scaled && distance.Scaled <= below.Scaled;
    }
}
