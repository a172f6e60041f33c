using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Polynomials with ever fewer terms near a function of several variables: products of Chebyshev polynomials whose factors are small are left out, those first that save a
/// term; what is left of the function is fitted by the products that stay, so that the largest error becomes smaller (least squares, weighted anew: Lawson 1961).
/// </summary>
internal sealed class SurfaceFit
{
    /// <summary>More terms are no moderate number: a method of so many operations and constants is not cheap.</summary>
    public const int MostTerms = 200;

    /// <summary>Rounds of programs that are short and long: of many terms each round takes long, and the last ones gain little.</summary>
    private const int Rounds = 12, RoundsOfLong = 5, Long = 60;

    /// <summary>Points with a smaller share of the mean importance do not count.</summary>
    private const double Unimportant = 0.05;

    private readonly ChebyshevTensor _tensor;
    private readonly bool _isRelative;
    private readonly double[] _coefficients;
    private readonly int[][] _degrees;

    /// <summary>The products in the order in which they are left out; the last one stays longest.</summary>
    private readonly List<int> _dropped = [];

    public SurfaceFit(ChebyshevTensor tensor, bool isRelative)
    {
        _tensor = tensor;
        _isRelative = isRelative;
        _coefficients = Array.ConvertAll(tensor.Coefficients, static c => c.Hi);
        _degrees = [.. Enumerable.Range(0, _coefficients.Length).Select(tensor.DegreesOf)];
        Order();
    }

    public int Terms => _coefficients.Length;

    /// <summary>The fewest terms whose error is at most a tolerance, and the factors of products; null where there are too many.</summary>
    public (int[] Products, DoubleDouble[] Factors, double Error)? Fewest(double tolerance, int least, CancellationToken token)
    {
        int low = Math.Max(least, _tensor.Counts.Count + 1), high = Math.Min(Terms, MostTerms);
        if (low > high || Left(high).Largest > tolerance)
        {
            return null;
        }
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Left(middle).Largest <= 1.5 * tolerance ? (low, middle) : (middle + 1, high);
        }
        while (true)
        {
            token.ThrowIfCancellationRequested();
            (int[] products, DoubleDouble[] factors, double error) = Fit(low);
            if (error <= tolerance || low >= Math.Min(Terms, MostTerms))
            {
                return error <= tolerance ? (products, factors, error) : null;
            }
            low += Math.Max(1, low / 30);
        }
    }

    /// <summary>
    /// T_k has the powers k, k − 2, …, so that leaving it out saves a term once nothing stays that has its powers too. Each variable keeps a product: without one, NaN in it
    /// would not be seen.
    /// </summary>
    private void Order()
    {
        int variables = _tensor.Counts.Count;
        int[] steps = new int[variables], products = new int[variables];
        for (int i = variables - 1, step = 1; i >= 0; step *= _tensor.Counts[i], i--)
        {
            steps[i] = step;
            products[i] = _coefficients.Length / _tensor.Counts[i] * (_tensor.Counts[i] - 1);
        }
        bool[] isDropped = new bool[_coefficients.Length];
        List<int> bySize = [.. Enumerable.Range(0, _coefficients.Length).OrderBy(p => Math.Abs(_coefficients[p]))];
        while (bySize.Count > 0)
        {
            int place = bySize.FindIndex(product =>
            {
                bool isFree = true;
                for (int i = 0; i < variables; i++)
                {
                    isFree &= _degrees[product][i] + 2 >= _tensor.Counts[i] || isDropped[product + (2 * steps[i])];
                    isFree &= _degrees[product][i] == 0 || products[i] > 1 || bySize.Count <= variables;
                }
                return isFree;
            });
            int smallest = bySize[Math.Max(place, 0)];
            bySize.RemoveAt(Math.Max(place, 0));
            isDropped[smallest] = true;
            _dropped.Add(smallest);
            for (int i = 0; i < variables; i++)
            {
                products[i] -= _degrees[smallest][i] > 0 ? 1 : 0;
            }
        }
    }

    /// <summary>The function less the terms that stay, on a grid, and its largest share of what errors are measured by.</summary>
    private (double[][] Points, double[] Values, double[] Weights, double Largest) Left(int terms)
    {
        int variables = _tensor.Counts.Count;
        int[] highest = new int[variables];
        double[] left = (double[])_coefficients.Clone();
        foreach (int product in _dropped.Skip(Terms - terms))
        {
            left[product] = 0;
            for (int i = 0; i < variables; i++)
            {
                highest[i] = Math.Max(highest[i], _degrees[product][i]);
            }
        }
        double[][] points = Array.ConvertAll(highest, h => Extrema(variables == 2 ? Math.Min((4 * h) + 5, 49) : Math.Min((2 * h) + 3, 15)));
        double[] values = _tensor.At(left, points), weights = new double[values.Length];
        double[] sizes = _isRelative ? _tensor.At(_coefficients, points) : [];
        double largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            weights[i] = _isRelative ? 1 / Math.Max(Math.Abs(sizes[i]), 1e-300) : 1;
            largest = Math.Max(largest, Math.Abs(values[i]) * weights[i]);
        }
        return (points, values, weights, largest);
    }

    private (int[] Products, DoubleDouble[] Factors, double Error) Fit(int terms)
    {
        int[] products = [.. _dropped.Skip(Terms - terms)];
        (double[][] points, double[] values, double[] weights, double largest) = Left(terms);
        double[][] columns = [.. products.Select(p => Column(_degrees[p], points))];
        double[] best = new double[terms];

        // Leaving products out is the best by least squares already, so that the first round starts from its errors.
        double[] importance = [.. values.Select((v, i) => Math.Abs(v) * weights[i])];
        Normalise(importance);
        for (int round = 0; round < (terms > Long ? RoundsOfLong : Rounds); round++)
        {
            int[] counted = [.. Enumerable.Range(0, values.Length).Where(i => importance[i] >= Unimportant)];
            if (LeastSquares.Solve(columns, values, weights, importance, counted) is not { } solution)
            {
                break;
            }
            double most = 0;
            for (int i = 0; i < values.Length; i++)
            {
                double sum = values[i];
                for (int j = 0; j < columns.Length; j++)
                {
                    sum -= solution[j] * columns[j][i];
                }
                double error = Math.Abs(sum) * weights[i];
                most = Math.Max(most, error);
                importance[i] *= error;
            }
            if (most < largest)
            {
                largest = most;
                best = solution;
            }
            Normalise(importance);
        }
        DoubleDouble[] factors = [.. products.Select((p, j) => _tensor.Coefficients[p] + best[j])];
        return (products, factors, largest);
    }

    /// <summary>Makes the mean one.</summary>
    private static void Normalise(double[] importance)
    {
        double mean = importance.Sum() / importance.Length;
        for (int i = 0; i < importance.Length && mean > 0; i++)
        {
            importance[i] /= mean;
        }
    }

    /// <summary>A product of Chebyshev polynomials at all products of points.</summary>
    private static double[] Column(int[] degrees, double[][] points)
    {
        double[] column = [1];
        for (int i = 0; i < points.Length; i++)
        {
            double[] factors = Array.ConvertAll(points[i], s => ChebyshevTensor.Polynomials(s, degrees[i] + 1)[degrees[i]]);
            column = [.. column.SelectMany(c => factors.Select(f => c * f))];
        }
        return column;
    }

    /// <summary>Where a Chebyshev polynomial is −1 or 1, the ends among them.</summary>
    private static double[] Extrema(int count)
    {
        double[] extrema = new double[count];
        for (int i = 0; i < count; i++)
        {
            extrema[i] = DoubleDoubleFunctions.CosPi(new DoubleDouble(i) / (count - 1)).Hi;
        }
        return extrema;
    }
}
