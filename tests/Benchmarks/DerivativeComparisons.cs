using System.Collections.Generic;

namespace Benchmarks;

/// <summary>What <c>--quick</c> measures of tangents, Hessian products and Jacobians.</summary>
internal static class DerivativeComparisons
{
    private const int Steps = 1000;

    private static readonly double[] Point = Columns.Random(1000, 7), Direction = Columns.Random(1000, 8), Product = new double[1000];
    private static readonly HandTimes Hand = new();

    // Results go here, so that the JIT cannot drop the calls.
    private static double _sink;

    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("scalar recurrence, 1000 steps: tangent / value", GrowthTangent, GrowthValue, 1.3, IsUpperBound: true),
        new("scalar recurrence, 1000 steps: Hessian product / value", GrowthProduct, GrowthValue, 4.5, IsUpperBound: true),
        new("additive loop n = 1000: Hessian product / value", ValleyProduct, ValleyValue, 4.5, IsUpperBound: true),
        new("simple hand, 100 points: Jacobian / residuals", Hand.Jacobian, Hand.Residuals, 8, IsUpperBound: true),
    ];

    private static void GrowthValue() => _sink = SecondOrderModels.Growth(3.9, 0.03, 300, Steps);

    private static void GrowthTangent()
    {
        double value = SecondOrderModels.GrowthTangent(3.9, 0.03, 300, Steps, 1, 0.5, -0.25, out double tangent);
        _sink = value + tangent;
    }

    private static void GrowthProduct()
    {
        double value = SecondOrderModels.GrowthHessianProduct(
            3.9, 0.03, 300, Steps, 1, 0.5, -0.25, out double hStart, out double hRate, out double hCapacity);
        _sink = value + hStart + hRate + hCapacity;
    }

    private static void ValleyValue() => _sink = SecondOrderModels.Valley(Point);

    private static void ValleyProduct() => _sink = SecondOrderModels.ValleyHessianProduct(Point, Direction, Product);
}
