using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// A function of two or three variables as a sum of products of Chebyshev polynomials, from its values at the products of their nodes; of as many in each variable as
/// lines through the domain say are needed. Products are numbered with the last variable's degrees beside each other.
/// </summary>
internal sealed class ChebyshevTensor
{
    private const int MostOfTwo = 40, MostOfThree = 20;

    private readonly Func<double[], DoubleDouble> _function;
    private readonly (double Middle, double Reach)[] _axes;
    private readonly int[] _counts;

    private ChebyshevTensor(Func<double[], DoubleDouble> function, (double Middle, double Reach)[] axes)
    {
        _function = function;
        _axes = axes;
        _counts = new int[axes.Length];
        Coefficients = [];
    }

    /// <summary>How many degrees there are in each variable.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>The factor of each product.</summary>
    public DoubleDouble[] Coefficients { get; private set; }

    /// <param name="axes">For each variable what is 0 and how far from it 1 is.</param>
    /// <param name="tolerance">What may be left out, given a value of about the function's size.</param>
    public static ChebyshevTensor Of(Func<double[], DoubleDouble> function, (double Middle, double Reach)[] axes, Func<double, double> tolerance, CancellationToken token)
    {
        ChebyshevTensor tensor = new(function, axes);
        for (int axis = 0; axis < axes.Length; axis++)
        {
            tensor._counts[axis] = tensor.CountOf(axis, tolerance);
            token.ThrowIfCancellationRequested();
        }
        tensor.Sample(token);
        return tensor;
    }

    /// <summary>The degrees of a product.</summary>
    public int[] DegreesOf(int product)
    {
        int[] degrees = new int[_counts.Length];
        for (int i = degrees.Length - 1; i >= 0; i--)
        {
            degrees[i] = product % _counts[i];
            product /= _counts[i];
        }
        return degrees;
    }

    /// <summary>The values of a sum of products at all products of points.</summary>
    /// <param name="points">For each variable points in [−1, 1].</param>
    public double[] At(double[] coefficients, double[][] points)
    {
        double[] values = coefficients;
        int[] lengths = [.. _counts];
        for (int axis = 0; axis < points.Length; axis++)
        {
            double[][] basis = Array.ConvertAll(points[axis], s => Polynomials(s, _counts[axis]));
            values = Along(values, lengths, axis, basis, 0.0, static (sum, a, b) => sum + (a * b));
            lengths[axis] = basis.Length;
        }
        return values;
    }

    /// <summary>T₀ … at a point.</summary>
    public static double[] Polynomials(double s, int count)
    {
        double[] values = new double[Math.Max(count, 2)];
        values[0] = 1;
        values[1] = s;
        for (int k = 2; k < count; k++)
        {
            values[k] = (2 * s * values[k - 1]) - values[k - 2];
        }
        return values;
    }

    /// <summary>For each of the entries along an axis of an array the sum of them times a row.</summary>
    private static T[] Along<T>(T[] values, int[] lengths, int axis, T[][] rows, T zero, Func<T, T, T, T> add)
    {
        int step = 1;
        for (int i = axis + 1; i < lengths.Length; i++)
        {
            step *= lengths[i];
        }
        int length = lengths[axis], outer = values.Length / (length * step);
        T[] result = new T[outer * rows.Length * step];
        for (int o = 0; o < outer; o++)
        {
            for (int r = 0; r < rows.Length; r++)
            {
                for (int inner = 0; inner < step; inner++)
                {
                    T sum = zero;
                    for (int k = 0; k < length; k++)
                    {
                        sum = add(sum, rows[r][k], values[(((o * length) + k) * step) + inner]);
                    }
                    result[(((o * rows.Length) + r) * step) + inner] = sum;
                }
            }
        }
        return result;
    }

    /// <summary>One more than the degree from which on, along three lines, coefficients add up to a small part of the tolerance.</summary>
    private int CountOf(int axis, Func<double, double> tolerance)
    {
        int most = _axes.Length == 2 ? MostOfTwo : MostOfThree, needed = 2;
        DoubleDouble[][] rows = Rows(most);
        double[] nodes = Nodes(most);
        foreach (double elsewhere in new[] { -0.83, 0.05, 0.91 })
        {
            DoubleDouble[] values = new DoubleDouble[most];
            double least = double.PositiveInfinity;
            for (int i = 0; i < most; i++)
            {
                double[] s = new double[_axes.Length];
                for (int j = 0; j < s.Length; j++)
                {
                    s[j] = j == axis ? nodes[i] : j % 2 == 0 ? elsewhere : -elsewhere * 0.97;
                }
                values[i] = Value(s);
                least = Math.Min(least, Math.Abs(values[i].Hi));
            }
            DoubleDouble[] coefficients = Along(values, [most], 0, rows, DoubleDouble.Zero, static (sum, a, b) => sum + (a * b));
            double left = 0, limit = tolerance(least) * 0.03;
            int count = most;
            while (count > 1 && left + Math.Abs(coefficients[count - 1].Hi) <= limit)
            {
                left += Math.Abs(coefficients[--count].Hi);
            }
            if (count == most)
            {
                throw new ApproximationException("no polynomial of moderate degree is near it on all of the domain");
            }
            needed = Math.Max(needed, count);
        }
        return needed + 1; // a degree more than lines say: they are not all of the domain
    }

    private void Sample(CancellationToken token)
    {
        double[][] nodes = Array.ConvertAll(_counts, Nodes);
        int count = _counts.Aggregate(1, static (product, c) => product * c);
        DoubleDouble[] values = new DoubleDouble[count];
        for (int i = 0; i < count; i++)
        {
            token.ThrowIfCancellationRequested();
            int[] places = DegreesOf(i);
            double[] s = new double[places.Length];
            for (int j = 0; j < s.Length; j++)
            {
                s[j] = nodes[j][places[j]];
            }
            values[i] = Value(s);
        }
        for (int axis = 0; axis < _counts.Length; axis++)
        {
            values = Along(values, _counts, axis, Rows(_counts[axis]), DoubleDouble.Zero, static (sum, a, b) => sum + (a * b));
        }
        Coefficients = values;
    }

    private DoubleDouble Value(double[] s)
    {
        double[] x = new double[s.Length];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = _axes[i].Middle + (s[i] * _axes[i].Reach);
        }
        DoubleDouble value = _function(x);
        return value.IsFinite ? value : throw new ApproximationException("the model has no finite value at (" + string.Join(", ", x.Select(static v => v.ToString("G6", System.Globalization.CultureInfo.InvariantCulture))) + ")");
    }

    private static double[] Nodes(int count)
    {
        double[] nodes = new double[count];
        for (int i = 0; i < count; i++)
        {
            nodes[i] = DoubleDoubleFunctions.CosPi(new DoubleDouble((2 * i) + 1) / (2 * count)).Hi;
        }
        return nodes;
    }

    /// <summary>What values at the nodes are multiplied by for each coefficient.</summary>
    private static DoubleDouble[][] Rows(int count)
    {
        DoubleDouble[] cosines = new DoubleDouble[4 * count];
        for (int i = 0; i < cosines.Length; i++)
        {
            cosines[i] = DoubleDoubleFunctions.CosPi(new DoubleDouble(i) / (2 * count)) * 2 / count;
        }
        DoubleDouble[][] rows = new DoubleDouble[count][];
        for (int k = 0; k < count; k++)
        {
            rows[k] = new DoubleDouble[count];
            for (int i = 0; i < count; i++)
            {
                rows[k][i] = k == 0 ? new DoubleDouble(1) / count : cosines[k * ((2 * i) + 1) % (4 * count)];
            }
        }
        return rows;
    }
}
