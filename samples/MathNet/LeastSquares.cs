using System;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Samples.Fitting;

/// <summary>MathNet.Numerics' Levenberg–Marquardt on <see cref="Populations.Residuals"/>.</summary>
public static class LeastSquares
{
    private static int Count => 2 * Pelts.Hares.Length;

    /// <summary>The Jacobian comes from the generated companion.</summary>
    public static Outcome WithJacobian(double[] start)
    {
        Counter calls = new();
        double[] residuals = new double[Count], jacobian = new double[Count * Populations.ParameterCount];
        IObjectiveModel objective = ObjectiveFunction.NonlinearModel(
            (p, _) => Values(p, calls),
            (p, _) =>
            {
                calls.Derivatives++;
                Populations.ResidualsJacobian(p.AsArray(), Pelts.Hares, Pelts.Lynxes, residuals, jacobian);
                return Matrix<double>.Build.DenseOfRowMajor(Count, Populations.ParameterCount, jacobian);
            },
            Zeros(), Zeros());
        return Minimise(objective, start, calls);
    }

    /// <summary>The Jacobian comes from MathNet.Numerics' central differences.</summary>
    public static Outcome WithDifferences(double[] start)
    {
        Counter calls = new();
        return Minimise(ObjectiveFunction.NonlinearModel((p, _) => Values(p, calls), Zeros(), Zeros(), accuracyOrder: 2), start, calls);
    }

    private static Vector<double> Values(Vector<double> p, Counter calls)
    {
        calls.Values++;
        double[] residuals = new double[Count];
        Populations.Residuals(p.AsArray(), Pelts.Hares, Pelts.Lynxes, residuals);
        return Vector<double>.Build.Dense(residuals);
    }

    /// <summary>The residuals are the model, so that what it should give is 0 everywhere.</summary>
    private static Vector<double> Zeros() => Vector<double>.Build.Dense(Count);

    private static Outcome Minimise(IObjectiveModel objective, double[] start, Counter calls)
    {
        LevenbergMarquardtMinimizer minimiser = new(gradientTolerance: 1e-9, stepTolerance: 1e-12, functionTolerance: 1e-12, maximumIterations: 200);
        NonlinearMinimizationResult result = minimiser.FindMinimum(objective, Vector<double>.Build.Dense([.. start]));
        return new(result.MinimizingPoint.ToArray(), result.ModelInfoAtMinimum.Value / 2, result.Iterations, calls);
    }
}
