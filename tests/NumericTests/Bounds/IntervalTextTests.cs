using System;
using CsCheck;
using Proxima;
using Xunit.Abstractions;

namespace NumericTests.Bounds;

/// <summary>What is read contains what was written.</summary>
public sealed class IntervalTextTests(ITestOutputHelper output)
{
    public static TheoryData<string> TextOperations => ["b-textToInterval"];

    [SharedTheory(VectorFiles.Folder)]
    [MemberData(nameof(TextOperations))]
    public void Standard_texts_are_read(string operation)
    {
        int count = 0;
        foreach (IntervalVector vector in VectorFiles.Standard(operation))
        {
            Assert.Equal(vector.IntervalResult, Interval.Parse(vector.Arguments[0].GetProperty("s").GetString()!));
            count++;
        }
        Assert.True(count > 0);
        output.WriteLine(FormattableString.Invariant($"{operation}: {count} vectors, all tightest"));
    }

    [Fact]
    public void Written_intervals_contain_the_interval() => Gen.Select(Doubles.Intervals, Gen.Int[1, 50]).Sample(static (x, digits) =>
    {
        Assert.True(x.IsSubsetOf(Interval.Parse(x.ToString(digits))), x.ToString(digits));
        Interval read = Interval.Parse(x.ToString());
        // 17 digits tell neighbours apart; rounding outwards twice may reach the next.
        Assert.True(x.IsSubsetOf(read) && read.IsSubsetOf(new(Below(x.Lo), Above(x.Hi))), x.ToString());
    }, iter: 1_000);

    [Theory]
    [InlineData(0.5, 0.5, "[0.5]")]
    [InlineData(0.1, 0.1, "[0.1, 0.10000000000000001]")]
    [InlineData(-1, 2.5, "[-1, 2.5]")]
    [InlineData(1e22, 1e300, "[1e22, 1.0000000000000001e300]")]
    [InlineData(double.NaN, double.NaN, "[empty]")]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, "[entire]")]
    [InlineData(double.NegativeInfinity, -0.0001, "[-inf, -0.0001]")]
    public void Written_text_reads_well(double lo, double hi, string expected) => Assert.Equal(expected, new Interval(lo, hi).ToString());

    [Theory]
    [InlineData(3, "[0.333, 0.667]")]
    [InlineData(1, "[0.3, 0.7]")]
    public void Fewer_digits_are_rounded_outwards(int digits, string expected) => Assert.Equal(expected, Interval.Parse("[1/3, 2/3]").ToString(digits));

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[2, 1]")]
    [InlineData("[1.0000000000000002, 1.0000000000000001]")]
    [InlineData("[inf, inf]")]
    [InlineData("[1, 2, 3]")]
    [InlineData("[nan]")]
    [InlineData("1/0")]
    [InlineData("0x")]
    [InlineData("1e")]
    [InlineData("1e1.5")]
    [InlineData("--1")]
    [InlineData("3.56?1_def")]
    [InlineData("3.56?x")]
    [InlineData("[1,2")]
    [InlineData("one")]
    public void What_is_not_an_interval_is_refused(string text)
    {
        Assert.False(Interval.TryParse(text, out Interval interval));
        Assert.True(interval.IsEmpty);
        Assert.Contains("'" + text + "'", Assert.Throws<FormatException>(() => Interval.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Huge_exponents_are_read_at_once()
    {
        Assert.Equal(new Interval(double.MaxValue, double.PositiveInfinity), Interval.Parse("1e999999999999999999999"));
        Assert.Equal(new Interval(-double.Epsilon, 0), Interval.Parse("-0x1p-999999999999"));
        Assert.Equal(default, Interval.Parse("0e999999999999999999999"));
        Assert.Throws<ArgumentNullException>(() => Interval.Parse(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Interval).ToString(0));
    }

    private static double Below(double x) => double.IsInfinity(x) ? x : Math.BitDecrement(x);

    private static double Above(double x) => double.IsInfinity(x) ? x : Math.BitIncrement(x);
}
