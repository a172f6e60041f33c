using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Proxima.Generator.Diagnostics;

namespace Proxima.CodeFixes;

/// <summary>Marks a parameter <c>[Constant]</c> where its derivative is zero or would be dropped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddConstantFix)), Shared]
public sealed class AddConstantFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticIds.IndependentVariable, DiagnosticIds.DroppedDerivative];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null || root?.FindNode(context.Span, getInnermostNodeForTie: true) is not { } node)
        {
            return;
        }
        foreach (ParameterSyntax parameter in Candidates(node, model, context.CancellationToken))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Mark '{parameter.Identifier.ValueText}' [Constant]",
                    token => AddConstantAsync(context.Document, parameter, token),
                    nameof(AddConstantFix) + parameter.Identifier.ValueText),
                context.Diagnostics);
        }
    }

    /// <summary>The parameter the diagnostic is at; else those of the model that the reported operation reads directly.</summary>
    private static ImmutableArray<ParameterSyntax> Candidates(SyntaxNode node, SemanticModel model, CancellationToken token)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
        {
            return [];
        }
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is { } itself)
        {
            return [itself];
        }
        return
        [
            .. node.DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Select(name => model.GetSymbolInfo(name, token).Symbol)
                .OfType<IParameterSymbol>()
                .Distinct<IParameterSymbol>(SymbolEqualityComparer.Default)
                .Select(parameter => method.ParameterList.Parameters.FirstOrDefault(syntax => syntax.Identifier.ValueText == parameter.Name))
                .OfType<ParameterSyntax>()
                .Where(static syntax => !IsConstant(syntax)),
        ];
    }

    private static bool IsConstant(ParameterSyntax parameter) =>
        parameter.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString().EndsWith("Constant", System.StringComparison.Ordinal));

    private static async Task<Document> AddConstantAsync(Document document, ParameterSyntax parameter, CancellationToken token)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(token).ConfigureAwait(false))!;
        AttributeSyntax attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName("Proxima.Constant")).WithAdditionalAnnotations(Simplifier.Annotation);
        AttributeListSyntax list = SyntaxFactory.AttributeList([attribute]).WithTrailingTrivia(SyntaxFactory.Space);
        ParameterSyntax marked = parameter.WithoutLeadingTrivia()
            .WithAttributeLists(parameter.AttributeLists.Insert(0, list))
            .WithLeadingTrivia(parameter.GetLeadingTrivia());
        return document.WithSyntaxRoot(root.ReplaceNode(parameter, marked));
    }
}
