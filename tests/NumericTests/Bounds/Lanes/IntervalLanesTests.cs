using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Proxima;

namespace NumericTests.Bounds.Lanes;

/// <summary>Eight intervals at once are eight intervals: the same numbers as one by one, whatever stands in the other lanes.</summary>
[Trait("Category", "Batch")]
public sealed class IntervalLanesTests
{
    private static readonly double[] s_ends = [double.NegativeInfinity, double.MinValue, -2, -1, -double.Epsilon, -0.0, 0, double.Epsilon, 0.3, 1, 2, double.MaxValue, double.PositiveInfinity];

    private static readonly Interval[] s_sets =
    [
        Interval.Empty,
        .. s_ends.SelectMany(static lo => s_ends.Where(hi => lo <= hi && lo != double.PositiveInfinity && hi != double.NegativeInfinity).Select(hi => new Interval(lo, hi))),
    ];

    private static readonly (string Name, Func<IntervalLanes, IntervalLanes> Lanes, Func<Interval, Interval> One)[] s_unary =
    [
        ("-", static x => -x, static x => -x),
        ("sqr", IntervalLanes.Sqr, Interval.Sqr),
        ("sqrt", IntervalLanes.Sqrt, Interval.Sqrt),
        ("abs", IntervalLanes.Abs, Interval.Abs),
        ("not zero", IntervalLanes.NotZeroSlope, Interval.NotZeroSlope),
        ("inside", static x => IntervalLanes.Inside(x, 0, 1), static x => Interval.Inside(x, 0, 1)),
        ("inside, open", static x => IntervalLanes.InsideOpen(x, 0, 1), static x => Interval.InsideOpen(x, 0, 1)),
        ("slope of inside", static x => IntervalLanes.InsideSlope(x, -1, double.PositiveInfinity), static x => Interval.InsideSlope(x, -1, double.PositiveInfinity)),
        ("exp", IntervalLanes.Exp, Interval.Exp),
        ("sigmoid", IntervalLanes.Sigmoid, Interval.Sigmoid),
        ("slope of sigmoid", IntervalLanes.SigmoidSlope, Interval.SigmoidSlope),
        ("log", IntervalLanes.Log, Interval.Log),
        ("sin", IntervalLanes.Sin, Interval.Sin),
        ("tanh", IntervalLanes.Tanh, Interval.Tanh),
        ("cube", static x => IntervalLanes.PowN(x, 3), static x => Interval.PowN(x, 3)),
        .. s_ends.Append(double.NaN).Append(-0.7).Select(static factor => (
            FormattableString.Invariant($"times {factor}"), (Func<IntervalLanes, IntervalLanes>)(x => factor * x), (Func<Interval, Interval>)(x => factor * x))),
    ];

    private static readonly (string Name, Func<IntervalLanes, IntervalLanes, IntervalLanes> Lanes, Func<Interval, Interval, Interval> One)[] s_binary =
    [
        ("+", static (x, y) => x + y, static (x, y) => x + y),
        ("−", static (x, y) => x - y, static (x, y) => x - y),
        ("×", static (x, y) => x * y, static (x, y) => x * y),
        ("÷", static (x, y) => x / y, static (x, y) => x / y),
        ("max", IntervalLanes.Max, Interval.Max),
        ("min", IntervalLanes.Min, Interval.Min),
        ("pow", IntervalLanes.Pow, Interval.Pow),
    ];

    [Fact]
    public void All_combinations_of_special_ends_give_what_single_intervals_give()
    {
        if (!IntervalLanes.IsSupported)
        {
            return; // nothing can be loaded: models compute one by one
        }
        (Interval X, Interval Y)[] pairs = [.. s_sets.SelectMany(static x => s_sets.Select(y => (x, y)))];
        CheckFunctions(s_sets);
        CheckOperations([.. pairs.Select(static p => p.X)], [.. pairs.Select(static p => p.Y)]);
    }

    [Fact]
    public void Random_intervals_give_what_single_intervals_give() => Doubles.Intervals.Array[1, 40].Sample(
        static sets =>
        {
            if (IntervalLanes.IsSupported)
            {
                CheckFunctions(sets);
                CheckOperations(sets, [.. sets.Reverse()]);
            }
        },
        iter: 60);

    /// <summary>Where exponentials are not trivial: ends of all sizes, points, and the borders of what the vectors compute.</summary>
    [Fact]
    public void Exponentials_have_the_bits_of_single_ones()
    {
        if (!IntervalLanes.IsSupported)
        {
            return;
        }
        Random random = new(5);
        Interval[] sets =
        [
            .. Enumerable.Range(0, 200_000).Select(_ =>
            {
                double size = Math.Pow(10, (5 * random.NextDouble()) - 2), a = size * ((2 * random.NextDouble()) - 1), b = random.Next(4) == 0 ? a : a + (size * random.NextDouble());
                return new Interval(a, b);
            }),
            .. new[] { -746, -745.2, -708.4, -690.0000001, -690, -80.00001, -80, 80, 80.0001, 690, 690.1, 709.7, 709.8, 1e300 }.Select(static x => (Interval)x),
        ];
        CheckFunctions(sets, ["exp", "sigmoid", "slope of sigmoid"]);
    }

    [Fact]
    public void A_lane_does_not_see_the_others()
    {
        if (!IntervalLanes.IsSupported)
        {
            return;
        }
        Interval[] others = [Interval.Empty, Interval.Entire, new(-1, 0), new(0, 2), default, new(3, 4), new(double.MinValue, -1), new(1e-300, 1e-299)];
        foreach ((string name, Func<IntervalLanes, IntervalLanes, IntervalLanes> lanes, _) in s_binary)
        {
            for (int position = 0; position < 8; position++)
            {
                Interval[] left = Replaced(others, position, new(0.1, 0.7)), right = Replaced(others, position, new(0.3, 1.9)), alone = new Interval[1], among = new Interval[8];
                lanes(IntervalLanes.Load([left[position]], 0, 0, 1), IntervalLanes.Load([right[position]], 0, 0, 1)).Store(alone, 0, 0, 1);
                lanes(IntervalLanes.Load(left, 0, 0, 1), IntervalLanes.Load(right, 0, 0, 1)).Store(among, 0, 0, 1);
                Assert.True(BitConverter.DoubleToInt64Bits(alone[0].Lo) == BitConverter.DoubleToInt64Bits(among[position].Lo), name);
                Assert.True(BitConverter.DoubleToInt64Bits(alone[0].Hi) == BitConverter.DoubleToInt64Bits(among[position].Hi), name);
            }
        }
    }

    private static Interval[] Replaced(Interval[] sets, int position, Interval set)
    {
        Interval[] result = [.. sets];
        result[position] = set;
        return result;
    }

    private static void CheckFunctions(Interval[] sets, string[]? only = null)
    {
        Interval[] results = new Interval[sets.Length];
        foreach ((string name, Func<IntervalLanes, IntervalLanes> lanes, Func<Interval, Interval> one) in s_unary.Where(f => only is null || only.Contains(f.Name)))
        {
            for (int i = 0; i < sets.Length; i += IntervalLanes.Count)
            {
                lanes(IntervalLanes.Load(sets, i, 0, 1)).Store(results, i, 0, 1);
            }
            Same(name, sets, sets, results, [.. sets.Select(one)]);
        }
    }

    private static void CheckOperations(Interval[] left, Interval[] right)
    {
        Interval[] results = new Interval[left.Length];
        foreach ((string name, Func<IntervalLanes, IntervalLanes, IntervalLanes> lanes, Func<Interval, Interval, Interval> one) in s_binary)
        {
            for (int i = 0; i < left.Length; i += IntervalLanes.Count)
            {
                lanes(IntervalLanes.Load(left, i, 0, 1), IntervalLanes.Load(right, i, 0, 1)).Store(results, i, 0, 1);
            }
            Same(name, left, right, results, [.. left.Zip(right, one)]);
        }
    }

    private static void Same(string name, Interval[] left, Interval[] right, IReadOnlyList<Interval> lanes, IReadOnlyList<Interval> singles)
    {
        for (int i = 0; i < left.Length; i++)
        {
            // A zero may have the other sign.
            Assert.True(lanes[i].Lo.Equals(singles[i].Lo) && lanes[i].Hi.Equals(singles[i].Hi), $"{name} of {left[i]}, {right[i]}: {lanes[i]} in a lane, {singles[i]} alone");
        }
    }
}
