using System.Linq;
using Microsoft.CodeAnalysis;

namespace Proxima.Analyzers;

/// <summary>Which methods are models.</summary>
internal static class ModelMethods
{
    public static bool IsModel(IMethodSymbol method) => method.GetAttributes().Any(IsModelAttribute);

    private static bool IsModelAttribute(AttributeData attribute) =>
        attribute.AttributeClass?.BaseType is { Name: "ModelAttribute", ContainingNamespace: { Name: "Proxima", ContainingNamespace.IsGlobalNamespace: true } };
}
