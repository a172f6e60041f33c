using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Generated code compiles without a word in the strictest project: every warning is on and an error, and so are those of the documentation.</summary>
public sealed class CleanCompilationTests
{
    private static readonly LanguageVersion[] Versions = [LanguageVersion.CSharp12, LanguageVersion.CSharp13, LanguageVersion.CSharp14];

    public static TheoryData<string, LanguageVersion> Models
    {
        get
        {
            TheoryData<string, LanguageVersion> models = [];
            foreach (string model in GeneratedTextModels.All.Keys)
            {
                foreach (LanguageVersion version in Versions)
                {
                    models.Add(model, version);
                }
            }
            return models;
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Generated_code_compiles_without_a_warning(string model, LanguageVersion version)
    {
        (int generated, Diagnostic[] diagnostics) = CompileStrictly(GeneratedTextModels.All[model], version);
        Assert.InRange(generated, 1, 2); // a second file holds spans in narrower vectors
        Assert.Empty(diagnostics);
    }

    /// <summary>Of a loop none of whose iterations ends, the step is not reached, nor what it carries.</summary>
    [Theory]
    [InlineData("foreach (double each in new double[] { 1, 2 }) { throw new ArgumentOutOfRangeException(nameof(x)); }")]
    [InlineData("double sum = 0; for (int i = 0; i < 3; i++) { sum += x; throw new InvalidOperationException(\"a\"); }")]
    [InlineData("for (int i = 5; i > 0; i--) { if (x > 1) { throw new ArgumentException(\"a\"); } else { throw new ArgumentException(\"b\"); } }")]
    [InlineData("int n = 0; while (n < 3) { n++; throw new ArgumentOutOfRangeException(nameof(x)); }")]
    public void A_loop_that_always_throws_has_no_step(string loop)
    {
        string source = "using System;\nusing Proxima;\n\n/// <summary>Models.</summary>\npublic static partial class A\n{\n    /// <summary>A model.</summary>\n    [Gradient]\n    public static double F(double x)\n    {\n"
            + "        if (x < 0)\n        {\n            " + loop + "\n        }\n        return Math.Log(x);\n    }\n}\n";
        (int generated, Diagnostic[] diagnostics) = CompileStrictly(source, LanguageVersion.CSharp14);
        Assert.Equal(1, generated);
        Assert.DoesNotContain(diagnostics, static d => d.Location.SourceTree!.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal));
    }

    /// <summary>What the compiler sees in the companion it cannot see in the model: that nothing after the loop is reached.</summary>
    [Theory]
    [InlineData("for (int k = 0; k < 3; x++)")]
    [InlineData("for (int k = 3; k > 0; x *= 2)")]
    public void A_loop_that_does_not_end_compiles_without_a_warning(string loop)
    {
        string source = "using System;\nusing Proxima;\n\n/// <summary>Models.</summary>\npublic static partial class A\n{\n    /// <summary>A model.</summary>\n    [Gradient, Batch]\n    public static double F(double x)\n    {\n"
            + "        double sum = 0;\n        " + loop + "\n        {\n            sum += x;\n        }\n        return Math.Log(sum);\n    }\n}\n";
        (int generated, Diagnostic[] diagnostics) = CompileStrictly(source, LanguageVersion.CSharp14);
        Assert.InRange(generated, 1, 2);
        Assert.DoesNotContain(diagnostics, static d => d.Location.SourceTree!.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal));
    }

    /// <summary>Found by mutation: a pattern over segments whose number is not known, and the value of an assignment to nothing.</summary>
    [Theory]
    [InlineData("Gradient, Hessian, Checkpoint", "for (int i = 0; i < x.Length; i++) { sum += x[i] * x[i]; if (sum > 4) { break; } }")]
    [InlineData("Jacobian", "for (int i = 0; i < x.Length; i++) { y[i] = x[i] * x[i]; } throw new ArgumentException(\"a\");")]
    [InlineData("Jacobian", "for (int i = 0; i < x.Length; i++) { double d = 1; y[i] = d * d * x[at[i]]; }")]
    [InlineData("Jacobian", "for (int i = 0; i < x.Length; i++) { double counts = x[at[i]], entries = counts * counts, next = entries + counts; y[i] = next * entries; }")]
    [InlineData("Gradient", "for (int i = 0; i < x.Length; i++) { for (int extra = 0; (extra + int.MaxValue) < 3; extra++) { sum += x[i] * x[0]; } }")]
    [InlineData("Gradient", "if (_ = x.Length > 2) { sum += x[0] * (_ = x[1]); }")]
    public void A_model_that_was_compiled_wrongly_compiles(string attributes, string statement)
    {
        string source = "using System;\nusing Proxima;\n\n/// <summary>Models.</summary>\npublic static partial class A\n{\n    /// <summary>A model.</summary>\n    [" + attributes + "]\n    public static "
            + (attributes == "Jacobian" ? "void F(ReadOnlySpan<double> x, int[] at, [Result] Span<double> y)" : "double F(ReadOnlySpan<double> x)") + "\n    {\n        "
            + (attributes == "Jacobian" ? statement : "double sum = 0;\n        " + statement + "\n        return sum * x[0];") + "\n    }\n}\n";
        (int generated, Diagnostic[] diagnostics) = CompileStrictly(source, LanguageVersion.CSharp14);
        Assert.InRange(generated, 1, 2);
        Assert.Empty(diagnostics);
    }

    public static TheoryData<string, LanguageVersion> Placements
    {
        get
        {
            TheoryData<string, LanguageVersion> placements = [];
            foreach (string placement in DeterminismPlacements.All.Keys)
            {
                placements.Add(placement, LanguageVersion.CSharp12);
                placements.Add(placement, LanguageVersion.CSharp14);
            }
            return placements;
        }
    }

    [Theory]
    [MemberData(nameof(Placements))]
    public void Generated_code_compiles_without_a_warning_wherever_the_model_is(string placement, LanguageVersion version)
    {
        (int generated, Diagnostic[] diagnostics) = CompileStrictly(DeterminismPlacements.All[placement], version);
        Assert.True(generated > 0);
        Assert.Empty(diagnostics);
    }

    /// <summary>The check sees undocumented members, wrong references, unused variables and lost nullability.</summary>
    [Theory]
    [InlineData("CS1591", "public class C;")]
    [InlineData("CS1573", "/// <summary>C.</summary>\npublic class C\n{\n/// <summary>F.</summary>\n/// <param name=\"a\">A.</param>\npublic void F(int a, int b) { }\n}")]
    [InlineData("CS1574", "/// <summary>A <see cref=\"Missing\"/>.</summary>\npublic class C;")]
    [InlineData("CS1587", "class C { void F() { /// <summary>Stray.</summary>\n } }")]
    [InlineData("CS0219", "class C { void F() { int unused = 1; } }")]
    [InlineData("CS8603", "class C { string F() => null; }")]
    [InlineData("CS0227", "class C { unsafe void F() { } }")]
    public void The_check_has_teeth(string id, string source) =>
        Assert.Contains(CompileStrictly(source, LanguageVersion.CSharp12).Diagnostics, diagnostic => diagnostic.Id == id);

    private static (int Generated, Diagnostic[] Diagnostics) CompileStrictly(string source, LanguageVersion version)
    {
        CSharpParseOptions options = new(version, DocumentationMode.Diagnose);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Strict",
            [CSharpSyntaxTree.ParseText(source, options, "Model.cs")],
            [.. Net10.Framework, Net10.Runtime],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                checkOverflow: true,
                allowUnsafe: false,
                generalDiagnosticOption: ReportDiagnostic.Error,
                warningLevel: 9999));
        GeneratorDriver driver = Compile.Driver(options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        using MemoryStream image = new(), documentation = new();
        EmitResult emitted = output.Emit(image, xmlDocumentationStream: documentation);
        IEnumerable<Diagnostic> all = output.GetDiagnostics().Concat(emitted.Diagnostics).Where(static diagnostic => !diagnostic.IsSuppressed);
        return (result.GeneratedSources.Length, [.. all.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Distinct()]);
    }
}
