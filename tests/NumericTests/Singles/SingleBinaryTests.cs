using System;
using System.Collections.Generic;
using System.Runtime.Intrinsics;
using Proxima;

namespace NumericTests.Singles;

/// <summary>The kernels of two single-precision arguments against <see cref="Math"/>, whose few ulps of double precision are 1e-8 ulp here.</summary>
[Trait("Category", "Batch")]
public sealed class SingleBinaryTests
{
    private const double PowUlps = 0.6;
    private const double Atan2Ulps = 1.6;

    private static readonly int Samples = Environment.GetEnvironmentVariable("PROXIMA_EXHAUSTIVE") == "1" ? 50_000_000 : 300_000;

    private static readonly float[] Specials =
    [
        0, -0f, 1, -1, 2, -2, 3, -3, 0.5f, -0.5f, 1.5f, -2.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, -float.Epsilon, 1e-40f, -1e-40f,
        float.MaxValue, float.MinValue, 1.17549435e-38f, 1e10f, -1e10f, 1e-20f, 16777215, 16777216, -16777217, 8388607.5f, -8388607, 0.99999994f, 1.0000001f, -0.99999994f, -1.0000001f,
        126.5f, 127, 128, -149, -150, 88.7f, 1e30f, -1e30f,
    ];

    [Fact]
    public void Pow_is_within_its_ulps()
    {
        foreach ((float x, float y) in Pairs(new Random(1)))
        {
            Within("Pow", x, y, VectorMath.Pow(x, y), Math.Pow(x, y), PowUlps);
        }
    }

    [Fact]
    public void Atan2_is_within_its_ulps()
    {
        foreach ((float x, float y) in Pairs(new Random(2)))
        {
            Within("Atan2", y, x, VectorMath.Atan2(y, x), Math.Atan2(y, x), Atan2Ulps);
        }
    }

    [Fact]
    public void Every_width_of_two_arguments_has_the_same_bits()
    {
        Random random = new(3);
        for (int i = 0; i < Samples / 16; i++)
        {
            Vector512<float> x = Any(random), y = Any(random);
            Same(VectorMath.Pow(x, y), x, y, VectorMath.Pow, VectorMath.Pow, VectorMath.Pow);
            Same(VectorMath.Atan2(x, y), x, y, VectorMath.Atan2, VectorMath.Atan2, VectorMath.Atan2);
        }
    }

    private static IEnumerable<(float X, float Y)> Pairs(Random random)
    {
        foreach (float x in Specials)
        {
            foreach (float y in Specials)
            {
                yield return (x, y);
            }
        }
        for (int i = 0; i < Samples; i++)
        {
            yield return (BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)), BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
            yield return ((float)((random.NextDouble() * 4) - 2), (float)((random.NextDouble() * 4) - 2));
            yield return ((float)((random.NextDouble() * 20) - 10), random.Next(-40, 40));

            // Powers over the whole range of results, subnormal and overflowing ones too; bases near 1 with large exponents.
            float x = (float)Math.Exp((random.NextDouble() * 20) - 10);
            yield return (x, (float)(((random.NextDouble() * 194) - 104) / Math.Log(x)));
            x = 1 + (float)((random.NextDouble() - 0.5) * Math.Exp(-12 * random.NextDouble()));
            yield return (x, (float)(((random.NextDouble() * 194) - 104) / Math.Log(x)));
        }
    }

    private static void Within(string name, float x, float y, float actual, double exact, double ulps)
    {
        double error = Error(actual, exact);
        Assert.True(error <= ulps, $"{name}({x:R}, {y:R}) is {actual:R}, {error} ulp from {exact:R}");
    }

    private static double Error(float actual, double exact)
    {
        if (double.IsNaN(exact) || actual == 0 || Math.Abs(exact) > float.MaxValue)
        {
            return actual.Equals((float)exact) && float.IsNegative(actual) == double.IsNegative(exact) ? 0 : float.IsNaN(actual) && double.IsNaN(exact) ? 0
                : actual == 0 && float.IsNegative(actual) == double.IsNegative(exact) ? Math.Abs(exact) / float.Epsilon : double.PositiveInfinity;
        }
        int exponent = Math.Max(exact == 0 ? -126 : Math.ILogB(exact), -126);
        return Math.Abs(actual - exact) * Math.ScaleB(1, 23 - exponent);
    }

    private static Vector512<float> Any(Random random)
    {
        Span<float> lanes = stackalloc float[Vector512<float>.Count];
        foreach (ref float lane in lanes)
        {
            lane = random.Next(3) switch
            {
                0 => Specials[random.Next(Specials.Length)],
                1 => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)),
                _ => (float)((random.NextDouble() * 20) - 10),
            };
        }
        return Vector512.Create<float>(lanes);
    }

    private static void Same(
        Vector512<float> expected, Vector512<float> x, Vector512<float> y, Func<Vector256<float>, Vector256<float>, Vector256<float>> half,
        Func<Vector128<float>, Vector128<float>, Vector128<float>> quarter, Func<float, float, float> scalar)
    {
        Vector256<float> upper = half(x.GetUpper(), y.GetUpper());
        Vector128<float> lower = quarter(x.GetLower().GetLower(), y.GetLower().GetLower());
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            float other = lane >= 8 ? upper[lane - 8] : lane < 4 ? lower[lane] : scalar(x[lane], y[lane]);
            Assert.True(Ulps.Between(other, expected[lane]) == 0, $"({x[lane]:R}, {y[lane]:R}) is {other:R} where 512 bits give {expected[lane]:R}");
        }
    }
}
