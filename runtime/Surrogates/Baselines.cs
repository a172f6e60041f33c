using System;
using System.Collections.Generic;

namespace Proxima;

/// <summary>Rows to compare with: what a feature is when it is absent.</summary>
public static class Baselines
{
    /// <summary>The mean of rows, as one baseline.</summary>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="dimension">The number of coordinates of a row.</param>
    /// <returns>One row.</returns>
    /// <exception cref="ArgumentException">There is no row, the last one is incomplete, or a number is not finite.</exception>
    public static double[] Mean(ReadOnlySpan<double> rows, int dimension)
    {
        int count = Neighbourhood.Count(rows, dimension);
        double[] mean = new double[dimension];
        for (int k = 0; k < rows.Length; k++)
        {
            mean[k % dimension] += rows[k];
        }
        for (int i = 0; i < dimension; i++)
        {
            mean[i] /= count;
        }
        return mean;
    }

    /// <summary>
    /// The rows that are only just not refused: at the cutoff, or nearest to it on the side that is accepted. What moved an applicant away from them are reasons of a refusal;
    /// explanations average over such rows.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows to choose from, row-major.</param>
    /// <param name="cutoff">The value of the model from which a row is accepted.</param>
    /// <param name="most">How many rows at most.</param>
    /// <param name="adverse">Which way of the value is adverse.</param>
    /// <returns>The chosen rows, row-major, the nearest first; of equal ones the first.</returns>
    /// <exception cref="ArgumentException">There is no row, the last one is incomplete, a number is not finite, or every row is refused.</exception>
    public static double[] AtCutoff<TModel>(TModel model, ReadOnlySpan<double> rows, double cutoff, int most = 100, AdverseDirection adverse = AdverseDirection.Lower)
        where TModel : struct, IFunction<double>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (double.IsNaN(cutoff))
        {
            throw new ArgumentException("The cutoff is not a number.", nameof(cutoff));
        }
        int dimension = model.Dimension, count = Neighbourhood.Count(rows, dimension);
        double[] values = new double[count];
        model.Values(rows, values);
        List<(double Beyond, int Row)> accepted = [];
        for (int r = 0; r < count; r++)
        {
            double beyond = adverse == AdverseDirection.Lower ? values[r] - cutoff : cutoff - values[r];
            if (beyond >= 0)
            {
                accepted.Add((beyond, r));
            }
        }
        if (accepted.Count == 0)
        {
            throw new ArgumentException($"None of the {count} rows is accepted at {cutoff}.", nameof(rows));
        }
        accepted.Sort();
        double[] chosen = new double[Math.Min(most, accepted.Count) * dimension];
        for (int k = 0; k < chosen.Length / dimension; k++)
        {
            rows.Slice(accepted[k].Row * dimension, dimension).CopyTo(chosen.AsSpan(k * dimension));
        }
        return chosen;
    }
}
