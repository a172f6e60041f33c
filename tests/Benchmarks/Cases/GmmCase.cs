using System;
using NumericTests;
using NumericTests.AdBench;

namespace Benchmarks;

/// <summary>The Gaussian mixture: the published problem where it is there, made-up numbers of the same shape elsewhere.</summary>
internal sealed unsafe class GmmCase
{
    private readonly GmmProblem _problem;
    private readonly double[] _value = [0], _dAlphas, _dMeans, _dIcf;
    private readonly double[] _rivalValue = [0], _rivalAlphas, _rivalMeans, _rivalIcf;
    private readonly double[] _shifted;

    public GmmCase(int d, int k)
    {
        _problem = SharedData.Find(AdBenchFiles.Folder) is null ? MadeUp(d, k, 1000) : AdBenchFiles.Gmm($"gmm_d{d}_K{k}");
        (_dAlphas, _dMeans, _dIcf) = (new double[_problem.Alphas.Length], new double[_problem.Means.Length], new double[_problem.Icf.Length]);
        (_rivalAlphas, _rivalMeans, _rivalIcf) = (new double[_problem.Alphas.Length], new double[_problem.Means.Length], new double[_problem.Icf.Length]);
        _shifted = [.. _problem.Means];
    }

    public Case Make(string name, double againstC)
    {
        Agreement[] gradient = [new(_rivalValue, _value), new(_rivalAlphas, _dAlphas), new(_rivalMeans, _dMeans), new(_rivalIcf, _dIcf)];
        Contestant ours = new("gradient", Gradient);
        GmmLanes lanesObjective = new(_problem);
        Contestant lanes = new("vectorised objective by hand", () => _rivalValue[0] = lanesObjective.Objective()) { Agreements = [new(_rivalValue, _value)] };
        int coordinates = _problem.Alphas.Length + _problem.Means.Length + _problem.Icf.Length;
        Contestant differences = new("central differences", TwoDifferences) { Share = 2.0 / coordinates };
        return new(name,
        [
            new(ours, CompiledC.Plain.Contestant("gradient", "gmm", "gmm_gradient", CGradient, gradient), Target.AtMost(againstC)),
            new(ours, CompiledC.Fast.Contestant("gradient", "gmm", "gmm_gradient", CGradient, gradient)),
            new(ours, lanes, Target.AtMost(2.5)),
            new(ours, new("scalar objective", Value) { Agreements = [new(_rivalValue, _value)] }),
            new(ours, differences),
        ]);
    }

    private void Gradient() => _value[0] = Gmm.ObjectiveGradient(
        _problem.Alphas, _problem.Means, _problem.Icf, _problem.X, _problem.D, _problem.K, _problem.N, _problem.Gamma, _problem.M,
        _dAlphas, _dMeans, _dIcf);

    private void Value() => _rivalValue[0] = At(_problem.Means);

    private double At(double[] means) => Gmm.Objective(
        _problem.Alphas, means, _problem.Icf, _problem.X, _problem.D, _problem.K, _problem.N, _problem.Gamma, _problem.M);

    private void TwoDifferences()
    {
        const double Step = 1e-6;
        for (int i = 0; i < 2; i++)
        {
            double middle = _shifted[i];
            _shifted[i] = middle + Step;
            double after = At(_shifted);
            _shifted[i] = middle - Step;
            _rivalMeans[i] = (after - At(_shifted)) / (2 * Step);
            _shifted[i] = middle;
        }
    }

    private Action CGradient(nint address) => () =>
    {
        fixed (double* alphas = _problem.Alphas, means = _problem.Means, icf = _problem.Icf, x = _problem.X)
        fixed (double* dAlphas = _rivalAlphas, dMeans = _rivalMeans, dIcf = _rivalIcf)
        {
            _rivalValue[0] = ((delegate* unmanaged<int, int, int, double*, double*, double*, double*, double, int, double*, double*, double*, double>)address)(
                _problem.D, _problem.K, _problem.N, alphas, means, icf, x, _problem.Gamma, _problem.M, dAlphas, dMeans, dIcf);
        }
    };

    private static GmmProblem MadeUp(int d, int k, int n) => new(
        d, k, n, Numbers.Random(k, 1), Numbers.Random(k * d, 2), Numbers.Random(k * d * (d + 1) / 2, 3), Numbers.Random(n * d, 4), 1, 0);
}
