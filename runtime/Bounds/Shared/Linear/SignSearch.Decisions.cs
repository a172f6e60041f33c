using System;

namespace Proxima.Linear;

internal sealed partial class SignSearch
{
    public bool Apply(int layer, ArgumentBounds bounds, Substitution rows, int[] targets, int count)
    {
        for (int t = 0; t < count; t++)
        {
            if (!Restrict(_signs[_offsets[layer] + targets[t]], targets[t], bounds, rows, t, count))
            {
                return false;
            }
        }
        if (_polytope.Count == 0)
        {
            return true;
        }
        for (int t = 0; t < count; t++)
        {
            int i = targets[t];
            if (bounds.Low[i] < 0 && bounds.High[i] > 0 && !Tighten(layer, i, bounds, rows, t, count))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A decided sign bounds the argument; a chosen one is a half-space too: upper row ≥ 0, or the negative of the lower row ≤ 0.</summary>
    private bool Restrict(sbyte sign, int i, ArgumentBounds bounds, Substitution rows, int t, int count)
    {
        if (sign == Unknown)
        {
            return true;
        }
        int row = sign > 0 ? t : count + t;
        if (sign > 0)
        {
            bounds.Low[i] = Math.Max(bounds.Low[i], 0);
        }
        else
        {
            bounds.High[i] = Math.Min(bounds.High[i], 0);
        }
        if (Math.Abs(sign) == Chosen)
        {
            _polytope.Add(rows.Inputs.Data, row * rows.Inputs.Stride, -1, Limit(rows, row));
        }
        return bounds.Low[i] <= bounds.High[i];
    }

    private bool Tighten(int layer, int i, ArgumentBounds bounds, Substitution rows, int t, int count)
    {
        double up = _polytope.Maximise(rows.Inputs.Data, t * rows.Inputs.Stride);
        if (double.IsNegativeInfinity(up))
        {
            return false;
        }
        bounds.High[i] = Math.Min(bounds.High[i], Sum(up, Limit(rows, t)));
        if (bounds.High[i] <= 0)
        {
            _signs[_offsets[layer] + i] = -Implied;
            return bounds.Low[i] <= bounds.High[i];
        }
        double down = _polytope.Maximise(rows.Inputs.Data, (count + t) * rows.Inputs.Stride);
        if (double.IsNegativeInfinity(down))
        {
            return false;
        }
        bounds.Low[i] = Math.Max(bounds.Low[i], -Sum(down, Limit(rows, count + t)));
        if (bounds.Low[i] >= 0)
        {
            _signs[_offsets[layer] + i] = Implied;
        }
        return bounds.Low[i] <= bounds.High[i];
    }

    /// <summary>The constant of a bound, errors included.</summary>
    private double Limit(Substitution rows, int row) => Sum(rows.Rows.Constant[row], (rows.Rows.Error[row] * (1 + 1e-6)) + (_box.Forward.Graph.Gamma * Math.Abs(rows.Rows.Constant[row])));

    private static double Sum(double a, double b) => Roundoff.Up(a + b, Math.Abs(a) + Math.Abs(b));
}
