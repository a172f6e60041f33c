using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Proxima.Analyzers;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Frontend;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>A failure of the compiler itself is one diagnostic that names the model and the pass; the build of everything else goes on.</summary>
public sealed class CleanCompilationFailureTests
{
    private const string Source =
        """
        using Proxima;

        public static partial class Models
        {
            [Gradient, Batch]
            public static double Ill(double x) => x * x * 0.123456789;

            [Gradient, Batch]
            public static double Well(double x) => x * x;
        }

        public static class User
        {
            public static double Slope(double x)
            {
                Models.WellGradient(x, out double slope);
                return slope;
            }
        }
        """;

    /// <summary>What no front end makes and no pass knows.</summary>
    private sealed record UnknownExpression() : Expression(ScalarType.Double);

    public static TheoryData<string> Corruptions => ["expression", "callee", "results"];

    [Theory]
    [MemberData(nameof(Corruptions))]
    public void A_pass_that_throws_is_one_note_and_no_code(string corruption)
    {
        Compiled compiled = RequestCompiler.Compile(Corrupt(Ill(), corruption));
        Assert.Equal("", compiled.Source);
        Note note = Assert.Single(compiled.Notes);
        Assert.Equal(DiagnosticIds.InternalError, note.Id);
        Assert.Equal("Ill", note.Arguments[0]);
        Assert.Contains(note.Arguments[1], new[] { "Normalise", "Findings", "Reverse", "Tidy", "Backend" });
        Assert.NotEqual("", note.Arguments[2]);
    }

    [Fact]
    public async Task A_model_that_fails_inside_is_one_error_and_the_others_compile()
    {
        // Generator and analyzers find the failed compilation under the model's own request.
        Compiled failed = ContentCache<Compiled>.Get(Ill(), static request => RequestCompiler.Compile(Corrupt(request, "expression")));
        Assert.Equal("", failed.Source);

        using CompiledModel model = Compile.Run(Source);
        Assert.Null(model.GeneratorFailure);
        Assert.Contains("WellGradientBatch", model.Source);
        Assert.DoesNotContain(model.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        ImmutableArray<Diagnostic> found = await model.Compilation.WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Diagnostic error = Assert.Single(found, static diagnostic => diagnostic.Id.StartsWith("PRX", System.StringComparison.Ordinal) && diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal(DiagnosticIds.InternalError, error.Id);
        Assert.Equal(Source.IndexOf("Ill(", System.StringComparison.Ordinal), error.Location.SourceSpan.Start);
        Assert.Contains("'Ill'", error.GetMessage());
    }

    /// <summary>The request of the model that must fail, read but not compiled.</summary>
    private static Request Ill()
    {
        Compilation compilation = Compile.Source(Source);
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        MethodDeclarationSyntax syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        SemanticModel model = compilation.GetSemanticModel(tree);
        return RequestReader.Read((IMethodSymbol)model.GetDeclaredSymbol((SyntaxNode)syntax)!, syntax, model, new SilentSink(), default)!;
    }

    private static Request Corrupt(Request request, string corruption)
    {
        Function main = request.Module.Main;
        Function corrupted = corruption switch
        {
            "expression" => main with { Body = new([new Variable("unknown", new UnknownExpression()), .. main.Body.Statements]), Results = [new Read(ScalarType.Double, "unknown")] },
            "callee" => main with { Body = new([new Call([new Result("unknown", ScalarType.Double)], "Missing", [new Read(ScalarType.Double, "x")], []), .. main.Body.Statements]), Results = [new Read(ScalarType.Double, "unknown")] },
            _ => main with { Results = [] },
        };
        return request with { Module = request.Module with { Main = corrupted } };
    }
}
