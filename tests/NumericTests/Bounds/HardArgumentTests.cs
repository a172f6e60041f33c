using System;
using Proxima;
using Proxima.Generator.Numerics;

namespace NumericTests.Bounds;

/// <summary>
/// Arguments at which the functions of the C runtime, or of .NET, lose digits: by up to 136,921 ulp (sine and cosine of huge angles) or all (ExpM1, LogP1 near 0).
/// </summary>
public sealed class HardArgumentTests
{
    /// <summary>
    /// Next to multiples of π/2; 0x1.69eab0985179bp+246 where glibc has been seen to lose 17 digits, 6381956970095103·2⁷⁹⁷ the nearest of all doubles (Kahan).
    /// </summary>
    [Theory]
    [InlineData("0x1.69eab0985179bp+246")]
    [InlineData("0x1.6ac5b262ca1ffp+849")]
    [InlineData("0x1.921fb54442d18p+0")]
    [InlineData("0x1.921fb54442d18p+1")]
    [InlineData("0x1.2d97c7f3321d2p+2")]
    [InlineData("0x1.921fb54442d18p+20")]
    [InlineData("0x1.d12ed0af1a27fp+101")]
    [InlineData("0x1.fffffffffffffp+1023")]
    public void Angles_next_to_multiples_of_a_quarter_turn(string text)
    {
        double x = HexNumber.Parse(text);
        foreach (double angle in new[] { x, -x, Math.BitIncrement(x), Math.BitDecrement(x) })
        {
            if (double.IsInfinity(angle))
            {
                continue;
            }
            AssertTight(Interval.Sin(angle), DoubleDoubleFunctions.Sin(angle));
            AssertTight(Interval.Cos(angle), DoubleDoubleFunctions.Cos(angle));
            AssertTight(Interval.Tan(angle), DoubleDoubleFunctions.Tan(angle));
        }
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(-1e-10)]
    [InlineData(1e-20)]
    [InlineData(-1e-300)]
    [InlineData(double.Epsilon)]
    public void Small_arguments_keep_their_digits(double x)
    {
        AssertTight(Interval.ExpM1(x), DoubleDoubleFunctions.ExpM1(x));
        AssertTight(Interval.LogP1(x), DoubleDoubleFunctions.LogP1(x));
        AssertTight(Interval.Sinh(x), DoubleDoubleFunctions.Sinh(x));
        AssertTight(Interval.Tanh(x), DoubleDoubleFunctions.Tanh(x));
        AssertTight(Interval.Atanh(x), DoubleDoubleFunctions.Atanh(x));
    }

    /// <summary>The result is subnormal, or beyond the range, and still enclosed.</summary>
    [Fact]
    public void Results_at_the_ends_of_the_range()
    {
        Assert.Equal(new Interval(0, double.Epsilon), Interval.Exp(-800));
        Assert.Equal(new Interval(double.MaxValue, double.PositiveInfinity), Interval.Exp(800));
        AssertTight(Interval.Exp(-744.4400719213812), DoubleDoubleFunctions.Exp(-744.4400719213812));
        AssertTight(Interval.Exp(709.782712893384), DoubleDoubleFunctions.Exp(709.782712893384));
        AssertTight(Interval.Pow(3, -670.3), DoubleDoubleFunctions.Pow(3, -670.3));
        Assert.Equal(new Interval(double.Epsilon, double.Epsilon), Interval.Exp2(-1074));
    }

    private static void AssertTight(Interval actual, DoubleDouble expected)
    {
        Assert.True(expected >= actual.Lo && expected <= actual.Hi, FormattableString.Invariant($"{expected} is not in {actual}"));
        Assert.True(Ulps.Between(actual.Lo, actual.Hi) <= 2);
    }
}
