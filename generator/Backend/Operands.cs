using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Backend;

/// <summary>The operands of each companion: the naming rule of the public contract.</summary>
internal static class Operands
{
    /// <summary>One direction per variable: <c>tX</c> or <c>vX</c>.</summary>
    public static IReadOnlyList<Operand> Directions(Request request, string prefix) =>
        [.. request.Variables().Select(v => new Operand(prefix + v.Capital, v, prefix, false, "The direction's part for " + v.Name + "."))];

    /// <summary>One derivative per variable: <c>dX</c> or <c>hX</c>.</summary>
    public static IReadOnlyList<Operand> Derivatives(Request request, string prefix, string what) =>
        [.. request.Variables().Select(v => new Operand(prefix + v.Capital, v, prefix, true, "Receives " + what + " " + v.Name + (v.Shape is ParameterShape.Array or ParameterShape.Matrix ? ", element by element." : ".")))];

    /// <summary>One seed per result: <c>seedY</c> for a span, <c>seed</c> for what is returned.</summary>
    public static IReadOnlyList<Operand> Seeds(Request request) =>
    [
        .. request.ResultSpans().Select(static y => new Operand("seed" + y.Capital, y, "seed", false, "The weight of each element of " + y.Name + ".")),
        .. request.Return is { } returned ? new[] { new Operand("seed", returned, "seed", false, "The weight of what the model returns.") } : [],
    ];

    /// <summary>One tangent per result: <c>tY</c> for a span, <c>tangent</c> for what is returned.</summary>
    public static IReadOnlyList<Operand> Tangents(Request request) =>
    [
        .. request.ResultSpans().Select(static y => new Operand("t" + y.Capital, y, "t", true, "Receives the derivative of each element of " + y.Name + " along the direction.")),
        .. request.Return is { } returned ? new[] { new Operand("tangent", returned, "t", true, "Receives the derivative of what the model returns along the direction.") } : [],
    ];

    public static IEnumerable<ModelParameter> ResultSpans(this Request request) => request.Parameters.Where(static p => p.Shape == ParameterShape.Result);

    /// <summary>True when a companion's body stands in a form of its own: one that takes spans for arrays, and fields as parameters.</summary>
    public static bool NeedsForm(this Request request) => request.TakesArrays() || request.HasFields();

    /// <summary>The request of that form.</summary>
    public static Request Form(this Request request) => request.WithSpans().WithFields();

    /// <summary>The model's arguments as a companion hands them to its form: arrays as spans, then the fields.</summary>
    public static IEnumerable<string> PassedToForm(this Request request) => request.Own().Select(p =>
        request.IsGivenAsSpan(p) ? "(ReadOnlySpan<" + p.Type.Keyword() + ">)" + p.Argument()
        : p.Passed()).Concat(request.Fields().Select(static f => f.Leaves[0].Access));

    /// <summary>The model's arguments as they are.</summary>
    public static IEnumerable<string> Passed(this Request request) => request.Own().Select(Passed);

    /// <summary>The argument for a constant that the model struct holds; the span of a memory is no variable.</summary>
    public static string Held(this ModelParameter constant) => (constant.Modifier is "in" or "ref readonly" && !constant.IsSpan ? "in " : "") + "_" + constant.Name + (constant.IsSpan ? ".Span" : "");

    /// <summary>A parameter as an argument; <c>this</c> is said at the declaration only.</summary>
    public static string Passed(this ModelParameter parameter) => (parameter.Modifier is "in" or "ref readonly" ? "in " : "") + parameter.Argument();

    /// <summary>The C# type of what the model returns.</summary>
    public static string ReturnType(this Request request) => request.Return?.TypeText ?? "void";

    /// <summary>How many reals the model returns.</summary>
    public static int ReturnCount(this Request request) => request.Return?.Leaves.Count ?? 0;
}
