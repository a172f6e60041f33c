using System;

namespace Proxima;

/// <summary>Weighted points around a row: where a surrogate is to be good.</summary>
public sealed class Neighbourhood
{
    private readonly Func<int, double[]> _offsets; // coordinate i of point r at i · count + r, relative to the row where that is said
    private readonly bool _isRelative;
    private readonly double[]? _weights;
    private readonly double _width;
    private readonly int _count;

    private Neighbourhood(int count, bool isRelative, Func<int, double[]> offsets, double[]? weights = null, double width = double.PositiveInfinity)
    {
        (_count, _isRelative, _offsets, _weights, _width) = (count, isRelative, offsets, weights, width);
    }

    /// <summary>Gaussian noise: scrambled Sobol points mapped to normals.</summary>
    /// <param name="sigma">The deviation of each coordinate.</param>
    /// <param name="points">How many points.</param>
    /// <returns>The neighbourhood.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is not positive and finite, or there is no point.</exception>
    public static Neighbourhood Gaussian(double sigma, int points = 1024)
    {
        Require(sigma, points, nameof(sigma));
        return new(points, isRelative: true, dimension => Scaled(Cloud.Normal(dimension, points, 0).Columns, sigma, 0));
    }

    /// <summary>A box, evenly filled with scrambled Sobol points.</summary>
    /// <param name="radius">How far each coordinate goes to both sides.</param>
    /// <param name="points">How many points.</param>
    /// <returns>The neighbourhood.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not positive and finite, or there is no point.</exception>
    public static Neighbourhood Box(double radius, int points = 1024)
    {
        Require(radius, points, nameof(radius));
        return new(points, isRelative: true, dimension => Scaled(Cloud.Uniform(dimension, points).Columns, 2 * radius, -radius));
    }

    /// <summary>Rows of the caller's, weighed by a Gaussian kernel of their distance.</summary>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="dimension">The number of coordinates of a row.</param>
    /// <param name="width">ν in the weight exp(−‖x − x′‖²/ν²); infinite for equal weights.</param>
    /// <returns>The neighbourhood.</returns>
    /// <exception cref="ArgumentException">There is no row, the last one is incomplete, or the width is not positive.</exception>
    public static Neighbourhood Rows(ReadOnlySpan<double> rows, int dimension, double width)
    {
        if (!(width > 0))
        {
            throw new ArgumentException($"The width is {width}, not positive.", nameof(width));
        }
        return new(Count(rows, dimension), isRelative: false, Transposed(rows, dimension), width: width);
    }

    /// <summary>Rows of the caller's, with weights of the caller's.</summary>
    /// <param name="rows">The rows, row-major.</param>
    /// <param name="dimension">The number of coordinates of a row.</param>
    /// <param name="weights">One weight per row, at least 0.</param>
    /// <returns>The neighbourhood.</returns>
    /// <exception cref="ArgumentException">There is no row, the last one is incomplete, or the weights do not fit.</exception>
    public static Neighbourhood Rows(ReadOnlySpan<double> rows, int dimension, ReadOnlySpan<double> weights)
    {
        int count = Count(rows, dimension);
        double sum = 0;
        foreach (double weight in weights)
        {
            sum = weight >= 0 ? sum + weight : double.NaN;
        }
        if (weights.Length != count || !(sum > 0) || !double.IsFinite(sum))
        {
            throw new ArgumentException($"{count} rows have one finite weight of at least 0 each, and not only zeros.", nameof(weights));
        }
        return new(count, isRelative: false, Transposed(rows, dimension), weights.ToArray());
    }

    /// <summary>The points, row-major, and weights that add up to 1.</summary>
    internal (double[] Rows, double[] Weights) Around(ReadOnlySpan<double> at)
    {
        double[] columns = _offsets(at.Length), rows = new double[columns.Length], weights = new double[_count];
        double sum = 0;
        for (int r = 0; r < _count; r++)
        {
            double distance = 0;
            for (int i = 0; i < at.Length; i++)
            {
                double x = columns[(i * _count) + r] + (_isRelative ? at[i] : 0);
                rows[(r * at.Length) + i] = x;
                distance += (x - at[i]) * (x - at[i]);
            }
            weights[r] = _weights?[r] ?? Math.Exp(-distance / (_width * _width));
            sum += weights[r];
        }
        if (!(sum > 0))
        {
            throw new ArgumentException("All rows are so far away that none has a weight; widen the kernel.", nameof(at));
        }
        for (int r = 0; r < _count; r++)
        {
            weights[r] /= sum;
        }
        return (rows, weights);
    }

    private static void Require(double size, int points, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points);
        if (!(size > 0) || !double.IsFinite(size))
        {
            throw new ArgumentOutOfRangeException(parameter, size, "A neighbourhood has a positive, finite size.");
        }
    }

    private static int Count(ReadOnlySpan<double> rows, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        if (rows.IsEmpty || rows.Length % dimension != 0 || !Requests.AreFinite(rows))
        {
            throw new ArgumentException($"'{nameof(rows)}' has {rows.Length} numbers: rows of {dimension} finite ones are needed, at least one.", nameof(rows));
        }
        return rows.Length / dimension;
    }

    private static Func<int, double[]> Transposed(ReadOnlySpan<double> rows, int own)
    {
        int count = rows.Length / own;
        double[] columns = new double[rows.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            columns[(k % own * count) + (k / own)] = rows[k];
        }
        return dimension => dimension == own ? columns : throw new ArgumentException($"The neighbourhood has rows of {own} coordinates, the row {dimension}.");
    }

    private static double[] Scaled(double[] columns, double scale, double shift) => Array.ConvertAll(columns, x => (scale * x) + shift);
}
