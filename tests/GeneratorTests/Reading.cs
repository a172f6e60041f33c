using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Frontend;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>The request of the first annotated method of a source text, read but not compiled.</summary>
internal static class Reading
{
    public static Request Of(string source)
    {
        Compilation compilation = Compile.Source(source);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        SemanticModel model = compilation.GetSemanticModel(tree);
        MethodDeclarationSyntax syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .First(method => Annotation.Of((IMethodSymbol)model.GetDeclaredSymbol((SyntaxNode)method)!).Companions != Companions.None);
        Request? request = RequestReader.Read((IMethodSymbol)model.GetDeclaredSymbol((SyntaxNode)syntax)!, syntax, model, new SilentSink(), default);
        Assert.NotNull(request);
        return request;
    }

    /// <summary>Members of a static class with the usual using directives.</summary>
    public static Request OfMembers(string members) => Of("using System;\nusing System.Numerics;\nusing Proxima;\n\npublic static partial class Models\n{\n" + members + "\n}\n");
}
