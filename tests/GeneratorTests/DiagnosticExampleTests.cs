using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Proxima.Analyzers;
using Proxima.Analyzers.Quality;
using Proxima.Generator.Approximation;
using Proxima.Generator.Diagnostics;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>The pages of the diagnostics tell the truth: the example brings the diagnostic about, and what they say to write instead does not.</summary>
public sealed class DiagnosticExampleTests
{
    public static TheoryData<string> Ids => [.. Descriptors.All.Select(static descriptor => descriptor.Id).Where(static id => id != DiagnosticIds.InternalError)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_brings_the_diagnostic_about_and_the_advice_does_not(string id)
    {
        (string example, string? instead) = Blocks(id);
        AnalyzerOptions options = new([.. LockOf(id)]);
        // A call without its attribute does not compile, which the analyzer explains.
        Assert.Contains(id, await Found(example, options, expected: id == DiagnosticIds.MissingSurrogate ? "CS0315" : ""));
        // Where nothing is wrong, what follows depends on it instead of avoiding it.
        if (instead is not null && Descriptors.Find(id).DefaultSeverity > DiagnosticSeverity.Info)
        {
            Assert.DoesNotContain(id, await Found(instead, options));
        }
    }

    private static async Task<string[]> Found(string block, AnalyzerOptions options, string expected = "")
    {
        CSharpCompilation source = Compile.Source(Program(block), Compile.Latest);
        Compile.Driver().RunGeneratorsAndUpdateCompilation(source, out Compilation output, out _);
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Id != expected).Select(static d => d.ToString()));
        ImmutableArray<Diagnostic> found = await output.WithAnalyzers([new ModelAnalyzer(), new QualityAnalyzer(), new ExplainAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(static d => d.Id).Distinct()];
    }

    /// <summary>Types as they are; members in a type of their own.</summary>
    private static string Program(string block)
    {
        const string Usings = "using System;\nusing System.Numerics;\nusing System.Numerics.Tensors;\nusing System.Runtime.InteropServices;\nusing System.Threading.Tasks;\nusing Proxima;\n\n";
        return Regex.IsMatch(block, @"^\s*(public |internal |static |partial |abstract |sealed |readonly )*(class|struct|record) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)
            && !Regex.IsMatch(block, @"^\[", RegexOptions.Multiline)
            ? Usings + block
            : Usings + "public static partial class Models\n{\n" + block + "\n}\n";
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(Repository.Root, "analyzers", "docs", id + ".md")).ReplaceLineEndings("\n");

    /// <summary>The lock file beside the example, on pages that have one.</summary>
    private static IEnumerable<AdditionalText> LockOf(string id) =>
        Regex.Matches(Page(id), "```json\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Select(static m => new InMemoryText(LockFile.Name, m.Groups["text"].Value));

    private static (string Example, string? Instead) Blocks(string id)
    {
        string page = Page(id);
        string[] blocks = [.. Regex.Matches(page, "```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Select(static m => m.Groups["code"].Value)];
        Assert.NotEmpty(blocks);
        return (blocks[0], blocks.ElementAtOrDefault(1));
    }
}
