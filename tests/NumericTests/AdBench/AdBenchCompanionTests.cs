using System;

namespace NumericTests.AdBench;

/// <summary>
/// Gradients of the two objectives against hand-derived C++. The references agree with each other to 2e-12; sums over a thousand points in another
/// order leave 1e-10 relative. Entries far below the largest are sums that cancel: the floor is that tolerance on a thousandth of the largest entry.
/// </summary>
public sealed class AdBenchCompanionTests
{
    private const double Tolerance = 1e-10;

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("gmm_d2_K5")]
    [InlineData("gmm_d10_K5")]
    [InlineData("gmm_d10_K25")]
    [InlineData("gmm_d20_K50")]
    public void Mixture_gradient_is_the_reference(string name)
    {
        GmmProblem p = AdBenchFiles.Gmm(name);
        AdBenchGolden golden = AdBenchFiles.Golden("gmm", name);
        double[] gradient = new double[p.Alphas.Length + p.Means.Length + p.Icf.Length];

        double objective = Gmm.ObjectiveGradient(
            p.Alphas, p.Means, p.Icf, p.X, p.D, p.K, p.N, p.Gamma, p.M,
            gradient.AsSpan(0, p.Alphas.Length), gradient.AsSpan(p.Alphas.Length, p.Means.Length), gradient.AsSpan(p.Alphas.Length + p.Means.Length));

        Check(golden, objective, gradient, name);
    }

    [SharedTheory(AdBenchFiles.Folder)]
    [InlineData("lstm_l2_c1024")]
    public void Memory_gradient_is_the_reference(string name)
    {
        LstmProblem p = AdBenchFiles.Lstm(name);
        AdBenchGolden golden = AdBenchFiles.Golden("lstm", name);
        double[] gradient = new double[p.Main.Length + p.Extra.Length];

        double objective = Lstm.ObjectiveGradient(
            p.Main, p.Extra, p.State, p.Sequence, p.Layers, p.Length, p.Bits,
            gradient.AsSpan(0, p.Main.Length), gradient.AsSpan(p.Main.Length));

        Check(golden, objective, gradient, name);
    }

    private static void Check(AdBenchGolden golden, double objective, double[] gradient, string name)
    {
        double largest = 0;
        foreach (double slope in golden.Gradient)
        {
            largest = Math.Max(largest, Math.Abs(slope));
        }
        Accuracy.Value(golden.Objective, objective, name, Tolerance);
        Accuracy.Gradient(golden.Gradient, gradient, name, Tolerance, Tolerance * 1e-3 * largest);
    }
}
