using System;

namespace NumericTests.Batches;

internal delegate void BatchFunction(double[][] columns, Span<double> result);

internal delegate void GradientBatchFunction(double[][] columns, Span<double> result, double[][] slopes);

/// <summary>The companions of a model of scalar variables, with columns as arrays, and the interval its variables are drawn from.</summary>
internal sealed record BatchCase(
    int Variables, double Low, double High, GradientFunction Gradient, BatchFunction Batch, GradientBatchFunction GradientBatch)
{
    public double[][] Columns(int rows, int seed)
    {
        double[][] columns = new double[Variables][];
        for (int i = 0; i < Variables; i++)
        {
            columns[i] = Rows.Uniform(rows, Low, High, seed + i);
        }
        return columns;
    }

    public double[][] Slopes(int rows)
    {
        double[][] slopes = new double[Variables][];
        for (int i = 0; i < Variables; i++)
        {
            slopes[i] = Rows.Filled(rows, double.NaN);
        }
        return slopes;
    }

    /// <summary>The scalar companion at one row.</summary>
    public double At(double[][] columns, int row, double[] gradient)
    {
        double[] point = new double[Variables];
        for (int i = 0; i < Variables; i++)
        {
            point[i] = columns[i][row];
        }
        return Gradient(point, gradient);
    }
}
