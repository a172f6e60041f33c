using System.Globalization;
using CsCheck;
using Proxima.Generator.Backend;

namespace CompilerTests.Approximation;

/// <summary>Texts of bounds are not smaller than the bounds, those of errors that are reached not larger.</summary>
public sealed class RoundedTextTests
{
    [Fact]
    public void A_text_of_three_digits_stays_on_its_side() => Gen.Double[-300, 300].Select(Gen.Double[1, 10], static (e, m) => m * System.Math.Pow(10, System.Math.Floor(e))).Sample(static value =>
    {
        double up = Number(RoundedText.Up(value)), down = Number(RoundedText.Down(value));
        Assert.InRange(value, down, up);
        Assert.InRange(up, value, value * 1.0101); // a unit of the third digit, from the nearest number of three digits
        Assert.InRange(down, value * 0.9899, value);
    });

    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(1.234e-7, "1.24E-07", "1.23E-07")]
    [InlineData(1.23e-7, "1.23E-07", "1.23E-07")]
    [InlineData(9.996e-7, "1E-06", "9.99E-07")]
    [InlineData(-7.7704, "-7.77", "-7.78")]
    [InlineData(-0.9999, "-0.999", "-1")]
    public void A_text_is_short(double value, string up, string down)
    {
        Assert.Equal(up, RoundedText.Up(value));
        Assert.Equal(down, RoundedText.Down(value));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
