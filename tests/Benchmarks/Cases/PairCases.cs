using System.Runtime.CompilerServices;

namespace Benchmarks;

/// <summary>Derivatives by the values they are derivatives of: pairs without rivals.</summary>
internal static class PairCases
{
    private const int Steps = 1000;

    private static readonly double[] Point = Numbers.Random(1000, 7), Direction = Numbers.Random(1000, 8), Product = new double[1000];

    // Results go here, so that the JIT cannot drop the calls.
    private static double _sink;

    public static Case RosenbrockCalled(string name) =>
        Case.Of(name, "gradient, called", CalledGradients, "value, called", CalledValues, Target.AtMost(1.2));

    public static Case RosenbrockInlined(string name)
    {
        Contestant ours = new("gradient, inlined into a loop", RosenbrockGradients);
        return new(name,
        [
            new(ours, new("value, inlined into a loop", RosenbrockValues), Target.AtMost(1.2)),
            new(ours, new("gradient by hand, inlined into a loop", RosenbrockGradientsByHand)),
            new(new("gradient by hand, inlined into a loop", RosenbrockGradientsByHand), new("value, inlined into a loop", RosenbrockValues)),
        ]);
    }

    public static Case Checkpointed(string name) =>
        Case.Of(name, "checkpointed, 1,000,000 steps", CheckpointedSteps, "not, 100 × 10,000 steps", PlainSteps, Target.AtMost(2.2));

    public static Case Tangent(string name) => Case.Of(name, "tangent", GrowthTangent, "value", GrowthValue, Target.AtMost(1.3));

    public static Case RecurrenceProduct(string name) => Case.Of(name, "Hessian product", GrowthProduct, "value", GrowthValue, Target.AtMost(4.5));

    public static Case ChainProduct(string name) => Case.Of(name, "Hessian product", ValleyProduct, "value", ValleyValue, Target.AtMost(4.5));

    private static void RosenbrockValues()
    {
        double sum = 0;
        for (int i = 0; i < Point.Length - 1; i++)
        {
            sum += Models.Rosenbrock(Point[i], Point[i + 1]);
        }
        _sink = sum;
    }

    private static void RosenbrockGradients()
    {
        double sum = 0;
        for (int i = 0; i < Point.Length - 1; i++)
        {
            sum += Models.RosenbrockGradient(Point[i], Point[i + 1], out double dX, out double dY) + dX + dY;
        }
        _sink = sum;
    }

    // The fewest operations we know: two differences, two sums, five products and a multiply-add.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double GradientByHand(double x, double y, out double dX, out double dY)
    {
        double t = y - (x * x), scaled = 100 * t, u = 1 - x;
        dY = scaled + scaled;
        dX = -2 * double.MultiplyAddEstimate(x, dY, u);
        return (scaled * t) + (u * u);
    }

    private static void RosenbrockGradientsByHand()
    {
        double sum = 0;
        for (int i = 0; i < Point.Length - 1; i++)
        {
            sum += GradientByHand(Point[i], Point[i + 1], out double dX, out double dY) + dX + dY;
        }
        _sink = sum;
    }

    // As an optimiser calls a model it does not know: each point is a call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double CalledValue(double x, double y) => Models.Rosenbrock(x, y);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double CalledGradient(double x, double y, out double dX, out double dY) => Models.RosenbrockGradient(x, y, out dX, out dY);

    private static void CalledValues()
    {
        double sum = 0;
        for (int i = 0; i < Point.Length - 1; i++)
        {
            sum += CalledValue(Point[i], Point[i + 1]);
        }
        _sink = sum;
    }

    private static void CalledGradients()
    {
        double sum = 0;
        for (int i = 0; i < Point.Length - 1; i++)
        {
            sum += CalledGradient(Point[i], Point[i + 1], out double dX, out double dY) + dX + dY;
        }
        _sink = sum;
    }

    private static void CheckpointedSteps() => _sink = Models.CheckpointedGrowthGradient(1e-5, 0.1, 1_000_000, out double dRate, out double dStart) + dRate + dStart;

    private static void PlainSteps()
    {
        double sum = 0;
        for (int i = 0; i < 100; i++)
        {
            sum += Models.GrowthGradient(1e-5, 0.1, 10_000, out double dRate, out double dStart) + dRate + dStart;
        }
        _sink = sum;
    }

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
