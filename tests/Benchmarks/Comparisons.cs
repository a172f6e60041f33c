using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Benchmarks;

/// <summary>What <c>--quick</c> measures.</summary>
internal static class Comparisons
{
    private static readonly Columns Rows = new(10_000);
    private static readonly double[] Point = Columns.Random(1000, 7);
    private static readonly double[] Slope = new double[1000];

    // Results go here, so that the JIT cannot drop the calls.
    private static double _sink;

    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("Rosenbrock n = 2, both called: gradient / value", CalledGradients, CalledValues, 1.5, IsUpperBound: true),
        new("Rosenbrock n = 2, both inlined into the loop: gradient / value", RosenbrockGradients, RosenbrockValues, 1.5, IsUpperBound: true),
        new("additive loop n = 1000: gradient / value", ChainGradient, ChainValue, 2.5, IsUpperBound: true),
        new("five transcendental arguments, 10,000 rows: scalar loop / batch", Rows.ScalarValues, Rows.BatchValues, 10, IsUpperBound: false),
        new("the same with gradient: scalar loop / batch", Rows.ScalarGradients, Rows.BatchGradients, 10, IsUpperBound: false),
        new("gradient per step: checkpointed, 1,000,000 steps / not, 10,000 steps", CheckpointedSteps, PlainSteps, 2.2, IsUpperBound: true),
    ];

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

    // As many steps in loops of 10,000.
    private static void PlainSteps()
    {
        double sum = 0;
        for (int i = 0; i < 100; i++)
        {
            sum += Models.GrowthGradient(1e-5, 0.1, 10_000, out double dRate, out double dStart) + dRate + dStart;
        }
        _sink = sum;
    }

    private static void ChainValue() => _sink = Models.Chain(Point);

    private static void ChainGradient() => _sink = Models.ChainGradient(Point, Slope);
}
