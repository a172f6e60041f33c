using System;
using CsCheck;
using Proxima;

namespace NumericTests.Bounds;

/// <summary>Operations on sets contain the exact results of their members.</summary>
[Trait("Category", "Batch")]
public sealed class ContainmentTests
{
    [Fact]
    public void Binary_operations_contain_the_results_of_members() => Gen.Select(Doubles.Intervals, Doubles.Intervals).Sample(static (x, y) =>
    {
        Interval sum = x + y;
        Interval difference = x - y;
        Interval product = x * y;
        Interval quotient = x / y;
        Interval remainder = x % y;
        Interval nearest = Interval.IEEERemainder(x, y);
        foreach (double a in Doubles.Members(x))
        {
            foreach (double b in Doubles.Members(y))
            {
                Contains((Exact)a + b, sum);
                Contains((Exact)a - b, difference);
                Contains((Exact)a * b, product);
                Assert.True(Interval.Max(x, y).Contains(Math.Max(a, b)));
                Assert.True(Interval.Min(x, y).Contains(Math.Min(a, b)));
                Assert.True(Interval.MaxMagnitude(x, y).Contains(Math.MaxMagnitude(a, b)));
                Assert.True(Interval.MinMagnitude(x, y).Contains(Math.MinMagnitude(a, b)));
                Assert.True(Interval.CopySign(x, y).Contains(Math.CopySign(a, b)));
                Truths(a, b, x, y);
                if (b != 0)
                {
                    Contains((Exact)a / b, quotient);
                    Assert.True(remainder.Contains(a % b), FormattableString.Invariant($"{a:R} % {b:R} is not in {remainder}, {x} % {y}"));
                    Assert.True(nearest.Contains(Math.IEEERemainder(a, b)), FormattableString.Invariant($"the remainder of {a:R} and {b:R} is not in {nearest}"));
                }
            }
        }
        Assert.Equal(x.IsEmpty || y.IsEmpty, product.IsEmpty);
        Assert.Equal(x.IsEmpty || y.IsEmpty, sum.IsEmpty);
    }, iter: 5_000);

    [Fact]
    public void Ternary_operations_contain_the_results_of_members() => Gen.Select(Doubles.Intervals, Doubles.Intervals, Doubles.Intervals).Sample(static (x, y, z) =>
    {
        Interval fused = Interval.FusedMultiplyAdd(x, y, z);
        Interval between = Interval.Lerp(x, y, z);
        foreach (double a in Doubles.Members(x))
        {
            foreach (double b in Doubles.Members(y))
            {
                foreach (double c in Doubles.Members(z))
                {
                    Contains(((Exact)a * b) + c, fused);
                    Contains(((Exact)a * ((Exact)1 - c)) + ((Exact)b * c), between);
                    if (b <= c)
                    {
                        Assert.True(Interval.Clamp(x, y, z).Contains(Math.Clamp(a, b, c)));
                    }
                }
            }
        }
    }, iter: 1_000);

    [Fact]
    public void Unary_operations_contain_the_results_of_members() => Doubles.Intervals.Sample(static x =>
    {
        foreach (double a in Doubles.Members(x))
        {
            Contains((Exact)a * a, Interval.Sqr(x));
            Assert.True((-x).Contains(-a));
            Assert.True(Interval.Abs(x).Contains(Math.Abs(a)));
            Assert.True(Interval.Sign(x).Contains(Math.Sign(a)));
            Assert.True(Interval.Floor(x).Contains(Math.Floor(a)));
            Assert.True(Interval.Ceiling(x).Contains(Math.Ceiling(a)));
            Assert.True(Interval.Truncate(x).Contains(Math.Truncate(a)));
            Assert.True(Interval.Round(x).Contains(Math.Round(a)));
            foreach (MidpointRounding mode in Enum.GetValues<MidpointRounding>())
            {
                Assert.True(Interval.Round(x, mode).Contains(Math.Round(a, mode)));
                double decimals = Math.Round(a, 3, mode);
                Assert.True(double.IsInfinity(decimals) || Interval.Round(x, 3, mode).Contains(decimals));
            }
            Assert.True(Interval.BitIncrement(x).Contains(a) && Interval.BitDecrement(x).Contains(a));
            Assert.True(double.IsInteger(a) ? Interval.IsInteger(x).CanBeTrue : Interval.IsInteger(x).CanBeFalse);
            Assert.True(double.IsNegative(a) ? Interval.IsNegative(x).CanBeTrue : Interval.IsNegative(x).CanBeFalse);
        }
    }, iter: 5_000);

    /// <summary>c = a/√(a² + b²) lies at most at hi where hi has the other sign or c² does, both by exact squares.</summary>
    [Fact]
    public void Slopes_of_a_length_contain_the_results_of_members() => Gen.Select(Doubles.Intervals, Doubles.Intervals).Sample(static (x, y) =>
    {
        Interval slope = Interval.HypotSlope(x, y);
        Assert.True(x.IsEmpty || y.IsEmpty ? slope.IsEmpty : slope.IsSubsetOf(new(-1, 1)));
        foreach (double a in Doubles.Members(x))
        {
            foreach (double b in Doubles.Members(y))
            {
                if (a != 0 || b != 0)
                {
                    Assert.True(IsAtMost(a, b, slope.Hi) && IsAtMost(-a, b, -slope.Lo), FormattableString.Invariant($"({a:R}, {b:R}): {slope}"));
                }
            }
        }
    }, iter: 2_000);

    private static bool IsAtMost(double a, double b, double bound)
    {
        if (a <= 0 || bound < 0)
        {
            return a <= 0 && (bound >= 0 || ((Exact)a * a).CompareTo((Exact)bound * bound * (((Exact)a * a) + ((Exact)b * b))) >= 0);
        }
        return ((Exact)a * a).CompareTo((Exact)bound * bound * (((Exact)a * a) + ((Exact)b * b))) <= 0;
    }

    [Fact]
    public void Integer_powers_contain_the_results_of_members() => Gen.Select(Doubles.Intervals, Gen.Int[-9, 9]).Sample(static (x, n) =>
    {
        Interval power = Interval.PowN(x, n);
        foreach (double a in Doubles.Members(x))
        {
            if (a != 0 || n >= 0)
            {
                Exact product = 1;
                for (int i = 0; i < Math.Abs(n); i++)
                {
                    product *= a;
                }
                Contains(n < 0 ? (Exact)1 / product : product, power);
            }
        }
        if (n > 0 && x.IsPoint && power.IsBounded && power.Magnitude > 1e-290)
        {
            // Within 2⁻⁹⁰ of the power before the last rounding: a power that close to a double has it in the middle.
            Assert.True(Math.BitIncrement(Math.BitIncrement(power.Lo)) >= power.Hi, FormattableString.Invariant($"{x} to the power of {n}: {power}"));
        }
    }, iter: 5_000);

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(1_000_000_007)]
    public void Huge_powers_stay_sound(int n)
    {
        Interval power = Interval.PowN(Math.BitIncrement(1), n);
        double expected = Math.Exp(n * 2.2204460492503128e-16); // (1 + ε)ⁿ = e^(nε − …), nε below 5e-7
        Assert.True(Math.Abs(power.Midpoint - expected) < 1e-15 && power.Width < 1e-15);
        Assert.Equal(n > 0 ? new Interval(double.MaxValue, double.PositiveInfinity) : new Interval(0, double.Epsilon), Interval.PowN(2, n));
    }

    private static void Contains(Exact exact, Interval interval) => Assert.True(exact.LiesWithin(interval.Lo, interval.Hi), $"not in {interval}");

    private static void Truths(double a, double b, Interval x, Interval y)
    {
        Possible(a < b, Interval.Less(x, y));
        Possible(a <= b, Interval.LessOrEqual(x, y));
        Possible(a > b, Interval.Greater(x, y));
        Possible(a >= b, Interval.GreaterOrEqual(x, y));
        Possible(a == b, Interval.Equal(x, y));
        Possible(a != b, Interval.NotEqual(x, y));
        Assert.True(!(a >= b) || Interval.AtLeast(x, y).Contains(a));
        Assert.True(!(a <= b) || Interval.AtMost(x, y).Contains(a));
    }

    private static void Possible(bool answer, Truth truth) => Assert.True(answer ? truth.CanBeTrue : truth.CanBeFalse);
}
