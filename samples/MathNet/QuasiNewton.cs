using System;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using MathNet.Numerics.Optimization.ObjectiveFunctions;
using Proxima;

namespace Samples.Fitting;

/// <summary>MathNet.Numerics' BFGS (in a box) on any model that implements <see cref="IGradient{T}"/>.</summary>
public static class QuasiNewton
{
    /// <summary>A first step along a steep gradient must not leave for where the model overflows: no parameter changes by more than a factor e.</summary>
    private const double Reach = 1;

    /// <summary>The gradient comes from the model.</summary>
    public static Outcome WithGradient<TModel>(TModel model, double[] start)
        where TModel : struct, IGradient<double>
    {
        Counter calls = new();
        double[] gradient = new double[model.Dimension];
        IObjectiveFunction objective = ObjectiveFunction.Gradient(at =>
        {
            calls.Derivatives++;
            double value = model.Gradient(at.AsArray(), gradient);
            return (value, Vector<double>.Build.Dense([.. gradient]));
        });
        return Minimise(objective, start, calls);
    }

    /// <summary>The gradient comes from MathNet.Numerics' forward differences.</summary>
    public static Outcome WithDifferences<TModel>(TModel model, double[] start)
        where TModel : struct, IFunction<double>
    {
        Counter calls = new();
        IObjectiveFunction value = ObjectiveFunction.Value(at =>
        {
            calls.Values++;
            return model.Value(at.AsArray());
        });
        Vector<double> far = Vector<double>.Build.Dense(start.Length, 1e3);
        return Minimise(new ForwardDifferenceGradientObjectiveFunction(value, -far, far), start, calls);
    }

    private static Outcome Minimise(IObjectiveFunction objective, double[] start, Counter calls)
    {
        BfgsBMinimizer minimiser = new(gradientTolerance: 1e-4, parameterTolerance: 1e-8, functionProgressTolerance: 1e-8, maximumIterations: 500);
        Vector<double> centre = Vector<double>.Build.Dense([.. start]);
        MinimizationResult result = minimiser.FindMinimum(objective, centre - Reach, centre + Reach, centre);
        return new(result.MinimizingPoint.ToArray(), result.FunctionInfoAtMinimum.Value, result.Iterations, calls);
    }
}
