using System;
using NumericTests.Constructs;
using NumericTests.Golden;
using Proxima;

namespace NumericTests.Batches;

/// <summary>Nothing is allocated per call: not by models of fixed size, and not by those whose workspace is pooled, once it is warm.</summary>
public sealed class AllocationCompanionTests
{
    [Fact]
    public void Gradient_of_scalars_allocates_nothing() => AllocatesNothing(static () => ArithmeticModels.RosenbrockGradient(0.7, 1.3, out _, out _));

    [Fact]
    public void Gradient_with_branches_allocates_nothing() => AllocatesNothing(static () => Branches.LadderGradient(0.7, 1.3, out _, out _));

    [Fact]
    public void Gradient_of_a_struct_allocates_nothing() => AllocatesNothing(static () => Calls.OrbitOfGradient(new(0.3, 0.4), out _));

    [Fact]
    public void Gradient_of_a_fixed_loop_allocates_nothing() => AllocatesNothing(static () => Loops.CarriedProductGradient(1.1, 0.4, out _, out _));

    [Fact]
    public void Gradient_with_local_functions_and_tuples_allocates_nothing() =>
        AllocatesNothing(static () => TimeStepping.PredatorAndPreyGradient(1.5, 1, 3, 1, 1, 1, out _, out _, out _, out _, out _, out _));

    [Fact]
    public void Gradient_through_a_lambda_allocates_nothing() => AllocatesNothing(static () => Calls.LambdaGradient(1.3, 0.4, 0.7, out _, out _, out _));

    [Fact]
    public void Gradient_with_local_arrays_allocates_nothing()
    {
        double[] input = [4, 1, 0.5, 1, 3, -0.7, 0.2, 0.4, 2, 1, 2, 3], gradient = new double[12];
        AllocatesNothing(() => LinearSystem.SolveGradient(input, gradient));
    }

    [Fact]
    public void Gradient_with_stackalloc_allocates_nothing() => AllocatesNothing(static () => Storage.StackAllocGradient(0.7, 1.3, out _, out _));

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    [InlineData(100_000)]
    public void Gradient_with_a_workspace_allocates_nothing_once_warm(int steps) =>
        AllocatesNothing(() => ShapeModels.OrbitGradient(0.3, 3.1, steps, out _, out _));

    [Fact]
    public void Gradient_with_an_unknown_trip_count_allocates_nothing_once_warm() => AllocatesNothing(static () => ShapeModels.SettleGradient(50, out _));

    [Theory]
    [Trait("Category", "Batch")]
    [InlineData(9)]
    [InlineData(1_003)]
    public void Batches_allocate_nothing(int rows)
    {
        double[] x = Rows.Uniform(rows, -2, 2, seed: 1), y = Rows.Uniform(rows, -2, 2, seed: 2);
        double[] result = new double[rows], slopeOfX = new double[rows], slopeOfY = new double[rows];
        AllocatesNothing(() => ArithmeticModels.RosenbrockBatch(x, y, result));
        AllocatesNothing(() => ArithmeticModels.RosenbrockGradientBatch(x, y, result, slopeOfX, slopeOfY));
        AllocatesNothing(() => ArithmeticModels.WhileLargeGradientBatch(x, y, result, slopeOfX, slopeOfY));
        AllocatesNothing(() => ShapeModels.OrbitGradientBatch(x, y, 300, result, slopeOfX, slopeOfY));
    }

    [Fact]
    public void The_model_struct_through_a_generic_parameter_allocates_nothing()
    {
        double[] point = [0.7, 1.3], gradient = new double[2];
        AllocatesNothing(() => Descend(default(ArithmeticModels.RosenbrockModel), point, gradient));
    }

    /// <summary>One step of gradient descent, written as an algorithm of the runtime is.</summary>
    private static void Descend<TModel>(TModel model, double[] point, double[] gradient)
        where TModel : struct, IGradient<double>
    {
        model.Gradient(point, gradient);
        for (int i = 0; i < model.Dimension; i++)
        {
            point[i] -= 1e-4 * gradient[i];
        }
        model.Value(point);
    }

    private static void AllocatesNothing(Action call)
    {
        for (int i = 0; i < 3; i++)
        {
            call();
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
        {
            call();
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
