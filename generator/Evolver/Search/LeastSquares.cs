using System;
using System.Runtime.Intrinsics;

namespace Proxima.Evolver.Search;

/// <summary>
/// The constants of a program that make Σ (weighted error)² small on the nodes: Levenberg 1944, Marquardt 1963, along curves (Transtrum and Sethna 2012), each step by an
/// orthogonal factorisation of the damped Jacobian, because normal equations lose half of the digits. Where errors are near the rounding of doubles they come from double-doubles, and the constants get a second part.
/// </summary>
internal sealed unsafe class LeastSquares : IDisposable
{
    /// <summary>Below it, times the largest value, errors in doubles are their own rounding: 2⁻⁵³ · 2¹².</summary>
    private const double Coarse = 4.5e-13;

    /// <summary>Below it, steps bend and damping is looked for over a wide range: directions in which errors change little are what is left.</summary>
    private const double Fine = 1e-4;

    /// <summary>Where, as a share of a step, the errors tell how they bend; and the longest bend, as a share of the step, that is believed.</summary>
    private const double Share = 0.1, LongestBend = 0.75;

    /// <summary>A step that wins less, as a share, is the last one.</summary>
    private const double Progress = 1e-4;

    /// <summary>As long as the damping is above it, directions in which the errors change little are not tried: no progress says nothing.</summary>
    private const double Narrow = 1e-8;

    private readonly Tape _tape = new();
    private readonly Factors _factors = new();
    private readonly Rows _errors = new(2, Nodes.Count);
    private readonly double[] _step = new double[Genome.MostConstants];
    private readonly double[] _straight = new double[Genome.MostConstants];
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
            bool isFine = sum < Nodes.Count * Fine * Fine;
            int attempts = isFine ? 12 : 4;
            damping = isFine ? Math.Max(1e-32, damping * 1e-6) : damping;
            for (int attempt = 0; attempt < attempts && !isBetter; attempt++)
            {
                _factors.Factorise(_tape, n, _norms, damping);
                Buffer.MemoryCopy(_errors[0], _factors.Right, Nodes.Count * sizeof(double), Nodes.Count * sizeof(double));
                _factors.Solve(_step);
                if (isFine)
                {
                    Bend(genome, nodes, n);
                }
                for (int k = 0; k < n; k++)
                {
                    Move(genome, k, _step[k]);
                }
                double after = Errors(genome, nodes, toSecond: true);
                isBetter = after < before;
                if (isBetter)
                {
                    sum = after;
                    damping = Math.Max(1e-32, damping * 0.1);
                    new Span<double>(_errors[1], Nodes.Count).CopyTo(new Span<double>(_errors[0], Nodes.Count));
                }
                else
                {
                    damping *= !isFine && attempt == 0 ? 10 : 100;
                    _saved.AsSpan(0, n).CopyTo(genome.Constants);
                    _savedRests.AsSpan(0, n).CopyTo(genome.Rests);
                }
            }
            if (!isBetter || (!isFine && before - sum < before * Progress && damping < Narrow))
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
        _factors.Dispose();
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
        return Factors.Sum(sum);
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
            _norms[k] = Math.Sqrt(Factors.Sum(sum));
        }
    }

    /// <summary>
    /// The step along a curve: the errors a tenth of the step further tell how they bend in its direction, and half of the step that undoes the bend is added, unless that is
    /// nearly as long as the step itself. In the narrow valleys of programs with divisions a straight step goes nowhere.
    /// </summary>
    private void Bend(Genome genome, Nodes nodes, int n)
    {
        _step.AsSpan(0, n).CopyTo(_straight);
        for (int k = 0; k < n; k++)
        {
            Move(genome, k, Share * _step[k]);
        }
        Errors(genome, nodes, toSecond: true);
        _saved.AsSpan(0, n).CopyTo(genome.Constants);
        _savedRests.AsSpan(0, n).CopyTo(genome.Rests);
        double* bend = _factors.Right, before = _errors[0], after = _errors[1];
        for (int i = 0; i < Nodes.Count; i += 8)
        {
            Vector512<double> change = Vector512<double>.Zero;
            for (int k = 0; k < n; k++)
            {
                change = Vector512.FusedMultiplyAdd(Vector512.LoadAligned(_tape.Column(k) + i), Vector512.Create(_straight[k]), change);
            }
            Vector512<double> slope = (Vector512.LoadAligned(after + i) - Vector512.LoadAligned(before + i)) * Vector512.Create(1 / Share);
            ((slope + change) * Vector512.Create(2 / Share)).StoreAligned(bend + i);
        }
        _factors.Solve(_step);
        double straight = 0, bent = 0;
        for (int k = 0; k < n; k++)
        {
            straight += _norms[k] * _norms[k] * _straight[k] * _straight[k];
            bent += _norms[k] * _norms[k] * _step[k] * _step[k];
        }
        double half = bent < LongestBend * LongestBend * straight ? 0.5 : 0;
        for (int k = 0; k < n; k++)
        {
            _step[k] = _straight[k] + (half * _step[k]);
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
}
