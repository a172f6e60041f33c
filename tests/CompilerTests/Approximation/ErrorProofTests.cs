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

/// <summary>Bounds of kernels, attacked with samples of what the kernels really compute.</summary>
public sealed class ErrorProofTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double);

    /// <summary>
    /// Never below a sample, and at most a fifth above the worst one; but 1.4 where a sine ends at its maximum: there the proof must count a rounding above 1 as one of
    /// twice the size, which the few arguments near the end do not have.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bound_is_above_every_sample_and_not_far(bool isSingle)
    {
        Assert.All(SollyaCases.All, c =>
        {
            Target target = c.Target();
            Kernel kernel = KernelOf(c, target, isSingle, out double error);
            ErrorBound bound = ErrorProof.Run(target, kernel, new(c.Lo, c.Hi), c.Proof(target) with { Expected = error });
            double worst = Worst(target, kernel, c.Lo, c.Hi, c.Measure, 20_000);
            Assert.InRange(bound.Upper, worst, (c.Id == "sin_halfpi_d11" ? 1.4 : 1.2) * Math.Max(worst, bound.Lower));
            Assert.InRange(bound.Lower, 0, bound.Upper);
        });
    }

    /// <summary>A coefficient that someone changed makes another kernel, whose bound is above its own samples; where those pass the old bound the new one does.</summary>
    [Fact]
    public void A_changed_coefficient_does_not_keep_the_bound()
    {
        SollyaCase c = SollyaCases.All[2];
        Target target = c.Target();
        Kernel kernel = KernelOf(c, target, isSingle: true, out double error);
        double claimed = ErrorProof.Run(target, kernel, new(c.Lo, c.Hi), c.Proof(target) with { Expected = error }).Upper;
        Random random = new(5);
        int worse = 0;
        for (int i = 0; i < 200; i++)
        {
            Step[] steps = [.. kernel.Steps];
            int[] constants = [.. Enumerable.Range(0, steps.Length).Where(s => steps[s].Kind == StepKind.Constant)];
            int at = constants[random.Next(constants.Length)];
            steps[at] = steps[at] with { Value = (float)(steps[at].Value * (1 + (Math.ScaleB(1, -random.Next(1, 16)) * (random.Next(2) == 0 ? 1 : -1)))) };
            Kernel tampered = kernel with { Steps = new(steps) };
            double bound = ErrorProof.Run(target, tampered, new(c.Lo, c.Hi), c.Proof(target) with { Expected = error }).Upper;
            double worst = Worst(target, tampered, c.Lo, c.Hi, c.Measure, 500);
            Assert.True(bound >= worst);
            worse += worst > claimed ? 1 : 0;
        }
        Assert.InRange(worse, 150, 200);
    }

    [Fact]
    public void A_kink_inside_the_domain_is_enclosed()
    {
        Target target = Models.Of(Call(Elementary.Abs, Minus(s_x, Double(0.3))));
        Kernel line = PolynomialKernel.Of([0, 1], [0.25, 0.5], isSingle: false);
        ErrorBound bound = ErrorProof.Run(target, line, new(-1, 1), new(Measure.Absolute) { Expected = 1 });
        // |x − 0.3| − x/2 − ¼ is largest at −1: 1.3 + 0.5 − 0.25.
        Assert.InRange(bound.Upper, 1.55, 1.55 * 1.011);
    }

    [Fact]
    public void A_jump_has_no_small_bound()
    {
        Target target = Models.Of(new Apply(ScalarType.Double, Arithmetic.Select, [Compare(Arithmetic.Less, s_x, Double(0.1)), s_x, Plus(s_x, Double(1e-3))]));
        ErrorBound bound = ErrorProof.Run(target, PolynomialKernel.Of([0, 1], [0, 1], isSingle: false), new(0, 1), new(Measure.Absolute) { Expected = 1e-3 });
        Assert.InRange(bound.Upper, 1e-3, 1.011e-3);
    }

    [Fact]
    public void A_function_that_is_not_defined_everywhere_has_no_bound()
    {
        Target target = Models.Of(Call(Elementary.Log, s_x));
        Assert.Equal(double.PositiveInfinity, ErrorProof.Run(target, PolynomialKernel.Of([0, 1], [-1, 1], isSingle: false), new(-1, 2), new(Measure.Absolute)).Upper);
        // Its values are bounded where it has some.
        Target edge = Models.Of(Call(Elementary.Asin, s_x));
        Assert.Equal(double.PositiveInfinity, ErrorProof.Run(edge, PolynomialKernel.Of([0, 1], [0, 1], isSingle: false), new(-1, 1.5), new(Measure.Absolute)).Upper);
        Target pole = Models.Of(Divide(Double(1), s_x));
        Assert.Equal(double.PositiveInfinity, ErrorProof.Run(pole, PolynomialKernel.Of([0, 1], [0, 1], isSingle: false), new(-1, 1), new(Measure.Absolute)).Upper);
    }

    /// <summary>x·Φ(x) with Φ from erf: composite functions need nothing of their own.</summary>
    [Fact]
    public void A_composite_function_is_bounded_as_a_whole()
    {
        Expression gelu = Multiply(s_x, Multiply(Double(0.5), Plus(Double(1), Call(Elementary.Erf, Divide(s_x, Call(Elementary.Sqrt, Double(2)))))));
        Target target = Models.Of(gelu);
        FitProblem problem = new(target.Value, -3, 3, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Measure.Absolute);
        MinimaxFit fit = Minimax.Run(problem);
        Assert.InRange(fit.Error, 3.268e-4, 3.27e-4); // 3.2690e-4 in the research table
        (double[] coefficients, double error) = BeamRounding.Run(problem, fit, isSingle: true);
        Kernel kernel = PolynomialKernel.Of([.. problem.Powers], coefficients, isSingle: true);
        ErrorBound bound = ErrorProof.Run(target, kernel, new(-3, 3), new(Measure.Absolute) { Expected = error });
        Assert.InRange(bound.Upper, Worst(target, kernel, -3, 3, Measure.Absolute, 5000), 3.4e-4);
    }

    private static Kernel KernelOf(SollyaCase c, Target target, bool isSingle, out double error)
    {
        FitProblem problem = c.Problem(target);
        (double[] coefficients, error) = BeamRounding.Run(problem, Minimax.Run(problem), isSingle);
        return PolynomialKernel.Of(c.Powers, coefficients, isSingle);
    }

    private static double Worst(Target target, Kernel kernel, double lo, double hi, Measure measure, int count)
    {
        double worst = 0;
        for (int i = 0; i <= count; i++)
        {
            double x = lo + ((hi - lo) * i / count);
            x = kernel.IsSingle ? (float)x : x;
            DoubleDouble value = target.Value(x);
            if (x >= lo && x <= hi && !(measure == Measure.Relative && value.IsZero))
            {
                worst = Math.Max(worst, Math.Abs((kernel.Run(x) - value).Hi) / (measure == Measure.Relative ? Math.Abs(value.Hi) : 1));
            }
        }
        return worst;
    }
}
