using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Proxima.Analyzers;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>
/// Each snippet stands in one project with a good model and a user of that model's companions: exactly the expected diagnostic at exactly the marked
/// operation, nothing generated for the bad model, everything generated for the good one, and the rest of the project compiles.
/// </summary>
public sealed class RefusalTests
{
    private const string GoodModel =
        """
        using Proxima;

        public static partial class Good
        {
            [Gradient, Batch]
            public static double Square(double x) => x * x;
        }

        public static class User
        {
            public static double Slope(double x)
            {
                Good.SquareGradient(x, out double slope);
                return slope + default(Good.SquareModel).Dimension;
            }
        }
        """;

    public static TheoryData<string> Names => [.. Refusals.All.Keys];

    [Fact]
    public void There_are_at_least_forty_refusals() => Assert.InRange(Refusals.All.Count, 40, int.MaxValue);

    /// <summary>A snippet that does not compile would be refused for the wrong reason.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Snippet_is_valid_csharp(string name)
    {
        (string source, ImmutableArray<TextSpan> spans) = Refusals.All[name].Unmark();
        Assert.NotEmpty(spans);
        Assert.Empty(Errors(Snippet(source)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Refused_with_one_diagnostic_at_the_operation_and_no_code(string name)
    {
        Refusal refusal = Refusals.All[name];
        (string source, ImmutableArray<TextSpan> spans) = refusal.Unmark();
        GeneratorDriver driver = Compile.Driver().RunGeneratorsAndUpdateCompilation(Project(source), out Compilation output, out _);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);

        ImmutableArray<Diagnostic> found = await output.WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(
            spans.Select(span => (refusal.Id, span, source.Substring(span.Start, span.Length))),
            found.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan, source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)))
                .OrderBy(static diagnostic => diagnostic.SourceSpan.Start));

        Assert.Empty(Errors(output));
        string[] generated = driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString()).ToArray();
        Assert.Contains(generated, static text => text.Contains("SquareGradientBatch"));
        bool isWarning = found.Any(diagnostic => diagnostic.Id == refusal.Id && diagnostic.Severity == DiagnosticSeverity.Warning);
        Assert.Equal(isWarning ? 2 : 1, generated.Length);
    }

    private static CSharpCompilation Project(string source) =>
        Snippet(source).AddSyntaxTrees(CSharpSyntaxTree.ParseText(GoodModel, Compile.Latest, "Good.cs"));

    /// <summary>Some snippets need unsafe code to be allowed, so that it is the compiler of models that refuses them.</summary>
    private static CSharpCompilation Snippet(string source)
    {
        CSharpCompilation snippet = Compile.Source(source);
        return snippet.WithOptions(snippet.Options.WithAllowUnsafe(true));
    }

    private static Diagnostic[] Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
}
