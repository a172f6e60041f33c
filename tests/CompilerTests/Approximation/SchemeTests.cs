extern alias compiler;

using System;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;
using Interval = compiler::Proxima.Interval;

namespace CompilerTests.Approximation;

/// <summary>What is chosen, and that what is stated about it holds where pieces meet.</summary>
public sealed class SchemeTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double);
    private static readonly Expression s_logistic = Divide(Double(1), Plus(Double(1), Call(Elementary.Exp, Negate(s_x))));

    [Fact]
    public void Pieces_cover_the_domain_without_gaps_and_hold_their_bound_at_their_ends()
    {
        Target target = Models.Of(s_logistic);
        foreach (int segments in new[] { 5, 16, 32 })
        {
            Approximated found = Approximator.Find(target, new(-10, 10.1, Measure.Absolute, 1e-3, IsSingle: true, segments));
            PolynomialScheme scheme = Assert.IsType<PolynomialScheme>(found.Scheme);
            Assert.Equal(segments, scheme.Segments);
            double next = scheme.Lo;
            for (int i = 0; i < segments; i++)
            {
                Interval domain = scheme.DomainOf(i)!.Value;
                Assert.Equal(next, domain.Lo);
                foreach (double x in new[] { domain.Lo, domain.Hi })
                {
                    Assert.Equal(i, scheme.SegmentOf(x));
                    Assert.InRange(Math.Abs((scheme.Run(x) - target.Value(x)).Hi), 0, found.Bound.Upper);
                }
                next = Formats.Next(domain.Hi, isUp: true, isSingle: true);
            }
            Assert.True(next > scheme.Hi);
        }
    }

    /// <summary>One polynomial for a small domain, pieces for a large one; a symmetry halves the work.</summary>
    [Fact]
    public void The_form_follows_the_function()
    {
        PolynomialScheme small = Find(Call(Elementary.Exp, s_x), -0.5, 0.5, Measure.Relative, 1e-5);
        Assert.Equal(1, small.Segments);
        PolynomialScheme large = Find(s_logistic, -10, 10, Measure.Absolute, 1e-5);
        Assert.InRange(large.Segments, 16, 32);
        Assert.All(Find(Call(Elementary.Sin, s_x), -1, 1, Measure.Relative, 1e-6).Powers, static p => Assert.Equal(1, p & 1));
        Assert.All(Find(Call(Elementary.Cos, s_x), -1, 1, Measure.Absolute, 1e-6).Powers, static p => Assert.Equal(0, p & 1));
        PolynomialScheme lifted = Find(s_logistic, -2, 2, Measure.Absolute, 1e-4);
        Assert.Equal([0, 1, 3, 5], lifted.Powers.Take(4));
        Assert.Equal(0.5, lifted.Run(0));
        Assert.Equal(0, Find(Call(Elementary.Tanh, s_x), -1, 1, Measure.Relative, 1e-5).Run(0));
    }

    [Fact]
    public void What_cannot_be_proved_says_what_was_reached()
    {
        Assert.Contains("a float holds its values only to about 3E-08", Message(Call(Elementary.Exp, s_x), 1e-9));
        Assert.Contains("the smallest error that was proved is ", Message(Call(Elementary.Exp, s_x), 5e-8));
        Assert.Contains("no polynomial", Message(Call(Elementary.Cbrt, Plus(s_x, Double(1))), 1e-4));

        static string Message(Expression function, double tolerance) =>
            Assert.Throws<ApproximationException>(() => Find(function, -1, 1, Measure.Relative, tolerance)).Message;
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        Scheme first = Find(s_logistic, -3, 3, Measure.Absolute, 1e-5);
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            Assert.Equal(first, Find(s_logistic, -3, 3, Measure.Absolute, 1e-5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static PolynomialScheme Find(Expression function, double lo, double hi, Measure measure, double tolerance)
    {
        Target target = Models.Of(function);
        Approximated found = Approximator.Find(target, new(lo, hi, measure, tolerance, IsSingle: true));
        Assert.InRange(found.Bound.Upper, 0, tolerance);
        for (int i = 0; i <= 1000; i++)
        {
            double x = (float)(lo + ((hi - lo) * i / 1000));
            DoubleDouble value = target.Value(x);
            double error = Math.Abs((found.Scheme.Run(x) - value).Hi);
            Assert.True(error <= found.Bound.Upper * (measure == Measure.Relative ? Math.Abs(value.Hi) : 1), $"{x:R}");
        }
        return Assert.IsType<PolynomialScheme>(found.Scheme);
    }
}
