extern alias compiler;

using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Numerics;
using Interval = compiler::Proxima.Interval;

namespace CompilerTests.Approximation;

/// <summary>Polynomials against Sollya's.</summary>
public sealed class MinimaxTests
{
    [Fact]
    public void Real_coefficients_err_as_little_as_Sollyas()
    {
        Assert.All(SollyaCases.All, static c =>
        {
            double error = Minimax.Run(c.Problem(c.Target())).Error;
            Assert.InRange(error / c.Real, 0.999, 1.001); // the tenth of a percent
        });
    }

    /// <summary>1.002: both bounds are certified, ours to 5·10⁻⁴ and Sollya's to 2⁻¹⁴ above the error.</summary>
    [Fact]
    public void Float_coefficients_err_less_than_fpminimaxs()
    {
        List<double> ratios = [.. SollyaCases.All.Select(static c => Certified(c, isSingle: true) / c.Single)];
        Assert.True(ratios.Max() <= 1.002, string.Join(", ", SollyaCases.All.Zip(ratios)));
        Assert.InRange(ratios.Count(static r => r < 0.9999), 13, 26);
    }

    [Fact]
    public void Double_coefficients_err_no_more_than_fpminimaxs()
    {
        Assert.All(SollyaCases.All, static c => Assert.InRange(Certified(c, isSingle: false) / c.Double, 0, 1.002));
    }

    [Fact]
    public void A_given_coefficient_stays_and_the_others_make_the_best_of_it()
    {
        Target target = SollyaCases.All[2].Target(); // 2ˣ on [−½, ½]
        FitProblem problem = new(target.Value, -0.5, 0.5, [1, 2, 3, 4, 5, 6], Measure.Relative) { Fixed = [(0, 1)] };
        MinimaxFit fit = Minimax.Run(problem);
        double free = SollyaCases.All[2].Real;
        Assert.InRange(fit.Error, free, 4 * free);
        (double[] coefficients, double error) = BeamRounding.Run(problem, fit, isSingle: true);
        Kernel kernel = PolynomialKernel.Of([0, 1, 2, 3, 4, 5, 6], [1, .. coefficients], isSingle: true);
        Assert.Equal(1, kernel.Run(0));
        Assert.InRange(ErrorProof.Run(target, kernel, new(-0.5, 0.5), new(Measure.Relative) { WithRounding = false, Expected = error }).Upper, 0, 1.011 * error);
    }

    [Fact]
    public void The_same_problem_gives_the_same_bits()
    {
        SollyaCase c = SollyaCases.All[7];
        DoubleDouble[] first = Minimax.Run(c.Problem(c.Target())).Coefficients;
        Assert.Equal(first, Minimax.Run(c.Problem(c.Target())).Coefficients);
        double[] rounded = Rounded(c, c.Target(), isSingle: true).Coefficients;
        Assert.Equal(rounded, Rounded(c, c.Target(), isSingle: true).Coefficients);
    }

    [Fact]
    public void A_discrete_fit_is_optimal()
    {
        // max |xᵢ − δ| over 0, 1, 4 is least at 2; with a limit of 1, at 1.
        double[][] columns = [[1, 1, 1]];
        Assert.Equal([2, 2], DiscreteMinimax.Solve(columns, [1, 1, 1], [100], [0], [0, 1, 4]).Solution);
        Assert.Equal([1, 3], DiscreteMinimax.Solve(columns, [1, 1, 1], [1], [0], [0, 1, 4]).Solution);
    }

    private static (double[] Coefficients, double Error) Rounded(SollyaCase c, Target target, bool isSingle)
    {
        FitProblem problem = c.Problem(target);
        return BeamRounding.Run(problem, Minimax.Run(problem), isSingle);
    }

    private static double Certified(SollyaCase c, bool isSingle)
    {
        Target target = c.Target();
        (double[] coefficients, double error) = Rounded(c, target, isSingle);
        Kernel kernel = PolynomialKernel.Of(c.Powers, coefficients, isSingle);
        ErrorBound bound = ErrorProof.Run(target, kernel, new Interval(c.Lo, c.Hi), c.Proof(target) with { Expected = error, WithRounding = false, Slack = 1.0005 });
        Assert.InRange(bound.Upper, error, 1.001 * error);
        return bound.Upper;
    }
}
