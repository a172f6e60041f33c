using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Backend;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using Proxima.Generator.Transforms.Bounds;
using Proxima.Generator.Transforms.Surrogates;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// Reads a model for explanations: written out and taken apart where that is possible, else as a whole, of which only the link is known and whether it bends.
/// </summary>
internal static class Surrogates
{
    private const string Whole = "PRX0212", Flat = "PRX0211";

    /// <summary>Sums may be reassociated and fused: an explanation has no bits of the model's to keep.</summary>
    private static readonly Primal s_fused = new(0, []);

    private static readonly Dictionary<string, string> s_noArrays = [];

    public static SurrogatePrograms? Of(Request request, Module normal, Action<string> enter, out EquatableArray<Note> notes)
    {
        notes = [];
        if (request.Surrogate is null)
        {
            return null;
        }
        enter(nameof(Decompose));
        SurrogatePrograms programs;
        try
        {
            programs = TakenApart(request, normal);
        }
        catch (SurrogateException obstacle)
        {
            programs = AsWhole(request, normal) with { Obstacle = obstacle.Message };
            notes = [new(Whole, -1, [request.Method, obstacle.Message])];
        }
        if (programs.Pieces == Pieces.Steps && request.Surrogate.Method == SurrogateMethod.IntegratedGradients)
        {
            notes = [new(Flat, -1, [request.Method])];
        }
        return programs;
    }

    private static SurrogatePrograms TakenApart(Request request, Module normal)
    {
        if (normal.Callees.Count > 0)
        {
            throw new SurrogateException("it calls itself");
        }
        Function function = IsInDouble(request) ? normal.Main : RealValued.Run(normal.Main);
        Unfolded unfolded = Unfold.Run(function);
        Function straight = PassList.Prepare(Logistic.Run(PassList.Prepare(unfolded.Function)));
        if (Walker.Expressions(straight.Body).Concat(straight.Results.SelectMany(Walker.All)).Any(static e => e is External))
        {
            throw new SurrogateException("it reads data besides its parameters");
        }
        if (Flatten.IsCheap(straight))
        {
            straight = PassList.Prepare(Flatten.Run(straight)); // what both arms of a branch add is seen then
        }
        Decomposition decomposition = Decompose.Run(straight, CoordinatesOf(request, unfolded));
        return new(decomposition.Pieces)
        {
            Decomposition = decomposition,
            Terms = [.. decomposition.Terms.Select(t => Code(t, decomposition.Pieces))],
            Link = decomposition.Link is { } link ? Code(link) : null,
            Kinks = decomposition.Kinks is { } kinks ? PassList.Tidy(kinks) : null,
        };
    }

    private static bool IsInDouble(Request request) => request.ResultType == ScalarType.Double && request.Parameters.SelectMany(static p => p.Leaves).All(static l => l.Type != ScalarType.Float);

    /// <summary>The numbers of the flat point that the function reads, with their places.</summary>
    private static IReadOnlyList<Coordinate> CoordinatesOf(Request request, Unfolded unfolded)
    {
        Dictionary<string, ScalarType> types = unfolded.Function.Parameters.Where(static p => p.Kind == ParameterKind.Scalar).ToDictionary(static p => p.Name, static p => p.Type);
        List<Coordinate> coordinates = [];
        int place = 0;
        string? array = null;
        foreach (ModelParameter parameter in request.Parameters.Where(static p => p.IsCoordinate()))
        {
            if (array is not null)
            {
                throw new SurrogateException("'" + array + "' stands before other variables, so that their places depend on its length");
            }
            if (parameter.Shape == ParameterShape.Matrix)
            {
                throw new SurrogateException("'" + parameter.Name + "' is a matrix");
            }
            if (parameter.Shape == ParameterShape.Array)
            {
                array = parameter.Name;
                string name = parameter.Leaves.First(static l => l.IsArray).Name;
                coordinates.AddRange(unfolded.Elements.Where(e => e.Value.Array == name).OrderBy(static e => e.Value.Index).Select(e => new Coordinate(e.Key, ScalarType.Double, place + e.Value.Index)));
                continue;
            }
            foreach (Leaf leaf in parameter.Leaves.Where(l => l.Type.IsReal() || parameter.IsDiscrete))
            {
                if (types.TryGetValue(leaf.Name, out ScalarType type))
                {
                    coordinates.Add(new(leaf.Name, type, place) { Text = parameter.Shape == ParameterShape.Struct ? leaf.Access : leaf.Name });
                }
                place++;
            }
            place += parameter.IsDiscrete && parameter.Leaves.Count == 0 ? 1 : 0;
        }
        return coordinates;
    }

    private static TermCode Code(TermProgram term, Pieces pieces)
    {
        Function value = PassList.Tidy(term.Value); // selections become conditional expressions, of which C# computes one arm: a tree is one of them, as its source is
        Function? gradient = pieces == Pieces.Steps ? null : PassList.Tidy(Reverse.Run(new(term.Value, []), s_noArrays).Module.Main, s_fused);
        TermCode code = new(term, value, gradient);
        if (term.Layer is not { Head: var head })
        {
            return code;
        }
        Function slopes = Reverse.Run(new(head, []), s_noArrays).Module.Main;
        Lanes? lanes = Vectorise.Run(PassList.Tidy(head, s_fused), out _), both = Vectorise.Run(PassList.Tidy(slopes, s_fused), out _);
        return lanes is null || both is null ? code with { Program = term with { Layer = null } } : code with { HeadValue = lanes, HeadGradient = both };
    }

    private static LinkCode Code(Function link)
    {
        Function both = PassList.Tidy(Reverse.Run(new(link, []), s_noArrays).Module.Main);
        return new(link, both, Vectorise.Run(both, out _));
    }

    private static SurrogatePrograms AsWhole(Request request, Module normal)
    {
        Function main = normal.Main;
        string[] variables = [.. main.Parameters.Where(static p => p.IsVariable).Select(static p => p.Name)];
        Pieces pieces = !PieceProgram.IsDifferentiated(main, variables) ? Pieces.Steps : IsSmooth(main) ? Pieces.Smooth : Pieces.Bent;
        if (normal.Callees.Count > 0 || !IsInDouble(request) || main.Parameters.Any(static p => p.Kind == ParameterKind.Output))
        {
            return new(pieces);
        }
        Function logistic = PassList.Prepare(Logistic.Run(main));
        Dictionary<string, Expression> values = logistic.Body.Statements.OfType<Let>().ToDictionary(static l => l.Name, static l => l.Value);
        Varying varying = Varying.Of(logistic);
        if (OutputLink.Of(logistic.Results[0], values, varying.IsVarying) is not var (link, margin))
        {
            return new(pieces);
        }
        Module before = new(PassList.Prepare(logistic with { Results = [margin] }), []);
        Derivatives derivatives = new(request, before, static _ => { });
        return new(pieces) { Link = Code(link), Margin = derivatives.Value, MarginGradient = derivatives.GradientOfPoint };
    }

    private static bool IsSmooth(Function function)
    {
        Varying varying = Varying.Of(function);
        return !Walker.Expressions(function.Body).OfType<Apply>().Any(a =>
            a.Arguments.Any(varying.IsVarying)
            && ((a.Type == ScalarType.Bool && a.Arguments[0].Type.IsReal()) || a.Primitive == Arithmetic.Select || (a.Primitive.Kink.Length > 0 && !a.Primitive.IsSingular)));
    }
}
