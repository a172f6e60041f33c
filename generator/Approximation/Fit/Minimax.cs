using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// The polynomial whose largest error is smallest (Remez 1934): the error of the best one reaches its largest size at one more point than there are coefficients,
/// with alternating signs (Chebyshev 1854). Each step solves for an error that alternates at the reference, then moves the reference to where the error is largest.
/// </summary>
internal sealed class Minimax
{
    private const int StepLimit = 40;

    /// <summary>How level the error must be: a bound of 10⁻⁶ relative on what a better polynomial could gain (de la Vallée Poussin 1910).</summary>
    private const double Level = 1e-6;

    /// <summary>Level enough to tell whether a degree will do.</summary>
    private const double RoughLevel = 0.02;

    private readonly FitProblem _problem;
    private readonly List<Sample> _grid;
    private readonly double _scale;
    private readonly double _wanted;
    private readonly double _limit;

    private Minimax(FitProblem problem, int points, double wanted, double limit)
    {
        _problem = problem;
        _wanted = wanted;
        _limit = limit;
        _grid = problem.Grid(points);
        _scale = Binary.Power(Binary.Exponent(Math.Max(Math.Abs(problem.Lo), Math.Abs(problem.Hi))) + 1);
    }

    /// <summary>The best polynomial, its largest error and the points where that is reached, within a grid that includes them.</summary>
    public static MinimaxFit Run(FitProblem problem) =>
        new Minimax(problem, Math.Max(128, 20 * (problem.Powers.Count + 1)), Level, double.PositiveInfinity).Run();

    /// <summary>About the error of the best polynomial; infinite as soon as it must be above a limit.</summary>
    public static double RoughError(FitProblem problem, double limit) =>
        new Minimax(problem, 8 * (problem.Powers.Count + 1), RoughLevel, limit).Run().Error;

    private MinimaxFit Run()
    {
        int count = _problem.Powers.Count + 1;
        if (_grid.Count < count)
        {
            throw new ApproximationException("the function is zero on almost all of its domain");
        }
        Sample[] reference = [.. Enumerable.Range(0, count).Select(i => _grid[(int)((((2L * i) + 1) * _grid.Count) / (2 * count))])];
        reference[0] = _grid[0];
        reference[count - 1] = _grid[_grid.Count - 1];
        MinimaxFit? best = null;
        for (int step = 0; step < StepLimit; step++)
        {
            if (Levelled(reference) is not { } coefficients)
            {
                break;
            }
            List<(Sample Sample, double Error)> errors = Errors(reference, coefficients, out DoubleDouble[] plain);
            List<(Sample Sample, double Error)> extrema = Refined(Extrema(errors), errors, plain);
            double largest = extrema.Max(static e => Math.Abs(e.Error));
            if (best is null || largest < best.Error)
            {
                best = new(plain, largest, [.. extrema.Select(static e => e.Sample)], _grid);
            }
            double level = Math.Abs(coefficients[count - 1].Hi);
            if (level > _limit)
            {
                return best with { Error = double.PositiveInfinity }; // no polynomial errs less at the reference
            }
            if (largest - level <= _wanted * largest || extrema.Count < count)
            {
                break;
            }
            reference = [.. Alternating(extrema, count).Select(static e => e.Sample)];
        }
        return best ?? throw new ApproximationException("no polynomial of these powers can be fitted");
    }

    /// <summary>The scaled coefficients of the polynomial whose weighted error at the reference is ±e in turn, and e.</summary>
    private DoubleDouble[]? Levelled(Sample[] reference)
    {
        int n = _problem.Powers.Count;
        DoubleDouble[][] rows = new DoubleDouble[n + 1][];
        for (int i = 0; i <= n; i++)
        {
            Sample sample = reference[i];
            rows[i] = new DoubleDouble[n + 2];
            for (int j = 0; j < n; j++)
            {
                rows[i][j] = Polynomials.Power(sample.X / _scale, _problem.Powers[j]) * sample.Weight;
            }
            rows[i][n] = i % 2 == 0 ? 1 : -1;
            rows[i][n + 1] = sample.Value * sample.Weight;
        }
        return LinearSystem.Solve(rows);
    }

    private List<(Sample Sample, double Error)> Errors(Sample[] reference, DoubleDouble[] scaled, out DoubleDouble[] coefficients)
    {
        DoubleDouble[] plain = new DoubleDouble[_problem.Powers.Count];
        for (int j = 0; j < plain.Length; j++)
        {
            plain[j] = scaled[j].Scale(Binary.Power(-_problem.Powers[j] * Binary.Exponent(_scale)));
        }
        coefficients = plain;
        return [.. _grid.Concat(reference.Where(r => !_grid.Contains(r))).OrderBy(static s => s.X).Select(s => (s, Error(s, plain)))];
    }

    private double Error(Sample sample, DoubleDouble[] coefficients) => ((Polynomials.Value(_problem.Powers, coefficients, sample.X) - sample.Value) * sample.Weight).Hi;

    /// <summary>The largest error of each run of equal signs.</summary>
    private static List<int> Extrema(List<(Sample Sample, double Error)> errors)
    {
        List<int> extrema = [];
        for (int i = 0; i < errors.Count; i++)
        {
            double error = errors[i].Error;
            if (extrema.Count == 0 || (errors[extrema[extrema.Count - 1]].Error > 0) != (error > 0))
            {
                extrema.Add(i);
            }
            else if (Math.Abs(error) > Math.Abs(errors[extrema[extrema.Count - 1]].Error))
            {
                extrema[extrema.Count - 1] = i;
            }
        }
        return extrema;
    }

    /// <summary>Each extremum moved to the top of the parabola through it and its neighbours.</summary>
    private List<(Sample Sample, double Error)> Refined(List<int> extrema, List<(Sample Sample, double Error)> errors, DoubleDouble[] coefficients)
    {
        List<(Sample Sample, double Error)> refined = [];
        foreach (int i in extrema)
        {
            (Sample Sample, double Error) best = errors[i];
            if (i > 0 && i < errors.Count - 1 && Top(errors[i - 1], best, errors[i + 1]) is { } x && _problem.At(x) is { } sample)
            {
                double error = Error(sample, coefficients);
                best = Math.Abs(error) > Math.Abs(best.Error) ? (sample, error) : best;
            }
            refined.Add(best);
        }
        return refined;
    }

    private static double? Top((Sample Sample, double Error) a, (Sample Sample, double Error) b, (Sample Sample, double Error) c)
    {
        double left = b.Sample.X - a.Sample.X, right = c.Sample.X - b.Sample.X;
        double fall = (b.Error - a.Error) / left, rise = (c.Error - b.Error) / right;
        double curvature = (rise - fall) / (left + right);
        double x = b.Sample.X - (((fall * right) + (rise * left)) / (left + right) / (2 * curvature));
        return x > a.Sample.X && x < c.Sample.X ? x : null;
    }

    /// <summary>As many extrema as the reference has, in alternation: the least is left out, with a neighbour unless it is an end.</summary>
    private static List<(Sample Sample, double Error)> Alternating(List<(Sample Sample, double Error)> extrema, int count)
    {
        while (extrema.Count > count)
        {
            int last = extrema.Count - 1;
            if (extrema.Count == count + 1)
            {
                extrema.RemoveAt(Math.Abs(extrema[0].Error) < Math.Abs(extrema[last].Error) ? 0 : last);
                continue;
            }
            int least = 0;
            for (int i = 1; i < last; i++)
            {
                least = Pair(extrema, i) < Pair(extrema, least) ? i : least;
            }
            extrema.RemoveRange(least, 2);
        }
        return extrema;
    }

    private static double Pair(List<(Sample Sample, double Error)> extrema, int i) => Math.Max(Math.Abs(extrema[i].Error), Math.Abs(extrema[i + 1].Error));
}

/// <summary>A polynomial's coefficients, its largest error as far as sampling shows, where that is reached, and the samples.</summary>
internal sealed record MinimaxFit(DoubleDouble[] Coefficients, double Error, IReadOnlyList<Sample> Extrema, IReadOnlyList<Sample> Grid);
