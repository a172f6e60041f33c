using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>
/// A call, inside a model, of the companion of another one: found by its name, because while companions are generated there is none to bind to.
/// The analyzers see the same call bound to generated code and read it the same way.
/// </summary>
internal sealed record NestedCompanion(IMethodSymbol Model, Annotation Annotation, NestedKind Kind, InvocationExpressionSyntax Call)
{
    private static readonly (string Suffix, Companions Companion, NestedKind Kind)[] s_kinds =
        [("Gradient", Companions.Gradient, NestedKind.Gradient), ("Tangent", Companions.Tangent, NestedKind.Tangent)];

    /// <summary>True for what the generator wrote.</summary>
    public static bool IsGenerated(ISymbol member) =>
        member.DeclaringSyntaxReferences.Length > 0
        && member.DeclaringSyntaxReferences.All(static reference => reference.SyntaxTree.FilePath.Contains(typeof(ProximaGenerator).FullName));

    /// <summary>The companion that the call at this syntax means, or null.</summary>
    public static NestedCompanion? Find(SyntaxNode syntax, SemanticModel semantics, INamedTypeSymbol within)
    {
        if (syntax is not InvocationExpressionSyntax call)
        {
            return null;
        }
        (string name, IEnumerable<INamedTypeSymbol> types) = call.Expression switch
        {
            IdentifierNameSyntax simple => (simple.Identifier.ValueText, Around(within)),
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax own } => (own.Identifier.ValueText, [within]),
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member } access when semantics.GetSymbolInfo(access.Expression).Symbol is INamedTypeSymbol type =>
                (member.Identifier.ValueText, new[] { type }),
            _ => ("", []),
        };
        foreach ((string suffix, Companions companion, NestedKind kind) in s_kinds.Where(k => name.EndsWith(k.Suffix, System.StringComparison.Ordinal)))
        {
            foreach (IMethodSymbol method in types.SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>()))
            {
                if (method.GetAttributes().Length > 0 && Frontend.Annotation.Of(method) is { } annotation && annotation.Companions.HasFlag(companion)
                    && (annotation.Name ?? method.Name) + suffix == name)
                {
                    return new(method, annotation, kind, call);
                }
            }
        }
        return null;
    }

    /// <summary>Why the call cannot be read without knowing the companion's declaration, or "".</summary>
    public string Obstacle()
    {
        bool isWhereTypesAreKnown = Call.Parent switch
        {
            ExpressionStatementSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } } } } => true,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } => true,
            _ => false,
        };
        if (!isWhereTypesAreKnown)
        {
            return "its value has no type yet inside another expression or under 'var'; store it in a local of type '" + Model.ReturnType.ToDisplayString() + "' first";
        }
        foreach (ArgumentSyntax argument in Call.ArgumentList.Arguments)
        {
            if (argument.NameColon is not null)
            {
                return "its parameters have no names yet; pass the arguments in order";
            }
            if (argument.Expression is DeclarationExpressionSyntax { Type.IsVar: true, Designation: not DiscardDesignationSyntax } declared)
            {
                return "the type of an output is not known yet; write 'out double " + declared.Designation + "'";
            }
            if (argument.Expression is CollectionExpressionSyntax or ImplicitObjectCreationExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression or (int)SyntaxKind.NullLiteralExpression })
            {
                return "the type of '" + argument.Expression + "' is not known yet; store it in a local first";
            }
        }
        if (!Types.IsReal(Model.ReturnType) || Model.Parameters.Any(static p => Frontend.Annotation.IsResult(p)))
        {
            return "its model has several results";
        }
        if (!Model.IsStatic && Call.Expression is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax })
        {
            return "its model belongs to another object";
        }
        return "";
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }
}
