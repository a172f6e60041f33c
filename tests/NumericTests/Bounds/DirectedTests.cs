using System;
using CsCheck;
using Proxima;

namespace NumericTests.Bounds;

/// <summary>Rounding down and up is the tightest there is, on exact rational results, from subnormal numbers to overflow.</summary>
[Trait("Category", "Batch")]
public sealed class DirectedTests
{
    [Fact]
    public void Sums_are_tight() => Gen.Select(Doubles.Finite, Doubles.Finite).Sample(static (a, b) =>
    {
        IsTight((Exact)a + b, Directed.Portable.AddDown(a, b), Directed.Portable.AddUp(a, b));
        IsTight((Exact)a + b, Directed.AddDown(a, b), Directed.AddUp(a, b));
    }, iter: 10_000);

    [Fact]
    public void Products_are_tight() => Gen.Select(Doubles.Finite, Doubles.Finite).Sample(static (a, b) =>
    {
        IsTight((Exact)a * b, Directed.Portable.MultiplyDown(a, b), Directed.Portable.MultiplyUp(a, b));
        IsTight((Exact)a * b, Directed.MultiplyDown(a, b), Directed.MultiplyUp(a, b));
    }, iter: 10_000);

    [Fact]
    public void Quotients_are_tight() => Gen.Select(Doubles.Finite, Doubles.Finite.Where(static b => b != 0)).Sample(static (a, b) =>
    {
        IsTight((Exact)a / b, Directed.Portable.DivideDown(a, b), Directed.Portable.DivideUp(a, b));
        IsTight((Exact)a / b, Directed.DivideDown(a, b), Directed.DivideUp(a, b));
    }, iter: 10_000);

    [Fact]
    public void Roots_are_tight() => Doubles.Finite.Select(Math.Abs).Sample(static x =>
    {
        RootIsTight(x, Directed.Portable.SqrtDown(x), Directed.Portable.SqrtUp(x));
        RootIsTight(x, Directed.SqrtDown(x), Directed.SqrtUp(x));
    }, iter: 10_000);

    [Fact]
    public void Multiply_adds_are_tight() => Gen.Select(Doubles.Finite, Doubles.Finite, Doubles.Finite).Sample(static (a, b, c) =>
    {
        Exact exact = ((Exact)a * b) + c;
        double lo = Directed.Portable.MultiplyAddDown(a, b, c);
        double hi = -Directed.Portable.MultiplyAddDown(-a, b, -c);
        Assert.True(exact.LiesWithin(lo, hi));
        if (Math.Abs(Math.ILogB(a) + Math.ILogB(b) - Math.ILogB(c)) < 890)
        {
            IsTight(exact, lo, hi); // where one of the two terms is hardly seen beside the other, it is rounded twice
        }
        if (Directed.Embedded.IsSupported)
        {
            IsTight(exact, Directed.MultiplyAddDown(a, b, c), Directed.MultiplyAddUp(a, b, c));
        }
        Assert.True(exact.LiesWithin(Directed.MultiplyAddDown(a, b, c), Directed.MultiplyAddUp(a, b, c)));
    }, iter: 10_000);

    /// <summary>A product close to a number that is subtracted: the case where every bit of the error counts.</summary>
    [Fact]
    public void Multiply_adds_that_cancel_are_tight() => Gen.Select(Gen.Double[-2, 2], Gen.Double[-2, 2], Gen.Int[-4, 4]).Sample(static (a, b, steps) =>
    {
        double c = -(a * b) * (1 + (steps * 2.220446049250313e-16));
        IsTight(((Exact)a * b) + c, Directed.Portable.MultiplyAddDown(a, b, c), -Directed.Portable.MultiplyAddDown(-a, b, -c));
    }, iter: 10_000);

    [Fact]
    public void Scaling_is_tight() => Gen.Select(Doubles.Finite, Gen.Int[-2300, 2300]).Sample(static (x, n) =>
    {
        Exact power = n >= 0 ? new(System.Numerics.BigInteger.One << n, 1) : new(1, System.Numerics.BigInteger.One << -n);
        IsTight((Exact)x * power, Directed.ScaleDown(x, n), Directed.ScaleUp(x, n));
    }, iter: 10_000);

    [Fact]
    public void Neighbours_are_the_next_doubles() => Doubles.Finite.Sample(static x =>
    {
        Assert.Equal(Math.BitIncrement(x), Neighbours.Above(x));
        Assert.Equal(Math.BitDecrement(x), Neighbours.Below(x));
    });

    private static void IsTight(Exact exact, double lo, double hi)
    {
        Assert.True(exact.LiesWithin(lo, hi), FormattableString.Invariant($"[{lo:R}, {hi:R}] does not contain the result"));
        bool isTight = lo == hi || Math.BitIncrement(lo) == hi || (double.IsPositiveInfinity(hi) && lo == double.MaxValue) || (double.IsNegativeInfinity(lo) && hi == double.MinValue);
        bool isDouble = lo == hi || (exact.CompareTo(double.IsInfinity(lo) ? double.MinValue : lo) != 0 && exact.CompareTo(double.IsInfinity(hi) ? double.MaxValue : hi) != 0)
            || double.IsInfinity(lo) || double.IsInfinity(hi);
        Assert.True(isTight && isDouble, FormattableString.Invariant($"[{lo:R}, {hi:R}] is not the tightest"));
    }

    private static void RootIsTight(double x, double lo, double hi)
    {
        Assert.True(((Exact)lo * lo).CompareTo(x) <= 0 && ((Exact)hi * hi).CompareTo(x) >= 0, FormattableString.Invariant($"[{lo:R}, {hi:R}] does not contain √{x:R}"));
        Assert.True(lo == hi || (Math.BitIncrement(lo) == hi && ((Exact)lo * lo).CompareTo(x) != 0 && ((Exact)hi * hi).CompareTo(x) != 0), FormattableString.Invariant($"√{x:R}: [{lo:R}, {hi:R}]"));
    }
}
