using System;

namespace Proxima.Generator.Approximation;

/// <summary>
/// A function on a box as its Taylor polynomial about a point, whose coefficients are balls, and a bound of the next coefficient on all of the box: with t = x − c,
/// f(x) ∈ Σ cₖ·tᵏ + [−Rest, Rest]·tⁿ (Taylor with Lagrange's remainder).
/// </summary>
internal readonly struct TaylorModel
{
    public readonly Ball[] Coefficients;
    public readonly double Rest;

    private TaylorModel(Ball[] coefficients, double rest)
    {
        Coefficients = coefficients;
        Rest = rest;
    }

    public bool IsFinite => Rest <= double.MaxValue;

    /// <summary>The order n of the remainder.</summary>
    public int Order => Coefficients.Length;

    public static TaylorModel Of(int node, int order, Series<Ball, BallField> atCentre, Series<Interval, IntervalField> onBox)
    {
        Ball[] coefficients = new Ball[order];
        double rest = onBox[node, order].Magnitude;
        for (int k = 0; k < order; k++)
        {
            coefficients[k] = atCentre[node, k];
            // A lower coefficient that is unbounded is a function that is not smooth there, whatever the last one says.
            rest = coefficients[k].IsFinite && onBox[node, k].IsBounded ? rest : double.PositiveInfinity;
        }
        return new(coefficients, double.IsNaN(rest) ? double.PositiveInfinity : rest);
    }

    /// <summary>Divided by t, where the function is zero at the centre, exactly.</summary>
    public TaylorModel OverDistance()
    {
        Ball[] coefficients = new Ball[Order - 1];
        Array.Copy(Coefficients, 1, coefficients, 0, coefficients.Length);
        return new(coefficients, Rest);
    }

    /// <summary>The derivative: its next coefficient is n times that of the function.</summary>
    public TaylorModel Derivative()
    {
        Ball[] coefficients = new Ball[Order - 1];
        for (int k = 0; k < coefficients.Length; k++)
        {
            coefficients[k] = Coefficients[k + 1] * (Ball)(k + 1);
        }
        return new(coefficients, Ball.Up(Rest * Order));
    }

    /// <summary>All values for t in an interval: the first three terms as a parabola, the others by their size.</summary>
    public Interval Range(Interval t)
    {
        double reach = t.Magnitude;
        double rest = Rest;
        for (int k = Order - 1; k >= 3; k--)
        {
            rest = Ball.Up(Coefficients[k].Magnitude + (rest * reach));
        }
        for (int k = Math.Min(3, Order); k > 0; k--)
        {
            rest = Ball.Up(rest * reach);
        }
        Interval parabola = Parabola(At(0), At(1), At(2), t);
        return parabola + new Interval(-rest, rest);
    }

    /// <summary>The quotient of two functions, the second without zeros, for t in an interval.</summary>
    public static Interval Quotient(TaylorModel numerator, TaylorModel divisor, Interval t)
    {
        double least = divisor.Range(t).Mignitude;
        int n = numerator.Order;
        Ball[] quotient = new Ball[n];
        for (int k = 0; k < n; k++)
        {
            Ball rest = numerator.Coefficients[k];
            for (int j = 1; j <= k; j++)
            {
                rest -= divisor.Coefficients[j] * quotient[k - j];
            }
            quotient[k] = rest.IsZero ? rest : rest / divisor.Coefficients[0];
        }
        TaylorModel model = new(quotient, 0);
        if (!(least > 0) || !numerator.IsFinite || !divisor.IsFinite)
        {
            return Interval.Entire;
        }
        // numerator − divisor·quotient has no terms below tⁿ: what is left is divided by the least divisor.
        double reach = t.Magnitude, left = 0, size = 0;
        for (int k = (2 * n) - 2; k >= n; k--)
        {
            Ball term = default;
            for (int j = k - n + 1; j < n; j++)
            {
                term += divisor.Coefficients[j] * quotient[k - j];
            }
            left = Ball.Up((left * reach) + term.Magnitude);
        }
        for (int k = n - 1; k >= 0; k--)
        {
            size = Ball.Up((size * reach) + quotient[k].Magnitude);
        }
        double scale = 1;
        for (int k = 0; k < n; k++)
        {
            scale = Ball.Up(scale * reach);
        }
        double error = Ball.Up(Ball.Up(scale * Ball.Up(left + numerator.Rest + (divisor.Rest * size))) / least);
        return double.IsNaN(error) || double.IsInfinity(error) ? Interval.Entire : model.Range(t) + new Interval(-error, error);
    }

    private Interval At(int k) => k < Order ? Coefficients[k].ToInterval() : default;

    /// <summary>q₀ + q₁·t + q₂·t²: between its ends and, where it may have one there, its vertex.</summary>
    private static Interval Parabola(Interval q0, Interval q1, Interval q2, Interval t)
    {
        if (q2.Lo <= 0 && q2.Hi >= 0)
        {
            return q0 + (q1 * t) + (q2 * Interval.Sqr(t));
        }
        Interval range = Interval.Hull(q0 + (t.Lo * (q1 + (q2 * t.Lo))), q0 + (t.Hi * (q1 + (q2 * t.Hi))));
        Interval vertex = -q1 / (2 * q2);
        return vertex.Hi < t.Lo || vertex.Lo > t.Hi ? range : Interval.Hull(range, q0 + (q1 * vertex * 0.5));
    }
}
