using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Proxima.Evolver.Reports;

/// <summary>C# as HTML, its keywords, comments and literals marked.</summary>
internal static class CodeText
{
    public static string Of(string code)
    {
        StringBuilder html = new("<pre class=\"code\"><code>");
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(code, options: CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.None)))
        {
            Append(html, token.LeadingTrivia);
            string text = Html.Escape(token.Text);
            html.Append(ClassOf(token) is { } name ? $"<span class=\"{name}\">{text}</span>" : text);
            Append(html, token.TrailingTrivia);
        }
        return html.Append("</code></pre>\n").ToString();
    }

    private static void Append(StringBuilder html, IEnumerable<SyntaxTrivia> trivia)
    {
        foreach (SyntaxTrivia piece in trivia)
        {
            string text = Html.Escape(piece.ToFullString());
            html.Append(piece.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia ? text : $"<span class=\"c\">{text}</span>");
        }
    }

    private static string? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken => "s",
        _ when token.IsKeyword() || s_contextual.Contains(token.Text) => "k",
        _ => null,
    };

    private static readonly HashSet<string> s_contextual = [.. new[] { "partial", "var", "nameof", "when", "and", "or", "not", "record", "init", "required", "file", "scoped" }];
}
