using System;

namespace NumericTests.Nist;

/// <summary>
/// The linear least-squares problems min |J·p + r|² + λ·|D·p|² of one iteration, for many λ: J is reduced to a triangle once by Householder reflections
/// (Golub 1965), each λ then rotates its diagonal into a copy of that triangle. Columns are equilibrated first: what they measure differs by up to 1e20.
/// </summary>
internal sealed class DampedSystem
{
    private readonly int _n;
    private readonly double[] _triangle, _right, _units;

    public DampedSystem(double[] jacobian, double[] residuals, int rows, int columns)
    {
        _n = columns;
        _units = new double[columns];
        double[] a = [.. jacobian], b = [.. residuals];
        for (int column = 0; column < columns; column++)
        {
            double norm = 0;
            for (int row = 0; row < rows; row++)
            {
                norm = double.Hypot(norm, a[(row * columns) + column]);
            }
            _units[column] = norm > 0 ? 1 / norm : 1;
            for (int row = 0; row < rows; row++)
            {
                a[(row * columns) + column] *= _units[column];
            }
        }
        for (int column = 0; column < columns; column++)
        {
            Reflect(a, b, rows, columns, column);
        }
        _triangle = a[..(columns * columns)];
        _right = b[..columns];
    }

    /// <summary>The step within the radius, in units of <paramref name="scale"/>; returns the damping that made it so.</summary>
    public double Step(double[] scale, double radius, double[] step)
    {
        double[] units = new double[_n];
        for (int i = 0; i < _n; i++)
        {
            units[i] = scale[i] * _units[i];
        }
        double[] triangle = new double[_n * _n], scaled = new double[_n];
        double low = 0, high = double.PositiveInfinity, damping = 0;
        for (int attempt = 0; attempt < 60; attempt++)
        {
            Solve(damping, units, triangle, scaled);
            double length = Length(units, scaled);
            bool isInside = length <= 1.1 * radius;
            if (isInside && (damping == 0 || length >= 0.9 * radius))
            {
                break;
            }
            (low, high) = isInside ? (low, damping) : (damping, high);
            double slope = Slope(units, triangle, scaled, length);
            double next = damping + ((length - radius) / radius * (length * length / slope));
            // Newton's method from outside is monotone; what leaves the bracket is replaced by its geometric mean.
            damping = next > low && next < high ? next : double.IsFinite(high) ? Math.Sqrt(Math.Max(low, 1e-3 * high) * high) : Math.Max(10 * low, 1e-12);
        }
        for (int i = 0; i < _n; i++)
        {
            step[i] = scaled[i] * _units[i];
        }
        return damping;
    }

    /// <summary>By how much the linear model's sum of squares falls, less twice the damping term: |r|² − |r + J·p|² = −2·rᵀJp − |Jp|².</summary>
    public double Reduction(double[] step)
    {
        double reduction = 0;
        for (int row = 0; row < _n; row++)
        {
            double product = 0;
            for (int column = row; column < _n; column++)
            {
                product += _triangle[(row * _n) + column] * (step[column] / _units[column]);
            }
            reduction -= product * ((2 * _right[row]) + product);
        }
        return reduction;
    }

    private static void Reflect(double[] a, double[] b, int rows, int columns, int column)
    {
        double norm = 0;
        for (int row = column; row < rows; row++)
        {
            norm = double.Hypot(norm, a[(row * columns) + column]);
        }
        if (norm == 0)
        {
            return;
        }
        double head = a[(column * columns) + column];
        double alpha = head > 0 ? -norm : norm;
        double[] v = new double[rows];
        v[column] = head - alpha;
        for (int row = column + 1; row < rows; row++)
        {
            v[row] = a[(row * columns) + column];
        }
        double beta = 1 / (norm * (norm + Math.Abs(head)));
        for (int target = column; target <= columns; target++)
        {
            double dot = 0;
            for (int row = column; row < rows; row++)
            {
                dot += v[row] * (target < columns ? a[(row * columns) + target] : b[row]);
            }
            for (int row = column; row < rows; row++)
            {
                if (target < columns)
                {
                    a[(row * columns) + target] -= beta * dot * v[row];
                }
                else
                {
                    b[row] -= beta * dot * v[row];
                }
            }
        }
    }

    /// <summary>Rotates √λ·D into the triangle (Givens) and substitutes backwards; a column without any weight does not move.</summary>
    private void Solve(double damping, double[] units, double[] triangle, double[] solution)
    {
        _triangle.CopyTo(triangle, 0);
        double[] right = [.. _right];
        double root = Math.Sqrt(damping);
        double[] extra = new double[_n];
        for (int i = 0; i < _n && damping > 0; i++)
        {
            Array.Clear(extra);
            extra[i] = root * units[i];
            double extraRight = 0;
            for (int k = i; k < _n; k++)
            {
                double diagonal = triangle[(k * _n) + k], length = double.Hypot(diagonal, extra[k]);
                if (extra[k] == 0)
                {
                    continue;
                }
                (double c, double s) = (diagonal / length, extra[k] / length);
                for (int column = k; column < _n; column++)
                {
                    double upper = triangle[(k * _n) + column];
                    triangle[(k * _n) + column] = (c * upper) + (s * extra[column]);
                    extra[column] = (c * extra[column]) - (s * upper);
                }
                (right[k], extraRight) = ((c * right[k]) + (s * extraRight), (c * extraRight) - (s * right[k]));
            }
        }
        for (int row = _n - 1; row >= 0; row--)
        {
            double sum = -right[row];
            for (int column = row + 1; column < _n; column++)
            {
                sum -= triangle[(row * _n) + column] * solution[column];
            }
            double diagonal = triangle[(row * _n) + row];
            solution[row] = Math.Abs(diagonal) > 1e-300 ? sum / diagonal : 0;
        }
    }

    private double Length(double[] units, double[] solution)
    {
        double length = 0;
        for (int i = 0; i < _n; i++)
        {
            length = double.Hypot(length, units[i] * solution[i]);
        }
        return length;
    }

    /// <summary>|R⁻ᵀ·D²·p|²: minus half the derivative of |D·p|² with respect to λ (Moré 1978, section 5).</summary>
    private double Slope(double[] units, double[] triangle, double[] solution, double length)
    {
        double[] z = new double[_n];
        double sum = 0;
        for (int row = 0; row < _n; row++)
        {
            double value = units[row] * units[row] * solution[row];
            for (int k = 0; k < row; k++)
            {
                value -= triangle[(k * _n) + row] * z[k];
            }
            double diagonal = triangle[(row * _n) + row];
            z[row] = diagonal == 0 ? 0 : value / diagonal;
            sum += z[row] * z[row];
        }
        return sum > 0 ? sum : length * length;
    }
}
