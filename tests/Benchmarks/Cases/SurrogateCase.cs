using System;
using System.Collections.Generic;
using NumericTests.Surrogates;
using Proxima;
using Random = NumericTests.Surrogates.Numbers;

namespace Benchmarks;

/// <summary>
/// Explanations of generated models, rows of a batch on one thread; what is explained is the probability. The rivals are the clock, for what a row may take, and
/// KernelSHAP with the budget that SHAP gives it, which samples what ours enumerates.
/// </summary>
internal sealed class SurrogateCase<TModel>
    where TModel : struct, ISurrogate<double>
{
    private const int Rows = 64, Many = 4096;

    private static readonly ExplainOptions s_result = new() { Scale = OutputScale.Result };

    private readonly TModel _model;
    private readonly int _inputs;
    private readonly double[] _rows, _baseline, _values, _bases;

    public SurrogateCase(TModel model)
    {
        _model = model;
        _inputs = model.Dimension;
        _rows = new Random(10).Normals(Many * _inputs);
        _baseline = new double[_inputs];
        _values = new double[Many * _inputs];
        _bases = new double[Many];
    }

    public Case Shapley(string name, double seconds, string context = "")
    {
        Contestant ours = new("exact, all coalitions", () => Explain.ShapleyBatch(_model, _rows.AsSpan(0, Rows * _inputs), _baseline, _values.AsSpan(0, Rows * _inputs), _bases.AsSpan(0, Rows), s_result)) { Share = Rows };
        Contestant sampled = new("KernelSHAP, 2d + 2,048 samples", KernelShapOfOneRow);
        return new(name, [new(ours, Clock(seconds), Target.AtMost(1)), new(ours, sampled)]) { Context = context };
    }

    public Case IntegratedGradients(string name, double seconds, bool isMany = false, string context = "")
    {
        int rows = isMany ? Many : Rows;
        Contestant ours = new("complete to rounding", () => Explain.IntegratedGradientsBatch(_model, _rows.AsSpan(0, rows * _inputs), _baseline, _values.AsSpan(0, rows * _inputs), _bases.AsSpan(0, rows), s_result)) { Share = rows };
        return new(name, [new(ours, Clock(seconds), Target.AtMost(1))]) { Context = context };
    }

    private void KernelShapOfOneRow()
    {
        double[] x = new double[_inputs];
        KernelShap.Values(mask =>
        {
            for (int i = 0; i < x.Length; i++)
            {
                x[i] = mask[i] ? _rows[i] : _baseline[i];
            }
            return _model.Value(x);
        }, _inputs, Math.Min((2 * _inputs) + 2048, (1 << _inputs) - 2), 1);
    }

    // A clock that is read too often measures itself: a thousand rows at once.
    private static Contestant Clock(double seconds) => new("the time it may take", () =>
    {
        double end = ThreadClock.Seconds() + (1000 * seconds);
        while (ThreadClock.Seconds() < end)
        {
        }
    })
    { Share = 1000 };
}

/// <summary>The rows of the table.</summary>
internal static class SurrogateCase
{
    // Rows per second of one core on the same net, each library's best batch mode: SHAP 0.49.1, Captum 0.8.0 with torch 1.13.
    private const string ShapleyElsewhere = "SHAP Exact explains 231 rows/s of this net, SHAP Kernel 61 and not exactly";
    private const string PathsElsewhere = "Captum explains 300 to 3,600 rows/s of this net, torch vectorised by hand 79,000";

    public static IEnumerable<(string Name, Func<string, Case> Make)> All() =>
    [
        ("surrogates: logistic10, Shapley, one row", static name => new SurrogateCase<Logistic10.ScoreModel>(new(10)).Shapley(name, 2e-6)),
        ("surrogates: mlp12, Shapley, one row", static name => new SurrogateCase<Mlp12.ScoreModel>(new(12)).Shapley(name, 3e-4, ShapleyElsewhere)),
        ("surrogates: mlp12, integrated gradients, one row", static name => new SurrogateCase<Mlp12.ScoreModel>(new(12)).IntegratedGradients(name, 3e-6, context: PathsElsewhere)),
        ("surrogates: mlp12, integrated gradients, one row of 4,096", static name => new SurrogateCase<Mlp12.ScoreModel>(new(12)).IntegratedGradients(name, 1.0 / 300_000, isMany: true, PathsElsewhere)),
        ("surrogates: logistic10, integrated gradients, one row of 4,096", static name => new SurrogateCase<Logistic10.ScoreModel>(new(10)).IntegratedGradients(name, 5e-8, isMany: true)),
    ];
}
