using System;

namespace NumericTests.Golden;

/// <summary>Hessian products of variables that are not plain numbers or spans, seen as functions of one flat point and direction.</summary>
internal static class HessianProductShapes
{
    public static double PolarOfTuple(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> h)
    {
        double value = StraightLineVariants.PolarOfTupleHessianProduct((x[0], x[1]), (v[0], v[1]), out (double X, double Y) product);
        (h[0], h[1]) = product;
        return value;
    }

    public static double OrbitOf(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> h)
    {
        double value = Calls.OrbitOfHessianProduct(new(x[0], x[1]), new(v[0], v[1]), out ComplexNumber product);
        (h[0], h[1]) = (product.Re, product.Im);
        return value;
    }

    public static double LennardJonesOfPoints(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> h)
    {
        double value = Chemistry.LennardJonesOfPointsHessianProduct(
            new(x[0], x[1]), new(x[2], x[3]), new(x[4], x[5]), new(x[6], x[7]),
            new(v[0], v[1]), new(v[2], v[3]), new(v[4], v[5]), new(v[6], v[7]),
            out Point first, out Point second, out Point third, out Point fourth);
        Point[] products = [first, second, third, fourth];
        for (int i = 0; i < products.Length; i++)
        {
            (h[2 * i], h[(2 * i) + 1]) = products[i];
        }
        return value;
    }

    public static double ProductNormOfMatrices(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> h)
    {
        double[,] productOfA = new double[2, 3], productOfB = new double[3, 2];
        double value = InPlace.ProductNormOfMatricesHessianProduct(
            Matrices.Of(x[..6], 2, 3), Matrices.Of(x[6..], 3, 2), Matrices.Of(v[..6], 2, 3), Matrices.Of(v[6..], 3, 2), productOfA, productOfB);
        Matrices.CopyTo(productOfA, h[..6]);
        Matrices.CopyTo(productOfB, h[6..]);
        return value;
    }
}
