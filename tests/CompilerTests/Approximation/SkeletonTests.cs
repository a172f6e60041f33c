using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Approximation;

/// <summary>Structures of the library with constants fitted here: better than polynomials of as many operations, proved, and the same on every run.</summary>
public sealed class SkeletonTests
{
    private static readonly Read s_x = Name("x", ScalarType.Double);

    private static readonly Dictionary<string, (Expression Function, double Lo, double Hi, Measure Measure)> s_cases = new()
    {
        ["exp2"] = (Call(Elementary.Exp2, s_x), -0.5, 0.5, Measure.Relative),
        ["exp"] = (Call(Elementary.Exp, s_x), -0.34657359, 0.34657359, Measure.Relative),
        ["tanh"] = (Call(Elementary.Tanh, s_x), 0, 3, Measure.Absolute),
        ["erf"] = (Call(Elementary.Erf, s_x), 0, 2, Measure.Absolute),
    };

    /// <summary>A polynomial of degree n takes n multiply-adds by Horner's rule.</summary>
    [Theory]
    [InlineData("exp2")]
    [InlineData("exp")]
    [InlineData("tanh")]
    [InlineData("erf")]
    public void Proved_errors_are_at_most_half_of_those_of_polynomials_of_as_many_operations(string name)
    {
        (Expression function, double lo, double hi, Measure measure) = s_cases[name];
        Target target = Models.Of(function);
        for (int operations = 5; operations <= 8; operations++)
        {
            FitProblem problem = new(target.Value, lo, hi, [.. Enumerable.Range(0, operations + 1)], measure);
            MinimaxFit real = Minimax.Run(problem);
            Kernel horner = PolynomialKernel.Of(problem.Powers, BeamRounding.Run(problem, real, isSingle: false).Coefficients, isSingle: false);
            ErrorBound polynomial = ErrorProof.Run(target, horner, new(lo, hi), new(measure) { Expected = real.Error });
            (Kernel kernel, ErrorBound bound) = Skeletons.Best(target, new(lo, hi, measure, 0, IsSingle: false), operations, default)!.Value;
            Assert.InRange(bound.Upper, 0, polynomial.Upper / 2);
            Assert.InRange(kernel.Steps.Count(static s => s.Kind is not (StepKind.Input or StepKind.Constant)), 1, operations);
        }
    }

    /// <summary>Cheaper than the polynomial that the tolerance needs, and within it; fitted twice, the same bits.</summary>
    [Fact]
    public void A_tolerance_is_met_by_fewer_operations_than_a_polynomial_needs()
    {
        (Expression function, double lo, double hi, Measure measure) = s_cases["exp"];
        Wanted wanted = new(lo, hi, measure, 1.5e-6, IsSingle: true); // degree 4: 2.6e-6
        Target target = Models.Of(function);
        double degreeFive = PortCost.Of(PolynomialKernel.Of([0, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], isSingle: true));
        (_, Kernel kernel, ErrorBound bound) = Skeletons.Cheapest(target, wanted, degreeFive, default)!.Value;
        Assert.InRange(PortCost.Of(kernel), 0, degreeFive - 0.25);
        Assert.InRange(bound.Upper, 0, wanted.Tolerance);
        Assert.Equal(kernel, Skeletons.Cheapest(Models.Of(function), wanted, degreeFive, default)!.Value.Kernel);
        for (int i = 0; i <= 10_000; i++)
        {
            double x = (float)(lo + ((hi - lo) * i / 10_000));
            DoubleDouble value = target.Value(x);
            Assert.InRange(Math.Abs(((kernel.Run(x) - value) / value).Hi), 0, bound.Upper);
        }
    }

    /// <summary>Every program of the library is a program, and does for its own function what the library says.</summary>
    [Fact]
    public void The_library_holds_programs()
    {
        Assert.NotEmpty(SkeletonLibrary.All);
        Assert.All(SkeletonLibrary.All, static s => Assert.Equal(ProgramText.Of(s.Steps), ProgramText.Of(ProgramText.Parse(ProgramText.Of(s.Steps))!.Value)));
    }
}
