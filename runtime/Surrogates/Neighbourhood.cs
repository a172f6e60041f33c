using System;

namespace Proxima;

/// <summary>Weighted points around a row: where a surrogate is to be good.</summary>
public sealed class Neighbourhood
{
    private readonly Func<int, Cells> _cells; // of a dimension
    private readonly bool _isRelative;
    private readonly double _width;

    private Neighbourhood(bool isRelative, Func<int, Cells> cells, double width = double.PositiveInfinity) => (_isRelative, _cells, _width) = (isRelative, cells, width);

    /// <summary>Gaussian noise: scrambled Sobol points mapped to normals.</summary>
    /// <param name="sigma">The deviation of each coordinate.</param>
    /// <param name="points">How many points.</param>
    /// <returns>The neighbourhood.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is not positive and finite, or there is no point.</exception>
    public static Neighbourhood Gaussian(double sigma, int points = 1024)
    {
        Require(sigma, points, nameof(sigma));
        return new(isRelative: true, dimension => new(points, Scaled(Cloud.Normal(dimension, points, 0).Columns, sigma, 0)));
    }

    /// <summary>A box, evenly filled with scrambled Sobol points.</summary>
    /// <param name="radius">How far each coordinate goes to both sides.</param>
    /// <param name="points">How many points.</param>
    /// <returns>The neighbourhood.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The radius is not positive and finite, or there is no point.</exception>
    public static Neighbourhood Box(double radius, int points = 1024)
    {
        Require(radius, points, nameof(radius));
        return new(isRelative: true, dimension => new(points, Scaled(Cloud.Uniform(dimension, points).Columns, 2 * radius, -radius)));
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
        return new(isRelative: false, Transposed(rows, dimension, weights: null), width);
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
        return new(isRelative: false, Transposed(rows, dimension, weights.ToArray()));
    }

    /// <summary>The points, row-major, and weights that add up to 1.</summary>
    internal (double[] Rows, double[] Weights) Around(ReadOnlySpan<double> at)
    {
        (int count, double[] columns, double[]? own) = _cells(at.Length);
        double[] rows = new double[columns.Length], weights = new double[count];
        double sum = 0;
        for (int r = 0; r < count; r++)
        {
            double distance = 0;
            for (int i = 0; i < at.Length; i++)
            {
                double x = columns[(i * count) + r] + (_isRelative ? at[i] : 0);
                rows[(r * at.Length) + i] = x;
                distance += (x - at[i]) * (x - at[i]);
            }
            weights[r] = own?[r] ?? Math.Exp(-distance / (_width * _width));
            sum += weights[r];
        }
        if (!(sum > 0))
        {
            throw new ArgumentException("All rows are so far away that none has a weight; widen the kernel.", nameof(at));
        }
        for (int r = 0; r < count; r++)
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

    internal static int Count(ReadOnlySpan<double> rows, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        if (rows.IsEmpty || rows.Length % dimension != 0 || !Requests.AreFinite(rows))
        {
            throw new ArgumentException($"'{nameof(rows)}' has {rows.Length} numbers: rows of {dimension} finite ones are needed, at least one.", nameof(rows));
        }
        return rows.Length / dimension;
    }

    /// <summary>Points of a design, on a box or under Gaussian noise.</summary>
    internal static Neighbourhood Designed(PolynomialDesign design, double size, bool isGaussian, string parameter)
    {
        Require(size, 1, parameter);
        design.Check();
        return new(isRelative: true, dimension =>
        {
            OptimalSample sample = OptimalSample.Of(dimension, design, isGaussian);
            return new(sample.Weights.Length, Scaled(sample.Columns, size, 0), sample.Weights);
        });
    }

    private static Func<int, Cells> Transposed(ReadOnlySpan<double> rows, int own, double[]? weights)
    {
        int count = Count(rows, own);
        double[] columns = new double[rows.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            columns[(k % own * count) + (k / own)] = rows[k];
        }
        return dimension => dimension == own ? new(count, columns, weights) : throw new ArgumentException($"The neighbourhood has rows of {own} coordinates, the row {dimension}.");
    }

    private static double[] Scaled(double[] columns, double scale, double shift) => Array.ConvertAll(columns, x => (scale * x) + shift);

    /// <summary>Coordinate i of point r at i · count + r, relative to the row where that is said, and weights that do not depend on the row.</summary>
    private readonly record struct Cells(int Count, double[] Columns, double[]? Weights = null);
}
