namespace NumericTests.AdBench;

/// <summary>The hand as written agrees with the published implementation.</summary>
public sealed class HandValueTests
{
    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand1_t26_c100")]
    public void Simple_residuals_are_the_reference(string name)
    {
        HandProblem p = HandFiles.Simple(name);
        double[] residuals = new double[p.Points.Length];
        p.Hand.Simple(p.Theta, p.Correspondences, p.Points, residuals);
        Accuracy.Gradient(HandFiles.Golden("simple_small", name).Residuals, residuals, name);
    }

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("hand1_t26_c100")]
    public void Complicated_residuals_are_the_reference(string name)
    {
        HandProblem p = HandFiles.Complicated(name);
        double[] residuals = new double[p.Points.Length];
        p.Hand.Complicated(p.Theta, p.Barycentric, p.Correspondences, p.Points, residuals);
        Accuracy.Gradient(HandFiles.Golden("complicated_small", name).Residuals, residuals, name);
    }
}
