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

/// <summary>Replaces the marked expression by the text that its diagnostic carries.</summary>
internal static class Replacing
{
    public static void Register(CodeFixContext context, string key)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(DiagnosticProperties.Replacement, out string? text) && text is not null)
            {
                context.RegisterCodeFix(CodeAction.Create($"Write '{text}'", token => ReplaceAsync(context.Document, diagnostic, text, token), key), diagnostic);
            }
        }
    }

    private static async Task<Document> ReplaceAsync(Document document, Diagnostic diagnostic, string text, CancellationToken token)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(token).ConfigureAwait(false))!;
        SyntaxNode old = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        while (old.Parent is ParenthesizedExpressionSyntax around)
        {
            old = around; // the simplifier keeps parentheses that the new form needs
        }
        ExpressionSyntax form = SyntaxFactory.ParseExpression(text);
        form = form.ReplaceNodes(form.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>(), static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
        ExpressionSyntax expression = SyntaxFactory.ParenthesizedExpression(form).WithAdditionalAnnotations(Simplifier.Annotation);
        return document.WithSyntaxRoot(root.ReplaceNode(old, expression.WithTriviaFrom(old)));
    }
}
