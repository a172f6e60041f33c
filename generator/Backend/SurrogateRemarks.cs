using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Proxima.Generator.Transforms.Surrogates;

namespace Proxima.Generator.Backend;

/// <summary>What the hover text of explanations says: how the model decomposes, what is exact, and what it costs.</summary>
internal static class SurrogateRemarks
{
    private const int Largest = 16; // as the runtime enumerates without being asked
    private const int LongestList = 6;
    private const int LongestSource = 60;

    public static IEnumerable<string> Of(Request request, SurrogatePrograms programs)
    {
        if (programs.Link is { } link)
        {
            yield return "Explained is the margin, before the link " + Of(link) + ".";
        }
        if (programs.Decomposition is not { } model)
        {
            yield return "Explained as a whole, because " + programs.Obstacle + ": exact Shapley values of n inputs take 2ⁿ evaluations.";
        }
        else
        {
            yield return Sum(request, model, programs.HasLink);
            yield return Cost(model);
        }
        yield return Paths(programs);
    }

    /// <summary>The link in words: <c>sigmoid(margin)</c>.</summary>
    public static string Of(LinkCode link)
    {
        Dictionary<string, Expression> values = link.Function.Body.Statements.OfType<Let>().ToDictionary(static l => l.Name, static l => l.Value);
        Expression whole = Written(link.Function.Results[0]);
        return new ExpressionText(static name => name, Shape.Scalar).Text(whole);

        Expression Written(Expression expression) => Rewriter.Map(expression, e => e is Read read && values.TryGetValue(read.Name, out Expression? value) ? Written(value) : e);
    }

    /// <summary><c> of income, age: 0.02 * age * Math.Sqrt(income)</c>.</summary>
    public static string Of(Decomposition model, TermProgram term)
    {
        string source = term.Source.Length is > 0 and <= LongestSource ? ": " + term.Source.TrimEnd(';') : "";
        return term.Variables.Count > LongestList ? " of " + Number(term.Variables.Count) + " inputs" : " of " + string.Join(", ", term.Variables.Select(v => model.Coordinates[v].Text)) + source;
    }

    private static string Sum(Request request, Decomposition model, bool hasLink)
    {
        string what = hasLink ? "The margin" : "'" + request.Method + "'";
        List<string> parts = [];
        if (model.Affine.Count > 0)
        {
            parts.Add("an affine part of " + Inputs(model, [.. model.Affine.Select(static w => w.Key)]));
        }
        int shown = model.Terms.Count <= LongestList ? model.Terms.Count : 0;
        parts.AddRange(model.Terms.Take(shown).Select(t => "a term of " + Inputs(model, [.. t.Variables]) + (t.Layer is { } layer && IsMixed(layer, t.Variables.Count) ? " that begins with an affine layer of " + Number(layer.Offsets.Count) : "")));
        if (shown < model.Terms.Count)
        {
            parts.Add(Number(model.Terms.Count) + " terms of at most " + Number(model.Terms.Max(static t => t.Variables.Count)) + " inputs");
        }
        return parts.Count switch
        {
            0 => what + " is constant.",
            1 => what + " is " + parts[0] + ".",
            _ => what + " is the sum of " + string.Join(", ", parts) + ".",
        };
    }

    /// <summary>True when some unit reads more than one coordinate.</summary>
    private static bool IsMixed(Layer layer, int variables) =>
        Enumerable.Range(0, layer.Offsets.Count).Any(j => layer.Weights.Skip(j * variables).Take(variables).Count(static w => w != 0) > 1);

    private static string Inputs(Decomposition model, int[] variables) =>
        variables.Length > LongestList ? Number(variables.Length) + " inputs" : string.Join(" and ", variables.Select(v => model.Coordinates[v].Text));

    private static string Cost(Decomposition model)
    {
        int largest = model.Terms.Count == 0 ? 0 : model.Terms.Max(static t => t.Variables.Count);
        if (largest == 0)
        {
            return "Shapley values are exact without an evaluation.";
        }
        double evaluations = model.Terms.Sum(static t => System.Math.Pow(2, t.Variables.Count));
        string cost = "Exact Shapley values take " + evaluations.ToString(evaluations < 1e9 ? "N0" : "0.#E+0", CultureInfo.InvariantCulture) + " evaluations of a term";
        return largest <= Largest ? cost + "." : cost + ", more than are made without being asked; with a budget they are estimated.";
    }

    private static string Paths(SurrogatePrograms programs) => programs.Pieces switch
    {
        Pieces.Steps => "It is constant between jumps: gradients say nothing, Shapley values are exact.",
        Pieces.Affine => "Its pieces are affine, between " + Number(programs.Kinks!.Results.Count) + " kinks: integrated gradients are exact by segments.",
        Pieces.Bent => "It bends or jumps: integrated gradients are by quadrature, as complete as its nodes make them.",
        _ when programs.Decomposition is { Terms.Count: 0 } => "Integrated gradients are exact in closed form.",
        _ => "It is smooth: integrated gradients are by quadrature, complete to rounding.",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
