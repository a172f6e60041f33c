using System;
using System.Globalization;
using System.Runtime.Intrinsics;
using Proxima.Generator.Numerics;
using Xunit.Abstractions;

namespace NumericTests.VectorWidths;

/// <summary>With <c>PROXIMA_EXHAUSTIVE=1</c> every function is sampled 10⁷ times.</summary>
[Trait("Category", "Batch")]
public sealed class KernelTests(ITestOutputHelper output)
{
    private static readonly int s_samples = Environment.GetEnvironmentVariable("PROXIMA_EXHAUSTIVE") == "1" ? 10_000_000 : 160_000;

    private static readonly double[] s_specials =
    [
        0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, 1e-310, -1e-310, 2.2250738585072014e-308, 1e-20,
        0.4375, 0.5, -0.5, 0.55, 0.9999999999999999, 1, -1, 1.4142135623730951, 1.5707963267948966, 3.141592653589793, 16.0 / 7, 6, -20, 36.7, 708.4, 709.79, -745.1,
        -746, 3e6, 1e22, 1.1e301, double.MaxValue, double.MinValue,
    ];

    public static TheoryData<string> Names => [.. Kernels.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kernel_is_within_its_bound_of_the_true_value(string name)
    {
        Kernel kernel = Kernels.All[name];
        Random random = new(5);
        (double worst, double worstX, double worstY) = (0, 0, 0);
        Span<double> x = stackalloc double[8], y = stackalloc double[8];
        foreach ((double low, double high) in kernel.Ranges)
        {
            for (int i = 0; i < s_samples / kernel.Ranges.Length; i += 8)
            {
                Fill(random, x, (low, high));
                Fill(random, y, kernel.Other ?? (0, 1));
                Vector512<double> lanes = kernel.Eight(Vector512.Create<double>(x), Vector512.Create<double>(y));
                for (int lane = 0; lane < 8; lane++)
                {
                    double error = Error(lanes[lane], kernel.Reference(x[lane], y[lane]));
                    if (!(error <= worst))
                    {
                        (worst, worstX, worstY) = (error, x[lane], y[lane]);
                    }
                }
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {worst:F3} ulp at {worstX:R}, {worstY:R}"));
        Assert.True(worst <= kernel.Ulps, $"{name}({worstX:R}, {worstY:R}) is {worst} ulp off");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kernel_has_the_same_bits_at_every_width(string name)
    {
        Kernel kernel = Kernels.All[name];
        Random random = new(6);
        Span<double> x = stackalloc double[8], y = stackalloc double[8];
        foreach ((double low, double high) in kernel.Ranges)
        {
            for (int i = 0; i < 2000; i++)
            {
                Fill(random, x, (low, high));
                Fill(random, y, kernel.Other ?? (0, 1));
                if (i % 4 == 0)
                {
                    // Rare paths, taken by one lane only.
                    x[random.Next(8)] = s_specials[random.Next(s_specials.Length)];
                    y[random.Next(8)] = s_specials[random.Next(s_specials.Length)];
                }
                Same(name, kernel, x, y);
            }
        }
    }

    private static void Same(string name, Kernel kernel, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Vector512<double> eight = kernel.Eight(Vector512.Create(x), Vector512.Create(y));
        for (int lane = 0; lane < 8; lane++)
        {
            double four = kernel.Four(Vector256.Create(x[(lane & 4)..]), Vector256.Create(y[(lane & 4)..]))[lane & 3];
            double two = kernel.Two(Vector128.Create(x[(lane & 6)..]), Vector128.Create(y[(lane & 6)..]))[lane & 1];
            double one = kernel.One(x[lane], y[lane]);
            Assert.True(
                IsSame(eight[lane], four) && IsSame(four, two) && IsSame(two, one), $"{name}({x[lane]:R}, {y[lane]:R}): {eight[lane]:R}, {four:R}, {two:R}, {one:R}");
        }
    }

    // The sign and the payload of a NaN carry nothing.
    private static bool IsSame(double left, double right) => left.Equals(right) && double.IsNegative(left) == (double.IsNaN(left) ? double.IsNegative(left) : double.IsNegative(right));

    private static void Fill(Random random, Span<double> lanes, (double Low, double High) range)
    {
        bool isWide = range.Low > 0 && range.High > 1e4 * range.Low;
        foreach (ref double lane in lanes)
        {
            double t = random.NextDouble();
            lane = isWide
                ? Math.Exp(Math.Log(range.Low) + ((Math.Log(range.High) - Math.Log(range.Low)) * t))
                : range.Low + ((range.High - range.Low) * t);
        }
    }

    /// <summary>The distance from the true value in units of its last place; a step of the subnormals at least.</summary>
    private static double Error(double actual, DoubleDouble expected)
    {
        double nearest = expected.Hi;
        if (!double.IsFinite(nearest) || !double.IsFinite(actual) || nearest == 0)
        {
            return Ulps.Between(actual, nearest);
        }
        double unit = Math.BitIncrement(Math.Abs(nearest)) - Math.Abs(nearest);
        return Math.Abs((actual - nearest - expected.Lo) / unit);
    }
}
