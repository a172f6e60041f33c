using System;

namespace NumericTests.Golden;

/// <summary>Tangents of variables that are not plain numbers or spans, seen as functions of one flat point and direction.</summary>
internal static class TangentShapes
{
    public static double PolarOfTuple(ReadOnlySpan<double> x, ReadOnlySpan<double> t, out double tangent) =>
        StraightLineVariants.PolarOfTupleTangent((x[0], x[1]), (t[0], t[1]), out tangent);

    public static double OrbitOf(ReadOnlySpan<double> x, ReadOnlySpan<double> t, out double tangent) =>
        Calls.OrbitOfTangent(new(x[0], x[1]), new(t[0], t[1]), out tangent);

    public static double LennardJonesOfPoints(ReadOnlySpan<double> x, ReadOnlySpan<double> t, out double tangent) => Chemistry.LennardJonesOfPointsTangent(
        new(x[0], x[1]), new(x[2], x[3]), new(x[4], x[5]), new(x[6], x[7]),
        new(t[0], t[1]), new(t[2], t[3]), new(t[4], t[5]), new(t[6], t[7]), out tangent);

    public static double ProductNormOfMatrices(ReadOnlySpan<double> x, ReadOnlySpan<double> t, out double tangent) => InPlace.ProductNormOfMatricesTangent(
        Matrices.Of(x[..6], 2, 3), Matrices.Of(x[6..], 3, 2), Matrices.Of(t[..6], 2, 3), Matrices.Of(t[6..], 3, 2), out tangent);
}
