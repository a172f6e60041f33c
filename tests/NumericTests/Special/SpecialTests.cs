using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using Proxima;
using Proxima.Generator.Numerics;

namespace NumericTests;

/// <summary>The functions of <see cref="Special"/> against 30-digit references (<c>Data/special.golden.py</c>), to the ulps that their documentation states.</summary>
public sealed class SpecialTests
{
    private static readonly Dictionary<string, (Func<double, double> Function, double Ulps)> Functions = new()
    {
        ["Erf"] = (Special.Erf, 2),
        ["Erfc"] = (Special.Erfc, 3),
        ["NormalCdf"] = (Special.NormalCdf, 4),
        ["NormalPdf"] = (Special.NormalPdf, 3),
        ["LogGamma"] = (Special.LogGamma, 4),
        ["Digamma"] = (Special.Digamma, 4),
        ["Trigamma"] = (Special.Trigamma, 4),
        ["Polygamma 2"] = (static x => Special.Polygamma(2, x), 6),
        ["Polygamma 3"] = (static x => Special.Polygamma(3, x), 7),
        ["Polygamma 7"] = (static x => Special.Polygamma(7, x), 11),
        ["Polygamma 40"] = (static x => Special.Polygamma(40, x), 44),
        ["Sigmoid"] = (Special.Sigmoid, 2),
        ["SoftPlus"] = (Special.SoftPlus, 3),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_as_accurate_as_documented(string name)
    {
        (Func<double, double> function, double ulps) = Functions[name];
        double worst = 0;
        double at = 0;
        foreach ((double x, double expected) in Reference(name))
        {
            double distance = Ulps.Between(function(x), expected);
            (worst, at) = distance > worst ? (distance, x) : (worst, at);
        }
        Assert.True(worst <= ulps, FormattableString.Invariant($"{name}({at:R}) is {worst} ulp off, {ulps} documented"));
    }

    /// <summary>Where the platform's functions of the same names lose all digits.</summary>
    [Theory]
    [InlineData("ExpM1")]
    [InlineData("LogP1")]
    public void Small_arguments_keep_their_digits(string name)
    {
        (Func<double, double> function, Func<double, double> platform, Func<DoubleDouble, DoubleDouble> exact) = name == "ExpM1"
            ? ((Func<double, double>)Special.ExpM1, (Func<double, double>)double.ExpM1, (Func<DoubleDouble, DoubleDouble>)DoubleDoubleFunctions.ExpM1)
            : (Special.LogP1, double.LogP1, DoubleDoubleFunctions.LogP1);
        double lost = 0;
        for (int k = -300; k <= 40; k++)
        {
            foreach (double x in new[] { Math.Pow(10, k / 8.0), -Math.Pow(10, k / 8.0) })
            {
                if (x <= -1 && name == "LogP1")
                {
                    continue;
                }
                double expected = (double)exact(x);
                double distance = Ulps.Between(function(x), expected);
                Assert.True(distance <= 2, FormattableString.Invariant($"{name}({x:R}) is {distance} ulp off, 2 documented"));
                lost = Math.Max(lost, Ulps.Between(platform(x), expected));
            }
        }
        Assert.True(lost > 1e15, "the platform keeps its digits now: use its function"); // 0 instead of x
    }

    [Theory]
    [InlineData(double.NegativeInfinity, -1, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-0.0, -0.0, -0.0)]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    public void Exponential_less_one_and_logarithm_of_one_more_at_the_ends(double x, double exponential, double logarithm)
    {
        Accuracy.SameBits(exponential, Special.ExpM1(x), "ExpM1");
        Accuracy.SameBits(logarithm, Special.LogP1(x), "LogP1");
        Accuracy.SameBits((float)exponential, Special.ExpM1((float)x), "ExpM1 of a float");
        Accuracy.SameBits((float)logarithm, Special.LogP1((float)x), "LogP1 of a float");
        Accuracy.SameBits(double.NegativeInfinity, Special.LogP1(-1.0), "LogP1 at its pole");
        Accuracy.SameBits(double.NaN, Special.LogP1(-1.5), "LogP1 below its pole");
    }

    /// <summary>The error is relative to the terms that cancel.</summary>
    [Theory]
    [InlineData("LogGamma, negative", 5)]
    [InlineData("Digamma, negative", 5)]
    [InlineData("Polygamma 2, negative", 6)]
    [InlineData("Polygamma 3, negative", 7)]
    public void For_negative_arguments_the_error_is_relative_to_the_terms(string name, double ulps)
    {
        foreach ((double x, double expected) in Reference(name))
        {
            double fraction = x - Math.Round(x);
            (double actual, double size) = name[..^10] switch
            {
                "LogGamma" => (Special.LogGamma(x), Math.Max(1, Math.Max(Math.Abs(Special.LogGamma(-x)), Math.Abs(Math.Log(-x * Math.Abs(Math.Sin(Math.PI * fraction))))))),
                "Digamma" => (Special.Digamma(x), Math.Abs(Special.Digamma(1 - x)) + Math.Abs(Math.PI / Math.Tan(Math.PI * fraction))),
                "Polygamma 2" => (Special.Polygamma(2, x), Math.Abs(Special.Polygamma(2, 1 - x)) + Math.Abs(expected)),
                _ => (Special.Polygamma(3, x), Math.Abs(Special.Polygamma(3, 1 - x)) + Math.Abs(expected)),
            };
            double allowed = ulps * Math.ScaleB(1, -52) * size;
            Assert.True(Math.Abs(actual - expected) <= allowed, FormattableString.Invariant($"{name}({x:R}) = {actual:R}, not {expected:R}"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_stays_NaN(string name) => Assert.Equal(double.NaN, Functions[name].Function(double.NaN));

    [Theory]
    [InlineData("Erf", double.PositiveInfinity, 1)]
    [InlineData("Erf", double.NegativeInfinity, -1)]
    [InlineData("Erf", -0.0, -0.0)]
    [InlineData("Erfc", double.PositiveInfinity, 0)]
    [InlineData("Erfc", double.NegativeInfinity, 2)]
    [InlineData("Erfc", 0, 1)]
    [InlineData("NormalCdf", double.PositiveInfinity, 1)]
    [InlineData("NormalCdf", double.NegativeInfinity, 0)]
    [InlineData("NormalCdf", 0, 0.5)]
    [InlineData("NormalPdf", double.PositiveInfinity, 0)]
    [InlineData("NormalPdf", double.NegativeInfinity, 0)]
    [InlineData("LogGamma", 1, 0)]
    [InlineData("LogGamma", 2, 0)]
    [InlineData("LogGamma", 0, double.PositiveInfinity)]
    [InlineData("LogGamma", -0.0, double.PositiveInfinity)]
    [InlineData("LogGamma", -3, double.PositiveInfinity)]
    [InlineData("LogGamma", -1e300, double.PositiveInfinity)]
    [InlineData("LogGamma", 1e306, double.PositiveInfinity)]
    [InlineData("LogGamma", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("LogGamma", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("Digamma", 0, double.NegativeInfinity)]
    [InlineData("Digamma", -0.0, double.PositiveInfinity)]
    [InlineData("Digamma", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Digamma", double.NegativeInfinity, double.NaN)]
    [InlineData("Digamma", -1, double.NaN)]
    [InlineData("Digamma", -4, double.NaN)]
    [InlineData("Trigamma", 0, double.PositiveInfinity)]
    [InlineData("Trigamma", -2, double.PositiveInfinity)]
    [InlineData("Trigamma", double.PositiveInfinity, 0)]
    [InlineData("Trigamma", double.NegativeInfinity, double.NaN)]
    [InlineData("Polygamma 2", 0, double.NegativeInfinity)]
    [InlineData("Polygamma 2", -0.0, double.PositiveInfinity)]
    [InlineData("Polygamma 2", -1, double.NaN)]
    [InlineData("Polygamma 3", -1, double.PositiveInfinity)]
    [InlineData("Sigmoid", double.PositiveInfinity, 1)]
    [InlineData("Sigmoid", double.NegativeInfinity, 0)]
    [InlineData("SoftPlus", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("SoftPlus", double.NegativeInfinity, 0)]
    [InlineData("SoftPlus", 1e300, 1e300)]
    public void Special_values_are_exact(string name, double x, double expected) => Accuracy.SameBits(expected, Functions[name].Function(x), name);

    [Fact]
    public void Subnormal_results_are_within_four_steps()
    {
        // 20-digit values by mpmath 1.3.
        Assert.InRange(Ulps.Between(Special.Erfc(26.6), double.Parse("1.0885125885442265332e-309", CultureInfo.InvariantCulture)), 0, 4);
        Assert.InRange(Ulps.Between(Special.NormalCdf(-37.6), double.Parse("1.0748112495870453993e-309", CultureInfo.InvariantCulture)), 0, 4);
    }

    [Fact]
    public void Orders_outside_the_range_of_the_factorial_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Special.Polygamma(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Special.Polygamma(171, 1));
        Assert.Equal(Special.Digamma(0.3), Special.Polygamma(0, 0.3));
    }

    [Fact]
    public void A_sum_of_exponentials_neither_overflows_nor_loses_its_largest()
    {
        Accuracy.WithinUlps(1000 + Math.Log(2), Special.LogSumExp([1000.0, 1000.0]), 1, "two large");
        Assert.Equal(double.NegativeInfinity, Special.LogSumExp(ReadOnlySpan<double>.Empty));
        Assert.Equal(double.NegativeInfinity, Special.LogSumExp([double.NegativeInfinity, double.NegativeInfinity]));
        Assert.Equal(double.PositiveInfinity, Special.LogSumExp([1.0, double.PositiveInfinity]));
        Assert.Equal(double.NaN, Special.LogSumExp([1.0, double.NaN]));
        Assert.Equal(-5, Special.LogSumExp([-5.0, double.NegativeInfinity]));
        Assert.Equal((float)Special.LogSumExp([0.5, 1.5]), Special.LogSumExp([0.5f, 1.5f]));
    }

    [Fact]
    public void Single_precision_is_double_precision_rounded_once()
    {
        for (float x = 0.1f; x < 5; x += 0.37f)
        {
            Assert.Equal((float)Special.Erf((double)x), Special.Erf(x));
            Assert.Equal((float)Special.Erfc((double)x), Special.Erfc(x));
            Assert.Equal((float)Special.NormalCdf((double)x), Special.NormalCdf(x));
            Assert.Equal((float)Special.NormalPdf((double)x), Special.NormalPdf(x));
            Assert.Equal((float)Special.LogGamma((double)x), Special.LogGamma(x));
            Assert.Equal((float)Special.Digamma((double)x), Special.Digamma(x));
            Assert.Equal((float)Special.Trigamma((double)x), Special.Trigamma(x));
            Assert.Equal((float)Special.Polygamma(2, (double)x), Special.Polygamma(2, x));
            Assert.Equal((float)Special.Sigmoid((double)x), Special.Sigmoid(x));
            Assert.Equal((float)Special.SoftPlus((double)x), Special.SoftPlus(x));
        }
    }

    private static IEnumerable<(double X, double Value)> Reference(string name)
    {
        foreach (JsonElement row in TestData.Json("special.golden.json").GetProperty(name).EnumerateArray())
        {
            yield return (row[0].GetDouble(), double.Parse(row[1].GetString()!, CultureInfo.InvariantCulture));
        }
    }
}
