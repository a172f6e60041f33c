using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Numerics;

namespace Proxima.Generator.Approximation;

/// <summary>Polynomials of one degree on pieces of a domain, each through the function's values at <see cref="PieceNodes"/>.</summary>
/// <param name="watched">Arguments, ascending, at which the error is looked at too.</param>
internal sealed class PieceFit(Samples samples, Measure measure, int degree, int continuity, IReadOnlyList<double> watched)
{
    private readonly PieceNodes _nodes = new(degree, continuity);
    private readonly EquatableArray<int> _powers = Enumerable.Range(0, degree + 1).ToEquatableArray();

    public int Degree => degree;

    public Piece Of(double lo, double hi)
    {
        double centre = (0.5 * lo) + (0.5 * hi);
        double[]? coefficients = Coefficients(lo, hi, centre);
        if (coefficients is null)
        {
            // Numbers beside each other: a constant, which cannot meet its neighbours.
            coefficients = new double[degree + 1];
            coefficients[0] = samples.Value(lo).Hi;
            centre = lo;
        }
        Piece piece = new(lo, hi, centre, new(coefficients), 0);
        double error = continuity < 0 || centre != lo ? 0 : double.PositiveInfinity;
        foreach (double x in Checked(lo, hi))
        {
            error = Math.Max(error, Error(piece, x));
        }
        return piece with { Error = error };
    }

    private IEnumerable<double> Checked(double lo, double hi) =>
        _nodes.Checks.Select(s => At(s, lo, hi)).Concat(watched.Where(w => w >= lo && w <= hi)).Append(lo).Append(hi);

    private static double At(double s, double lo, double hi)
    {
        double x = (lo * (0.5 - (0.5 * s))) + (hi * (0.5 + (0.5 * s)));
        return Math.Min(Math.Max(x, lo), hi);
    }

    private double Error(Piece piece, double x)
    {
        DoubleDouble value = samples.Value(x);
        double error = Math.Abs((Polynomials.Value(_powers, [.. piece.Coefficients.Select(static c => (DoubleDouble)c)], x - piece.Centre) - value).Hi) + Rounding(piece, x);
        if (error == 0 || measure == Measure.Absolute)
        {
            return error;
        }
        return value.IsZero ? double.PositiveInfinity : error / Math.Abs(value.Hi);
    }

    /// <summary>
    /// What roundings add, by running error analysis: a long piece on which terms cancel must be cut, however near its polynomial is. x - 10⁹ has lost a small x.
    /// </summary>
    private static double Rounding(Piece piece, double x)
    {
        const double Share = 1.1102230246251565e-16; // 2⁻⁵³
        double t = x - piece.Centre, sum = piece.Coefficients[piece.Coefficients.Count - 1], error = 0;
        bool isExact = t + piece.Centre == x;
        for (int j = piece.Coefficients.Count - 2; j >= 0; j--)
        {
            double product = sum * t;
            sum = product + piece.Coefficients[j];
            error = (error * Math.Abs(t)) + (Share * (Math.Abs(sum) + (isExact ? 0 : Math.Abs(product))));
        }
        return error;
    }

    /// <summary>The polynomial in x − centre, null where numbers are too close to tell it.</summary>
    private double[]? Coefficients(double lo, double hi, double centre)
    {
        int exponent = hi - lo > 0 ? Binary.Exponent(hi - lo) : 0;
        if (!(centre > lo && centre < hi) || Math.Abs(exponent) * degree > 900)
        {
            return null; // scaled coefficients would be no numbers
        }
        double scale = Binary.Scale(1, exponent);
        List<DoubleDouble[]> rows = [];
        foreach (double s in _nodes.Values)
        {
            double x = At(s, lo, hi);
            rows.Add(Row((x - centre) / scale, isSlope: false, samples.Value(x)));
        }
        if (_nodes.HasSlopes)
        {
            rows.Add(Row((lo - centre) / scale, isSlope: true, samples.Slope(lo, hi) * scale));
            rows.Add(Row((hi - centre) / scale, isSlope: true, samples.Slope(hi, lo) * scale));
        }
        if (LinearSystem.Solve([.. rows]) is not { } scaled)
        {
            return null;
        }
        double[] coefficients = [.. scaled.Select((c, j) => c.Scale(Binary.Scale(1, -j * exponent)).Hi)];
        return coefficients.All(static c => Math.Abs(c) <= double.MaxValue) ? coefficients : null;
    }

    /// <summary>Powers of an argument, or their derivatives, and what their sum must be.</summary>
    private DoubleDouble[] Row(double t, bool isSlope, DoubleDouble value)
    {
        DoubleDouble[] row = new DoubleDouble[degree + 2];
        DoubleDouble power = 1;
        for (int j = isSlope ? 1 : 0; j <= degree; j++)
        {
            row[j] = isSlope ? power * j : power;
            power *= t;
        }
        row[degree + 1] = value;
        return row;
    }
}

/// <summary>A polynomial in x − <paramref name="Centre"/> on a part of a domain.</summary>
/// <param name="Error">Its largest error where it was looked at.</param>
internal sealed record Piece(double Lo, double Hi, double Centre, EquatableArray<double> Coefficients, double Error);
