using System;
using System.Collections.Generic;
using System.Linq;

namespace NumericTests.Nist;

/// <summary>The gradient of the sum of squared residuals at both starts and at the certified solution.</summary>
public sealed class NistGradientTests
{
    /// <summary>Relative to Σ|2 rᵢ ∂rᵢ| in each component, because the sum itself cancels at the solution.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>A residual is a difference from y and carries the rounding of y: all that Lanczos1 leaves at its solution, where r is 1e-13 and y of order one.</summary>
    private const double Rounding = 1.0 / (1L << 52);

    public static TheoryData<string> Names => [.. NistModels.All.Keys];

    [Fact]
    public void There_are_27_problems() => Assert.Equal(27, NistModels.All.Count);

    [SharedTheory(NistFiles.Folder)]
    [MemberData(nameof(Names))]
    public void Gradient_is_the_one_of_50_digits(string name)
    {
        NistProblem problem = NistFiles.Problem(name);
        NistModel model = NistModels.All[name];
        IReadOnlyList<NistGolden> points = NistFiles.Golden(name);
        Assert.Equal(3, points.Count);
        Assert.Equal([problem.FirstStart, problem.SecondStart, problem.Certified], points.Select(static golden => golden.At));
        foreach (NistGolden golden in points)
        {
            double[] gradient = new double[golden.At.Length], allowed = Allowed(model, problem, golden.At);
            double squares = model.Gradient(golden.At, problem.X, problem.Y, gradient);
            // Residuals are differences of numbers with 16 digits: Σr² of 1e-25 (Lanczos1) is the rounding of y itself.
            Accuracy.Value(golden.Squares, squares, name, 1e-10, 1e-24);
            for (int i = 0; i < gradient.Length; i++)
            {
                Accuracy.Value(golden.Gradient[i], gradient[i], name, floor: allowed[i], relative: 0);
            }
        }
    }

    /// <summary>Σ|2 rᵢ ∂rᵢ| and Σ|2 yᵢ ∂rᵢ| with their tolerances: the gradient of one observation's square is one term.</summary>
    private static double[] Allowed(NistModel model, NistProblem problem, double[] at)
    {
        double[] allowed = new double[at.Length], term = new double[at.Length], residuals = new double[problem.Y.Length];
        model.Residuals(at, problem.X, problem.Y, residuals);
        int width = problem.X.Length / problem.Y.Length;
        for (int i = 0; i < problem.Y.Length; i++)
        {
            model.Gradient(at, problem.X[(i * width)..((i + 1) * width)], problem.Y[i..(i + 1)], term);
            double rounding = residuals[i] == 0 ? 0 : Rounding * Math.Abs(problem.Y[i] / residuals[i]);
            for (int j = 0; j < at.Length; j++)
            {
                allowed[j] += Math.Max(Tolerance, rounding) * Math.Abs(term[j]);
            }
        }
        return allowed;
    }
}
