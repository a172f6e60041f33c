using System;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Constants of a program that make its weighted squared errors small at samples (Levenberg 1944, Marquardt 1963), each step by an orthogonal factorisation. Numbers of
/// steps are fixed, so that every host gives the same bits.
/// </summary>
internal sealed class ConstantFit
{
    private readonly FreeProgram _program;
    private readonly int _points;
    private readonly double[][] _jacobian;
    private readonly double[][] _work;
    private readonly double[] _errors;
    private readonly double[] _trial;
    private readonly double[] _step;
    private readonly double[][] _shares;
    private readonly double[] _slopes;

    public ConstantFit(FreeProgram program, int points)
    {
        int n = program.Count;
        _program = program;
        _points = points;
        _jacobian = new double[n][];
        _work = new double[n + 1][];
        _shares = new double[n][];
        for (int k = 0; k <= n; k++)
        {
            _work[k] = new double[points + n];
            if (k < n)
            {
                _jacobian[k] = new double[points];
                _shares[k] = new double[n + 1];
            }
        }
        _errors = new double[points];
        _trial = new double[points];
        _step = new double[n];
        _slopes = new double[n];
    }

    /// <summary>Improves the constants in place; gives the largest weighted error, infinite where the program has no value.</summary>
    public double Run(double[] constants, double[] x, double[] values, double[] weights, int steps, double damping = 1e-3)
    {
        double sum = Errors(constants, x, values, weights, _errors, withSlopes: true);
        for (int step = 0; step < steps && sum > 0 && sum <= double.MaxValue; step++)
        {
            double before = sum;
            double[] next = (double[])constants.Clone();
            for (int attempt = 0; attempt < 4 && sum >= before; attempt++)
            {
                Solve(damping);
                for (int k = 0; k < next.Length; k++)
                {
                    next[k] = constants[k] - _step[k];
                }
                double after = Errors(next, x, values, weights, _trial, withSlopes: false);
                sum = after < before ? after : before;
                damping = after < before ? Math.Max(1e-14, damping * 0.1) : damping * (attempt == 0 ? 10 : 100);
            }
            if (sum >= before)
            {
                break;
            }
            Array.Copy(next, constants, next.Length);
            sum = Errors(constants, x, values, weights, _errors, withSlopes: true);
            if (before - sum < before * 1e-5 && damping < 1e-8)
            {
                break;
            }
        }
        double largest = 0;
        foreach (double error in _errors)
        {
            largest = Math.Abs(error) <= largest ? largest : Math.Abs(error); // a NaN must not get lost
        }
        return largest <= double.MaxValue ? largest : double.PositiveInfinity;
    }

    private double Errors(double[] constants, double[] x, double[] values, double[] weights, double[] errors, bool withSlopes)
    {
        double sum = 0;
        for (int i = 0; i < _points; i++)
        {
            errors[i] = (_program.Run(x[i], constants) - values[i]) * weights[i];
            sum += errors[i] * errors[i];
            if (withSlopes)
            {
                _program.Slopes(_slopes);
                for (int k = 0; k < _slopes.Length; k++)
                {
                    _jacobian[k][i] = _slopes[k] * weights[i];
                }
            }
        }
        return sum;
    }

    /// <summary>min |J·δ + e|² + λ·|D·δ|², D the lengths of J's columns, by modified Gram–Schmidt with e as the last column.</summary>
    private void Solve(double damping)
    {
        int n = _step.Length, height = _points + n;
        for (int k = 0; k <= n; k++)
        {
            Array.Clear(_work[k], _points, n);
            Array.Copy(k < n ? _jacobian[k] : _errors, _work[k], _points);
            if (k < n)
            {
                _work[k][_points + k] = Math.Sqrt(damping * Dot(_jacobian[k], _jacobian[k], _points));
            }
        }
        for (int j = 0; j < n; j++)
        {
            double square = Dot(_work[j], _work[j], height);
            for (int l = j + 1; l <= n; l++)
            {
                double share = square > 0 ? Dot(_work[j], _work[l], height) / square : 0;
                _shares[j][l] = share;
                for (int i = 0; i < height; i++)
                {
                    _work[l][i] -= share * _work[j][i];
                }
            }
        }
        for (int j = n - 1; j >= 0; j--)
        {
            double value = _shares[j][n];
            for (int l = j + 1; l < n; l++)
            {
                value -= _shares[j][l] * _step[l];
            }
            _step[j] = value;
        }
    }

    private static double Dot(double[] a, double[] b, int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
