using System;
using Proxima;

namespace NumericTests.VectorResults;

/// <summary>Models whose results depend on few of their inputs each.</summary>
public static partial class SparseResults
{
    /// <summary>Rosenbrock's residuals: a band, two rows per step.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Valley(ReadOnlySpan<double> x, [Result] Span<double> r)
    {
        for (int i = 0; i + 1 < x.Length; i++)
        {
            r[2 * i] = 10 * (x[i + 1] - (x[i] * x[i]));
            r[(2 * i) + 1] = 1 - x[i];
        }
    }

    /// <summary>Each element by itself, with a branch: a diagonal.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Piecewise(ReadOnlySpan<double> x, [Result] Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] > 1)
            {
                y[i] = Math.Log(x[i]);
            }
            else if (x[i] > 0)
            {
                y[i] = x[i] * x[i] * (x[i] - 1);
            }
            else
            {
                y[i] = -Math.Exp(x[i]);
            }
        }
    }

    /// <summary>Each element by itself, with as many steps as its value asks for.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Until(ReadOnlySpan<double> x, [Constant] double limit, [Result] Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double s = x[i];
            while (Math.Abs(s) < limit)
            {
                s = (1.5 * s) + (0.25 * s * s * x[i]);
            }
            y[i] = s;
        }
    }

    /// <summary>Squared differences along the edges of a graph: scattered columns, from data.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Edges(ReadOnlySpan<double> x, int[] from, int[] to, [Result] Span<double> r)
    {
        for (int k = 0; k < from.Length; k++)
        {
            double d = x[from[k]] - x[to[k]];
            r[k] = d * d * x[to[k]];
        }
    }

    /// <summary>Sums over bins: each input goes to one output.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Bins(ReadOnlySpan<double> x, int[] bin, [Result] Span<double> y)
    {
        y.Clear();
        for (int i = 0; i < x.Length; i++)
        {
            y[bin[i]] += x[i] * x[i];
        }
    }

    /// <summary>An arrow: every row sees its own input and the first, the last row sees all. Results are written twice.</summary>
    [Tangent, Adjoint, Jacobian]
    public static void Arrow(ReadOnlySpan<double> x, [Result] Span<double> y)
    {
        int last = x.Length - 1;
        y[last] = 0;
        for (int i = 0; i < last; i++)
        {
            y[i] = x[i] * x[last];
            y[i] = y[i] * y[i];
            y[last] += Math.Sin(x[i]);
        }
        y[last] *= x[last];
    }
}
