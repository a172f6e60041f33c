using System.Collections.Generic;

namespace NumericTests.Batches;

/// <summary>The companions of <see cref="ArithmeticModels"/> and <see cref="TranscendentalModels"/> by the models' names.</summary>
internal static class BatchCompanions
{
    public static readonly Dictionary<string, BatchCase> Arithmetic = new()
    {
        ["Rosenbrock"] = new(
            2, -2, 2,
            static (x, g) => ArithmeticModels.RosenbrockGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => ArithmeticModels.RosenbrockBatch(c[0], c[1], r),
            static (c, r, s) => ArithmeticModels.RosenbrockGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["Quotients"] = new(
            2, -1, 1,
            static (x, g) => ArithmeticModels.QuotientsGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => ArithmeticModels.QuotientsBatch(c[0], c[1], r),
            static (c, r, s) => ArithmeticModels.QuotientsGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["Root"] = new(
            2, -2, 2,
            static (x, g) => ArithmeticModels.RootGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => ArithmeticModels.RootBatch(c[0], c[1], r),
            static (c, r, s) => ArithmeticModels.RootGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["Branches"] = new(
            2, -1, 2,
            static (x, g) => ArithmeticModels.BranchesGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => ArithmeticModels.BranchesBatch(c[0], c[1], r),
            static (c, r, s) => ArithmeticModels.BranchesGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["EarlyReturn"] = new(
            2, -1, 2,
            static (x, g) => ArithmeticModels.EarlyReturnGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => ArithmeticModels.EarlyReturnBatch(c[0], c[1], r),
            static (c, r, s) => ArithmeticModels.EarlyReturnGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["Growth"] = new(
            3, 0.1, 0.9,
            static (x, g) => ArithmeticModels.GrowthGradient(x[0], x[1], x[2], 25, out g[0], out g[1], out g[2]),
            static (c, r) => ArithmeticModels.GrowthBatch(c[0], c[1], c[2], 25, r),
            static (c, r, s) => ArithmeticModels.GrowthGradientBatch(c[0], c[1], c[2], 25, r, s[0], s[1], s[2])),
        ["WhileLarge"] = new(
            2, -2, 2,
            static (x, g) => ArithmeticModels.WhileLargeGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => ArithmeticModels.WhileLargeBatch(c[0], c[1], r),
            static (c, r, s) => ArithmeticModels.WhileLargeGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["BreakWhenSmall"] = new(
            2, 0.1, 0.9,
            static (x, g) => ArithmeticModels.BreakWhenSmallGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => ArithmeticModels.BreakWhenSmallBatch(c[0], c[1], r),
            static (c, r, s) => ArithmeticModels.BreakWhenSmallGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["ContinueWhenNegative"] = new(
            2, -1, 2,
            static (x, g) => ArithmeticModels.ContinueWhenNegativeGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => ArithmeticModels.ContinueWhenNegativeBatch(c[0], c[1], r),
            static (c, r, s) => ArithmeticModels.ContinueWhenNegativeGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["Selections"] = new(
            2, -2, 2,
            static (x, g) => ArithmeticModels.SelectionsGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => ArithmeticModels.SelectionsBatch(c[0], c[1], r),
            static (c, r, s) => ArithmeticModels.SelectionsGradientBatch(c[0], c[1], r, s[0], s[1])),
    };

    public static readonly Dictionary<string, BatchCase> Transcendental = new()
    {
        ["Exponential"] = new(
            1, -20, 20,
            static (x, g) => TranscendentalModels.ExponentialGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.ExponentialBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.ExponentialGradientBatch(c[0], r, s[0])),
        ["Logarithm"] = new(
            1, 0.01, 50,
            static (x, g) => TranscendentalModels.LogarithmGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.LogarithmBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.LogarithmGradientBatch(c[0], r, s[0])),
        ["Sine"] = new(
            1, -20, 20,
            static (x, g) => TranscendentalModels.SineGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.SineBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.SineGradientBatch(c[0], r, s[0])),
        ["Cosine"] = new(
            1, -20, 20,
            static (x, g) => TranscendentalModels.CosineGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.CosineBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.CosineGradientBatch(c[0], r, s[0])),
        ["Tangent"] = new(
            1, -1.5, 1.5,
            static (x, g) => TranscendentalModels.TangentGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.TangentBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.TangentGradientBatch(c[0], r, s[0])),
        ["HyperbolicTangent"] = new(
            1, -4, 4,
            static (x, g) => TranscendentalModels.HyperbolicTangentGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.HyperbolicTangentBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.HyperbolicTangentGradientBatch(c[0], r, s[0])),
        ["Arctangent"] = new(
            1, -9, 9,
            static (x, g) => TranscendentalModels.ArctangentGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.ArctangentBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.ArctangentGradientBatch(c[0], r, s[0])),
        ["CubeRoot"] = new(
            1, 0.1, 9,
            static (x, g) => TranscendentalModels.CubeRootGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.CubeRootBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.CubeRootGradientBatch(c[0], r, s[0])),
        ["Arcsine"] = new(
            1, 0.01, 0.9,
            static (x, g) => TranscendentalModels.ArcsineGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.ArcsineBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.ArcsineGradientBatch(c[0], r, s[0])),
        ["Arccosine"] = new(
            1, 0.01, 0.9,
            static (x, g) => TranscendentalModels.ArccosineGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.ArccosineBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.ArccosineGradientBatch(c[0], r, s[0])),
        ["ExponentialLessOne"] = new(
            1, 0.5, 9,
            static (x, g) => TranscendentalModels.ExponentialLessOneGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.ExponentialLessOneBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.ExponentialLessOneGradientBatch(c[0], r, s[0])),
        ["LogarithmOfOneMore"] = new(
            1, 0.5, 9,
            static (x, g) => TranscendentalModels.LogarithmOfOneMoreGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.LogarithmOfOneMoreBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.LogarithmOfOneMoreGradientBatch(c[0], r, s[0])),
        ["ErrorFunction"] = new(
            1, 0.1, 3,
            static (x, g) => TranscendentalModels.ErrorFunctionGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.ErrorFunctionBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.ErrorFunctionGradientBatch(c[0], r, s[0])),
        ["Logistic"] = new(
            1, 0.1, 9,
            static (x, g) => TranscendentalModels.LogisticGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.LogisticBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.LogisticGradientBatch(c[0], r, s[0])),
        ["SmoothRamp"] = new(
            1, 0.1, 9,
            static (x, g) => TranscendentalModels.SmoothRampGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.SmoothRampBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.SmoothRampGradientBatch(c[0], r, s[0])),
        ["BinaryLogarithm"] = new(
            1, 0.01, 50,
            static (x, g) => TranscendentalModels.BinaryLogarithmGradient(x[0], out g[0]),
            static (c, r) => TranscendentalModels.BinaryLogarithmBatch(c[0], r),
            static (c, r, s) => TranscendentalModels.BinaryLogarithmGradientBatch(c[0], r, s[0])),
        ["Power"] = new(
            2, 0.1, 3,
            static (x, g) => TranscendentalModels.PowerGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => TranscendentalModels.PowerBatch(c[0], c[1], r),
            static (c, r, s) => TranscendentalModels.PowerGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["Angle"] = new(
            2, -2, 2,
            static (x, g) => TranscendentalModels.AngleGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => TranscendentalModels.AngleBatch(c[0], c[1], r),
            static (c, r, s) => TranscendentalModels.AngleGradientBatch(c[0], c[1], r, s[0], s[1])),
        ["Length"] = new(
            2, -2, 2,
            static (x, g) => TranscendentalModels.LengthGradient(x[0], x[1], out g[0], out g[1]),
            static (c, r) => TranscendentalModels.LengthBatch(c[0], c[1], r),
            static (c, r, s) => TranscendentalModels.LengthGradientBatch(c[0], c[1], r, s[0], s[1])),
    };
}
