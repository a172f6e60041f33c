using System;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Approximation;

/// <summary>Functions whose arguments are reduced, alone and in what models make of them: no argument looked at is further off than what is proved.</summary>
public sealed class ReductionTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double);

    public static TheoryData<string, double, double, string, double, bool> Cases => new()
    {
        { "exp", -87, 88, nameof(Measure.Ulps), 1, true },
        { "exp", -87, 88, nameof(Measure.Ulps), 2, true },
        { "exp", -80, 80, nameof(Measure.Relative), 1e-3, true },
        { "exp2", -100, 120, nameof(Measure.Ulps), 1.2, true },
        { "exp10", -30, 30, nameof(Measure.Relative), 1e-6, true },
        { "log", 1e-37, 1e38, nameof(Measure.Ulps), 2, true },
        { "log2", 0.5, 1e6, nameof(Measure.Absolute), 1e-5, true },
        { "log10", 1e-30, 1e30, nameof(Measure.Absolute), 1e-5, true },
        { "sin", -100, 100, nameof(Measure.Ulps), 2.4, true },
        { "cos", -100, 100, nameof(Measure.Ulps), 2.6, true },
        { "sin", -1000, 1000, nameof(Measure.Absolute), 1e-5, true },
        { "logistic", -20, 20, nameof(Measure.Ulps), 4, true },
        { "softplus", -30, 30, nameof(Measure.Absolute), 1e-5, true },
        { "tanh", -10, 10, nameof(Measure.Ulps), 4.5, true },
        { "gauss", -12, 12, nameof(Measure.Absolute), 1e-6, true },
        { "exp", -700, 700, nameof(Measure.Ulps), 1.5, false },
        { "log", 1e-300, 1e300, nameof(Measure.Ulps), 2.5, false },
        { "sin", -100, 100, nameof(Measure.Ulps), 2.4, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_is_further_off_than_what_is_proved(string function, double lo, double hi, string by, double tolerance, bool isSingle)
    {
        Measure measure = Enum.Parse<Measure>(by);
        Target target = Models.Of(Of(function));
        Approximated found = Approximator.Find(target, new(lo, hi, measure, tolerance, isSingle));
        Assert.InRange(found.Bound.Upper, 0, tolerance);
        Random random = new(7);
        double worst = 0;
        for (int i = 0; i < 6000; i++)
        {
            double x = (i % 3) switch
            {
                0 => lo + ((hi - lo) * random.NextDouble()),
                1 => Math.Sign(random.NextDouble() - 0.5) * Math.Exp(-20 * random.NextDouble()),
                _ => random.Next(-30, 30) * Math.PI / 2, // next to zeros and turns
            };
            x = isSingle ? (float)x : x;
            if (!(x >= lo && x <= hi))
            {
                continue;
            }
            DoubleDouble value = target.Value(x);
            if (value.IsZero && measure != Measure.Absolute)
            {
                Assert.Equal(0, found.Scheme.Run(x));
                continue;
            }
            double size = measure switch
            {
                Measure.Absolute => 1,
                Measure.Relative => Math.Abs(value.Hi),
                _ => Formats.Unit(value.Hi, isSingle),
            };
            double error = Math.Abs((found.Scheme.Run(x) - value).Hi) / size;
            Assert.True(error <= found.Bound.Upper, FormattableString.Invariant($"{x:R}: {error}"));
            worst = Math.Max(worst, error);
        }
        Assert.InRange(worst, found.Bound.Upper / 4, found.Bound.Upper); // a proof is not far from what happens
    }

    [Fact]
    public void Exact_points_stay_exact()
    {
        foreach (double ulps in new[] { 1.0, 2.0 })
        {
            Assert.Equal(1, Approximator.Find(Models.Of(Of("exp")), new(-87, 88, Measure.Ulps, ulps, IsSingle: true)).Scheme.Run(0));
        }
        Assert.Equal(0, Approximator.Find(Models.Of(Of("log")), new(1e-3, 1e3, Measure.Ulps, 2, IsSingle: true)).Scheme.Run(1));
        Assert.Equal(0, Approximator.Find(Models.Of(Of("sin")), new(-100, 100, Measure.Ulps, 2.4, IsSingle: true)).Scheme.Run(0));
        Scheme tanh = Approximator.Find(Models.Of(Of("tanh")), new(-10, 10, Measure.Ulps, 4.5, IsSingle: true)).Scheme;
        for (int i = 0; i <= 1000; i++)
        {
            float x = i * 0.01f;
            Assert.Equal(tanh.Run(x), -tanh.Run(-x));
        }
    }

    [Fact]
    public void What_leaves_the_normal_numbers_is_not_reduced()
    {
        Assert.Throws<ApproximationException>(() => Approximator.Find(Models.Of(Of("exp")), new(-100, 88, Measure.Ulps, 2, IsSingle: true)));
        Assert.Throws<ApproximationException>(() => Approximator.Find(Models.Of(Of("log")), new(1e-40, 1, Measure.Ulps, 2, IsSingle: true)));
    }

    [Fact]
    public void The_same_is_found_twice_and_in_another_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        foreach (string function in new[] { "exp", "sin", "logistic" })
        {
            Wanted wanted = new(-6, 6, Measure.Absolute, 1e-4, IsSingle: true);
            Kernel first = Approximator.Find(Models.Of(Of(function)), wanted).Scheme.Program;
            try
            {
                CultureInfo.CurrentCulture = new("de-DE");
                Approximated second = Approximator.Find(Models.Of(Of(function)), wanted);
                Assert.Equal(first, second.Scheme.Program);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    private static Expression Of(string function) => function switch
    {
        "exp" => Call(Elementary.Exp, s_x),
        "exp2" => Call(Elementary.Exp2, s_x),
        "exp10" => Call(Elementary.Exp10, s_x),
        "log" => Call(Elementary.Log, s_x),
        "log2" => Call(Elementary.Log2, s_x),
        "log10" => Call(Elementary.Log10, s_x),
        "sin" => Call(Elementary.Sin, s_x),
        "cos" => Call(Elementary.Cos, s_x),
        "tanh" => Call(Elementary.Tanh, s_x),
        "logistic" => Divide(Double(1), Plus(Double(1), Call(Elementary.Exp, Negate(s_x)))),
        "softplus" => Call(Elementary.Log, Plus(Double(1), Call(Elementary.Exp, s_x))),
        _ => Call(Elementary.Exp, Divide(Negate(Multiply(s_x, s_x)), Double(2))),
    };
}
