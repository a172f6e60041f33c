using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Proxima.Analyzers;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Calls of <c>Explain</c>: with a model that tells nothing they do not compile, and the analyzer says at the model what to add.</summary>
public sealed class ExplainAnalyzerTests
{
    [Theory]
    [InlineData("[Gradient]", "[|new ScoreModel()|]")]
    [InlineData("[Batch]", "[|new Bad.ScoreModel()|]")]
    [InlineData("[Lipschitz]", "[|default(ScoreModel)|]")]
    [InlineData("", "[|new ScoreModel()|]")]
    [InlineData("", "[|new Bad.ScoreModel()|]")]
    public async Task A_model_without_the_attribute_is_named_at_the_call(string attributes, string model)
    {
        (string source, ImmutableArray<TextSpan> spans) = Refusal.Members("call", "PRX0018", Member(attributes, model)).Unmark();
        CompiledModel compiled = Compile.Run(source);
        Assert.Contains(compiled.Compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        Diagnostic found = Assert.Single(await Analyse(compiled));
        Assert.Equal((spans.Single(), "'ScoreModel' does not tell how it is made, which 'Explain.Shapley' needs; add [Surrogate] to 'Score'"), (found.Location.SourceSpan, found.GetMessage()));
    }

    [Theory]
    [InlineData("[Surrogate]", "new ScoreModel()")]
    [InlineData("[Gradient, Surrogate]", "new Bad.ScoreModel()")]
    [InlineData("[Gradient, Surrogate]", "default(ScoreModel)")]
    public async Task A_model_with_the_attribute_compiles(string attributes, string model)
    {
        CompiledModel compiled = Compile.Run(Refusal.Members("call", "PRX0018", Member(attributes, model)).Marked);
        Assert.DoesNotContain(compiled.Compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(await Analyse(compiled));
    }

    [Theory]
    [InlineData("PRX0212", "[Surrogate] public static double [|F|](ReadOnlySpan<double> x) { double s = 0; for (int i = 0; i < x.Length; i++) { s += x[i] * x[i]; } return s; }")]
    [InlineData("PRX0212", "[Surrogate] public static double [|F|](double x) { double s = x; while (s > 1) { s *= 0.5; } return s; }")]
    public async Task A_model_that_is_not_taken_apart_says_why(string id, string member)
    {
        (string source, ImmutableArray<TextSpan> spans) = Refusal.Members("finding", id, member).Unmark();
        Diagnostic found = Assert.Single(await Compile.Analyse(source), d => d.Id == id);
        Assert.Equal((DiagnosticSeverity.Info, spans.Single()), (found.Severity, found.Location.SourceSpan));
    }

    [Theory]
    [InlineData("[Surrogate] public static double F(ReadOnlySpan<double> x) { double s = 0; for (int i = 0; i < 5; i++) { s += x[i] * x[i]; } return s; }")]
    [InlineData("[Surrogate] public static double F(double x, double y) => x < 1 ? (y < 2 ? 0.1 : 0.3) : 0.7;")]
    [InlineData("[Surrogate(Method = SurrogateMethod.IntegratedGradients)] public static double F(double x, double y) => Math.Max(x, y);")]
    [InlineData("[Lipschitz, Surrogate] public static double F(double x, [Constant] bool isLate) => isLate ? 2 * x : x;")]
    public async Task What_can_be_read_needs_no_word(string member) =>
        Assert.DoesNotContain(await Compile.Analyse(Refusal.Members("good", "PRX0212", member).Marked), static d => d.Id is "PRX0211" or "PRX0212" or "PRX0018" or "PRX0019");

    private static string Member(string attributes, string model) =>
        attributes + " public static double Score(double income, double debt) => 0.8 * income - debt * debt;\n"
        + "public static Attribution Why(double[] row, double[] baseline) => Explain.Shapley(" + model + ", row, baseline);";

    private static async Task<ImmutableArray<Diagnostic>> Analyse(CompiledModel compiled) =>
        await compiled.Compilation.WithAnalyzers([new ExplainAnalyzer()]).GetAnalyzerDiagnosticsAsync();
}
