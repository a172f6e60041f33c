using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Proxima.Analyzers;
using Proxima.Analyzers.Quality;
using Proxima.Generator.Diagnostics;
using Tests.Shared;

namespace GeneratorTests.Fuzz;

/// <summary>Many mutants in one compilation, each in a namespace of its own.</summary>
internal static class FuzzProject
{
    private const string Prefix = "Mutant";

    public static SyntaxTree Tree(CompilationUnitSyntax root, int index)
    {
        IEnumerable<MemberDeclarationSyntax> types = root.Members.SelectMany(static m => m is BaseNamespaceDeclarationSyntax space ? space.Members : [m]);
        CompilationUnitSyntax moved = root.WithMembers([SyntaxFactory.NamespaceDeclaration(SyntaxFactory.IdentifierName(Prefix + index.ToString(CultureInfo.InvariantCulture)), [], [], [.. types])]);
        return CSharpSyntaxTree.ParseText(moved.NormalizeWhitespace().ToFullString(), Compile.Latest, Prefix + index.ToString(CultureInfo.InvariantCulture) + ".cs");
    }

    public static CSharpCompilation Of(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Mutants",
        trees,
        [.. Net10.Framework, Net10.Runtime, Net10.Tensors],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    public static HashSet<SyntaxTree> WithErrors(CSharpCompilation compilation)
    {
        try
        {
            return [.. compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.Location.SourceTree).OfType<SyntaxTree>()];
        }
        catch (Exception exception) when (exception is AggregateException or NullReferenceException)
        {
            // The C# compiler itself can fail on what was never meant to be a program: then one by one.
            return [.. compilation.SyntaxTrees.Where(static tree => IsBad(tree))];
        }
    }

    private static bool IsBad(SyntaxTree tree)
    {
        try
        {
            return Of([tree]).GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error);
        }
        catch (Exception exception) when (exception is AggregateException or NullReferenceException)
        {
            return true;
        }
    }

    /// <summary>How many mutants compile, how many of them were transformed, and what went wrong with which.</summary>
    public static async Task<(int Valid, int Transformed, ImmutableArray<string> Failures)> Check(SyntaxTree[] mutants)
    {
        HashSet<SyntaxTree> bad = WithErrors(Of(mutants));
        SyntaxTree[] valid = [.. mutants.Where(tree => !bad.Contains(tree))];
        GeneratorDriver driver = Compile.Driver().RunGeneratorsAndUpdateCompilation(Of(valid), out Compilation output, out ImmutableArray<Diagnostic> reported);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        List<string> failures = [];
        if (result.Exception is { } exception)
        {
            failures.Add("the generator threw " + exception + "\n" + string.Join("\n", valid.Select(static t => t.ToString())));
        }
        failures.AddRange(reported.Select(static d => d.ToString()));
        Diagnostic[] compiled = [.. output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning)];
        ILookup<SyntaxTree?, string> own = compiled.ToLookup(static d => d.Location.SourceTree, static d => d.Id);
        failures.AddRange(compiled.Where(d => IsGenerated(d, valid, own)).Select(d => Describe(d, valid)));
        ImmutableArray<Diagnostic> analysed = await output.WithAnalyzers([new ModelAnalyzer(), new QualityAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        failures.AddRange(analysed.Where(static d => d.Id is "AD0001" or DiagnosticIds.InternalError).Select(d => Describe(d, valid)));
        return (valid.Length, result.GeneratedSources.Length, [.. failures]);
    }

    /// <summary>An error anywhere is one of generated code, because the mutants compiled without it; a warning is, unless the mutant has one of its kind itself.</summary>
    private static bool IsGenerated(Diagnostic diagnostic, SyntaxTree[] valid, ILookup<SyntaxTree?, string> own) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Location.SourceTree is { } tree && !valid.Contains(tree) && !own[SourceOf(tree.ToString(), valid)].Contains(diagnostic.Id));

    private static string Describe(Diagnostic diagnostic, SyntaxTree[] valid)
    {
        string place = diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "";
        return diagnostic.Id + " " + diagnostic.GetMessage(CultureInfo.InvariantCulture) + "\n  at: " + place + "\n" + SourceOf(diagnostic.Location.SourceTree?.ToString() ?? "", valid);
    }

    /// <summary>The mutant that a text is, or was generated from.</summary>
    private static SyntaxTree? SourceOf(string text, SyntaxTree[] valid) => SpaceOf(text) is { } space ? valid.FirstOrDefault(tree => SpaceOf(tree.ToString()) == space) : null;

    private static string? SpaceOf(string text)
    {
        int start = text.IndexOf("namespace " + Prefix, System.StringComparison.Ordinal);
        return start < 0 ? null : text[(start + 10)..].Split('\n', '\r', ' ', ';', '{')[0];
    }
}
