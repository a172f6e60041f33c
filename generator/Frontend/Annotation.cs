using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>What the attributes on a model ask for.</summary>
internal sealed record Annotation(Companions Companions, Rounding Rounding, string? Name, IReadOnlyList<string>? WithRespectTo)
{
    private const string Constant = "Proxima.ConstantAttribute";
    private const string Result = "Proxima.ResultAttribute";
    private const string MonotoneAttribute = "Proxima.MonotoneAttribute";
    private const string TabulateAttribute = "Proxima.TabulateAttribute";

    /// <summary>The attributes that ask for companions; a method that has several is read where the first of them stands.</summary>
    public static readonly IReadOnlyList<(string Attribute, Companions Companion)> Asking =
    [
        ("Proxima.GradientAttribute", Companions.Gradient),
        ("Proxima.HessianAttribute", Companions.Hessian),
        ("Proxima.JacobianAttribute", Companions.Jacobian),
        ("Proxima.AdjointAttribute", Companions.Adjoint),
        ("Proxima.TangentAttribute", Companions.Tangent),
        ("Proxima.TaylorAttribute", Companions.Taylor),
        ("Proxima.LipschitzAttribute", Companions.Lipschitz),
        (MonotoneAttribute, Companions.Monotone),
        ("Proxima.ApproximateAttribute", Companions.Approximate),
        (TabulateAttribute, Companions.Tabulate),
        ("Proxima.SurrogateAttribute", Companions.Surrogate),
        ("Proxima.BatchAttribute", Companions.Batch),
    ];

    /// <summary>The highest order of <c>[Taylor]</c>; 0 without one.</summary>
    public int TaylorOrder { get; init; }

    /// <summary>The norm and the largest constant of <c>[Lipschitz]</c>.</summary>
    public Norm Norm { get; init; }

    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>What <c>[Approximate]</c> asks for.</summary>
    public ApproximationRequest? Approximation { get; init; }

    /// <summary>What <c>[Tabulate]</c> asks for.</summary>
    public TabulationRequest? Tabulation { get; init; }

    /// <summary>What <c>[Surrogate]</c> asks for.</summary>
    public SurrogateRequest? Surrogate { get; init; }

    /// <summary>The splits of the search for the constant; 0 for the default budget.</summary>
    public long Splits { get; init; }

    /// <summary>What <c>[Monotone]</c> states.</summary>
    public IReadOnlyList<MonotoneClaim> Monotone { get; init; } = [];

    public bool AsksForBounds => (Companions & (Companions.Lipschitz | Companions.Monotone)) != Companions.None;

    /// <summary>How many times what the model computes is differentiated.</summary>
    public int Order => System.Math.Max(
        TaylorOrder, Companions.HasFlag(Companions.Hessian) ? 2 : (Companions & ~(Companions.Batch | Companions.Approximate | Companions.Tabulate)) != Companions.None ? 1 : 0);

    public static Annotation Of(IMethodSymbol method)
    {
        Annotation annotation = new(Companions.None, Rounding.Fast, null, null);
        foreach (AttributeData attribute in method.GetAttributes())
        {
            string? name = attribute.AttributeClass?.ToDisplayString();
            Companions asked = Asking.FirstOrDefault(a => a.Attribute == name).Companion;
            if (asked == Companions.Taylor && attribute.ConstructorArguments is [{ Value: int order }])
            {
                annotation = annotation with { TaylorOrder = order };
            }
            if (asked == Companions.Approximate)
            {
                annotation = annotation with
                {
                    Approximation = attribute.ConstructorArguments is [{ Value: double lo }, { Value: double hi }] ? new(lo, hi) : new(0, 0) { HasInterval = false },
                };
            }
            if (asked == Companions.Tabulate)
            {
                annotation = annotation with { Tabulation = TabulationOf(attribute) };
            }
            if (asked == Companions.Surrogate)
            {
                annotation = annotation with { Surrogate = new(attribute.NamedArguments.FirstOrDefault(static a => a.Key == "Method").Value.Value is int values ? (SurrogateMethod)values : default) };
            }
            if (MonotoneOf(attribute) is { } claim)
            {
                annotation = annotation with { Monotone = [.. annotation.Monotone, claim] };
            }
            if (asked != Companions.None)
            {
                annotation = Read(annotation with { Companions = annotation.Companions | asked }, attribute);
            }
        }
        return annotation;
    }

    private static TabulationRequest? TabulationOf(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Value: double lo }, { Value: double hi }])
        {
            return null;
        }
        TabulationRequest asked = new(lo, hi);
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            asked = (argument.Key, argument.Value.Value) switch
            {
                ("MaxError", double error) => asked with { MaxError = error },
                ("RelativeError", double error) => asked with { RelativeError = error },
                ("Continuity", int continuity) => asked with { Continuity = continuity },
                _ => asked,
            };
        }
        return asked;
    }

    /// <summary>What an attribute claims, as <see cref="BoundRequest.Claims"/> says it; null for one that claims nothing.</summary>
    public static string? ClaimOf(AttributeData attribute) =>
        MonotoneOf(attribute) is { } monotone ? monotone.Text
        : attribute.AttributeClass?.ToDisplayString() == "Proxima.LipschitzAttribute" ? new BoundRequest(default, Read(new(Companions.None, Rounding.Fast, null, null), attribute).Max, 0, []).Claim
        : null;

    private static MonotoneClaim? MonotoneOf(AttributeData attribute) =>
        attribute.AttributeClass?.ToDisplayString() == MonotoneAttribute && attribute.ConstructorArguments is [{ Value: string variable }, { Value: int direction }]
            ? new(variable, direction == 0, attribute.NamedArguments.FirstOrDefault(static a => a.Key == "Splits").Value.Value is int splits ? splits : 0)
            : null;

    /// <summary>True when the method is read at this attribute and not at another one that stands before it in <see cref="Asking"/>.</summary>
    public static bool IsReadAt(IMethodSymbol method, string attribute) =>
        Asking.Select(static a => a.Attribute).First(wanted => method.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == wanted)) == attribute;

    /// <summary>True for a parameter that the model writes its results to.</summary>
    public static bool IsResult(IParameterSymbol parameter) => parameter.GetAttributes().Any(static a => a.AttributeClass?.ToDisplayString() == Result);

    /// <summary>True for a parameter that is not differentiated although its type could be.</summary>
    public bool HoldsConstant(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(static a => a.AttributeClass?.ToDisplayString() == Constant) || (WithRespectTo is not null && !WithRespectTo.Contains(parameter.Name));

    public static bool IsMarkedConstant(IParameterSymbol parameter) => parameter.GetAttributes().Any(static a => a.AttributeClass?.ToDisplayString() == Constant);

    private static Annotation Read(Annotation annotation, AttributeData attribute)
    {
        bool isTable = attribute.AttributeClass?.ToDisplayString() == TabulateAttribute; // whose errors have the same names
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            annotation = (argument.Key, argument.Value) switch
            {
                ("MaxError" or "RelativeError", _) when isTable => annotation,
                ("Rounding", { Kind: TypedConstantKind.Enum, Value: int rounding }) => annotation with { Rounding = (Rounding)rounding },
                ("Norm", { Kind: TypedConstantKind.Enum, Value: int norm }) => annotation with { Norm = (Norm)norm },
                ("Max", { Value: double max }) => annotation with { Max = max },
                ("MaxError", { Value: double error }) when annotation.Approximation is { } approximation => annotation with { Approximation = approximation with { MaxError = error } },
                ("RelativeError", { Value: double error }) when annotation.Approximation is { } approximation => annotation with { Approximation = approximation with { RelativeError = error } },
                ("Ulps", { Value: double ulps }) when annotation.Approximation is { } approximation => annotation with { Approximation = approximation with { Ulps = ulps } },
                ("Segments", { Value: int segments }) when annotation.Approximation is { } approximation => annotation with { Approximation = approximation with { Segments = segments } },
                ("Derivative", { Value: bool hasSlope }) when annotation.Approximation is { } approximation => annotation with { Approximation = approximation with { HasSlope = hasSlope } },
                ("Clamp", { Value: bool hasClamps }) when annotation.Approximation is { } approximation => annotation with { Approximation = approximation with { HasClamps = hasClamps } },
                ("Latency", { Value: bool isLatency }) when annotation.Approximation is { } approximation => annotation with { Approximation = approximation with { IsLatency = isLatency } },
                ("Exact", { Kind: TypedConstantKind.Array, IsNull: false } points) when annotation.Approximation is { } approximation =>
                    annotation with { Approximation = approximation with { Exact = points.Values.Select(static value => value.Value).OfType<double>().ToEquatableArray() } },
                ("Splits", { Value: int splits }) when attribute.AttributeClass?.ToDisplayString() != MonotoneAttribute => annotation with { Splits = splits },
                ("Name", { Value: string { Length: > 0 } name }) => annotation with { Name = name },
                ("WithRespectTo", { Kind: TypedConstantKind.Array, IsNull: false } names) =>
                    annotation with { WithRespectTo = names.Values.Select(static value => value.Value).OfType<string>().ToArray() },
                _ => annotation,
            };
        }
        return annotation;
    }
}
