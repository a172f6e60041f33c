using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Frontend;

namespace Proxima.Analyzers;

/// <summary>Says at a call of <c>Explain</c> what its model lacks: the compiler's own message is about a constraint of a type parameter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExplainAnalyzer : DiagnosticAnalyzer
{
    private const string Suffix = "Model";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptors.MissingSurrogate];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyseCall, SyntaxKind.InvocationExpression);
    }

    private static void AnalyseCall(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called, ArgumentList.Arguments: [var first, ..] }
            || context.SemanticModel.GetSymbolInfo(called.Expression, context.CancellationToken).Symbol is not INamedTypeSymbol { Name: "Explain", ContainingNamespace: { Name: "Proxima", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return;
        }
        ITypeSymbol? type = context.SemanticModel.GetTypeInfo(first.Expression, context.CancellationToken).Type;
        IMethodSymbol? method = type switch
        {
            null => null,
            IErrorTypeSymbol => Named(first.Expression, context),
            INamedTypeSymbol { ContainingType: { } owner } model when !model.AllInterfaces.Any(IsSurrogate) => Of(owner, model.Name),
            _ => null,
        };
        if (method is not null)
        {
            string model = (Annotation.Of(method).Name ?? method.Name) + Suffix;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MissingSurrogate, first.GetLocation(), model, called.Name.Identifier.ValueText, method.Name));
        }
    }

    private static bool IsSurrogate(INamedTypeSymbol type) => type is { Name: "ISurrogate", ContainingNamespace: { Name: "Proxima", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The method whose model struct has that name, where it does not ask for explanations.</summary>
    private static IMethodSymbol? Of(INamedTypeSymbol owner, string model) => owner.GetMembers().OfType<IMethodSymbol>()
        .FirstOrDefault(method => (Annotation.Of(method).Name ?? method.Name) + Suffix == model && Annotation.Of(method).Surrogate is null);

    /// <summary>The same for a struct that is not there, because nothing asks for one: <c>new Credit.ScoreModel()</c>.</summary>
    private static IMethodSymbol? Named(ExpressionSyntax expression, SyntaxNodeAnalysisContext context)
    {
        TypeSyntax? written = expression switch
        {
            ObjectCreationExpressionSyntax creation => creation.Type,
            DefaultExpressionSyntax value => value.Type,
            _ => null,
        };
        if (written is null)
        {
            return null;
        }
        if (written is QualifiedNameSyntax qualified)
        {
            return context.SemanticModel.GetSymbolInfo(qualified.Left, context.CancellationToken).Symbol is INamedTypeSymbol owner ? Of(owner, qualified.Right.Identifier.ValueText) : null;
        }
        IEnumerable<INamedTypeSymbol> around = context.ContainingSymbol is { } symbol ? Around(symbol) : [];
        return written is IdentifierNameSyntax name ? around.Select(type => Of(type, name.Identifier.ValueText)).FirstOrDefault(static found => found is not null) : null;
    }

    private static IEnumerable<INamedTypeSymbol> Around(ISymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }
}
