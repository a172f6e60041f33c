using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Primitives.Elementary;

namespace CompilerTests;

/// <summary>The conventions at kinks, and what partials do at the ends of domains and of the number range.</summary>
public sealed class PrimitiveKinkTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void The_magnitude_has_slope_zero_at_zero()
    {
        Partials(Abs, [0], 0);
        Partials(Abs, [-0.0], 0);
        Partials(Abs, [Infinity], 1);
        Partials(Abs, [double.NegativeInfinity], -1);
        Partials(CopySign, [0, -1], 0, 0);
        Partials(CopySign, [-2, -1], 1, 0);
        Partials(CopySign, [-2, 1], -1, 0);
    }

    [Fact]
    public void Ties_go_to_the_first_argument()
    {
        foreach (Primitive primitive in new[] { Max, Min, MaxNumber, MinNumber, MaxMagnitude, MinMagnitude, MaxMagnitudeNumber, MinMagnitudeNumber })
        {
            Partials(primitive, [2, 2], 1, 0);
            Partials(primitive, [0, 0], 1, 0);
        }
    }

    [Fact]
    public void The_larger_and_the_smaller_follow_the_argument_taken()
    {
        Partials(Max, [1, 2], 0, 1);
        Partials(Min, [1, 2], 1, 0);
        Partials(MaxMagnitude, [-3, 2], 1, 0);
        Partials(MinMagnitude, [-3, 2], 0, 1);
        Partials(MaxMagnitude, [-2, 2], 0, 1);
        Partials(MaxNumber, [double.NaN, 2], 0, 1);
        Partials(MaxNumber, [2, double.NaN], 1, 0);
        Partials(MinNumber, [2, double.NaN], 1, 0);
    }

    [Fact]
    public void At_a_bound_a_clamp_is_its_inside()
    {
        Partials(Clamp, [1, 1, 2], 1, 0, 0);
        Partials(Clamp, [2, 1, 2], 1, 0, 0);
        Partials(Clamp, [0, 1, 2], 0, 1, 0);
        Partials(Clamp, [3, 1, 2], 0, 0, 1);
        Partials(Clamp, [double.NaN, 1, 2], 1, 0, 0);
    }

    [Fact]
    public void Steps_have_no_derivative()
    {
        foreach (Primitive primitive in new[] { Floor, Ceiling, Truncate, Round, RoundToDigits, RoundByMode, RoundToDigitsByMode, Sign })
        {
            Assert.All(primitive.Partials!, Assert.Null);
            Assert.NotEqual("", primitive.Kink);
        }
    }

    [Fact]
    public void What_is_no_function_of_reals_has_no_rule()
    {
        foreach (Primitive primitive in new[] { IEEERemainder, BitIncrement, BitDecrement, ReciprocalEstimate, ReciprocalSqrtEstimate })
        {
            Assert.Null(primitive.Partials);
        }
    }

    [Fact]
    public void Roots_have_an_infinite_slope_at_zero_and_say_so()
    {
        Partials(Sqrt, [0], Infinity);
        Partials(Cbrt, [0], Infinity);
        Partials(RootN, [0, 4], Infinity, 0);
        Partials(RootN, [0, 1], 1, 0);
        Partials(RootN, [-8, 3], 1.0 / 12, 0);
        Partials(RootN, [4, -1], -1.0 / 16, 0);
        Assert.All([Sqrt, Cbrt, RootN, Asin, Acos, AsinPi, AcosPi, Acosh, Atan2, Atan2Pi, Pow], static p => Assert.True(p.IsSingular, p.Name));
    }

    [Fact]
    public void The_ends_of_a_domain_have_infinite_slopes()
    {
        Partials(Asin, [1], Infinity);
        Partials(Asin, [-1], Infinity);
        Partials(Acos, [1], double.NegativeInfinity);
        Partials(Acosh, [1], Infinity);
        Partials(Atanh, [1], Infinity);
        Partials(Log, [0], Infinity);
        Partials(LogP1, [-1], Infinity);
    }

    [Fact]
    public void A_power_has_conventions_where_its_formula_is_zero_times_infinity()
    {
        Partials(Pow, [0, 0], 0, 0);
        Partials(Pow, [0, 2], 0, 0);
        Partials(Pow, [0, 1], 1, 0);
        Partials(Pow, [0, 0.5], Infinity, 0);
        Partials(Pow, [3, 0], 0, Math.Log(3));
        Partials(Pow, [Infinity, -1], 0, 0);
        Partials(Pow, [1e-300, 2], 2e-300, 0);
        Partials(Pow, [-2, 3], 12, double.NaN);
    }

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(1, "1.0")]
    [InlineData(2, "2.0 * x")]
    [InlineData(3, "3.0 * (x * x)")]
    [InlineData(0.5, "0.5 * pow(x, -0.5)")]
    public void A_power_with_a_constant_exponent_reads_as_by_hand(double exponent, string expected)
    {
        Expression x = Build.Name("x", ScalarType.Double);
        Expression partial = Pow.Partials![0]!([x, Build.Double(exponent)], Build.Name("r", ScalarType.Double)) ?? Build.Double(0);
        Assert.Equal(expected, Printer.Print(partial));
    }

    [Fact]
    public void Lengths_and_angles_survive_the_ends_of_the_range()
    {
        Partials(Hypot, [0, 0], 0, 0);
        Partials(Hypot, [3e200, 4e200], 0.6, 0.8);
        Partials(Hypot, [3e-200, 4e-200], 0.6, 0.8);
        Partials(Atan2, [3e-200, 4e-200], 1.6e199, -1.2e199);
        Partials(Atan2, [3e200, 4e200], 1.6e-201, -1.2e-201);
        Partials(Asinh, [1e200], 1e-200);
        Partials(Acosh, [1e200], 1e-200);
        Assert.Equal(Math.Exp(-40), PrimitivePartials.Evaluate(ExpM1, -40)[0]);
    }

    /// <summary>Equal to 4 ulp: a few operations on exact inputs.</summary>
    private static void Partials(Primitive primitive, double[] at, params double[] expected)
    {
        double[] actual = PrimitivePartials.Evaluate(primitive, at);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool isClose = expected[i].Equals(actual[i]) || Math.Abs(actual[i] - expected[i]) <= 4 * Math.ScaleB(1, -52) * Math.Abs(expected[i]);
            Assert.True(isClose, FormattableString.Invariant($"∂{i} {primitive.Name}({string.Join(", ", at)}) = {actual[i]:R}, not {expected[i]:R}"));
        }
    }
}
