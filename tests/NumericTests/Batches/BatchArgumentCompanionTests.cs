using System;

namespace NumericTests.Batches;

/// <summary>What batches accept, and what they refuse before anything is written.</summary>
[Trait("Category", "Batch")]
public sealed class BatchArgumentCompanionTests
{
    private const double Untouched = -12345;

    private static readonly double[] Expected = Rosenbrock(out ExpectedX, out ExpectedY);
    private static readonly double[] ExpectedX, ExpectedY;

    private static double[] X => Rows.Uniform(21, -2, 2, seed: 5);

    private static double[] Y => Rows.Uniform(21, -2, 2, seed: 6);

    [Fact]
    public void Outputs_may_start_where_inputs_start()
    {
        double[] x = X, y = Y, result = new double[21];
        ArithmeticModels.RosenbrockGradientBatch(x, y, result, x, y);
        Assert.Equal(Expected, result);
        Assert.Equal(ExpectedX, x);
        Assert.Equal(ExpectedY, y);
    }

    [Fact]
    public void Outputs_may_change_places_with_inputs()
    {
        double[] x = X, y = Y, result = new double[21];
        ArithmeticModels.RosenbrockGradientBatch(x, y, result, y, x);
        Assert.Equal(Expected, result);
        Assert.Equal(ExpectedX, y);
        Assert.Equal(ExpectedY, x);
    }

    [Fact]
    public void The_result_may_be_an_input()
    {
        double[] x = X;
        ArithmeticModels.RosenbrockBatch(x, Y, x);
        Assert.Equal(Expected, x);
    }

    [Theory]
    [InlineData("result", 1, 30, 60)]
    [InlineData("dX", 90, 1, 60)]
    [InlineData("dY", 90, 60, 3)]
    public void An_output_that_overlaps_an_input_elsewhere_is_refused(string name, int result, int dX, int dY) =>
        Refused(name, 0, 120, result, dX, dY);

    [Theory]
    [InlineData(60, 60, 90)]
    [InlineData(60, 61, 90)]
    [InlineData(90, 60, 60)]
    [InlineData(90, 60, 80)]
    public void Outputs_that_overlap_each_other_are_refused(int result, int dX, int dY) => Refused("", 0, 120, result, dX, dY);

    [Theory]
    [InlineData("x", 20, 21, 21, 21)]
    [InlineData("y", 21, 22, 21, 21)]
    [InlineData("dX", 21, 21, 20, 21)]
    [InlineData("dY", 21, 21, 21, 40)]
    public void A_wrong_length_is_refused_with_the_name_and_both_lengths(string name, int x, int y, int dX, int dY)
    {
        double[] result = Rows.Filled(21, Untouched), slopeOfX = Rows.Filled(dX, Untouched), slopeOfY = Rows.Filled(dY, Untouched);
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => ArithmeticModels.RosenbrockGradientBatch(new double[x], new double[y], result, slopeOfX, slopeOfY));

        int wrong = name switch { "x" => x, "y" => y, "dX" => dX, _ => dY };
        Assert.Equal(name, exception.ParamName);
        Assert.Contains(FormattableString.Invariant($"{wrong}"), exception.Message);
        Assert.Contains("21", exception.Message);
        Assert.All(result, static value => Assert.Equal(Untouched, value));
        Assert.All(slopeOfX, static value => Assert.Equal(Untouched, value));
        Assert.All(slopeOfY, static value => Assert.Equal(Untouched, value));
    }

    [Fact]
    public void A_wrong_length_is_refused_by_the_values_alone_too()
    {
        double[] result = Rows.Filled(21, Untouched);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => ArithmeticModels.RosenbrockBatch(new double[21], new double[5], result));
        Assert.Equal("y", exception.ParamName);
        Assert.All(result, static value => Assert.Equal(Untouched, value));
    }

    [Fact]
    public void Columns_of_a_matrix_must_divide_its_length()
    {
        double[] result = Rows.Filled(4, Untouched);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => ShapeModels.HornerBatch(new double[13], new double[4], result));
        Assert.Equal("coefficients", exception.ParamName);
        Assert.All(result, static value => Assert.Equal(Untouched, value));
    }

    [Fact]
    public void No_rows_are_no_work()
    {
        ArithmeticModels.RosenbrockBatch([], [], []);
        ArithmeticModels.RosenbrockGradientBatch([], [], [], [], []);
        ShapeModels.HornerGradientBatch([], [], [], [], []);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_negative_count_is_a_loop_without_trips(int steps)
    {
        double value = ArithmeticModels.GrowthGradient(0.25, 0.5, 0.75, steps, out double dP0, out double dRate, out double dThreshold);
        Assert.Equal((0.25, 1.0, 0.0, 0.0), (value, dP0, dRate, dThreshold));

        double[] p0 = Rows.Filled(9, 0.25), other = Rows.Filled(9, 0.5), result = new double[9];
        double[] slopeOfP0 = new double[9], slopeOfRate = new double[9], slopeOfThreshold = new double[9];
        ArithmeticModels.GrowthGradientBatch(p0, other, other, steps, result, slopeOfP0, slopeOfRate, slopeOfThreshold);
        Assert.All(result, static row => Assert.Equal(0.25, row));
        Assert.All(slopeOfP0, static row => Assert.Equal(1, row));
        Assert.All(slopeOfRate, static row => Assert.Equal(0, row));
        Assert.All(slopeOfThreshold, static row => Assert.Equal(0, row));
    }

    private static double[] Rosenbrock(out double[] slopeOfX, out double[] slopeOfY)
    {
        double[] x = X, y = Y, result = new double[x.Length];
        (slopeOfX, slopeOfY) = (new double[x.Length], new double[x.Length]);
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = ArithmeticModels.RosenbrockGradient(x[i], y[i], out slopeOfX[i], out slopeOfY[i]);
        }
        return result;
    }

    /// <summary>Columns of 21 elements at these places of one array; "" when either of two outputs may be named.</summary>
    private static void Refused(string name, int x, int y, int result, int dX, int dY)
    {
        double[] memory = Rows.Filled(160, Untouched);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => ArithmeticModels.RosenbrockGradientBatch(
            memory.AsSpan(x, 21), memory.AsSpan(y, 21), memory.AsSpan(result, 21), memory.AsSpan(dX, 21), memory.AsSpan(dY, 21)));
        Assert.Contains(exception.ParamName, name == "" ? ["result", "dX", "dY"] : new[] { name });
        Assert.All(memory, static value => Assert.Equal(Untouched, value));
    }
}
