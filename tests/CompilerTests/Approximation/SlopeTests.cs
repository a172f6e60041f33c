extern alias compiler;

using System;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;
using Interval = compiler::Proxima.Interval;

namespace CompilerTests.Approximation;

/// <summary>Derivatives beside the value: the program's own, and as near to the function's as is stated.</summary>
public sealed class SlopeTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double);
    private static readonly Expression s_logistic = Divide(Double(1), Plus(Double(1), Call(Elementary.Exp, Negate(s_x))));

    /// <summary>Programs of the library, with constants of any kind: their derivative without rounding is that of the kernel's graph.</summary>
    [Fact]
    public void Forward_mode_gives_the_derivative_of_the_program()
    {
        int looked = 0;
        foreach (Skeleton skeleton in SkeletonLibrary.All)
        {
            Kernel program = new(false, skeleton.Steps), slope = KernelSlope.Of(program)!;
            Target target = Target.OfRow(Elementary.Exp); // only its graph's variable matters
            int node = program.AddTo(target.Graph, program.Result);
            int ofSlope = slope.AddTo(target.Graph, slope.Result), ofValue = slope.AddTo(target.Graph, slope.ValueStep);
            Assert.Equal(node, ofValue);
            foreach (double x in new[] { -0.45, -0.1, 0.0, 0.3, 0.5 })
            {
                Series<Ball, BallField> series = new(target.Graph, x, 1);
                Ball expected = series[node, 1], found = series[ofSlope, 0], difference = expected - found;
                if (!expected.IsFinite || !found.IsFinite)
                {
                    continue;
                }
                Assert.True(difference.Mignitude <= 1e-20 * Math.Max(1, expected.Magnitude), skeleton.Family + " at " + x);
                Assert.Equal(program.Run(x), slope.RunValue(x));
                looked++;
            }
        }
        Assert.True(looked > 400, looked + " points");
    }

    [Theory]
    [InlineData("exp", -1, 1, 1e-6, false, 1)]
    [InlineData("logistic", -10, 10, 1e-5, false, 1)]
    [InlineData("logistic", -10, 10, 1e-4, true, 1)]
    [InlineData("tanh", -1, 1, 1e-6, false, 2)]
    [InlineData("sin", -100, 100, 1e-5, true, 1)]
    [InlineData("exp", -80, 80, 1e-6, true, 2)]
    [InlineData("log", 1e-3, 1e3, 1e-6, true, 1)]
    [InlineData("sqrt", 0.5, 2, 1e-6, true, 2)]
    [InlineData("bell", -3, 3, 1e-6, true, 1)]
    public void Derivatives_are_within_the_error_that_is_stated(string function, double lo, double hi, double tolerance, bool isSingle, int measure)
    {
        Target target = Models.Of(Of(function));
        Measure asked = measure == 1 ? Measure.Absolute : Measure.Relative;
        Wanted wanted = new(lo, hi, asked, tolerance, isSingle) { HasSlope = true };
        Approximated found = Approximator.Find(target, wanted);
        ApproximatedSlope slope = (found.Slope is null ? SlopeProofs.Of(target, wanted, found, default) : found).Slope!;
        Assert.True(slope.Bound.Upper < (asked == Measure.Absolute ? 0.05 : 1e-3), "a bound of " + slope.Bound.Upper + " says little");
        double worst = 0;
        for (int i = 0; i <= 4000; i++)
        {
            double x = lo + ((hi - lo) * i / 4000);
            x = Formats.Round(x, isSingle);
            DoubleDouble exact = target.Slope(x);
            double error = Math.Abs((slope.Program.Run(x) - exact).Hi) / (slope.Measure == Measure.Absolute ? 1 : Math.Abs(exact.Hi));
            worst = Math.Max(worst, error);
            Assert.True(error <= slope.Bound.Upper, $"{function} at {x:R}: {error:G3} above {slope.Bound.Upper:G3}");
            Assert.Equal(found.Scheme.Program.Run(x), slope.Program.RunValue(x));
        }
        Assert.True(worst > 0.1 * slope.Bound.Upper, $"{worst:G3} of {slope.Bound.Upper:G3}: the bound is far above what happens");
    }

    /// <summary>A jump of the derivative by 2 is at least 1 away from what a polynomial has there; where the kink is not at a number no box tells its sides apart.</summary>
    [Fact]
    public void Beside_a_kink_the_bound_is_that_of_both_sides()
    {
        Wanted wanted = new(-1, 1, Measure.Absolute, 0.05, IsSingle: false) { HasSlope = true };
        Target target = Models.Of(Call(Elementary.Abs, Minus(s_x, Double(0.3))));
        ApproximatedSlope slope = SlopeProofs.Of(target, wanted, Approximator.Find(target, wanted), default).Slope!;
        Assert.InRange(slope.Bound.Upper, 1, double.MaxValue);
        foreach (double x in new[] { -1, 0.2999999, Math.BitDecrement(0.3), Math.BitIncrement(0.3), 0.31, 1 })
        {
            Assert.InRange(Math.Abs(slope.Program.Run(x) - Math.Sign(x - 0.3)), 0, slope.Bound.Upper);
        }
        Target between = Models.Of(Call(Elementary.Abs, Minus(Multiply(s_x, s_x), Double(0.3))));
        Assert.Throws<ApproximationException>(() => SlopeProofs.Of(between, wanted, Approximator.Find(between, wanted), default));
    }

    private static Expression Of(string function) => function switch
    {
        "exp" => Call(Elementary.Exp, s_x),
        "tanh" => Call(Elementary.Tanh, s_x),
        "sin" => Call(Elementary.Sin, s_x),
        "log" => Call(Elementary.Log, s_x),
        "sqrt" => Call(Elementary.Sqrt, s_x),
        "bell" => Call(Elementary.Exp, Negate(Multiply(s_x, s_x))),
        _ => s_logistic,
    };
}
