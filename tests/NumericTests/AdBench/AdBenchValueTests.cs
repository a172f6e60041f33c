
namespace NumericTests.AdBench;

/// <summary>The objectives as written agree with the published implementations, which use π to 12 digits in the mixture.</summary>
public sealed class AdBenchValueTests
{
    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("gmm_d2_K5")]
    [InlineData("gmm_d10_K5")]
    [InlineData("gmm_d10_K25")]
    [InlineData("gmm_d20_K50")]
    public void Mixture_objective_is_the_reference(string name)
    {
        GmmProblem p = AdBenchFiles.Gmm(name);
        double objective = Gmm.Objective(p.Alphas, p.Means, p.Icf, p.X, p.D, p.K, p.N, p.Gamma, p.M);
        Accuracy.Value(AdBenchFiles.Golden("gmm", name).Objective, objective, name, 1e-11);
    }

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("lstm_l2_c1024")]
    public void Memory_objective_is_the_reference(string name)
    {
        LstmProblem p = AdBenchFiles.Lstm(name);
        double objective = Lstm.Objective(p.Main, p.Extra, p.State, p.Sequence, p.Layers, p.Length, p.Bits);
        Accuracy.Value(AdBenchFiles.Golden("lstm", name).Objective, objective, name);
    }
}
