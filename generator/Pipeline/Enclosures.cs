using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;
using Proxima.Generator.Transforms.Bounds;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// The functions behind the bounds of one model, on boxes: its range is IntervalBound of the model, its derivatives IntervalBound of Reverse of the model with its
/// domains guarded and its jumps marked, and second derivatives the same of Forward over that, its own jumps marked once more. Linear bounds read the guarded model.
/// </summary>
internal sealed record Enclosures(Function Range, Function Gradient, Function HessianProduct, EquatableArray<Note> Notes)
{
    /// <summary>The model on symbolic numbers, for linear bounds; none where it may jump or an operation has no linear rule.</summary>
    public Function? Trace { get; init; }

    /// <summary>The same functions on eight boxes at once; none where boxes may go different ways.</summary>
    public LaneEnclosures? Lanes { get; init; }

    /// <summary>Bounded on boxes wholly inside of the domain; none where no part without values can be hidden.</summary>
    public Function? Definedness { get; init; }

    /// <summary>The sum of all that rounding adds to the model's value; none where its operations are not those that IEEE 754 rounds.</summary>
    public Function? RoundOff { get; init; }

    private const string Jump = "PRX0301", Control = "PRX0302", Operation = "PRX0303";

    /// <summary>The bounds of a model in normal form; without functions, and with a note that says why, where there are none.</summary>
    public static Enclosures? Of(Request request, Module normal, Action<string> enter, out EquatableArray<Note> notes)
    {
        notes = [];
        if (request.Bounds is null)
        {
            return null;
        }
        try
        {
            enter(nameof(RealValued));
            Function real = Logistic.Run(RealValued.Run(normal.Main));
            if (BoundObstacles.Of(normal with { Main = real }) is { } obstacle)
            {
                notes = [Of(request, obstacle)];
                return null;
            }
            Enclosures enclosures = Of(request, real, enter);
            enter(nameof(RoundingErrors));
            enclosures = enclosures with { RoundOff = request.IsRestated ? null : RoundOffOf(normal.Main) };
            notes = enclosures.Notes;
            return enclosures;
        }
        catch (BoundException reason)
        {
            notes = [Of(request, new(ObstacleKind.Operation, reason.Origin, reason.Message))];
            return null;
        }
    }

    private static Note Of(Request request, BoundObstacle obstacle) => new(obstacle.Kind == ObstacleKind.Control ? Control : Operation, obstacle.Origin, [request.Method, obstacle.Reason]);

    private static Enclosures Of(Request request, Function real, Action<string> enter)
    {
        enter(nameof(IntervalBound));
        real = NameCompared.Run(real);
        Function preparedRange = PassList.Prepare(real), range = Finish(preparedRange);
        enter(nameof(Jumps));
        Function guarded = GuardDomains.Run(real), marked = PassList.Prepare(Jumps.Run(guarded, out IReadOnlyList<Border> borders));
        Request doubles = request with { ResultType = ScalarType.Double, Parameters = request.Parameters.Map(InDouble) };
        Derivatives derivatives = new(doubles, new(marked, []), enter);
        Function gradient = derivatives.Reversed.Main;
        Function preparedGradient = PassList.Prepare(gradient), lifted = Finish(preparedGradient);
        enter(nameof(Forward));
        Function again = PassList.Prepare(Jumps.Run(NameCompared.Run(gradient), out _));
        Direction direction = derivatives.DirectionOf("v", out List<Parameter> seeds);
        Module both = Forward.Run(new(again, []), [direction], seeds, [derivatives.HessianOutputs]);
        Function tangents = derivatives.OnlyTangents(both.Main, gradient.Results.Count);
        Function preparedProduct = PassList.Prepare(tangents with { Results = tangents.Results.Skip(1).ToEquatableArray() }), product = Finish(preparedProduct);
        Note[] found = [.. borders.Select(b => new Note(Jump, b.Statement.Origin, [Backend.Documentation.HeadOf(b.Statement.Source), request.Method])).Distinct()];
        enter(nameof(IntervalBound.Trace));
        return new(range, lifted, product, found.ToEquatableArray()) { Lanes = InLanes(preparedRange, preparedGradient, preparedProduct), Trace = borders.Count > 0 ? null : TraceOf(guarded), Definedness = DefinednessSum.Run(real) };
    }

    private static LaneEnclosures? InLanes(Function range, Function gradient, Function product) =>
        InLanes(range) is { } ranges && InLanes(gradient) is { } gradients && InLanes(product) is { } products && LaneRules.Pays([gradients]) && LaneRules.Pays([ranges, gradients, products])
            ? new(ranges, gradients, products)
            : null;

    private static Function? InLanes(Function function) => IntervalBound.Lanes(function) is { } lanes ? PassList.TidyBounds(lanes) : null;

    private static Function? TraceOf(Function guarded)
    {
        try
        {
            return PassList.TidyBounds(IntervalBound.Trace(PassList.Prepare(guarded)));
        }
        catch (BoundException)
        {
            return null; // an operation without a linear rule: intervals remain
        }
    }

    private static Function? RoundOffOf(Function normal)
    {
        try
        {
            return RoundingErrors.Run(normal);
        }
        catch (BoundException)
        {
            return null; // an integer is made of what was rounded
        }
    }

    private static ModelParameter InDouble(ModelParameter parameter) =>
        parameter with { Type = Wide(parameter.Type), Leaves = parameter.Leaves.Map(static l => l with { Type = Wide(l.Type) }) };

    private static ScalarType Wide(ScalarType type) => type == ScalarType.Float ? ScalarType.Double : type;

    private static Function Finish(Function function) => PassList.TidyBounds(IntervalBound.Run(function));
}

/// <summary>Bounds of one model on eight boxes at once.</summary>
internal sealed record LaneEnclosures(Function Range, Function Gradient, Function HessianProduct);
