using System;

namespace NumericTests.Constructs;

/// <summary>Companions whose variables are not plain numbers or spans, seen as functions of one flat point.</summary>
internal static class ConstructCompanionShapes
{
    public static double RectangularArray(ReadOnlySpan<double> x, Span<double> g)
    {
        double[,] slope = new double[2, 2];
        double value = Storage.RectangularArrayGradient(Matrices.Of(x, 2, 2), slope);
        Matrices.CopyTo(slope, g);
        return value;
    }

    public static double NestedStruct(ReadOnlySpan<double> x, Span<double> g)
    {
        double value = Structures.NestedStructGradient(new(new(x[0], x[1]), new(x[2], x[3]), x[4]), out Segment slope);
        ((g[0], g[1]), (g[2], g[3]), g[4]) = slope;
        return value;
    }

    /// <summary>What is not floating is copied into the output.</summary>
    public static double FieldStruct(ReadOnlySpan<double> x, Span<double> g)
    {
        double value = Structures.FieldStructGradient(ConstructShapes.Spring(x, isActive: true), out Spring slope);
        (g[0], g[1]) = (slope.Stiffness, slope.Length);
        Assert.True(slope.IsActive);
        Assert.Equal(3, slope.Count);
        return value;
    }

    public static double Tuple(ReadOnlySpan<double> x, Span<double> g)
    {
        double value = Structures.TupleGradient((x[0], x[1]), x[2], out (double Mass, double Speed) slope, out g[2]);
        (g[0], g[1]) = slope;
        return value;
    }
}
