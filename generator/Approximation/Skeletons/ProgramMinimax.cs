using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Constants of a program that make its largest error small: the errors' linear part is a linear program (<see cref="DiscreteMinimax"/>), whose solution is a step as
/// long as the constants may move; where the error does not fall, they may move less (Osborne and Watson 1969). Errors are of double-doubles.
/// </summary>
internal sealed class ProgramMinimax
{
    private const int StepLimit = 30;

    private readonly FreeProgram _program;
    private readonly Sample[] _samples;

    public ProgramMinimax(FreeProgram program, Sample[] samples)
    {
        _program = program;
        _samples = samples;
        Weights = [.. samples.Select(static s => s.Weight)];
    }

    public double[] Weights { get; }

    /// <summary>The largest error of given constants at the samples.</summary>
    public double Error(IReadOnlyList<DoubleDouble> constants)
    {
        double largest = 0;
        foreach (Sample sample in _samples)
        {
            double error = Math.Abs(((_program.RunPrecisely(sample.X, constants) - sample.Value) * sample.Weight).Hi);
            largest = error <= largest ? largest : error;
        }
        return double.IsNaN(largest) ? double.PositiveInfinity : largest;
    }

    /// <summary>Better constants, and their largest error at the samples.</summary>
    public (DoubleDouble[] Constants, double Error) Run(DoubleDouble[] constants)
    {
        int n = constants.Length;
        int[] all = [.. Enumerable.Range(0, n)];
        double reach = 0.05, error = Error(constants);
        double[][]? columns = null;
        double[] residuals = [];
        for (int step = 0; step < StepLimit && error > 0 && error <= double.MaxValue && reach > 1e-14; step++)
        {
            if (columns is null)
            {
                (columns, residuals) = Linear(constants);
            }
            double[] limits = [.. constants.Select(c => reach * Math.Max(Math.Abs(c.Hi), 1e-6))];
            DiscreteMinimax program = DiscreteMinimax.Solve(columns, Weights, limits, all, residuals);
            DoubleDouble[] next = [.. constants.Select((c, k) => c + program.Solution[k])];
            double after = Error(next);
            if (!(after < error))
            {
                reach *= 0.2;
                continue;
            }
            bool isDone = error - after < 1e-4 * error;
            constants = next;
            error = after;
            columns = null;
            reach = Math.Min(0.5, reach * 2);
            if (isDone)
            {
                break;
            }
        }
        return (constants, error);
    }

    /// <summary>What each constant changes at each sample, and what is missing there.</summary>
    public (double[][] Columns, double[] Residuals) Linear(DoubleDouble[] constants)
    {
        double[] nearest = [.. constants.Select(static c => c.Hi)], slopes = new double[constants.Length], residuals = new double[_samples.Length];
        double[][] columns = [.. constants.Select(_ => new double[_samples.Length])];
        for (int i = 0; i < _samples.Length; i++)
        {
            _program.Run(_samples[i].X, nearest);
            _program.Slopes(slopes);
            for (int k = 0; k < slopes.Length; k++)
            {
                columns[k][i] = slopes[k];
            }
            residuals[i] = (_samples[i].Value - _program.RunPrecisely(_samples[i].X, constants)).Hi;
        }
        return (columns, residuals);
    }
}
