using System;
using System.Runtime.Intrinsics;

namespace Proxima.Evolver.Search;

/// <summary>
/// The constants of a program that make Σ (weighted error)² small on the nodes: Levenberg 1944, Marquardt 1963, each step by an orthogonal factorisation of the damped
/// Jacobian (modified Gram–Schmidt, with the errors as its last column), because normal equations lose half of the digits. Where errors are near the
/// rounding of doubles they come from double-doubles, and the constants get a second part.
/// </summary>
internal sealed unsafe class LeastSquares : IDisposable
{
    /// <summary>Rows of the factorised matrix: the nodes, then one for the damping of each constant.</summary>
    private const int Height = Nodes.Count + Genome.MostConstants;

    /// <summary>Below it, times the largest value, errors in doubles are their own rounding: 2⁻⁵³ · 2¹².</summary>
    private const double Coarse = 4.5e-13;

    /// <summary>A step that wins less, as a share, is the last one.</summary>
    private const double Progress = 1e-4;

    /// <summary>As long as the damping is above it, directions in which the errors change little are not tried: no progress says nothing.</summary>
    private const double Narrow = 1e-8;

    private readonly Tape _tape = new();
    private readonly Rows _work = new(Genome.MostConstants + 1, Height);
    private readonly Rows _errors = new(2, Nodes.Count);
    private readonly double[] _triangle = new double[Genome.MostConstants * (Genome.MostConstants + 1)];
    private readonly double[] _step = new double[Genome.MostConstants];
    private readonly double[] _norms = new double[Genome.MostConstants];
    private readonly double[] _saved = new double[Genome.MostConstants];
    private readonly double[] _savedRests = new double[Genome.MostConstants];
    private bool _isPrecise;

    /// <summary>Changes a program's constants by up to a number of steps; gives the largest error on the nodes, infinite where there is none.</summary>
    /// <param name="unit">Half a unit in the last place of 1 in the format that the program will run in, or 0: each operation's rounding then counts.</param>
    public double Run(Genome genome, Nodes nodes, int steps, double unit = 0, double damping = 1e-3)
    {
        int n = genome.ConstantCount;
        _tape.Prepare(genome, nodes);
        genome.Rests.AsSpan(0, n).Clear();
        _isPrecise = false;
        double sum = Errors(genome, nodes);
        for (int step = 0; step < steps && n > 0 && double.IsFinite(sum); step++)
        {
            if (!_isPrecise && sum < Nodes.Count * Coarse * Coarse)
            {
                _isPrecise = true;
                sum = Errors(genome, nodes);
            }
            _tape.RunBackwards(genome, nodes.Weights);
            genome.Constants.AsSpan(0, n).CopyTo(_saved);
            genome.Rests.AsSpan(0, n).CopyTo(_savedRests);
            Norms(n);
            double before = sum;
            bool isBetter = false;
            for (int attempt = 0; attempt < 4 && !isBetter; attempt++)
            {
                Solve(n, damping);
                for (int k = 0; k < n; k++)
                {
                    Move(genome, k, _step[k]);
                }
                double after = Errors(genome, nodes, toSecond: true);
                isBetter = after < before;
                if (isBetter)
                {
                    sum = after;
                    damping = Math.Max(1e-15, damping * 0.1);
                    new Span<double>(_errors[1], Nodes.Count).CopyTo(new Span<double>(_errors[0], Nodes.Count));
                }
                else
                {
                    damping = attempt == 0 ? damping * 10 : damping * 100;
                    _saved.AsSpan(0, n).CopyTo(genome.Constants);
                    _savedRests.AsSpan(0, n).CopyTo(genome.Rests);
                }
            }
            if (!isBetter || (before - sum < before * Progress && damping < Narrow))
            {
                break;
            }
        }
        return double.IsFinite(sum) ? Largest(genome, nodes, unit, isRun: false) : double.PositiveInfinity;
    }

    /// <summary>The largest error of a program as it is, on any nodes.</summary>
    public double Largest(Genome genome, Nodes nodes, double unit)
    {
        _tape.Prepare(genome, nodes);
        double sum = Errors(genome, nodes);
        if (!double.IsFinite(sum))
        {
            return double.PositiveInfinity;
        }
        if (sum < Nodes.Count * Coarse * Coarse)
        {
            _isPrecise = true;
            Errors(genome, nodes);
        }
        return Largest(genome, nodes, unit, isRun: true);
    }

    public void Dispose()
    {
        _tape.Dispose();
        _work.Dispose();
        _errors.Dispose();
    }

    private double Largest(Genome genome, Nodes nodes, double unit, bool isRun)
    {
        double* errors = _errors[0];
        double* roundings = _errors[1];
        new Span<double>(roundings, Nodes.Count).Clear();
        if (unit > 0)
        {
            if (!isRun)
            {
                _tape.Run(genome); // the last attempt may have been worse
            }
            _tape.RunBackwards(genome, nodes.Weights);
            _tape.Roundings(genome, unit, roundings);
        }
        Vector512<double> largest = Vector512<double>.Zero;
        for (int i = 0; i < Nodes.Count; i += 8)
        {
            largest = Vector512.Max(largest, Vector512.Abs(Vector512.LoadAligned(errors + i)) + Vector512.LoadAligned(roundings + i));
        }
        double result = 0;
        for (int i = 0; i < 8; i++)
        {
            result = Math.Max(result, largest.GetElement(i));
        }
        return double.IsFinite(result) ? result : double.PositiveInfinity;
    }

    /// <summary>Weighted errors, and the sum of their squares.</summary>
    private double Errors(Genome genome, Nodes nodes, bool toSecond = false)
    {
        double* errors = _errors[toSecond ? 1 : 0];
        double* rests = null;
        double* values = _isPrecise ? _tape.RunPrecisely(genome, out rests) : _tape.Run(genome);
        Vector512<double> sum = Vector512<double>.Zero;
        for (int i = 0; i < Nodes.Count; i += 8)
        {
            // Doubles that are near each other subtract exactly.
            Vector512<double> error = Vector512.LoadAligned(values + i) - Vector512.LoadAligned(nodes.Values + i);
            if (_isPrecise)
            {
                error += Vector512.LoadAligned(rests + i) - Vector512.LoadAligned(nodes.Rests + i);
            }
            error *= Vector512.LoadAligned(nodes.Weights + i);
            error.StoreAligned(errors + i);
            sum = Vector512.FusedMultiplyAdd(error, error, sum);
        }
        return Sum(sum);
    }

    private void Norms(int n)
    {
        for (int k = 0; k < n; k++)
        {
            double* column = _tape.Column(k);
            Vector512<double> sum = Vector512<double>.Zero;
            for (int i = 0; i < Nodes.Count; i += 8)
            {
                Vector512<double> d = Vector512.LoadAligned(column + i);
                sum = Vector512.FusedMultiplyAdd(d, d, sum);
            }
            _norms[k] = Math.Sqrt(Sum(sum));
        }
    }

    /// <summary>min |J·δ + e|² + λ·|D·δ|², D the lengths of J's columns.</summary>
    private void Solve(int n, double damping)
    {
        int height = Nodes.Count + ((n + 7) & ~7);
        double root = Math.Sqrt(damping);
        for (int k = 0; k < n; k++)
        {
            double* to = _work[k];
            Buffer.MemoryCopy(_tape.Column(k), to, Nodes.Count * sizeof(double), Nodes.Count * sizeof(double));
            new Span<double>(to + Nodes.Count, height - Nodes.Count).Clear();
            to[Nodes.Count + k] = root * _norms[k];
        }
        Buffer.MemoryCopy(_errors[0], _work[n], Nodes.Count * sizeof(double), Nodes.Count * sizeof(double));
        new Span<double>(_work[n] + Nodes.Count, height - Nodes.Count).Clear();
        int width = Genome.MostConstants + 1;
        for (int j = 0; j < n; j++)
        {
            double* pivot = _work[j];
            Vector512<double> sum = Vector512<double>.Zero;
            for (int i = 0; i < height; i += 8)
            {
                Vector512<double> v = Vector512.LoadAligned(pivot + i);
                sum = Vector512.FusedMultiplyAdd(v, v, sum);
            }
            double square = Sum(sum);
            _triangle[(j * width) + j] = square;
            double inverse = square > 0 ? 1 / square : 0;
            for (int l = j + 1; l <= n; l++)
            {
                double* other = _work[l];
                Vector512<double> dot = Vector512<double>.Zero;
                for (int i = 0; i < height; i += 8)
                {
                    dot = Vector512.FusedMultiplyAdd(Vector512.LoadAligned(pivot + i), Vector512.LoadAligned(other + i), dot);
                }
                double share = Sum(dot) * inverse;
                _triangle[(j * width) + l] = share;
                Vector512<double> minus = Vector512.Create(-share);
                for (int i = 0; i < height; i += 8)
                {
                    Vector512.FusedMultiplyAdd(minus, Vector512.LoadAligned(pivot + i), Vector512.LoadAligned(other + i)).StoreAligned(other + i);
                }
            }
        }
        for (int j = n - 1; j >= 0; j--)
        {
            double value = _triangle[(j * width) + n];
            for (int l = j + 1; l < n; l++)
            {
                value -= _triangle[(j * width) + l] * _step[l];
            }
            _step[j] = value;
        }
    }

    private void Move(Genome genome, int k, double step)
    {
        double value = genome.Constants[k], moved = value - step;
        if (!_isPrecise)
        {
            genome.Constants[k] = moved;
            return;
        }
        double part = moved - value, rest = (value - (moved - part)) + (-step - part) + genome.Rests[k];
        genome.Constants[k] = moved + rest;
        genome.Rests[k] = rest - (genome.Constants[k] - moved);
    }

    /// <summary>In one order on every host.</summary>
    private static double Sum(Vector512<double> values)
    {
        Vector256<double> halves = values.GetLower() + values.GetUpper();
        Vector128<double> quarters = halves.GetLower() + halves.GetUpper();
        return quarters.GetElement(0) + quarters.GetElement(1);
    }
}
