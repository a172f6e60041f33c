using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>What the attributes on a model ask for.</summary>
internal sealed record Annotation(Companions Companions, Rounding Rounding, string? Name, IReadOnlyList<string>? WithRespectTo)
{
    public const string Gradient = "Proxima.GradientAttribute";
    public const string Batch = "Proxima.BatchAttribute";
    private const string Constant = "Proxima.ConstantAttribute";

    public static Annotation Of(IMethodSymbol method)
    {
        Annotation annotation = new(Companions.None, Rounding.Fast, null, null);
        foreach (AttributeData attribute in method.GetAttributes())
        {
            Companions asked = attribute.AttributeClass?.ToDisplayString() switch
            {
                Gradient => Companions.Gradient,
                Batch => Companions.Batch,
                _ => Companions.None,
            };
            if (asked != Companions.None)
            {
                annotation = Read(annotation with { Companions = annotation.Companions | asked }, attribute);
            }
        }
        return annotation;
    }

    public static bool Has(IMethodSymbol method, string attribute) => method.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == attribute);

    /// <summary>True for a parameter that is not differentiated although its type could be.</summary>
    public bool HoldsConstant(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(static a => a.AttributeClass?.ToDisplayString() == Constant) || (WithRespectTo is not null && !WithRespectTo.Contains(parameter.Name));

    public static bool IsMarkedConstant(IParameterSymbol parameter) => parameter.GetAttributes().Any(static a => a.AttributeClass?.ToDisplayString() == Constant);

    private static Annotation Read(Annotation annotation, AttributeData attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            annotation = (argument.Key, argument.Value) switch
            {
                ("Rounding", { Kind: TypedConstantKind.Enum, Value: int rounding }) => annotation with { Rounding = (Rounding)rounding },
                ("Name", { Value: string { Length: > 0 } name }) => annotation with { Name = name },
                ("WithRespectTo", { Kind: TypedConstantKind.Array, IsNull: false } names) =>
                    annotation with { WithRespectTo = names.Values.Select(static value => value.Value).OfType<string>().ToArray() },
                _ => annotation,
            };
        }
        return annotation;
    }
}
