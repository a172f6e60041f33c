using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Frontend;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Project;

/// <summary>The approximations that a project asks for, read by the generator's own reader: there is no text of models to parse.</summary>
internal static class ProjectSource
{
    /// <summary>The requests of a project's <c>[Approximate]</c> methods.</summary>
    /// <param name="properties">Further arguments for MSBuild: <c>-p:Configuration=Release</c>.</param>
    /// <exception cref="InvalidDataException">The project cannot be evaluated.</exception>
    public static List<Request> Read(string project, IEnumerable<string> properties)
    {
        Compilation compilation = CompilerCall.OfProject(project, properties).Compilation;
        return [.. compilation.SyntaxTrees.SelectMany(tree => Read(compilation.GetSemanticModel(tree)))];
    }

    private static IEnumerable<Request> Read(SemanticModel model)
    {
        foreach (MethodDeclarationSyntax syntax in model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => m.AttributeLists.Count > 0))
        {
            if (model.GetDeclaredSymbol(syntax) is { } method
                && method.GetAttributes().Any(static a => a.AttributeClass?.ToDisplayString() == "Proxima.ApproximateAttribute")
                && RequestReader.Read(method, syntax, model, new SilentSink(), default) is { Approximation: not null } request)
            {
                yield return request;
            }
        }
    }
}
