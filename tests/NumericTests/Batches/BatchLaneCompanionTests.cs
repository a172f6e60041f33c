using System;
using System.Collections.Generic;

namespace NumericTests.Batches;

/// <summary>NaN, infinities and zeros of either sign flow as IEEE 754 says, in their own lane alone.</summary>
[Trait("Category", "Batch")]
public sealed class BatchLaneCompanionTests
{
    private const int Rows17 = 17;

    private static readonly double[] Specials = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, double.Epsilon, double.MaxValue];

    public static TheoryData<string> Models => [.. BatchCompanions.Arithmetic.Keys];

    public static TheoryData<string> AllModels => [.. BatchCompanions.Arithmetic.Keys, .. BatchCompanions.Transcendental.Keys];

    [Theory]
    [MemberData(nameof(AllModels))]
    public void A_special_value_does_not_disturb_other_lanes(string model)
    {
        BatchCase batch = BatchCompanions.Arithmetic.GetValueOrDefault(model) ?? BatchCompanions.Transcendental[model];
        double[][] columns = batch.Columns(Rows17, seed: 3), cleanSlopes = batch.Slopes(Rows17), slopes = batch.Slopes(Rows17);
        double[] clean = new double[Rows17], results = new double[Rows17];
        batch.GradientBatch(columns, clean, cleanSlopes);

        foreach (double special in Specials)
        {
            for (int lane = 0; lane < Rows17; lane++)
            {
                double kept = columns[0][lane];
                columns[0][lane] = special;
                batch.GradientBatch(columns, results, slopes);
                columns[0][lane] = kept;
                for (int row = 0; row < Rows17; row++)
                {
                    if (row != lane)
                    {
                        Accuracy.SameBits(clean[row], results[row], model);
                        Assert.Equal(cleanSlopes[0][row], slopes[0][row]);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_special_value_has_the_result_of_the_scalar_companion(string model)
    {
        BatchCase batch = BatchCompanions.Arithmetic[model];
        double[][] columns = batch.Columns(Rows17, seed: 3), slopes = batch.Slopes(Rows17);
        double[] results = new double[Rows17], gradient = new double[batch.Variables];
        for (int variable = 0; variable < batch.Variables; variable++)
        {
            for (int row = 0; row < Rows17; row++)
            {
                double kept = columns[variable][row];
                columns[variable][row] = Specials[row % Specials.Length];
                batch.GradientBatch(columns, results, slopes);
                double value = batch.At(columns, row, gradient);
                Accuracy.SameBits(value, results[row], model);
                for (int i = 0; i < gradient.Length; i++)
                {
                    Accuracy.SameBits(gradient[i], slopes[i][row], model + " derivative");
                }
                columns[variable][row] = kept;
            }
        }
    }

    [Fact]
    public void Infinities_flow_through_the_scalar_gradient_as_ieee_says()
    {
        double value = ArithmeticModels.RosenbrockGradient(double.PositiveInfinity, 1, out double dX, out double dY);
        Assert.Equal(double.PositiveInfinity, value);
        Assert.Equal(double.PositiveInfinity, dX);
        Assert.Equal(double.NegativeInfinity, dY);

        value = TranscendentalModels.ExponentialGradient(double.NegativeInfinity, out dX);
        Assert.Equal((0.0, 0.0), (value, dX));

        value = TranscendentalModels.LogarithmGradient(0, out dX);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (value, dX));

        Assert.True(double.IsNaN(TranscendentalModels.LogarithmGradient(-1, out _)));
    }

    /// <summary>The branch not taken may be anything: a masked product with a zero would turn this infinity into NaN.</summary>
    [Fact]
    public void An_infinity_in_an_untaken_branch_leaves_no_trace()
    {
        double[] x = Rows.Filled(Rows17, 3.0), y = Rows.Filled(Rows17, 2.0), result = new double[Rows17], dX = new double[Rows17], dY = new double[Rows17];
        ArithmeticModels.BranchesGradientBatch(x, y, result, dX, dY);
        double expected = ArithmeticModels.BranchesGradient(3, 2, out double slopeOfX, out double slopeOfY);
        Assert.True(double.IsFinite(expected + slopeOfX + slopeOfY));
        Assert.All(result, value => Assert.Equal(expected, value));
        Assert.All(dX, slope => Assert.Equal(slopeOfX, slope));
        Assert.All(dY, slope => Assert.Equal(slopeOfY, slope));
    }
}
