using System;

namespace NumericTests.Golden;

/// <summary>Taylor coefficients along directions that are not plain numbers or spans.</summary>
internal static class TaylorShapes
{
    public static double PolarOfTuple(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> c) =>
        StraightLineVariants.PolarOfTupleTaylor((x[0], x[1]), (v[0], v[1]), c);

    public static double OrbitOf(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> c) =>
        Calls.OrbitOfTaylor(new(x[0], x[1]), new(v[0], v[1]), c);

    public static double LennardJonesOfPoints(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> c) => Chemistry.LennardJonesOfPointsTaylor(
        new(x[0], x[1]), new(x[2], x[3]), new(x[4], x[5]), new(x[6], x[7]),
        new(v[0], v[1]), new(v[2], v[3]), new(v[4], v[5]), new(v[6], v[7]), c);

    public static double ProductNormOfMatrices(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> c) => InPlace.ProductNormOfMatricesTaylor(
        Matrices.Of(x[..6], 2, 3), Matrices.Of(x[6..], 3, 2), Matrices.Of(v[..6], 2, 3), Matrices.Of(v[6..], 3, 2), c);
}
