using System;

namespace Proxima;

/// <summary>Weighted least squares on any neighbourhood: linear, or by a polynomial of degree up to 3.</summary>
public static class LocalLinear
{
    /// <summary>The linear function that fits a model best on weighted points around a row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="neighbourhood">Where the fit is to be good.</param>
    /// <param name="ridge">Penalty of squared slopes, against weights that add up to 1; 0 for none.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the points do not span the space and there is no penalty.</exception>
    public static LinearFit Fit<TModel>(TModel model, ReadOnlySpan<double> at, Neighbourhood neighbourhood, double ridge = 0)
        where TModel : struct, IFunction<double>
    {
        ArgumentNullException.ThrowIfNull(neighbourhood);
        Requests.CheckRow(at, model.Dimension, nameof(at));
        (double[] rows, double[] weights) = neighbourhood.Around(at);
        double[] values = new double[weights.Length];
        model.Values(rows, values);
        return Fit(at, rows, values, weights, ridge);
    }

    /// <summary>The linear function that fits given values best.</summary>
    /// <param name="at">The row at which it is written down.</param>
    /// <param name="rows">The points, row-major.</param>
    /// <param name="values">One value per point.</param>
    /// <param name="weights">One weight per point, at least 0; empty for equal ones.</param>
    /// <param name="ridge">Penalty of squared slopes, against weights that add up to 1; 0 for none.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">A length is wrong, a number is not finite, or the points do not span the space and there is no penalty.</exception>
    public static LinearFit Fit(ReadOnlySpan<double> at, ReadOnlySpan<double> rows, ReadOnlySpan<double> values, ReadOnlySpan<double> weights = default, double ridge = 0)
    {
        if (!(ridge >= 0) || !double.IsFinite(ridge))
        {
            throw new ArgumentOutOfRangeException(nameof(ridge), ridge, "A penalty is at least 0.");
        }
        if (values.IsEmpty || rows.Length != (long)values.Length * at.Length || !Requests.AreFinite(rows) || !Requests.AreFinite(values))
        {
            throw new ArgumentException($"{values.Length} finite values need as many rows of {at.Length} finite coordinates, at least one.", nameof(rows));
        }
        if (weights.IsEmpty)
        {
            double[] equal = new double[values.Length];
            Array.Fill(equal, 1.0 / equal.Length);
            return LeastSquares.Solve(at, rows, values, equal, ridge);
        }
        (_, double[] own) = Neighbourhood.Rows(rows, at.Length, weights).Around(at);
        return LeastSquares.Solve(at, rows, values, own, ridge);
    }

    /// <summary>The polynomial up to a total degree that fits a model best on weighted points around a row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The row.</param>
    /// <param name="neighbourhood">Where the fit is to be good; a <see cref="PolynomialDesign"/> of the degree takes the fewest points.</param>
    /// <param name="degree">The total degree: 1, 2 or 3.</param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentException">
    /// A length is wrong, a number is not finite, there are more than <see cref="PolynomialFit.LargestBasis"/> coefficients, or fewer points than these, or the points do not tell
    /// the polynomials apart.
    /// </exception>
    public static PolynomialFit FitPolynomial<TModel>(TModel model, ReadOnlySpan<double> at, Neighbourhood neighbourhood, int degree)
        where TModel : struct, IFunction<double>
    {
        ArgumentNullException.ThrowIfNull(neighbourhood);
        PolynomialDesign.CheckDegree(degree);
        Requests.CheckRow(at, model.Dimension, nameof(at));
        (double[] rows, double[] weights) = neighbourhood.Around(at);
        double[] values = new double[weights.Length];
        model.Values(rows, values);
        return Requests.AreFinite(values)
            ? PolynomialLeastSquares.Solve(at, rows, values, weights, degree)
            : throw new ArgumentException("The model is not finite in the neighbourhood.", nameof(neighbourhood));
    }
}

/// <summary>A linear function near a row, fitted to weighted values.</summary>
public sealed class LinearFit
{
    /// <summary>The row.</summary>
    public required double[] At { get; init; }

    /// <summary>The fit's value at the row.</summary>
    public required double Value { get; init; }

    /// <summary>The fit's slope along each coordinate.</summary>
    public required double[] Slopes { get; init; }

    /// <summary>The weighted mean of squared errors.</summary>
    public required double Loss { get; init; }

    /// <summary>1 − loss / weighted variance of the values.</summary>
    public required double R2 { get; init; }

    /// <summary>The number of points.</summary>
    public required int Evaluations { get; init; }
}
