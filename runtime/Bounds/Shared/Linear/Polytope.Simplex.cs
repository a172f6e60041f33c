using System;

namespace Proxima.Linear;

internal sealed partial class Polytope
{
    /// <summary>
    /// From the corner of the box that the objective likes best, constraint by constraint: the one violated most enters, and the active one whose multiplier
    /// would change sign first leaves. False with a Farkas ray in the multipliers when nothing may leave.
    /// </summary>
    private bool Solve(double[] objective, int offset)
    {
        int n = Dimension;
        Start(objective, offset);
        int limit = 50 + (4 * (n + Count));
        for (int step = 0; step < limit; step++)
        {
            (int entering, double excess) = MostViolated();
            if (entering == None)
            {
                break;
            }
            Combine(entering);
            int leaving = -1;
            double best = double.PositiveInfinity, pivot = 0;
            for (int k = 0; k < n; k++)
            {
                double part = _combination[k];
                if (part > Tolerance)
                {
                    double ratio = _multipliers[k] / part;
                    if (ratio < best || (ratio == best && part > pivot))
                    {
                        (best, pivot, leaving) = (ratio, part, k);
                    }
                }
            }
            if (leaving < 0)
            {
                Ray(entering);
                return false;
            }
            Exchange(leaving, entering, best, excess);
        }
        Collect();
        return true;
    }

    /// <summary>A constraint is a row, i ≥ 0, or a bound of variable j: −1 − 2j for x ≥ low, −2 − 2j for x ≤ high.</summary>
    private const int None = int.MinValue;

    private void Start(double[] objective, int offset)
    {
        int n = Dimension;
        Array.Clear(_edges.Data, 0, n * _edges.Stride);
        for (int j = 0; j < n; j++)
        {
            bool isHigh = objective[offset + j] > 0;
            _active[j] = isHigh ? -2 - (2 * j) : -1 - (2 * j);
            _edges.Data[(j * _edges.Stride) + j] = isHigh ? 1 : -1;
            _multipliers[j] = Math.Abs(objective[offset + j]);
            Point[j] = isHigh ? High[j] : Low[j];
        }
    }

    private (int Constraint, double Excess) MostViolated()
    {
        int n = Dimension, worst = None;
        double most = 0, excess = 0;
        for (int j = 0; j < n; j++)
        {
            double below = Low[j] - Point[j], above = Point[j] - High[j], allowed = Tolerance * (1 + Math.Abs(Point[j]));
            if (below > allowed && below > most)
            {
                (most, excess, worst) = (below, below, -1 - (2 * j));
            }
            if (above > allowed && above > most)
            {
                (most, excess, worst) = (above, above, -2 - (2 * j));
            }
        }
        for (int i = 0; i < Count; i++)
        {
            double value = -_limits[i];
            int row = i * n;
            for (int j = 0; j < n; j++)
            {
                value += _normals[row + j] * Point[j];
            }
            double distance = value / _lengths[i];
            if (distance > most && distance > Tolerance)
            {
                (most, excess, worst) = (distance, value, i);
            }
        }
        return (worst, excess);
    }

    /// <summary>The entering normal as a combination of the active ones.</summary>
    private void Combine(int entering)
    {
        int n = Dimension, stride = _edges.Stride;
        for (int k = 0; k < n; k++)
        {
            double part = 0;
            if (entering >= 0)
            {
                for (int j = 0; j < n; j++)
                {
                    part += _normals[(entering * n) + j] * _edges.Data[(k * stride) + j];
                }
            }
            else
            {
                int j = (-1 - entering) / 2;
                part = (-1 - entering) % 2 == 0 ? -_edges.Data[(k * stride) + j] : _edges.Data[(k * stride) + j];
            }
            _combination[k] = part;
        }
    }

    private void Exchange(int leaving, int entering, double step, double excess)
    {
        int n = Dimension, stride = _edges.Stride, from = leaving * stride;
        double pivot = _combination[leaving];
        for (int j = 0; j < n; j++)
        {
            _edges.Data[from + j] /= pivot;
            Point[j] -= excess * _edges.Data[from + j];
        }
        for (int k = 0; k < n; k++)
        {
            double part = _combination[k];
            if (k != leaving && part != 0)
            {
                for (int j = 0; j < n; j++)
                {
                    _edges.Data[(k * stride) + j] -= part * _edges.Data[from + j];
                }
                _multipliers[k] = Math.Max(0, _multipliers[k] - (step * part));
            }
        }
        _multipliers[leaving] = step;
        _active[leaving] = entering;
    }

    private void Collect()
    {
        Array.Clear(_rowMultipliers, 0, Count);
        for (int k = 0; k < Dimension; k++)
        {
            if (_active[k] >= 0)
            {
                _rowMultipliers[_active[k]] = _multipliers[k];
            }
        }
    }

    /// <summary>entering = Σ partₖ · activeₖ with parts ≤ 0: entering − Σ partₖ · activeₖ is a sum of constraints that no point satisfies.</summary>
    private void Ray(int entering)
    {
        Array.Clear(_rowMultipliers, 0, Count);
        for (int k = 0; k < Dimension; k++)
        {
            if (_active[k] >= 0)
            {
                _rowMultipliers[_active[k]] = Math.Max(0, -_combination[k]);
            }
        }
        if (entering >= 0)
        {
            _rowMultipliers[entering] = 1;
        }
    }
}
