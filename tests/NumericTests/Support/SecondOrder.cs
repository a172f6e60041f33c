using System;

namespace NumericTests;

/// <summary>
/// What tangent, Hessian, Hessian product and Taylor coefficients of one function must say to each other at a point. Sums cancel, so an error is measured
/// against the sum of the absolute terms, which is what rounding acts on.
/// </summary>
internal static class SecondOrder
{
    /// <summary>The directional derivative is gradient·v.</summary>
    public static void TangentIsGradientTimes(TangentFunction tangent, ReadOnlySpan<double> gradient, double[] at, double[] v, string what, double floor = 1e-15)
    {
        tangent(at, v, out double actual);
        (double expected, double terms) = Dot(gradient, v);
        Accuracy.Value(expected, actual, what + ", tangent", 0, Math.Max(floor, 1e-13 * terms));
    }

    /// <summary>The product companion is the Hessian companion's matrix times v, and the matrix is symmetric.</summary>
    public static void ProductIsHessianTimes(HessianProductFunction product, ReadOnlySpan<double> hessian, double[] at, double[] v, string what, double floor)
    {
        int n = at.Length;
        double[] actual = new double[n];
        product(at, v, actual);
        for (int i = 0; i < n; i++)
        {
            (double expected, double terms) = Dot(hessian.Slice(i * n, n), v);
            Accuracy.Value(expected, actual[i], what + ", Hessian product", 0, Math.Max(floor, 1e-12 * terms));
        }
    }

    public static void HessianIsSymmetric(ReadOnlySpan<double> hessian, int n, string what, double floor)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Accuracy.Value(hessian[(i * n) + j], hessian[(j * n) + i], what + ", symmetry", 1e-12, floor);
            }
        }
    }

    /// <summary>Orders 0 to 2 are value, gradient·v and vᵀHv/2; order 3 is the difference of vᵀHv along v.</summary>
    public static void TaylorIs(
        TaylorFunction taylor, HessianProductFunction product, double value, ReadOnlySpan<double> gradient, ReadOnlySpan<double> hessian,
        double[] at, double[] v, string what, double floor)
    {
        int n = at.Length;
        double[] coefficients = new double[4];
        Accuracy.Value(value, taylor(at, v, coefficients), what);
        Accuracy.Value(value, coefficients[0], what + ", order 0");
        (double slope, double slopeTerms) = Dot(gradient, v);
        Accuracy.Value(slope, coefficients[1], what + ", order 1", 0, Math.Max(floor, 1e-12 * slopeTerms));
        double curvature = 0, curvatureTerms = 0;
        for (int i = 0; i < n; i++)
        {
            (double row, double rowTerms) = Dot(hessian.Slice(i * n, n), v);
            curvature += v[i] * row;
            curvatureTerms += Math.Abs(v[i]) * rowTerms;
        }
        Accuracy.Value(curvature / 2, coefficients[2], what + ", order 2", 0, Math.Max(floor, 1e-11 * curvatureTerms));

        double third = Differences.Gradient(
            s =>
            {
                double[] moved = new double[n], productAt = new double[n];
                for (int i = 0; i < n; i++)
                {
                    moved[i] = at[i] + (s[0] * v[i]);
                }
                product(moved, v, productAt);
                return Dot(productAt, v).Sum;
            },
            [0.0],
            Step(at, v))[0];
        double scale = Math.Max(Math.Abs(third), curvatureTerms);
        Accuracy.Value(third / 6, coefficients[3], what + ", order 3", Differences.Tolerance, Differences.Tolerance * Math.Max(1, scale));
    }

    /// <summary>A direction of order one, the same in every run, without zeros.</summary>
    public static double[] Direction(int n, int seed)
    {
        double[] v = Rows.Uniform(n, 0.25, 1, seed);
        for (int i = 1; i < n; i += 2)
        {
            v[i] = -v[i];
        }
        return v;
    }

    /// <summary>Differences start a hundredth of the coordinates away, so that kinks and poles stay out.</summary>
    private static double Step(double[] at, double[] v)
    {
        double smallest = double.PositiveInfinity;
        for (int i = 0; i < at.Length; i++)
        {
            smallest = Math.Min(smallest, (Math.Abs(at[i]) + 0.05) / Math.Abs(v[i]));
        }
        return 0.02 * smallest;
    }

    private static (double Sum, double Terms) Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0, terms = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
            terms += Math.Abs(a[i] * b[i]);
        }
        return (sum, terms);
    }
}
