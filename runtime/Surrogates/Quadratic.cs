using System;

namespace Proxima;

/// <summary>A quadratic surrogate: value, gradient and Hessian at a row. It is the model up to third order.</summary>
public sealed class Quadratic
{
    private Quadratic(double[] at, double value, double[] gradient, double[] hessian) => (At, Value, Gradient, Hessian) = (at, value, gradient, hessian);

    /// <summary>The row.</summary>
    public double[] At { get; }

    /// <summary>The value at the row.</summary>
    public double Value { get; }

    /// <summary>The gradient at the row.</summary>
    public double[] Gradient { get; }

    /// <summary>The Hessian at the row, row-major.</summary>
    public double[] Hessian { get; }

    /// <summary>Expands a model at a row: one product of the Hessian per coordinate.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <returns>The expansion.</returns>
    /// <exception cref="ArgumentException">The row is not the model's, or not finite.</exception>
    public static Quadratic Around<TModel>(TModel model, ReadOnlySpan<double> at)
        where TModel : struct, IHessianProduct<double>
    {
        int dimension = model.Dimension;
        Requests.CheckRow(at, dimension, nameof(at));
        double[] gradient = new double[dimension], hessian = new double[dimension * dimension], direction = new double[dimension];
        double value = model.Gradient(at, gradient);
        for (int i = 0; i < dimension; i++)
        {
            direction[i] = 1;
            model.HessianProduct(at, direction, hessian.AsSpan(i * dimension, dimension));
            direction[i] = 0;
        }
        return new(at.ToArray(), value, gradient, hessian);
    }

    /// <summary>The surrogate's value at a point.</summary>
    /// <param name="x">The point.</param>
    /// <returns>value + gradient · way + ½ · way · Hessian · way.</returns>
    /// <exception cref="ArgumentException">The point has another number of coordinates.</exception>
    public double ValueAt(ReadOnlySpan<double> x)
    {
        int dimension = At.Length;
        if (x.Length != dimension)
        {
            throw new ArgumentException($"'{nameof(x)}' has {x.Length} coordinates, the model {dimension}.", nameof(x));
        }
        double value = Value;
        for (int i = 0; i < dimension; i++)
        {
            double slope = Gradient[i];
            for (int j = 0; j < dimension; j++)
            {
                slope += 0.5 * Hessian[(i * dimension) + j] * (x[j] - At[j]);
            }
            value += slope * (x[i] - At[i]);
        }
        return value;
    }

    /// <summary>How coordinates act together on the way from a baseline: ½ · way · Hessian · way, split by pairs.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <returns>A symmetric matrix, row-major; its sum is the quadratic part of the surrogate at the baseline.</returns>
    /// <exception cref="ArgumentException">The baseline has another number of coordinates.</exception>
    public double[] Interactions(ReadOnlySpan<double> baseline)
    {
        int dimension = At.Length;
        if (baseline.Length != dimension)
        {
            throw new ArgumentException($"'{nameof(baseline)}' has {baseline.Length} coordinates, the model {dimension}.", nameof(baseline));
        }
        double[] interactions = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < dimension; j++)
            {
                interactions[(i * dimension) + j] = 0.5 * Hessian[(i * dimension) + j] * (At[i] - baseline[i]) * (At[j] - baseline[j]);
            }
        }
        return interactions;
    }
}
