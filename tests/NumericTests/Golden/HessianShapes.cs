using System;

namespace NumericTests.Golden;

/// <summary>Hessians of variables that are not plain numbers or spans, seen as functions of one flat point.</summary>
internal static class HessianShapes
{
    public static double PolarOfTuple(ReadOnlySpan<double> x, Span<double> g, Span<double> h) =>
        StraightLineVariants.PolarOfTupleHessian((x[0], x[1]), g, h);

    public static double OrbitOf(ReadOnlySpan<double> x, Span<double> g, Span<double> h) => Calls.OrbitOfHessian(new(x[0], x[1]), g, h);

    public static double LennardJonesOfPoints(ReadOnlySpan<double> x, Span<double> g, Span<double> h) =>
        Chemistry.LennardJonesOfPointsHessian(new(x[0], x[1]), new(x[2], x[3]), new(x[4], x[5]), new(x[6], x[7]), g, h);

    public static double ProductNormOfMatrices(ReadOnlySpan<double> x, Span<double> g, Span<double> h) =>
        InPlace.ProductNormOfMatricesHessian(Matrices.Of(x[..6], 2, 3), Matrices.Of(x[6..], 3, 2), g, h);
}
