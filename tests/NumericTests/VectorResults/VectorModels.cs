using System.Collections.Generic;

namespace NumericTests.VectorResults;

/// <summary>The vector models, each at a point where nothing is special.</summary>
internal static class VectorModels
{
    public static readonly int[] From = [0, 2, 3, 1, 4, 4], To = [1, 0, 1, 4, 2, 3], Bin = [2, 0, 1, 2, 0];

    public const int LorenzSteps = 7;

    public static readonly Dictionary<string, VectorModel> All = new()
    {
        ["tuple of two numbers"] = new([1.3, 0.7], 2, static (x, y) => (y[0], y[1]) = ReturnedResults.FromPolar(x[0], x[1])),
        ["struct of one number"] = new([0.9], 3, static (x, y) => (y[0], y[1], y[2]) = ReturnedResults.Helix(x[0])),
        ["tuple of a span"] = new([0.3, -1.2, 2.5, 0.8, 1.1], 3, static (x, y) => (y[0], y[1], y[2]) = ReturnedResults.Moments(x)),
        ["struct of two structs"] = new(
            [0.9, 0.2, -0.4, 0.3, 1.5, -0.7, 0.6], 3, static (x, y) => (y[0], y[1], y[2]) = ReturnedResults.Rotate(TurnOf(x), new(x[4], x[5], x[6]))),
        ["softmax"] = new([0.1, 1.4, -0.6, 0.9], 4, SpanResults.Softmax),
        ["recurrence in the result"] = new([0.2, 0.5, -0.3, 0.4, 0.1, 2.9], 5, static (x, y) => SpanResults.Growth(x[..5], x[5], y)),
        ["two spans and a number"] = new(
            [0.4, 1.2, -0.8, 0.9, 1.7], 8, static (x, y) => y[7] = SpanResults.Split(x[..4], x[4], y[..4], y[4..7])),
        ["matrix and array"] = new(
            [0.5, -0.2, 0.8, 0.1, 0.9, -0.6, 0.7, -1.1, 0.4], 2, static (x, y) => SpanResults.Layer(Matrices.Of(x[..6], 2, 3), x[6..].ToArray(), y)),
        ["local array"] = new([0.5, 1.2, -0.3, 0.8, -0.7], 4, static (x, y) => SpanResults.Convolution(x[..3], x[3..], y)),
        ["path of a system"] = new(
            [1.0, 0.5, 20, 10, 28, 2.5], 3 * LorenzSteps, static (x, y) => SpanResults.Lorenz(x[..3], x[3], x[4], x[5], LorenzSteps, y)),
        ["band"] = new([-1.2, 1, 0.7, 0.4], 6, SparseResults.Valley),
        ["diagonal with branches"] = new([1.7, 0.4, -0.8, 2.2], 4, SparseResults.Piecewise),
        ["diagonal with a while loop"] = new([0.3, -0.7, 1.4, 5.0], 4, static (x, y) => SparseResults.Until(x, 4, y)),
        ["edges of a graph"] = new([0.3, -1.1, 0.8, 2.1, -0.4], 6, static (x, y) => SparseResults.Edges(x, From, To, y)),
        ["bins"] = new([0.3, -1.1, 0.8, 2.1, -0.4], 3, static (x, y) => SparseResults.Bins(x, Bin, y)),
        ["arrow"] = new([0.3, -1.1, 0.8, 2.1, -0.4], 5, SparseResults.Arrow),
    };

    public static Turn TurnOf(System.ReadOnlySpan<double> x) => new() { W = x[0], X = x[1], Y = x[2], Z = x[3] };
}
