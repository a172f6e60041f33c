using System;
using System.Collections.Generic;
using System.Linq;

namespace Proxima;

/// <summary>
/// A Lipschitz constant with what is needed to check it again: the box, how it was split, and the point at which the lower bound is attained. The check
/// evaluates every leaf anew, so that a certificate is not trusted, but checked.
/// </summary>
public sealed partial class LipschitzCertificate
{
    /// <summary>What the constant is about: a name, or a text that identifies the model's version.</summary>
    public required string Model { get; init; }

    /// <summary>One interval per coordinate.</summary>
    public required IReadOnlyList<Interval> Box { get; init; }

    /// <summary>The norm of changes of the inputs.</summary>
    public required Norm Norm { get; init; }

    /// <summary>The certified constant.</summary>
    public required double Upper { get; init; }

    /// <summary>What is attained at the witness.</summary>
    public required double Lower { get; init; }

    /// <summary>The point at which <see cref="Lower"/> is attained.</summary>
    public required IReadOnlyList<double> Witness { get; init; }

    /// <summary>How many boxes were split.</summary>
    public required long Splits { get; init; }

    /// <summary>
    /// How far the compiled code may be from the real function anywhere on the box: its values then differ by at most Upper·‖x − y‖ + 2·RoundOff. NaN where
    /// the model does not bound it.
    /// </summary>
    public double RoundOff { get; init; } = double.NaN;

    /// <summary>How the box was split, each part before its halves, the lower half first: the coordinate that was halved, or −1 for a leaf.</summary>
    public required IReadOnlyList<int> Tree { get; init; }

    /// <summary>Searches like <see cref="Certify.Lipschitz{TModel}"/> and keeps the proof.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">What to call the model in the certificate.</param>
    /// <param name="box">One interval per coordinate of the model, none empty.</param>
    /// <param name="norm">The norm of changes of the inputs.</param>
    /// <param name="options">When to stop.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="ArgumentException">The box has another number of intervals than the model has coordinates, or one of them is empty.</exception>
    public static LipschitzCertificate Create<TModel>(TModel model, string name, ReadOnlySpan<Interval> box, Norm norm, CertifyOptions? options = null)
        where TModel : struct, IEnclosure
    {
        Interval[] own = SearchRun.Box(box, model.Dimension, nameof(box));
        if (SearchRun.IsEmpty(own))
        {
            throw new ArgumentException("An interval of the box is empty: there is nothing to certify.", nameof(box));
        }
        SearchLimits limits = SearchRun.Limits(options) with { KeepsTree = true };
        NormObjective<ModelBoxes<TModel>> objective = new(new(model), norm);
        SearchResult result = Witnesses.Reached(objective, own, BoxSearch<NormObjective<ModelBoxes<TModel>>>.Maximise(objective, own, limits));
        return new()
        {
            Model = name, Box = own, Norm = norm, Upper = result.Upper, Lower = result.Lower, Witness = result.Witness, Splits = result.Splits, Tree = result.Tree,
            RoundOff = model is IRoundOff rounded ? rounded.RoundOff(own) : double.NaN,
        };
    }

    /// <summary>Checks every claim against a model.</summary>
    /// <param name="model">The model that the certificate is about.</param>
    /// <param name="reason">What fails, or "".</param>
    /// <returns>True when the tree covers the box, no leaf exceeds <see cref="Upper"/>, and the witness attains <see cref="Lower"/>.</returns>
    public bool Check<TModel>(TModel model, out string reason)
        where TModel : struct, IEnclosure
    {
        reason = Fault(model);
        return reason.Length == 0;
    }

    private string Fault<TModel>(TModel model)
        where TModel : struct, IEnclosure
    {
        if (Box.Count != model.Dimension)
        {
            return FormattableString.Invariant($"the box has {Box.Count} intervals, the model {model.Dimension} coordinates");
        }
        if (Box.Any(static edge => edge.IsEmpty) || !Enum.IsDefined(Norm))
        {
            return "an interval of the box is empty, or the norm is none";
        }
        NormObjective<ModelBoxes<TModel>> objective = new(new(model), Norm);
        return FaultOfWitness(objective) is { Length: > 0 } fault ? fault : FaultOfLeaves(new BoxBound<NormObjective<ModelBoxes<TModel>>>(objective, isStrict: false));
    }

    private string FaultOfWitness<TObjective>(TObjective objective)
        where TObjective : IBoxObjective
    {
        if (Witness.Count == 0)
        {
            return double.IsNegativeInfinity(Lower) ? "" : "a lower bound without a witness";
        }
        if (Witness.Count != Box.Count)
        {
            return FormattableString.Invariant($"the witness has {Witness.Count} coordinates, the box {Box.Count}");
        }
        Interval[] point = new Interval[Box.Count];
        for (int j = 0; j < point.Length; j++)
        {
            if (!Box[j].Contains(Witness[j]))
            {
                return FormattableString.Invariant($"coordinate {j} of the witness, {Witness[j]:R}, lies outside the box");
            }
            point[j] = Witness[j];
        }
        objective.Evaluate(point, new Interval[point.Length], out Interval value);
        return value.Lo >= Lower ? "" : FormattableString.Invariant($"the witness attains {value.Lo:R}, not {Lower:R}");
    }

    private string FaultOfLeaves<TObjective>(BoxBound<TObjective> bound)
        where TObjective : IBoxObjective
    {
        Stack<(Interval[] Box, double Upper)> open = new();
        open.Push(([.. Box], double.PositiveInfinity));
        foreach (int edge in Tree)
        {
            if (open.Count == 0)
            {
                return "the tree goes on after its last leaf";
            }
            (Interval[] box, double upper) = open.Pop();
            upper = Math.Min(upper, bound.Upper(box)); // takes coordinates that do not matter out of the box
            if (edge < 0)
            {
                if (!(upper <= Upper)) // NaN is no bound
                {
                    return FormattableString.Invariant($"a leaf is bounded by {upper:R} only, not by {Upper:R}");
                }
                continue;
            }
            if (edge >= box.Length || box[edge].IsPoint)
            {
                return FormattableString.Invariant($"the tree halves coordinate {edge}, which cannot be halved");
            }
            double middle = BoxBound<TObjective>.SplitPoint(box[edge]);
            Interval[] second = (Interval[])box.Clone();
            second[edge] = new(middle, box[edge].Hi);
            box[edge] = new(box[edge].Lo, middle);
            open.Push((second, upper));
            open.Push((box, upper));
        }
        return open.Count == 0 ? "" : FormattableString.Invariant($"the tree ends before {open.Count} parts of the box");
    }
}
