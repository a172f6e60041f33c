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

    private readonly IReadOnlyList<DoubleDouble> _best;
    private readonly bool _isSingle;
    private readonly int _width;
    private readonly double[][] _columns;
    private readonly double[] _weights;
    private readonly double[] _residuals;
    private readonly double[] _limits;

    private BeamRounding(IReadOnlyList<DoubleDouble> best, double[][] columns, double[] weights, double[] residuals, bool isSingle, int width)
    {
        _width = width;
        _best = best;
        _isSingle = isSingle;
        _columns = columns;
        _weights = weights;
        _residuals = residuals;
        double[] reach = [.. Enumerable.Range(0, _columns.Length).Select(Reach)];
        double coarsest = Enumerable.Range(0, reach.Length).Max(j => reach[j] * Formats.Unit(best[j].Hi, isSingle));
        // A last coefficient may move far from its best to make good what the first ones' rounding did.
        _limits = [.. best.Select((c, j) => (0.5 * Math.Abs(c.Hi)) + (16 * coarsest / reach[j]))];
    }

    /// <summary>A fiftieth above the error of real coefficients, there is little to search for.</summary>
    private const double LittleMore = 1.02;

    /// <summary>The rounded coefficients, in the order of the powers, and their largest error as far as sampling shows.</summary>
    /// <param name="width">How many partial roundings are kept; fewer than <see cref="Wide"/> also means that the nearest numbers do where they are enough.</param>
    /// <param name="enough">An error that need not become less.</param>
    public static (double[] Coefficients, double Error) Run(FitProblem problem, MinimaxFit real, bool isSingle, int width = Wide, double enough = 0)
    {
        Sample[] samples = [.. real.Grid.Concat(real.Extrema)];
        double[] residuals = [.. samples.Select(s => (s.Value - Polynomials.Value(problem.Powers, real.Coefficients, s.X)).Hi)];
        double[][] columns = [.. problem.Powers.Select(power => samples.Select(s => Polynomials.Power(s.X, power).Hi).ToArray())];
        BeamRounding rounding = new(real.Coefficients, columns, [.. samples.Select(static s => s.Weight)], residuals, isSingle, width);
        (double[] Coefficients, double Error) best = (rounding.Nearest(), double.PositiveInfinity);
        best.Error = problem.LargestError(best.Coefficients, real);
        if (width < Wide && best.Error <= Math.Max(LittleMore * real.Error, enough))
        {
            return best;
        }
        foreach (double[] candidate in rounding.Candidates())
        {
            double error = problem.LargestError(candidate, real);
            best = error < best.Error ? (candidate, error) : best;
        }
        return best;
    }

    /// <summary>Roundings of the constants of a program whose error is about linear in them, the nearest ones first.</summary>
    /// <param name="columns">What each constant changes at each sample.</param>
    /// <param name="residuals">What is missing at each sample with the best constants.</param>
    public static IEnumerable<double[]> Of(IReadOnlyList<DoubleDouble> best, double[][] columns, double[] weights, double[] residuals, bool isSingle)
    {
        BeamRounding rounding = new(best, columns, weights, residuals, isSingle, Wide);
        // The errors are linear only near the best constants: 2¹⁰ units.
        for (int j = 0; j < best.Count; j++)
        {
            rounding._limits[j] = Math.Min(rounding._limits[j], 1024 * Formats.Unit(best[j].Hi, isSingle));
        }
        return rounding.Candidates().Prepend(rounding.Nearest());
    }

    private IEnumerable<double[]> Candidates()
    {
        int[] all = [.. Enumerable.Range(0, _columns.Length)], byEffect = [.. all.OrderByDescending(Effect)];
        int[][] orders = _width < Wide ? [byEffect] : [byEffect, all];
        return orders.SelectMany(Search);
    }

    private double[] Nearest() => [.. _best.Select(c => Formats.Round(c, _isSingle))];

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
    private double Effect(int j) => Reach(j) * Formats.Unit(_best[j].Hi, _isSingle);

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
        foreach (double value in Formats.Around(_best[j] + offset, _isSingle, Choices))
        {
            double step = (value - _best[j]).Hi;
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
