using System;
using System.Globalization;

namespace NumericTests;

/// <summary>
/// Comparisons of numbers. Values and gradients of double models must agree with 40 or 50 digit references within 1e-12 relative: a few
/// thousand roundings of 1.1e-16 each, which no model here exceeds; 1e-13 absolute is the same allowance for sums of order one that cancel to 0.
/// </summary>
internal static class Accuracy
{
    public const double Relative = 1e-12;

    public const double Floor = 1e-13;

    public static void Value(double expected, double actual, string what, double relative = Relative, double floor = Floor) =>
        Check(expected, actual, what, relative, floor);

    /// <summary>Each partial derivative on its own scale.</summary>
    public static void Gradient(
        ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string what, double relative = Relative, double floor = Floor)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Check(expected[i], actual[i], what + ", derivative " + i.ToString(CultureInfo.InvariantCulture), relative, floor);
        }
    }

    public static void WithinUlps(double expected, double actual, double ulps, string what)
    {
        double distance = Ulps.Between(actual, expected);
        Assert.True(distance <= ulps, FormattableString.Invariant($"{what}: expected {expected:R}, got {actual:R}, {distance} ulp apart, {ulps} allowed"));
    }

    /// <summary>Equal bits; all NaNs are one.</summary>
    public static void SameBits(double expected, double actual, string what) => WithinUlps(expected, actual, 0, what);

    private static void Check(double expected, double actual, string what, double relative, double floor)
    {
        double error = Math.Abs(actual - expected);
        double allowed = Math.Max(floor, relative * Math.Abs(expected));
        Assert.True(error <= allowed, FormattableString.Invariant($"{what}: expected {expected:R}, got {actual:R}, error {error:E2}, {allowed:E2} allowed"));
    }
}
