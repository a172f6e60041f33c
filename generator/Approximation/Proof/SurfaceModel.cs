using System;
using System.Linq;

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
    /// <param name="negligible">What high powers may add up to that are left out: an error as well, and fewer coefficients to halve.</param>
    public BernsteinForm Form(Series<Ball, BallField> atCentre, double negligible)
    {
        Powers powers = Powers.Of(_reach.Length);
        double[] values = new double[powers.CountUpTo(_order - 1)], sizes = new double[_order];
        double error = Rest;
        for (int k = 0; k < values.Length; k++)
        {
            Ball coefficient = atCentre[_node, k];
            if (coefficient.IsZero)
            {
                continue;
            }
            double scale = Scale(powers.Exponents[k]);
            values[k] = coefficient.Middle.Hi * scale;
            error = Ball.Up(error + (Math.Abs(values[k]) * 1e-14) + Ball.Up(coefficient.Radius * scale)); // at most 20 roundings of 1.2e-16
            int highest = powers.Exponents[k].Max();
            sizes[highest] = Ball.Up(sizes[highest] + Math.Abs(values[k]));
        }
        int degree = _order - 1;
        for (double left = sizes[degree]; degree > 1 && left <= negligible; left = Ball.Up(left + sizes[degree]))
        {
            error = Ball.Up(error + sizes[degree--]);
        }
        double[] coefficients = new double[(int)Math.Round(Math.Pow(degree + 1, _reach.Length))];
        for (int k = 0; k < values.Length; k++)
        {
            if (powers.Exponents[k].Max() <= degree)
            {
                coefficients[powers.Exponents[k].Aggregate(0, (place, power) => (place * (degree + 1)) + power)] = values[k];
            }
        }
        return BernsteinForm.Of(_reach.Length, degree, coefficients, error);
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
