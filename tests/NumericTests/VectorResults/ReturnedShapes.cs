using System;

namespace NumericTests.VectorResults;

/// <summary>Companions of models that return their results, seen as functions of one flat point.</summary>
internal static class ReturnedShapes
{
    public static void PolarTangent(ReadOnlySpan<double> x, ReadOnlySpan<double> t, Span<double> y, Span<double> tangent)
    {
        (y[0], y[1]) = ReturnedResults.FromPolarTangent(x[0], x[1], t[0], t[1], out (double X, double Y) slope);
        (tangent[0], tangent[1]) = slope;
    }

    public static void PolarAdjoint(ReadOnlySpan<double> x, ReadOnlySpan<double> seed, Span<double> y, Span<double> adjoint) =>
        (y[0], y[1]) = ReturnedResults.FromPolarAdjoint(x[0], x[1], (seed[0], seed[1]), out adjoint[0], out adjoint[1]);

    public static void PolarJacobian(ReadOnlySpan<double> x, Span<double> y, Span<double> jacobian) =>
        (y[0], y[1]) = ReturnedResults.FromPolarJacobian(x[0], x[1], jacobian);

    public static void HelixTangent(ReadOnlySpan<double> x, ReadOnlySpan<double> t, Span<double> y, Span<double> tangent)
    {
        (y[0], y[1], y[2]) = ReturnedResults.HelixTangent(x[0], t[0], out Point3 slope);
        (tangent[0], tangent[1], tangent[2]) = slope;
    }

    public static void HelixAdjoint(ReadOnlySpan<double> x, ReadOnlySpan<double> seed, Span<double> y, Span<double> adjoint) =>
        (y[0], y[1], y[2]) = ReturnedResults.HelixAdjoint(x[0], new(seed[0], seed[1], seed[2]), out adjoint[0]);

    public static void HelixJacobian(ReadOnlySpan<double> x, Span<double> y, Span<double> jacobian) =>
        (y[0], y[1], y[2]) = ReturnedResults.HelixJacobian(x[0], jacobian);

    public static void MomentsTangent(ReadOnlySpan<double> x, ReadOnlySpan<double> t, Span<double> y, Span<double> tangent)
    {
        (y[0], y[1], y[2]) = ReturnedResults.MomentsTangent(x, t, out (double Mean, double Variance, double Third) slope);
        (tangent[0], tangent[1], tangent[2]) = slope;
    }

    public static void MomentsAdjoint(ReadOnlySpan<double> x, ReadOnlySpan<double> seed, Span<double> y, Span<double> adjoint) =>
        (y[0], y[1], y[2]) = ReturnedResults.MomentsAdjoint(x, (seed[0], seed[1], seed[2]), adjoint);

    public static void MomentsJacobian(ReadOnlySpan<double> x, Span<double> y, Span<double> jacobian) =>
        (y[0], y[1], y[2]) = ReturnedResults.MomentsJacobian(x, jacobian);

    public static void RotateTangent(ReadOnlySpan<double> x, ReadOnlySpan<double> t, Span<double> y, Span<double> tangent)
    {
        (y[0], y[1], y[2]) = ReturnedResults.RotateTangent(
            VectorModels.TurnOf(x), new(x[4], x[5], x[6]), VectorModels.TurnOf(t), new(t[4], t[5], t[6]), out Point3 slope);
        (tangent[0], tangent[1], tangent[2]) = slope;
    }

    public static void RotateAdjoint(ReadOnlySpan<double> x, ReadOnlySpan<double> seed, Span<double> y, Span<double> adjoint)
    {
        (y[0], y[1], y[2]) = ReturnedResults.RotateAdjoint(
            VectorModels.TurnOf(x), new(x[4], x[5], x[6]), new(seed[0], seed[1], seed[2]), out Turn turn, out Point3 point);
        (adjoint[0], adjoint[1], adjoint[2], adjoint[3]) = (turn.W, turn.X, turn.Y, turn.Z);
        (adjoint[4], adjoint[5], adjoint[6]) = point;
    }

    public static void RotateJacobian(ReadOnlySpan<double> x, Span<double> y, Span<double> jacobian) =>
        (y[0], y[1], y[2]) = ReturnedResults.RotateJacobian(VectorModels.TurnOf(x), new(x[4], x[5], x[6]), jacobian);
}
