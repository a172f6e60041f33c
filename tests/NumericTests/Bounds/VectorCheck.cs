using System;
using System.Collections.Generic;
using Proxima;
using Xunit.Abstractions;

namespace NumericTests.Bounds;

/// <summary>Compares results with the tightest ones of test vectors.</summary>
internal static class VectorCheck
{
    /// <summary>Every result contains the tightest one and exceeds it by at most so many ulps at each end; prints how many were compared.</summary>
    public static void Encloses(
        string operation, IEnumerable<IntervalVector> vectors, Func<Interval[], int, Interval> function, double ulps, ITestOutputHelper output)
    {
        int count = 0;
        int tightest = 0;
        double widest = 0;
        foreach (IntervalVector vector in vectors)
        {
            Interval expected = vector.IntervalResult;
            Interval actual = function(vector.Intervals, vector.Integer);
            Assert.True(expected.IsSubsetOf(actual), $"{actual} does not contain the result of {vector.Line}");
            double excess = Excess(actual, expected);
            Assert.True(excess <= ulps, FormattableString.Invariant($"{actual} is {excess} ulp wider than {vector.Line}, {ulps} allowed"));
            widest = Math.Max(widest, excess);
            count++;
            tightest += excess == 0 ? 1 : 0;
        }
        Assert.True(count > 0, "no vectors of " + operation);
        output.WriteLine(FormattableString.Invariant($"{operation}: {count} vectors contained, {tightest} tightest, at most {widest} ulp wider"));
    }

    private static double Excess(Interval actual, Interval expected)
    {
        if (expected.IsEmpty)
        {
            return actual.IsEmpty ? 0 : double.PositiveInfinity;
        }
        return Math.Max(Distance(actual.Lo, expected.Lo), Distance(actual.Hi, expected.Hi));
    }

    // A set does not know the sign of a zero at its end.
    private static double Distance(double actual, double expected) => actual == expected ? 0 : Ulps.Between(actual, expected);
}
