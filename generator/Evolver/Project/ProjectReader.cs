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
        (MethodDeclarationSyntax Syntax, IMethodSymbol Method, SemanticModel Model)[] models = [.. call.Compilation.SyntaxTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal).SelectMany(tree => ModelsOf(whole.GetSemanticModel(tree)))];
        HashSet<Said>[] said = [.. models.Select(m => SaidOf(m.Syntax, m.Method, m.Model, locks))];
        HashSet<Said> claimed = [.. said.SelectMany(static own => own)];
        // What no model brought about belongs to the one in which it stands; what is said of a model may stand in a method that it calls.
        bool IsOf(int i, Diagnostic d) => said[i].Contains(Said.Of(d)) || (!claimed.Contains(Said.Of(d)) && d.Location.SourceTree == models[i].Syntax.SyntaxTree && models[i].Syntax.Span.Contains(d.Location.SourceSpan));
        return new(
            call.Name, call.Folder, call.GeneratedFolder,
            [.. models.Select((m, i) => Of(m.Method, m.Syntax, m.Model, locks, all.Where(d => IsOf(i, d))))],
            [.. all.Where(d => !Enumerable.Range(0, models.Length).Any(i => IsOf(i, d))).Select(Of)]);
    }

    private static IEnumerable<(MethodDeclarationSyntax, IMethodSymbol, SemanticModel)> ModelsOf(SemanticModel model)
    {
        foreach (MethodDeclarationSyntax syntax in model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => m.AttributeLists.Count > 0))
        {
            if (model.GetDeclaredSymbol(syntax) is { } method && ModelMethods.IsModel(method))
            {
                yield return (syntax, method, model);
            }
        }
    }

    /// <summary>What the analyzer says of one model, before severities and suppressions.</summary>
    private static HashSet<Said> SaidOf(MethodDeclarationSyntax syntax, IMethodSymbol method, SemanticModel model, LockFile locks)
    {
        HashSet<Said> said = [];
        ModelAnalyzer.Analyse(syntax, method, model, () => locks, new HeldMembers(), diagnostic => said.Add(Said.Of(diagnostic)), default);
        return said;
    }

    private static ProjectModel Of(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, LockFile locks, IEnumerable<Diagnostic> findings)
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

    private sealed record Said(string Id, string File, Microsoft.CodeAnalysis.Text.TextSpan Span, string Text)
    {
        public static Said Of(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.Location.SourceTree?.FilePath ?? "", diagnostic.Location.SourceSpan, Message(diagnostic));
    }
}
