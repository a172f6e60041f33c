using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using Proxima;

namespace NumericTests.Surrogates;

/// <summary>
/// Shapley values of a model with a first layer by all 2ᵈ coalitions, without a table: blocks of 64, the outer players by recursion. Made the values of Data/surrogate_net30.json
/// (about a minute of one core), and is itself compared with the library's on fewer players.
/// </summary>
internal sealed class Enumeration
{
    private const int Low = 6;
    private readonly Layers _model;
    private readonly double[][] _steps;
    private readonly double[][] _lows;
    private readonly double[] _with;
    private readonly double[] _without;
    private readonly double[] _sums;
    private readonly double[] _layer;
    private readonly double[] _values = new double[1 << Low];
    private readonly int _players;
    private readonly int _units;
    private double _absent;

    private Enumeration(Layers model, double[] at, double[] baseline)
    {
        SurrogateTerm term = model.Structure.Terms[0];
        _model = model;
        _players = at.Length;
        _units = term.Offsets.Length;
        _steps = new double[_players][];
        _lows = new double[_units][];
        _layer = new double[_units << Low];
        _sums = new double[_players];
        for (int i = 0; i < _players; i++)
        {
            _steps[i] = new double[_units];
            for (int j = 0; j < _units; j++)
            {
                _steps[i][j] = term.Weights[(j * _players) + i] * (at[i] - baseline[i]);
            }
        }
        for (int j = 0; j < _units; j++)
        {
            _lows[j] = new double[1 << Low];
            for (int m = 0; m < 1 << Low; m++)
            {
                double sum = 0;
                for (int i = 0; i < Low; i++)
                {
                    sum += ((m >> i) & 1) * _steps[i][j];
                }
                _lows[j][m] = sum;
            }
        }
        _with = new double[_players + 1];
        _without = new double[_players + 1];
        double choose = 1;
        for (int s = 0; s <= _players; s++)
        {
            _with[s] = s == 0 ? 0 : 1 / (s * choose);
            _without[s] = s == _players ? 0 : 1 / ((_players - s) * choose);
            choose = choose * (_players - s) / (s + 1);
        }
    }

    public static double[] Shapley(Layers model, double[] at, double[] baseline)
    {
        Enumeration run = new(model, at, baseline);
        SurrogateTerm term = model.Structure.Terms[0];
        double[] units = term.Offsets.ToArray();
        for (int j = 0; j < units.Length; j++)
        {
            for (int i = 0; i < at.Length; i++)
            {
                units[j] += term.Weights[(j * at.Length) + i] * baseline[i];
            }
        }
        run.Walk(at.Length - 1, units, 0);
        for (int i = 0; i < at.Length; i++)
        {
            run._sums[i] -= run._absent;
        }
        return run._sums;
    }

    // Returns the weighed sum of the coalitions below.
    private double Walk(int player, double[] units, int size)
    {
        if (player < Low)
        {
            return Block(units, size);
        }
        double without = Walk(player - 1, units, size);
        double[] moved = new double[_units];
        for (int j = 0; j < _units; j++)
        {
            moved[j] = units[j] + _steps[player][j];
        }
        double with = Walk(player - 1, moved, size + 1);
        _sums[player] += with;
        return with + without;
    }

    private double Block(double[] units, int size)
    {
        for (int j = 0; j < _units; j++)
        {
            Vector512<double> unit = Vector512.Create(units[j]);
            for (int r = 0; r < 1 << Low; r += Vector512<double>.Count)
            {
                (Vector512.Create(_lows[j], r) + unit).CopyTo(_layer, (j << Low) + r);
            }
        }
        _model.HeadValues(0, _layer, _values);
        _model.Link(_values, _values, []);
        double total = 0;
        for (int m = 0; m < 1 << Low; m++)
        {
            int all = size + BitOperations.PopCount((uint)m);
            _absent += _values[m] * _without[all];
            _values[m] *= _with[all] + _without[all];
            total += _values[m];
        }
        for (int bit = Low - 1; bit >= 0; bit--)
        {
            int half = 1 << bit;
            for (int m = 0; m < half; m++)
            {
                _sums[bit] += _values[half + m];
                _values[m] += _values[half + m];
            }
        }
        return total;
    }
}
