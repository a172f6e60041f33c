using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Pipeline.Proofs;

/// <summary>
/// The searches for what holds of one model on one box. Budgets are counts of splits and of interpreted work, so that every host finds the same; together they take
/// about 150 ms on the machine that the benchmarks ran on.
/// </summary>
internal sealed class Searches
{
    /// <summary>The most splits of one search that nobody asked more of.</summary>
    public const long Splits = 10_000;

    /// <summary>The work of the search for the constant, in the interpreter's units; the search for monotone variables has half of it.</summary>
    public const long Work = 12_000_000;

    private const int MostTried = 32; // variables that are tried for monotony without a claim

    private readonly ProgramModel _model;
    private readonly Interval[] _box;
    private readonly Meter _meter;

    public Searches(ProgramModel model, Interval[] box, Meter meter)
    {
        _model = model;
        _box = box;
        _meter = meter;
        long before = Allow(Work, 1);
        Interval[] gradient = new Interval[box.Length];
        model.GradientRange(box, gradient);
        // A box takes two gradients, and a column of the Hessian about three; the first climb visits up to 64 points.
        long perGradient = _meter.Used - before, perBox = perGradient * (2 + (3 * box.Length));
        model.UsesHessian = perBox * (64 + (2 * box.Length)) <= Work / 2;
        Root = gradient;
        Slopes.Repair(Root);
    }

    /// <summary>The derivatives on the whole box.</summary>
    public Interval[] Root { get; }

    /// <summary>The largest dual norm of the gradient; when a limit is given, until it is known on which side of that it is.</summary>
    public LipschitzProof Lipschitz(Norm norm, double max, long splits)
    {
        NormObjective<ProgramModel> objective = new(_model, norm);
        (SearchResult found, bool isComplete) = Run(objective, Limits(splits, Work, out long end), end);
        bool isDecided = double.IsPositiveInfinity(max) || found.Upper <= max || found.Lower > max;
        if (!isDecided && isComplete)
        {
            // The gap ended the search between the two.
            (SearchResult decided, isComplete) = Run(objective, Limits(splits, Work, out end) with { Target = max, RelativeGap = 0 }, end);
            SearchResult steeper = decided.Lower > found.Lower ? decided : found;
            found = new() { Upper = Math.Min(found.Upper, decided.Upper), Lower = steeper.Lower, Witness = steeper.Witness, Splits = found.Splits + decided.Splits };
        }
        Allow(Work, 1);
        found = Witnesses.Reached(objective, _box, found);
        return new(found.Upper, found.Lower, found.Witness.ToEquatableArray(), found.Splits, isComplete);
    }

    /// <summary>Whether the model goes one way along a coordinate.</summary>
    public MonotoneProof Monotone(int coordinate, bool isIncreasing, long splits, long work)
    {
        PartialObjective<ProgramModel> objective = new(_model, coordinate, isNegated: isIncreasing);
        (SearchResult worst, _) = Run(objective, Limits(splits, work, out long end) with { Target = 0, RelativeGap = 0 }, end);
        Verdict verdict = worst.Upper <= 0 ? Verdict.Proved : worst.Lower > 0 && Around(objective, worst.Witness) > 0 ? Verdict.Refuted : Verdict.Unknown;
        double reached = isIncreasing ? -worst.Upper : worst.Upper, attained = isIncreasing ? -worst.Lower : worst.Lower;
        return new(coordinate, isIncreasing, verdict, verdict == Verdict.Refuted ? attained : reached, worst.Witness.ToEquatableArray(), worst.Splits);
    }

    /// <summary>The way that the model goes along a coordinate where nobody claims one; null where none is proved, or nothing changes.</summary>
    public MonotoneProof? Monotone(int coordinate)
    {
        Interval slope = Root[coordinate];
        if (_box.Length > MostTried || slope.Equals(default))
        {
            return null;
        }
        bool isIncreasing = slope.Lo >= 0;
        if (slope.Lo < 0 && slope.Hi > 0)
        {
            Interval[] centre = Array.ConvertAll(_box, static side => (Interval)BoxBound<PartialObjective<ProgramModel>>.SplitPoint(side));
            Interval[] gradient = new Interval[_box.Length];
            Allow(Work, 1);
            _model.GradientRange(centre, gradient);
            isIncreasing = gradient[coordinate].Lo >= 0;
            if (!isIncreasing && !(gradient[coordinate].Hi <= 0))
            {
                return null;
            }
        }
        MonotoneProof proof = Monotone(coordinate, isIncreasing, 0, Work / 2 / _box.Length);
        return proof.Verdict == Verdict.Proved ? proof : null;
    }

    private (SearchResult Found, bool IsComplete) Run<TObjective>(TObjective objective, SearchLimits limits, long end)
        where TObjective : IBoxObjective
    {
        SearchResult found = BoxSearch<TObjective>.Maximise(objective, _box, limits);
        return (found, found.Splits < limits.Splits && _meter.Used < end);
    }

    private double Around<TObjective>(TObjective objective, double[] point)
        where TObjective : IBoxObjective
    {
        Allow(Work, 1);
        return Witnesses.Around(objective, _box, point);
    }

    private SearchLimits Limits(long splits, long work, out long end)
    {
        long until = end = Allow(splits > 0 ? long.MaxValue / 8 : work, 4) + (splits > 0 ? long.MaxValue / 8 : work);
        return new() { Splits = splits > 0 ? splits : Splits, StopInterval = 1, Stop = (_, _, _) => _meter.Used >= until };
    }

    /// <summary>Lets the next runs do so much work, a single one of them some times as much as all should.</summary>
    private long Allow(long work, int times)
    {
        _meter.Limit = _meter.Used + (times * work);
        return _meter.Used;
    }
}
