using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Proxima.Generator.Frontend;

/// <summary>
/// A field or automatic property of the model's type that <c>WithRespectTo</c> names: differentiated like a parameter, under a name that a parameter
/// could have: <c>_weights</c> and <c>Weights</c> are <c>weights</c>.
/// </summary>
internal sealed record FieldVariable(ISymbol Member, ITypeSymbol Type, string Name)
{
    public static IReadOnlyList<FieldVariable> Of(IMethodSymbol method, Annotation annotation)
    {
        List<FieldVariable> fields = [];
        foreach (string wanted in (annotation.WithRespectTo ?? []).Distinct().Where(wanted => method.Parameters.All(p => p.Name != wanted)))
        {
            if (Find(method, wanted) is { } member)
            {
                fields.Add(new(member, member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type, NameOf(member.Name)));
            }
        }
        return fields;
    }

    /// <summary>The field in C#, from inside the model: qualified unless nothing can hide it.</summary>
    public string Access(SyntaxNode model)
    {
        string name = Text.Escape(Member.Name);
        if (Member.IsStatic)
        {
            return Member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + name;
        }
        return Member.Name[0] == '_' && Member.Name != Name && !model.DescendantNodes().Any(Declares) ? name : "this." + name;
    }

    private bool Declares(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax local => local.Identifier.ValueText == Member.Name,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText == Member.Name,
        ParameterSyntax parameter => parameter.Identifier.ValueText == Member.Name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == Member.Name,
        _ => false,
    };

    private static ISymbol? Find(IMethodSymbol method, string name)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers(name))
            {
                bool isReachable = (member.IsStatic || !method.IsStatic)
                    && (SymbolEqualityComparer.Default.Equals(type, method.ContainingType) || member.DeclaredAccessibility is not Accessibility.Private);
                return isReachable && IsVariable(member) ? member : null;
            }
        }
        return null;
    }

    private static bool IsVariable(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false, RefKind: RefKind.None } field => HoldsReals(field.Type),
        IPropertySymbol { IsIndexer: false, RefKind: RefKind.None, IsAbstract: false, IsVirtual: false, IsOverride: false, GetMethod: { } getter } property => HoldsReals(property.Type) && IsAutomatic(property, getter),
        _ => false,
    };

    private static bool HoldsReals(ITypeSymbol type) => Types.IsReal(type) || type is IArrayTypeSymbol { Rank: 1, ElementType: var element } && Types.IsReal(element);

    private static bool IsAutomatic(IPropertySymbol property, IMethodSymbol getter) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
        && getter.DeclaringSyntaxReferences.All(static reference => reference.GetSyntax() is not (ArrowExpressionClauseSyntax or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }));

    private static string NameOf(string member)
    {
        string bare = member.TrimStart('_');
        if (bare.Length == 0 || char.IsDigit(bare[0]))
        {
            return member;
        }
        string name = char.ToLowerInvariant(bare[0]) + bare.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : member;
    }
}
