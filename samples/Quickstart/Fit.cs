using System;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Samples.Quickstart;

/// <summary>Minimises the loss by BFGS, with the generated gradient or with central differences.</summary>
public sealed class Fit
{
    /// <summary>Typical sizes of start, rate, capacity and shift: BFGS walks in multiples of them.</summary>
    private static readonly double[] Scales = [5, 0.03, 300, 30];

    /// <summary>Bounds in those sizes: a first step along a steep gradient must not leave for where the model overflows.</summary>
    private static readonly double[] Lower = [0.1, 0.1, 0.5, -3], Upper = [4, 2, 4, 3];

    private Fit(double[] parameters, double loss, int iterations, int gradientCalls, int functionCalls)
    {
        Parameters = parameters;
        Loss = loss;
        Iterations = iterations;
        GradientCalls = gradientCalls;
        FunctionCalls = functionCalls;
    }

    public double[] Parameters { get; }

    public double Loss { get; }

    public int Iterations { get; }

    /// <summary>How often value and gradient were asked for together.</summary>
    public int GradientCalls { get; }

    /// <summary>How often the loss alone was evaluated.</summary>
    public int FunctionCalls { get; }

    public static Fit WithGeneratedGradient() => Minimise(Generated, functionCallsPerGradient: 0);

    public static Fit WithCentralDifferences() => Minimise(CentralDifferences, functionCallsPerGradient: (2 * Scales.Length) + 1);

    /// <summary>Value and gradient in one call of the companion that the generator wrote for <see cref="Growth.Loss"/>.</summary>
    public static double Generated(ReadOnlySpan<double> x, Span<double> gradient) =>
        Growth.LossGradient(x[0], x[1], x[2], x[3], Census.Millions, out gradient[0], out gradient[1], out gradient[2], out gradient[3]);

    /// <summary>The usual replacement: two more evaluations per parameter, at the step that balances truncation and rounding, ∛ε.</summary>
    public static double CentralDifferences(ReadOnlySpan<double> x, Span<double> gradient)
    {
        double step = Math.Cbrt(double.BitIncrement(1.0) - 1.0);
        Span<double> moved = stackalloc double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            x.CopyTo(moved);
            double h = step * Math.Max(Math.Abs(x[i]), Scales[i] * step);
            moved[i] = x[i] + h;
            double above = Value(moved);
            moved[i] = x[i] - h;
            gradient[i] = (above - Value(moved)) / (2 * h);
        }
        return Value(x);
    }

    private static double Value(ReadOnlySpan<double> x) => Growth.Loss(x[0], x[1], x[2], x[3], Census.Millions);

    private static Fit Minimise(Gradient gradient, int functionCallsPerGradient)
    {
        int calls = 0;
        double[] point = new double[Scales.Length];
        double[] slope = new double[Scales.Length];
        IObjectiveFunction objective = ObjectiveFunction.Gradient(scaled =>
        {
            calls++;
            for (int i = 0; i < point.Length; i++)
            {
                point[i] = scaled[i] * Scales[i];
            }
            double value = gradient(point, slope);
            return (value, Vector<double>.Build.Dense(slope.Length, i => slope[i] * Scales[i]));
        });

        BfgsBMinimizer minimiser = new(gradientTolerance: 1e-3, parameterTolerance: 1e-8, functionProgressTolerance: 1e-8, maximumIterations: 500);
        MinimizationResult result = minimiser.FindMinimum(
            objective, Vector<double>.Build.Dense(Lower), Vector<double>.Build.Dense(Upper), Vector<double>.Build.Dense(Scales.Length, 1.0));
        double[] parameters = [.. result.MinimizingPoint.PointwiseMultiply(Vector<double>.Build.Dense(Scales))];
        return new Fit(parameters, result.FunctionInfoAtMinimum.Value, result.Iterations, calls, calls * functionCallsPerGradient);
    }
}
