using System;
using System.Globalization;
using Proxima;

namespace NumericTests.Bounds;

/// <summary>What the elementary functions make of domains, poles, limits, extrema and values that are doubles.</summary>
public sealed class ElementarySetTests
{
    private const double Infinity = double.PositiveInfinity;

    /// <summary>Function, argument and result; "empty" or two ends.</summary>
    public static TheoryData<string, string, string> Unary => new()
    {
        { "Exp", "0 0", "1 1" },
        { "Exp", "-∞ 0", "0 1" },
        { "Exp2", "-3 10", "0.125 1024" },
        { "Exp10", "0 3", "1 1000" },
        { "ExpM1", "-∞ 0", "-1 0" },
        { "Exp2M1", "1 3", "1 7" },
        { "Log", "1 ∞", "0 ∞" },
        { "Log", "-1 1", "-∞ 0" },
        { "Log", "-1 0", "empty" },
        { "Log2", "0.25 8", "-2 3" },
        { "Log10", "1 1000", "0 3" },
        { "LogP1", "-2 0", "-∞ 0" },
        { "LogP1", "-2 -1", "empty" },
        { "Log2P1", "0 7", "0 3" },
        { "Log10P1", "0 99", "0 2" },
        { "Sin", "0 ∞", "-1 1" },
        { "Sin", "0 6.2", "-1 1" },
        { "Cos", "0 6.29", "-1 1" },
        { "Cos", "0 0", "1 1" },
        { "Tan", "1 2", "-∞ ∞" },
        { "Tan", "0 3.1415", "-∞ ∞" },
        { "SinPi", "0 1", "0 1" },
        { "SinPi", "-0.5 0.5", "-1 1" },
        { "CosPi", "0 2", "-1 1" },
        { "CosPi", "0.5 1.5", "-1 0" },
        { "CosPi", "1e17 1e17", "1 1" },
        { "TanPi", "0.5 0.5", "empty" },
        { "TanPi", "0.25 0.5", "1 ∞" },
        { "TanPi", "0.5 0.75", "-∞ -1" },
        { "TanPi", "-0.5 0.5", "-∞ ∞" },
        { "TanPi", "0.25 0.75", "-∞ ∞" },
        { "Asin", "2 3", "empty" },
        { "AsinPi", "-5 5", "-0.5 0.5" },
        { "AcosPi", "-5 0", "0.5 1" },
        { "Acos", "1 5", "0 0" },
        { "AtanPi", "1 ∞", "0.25 0.5" },
        { "Cosh", "0 0", "1 1" },
        { "Cosh", "-∞ 0", "1 ∞" },
        { "Tanh", "-∞ ∞", "-1 1" },
        { "Acosh", "-5 1", "0 0" },
        { "Acosh", "-5 0.5", "empty" },
        { "Atanh", "-2 2", "-∞ ∞" },
        { "Atanh", "1 2", "empty" },
        { "Atanh", "-1 -1", "empty" },
        { "Sigmoid", "-∞ ∞", "0 1" },
        { "SoftPlus", "-∞ ∞", "0 ∞" },
        { "SigmoidSlope", "-∞ ∞", "0 0.25" },
        { "SigmoidSlope", "0 0", "0.25 0.25" },
        { "Cbrt", "-27 8", "-3 2" },
        { "Erf", "-∞ ∞", "-1 1" },
        { "Erf", "0 0", "0 0" },
        { "Erfc", "-∞ ∞", "0 2" },
        { "NormalCdf", "-∞ 0", "0 0.5" },
        { "LogGamma", "1 1", "0 0" },
        { "LogGamma", "0 0", "empty" },
        { "LogGamma", "-3 -3", "empty" },
        { "Digamma", "-0.5 0.5", "-∞ ∞" },
        { "Digamma", "-1 0", "-∞ ∞" },
        { "Trigamma", "-0.5 0.5", "0 ∞" },
        { "Trigamma", "0 ∞", "0 ∞" },
    };

    [Theory]
    [MemberData(nameof(Unary))]
    public void Values_and_limits_that_are_doubles_are_met(string method, string argument, string expected)
    {
        Interval actual = (Interval)typeof(Interval).GetMethod(method, [typeof(Interval)])!.Invoke(null, [Parse(argument)])!;
        Assert.Equal(Parse(expected), Unsigned(actual));
    }

    [Theory]
    [MemberData(nameof(Unary))]
    public void Nothing_comes_of_nothing(string method, string argument, string expected)
    {
        _ = argument;
        _ = expected;
        Assert.True(((Interval)typeof(Interval).GetMethod(method, [typeof(Interval)])!.Invoke(null, [Interval.Empty])!).IsEmpty);
    }

    [Fact]
    public void Extrema_between_the_ends_are_found()
    {
        Assert.Equal(1, Interval.Sin(new(1, 2)).Hi);
        Assert.True(Interval.Sin(new(1, 2)).Lo > 0.84);
        Assert.Equal(-1, Interval.Cos(new(3, 4)).Lo);
        Assert.True(Interval.Cos(new(3, 4)).Hi < -0.65);
        Assert.Equal(1, Interval.Cosh(new(-1, 2)).Lo);
        Assert.Equal(Interval.NormalPdf(new Interval(0, 3)), Interval.NormalPdf(new(-3, 1)));
        Interval gamma = Interval.LogGamma(new(1, 2));
        Assert.True(gamma.Lo < -0.1214862905358496 && gamma.Lo > -0.1214862905358497 && gamma.Hi == 0);
    }

    [Fact]
    public void Angles_far_out_are_counted_exactly()
    {
        // From 10²² one double to the next is 2²¹ apart: a whole turn. At 10¹⁵ neighbours are ⅛ apart.
        Assert.Equal(new Interval(-1, 1), Interval.Sin(new(1e22, Math.BitIncrement(1e22))));
        Interval narrow = Interval.Sin(new(1e15, Math.BitIncrement(1e15)));
        Assert.True(narrow.Hi - narrow.Lo < 0.13);
    }

    [Fact]
    public void Powers_follow_Math()
    {
        Assert.Equal(new Interval(0, 9), Unsigned(Interval.Pow(new(-2, 3), 2)));
        Assert.Equal(new Interval(-8, 27), Interval.Pow(new(-2, 3), 3));
        Assert.Equal(new Interval(0.125, 1024), Interval.Pow(2, new(-3, 10)));
        Assert.Equal(Interval.Entire, Interval.Pow(new(-1, 2), -1));
        Assert.Equal(new Interval(0.25, Infinity), Interval.Pow(new(-2, 2), -2));
        Assert.Equal(new Interval(0.25, Infinity), Interval.Pow(new(0, 2), -2));
        Assert.True(Interval.Pow(new(-4, -1), 0.5).IsEmpty);
        Assert.True(Interval.Pow(default, -1).IsEmpty);
        Assert.Equal(new Interval(1, 1), Interval.Pow(default, 0));
        Assert.Equal(new Interval(1, 1), Interval.Pow(default, new(-1, 0)));
        Assert.Equal(new Interval(-512, -1), Interval.Pow(new(-8, -1), new(2.5, 3.5)));
        Interval powers = Interval.Pow(new(-2, -2), new(1.5, 3.5)); // 4 and −8
        Assert.True(powers.Contains(4) && powers.Contains(-8));
        Assert.Equal(new Interval(0, Infinity), Unsigned(Interval.Pow(new(0, Infinity), new(-1, 1))));
    }

    [Fact]
    public void Roots_and_lengths()
    {
        Assert.Equal(new Interval(-2, 3), Interval.RootN(new(-8, 27), 3));
        Assert.Equal(new Interval(0, 2), Unsigned(Interval.RootN(new(-4, 4), 2)));
        Assert.True(Interval.RootN(new(1, 2), 0).IsEmpty);
        Assert.True(Interval.RootN(new(-2, -1), 4).IsEmpty);
        Assert.Equal(Interval.Entire, Interval.RootN(new(-1, 8), -3));
        Assert.Equal(new Interval(0.5, Infinity), Interval.RootN(new(0, 8), -3));
        Assert.Equal(new Interval(3, 5), Interval.Hypot(3, new(-2, 4)));
        Assert.Equal(new Interval(double.MaxValue, Infinity), Interval.Hypot(double.MaxValue, double.MaxValue));
    }

    [Fact]
    public void Angles_of_points_have_all_values_where_the_negative_axis_is_crossed()
    {
        Assert.True(Interval.Atan2(default, default(Interval)).IsEmpty);
        Assert.Equal(new Interval(-1, 1), Interval.Atan2Pi(new(-1, 1), new(-1, 1)));
        Assert.Equal(new Interval(1, 1), Interval.Atan2Pi(0, new(-2, -1)));
        Assert.Equal(new Interval(0.5, 1), Interval.Atan2Pi(new(0, Infinity), new(double.NegativeInfinity, 0)));
        Assert.Equal(new Interval(-0.5, 0.5), Interval.Atan2Pi(new(-1, 1), new(0, 1)));
        Assert.Equal(new Interval(-0.75, -0.25), Interval.Atan2Pi(-1, new(-1, 1)));
    }

    [Fact]
    public void Orders_of_derivatives_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Interval.Polygamma(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Interval.Polygamma(171, 1));
        Assert.Equal(Interval.Digamma(3), Interval.Polygamma(0, 3));
        Assert.Equal(double.NegativeInfinity, Interval.Polygamma(2, new(0, 1)).Lo);
    }

    private static Interval Parse(string text)
    {
        if (text == "empty")
        {
            return Interval.Empty;
        }
        string[] ends = text.Replace("∞", "Infinity", StringComparison.Ordinal).Split(' ');
        return new(double.Parse(ends[0], CultureInfo.InvariantCulture), double.Parse(ends[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Zeros without their signs, which a set does not know.</summary>
    private static Interval Unsigned(Interval x) => x.IsEmpty ? x : new(x.Lo + 0.0, x.Hi + 0.0);
}
