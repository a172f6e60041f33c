using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Proxima.Generator;
using Tests.Shared;

namespace GenerationBenchmarks;

/// <summary>Compilations and the driver, as a compiler makes them.</summary>
internal static class Compilations
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static CSharpCompilation Of(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Models",
        trees,
        [.. Net10.Framework, Net10.Runtime, Net10.Tensors],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));

    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, s_options, path);

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new ProximaGenerator().AsSourceGenerator()], parseOptions: s_options);
}
