using System;

namespace Proxima.Generator.Approximation;

/// <summary>
/// A polynomial on [−1, 1] in each variable by its coefficients in Bernstein's basis, between the least and the largest of which its values lie, and which at corners are
/// values (Cargo and Shisha 1966). Halving brings them nearer to the values with the square of the width. Doubles, with a bound of how far they are from the exact ones.
/// </summary>
internal sealed class BernsteinForm
{
    private const double Rounding = 1.1102230246251565e-16; // 2⁻⁵³

    private readonly int _variables;
    private readonly int _degree;
    private readonly double[] _coefficients;

    private BernsteinForm(int variables, int degree, double[] coefficients, double error)
    {
        _variables = variables;
        _degree = degree;
        _coefficients = coefficients;
        Error = error;
    }

    /// <summary>How far the function that is meant may be from the polynomial of the coefficients.</summary>
    public double Error { get; }

    /// <summary>Of Σ c·s₀^i·s₁^j·…, the coefficients of the last variable's powers beside each other, each power up to the degree.</summary>
    /// <param name="error">How far the function that is meant may be from that.</param>
    public static BernsteinForm Of(int variables, int degree, double[] powers, double error)
    {
        double[][] basis = Basis(degree);
        double size = 0;
        foreach (double power in powers)
        {
            size += Math.Abs(power);
        }
        double[] coefficients = (double[])powers.Clone();
        BernsteinForm form = new(variables, degree, coefficients, 0);
        for (int axis = 0; axis < variables; axis++)
        {
            double[] line = new double[degree + 1];
            form.ForEachLine(axis, (start, step) =>
            {
                for (int i = 0; i <= degree; i++)
                {
                    double sum = 0;
                    for (int k = 0; k <= degree; k++)
                    {
                        sum += basis[i][k] * coefficients[start + (k * step)];
                    }
                    line[i] = sum;
                }
                for (int i = 0; i <= degree; i++)
                {
                    coefficients[start + (i * step)] = line[i];
                }
            });
        }
        // No entry of the basis is above one, so that each variable adds at most degree + 3 roundings of all that there is; twice that leaves room for roundings of roundings.
        return new(variables, degree, coefficients, Ball.Up(error + (2 * variables * (degree + 3) * Rounding * size) + double.Epsilon));
    }

    /// <summary>Between which numbers all values are.</summary>
    public Interval Range
    {
        get
        {
            double least = double.PositiveInfinity, largest = double.NegativeInfinity;
            foreach (double coefficient in _coefficients)
            {
                if (!(coefficient >= double.MinValue && coefficient <= double.MaxValue))
                {
                    return Interval.Entire;
                }
                least = Math.Min(least, coefficient);
                largest = Math.Max(largest, coefficient);
            }
            return new Interval(least, largest) + new Interval(-Error, Error);
        }
    }

    /// <summary>The value at a corner, a bit of whose number says for each variable whether it is 1.</summary>
    public Interval AtCorner(int corner)
    {
        int place = 0;
        for (int axis = 0; axis < _variables; axis++)
        {
            place += (corner & (1 << axis)) != 0 ? _degree * Step(axis) : 0;
        }
        return _coefficients[place] + new Interval(-Error, Error);
    }

    /// <summary>The variable along which neighbouring coefficients differ most.</summary>
    public int Steepest()
    {
        int steepest = 0;
        double most = -1;
        for (int axis = 0; axis < _variables; axis++)
        {
            double difference = 0;
            ForEachLine(axis, (start, step) =>
            {
                for (int i = 0; i < _degree; i++)
                {
                    difference = Math.Max(difference, Math.Abs(_coefficients[start + ((i + 1) * step)] - _coefficients[start + (i * step)]));
                }
            });
            (steepest, most) = difference > most ? (axis, difference) : (steepest, most);
        }
        return steepest;
    }

    /// <summary>The two halves along a variable (de Casteljau 1959).</summary>
    public (BernsteinForm Low, BernsteinForm High) Halve(int axis)
    {
        double[] low = new double[_coefficients.Length], high = (double[])_coefficients.Clone();
        ForEachLine(axis, (start, step) =>
        {
            for (int round = 0; round <= _degree; round++)
            {
                low[start + (round * step)] = high[start];
                for (int i = 0; i < _degree - round; i++)
                {
                    high[start + (i * step)] = 0.5 * (high[start + (i * step)] + high[start + ((i + 1) * step)]);
                }
            }
        });
        double size = 0;
        foreach (double coefficient in _coefficients)
        {
            size = Math.Max(size, Math.Abs(coefficient));
        }
        double error = Ball.Up(Error + (2 * _degree * Rounding * size) + (_degree * double.Epsilon)); // means do not carry errors further than they are
        return (new(_variables, _degree, low, error), new(_variables, _degree, high, error));
    }

    private int Step(int axis)
    {
        int step = 1;
        for (int i = _variables - 1; i > axis; i--)
        {
            step *= _degree + 1;
        }
        return step;
    }

    private void ForEachLine(int axis, Action<int, int> action)
    {
        int step = Step(axis), length = step * (_degree + 1);
        for (int outer = 0; outer < _coefficients.Length; outer += length)
        {
            for (int inner = 0; inner < step; inner++)
            {
                action(outer + inner, step);
            }
        }
    }

    /// <summary>
    /// For the power s^k its coefficients in Bernstein's basis: number i is the mean of the products of k of the degree's arguments, i of which are 1 and the others −1
    /// (Ramshaw 1987).
    /// </summary>
    private static double[][] Basis(int degree)
    {
        double[][] binomials = new double[degree + 1][];
        for (int n = 0; n <= degree; n++)
        {
            binomials[n] = new double[degree + 1];
            binomials[n][0] = 1;
            for (int k = 1; k <= n; k++)
            {
                binomials[n][k] = binomials[n - 1][k - 1] + (k < n ? binomials[n - 1][k] : 0);
            }
        }
        double[][] basis = new double[degree + 1][];
        for (int i = 0; i <= degree; i++)
        {
            basis[i] = new double[degree + 1];
            for (int k = 0; k <= degree; k++)
            {
                double sum = 0;
                for (int j = 0; j <= k; j++)
                {
                    sum += ((k - j) % 2 == 0 ? 1 : -1) * binomials[i][j] * binomials[degree - i][k - j];
                }
                basis[i][k] = sum / binomials[degree][k];
            }
        }
        return basis;
    }
}
