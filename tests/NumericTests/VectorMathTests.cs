using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;
using NumericTests.Singles;
using Proxima;

namespace NumericTests;

/// <summary>Functions of lanes against the scalar functions of the base library; the tolerance of each is the one its documentation states.</summary>
[Trait("Category", "Batch")]
public sealed class VectorMathTests
{
    // Doubles in blocks of eight lanes; per function and range.
    private const int Samples = 200_000;

    private static readonly double[] Specials =
    [
        0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, 1e-310, -1e-310,
        2.2250738585072014e-308, 1e-20, -1e-20, 0.5, -0.5, 1.0, -1.0, 1.5, 2.5, -2.5, 0.49999999999999994, 4503599627370495.5, 19.99, 20.0, 22.5, -30.0,
        88.0, 89.0, -104.0, 708.4, 709.7827, 709.79, 710.0, -708.4, -720.0, -744.5, -745.0, -745.2, 1e5, 1e10, 1e15, 1e22, -1e22, 1e308, double.MaxValue, double.MinValue,
    ];

    private static readonly (double Low, double High)[] Ranges = [(-1, 1), (-1e-3, 1e-3), (0.99, 1.01), (-30, 30), (-745, 710), (-1e5, 1e5), (0, 1e300)];

    public static TheoryData<string> Unary => [.. VectorFunctions.Unary.Keys];

    public static TheoryData<string> Binary => [.. VectorFunctions.Binary.Keys];

    [Theory]
    [MemberData(nameof(Unary))]
    public void A_function_of_one_argument_agrees_with_its_scalar_form_in_every_lane(string name)
    {
        UnaryFunction function = VectorFunctions.Unary[name];
        Random random = new(1);
        foreach (double x in Points(random))
        {
            int lane = random.Next(Vector512<double>.Count);
            Vector512<double> lanes = function.Lanes(Vector512.Create(0.75).WithElement(lane, x));
            Agree(name, x, lanes[lane], function.Scalar(x), function.Ulps);
            Agree(name, 0.75, lanes[(lane + 1) % Vector512<double>.Count], function.Scalar(0.75), function.Ulps);

            if (SingleFunctions.All.ContainsKey(name))
            {
                continue; // tested against double precision, to which it is nearer than the scalar function
            }
            int floatLane = random.Next(Vector512<float>.Count);
            Vector512<float> floats = function.FloatLanes(Vector512.Create(0.75f).WithElement(floatLane, (float)x));
            Agree(name, (float)x, floats[floatLane], function.FloatScalar((float)x), function.FloatUlps);
            Agree(name, 0.75f, floats[(floatLane + 1) % Vector512<float>.Count], function.FloatScalar(0.75f), function.FloatUlps);
        }
    }

    [Theory]
    [MemberData(nameof(Unary))]
    public void Every_lane_depends_on_its_own_argument_only(string name)
    {
        UnaryFunction function = VectorFunctions.Unary[name];
        Random random = new(3);
        foreach (double x in Specials)
        {
            Vector512<double> calm = Calm(random);
            Vector512<float> calmFloats = CalmFloats(random);
            Vector512<double> expected = function.Lanes(calm);
            Vector512<float> expectedFloats = function.FloatLanes(calmFloats);
            int lane = random.Next(Vector512<double>.Count);
            Same(expected, function.Lanes(calm.WithElement(lane, x)), lane);
            Same(expectedFloats, function.FloatLanes(calmFloats.WithElement(lane, (float)x)), lane);
        }
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void Every_lane_depends_on_its_own_two_arguments_only(string name)
    {
        BinaryFunction function = VectorFunctions.Binary[name];
        Random random = new(4);
        foreach (double x in Specials)
        {
            (Vector512<double> left, Vector512<double> right) = (Calm(random), Calm(random));
            int lane = random.Next(Vector512<double>.Count);
            Same(function.Lanes(left, right), function.Lanes(left.WithElement(lane, x), right), lane);
            Same(function.Lanes(left, right), function.Lanes(left, right.WithElement(lane, x)), lane);
        }
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void A_function_of_two_arguments_is_its_scalar_form_in_every_lane(string name)
    {
        BinaryFunction function = VectorFunctions.Binary[name];
        Random random = new(2);
        foreach ((double x, double y) in Pairs(random))
        {
            int lane = random.Next(Vector512<double>.Count);
            Vector512<double> lanes = function.Lanes(Vector512.Create(0.75).WithElement(lane, x), Vector512.Create(0.25).WithElement(lane, y));
            Agree(name, x, lanes[lane], function.Scalar(x, y), function.Ulps);

            if (name is "Pow" or "Atan2")
            {
                continue; // tested against double precision, to which they are nearer than the scalar functions
            }
            int floatLane = random.Next(Vector512<float>.Count);
            Vector512<float> floats = function.FloatLanes(
                Vector512.Create(0.75f).WithElement(floatLane, (float)x), Vector512.Create(0.25f).WithElement(floatLane, (float)y));
            Agree(name, (float)x, floats[floatLane], function.FloatScalar((float)x, (float)y), function.Ulps);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(-5)]
    public void RootN_and_ScaleB_are_their_scalar_forms(int n)
    {
        foreach (double x in Specials)
        {
            Agree("RootN", x, VectorMath.RootN(Vector512.Create(x), n)[5], double.RootN(x, n), 0);
            Agree("RootN", (float)x, VectorMath.RootN(Vector512.Create((float)x), n)[5], float.RootN((float)x, n), 0);
            Agree("ScaleB", x, VectorMath.ScaleB(Vector512.Create(x), n)[5], Math.ScaleB(x, n), 0);
            Agree("ScaleB", (float)x, VectorMath.ScaleB(Vector512.Create((float)x), n)[5], MathF.ScaleB((float)x, n), 0);
        }
    }

    [Fact]
    public void FusedMultiplyAdd_rounds_once()
    {
        double x = 1 + double.Pow(2, -30), y = 1 - double.Pow(2, -30);
        Assert.Equal(Math.FusedMultiplyAdd(x, y, -1), VectorMath.FusedMultiplyAdd(Vector512.Create(x), Vector512.Create(y), Vector512.Create(-1.0))[0]);
        Assert.Equal(
            MathF.FusedMultiplyAdd(1.0001f, 0.9999f, -1), VectorMath.FusedMultiplyAdd(Vector512.Create(1.0001f), Vector512.Create(0.9999f), Vector512.Create(-1f))[0]);
    }

    [Fact]
    public void Clamp_is_its_scalar_form_and_refuses_reversed_bounds_in_any_lane()
    {
        foreach (double x in Specials)
        {
            Agree("Clamp", x, VectorMath.Clamp(Vector512.Create(x), Vector512.Create(-0.0), Vector512.Create(2.5))[3], Math.Clamp(x, -0.0, 2.5), 0);
            Agree("Clamp", (float)x, VectorMath.Clamp(Vector512.Create((float)x), Vector512.Create(-1f), Vector512.Create(2f))[3], Math.Clamp((float)x, -1f, 2f), 0);
        }
        Assert.Throws<ArgumentException>(static () =>
            VectorMath.Clamp(Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.One.WithElement(6, -1)));
        Assert.Throws<ArgumentException>(static () =>
            VectorMath.Clamp(Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.One.WithElement(6, -1)));
    }

    private static Vector512<double> Calm(Random random)
    {
        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        foreach (ref double lane in lanes)
        {
            lane = 3 * random.NextDouble();
        }
        return Vector512.Create<double>(lanes);
    }

    private static Vector512<float> CalmFloats(Random random) => Vector512.Narrow(Calm(random), Calm(random));

    /// <summary>The same number in every lane but one.</summary>
    private static void Same<T>(Vector512<T> expected, Vector512<T> actual, int except)
    {
        for (int lane = 0; lane < Vector512<T>.Count; lane++)
        {
            Assert.True(lane == except || Equals(expected[lane], actual[lane]), $"lane {lane}: expected {expected[lane]:R}, got {actual[lane]:R}");
        }
    }

    private static IEnumerable<double> Points(Random random)
    {
        foreach (double special in Specials)
        {
            yield return special;
        }
        foreach ((double low, double high) in Ranges)
        {
            for (int i = 0; i < Samples / Ranges.Length; i++)
            {
                yield return low + ((high - low) * random.NextDouble());
            }
        }
    }

    private static IEnumerable<(double X, double Y)> Pairs(Random random)
    {
        foreach (double x in Specials)
        {
            foreach (double y in Specials)
            {
                yield return (x, y);
            }
        }
        foreach ((double low, double high) in Ranges)
        {
            for (int i = 0; i < Samples / (10 * Ranges.Length); i++)
            {
                yield return (low + ((high - low) * random.NextDouble()), (random.NextDouble() * 20) - 10);
            }
        }
    }

    private static void Agree(string name, double x, double actual, double expected, double ulps)
    {
        double distance = Ulps.Between(actual, expected);
        if (distance > ulps)
        {
            Assert.Fail($"{name}({x:R}) is {actual:R}, {distance} ulp from {expected:R}");
        }
    }

    private static void Agree(string name, float x, float actual, float expected, double ulps)
    {
        double distance = Ulps.Between(actual, expected);
        if (distance > ulps)
        {
            Assert.Fail($"{name}({x:R}f) is {actual:R}, {distance} ulp from {expected:R}");
        }
    }
}
