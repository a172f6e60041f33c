using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Proxima.Generator.Frontend;

/// <summary>
/// The methods of a file that are written with <c>[DerivativeOf]</c>, by syntax alone. Kept with the tree they were found in, which never changes: after
/// an edit only the edited file is looked through again.
/// </summary>
internal static class RuleIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, MethodDeclarationSyntax[]> s_found = new();

    public static IEnumerable<MethodDeclarationSyntax> Of(Compilation compilation, CancellationToken token) =>
        compilation.SyntaxTrees.SelectMany(tree => s_found.GetValue(tree, unread => Find(unread, token)));

    private static MethodDeclarationSyntax[] Find(SyntaxTree tree, CancellationToken token) =>
        tree.GetRoot(token).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .Where(static method => method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => IsRule(attribute.Name)))
            .ToArray();

    private static bool IsRule(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => IsRule(qualified.Right),
        AliasQualifiedNameSyntax aliased => IsRule(aliased.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText is "DerivativeOf" or "DerivativeOfAttribute",
        _ => false,
    };
}
