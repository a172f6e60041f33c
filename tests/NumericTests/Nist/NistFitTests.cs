using System;
using System.Collections.Generic;
using System.Linq;

namespace NumericTests.Nist;

/// <summary>Levenberg–Marquardt on the generated Jacobians reaches what is certified.</summary>
public sealed class NistFitTests
{
    /// <summary>Six digits of each parameter. Lanczos1's certificate has eight residual digits, all others eleven.</summary>
    private const double Digits = 1e-6;

    public static TheoryData<string> Names => [.. NistModels.All.Keys];

    [SharedTheory(NistFiles.Folder)]
    [MemberData(nameof(Names))]
    public void Second_start_reaches_the_certified_parameters(string name)
    {
        NistProblem problem = NistFiles.Problem(name);
        Fit fit = From(name, problem, problem.SecondStart);
        Assert.True(Error(problem, fit) <= Digits, Report(name, problem, fit));
    }

    [SharedTheory(NistFiles.Folder)]
    [InlineData(24)]
    public void First_start_reaches_the_certified_parameters_on_most(int atLeast)
    {
        List<string> missed = [];
        foreach (string name in NistModels.All.Keys)
        {
            NistProblem problem = NistFiles.Problem(name);
            Fit fit = From(name, problem, problem.FirstStart);
            if (!(Error(problem, fit) <= Digits))
            {
                missed.Add(Report(name, problem, fit));
            }
        }
        Assert.True(NistModels.All.Count - missed.Count >= atLeast, string.Join("\n", missed));
    }

    private static Fit From(string name, NistProblem problem, double[] start)
    {
        ResidualsJacobian jacobian = NistJacobians.All[name];
        return LeastSquares.Minimise((b, r, j) => jacobian(b, problem.X, problem.Y, r, j), problem.Y.Length, start);
    }

    private static double Error(NistProblem problem, Fit fit) =>
        problem.Certified.Zip(fit.Parameters, static (certified, found) => Math.Abs(found - certified) / Math.Abs(certified)).Max();

    private static string Report(string name, NistProblem problem, Fit fit) => FormattableString.Invariant(
        $"{name}: error {Error(problem, fit):E1} after {fit.Iterations} iterations, squares {fit.Squares:R}; found {string.Join(" ", fit.Parameters.Select(static p => FormattableString.Invariant($"{p:R}")))}");
}
