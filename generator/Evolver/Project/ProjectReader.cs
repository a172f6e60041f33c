using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Proxima.Analyzers;
using Proxima.Analyzers.Quality;
using Proxima.Generator;
using Proxima.Generator.Approximation;
using Proxima.Generator.Frontend;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Project;

/// <summary>Reads a project as the build does: the same reader, compiler and analyzers, in this process.</summary>
internal static class ProjectReader
{
    public static ProjectModels Read(CompilerCall call)
    {
        CSharpGeneratorDriver.Create([new ProximaGenerator().AsSourceGenerator()], call.AdditionalFiles, (CSharpParseOptions?)call.Compilation.SyntaxTrees.FirstOrDefault()?.Options, call.Options)
            .RunGeneratorsAndUpdateCompilation(call.Compilation, out Compilation whole, out _);
        Diagnostic[] all = [.. Diagnostics(whole, call)];
        LockFile locks = Locks.Joined(call.AdditionalFiles.Where(static file => LockFile.IsNamed(file.Path)).Select(static file => LockFile.Parse(file.GetText()?.ToString() ?? "")));
        HashSet<Diagnostic> told = [];
        List<ProjectModel> models = [];
        foreach (SyntaxTree tree in call.Compilation.SyntaxTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal))
        {
            SemanticModel model = whole.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => m.AttributeLists.Count > 0))
            {
                if (model.GetDeclaredSymbol(syntax) is { } method && ModelMethods.IsModel(method))
                {
                    Diagnostic[] own = [.. all.Where(d => d.Location.SourceTree == tree && syntax.Span.Contains(d.Location.SourceSpan))];
                    told.UnionWith(own);
                    models.Add(Of(method, syntax, model, locks, own));
                }
            }
        }
        return new(call.Name, call.Folder, call.GeneratedFolder, models, [.. all.Where(d => !told.Contains(d)).Select(Of)]);
    }

    private static ProjectModel Of(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, LockFile locks, Diagnostic[] findings)
    {
        Request? request = RequestReader.Read(method, syntax, model, new SilentSink(), default) is { } read ? Locks.Apply(read, locks) : null;
        return new(
            method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), Of(syntax.Identifier.GetLocation()), Text(syntax), request, request is null ? null : RequestCompiler.Compile(request), [.. findings.Select(Of)]);
    }

    private static IEnumerable<Diagnostic> Diagnostics(Compilation whole, CompilerCall call)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new ModelAnalyzer(), new QualityAnalyzer(), new ExplainAnalyzer()];
        ImmutableArray<Diagnostic> found = whole.WithAnalyzers(analyzers, new AnalyzerOptions(call.AdditionalFiles, call.Options)).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return found.Where(static d => d.Severity > DiagnosticSeverity.Hidden)
            .OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan.Start).ThenBy(static d => d.Id, StringComparer.Ordinal).ThenBy(Message, StringComparer.Ordinal);
    }

    private static Finding Of(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.Severity, Of(diagnostic.Location), Message(diagnostic));

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private static Place Of(Location location)
    {
        FileLinePositionSpan span = location.GetLineSpan();
        return new(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }

    /// <summary>The method as it is compiled, without directives, moved to the left edge.</summary>
    private static string Text(MethodDeclarationSyntax syntax)
    {
        MethodDeclarationSyntax compiled = syntax.ReplaceTrivia(syntax.DescendantTrivia().Where(static t => t.IsDirective || t.IsKind(SyntaxKind.DisabledTextTrivia)), static (_, _) => default);
        string[] lines = compiled.ToString().ReplaceLineEndings("\n").Split('\n');
        int indent = lines.Skip(1).Where(static line => line.Trim().Length > 0).Select(static line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select((line, i) => i == 0 || line.Length < indent ? line : line[indent..]));
    }
}
