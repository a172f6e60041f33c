namespace NumericTests.AdBench;

/// <summary>The bundle as written agrees with the published implementation.</summary>
public sealed class BundleValueTests
{
    /// <summary>The errors are differences of coordinates near 1e3: their 16 digits leave 1e-13, a dozen operations 1e-12.</summary>
    public const double Floor = 1e-12;

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("ba_test_n2_m10_p10")]
    [InlineData("ba1_n49_m7776_p31843")]
    public void Residuals_are_the_reference(string name)
    {
        BundleProblem problem = BundleGolden.Problem(name);
        BundleGolden golden = BundleGolden.Of(name);
        Assert.Equal((golden.Rows, golden.Columns), (problem.Outputs, problem.Inputs));

        double[] residuals = new double[problem.Outputs];
        problem.Residuals(problem.Flat(), residuals);

        int observations = problem.Weights.Length;
        for (int i = 0; i < observations; i++)
        {
            Accuracy.Value(golden.Reprojection[0], residuals[2 * i], name, floor: Floor);
            Accuracy.Value(golden.Reprojection[1], residuals[(2 * i) + 1], name, floor: Floor);
            Accuracy.Value(golden.WeightError, residuals[(2 * observations) + i], name);
        }
    }
}
