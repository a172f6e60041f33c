using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Proxima.Generator.Frontend;

/// <summary>Source text as comments show it, and small pieces of C#.</summary>
internal static class Text
{
    private const int LongestIf = 100;

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    public static string Uncapital(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The statement on one line; of a compound statement its header, except for an <c>if</c> that fits.</summary>
    public static string Folded(SyntaxNode syntax)
    {
        string text = Fold(WithoutComments(syntax));
        if (syntax is IfStatementSyntax branch)
        {
            return text.Length <= LongestIf ? text : $"if ({Fold(branch.Condition.ToString())})";
        }
        return syntax switch
        {
            ForStatementSyntax loop => Fold($"for ({loop.Declaration}{string.Join(", ", loop.Initializers)}; {loop.Condition}; {string.Join(", ", loop.Incrementors)})"),
            ForEachStatementSyntax loop => Fold($"foreach ({loop.Type} {loop.Identifier} in {loop.Expression})"),
            ForEachVariableStatementSyntax loop => Fold($"foreach ({loop.Variable} in {loop.Expression})"),
            WhileStatementSyntax loop => Fold($"while ({loop.Condition})"),
            DoStatementSyntax loop => Fold($"do … while ({loop.Condition})"),
            SwitchStatementSyntax choice => Fold($"switch ({choice.Expression})"),
            ArrowExpressionClauseSyntax arrow => "return " + Fold(WithoutComments(arrow.Expression)) + ";",
            _ => text,
        };
    }

    private static string WithoutComments(SyntaxNode syntax)
    {
        StringBuilder text = new();
        foreach (SyntaxToken token in syntax.DescendantTokens())
        {
            if (token.LeadingTrivia.Count > 0 && token.SpanStart != syntax.SpanStart)
            {
                text.Append(' ');
            }
            text.Append(token.ToString());
            if (token.TrailingTrivia.Count > 0)
            {
                text.Append(' ');
            }
        }
        return text.ToString();
    }

    private static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[folded.Length - 1] != ' ')
            {
                folded.Append(' ');
            }
        }
        return folded.ToString().TrimEnd();
    }
}
