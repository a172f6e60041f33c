using System;
using Proxima;

namespace Benchmarks;

/// <summary>Bounds on eight boxes at once over the same bounds one box after the other: gradient ranges of 64 boxes, and the search for a global minimum.</summary>
internal static class BoxLanesCase
{
    private const int Boxes = 64;

    private static readonly CertifyOptions s_options = new() { RelativeGap = 1e-9, MaxSplits = 20_000 };

    public static Case Make(string name) => new(name,
    [
        Gradients("gradients, Goldstein–Price", new Formulas.GoldsteinPriceModel(), Target.AtMost(0.25), new(-2, 2), new(-2, 2)),
        Gradients("gradients, score (a logistic function and a root)", new Formulas.ScoreModel(), Target.AtMost(0.5), new(1, 10), new(0, 5), new(18, 99)),
        Gradients("gradients, pressure", new Formulas.PressureModel(), null, new(0.1, 1), new(250, 400)),
        Minimum("minimum, Goldstein–Price", new Formulas.GoldsteinPriceModel(), Target.AtMost(0.8), new(-2, 2), new(-2, 2)),
        Minimum("minimum, camel", new Formulas.CamelModel(), null, new(-3, 3), new(-2, 2)),
        Minimum("minimum, waves", new Formulas.WavesModel(), null, new(-3, 3), new(-3, 3)),
    ]);

    private static Figure Gradients<TModel>(string name, TModel model, Target? target, params Interval[] domain)
        where TModel : struct, IEnclosure
    {
        int n = domain.Length;
        Interval[] boxes = new Interval[Boxes * n], ranges = new Interval[Boxes], gradients = new Interval[Boxes * n];
        double[] at = Numbers.Between(0, 0.95, boxes.Length, 7);
        for (int i = 0; i < boxes.Length; i++)
        {
            Interval side = domain[i % n];
            double width = side.Hi - side.Lo, lo = side.Lo + (width * at[i]);
            boxes[i] = new(lo, lo + (0.05 * width));
        }
        return new(
            new(name, () => model.GradientRanges(boxes, ranges, gradients)),
            new("one by one", () =>
            {
                for (int i = 0; i < Boxes; i++)
                {
                    ranges[i] = model.GradientRange(boxes.AsSpan(i * n, n), gradients.AsSpan(i * n, n));
                }
            }),
            target);
    }

    private static Figure Minimum<TModel>(string name, TModel model, Target? target, params Interval[] box)
        where TModel : struct, IEnclosure =>
        new(new(name, () => Minimise.Global(model, box, 1e-3, s_options)), new("one by one", () => Minimise.Global(new OneByOne<TModel>(model), box, 1e-3, s_options)), target);
}
