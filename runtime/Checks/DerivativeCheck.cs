using System;

namespace Proxima;

/// <summary>
/// Checks derivatives against differences of the function, for unit tests: <c>DerivativeCheck.Gradient(new EnergyModel(), [1, 2]).ThrowIfFailed()</c>.
/// Central differences are extrapolated and know their own accuracy, so that a wrong derivative is told from an inaccurate difference; kinks are
/// found and reported, not blamed.
/// </summary>
public static class DerivativeCheck
{
    /// <summary>Extrapolated differences of a smooth function have ten digits or more; a derivative that agrees to six is not wrong by a formula.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Checks a gradient, coordinate by coordinate.</summary>
    /// <param name="model">The model, <c>FModel</c>.</param>
    /// <param name="point">Where to check.</param>
    /// <param name="tolerance">The relative distance that passes.</param>
    /// <returns>The worst coordinate.</returns>
    public static DerivativeReport Gradient<TModel>(TModel model, ReadOnlySpan<double> point, double tolerance = Tolerance)
        where TModel : IGradient<double>, allows ref struct
    {
        double[] gradient = new double[point.Length], direction = new double[point.Length], moved = new double[point.Length];
        double value = model.Gradient(point, gradient);
        Slope[] slopes = new Slope[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            direction[i] = 1;
            Differences.Of(new ValueCurve<TModel>(model, new(point, direction, moved)), Scale(point[i]), slopes.AsSpan(i, 1));
            direction[i] = 0;
        }
        return Judge("gradient", slopes, gradient, value, tolerance);
    }

    /// <summary>Checks the gradient that one delegate gives of the function that another one is.</summary>
    /// <param name="function">The function.</param>
    /// <param name="gradient">Its gradient, one number per coordinate.</param>
    /// <param name="point">Where to check.</param>
    /// <param name="tolerance">The relative distance that passes.</param>
    /// <returns>The worst coordinate.</returns>
    public static DerivativeReport Gradient(Func<double[], double> function, Func<double[], double[]> gradient, ReadOnlySpan<double> point, double tolerance = Tolerance)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        double[] actual = gradient(point.ToArray()), direction = new double[point.Length], moved = new double[point.Length];
        Batch.RequireLength<double>(actual, point.Length);
        Slope[] slopes = new Slope[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            direction[i] = 1;
            Differences.Of(new DelegateCurve(function, new(point, direction, moved)), Scale(point[i]), slopes.AsSpan(i, 1));
            direction[i] = 0;
        }
        return Judge("gradient", slopes, actual, function(point.ToArray()), tolerance);
    }

    /// <summary>Checks the product of the Hessian with a direction against differences of the gradient along it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="point">Where to check.</param>
    /// <param name="direction">The direction; a fixed one with irrational ratios when empty.</param>
    /// <param name="tolerance">The relative distance that passes.</param>
    /// <returns>The worst coordinate.</returns>
    public static DerivativeReport HessianProduct<TModel>(TModel model, ReadOnlySpan<double> point, ReadOnlySpan<double> direction = default, double tolerance = Tolerance)
        where TModel : IHessianProduct<double>, allows ref struct
    {
        ReadOnlySpan<double> v = direction.IsEmpty ? Weights(point.Length, 1) : direction;
        double[] product = new double[point.Length], gradient = new double[point.Length];
        model.HessianProduct(point, v, product);
        model.Gradient(point, gradient);
        Slope[] slopes = new Slope[point.Length];
        Differences.Of(new GradientCurve<TModel>(model, new(point, v, new double[point.Length])), ScaleAlong(point, v), slopes);
        return Judge("product", slopes, product, Largest(gradient), tolerance);
    }

    /// <summary>Checks Jacobian-vector products along every coordinate against differences of the results: the whole Jacobian.</summary>
    /// <param name="model">The model.</param>
    /// <param name="point">Where to check.</param>
    /// <param name="tolerance">The relative distance that passes.</param>
    /// <returns>The worst entry; its position is row-major, outputs × inputs.</returns>
    public static DerivativeReport Jacobian<TModel>(TModel model, ReadOnlySpan<double> point, double tolerance = Tolerance)
        where TModel : IResidual<double>, allows ref struct
    {
        int rows = model.Outputs, columns = model.Inputs;
        double[] direction = new double[columns], moved = new double[columns], values = new double[rows], column = new double[rows], jacobian = new double[rows * columns];
        Slope[] slopes = new Slope[rows], all = new Slope[rows * columns];
        model.Value(point, values);
        for (int j = 0; j < columns; j++)
        {
            direction[j] = 1;
            model.Jvp(point, direction, column);
            Differences.Of(new ResidualCurve<TModel>(model, new(point, direction, moved)), Scale(point[j]), slopes);
            direction[j] = 0;
            for (int i = 0; i < rows; i++)
            {
                jacobian[(i * columns) + j] = column[i];
                all[(i * columns) + j] = slopes[i];
            }
        }
        return Judge("jacobian", all, jacobian, Largest(values), tolerance);
    }

    /// <summary>
    /// Checks that Jacobian-vector and vector-Jacobian products belong to one matrix: ⟨J·v, w⟩ = ⟨v, Jᵀ·w⟩ for fixed v and w with irrational ratios. No
    /// differences are involved, so the default tolerance is near rounding.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="point">Where to check.</param>
    /// <param name="tolerance">The distance that passes, relative to the sum of the terms' magnitudes.</param>
    /// <returns>Expected is ⟨J·v, w⟩, actual ⟨v, Jᵀ·w⟩.</returns>
    public static DerivativeReport DotProduct<TModel>(TModel model, ReadOnlySpan<double> point, double tolerance = 1e-10)
        where TModel : IResidual<double>, allows ref struct
    {
        double[] v = Weights(model.Inputs, 1), w = Weights(model.Outputs, 2), jv = new double[model.Outputs], vj = new double[model.Inputs];
        model.Jvp(point, v, jv);
        model.Vjp(point, w, vj);
        (double expected, double left) = Dot(jv, w);
        (double actual, double right) = Dot(v, vj);
        double size = Math.Max(left, right), error = Math.Abs(expected - actual), accuracy = Math.ScaleB(size, -50);
        DerivativeVerdict verdict = error <= (tolerance * size) + accuracy ? DerivativeVerdict.Passed : DerivativeVerdict.Failed;
        return new(verdict, "the dot product", 0, expected, actual, accuracy, size > 0 ? error / size : error, tolerance);
    }

    private static DerivativeReport Judge(string what, ReadOnlySpan<Slope> slopes, ReadOnlySpan<double> actual, double value, double tolerance)
    {
        double reference = Math.Abs(value);
        foreach (Slope slope in slopes)
        {
            reference = double.IsFinite(slope.Value) ? Math.Max(reference, Math.Abs(slope.Value)) : reference;
        }
        Judgement judgement = new(tolerance, reference);
        for (int i = 0; i < slopes.Length; i++)
        {
            judgement.Add(FormattableString.Invariant($"{what}[{i}]"), i, slopes[i], actual[i]);
        }
        return judgement.Worst;
    }

    private static double Scale(double x) => Math.Max(Math.Abs(x), 1);

    /// <summary>Such that a step along the direction moves no coordinate by more than its own scale.</summary>
    private static double ScaleAlong(ReadOnlySpan<double> point, ReadOnlySpan<double> direction)
    {
        double scale = double.PositiveInfinity;
        for (int i = 0; i < point.Length; i++)
        {
            scale = direction[i] == 0 ? scale : Math.Min(scale, Scale(point[i]) / Math.Abs(direction[i]));
        }
        return double.IsFinite(scale) ? scale : 1;
    }

    /// <summary>Numbers between 1/2 and 3/2 whose ratios are irrational, so that errors do not cancel by symmetry: multiples of the golden ratio.</summary>
    private static double[] Weights(int length, int start)
    {
        double[] weights = new double[length];
        for (int i = 0; i < length; i++)
        {
            double turn = (start + i) * 0.6180339887498949;
            weights[i] = 0.5 + (turn - Math.Floor(turn));
        }
        return weights;
    }

    private static (double Sum, double Size) Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0, size = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
            size += Math.Abs(x[i] * y[i]);
        }
        return (sum, size);
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = double.IsFinite(value) ? Math.Max(largest, Math.Abs(value)) : largest;
        }
        return largest;
    }
}
