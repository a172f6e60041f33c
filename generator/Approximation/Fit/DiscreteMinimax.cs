using System;

namespace Proxima.Generator.Approximation;

/// <summary>
/// min over δ of max |wᵢ·(rᵢ − Σ φᵢⱼ·δⱼ)| on a finite set of points, each |δⱼ| at most its limit: a linear program, solved on the dual by exchanging one point at a time
/// (Stiefel 1959), so that no Haar condition is needed: when some coefficients are given, the powers that are left rarely have one.
/// </summary>
internal sealed class DiscreteMinimax
{
    private const int StepLimit = 200;

    private readonly double[][] _columns;
    private readonly double[] _weights;
    private readonly double[] _limits;

    /// <summary>A row of the basis: a point and the sign of its error, or below zero the limit of variable −1 − Point.</summary>
    private readonly int[] _points;
    private readonly double[] _signs;
    private readonly double[] _multipliers;
    private readonly double[][] _inverse;
    private readonly int[] _free;
    private readonly double[] _direction;

    /// <param name="columns">φⱼ at all points, for every variable.</param>
    /// <param name="free">The variables that are not given.</param>
    private DiscreteMinimax(double[][] columns, double[] weights, double[] limits, int[] free)
    {
        _columns = columns;
        _weights = weights;
        _limits = limits;
        _free = free;
        int size = free.Length + 1;
        _points = new int[size];
        _signs = new double[size];
        _multipliers = new double[size];
        _inverse = new double[size][];
        _direction = new double[size];
        Solution = new double[size];
        for (int i = 0; i < size; i++)
        {
            _inverse[i] = new double[size];
        }
    }

    /// <summary>δ of the free variables in order, and last the error.</summary>
    public double[] Solution { get; }

    /// <summary>Of a solved program: its largest error.</summary>
    public double Error => Solution[_free.Length];

    /// <summary>Solves with residuals <paramref name="residuals"/>, from the corner where one point has all the weight.</summary>
    public static DiscreteMinimax Solve(double[][] columns, double[] weights, double[] limits, int[] free, double[] residuals)
    {
        DiscreteMinimax program = new(columns, weights, limits, free);
        program.Start();
        program.Improve(residuals);
        return program;
    }

    /// <summary>The program in which one more variable is given: the residuals are those after it took its value, <paramref name="step"/> above the best one.</summary>
    public DiscreteMinimax Without(int index, double step, double[] residuals)
    {
        int[] free = new int[_free.Length - 1];
        for (int i = 0; i < free.Length; i++)
        {
            free[i] = _free[i < index ? i : i + 1];
        }
        DiscreteMinimax program = new(_columns, _weights, _limits, free);
        if (!program.Inherit(this, index, step))
        {
            program.Start();
        }
        program.Improve(residuals);
        return program;
    }

    /// <summary>One equation less: along its column of the inverse the others still hold; the first multiplier that reaches zero leaves.</summary>
    private bool Inherit(DiscreteMinimax parent, int index, double step)
    {
        int leaving = -1;
        double least = double.PositiveInfinity;
        for (int i = 0; i < parent._points.Length; i++)
        {
            double slope = step > 0 ? parent._inverse[i][index] : -parent._inverse[i][index];
            if (slope > 0 && parent._multipliers[i] / slope < least)
            {
                least = parent._multipliers[i] / slope;
                leaving = i;
            }
        }
        if (leaving < 0)
        {
            return false;
        }
        for (int i = 0, next = 0; i < parent._points.Length; i++)
        {
            if (i == leaving)
            {
                continue;
            }
            if (parent._points[i] == -1 - parent._free[index])
            {
                return false; // the limit of a variable that is given now
            }
            _points[next] = parent._points[i];
            _signs[next] = parent._signs[i];
            next++;
        }
        return Invert();
    }

    private void Start()
    {
        int last = _free.Length;
        int point = _weights.Length / 2;
        _points[last] = point;
        _signs[last] = 1;
        for (int j = 0; j < last; j++)
        {
            _points[j] = -1 - _free[j];
            _signs[j] = _columns[_free[j]][point] * _weights[point] > 0 ? -1 : 1;
        }
        Invert();
    }

    private double Entry(int point, double sign, int row)
    {
        if (row == _free.Length)
        {
            return point < 0 ? 0 : 1;
        }
        return point < 0 ? (_free[row] == -1 - point ? sign : 0) : sign * _weights[point] * _columns[_free[row]][point];
    }

    private double Bound(int point, double sign, double[] residuals) => point < 0 ? -_limits[-1 - point] : sign * _weights[point] * residuals[point];

    /// <summary>The inverse of the matrix whose columns are the basis, and the multipliers, its last column; false where it is singular or a multiplier is negative.</summary>
    private bool Invert()
    {
        int n = _points.Length;
        double[][] work = new double[n][];
        for (int i = 0; i < n; i++)
        {
            work[i] = new double[2 * n];
            for (int j = 0; j < n; j++)
            {
                work[i][j] = Entry(_points[j], _signs[j], i);
            }
            work[i][n + i] = 1;
        }
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                pivot = Math.Abs(work[i][k]) > Math.Abs(work[pivot][k]) ? i : pivot;
            }
            (work[k], work[pivot]) = (work[pivot], work[k]);
            double scale = 1 / work[k][k];
            if (double.IsInfinity(scale) || double.IsNaN(scale))
            {
                return false;
            }
            for (int j = k; j < 2 * n; j++)
            {
                work[k][j] *= scale;
            }
            for (int i = 0; i < n; i++)
            {
                double factor = work[i][k];
                for (int j = k; i != k && factor != 0 && j < 2 * n; j++)
                {
                    work[i][j] -= factor * work[k][j];
                }
            }
        }
        for (int i = 0; i < n; i++)
        {
            Array.Copy(work[i], n, _inverse[i], 0, n);
            _multipliers[i] = work[i][(2 * n) - 1];
            if (_multipliers[i] < -1e-9)
            {
                return false;
            }
        }
        return true;
    }

    private void Improve(double[] residuals)
    {
        int n = _points.Length;
        for (int step = 0; step < StepLimit; step++)
        {
            Price(residuals);
            if (!Violated(residuals, out int point, out double sign))
            {
                return;
            }
            for (int i = 0; i < n; i++)
            {
                double sum = 0;
                for (int j = 0; j < n; j++)
                {
                    sum += _inverse[i][j] * Entry(point, sign, j);
                }
                _direction[i] = sum;
            }
            int leaving = -1;
            double least = double.PositiveInfinity;
            for (int i = 0; i < n; i++)
            {
                // Of equal ratios the largest pivot, for the sake of rounding.
                if (_direction[i] > 1e-13 && (_multipliers[i] / _direction[i] < least || (_multipliers[i] / _direction[i] == least && _direction[i] > _direction[leaving])))
                {
                    least = _multipliers[i] / _direction[i];
                    leaving = i;
                }
            }
            if (leaving < 0)
            {
                return; // not for numbers without rounding: the limits bound the program
            }
            Exchange(leaving, point, sign, Math.Max(0, least));
        }
    }

    private void Price(double[] residuals)
    {
        int n = _points.Length;
        for (int j = 0; j < n; j++)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                sum += _inverse[i][j] * Bound(_points[i], _signs[i], residuals);
            }
            Solution[j] = sum;
        }
    }

    /// <summary>The point with the largest error, or a limit that is passed; false where there is neither.</summary>
    private bool Violated(double[] residuals, out int point, out double sign)
    {
        double largest = Error + (Math.Abs(Error) * 1e-9);
        point = -1;
        sign = 0;
        bool isFound = false;
        for (int i = 0; i < residuals.Length; i++)
        {
            double rest = residuals[i];
            for (int j = 0; j < _free.Length; j++)
            {
                rest -= _columns[_free[j]][i] * Solution[j];
            }
            rest *= _weights[i];
            if (Math.Abs(rest) > largest)
            {
                largest = Math.Abs(rest);
                point = i;
                sign = rest > 0 ? 1 : -1;
                isFound = true;
            }
        }
        for (int j = 0; j < _free.Length && !isFound; j++)
        {
            if (Math.Abs(Solution[j]) > _limits[_free[j]] * 1.0001)
            {
                point = -1 - _free[j];
                sign = Solution[j] > 0 ? -1 : 1;
                isFound = true;
            }
        }
        return isFound;
    }

    private void Exchange(int leaving, int point, double sign, double length)
    {
        int n = _points.Length;
        for (int i = 0; i < n; i++)
        {
            _multipliers[i] -= length * _direction[i];
        }
        _multipliers[leaving] = length;
        double[] row = _inverse[leaving];
        for (int j = 0; j < n; j++)
        {
            row[j] /= _direction[leaving];
        }
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; i != leaving && j < n; j++)
            {
                _inverse[i][j] -= _direction[i] * row[j];
            }
        }
        _points[leaving] = point;
        _signs[leaving] = sign;
    }
}
