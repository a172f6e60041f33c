using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Frontend;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>What an edit in another file does to a model: nothing unless it changes a declaration or a body that the model calls, and then what a first reading would say.</summary>
public sealed class ReadingTests
{
    private const string Model = "using System; using Proxima; public static partial class M { [Gradient] public static double F(double x) => Math.Sin(Helper.Twice(x) * Helper.Rate) + Helper.Scale; }";
    private const string Helper = "public static class Helper { public static double Twice(double x) => 2 * x; public static double Rate { get; } = 0.5; public const double Scale = 3; }";
    private const string Other = "public static class Other { public static int G() { return 1; } }";

    [Fact]
    public void An_edit_in_a_body_that_no_model_calls_reads_nothing_again()
    {
        (Request? first, CSharpCompilation compilation) = Read(Open());
        Assert.NotNull(first);
        (Request? second, _) = Read(Replace(compilation, "Other.cs", Other.Replace("return 1", "int more = 2; return more", System.StringComparison.Ordinal)));
        Assert.Same(first, second);
        (Request? third, _) = Read(Replace(compilation, "Other.cs", Other.Replace("{ return 1; }", "=> 5;", System.StringComparison.Ordinal).Replace(";;", ";", System.StringComparison.Ordinal)));
        Assert.NotSame(first, third); // of one kind of body instead of another it is read again, which is careful
    }

    public static TheoryData<string, string, string> Edits => new()
    {
        { "Helper.cs", "2 * x", "4 * x" },
        { "Helper.cs", "Scale = 3", "Scale = 4" },
        { "Helper.cs", "Rate { get; } = 0.5", "Rate => 0.25" },
        { "Helper.cs", "Rate { get; } = 0.5;", "Rate { get { return 0.125; } }" },
        { "Helper.cs", "public static double Twice(double x) => 2 * x;", "public static double Twice(double x) => 2 * x; public static float Twice(float x) => x;" },
        { "Other.cs", "public static class Other", "public static class Math { public static double Sin(double x) => x; } public static class Other" },
        { "Other.cs", "public static class Other", "public static class Batch { } public static class Other" },
        { "Other.cs", "{ return 1; }", "{ return 1; } [Proxima.DerivativeOf(typeof(Helper), \"Twice\")] public static double Rule(double x, double seed) => 2 * seed;" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void What_the_model_depends_on_is_read_again(string path, string before, string after)
    {
        (Request? first, CSharpCompilation compilation) = Read(Open());
        string text = compilation.SyntaxTrees.Single(t => t.FilePath == path).ToString();
        CSharpCompilation edited = Replace(compilation, path, text.Replace(before, after, System.StringComparison.Ordinal));
        (Request? second, _) = Read(edited);
        Assert.NotSame(first, second);
        Assert.Equal(Fresh(edited), second);
        // And back: what was found for the edited text must not be taken for the first.
        (Request? third, _) = Read(Replace(edited, path, text));
        Assert.Equal(first, third);
    }

    [Fact]
    public void Other_references_and_options_are_another_project()
    {
        (Request? first, CSharpCompilation compilation) = Read(Open());
        (Request? second, _) = Read(compilation.WithOptions(compilation.Options.WithOverflowChecks(true)));
        Assert.NotEqual(first, second); // arithmetic is checked
        (Request? third, _) = Read(compilation.RemoveReferences(Net10.Tensors));
        Assert.NotSame(first, third);
        Assert.Equal(first, third);
    }

    private static CSharpCompilation Open() => Compile.Source("").RemoveAllSyntaxTrees().AddSyntaxTrees(Parse("Model.cs", Model), Parse("Helper.cs", Helper), Parse("Other.cs", Other));

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Compile.Latest, path);

    private static CSharpCompilation Replace(CSharpCompilation compilation, string path, string text) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(t => t.FilePath == path), Parse(path, text));

    private static (Request? Request, CSharpCompilation Compilation) Read(CSharpCompilation compilation)
    {
        (IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model) = Find(compilation);
        return (Readings.Read(method, syntax, model, default), compilation);
    }

    private static Request? Fresh(CSharpCompilation compilation)
    {
        (IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model) = Find(compilation);
        return RequestReader.Read(method, syntax, model, new SilentSink(), default);
    }

    private static (IMethodSymbol Method, MethodDeclarationSyntax Syntax, SemanticModel Model) Find(CSharpCompilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(static t => t.FilePath == "Model.cs");
        MethodDeclarationSyntax syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        SemanticModel model = compilation.GetSemanticModel(tree);
        return (model.GetDeclaredSymbol(syntax)!, syntax, model);
    }
}
