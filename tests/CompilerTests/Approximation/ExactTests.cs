using System;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Approximation;

/// <summary>Results that must be the nearest numbers, and programs for one result soon.</summary>
public sealed class ExactTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double);

    [Theory]
    [InlineData("exp", -0.5, 0.5, 2, 1e-4, new[] { 0.0 })]
    [InlineData("exp", -1, 1, 2, 1e-3, new[] { 0.0, 1.0, -1.0, 0.5 })]
    [InlineData("exp", -1, 1, 1, 1e-3, new[] { 0.75 })]
    [InlineData("log", 0.5, 2, 2, 1e-4, new[] { 1.0 })]
    [InlineData("log", 0.5, 2, 2, 1e-4, new[] { 1.0, 2.0 })]
    [InlineData("sin", -1, 1, 2, 1e-4, new[] { 0.0, 0.5 })]
    [InlineData("sin", 0, 1, 1, 1e-4, new[] { 1.0 })]
    [InlineData("cos", -1, 1, 1, 1e-4, new[] { 0.0 })]
    [InlineData("exp", -80, 80, 2, 1e-6, new[] { 0.0 })]
    public void Results_are_the_nearest_numbers_and_the_bound_holds(string function, double lo, double hi, int measure, double tolerance, double[] exact)
    {
        foreach (bool isSingle in new[] { false, true })
        {
            Target target = Models.Of(Of(function));
            Wanted wanted = new(lo, hi, measure == 1 ? Measure.Absolute : Measure.Relative, tolerance, isSingle) { Exact = new(exact) };
            Approximated found = Approximator.Find(target, wanted);
            Assert.All(exact, x => Assert.Equal(Formats.Round(target.Value(x), isSingle), found.Scheme.Run(x)));
            Assert.InRange(found.Bound.Upper, 0, tolerance);
            for (int i = 0; i <= 2000; i++)
            {
                double x = Formats.Round(lo + ((hi - lo) * i / 2000), isSingle);
                DoubleDouble value = target.Value(x);
                double error = Math.Abs((found.Scheme.Run(x) - value).Hi);
                Assert.True(error <= found.Bound.Upper * (measure == 1 ? 1 : Math.Abs(value.Hi)), $"{function} at {x:R}");
            }
        }
    }

    [Fact]
    public void Without_being_asked_for_they_are_not()
    {
        Target target = Models.Of(Of("exp"));
        Assert.NotEqual(Math.E, Approximator.Find(target, new(-1, 1, Measure.Relative, 1e-3, IsSingle: false)).Scheme.Run(1));
    }

    [Fact]
    public void Two_in_one_piece_are_refused()
    {
        Wanted wanted = new(-1, 1, Measure.Absolute, 1e-3, IsSingle: false) { Exact = new([0.1, 0.1001]) };
        Assert.Contains("too near", Assert.Throws<ApproximationException>(() => Approximator.Find(Models.Of(Of("exp")), wanted)).Message, StringComparison.Ordinal);
    }

    /// <summary>Halves: fewer operations one after another, proved like any other program, and the value is still what was asked for.</summary>
    [Theory]
    [InlineData("exp", -1, 1, 1e-12, 0.75)]
    [InlineData("sin", -1.5, 1.5, 1e-13, 0.85)]
    [InlineData("exp", -700, 700, 1e-13, 0.8)]
    public void A_result_is_there_sooner(string function, double lo, double hi, double tolerance, double share)
    {
        Target target = Models.Of(Of(function));
        Wanted wanted = new(lo, hi, Measure.Relative, tolerance, IsSingle: false);
        Approximated many = Approximator.Find(target, wanted), one = Approximator.Find(target, wanted with { IsLatency = true });
        Assert.InRange(Latency.Of(one.Scheme.Program), 1, share * Latency.Of(many.Scheme.Program));
        Assert.Equal(one.Cycles, Latency.Of(one.Scheme.Program));
        for (int i = 0; i <= 2000; i++)
        {
            double x = lo + ((hi - lo) * i / 2000);
            DoubleDouble value = target.Value(x);
            Assert.True(Math.Abs((one.Scheme.Run(x) - value).Hi) <= one.Bound.Upper * Math.Abs(value.Hi), $"{x:R}");
        }
    }

    private static Expression Of(string function) => function switch
    {
        "exp" => Call(Elementary.Exp, s_x),
        "log" => Call(Elementary.Log, s_x),
        "sin" => Call(Elementary.Sin, s_x),
        _ => Call(Elementary.Cos, s_x),
    };
}
