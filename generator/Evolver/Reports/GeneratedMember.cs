using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Proxima.Evolver.Reports;

/// <summary>One member that was generated, as its callers see it.</summary>
/// <param name="Signature">Without modifiers and body.</param>
/// <param name="Summary">The first sentence of its documentation.</param>
internal sealed record GeneratedMember(string Signature, string Summary)
{
    /// <summary>The members of a generated file that the model's type shows.</summary>
    public static IReadOnlyList<GeneratedMember> Of(string source) =>
    [
        .. CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Parse)).GetRoot().DescendantNodes(IsAround)
            .OfType<MemberDeclarationSyntax>().Where(static m => !IsAround(m) && !m.Modifiers.Any(SyntaxKind.PrivateKeyword)).Select(static m => new GeneratedMember(SignatureOf(m), SummaryOf(m))),
    ];

    /// <summary>The user's types are partial; those that are generated are not.</summary>
    private static bool IsAround(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax || (node is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string SignatureOf(MemberDeclarationSyntax member) => Spaced(member switch
    {
        MethodDeclarationSyntax method => method.ReturnType + " " + method.Identifier + method.TypeParameterList + method.ParameterList,
        FieldDeclarationSyntax field => (field.Modifiers.Any(SyntaxKind.ConstKeyword) ? "const " : "") + field.Declaration,
        TypeDeclarationSyntax type => type.Keyword + " " + type.Identifier + " " + type.BaseList,
        _ => member.ToString(),
    });

    private static string SummaryOf(MemberDeclarationSyntax member)
    {
        XmlElementSyntax? summary = member.GetLeadingTrivia().Select(static t => t.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().SelectMany(static d => d.Content).OfType<XmlElementSyntax>()
            .FirstOrDefault(static e => e.StartTag.Name.ToString() == "summary");
        string text = Regex.Replace(summary?.Content.ToString() ?? "", "///", "");
        text = Regex.Replace(text, "<(see|paramref) [a-z]+=\"([^\"(]*)[^\"]*\" ?/>", "$2");
        return Spaced(System.Net.WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]*>", "")));
    }

    private static string Spaced(string text) => Regex.Replace(text, @"\s+", " ").Replace("( ", "(", System.StringComparison.Ordinal).Trim();
}
