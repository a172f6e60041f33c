using System;
using System.Linq;
using CsCheck;
using Proxima;

namespace NumericTests.Bounds;

/// <summary>Vectors of intervals contain what single intervals do, at every width.</summary>
[Trait("Category", "Batch")]
public sealed class IntervalSpanTests
{
    private static readonly IntervalBackend[] Supported = [.. Enum.GetValues<IntervalBackend>().Where(IntervalSpan.IsSupported)];

    [Fact]
    public void Results_contain_those_of_single_intervals() => Doubles.Intervals.Array[0, 40].Select(static x => (X: x, Y: x.Reverse().ToArray(), Z: Rotated(x))).Sample(static data =>
    {
        foreach (IntervalBackend backend in Supported)
        {
            Check(backend, data.X, data.Y, data.Z, static (a, b, c, r, backend) => IntervalSpan.Add(a, b, r, backend), static (a, b, c) => a + b);
            Check(backend, data.X, data.Y, data.Z, static (a, b, c, r, backend) => IntervalSpan.Subtract(a, b, r, backend), static (a, b, c) => a - b);
            Check(backend, data.X, data.Z, data.Z, static (a, b, c, r, backend) => IntervalSpan.Multiply(a, b, r, backend), static (a, b, c) => a * b);
            Check(backend, data.X, data.Y, data.Z, static (a, b, c, r, backend) => IntervalSpan.MultiplyAdd(a, b, c, r, backend), static (a, b, c) => Interval.FusedMultiplyAdd(a, b, c));
        }
    }, iter: 1_000);

    [Fact]
    public void All_combinations_of_special_ends_give_what_single_intervals_give()
    {
        double[] ends = [double.NegativeInfinity, double.MinValue, -2, -1, -double.Epsilon, -0.0, 0, double.Epsilon, 1, 2, double.MaxValue, double.PositiveInfinity];
        Interval[] sets =
        [
            Interval.Empty,
            .. ends.SelectMany(lo => ends.Where(hi => lo <= hi && lo != double.PositiveInfinity && hi != double.NegativeInfinity).Select(hi => new Interval(lo, hi))),
        ];
        Interval[] addends = [Interval.Empty, Interval.Entire, default, new(1, double.PositiveInfinity), new(double.NegativeInfinity, -1), new(-1e300, 3)];
        (Interval X, Interval Y)[] pairs = [.. sets.SelectMany(x => sets.Select(y => (x, y)))];
        Interval[] left = [.. pairs.Select(static pair => pair.X)], right = [.. pairs.Select(static pair => pair.Y)];
        foreach (IntervalBackend backend in Supported)
        {
            Check(backend, left, right, right, static (a, b, c, r, backend) => IntervalSpan.Add(a, b, r, backend), static (a, b, c) => a + b);
            Check(backend, left, right, right, static (a, b, c, r, backend) => IntervalSpan.Subtract(a, b, r, backend), static (a, b, c) => a - b);
            Check(backend, left, right, right, static (a, b, c, r, backend) => IntervalSpan.Multiply(a, b, r, backend), static (a, b, c) => a * b);
            foreach (Interval addend in addends)
            {
                Interval[] third = [.. Enumerable.Repeat(addend, left.Length)];
                Check(backend, left, right, third, static (a, b, c, r, backend) => IntervalSpan.MultiplyAdd(a, b, c, r, backend), static (a, b, c) => Interval.FusedMultiplyAdd(a, b, c));
            }
        }
    }

    [Fact]
    public void Portable_bits_do_not_depend_on_the_width() => Doubles.Intervals.Array[24].Sample(static x =>
    {
        AssertSame(static (a, b, c, r, backend) => IntervalSpan.Multiply(a, b, r, backend));
        AssertSame(static (a, b, c, r, backend) => IntervalSpan.MultiplyAdd(a, b, c, r, backend));

        void AssertSame(Operation operation)
        {
            double[][] results = [.. Supported.Where(static backend => backend is IntervalBackend.Vector128 or IntervalBackend.Vector256 or IntervalBackend.Vector512)
                .Select(backend => Run(backend, x, Rotated(x), [.. x.Reverse()], operation))];
            Assert.All(results, result => Assert.Equal(results[0].Select(BitConverter.DoubleToInt64Bits), result.Select(BitConverter.DoubleToInt64Bits)));
        }
    }, iter: 300);

    [Fact]
    public void Zeros_stay_zeros()
    {
        foreach (IntervalBackend backend in Supported)
        {
            Interval[] unit = [.. Enumerable.Repeat(new Interval(0, 1), 16)];
            double[] product = Run(backend, unit, unit, unit, static (a, b, c, r, backend) => IntervalSpan.Multiply(a, b, r, backend));
            Assert.All(product[..16], static lo => Assert.Equal(0, lo));
            double[] sum = Run(backend, unit, unit, unit, static (a, b, c, r, backend) => IntervalSpan.Add(a, b, r, backend));
            Assert.All(sum[16..], static hi => Assert.Equal(2, hi));
        }
    }

    [Fact]
    public void The_result_may_be_an_argument_but_not_overlap_one_otherwise()
    {
        double[] lo = [.. Enumerable.Range(0, 20).Select(static i => (double)i)];
        double[] hi = [.. Enumerable.Range(1, 20).Select(static i => (double)i)];
        IntervalSpan x = new(lo, hi);
        IntervalSpan.Multiply(x, x, x);
        Assert.True(new Interval(81, 100).IsSubsetOf(x[9]) && x[9].Width < 19.000001);
        Assert.Throws<ArgumentException>(() => IntervalSpan.Add(new(lo.AsSpan(0, 19), hi.AsSpan(0, 19)), new(lo.AsSpan(0, 19), hi.AsSpan(0, 19)), new(lo.AsSpan(1), hi.AsSpan(1))));
    }

    [Fact]
    public void Lengths_must_agree()
    {
        double[] three = new double[3];
        double[] four = new double[4];
        Assert.Contains("Expected 3 elements, got 4", Assert.Throws<ArgumentException>(() => new IntervalSpan(three, four)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => IntervalSpan.Add(new(four, four), new(three, three), new(three, three)));
    }

    private delegate void Operation(ReadOnlyIntervalSpan left, ReadOnlyIntervalSpan right, ReadOnlyIntervalSpan addend, IntervalSpan result, IntervalBackend backend);

    private static void Check(IntervalBackend backend, Interval[] x, Interval[] y, Interval[] z, Operation operation, Func<Interval, Interval, Interval, Interval> single)
    {
        double[] result = Run(backend, x, y, z, operation);
        for (int i = 0; i < x.Length; i++)
        {
            Interval expected = single(x[i], y[i], z[i]);
            Interval actual = new(result[i], result[i + x.Length]);
            Assert.True(expected.IsSubsetOf(actual) && expected.IsEmpty == actual.IsEmpty, $"{backend}: {actual} does not contain {expected}");
            if (backend is IntervalBackend.Embedded or IntervalBackend.Scalar)
            {
                Assert.Equal(expected, actual);
            }
        }
    }

    private static double[] Run(IntervalBackend backend, Interval[] x, Interval[] y, Interval[] z, Operation operation)
    {
        double[] result = new double[2 * x.Length];
        operation(
            new(Lows(x), Highs(x)), new(Lows(y), Highs(y)), new(Lows(z), Highs(z)), new(result.AsSpan(0, x.Length), result.AsSpan(x.Length)), backend);
        return result;
    }

    private static double[] Lows(Interval[] x) => [.. x.Select(static interval => interval.Lo)];

    private static double[] Highs(Interval[] x) => [.. x.Select(static interval => interval.Hi)];

    private static Interval[] Rotated(Interval[] x) => [.. x.Skip(1), .. x.Take(1)];
}
