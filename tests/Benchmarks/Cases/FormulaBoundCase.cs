using System;
using Proxima;

namespace Benchmarks;

/// <summary>Certified Lipschitz constants of formulas on whole domains, within 1e-5 of a slope that is attained: branch and bound from the first box to the last.</summary>
internal static class FormulaBoundCase
{
    private const double Milliseconds = 10;

    private static readonly CertifyOptions s_options = new() { RelativeGap = 1e-5, MaxSplits = 100_000 };

    /// <summary>The rival is the clock: it is to show no more than ten milliseconds for a formula.</summary>
    public static Case Make(string name)
    {
        Contestant clock = new("ten milliseconds", Wait);
        return new(name,
        [
            Row("camel", new Formulas.CamelModel(), clock, new(-2, 2), new(-1, 1)),
            Row("Goldstein–Price", new Formulas.GoldsteinPriceModel(), clock, new(-2, 2), new(-2, 2)),
            Row("pitch", new Formulas.PitchChangeModel(), clock, new(-100, 100), new(20, 20_000), new(-30, 50)),
            Row("pressure", new Formulas.PressureModel(), clock, new(0.1, 1), new(250, 400)),
            Row("score", new Formulas.ScoreModel(), clock, new(1, 10), new(0, 5), new(18, 99)),
            Row("waves", new Formulas.WavesModel(), clock, new(-3, 3), new(-3, 3)),
            Row("bell", new Formulas.BellModel(), clock, new(-3, 3), new(-3, 3)),
        ]);
    }

    private static Figure Row<TModel>(string name, TModel model, Contestant clock, params Interval[] box)
        where TModel : struct, IEnclosure =>
        new(new(name, () => Certify.Lipschitz(model, box, Norm.Infinity, s_options)), clock, Target.AtMost(1));

    private static void Wait()
    {
        double end = ThreadClock.Seconds() + (Milliseconds / 1000);
        while (ThreadClock.Seconds() < end)
        {
        }
    }
}
