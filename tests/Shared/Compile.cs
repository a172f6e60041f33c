using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Proxima.Analyzers;
using Proxima.Generator;

namespace Tests.Shared;

/// <summary>Compiles source text with the generator, in memory.</summary>
internal static class Compile
{
    /// <summary>As a careful user would: nullable, documentation checked, overflow checked, warnings as errors, C# 12.</summary>
    public static CSharpParseOptions Strict { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static CSharpParseOptions Latest { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>The compilation before generation.</summary>
    public static CSharpCompilation Source(string source, CSharpParseOptions? options = null) => CSharpCompilation.Create(
        "Model",
        [CSharpSyntaxTree.ParseText(source, options ?? Latest, "Model.cs")],
        [.. Net10.Framework, Net10.Runtime, Net10.Tensors],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            checkOverflow: ReferenceEquals(options, Strict),
            optimizationLevel: OptimizationLevel.Release,
            warningLevel: 9999));

    /// <summary>A driver that runs the generator and remembers why each step ran.</summary>
    public static CSharpGeneratorDriver Driver(CSharpParseOptions? options = null) => CSharpGeneratorDriver.Create(
        [new ProximaGenerator().AsSourceGenerator()],
        parseOptions: options ?? Latest,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Source text, the generator's output for it, and what the compiler says about both.</summary>
    public static CompiledModel Run(string source, CSharpParseOptions? options = null, IEnumerable<MetadataReference>? references = null)
    {
        GeneratorDriver driver = Driver(options).RunGeneratorsAndUpdateCompilation(Source(source, options).AddReferences(references ?? []), out Compilation output, out _);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return new(
            output,
            result.GeneratedSources.ToImmutableSortedDictionary(static file => file.HintName, static file => file.SourceText.ToString()),
            result.Exception);
    }

    /// <summary>What the analyzers say about source text.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyse(string source, CSharpParseOptions? options = null)
    {
        CompilationWithAnalyzers analysis = Run(source, options).Compilation.WithAnalyzers([new ModelAnalyzer()]);
        IEnumerable<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id)];
    }
}
