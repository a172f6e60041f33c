using System;
using System.Collections.Generic;

namespace NumericTests.VectorResults;

/// <summary>The generated companions of <see cref="VectorModels"/>, under the same names.</summary>
internal static class VectorCompanionTable
{
    private static int[] From => VectorModels.From;

    private static int[] To => VectorModels.To;

    private static int[] Bin => VectorModels.Bin;

    public static readonly Dictionary<string, VectorCompanions> All = new()
    {
        ["tuple of two numbers"] = new(ReturnedShapes.PolarTangent, ReturnedShapes.PolarAdjoint, ReturnedShapes.PolarJacobian),
        ["struct of one number"] = new(ReturnedShapes.HelixTangent, ReturnedShapes.HelixAdjoint, ReturnedShapes.HelixJacobian),
        ["tuple of a span"] = new(ReturnedShapes.MomentsTangent, ReturnedShapes.MomentsAdjoint, ReturnedShapes.MomentsJacobian),
        ["struct of two structs"] = new(ReturnedShapes.RotateTangent, ReturnedShapes.RotateAdjoint, ReturnedShapes.RotateJacobian),
        ["softmax"] = new(
            static (x, t, y, ty) => SpanResults.SoftmaxTangent(x, y, t, ty),
            static (x, s, y, dx) => SpanResults.SoftmaxAdjoint(x, y, s, dx),
            SpanResults.SoftmaxJacobian),
        ["recurrence in the result"] = new(
            static (x, t, y, ty) => SpanResults.GrowthTangent(x[..5], x[5], y, t[..5], t[5], ty),
            static (x, s, y, dx) => SpanResults.GrowthAdjoint(x[..5], x[5], y, s, dx[..5], out dx[5]),
            static (x, y, j) => SpanResults.GrowthJacobian(x[..5], x[5], y, j)),
        ["two spans and a number"] = new(
            static (x, t, y, ty) => y[7] = SpanResults.SplitTangent(x[..4], x[4], y[..4], y[4..7], t[..4], t[4], ty[..4], ty[4..7], out ty[7]),
            static (x, s, y, dx) => y[7] = SpanResults.SplitAdjoint(x[..4], x[4], y[..4], y[4..7], s[..4], s[4..7], s[7], dx[..4], out dx[4]),
            static (x, y, j) => y[7] = SpanResults.SplitJacobian(x[..4], x[4], y[..4], y[4..7], j)),
        ["matrix and array"] = new(
            static (x, t, y, ty) => SpanResults.LayerTangent(Matrices.Of(x[..6], 2, 3), x[6..].ToArray(), y, Matrices.Of(t[..6], 2, 3), t[6..], ty),
            MatrixAdjoint,
            static (x, y, j) => SpanResults.LayerJacobian(Matrices.Of(x[..6], 2, 3), x[6..].ToArray(), y, j)),
        ["local array"] = new(
            static (x, t, y, ty) => SpanResults.ConvolutionTangent(x[..3], x[3..], y, t[..3], t[3..], ty),
            static (x, s, y, dx) => SpanResults.ConvolutionAdjoint(x[..3], x[3..], y, s, dx[..3], dx[3..]),
            static (x, y, j) => SpanResults.ConvolutionJacobian(x[..3], x[3..], y, j)),
        ["path of a system"] = new(
            static (x, t, y, ty) => SpanResults.LorenzTangent(x[..3], x[3], x[4], x[5], VectorModels.LorenzSteps, y, t[..3], t[3], t[4], t[5], ty),
            static (x, s, y, dx) => SpanResults.LorenzAdjoint(
                x[..3], x[3], x[4], x[5], VectorModels.LorenzSteps, y, s, dx[..3], out dx[3], out dx[4], out dx[5]),
            static (x, y, j) => SpanResults.LorenzJacobian(x[..3], x[3], x[4], x[5], VectorModels.LorenzSteps, y, j)),
        ["band"] = new(
            static (x, t, y, ty) => SparseResults.ValleyTangent(x, y, t, ty),
            static (x, s, y, dx) => SparseResults.ValleyAdjoint(x, y, s, dx),
            SparseResults.ValleyJacobian),
        ["diagonal with branches"] = new(
            static (x, t, y, ty) => SparseResults.PiecewiseTangent(x, y, t, ty),
            static (x, s, y, dx) => SparseResults.PiecewiseAdjoint(x, y, s, dx),
            SparseResults.PiecewiseJacobian),
        ["diagonal with a while loop"] = new(
            static (x, t, y, ty) => SparseResults.UntilTangent(x, 4, y, t, ty),
            static (x, s, y, dx) => SparseResults.UntilAdjoint(x, 4, y, s, dx),
            static (x, y, j) => SparseResults.UntilJacobian(x, 4, y, j)),
        ["edges of a graph"] = new(
            static (x, t, y, ty) => SparseResults.EdgesTangent(x, From, To, y, t, ty),
            static (x, s, y, dx) => SparseResults.EdgesAdjoint(x, From, To, y, s, dx),
            static (x, y, j) => SparseResults.EdgesJacobian(x, From, To, y, j)),
        ["bins"] = new(
            static (x, t, y, ty) => SparseResults.BinsTangent(x, Bin, y, t, ty),
            static (x, s, y, dx) => SparseResults.BinsAdjoint(x, Bin, y, s, dx),
            static (x, y, j) => SparseResults.BinsJacobian(x, Bin, y, j)),
        ["arrow"] = new(
            static (x, t, y, ty) => SparseResults.ArrowTangent(x, y, t, ty),
            static (x, s, y, dx) => SparseResults.ArrowAdjoint(x, y, s, dx),
            SparseResults.ArrowJacobian),
    };

    private static void MatrixAdjoint(ReadOnlySpan<double> x, ReadOnlySpan<double> seed, Span<double> y, Span<double> adjoint)
    {
        double[,] adjointOfWeights = new double[2, 3];
        SpanResults.LayerAdjoint(Matrices.Of(x[..6], 2, 3), x[6..].ToArray(), y, seed, adjointOfWeights, adjoint[6..]);
        Matrices.CopyTo(adjointOfWeights, adjoint[..6]);
    }
}
