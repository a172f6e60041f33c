using System;

namespace NumericTests.Golden;

/// <summary>Companions whose variables are not plain numbers or spans, seen as functions of one flat point.</summary>
internal static class CompanionShapes
{
    public static double PolarOfTuple(ReadOnlySpan<double> x, Span<double> g)
    {
        double value = StraightLineVariants.PolarOfTupleGradient((x[0], x[1]), out (double X, double Y) slope);
        (g[0], g[1]) = slope;
        return value;
    }

    public static double OrbitOf(ReadOnlySpan<double> x, Span<double> g)
    {
        double value = Calls.OrbitOfGradient(new(x[0], x[1]), out ComplexNumber slope);
        (g[0], g[1]) = (slope.Re, slope.Im);
        return value;
    }

    public static double LennardJonesOfPoints(ReadOnlySpan<double> x, Span<double> g)
    {
        double value = Chemistry.LennardJonesOfPointsGradient(
            new(x[0], x[1]), new(x[2], x[3]), new(x[4], x[5]), new(x[6], x[7]),
            out Point first, out Point second, out Point third, out Point fourth);
        Point[] slopes = [first, second, third, fourth];
        for (int i = 0; i < slopes.Length; i++)
        {
            (g[2 * i], g[(2 * i) + 1]) = slopes[i];
        }
        return value;
    }

    public static double ProductNormOfMatrices(ReadOnlySpan<double> x, Span<double> g)
    {
        double[,] slopeOfA = new double[2, 3], slopeOfB = new double[3, 2];
        double value = InPlace.ProductNormOfMatricesGradient(Matrices.Of(x[..6], 2, 3), Matrices.Of(x[6..], 3, 2), slopeOfA, slopeOfB);
        Matrices.CopyTo(slopeOfA, g[..6]);
        Matrices.CopyTo(slopeOfB, g[6..]);
        return value;
    }
}
