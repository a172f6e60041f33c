using System;

namespace Proxima.Generator.Approximation;

/// <summary>
/// A function of several variables on a box as its Taylor polynomial about a point, whose coefficients are balls, and a bound of what is left, from the coefficients of the
/// next degree on all of the box (Taylor with Lagrange's remainder).
/// </summary>
internal sealed class SurfaceModel
{
    private readonly int _node;
    private readonly int _order;
    private readonly double[] _reach;

    /// <param name="reach">How far the box goes from the centre at most, for each variable.</param>
    public SurfaceModel(int node, int order, double[] reach, Series<Interval, IntervalField> onBox)
    {
        _node = node;
        _order = order;
        _reach = reach;
        Shares = new double[reach.Length];
        Powers powers = Powers.Of(reach.Length);
        for (int k = powers.CountUpTo(order - 1); k < powers.CountUpTo(order); k++)
        {
            double size = Ball.Up(onBox[node, k].Magnitude * Scale(powers.Exponents[k]));
            Rest = size == 0 ? Rest : Ball.Up(Rest + size);
            for (int i = 0; i < reach.Length; i++)
            {
                Shares[i] += size * powers.Exponents[k][i];
            }
        }
        Rest = double.IsNaN(Rest) ? double.PositiveInfinity : Rest;
    }

    /// <summary>How far the function is from its polynomial at most.</summary>
    public double Rest { get; }

    /// <summary>How much of that each variable is to blame for.</summary>
    public double[] Shares { get; }

    public bool IsFinite => Rest <= double.MaxValue;

    /// <summary>False where a lower coefficient of a function is unbounded: it is not smooth there, whatever the last ones say.</summary>
    public static bool IsSmooth(int node, int order, int variables, Series<Interval, IntervalField> onBox)
    {
        for (int k = 0; k < Powers.Of(variables).CountUpTo(order - 1); k++)
        {
            if (!onBox[node, k].IsBounded)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The polynomial in units of the reach, with what is left as its error.</summary>
    public BernsteinForm Form(Series<Ball, BallField> atCentre)
    {
        int variables = _reach.Length, size = 1;
        for (int i = 0; i < variables; i++)
        {
            size *= _order;
        }
        double[] coefficients = new double[size];
        double error = Rest;
        Powers powers = Powers.Of(variables);
        for (int k = 0; k < powers.CountUpTo(_order - 1); k++)
        {
            Ball coefficient = atCentre[_node, k];
            if (coefficient.IsZero)
            {
                continue;
            }
            int place = 0;
            foreach (int power in powers.Exponents[k])
            {
                place = (place * _order) + power;
            }
            double scale = Scale(powers.Exponents[k]), value = coefficient.Middle.Hi * scale;
            coefficients[place] = value;
            error = Ball.Up(error + (Math.Abs(value) * 1e-14) + Ball.Up(coefficient.Radius * scale)); // at most 20 roundings of 1.2e-16
        }
        return BernsteinForm.Of(variables, _order - 1, coefficients, error);
    }

    /// <summary>A product of powers of the reach, a little more than it is.</summary>
    private double Scale(int[] exponents)
    {
        double scale = 1;
        for (int i = 0; i < exponents.Length; i++)
        {
            for (int j = 0; j < exponents[i]; j++)
            {
                scale *= _reach[i];
            }
        }
        return Ball.Up(scale * 1.000000000000002) + double.Epsilon;
    }
}
