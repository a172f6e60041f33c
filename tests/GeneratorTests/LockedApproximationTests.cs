using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Proxima.Analyzers;
using Proxima.Generator;
using Proxima.Generator.Approximation;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Lock files in a project: what is proved is used, what is not is said.</summary>
public sealed class LockedApproximationTests
{
    private const string Members = "[Approximate(-0.5, 0.5, RelativeError = 2e-6)] public static float F(float x) => MathF.Exp(x);";

    private static readonly Request s_request = Reading.OfMembers(Members);

    [Fact]
    public void A_program_of_the_lock_file_is_used_when_it_is_proved_and_cheapest()
    {
        Compiled compiled = RequestCompiler.Compile(Locks.Apply(s_request, Lock(s_request)));
        Assert.Contains("A program of the lock file, proved here", compiled.Source);
        Assert.Equal("PRX0410", Assert.Single(compiled.Notes).Id);
    }

    [Fact]
    public void A_program_whose_proof_fails_is_refused_and_the_generator_finds_its_own()
    {
        LockFile file = Lock(s_request);
        LockEntry entry = file.Entries[0];
        LockedProgram program = entry.Programs[0];
        // One digit of a constant.
        int place = program.Program.IndexOf("0x1.", StringComparison.Ordinal) + 5;
        string tampered = program.Program[..place] + (program.Program[place] == '0' ? '1' : '0') + program.Program[(place + 1)..];
        Compiled compiled = RequestCompiler.Compile(Locks.Apply(s_request, new([entry with { Programs = [program with { Program = tampered }] }])));
        Assert.Equal("PRX0404", Assert.Single(compiled.Notes, static n => n.Id != "PRX0410").Id);
        Assert.Contains("FApproximateMaxError", compiled.Source);
        Assert.DoesNotContain("lock file", compiled.Source);
    }

    [Fact]
    public void A_lock_of_what_the_model_was_before_is_stale()
    {
        Request changed = Reading.OfMembers(Members.Replace("Exp(x)", "Exp(x) * 2"));
        Compiled compiled = RequestCompiler.Compile(Locks.Apply(changed, Lock(s_request)));
        Assert.Equal("PRX0401", Assert.Single(compiled.Notes, static n => n.Id != "PRX0410").Id);
        Assert.Contains("FApproximateMaxError", compiled.Source);
        Request tighter = Reading.OfMembers(Members.Replace("2e-6", "2e-7"));
        Assert.Equal("PRX0401", Assert.Single(RequestCompiler.Compile(Locks.Apply(tighter, Lock(s_request))).Notes, static n => n.Id != "PRX0410").Id);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_said_and_one_for_others_changes_nothing()
    {
        Assert.Equal("PRX0404", Assert.Single(RequestCompiler.Compile(Locks.Apply(s_request, LockFile.Parse("{ not json"))).Notes, static n => n.Id != "PRX0410").Id);
        Assert.Equal(s_request, Locks.Apply(s_request, new([new("0", "Another.F", [new("y = x * x", 1e-3)])])));
    }

    /// <summary>Generator and analyzers see the file that the project hands to the compiler.</summary>
    [Fact]
    public async System.Threading.Tasks.Task The_file_comes_as_an_additional_file()
    {
        string source = "using System;\nusing System.Numerics;\nusing Proxima;\n\npublic static partial class Models\n{\n" + Members + "\n}\n";
        AdditionalText file = new InMemoryText("/project/" + LockFile.Name, Lock(s_request).Text()), broken = new InMemoryText("/project/" + LockFile.Name, "{}");
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ProximaGenerator().AsSourceGenerator()], [file], Compile.Latest);
        GeneratorRunResult result = driver.RunGenerators(Compile.Source(source)).GetRunResult().Results.Single();
        Assert.Contains(result.GeneratedSources, static s => s.SourceText.ToString().Contains("A program of the lock file"));
        CompilationWithAnalyzers analysis = Compile.Run(source).Compilation.WithAnalyzers([new ModelAnalyzer()], new AnalyzerOptions([broken]));
        Assert.Contains(await analysis.GetAnalyzerDiagnosticsAsync(), static d => d.Id == "PRX0404");
    }

    private static LockFile Lock(Request request)
    {
        Module normal = Nesting.Normalise(request.Module);
        Wanted wanted = Approximations.WantedOf(request)!;
        (_, Kernel kernel, ErrorBound bound) = Skeletons.Cheapest(Target.Of(normal), wanted, double.PositiveInfinity, default)!.Value;
        return new([new(LockKey.Of(normal, wanted), request.Identity, [new(ProgramText.Of(kernel.Steps), bound.Upper)])]);
    }
}
