using System;
using System.Collections.Generic;
using Proxima;
using Xunit.Abstractions;

namespace NumericTests.Bounds;

/// <summary>Set relations and numbers of sets against the vectors of IEEE 1788.</summary>
public sealed class SetVectorTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Func<IntervalVector, bool>> Relations = new()
    {
        ["isEmpty"] = static v => v.Intervals[0].IsEmpty,
        ["isEntire"] = static v => v.Intervals[0].IsEntire,
        ["isSingleton"] = static v => v.Intervals[0].IsPoint,
        ["isCommonInterval"] = static v => v.Intervals[0].IsBounded,
        ["isMember"] = static v => v.Intervals[0].Contains(v.Number),
        ["equal"] = static v => v.Intervals[0] == v.Intervals[1],
        ["subset"] = static v => v.Intervals[0].IsSubsetOf(v.Intervals[1]),
        ["interior"] = static v => v.Intervals[0].IsInteriorOf(v.Intervals[1]),
        ["disjoint"] = static v => v.Intervals[0].IsDisjointFrom(v.Intervals[1]),
        // Every member of the first before every one of the second: what Truth calls never being otherwise.
        ["precedes"] = static v => !Interval.LessOrEqual(v.Intervals[0], v.Intervals[1]).CanBeFalse,
        ["strictPrecedes"] = static v => !Interval.Less(v.Intervals[0], v.Intervals[1]).CanBeFalse,
    };

    private static readonly Dictionary<string, Func<Interval, double>> Numbers = new()
    {
        ["mid"] = static x => x.Midpoint,
        ["rad"] = static x => x.Radius,
        ["wid"] = static x => x.Width,
        ["mag"] = static x => x.Magnitude,
        ["mig"] = static x => x.Mignitude,
    };

    public static TheoryData<string> RelationNames => [.. Relations.Keys];

    public static TheoryData<string> NumberNames => [.. Numbers.Keys];

    [SharedTheory(VectorFiles.Folder)]
    [MemberData(nameof(RelationNames))]
    public void Relations_hold(string operation) => Check(operation, vector => Assert.True(vector.Answer == Relations[operation](vector), vector.Line));

    [SharedTheory(VectorFiles.Folder)]
    [MemberData(nameof(NumberNames))]
    public void Numbers_of_sets_agree(string operation) => Check(operation, vector =>
    {
        double actual = Numbers[operation](vector.Intervals[0]);
        Assert.True(actual == vector.NumberResult || (double.IsNaN(actual) && double.IsNaN(vector.NumberResult)), FormattableString.Invariant($"{actual:R}, {vector.Line}"));
    });

    private void Check(string operation, Action<IntervalVector> check)
    {
        int count = 0;
        foreach (IntervalVector vector in VectorFiles.Standard(operation))
        {
            check(vector);
            count++;
        }
        Assert.True(count > 0, "no vectors of " + operation);
        output.WriteLine(FormattableString.Invariant($"{operation}: {count} vectors agree"));
    }
}
