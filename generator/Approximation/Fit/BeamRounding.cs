using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Coefficients that are floats or doubles, near the best there are: one coefficient after another takes one of the values next to its best, the others are fitted
/// again, and the partial roundings with the smallest errors are kept. Everything is relative to the best polynomial with real coefficients, so that doubles suffice
/// however small the errors are.
/// </summary>
internal sealed class BeamRounding
{
    /// <summary>How many partial roundings are kept where one polynomial is all there is.</summary>
    public const int Wide = 12;

    private const int Choices = 4;

    private readonly FitProblem _problem;
    private readonly MinimaxFit _real;
    private readonly bool _isSingle;
    private readonly int _width;
    private readonly double[][] _columns;
    private readonly double[] _weights;
    private readonly double[] _residuals;
    private readonly double[] _limits;

    private BeamRounding(FitProblem problem, MinimaxFit real, bool isSingle, int width)
    {
        _width = width;
        _problem = problem;
        _real = real;
        _isSingle = isSingle;
        Sample[] samples = [.. real.Grid.Concat(real.Extrema)];
        _weights = [.. samples.Select(static s => s.Weight)];
        _residuals = [.. samples.Select(s => (s.Value - Polynomials.Value(problem.Powers, real.Coefficients, s.X)).Hi)];
        _columns = [.. problem.Powers.Select(power => samples.Select(s => Polynomials.Power(s.X, power).Hi).ToArray())];
        double[] reach = [.. Enumerable.Range(0, _columns.Length).Select(Reach)];
        double coarsest = Enumerable.Range(0, reach.Length).Max(j => reach[j] * Formats.Unit(real.Coefficients[j].Hi, isSingle));
        // A last coefficient may move far from its best to make good what the first ones' rounding did.
        _limits = [.. real.Coefficients.Select((c, j) => (0.5 * Math.Abs(c.Hi)) + (16 * coarsest / reach[j]))];
    }

    /// <summary>A fiftieth above the error of real coefficients, there is little to search for.</summary>
    private const double LittleMore = 1.02;

    /// <summary>The rounded coefficients, in the order of the powers, and their largest error as far as sampling shows.</summary>
    /// <param name="width">How many partial roundings are kept; fewer than <see cref="Wide"/> also means that the nearest numbers do where they are enough.</param>
    /// <param name="enough">An error that need not become less.</param>
    public static (double[] Coefficients, double Error) Run(FitProblem problem, MinimaxFit real, bool isSingle, int width = Wide, double enough = 0)
    {
        BeamRounding rounding = new(problem, real, isSingle, width);
        int[] byEffect = [.. Enumerable.Range(0, problem.Powers.Count).OrderByDescending(rounding.Effect)];
        (double[] Coefficients, double Error) best = (rounding.Nearest(), double.PositiveInfinity);
        best.Error = problem.LargestError(best.Coefficients, real);
        if (width < Wide && best.Error <= Math.Max(LittleMore * real.Error, enough))
        {
            return best;
        }
        int[][] orders = width < Wide ? [byEffect] : [byEffect, [.. Enumerable.Range(0, problem.Powers.Count)]];
        foreach (int[] order in orders)
        {
            foreach (double[] candidate in rounding.Search(order))
            {
                double error = problem.LargestError(candidate, real);
                best = error < best.Error ? (candidate, error) : best;
            }
        }
        return best;
    }

    private double[] Nearest() => [.. _real.Coefficients.Select(c => Formats.Round(c, _isSingle))];

    /// <summary>The largest weighted value of a power.</summary>
    private double Reach(int j)
    {
        double largest = 0;
        for (int i = 0; i < _weights.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(_weights[i] * _columns[j][i]));
        }
        return largest;
    }

    /// <summary>What a unit in the last place of a coefficient can do to the error.</summary>
    private double Effect(int j) => Reach(j) * Formats.Unit(_real.Coefficients[j].Hi, _isSingle);

    private IEnumerable<double[]> Search(int[] order)
    {
        int[] all = [.. Enumerable.Range(0, order.Length)];
        List<State> beam = [new(new double[order.Length], _residuals, DiscreteMinimax.Solve(_columns, _weights, _limits, all, _residuals), all)];
        foreach (int j in order)
        {
            List<State> next = [];
            foreach (State state in beam)
            {
                next.AddRange(Children(state, j));
            }
            beam = [.. next.OrderBy(static s => s.Program.Error).Take(_width)];
        }
        return beam.Take(3).Select(static s => s.Chosen);
    }

    private IEnumerable<State> Children(State state, int j)
    {
        int index = Array.IndexOf(state.Free, j);
        double offset = state.Program.Solution[index];
        foreach (double value in Formats.Around(_real.Coefficients[j] + offset, _isSingle, Choices))
        {
            double step = (value - _real.Coefficients[j]).Hi;
            double[] residuals = new double[state.Residuals.Length];
            for (int i = 0; i < residuals.Length; i++)
            {
                residuals[i] = state.Residuals[i] - (_columns[j][i] * step);
            }
            double[] chosen = (double[])state.Chosen.Clone();
            chosen[j] = value;
            yield return new(chosen, residuals, state.Program.Without(index, step - offset, residuals), [.. state.Free.Where(f => f != j)]);
        }
    }

    private sealed record State(double[] Chosen, double[] Residuals, DiscreteMinimax Program, int[] Free);
}
