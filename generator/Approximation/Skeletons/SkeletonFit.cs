using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Fits a skeleton's constants to another function on another domain: once at once, and once along a path on which domain and values go from those it was found for to
/// those that are wanted. The better of both is made minimax, rounded and proved.
/// </summary>
internal sealed class SkeletonFit
{
    private const int Points = 40, Stations = 4, StepsOnTheWay = 8, StepsAtTheEnd = 40;

    /// <summary>The damping where a fit starts near its end.</summary>
    private const double Near = 1e-9;

    /// <summary>A fiftieth above the error of real constants, there is little to search for.</summary>
    private const double LittleMore = 1.02;

    private readonly Target _target;
    private readonly FitProblem _problem;
    private readonly bool _isSingle;
    private readonly double[] _x = new double[Points];
    private readonly double[] _values = new double[Points];
    private readonly double[] _weights = new double[Points];
    private readonly double _scale;

    public SkeletonFit(Target target, double lo, double hi, Measure measure, bool isSingle)
    {
        _target = target;
        _isSingle = isSingle;
        _problem = new(target.Value, lo, hi, [0, 1], measure); // of both parities: the whole domain counts
        List<Sample> samples = _problem.Grid(Points - 1);
        for (int i = 0; i < Points; i++)
        {
            Sample sample = samples[Math.Min(i, samples.Count - 1)];
            (_x[i], _values[i], _weights[i]) = (sample.X, sample.Value.Hi, Math.Abs(sample.Weight));
            _scale = Math.Max(_scale, Math.Abs(_values[i]));
        }
    }

    /// <summary>About the error of the best polynomial of as many operations: on both sides of zero its square may save half of them.</summary>
    public double Polynomial(int operations)
    {
        int degree = _problem.Lo == -_problem.Hi ? 2 * (operations - 1) : operations;
        return Minimax.RoughError(_problem with { Powers = [.. Enumerable.Range(0, degree + 1)] }, double.PositiveInfinity);
    }

    /// <summary>The best constants found, and their largest error at few points.</summary>
    public (double[] Constants, double Error) Quick(Skeleton skeleton)
    {
        FreeProgram program = new(skeleton.Steps);
        ConstantFit fit = new(program, Points);
        double[] direct = program.Start, gradual = program.Start;
        double[] fromX = new double[Points], from = new double[Points], x = new double[Points], values = new double[Points], weights = new double[Points];
        for (int i = 0; i < Points; i++)
        {
            fromX[i] = skeleton.Lo + ((skeleton.Hi - skeleton.Lo) * ((_x[i] - _x[0]) / (_x[Points - 1] - _x[0])));
            from[i] = program.Run(fromX[i], gradual);
        }
        for (int station = 1; station < Stations; station++)
        {
            double share = station / (double)Stations;
            for (int i = 0; i < Points; i++)
            {
                x[i] = fromX[i] + (share * (_x[i] - fromX[i]));
                values[i] = from[i] + (share * (_values[i] - from[i]));
                weights[i] = _problem.Measure == Measure.Absolute ? 1 : 1 / Math.Max(Math.Abs(values[i]), 1e-3 * _scale);
            }
            fit.Run(gradual, x, values, weights, StepsOnTheWay, Near);
        }
        double onPath = fit.Run(gradual, _x, _values, _weights, StepsAtTheEnd, Near);
        double atOnce = fit.Run(direct, _x, _values, _weights, StepsAtTheEnd);
        return onPath <= atOnce ? (gradual, onPath) : (direct, atOnce);
    }

    /// <summary>From where a quick fit ended: the program with the smallest largest error, its constants numbers of the format, and that error as samples show it.</summary>
    public (Kernel Kernel, double Error) Rounded(Skeleton skeleton, double[] constants, double limit)
    {
        FreeProgram program = new(skeleton.Steps);
        Sample[] samples = [.. _problem.Grid(16 * (constants.Length + 2))];
        ProgramMinimax minimax = new(program, samples);
        (DoubleDouble[] best, double error) = minimax.Run([.. constants.Select(static c => (DoubleDouble)c)]);
        if (error > limit)
        {
            return (program.With([.. best.Select(static c => c.Hi)], _isSingle), error);
        }
        (double[][] columns, double[] residuals) = minimax.Linear(best);
        double least = double.PositiveInfinity;
        Kernel? kernel = null;
        foreach (double[] candidate in BeamRounding.Of(best, columns, minimax.Weights, residuals, _isSingle))
        {
            double rounded = minimax.Error([.. candidate.Select(static c => (DoubleDouble)c)]);
            if (rounded < least)
            {
                (least, kernel) = (rounded, program.With(candidate, _isSingle));
            }
            if (least <= LittleMore * error)
            {
                break;
            }
        }
        return (kernel ?? program.With([.. best.Select(c => Formats.Round(c, _isSingle))], _isSingle), least);
    }

    public ErrorBound Prove(Kernel kernel, double expected, CancellationToken token)
    {
        bool hasZero = _problem.Measure != Measure.Absolute && _problem.Lo <= 0 && _problem.Hi >= 0 && _target.Value(0).IsZero;
        ProofOptions options = new(_problem.Measure) { Expected = expected, Zeros = hasZero ? [0] : [] };
        return ErrorProof.Run(_target, kernel, new(_problem.Lo, _problem.Hi), options, token);
    }
}
