using System;
using Proxima.Linear;

namespace Proxima;

public static partial class Certify
{
    /// <summary>Proves, or refutes with a point, that a model goes one way along a coordinate everywhere on a box.</summary>
    /// <param name="model">The model.</param>
    /// <param name="box">One interval per coordinate of the model.</param>
    /// <param name="coordinate">The coordinate that grows.</param>
    /// <param name="direction">Which way the model is to go.</param>
    /// <param name="options">When to stop; the gaps are not used, the search ends with a proof, a counter-example or the last split.</param>
    /// <returns>The verdict; a refuted one carries a point at which the partial derivative provably has the other sign. An empty box is proved.</returns>
    /// <exception cref="ArgumentException">The box has another number of intervals than the model has coordinates, or the coordinate does not exist.</exception>
    public static MonotoneVerdict Monotone<TModel>(TModel model, ReadOnlySpan<Interval> box, int coordinate, Direction direction, CertifyOptions? options = null)
        where TModel : struct, IEnclosure
    {
        Interval[] own = SearchRun.Box(box, model.Dimension, nameof(box));
        if ((uint)coordinate >= (uint)own.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(coordinate), coordinate, $"The model has {own.Length} coordinates.");
        }
        if (SearchRun.IsEmpty(own))
        {
            return new(Verdict.Proved, new(double.NegativeInfinity, double.NegativeInfinity, [], 0));
        }
        // The largest violation: the derivative against the direction. At most zero everywhere is the proof.
        SearchLimits limits = SearchRun.Limits(options) with { Target = 0, RelativeGap = 0, AbsoluteGap = 0 };
        bool isNegated = direction == Direction.Increasing;
        PartialObjective<ModelBoxes<TModel>> objective = new(new(model), coordinate, isNegated);
        SearchResult worst = TracedModel.Maximise(TracedModel.Of(model), objective, [new Target.Entry(0, coordinate, isNegated ? -1 : 1)], own, limits);
        if (worst.Lower > 0)
        {
            worst = Witnesses.Reached(objective, own, worst);
        }
        Verdict verdict = (worst.Upper <= 0, worst.Lower > 0) switch
        {
            (true, _) => Verdict.Proved,
            (_, true) => Verdict.Refuted,
            _ => Verdict.Unknown,
        };
        return new(verdict, ToBound(worst));
    }
}
