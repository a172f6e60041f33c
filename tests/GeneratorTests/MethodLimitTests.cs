using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Proxima.Generator.Passes;
using Proxima.Generator.Pipeline;
using Tests.Shared;
using Xunit.Abstractions;

namespace GeneratorTests;

/// <summary>
/// .NET compiles a method beyond certain counts without optimisation and without a word. No emitted method is beyond them: the counts are those of the IL.
/// </summary>
public sealed class MethodLimitTests(ITestOutputHelper output)
{
    public static TheoryData<string> Models => [.. MethodLimitModels.All.Keys];

    public static TheoryData<string> Shapes => [.. GeneratedTextModels.All.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void No_method_of_a_large_model_is_beyond_the_limits(string name)
    {
        using CompiledModel model = Compile.Run(MethodLimitModels.All[name], Compile.Strict);
        Assert.Null(model.GeneratorFailure);
        Assert.NotEmpty(model.Sources);
        Assert.Empty(model.Diagnostics);
        Assert.Contains("Part2(", model.Source);
        IReadOnlyList<MethodIl> methods = [.. MethodIl.Of(model.Compilation).Where(static m => m.Name != "F")];
        output.WriteLine(FormattableString.Invariant($"{methods.Count} methods, up to {methods.Max(static m => m.Bytes)} bytes, {methods.Max(static m => m.Instructions)} instructions, {methods.Max(static m => m.Blocks)} blocks, {methods.Max(static m => m.Locals)} locals, {methods.Max(static m => m.References)} references"));
        Assert.All(methods, static method => Assert.True(method.IsOptimised, method.ToString()));

        // Locals beyond these live in memory, and the compiler adds some of its own.
        Assert.All(methods, static method => Assert.True(method.Locals <= 1_024, method.ToString()));
    }

    /// <summary>Every shape of generated text in parts of a few operations.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Parts_compile_without_warnings(string shape)
    {
        string source = GeneratedTextModels.All[shape];
        Compiled compiled = RequestCompiler.Compile(Reading.Of(source) with { MethodLimits = new(8, 8) });
        Assert.True(compiled.Source.Length > 0, string.Join("; ", compiled.Notes.SelectMany(static n => n.Arguments)));
        Compilation whole = Compile.Source(source, Compile.Strict).AddSyntaxTrees(new[] { compiled.Source, compiled.Widths }.Select(static text => CSharpSyntaxTree.ParseText(text, Compile.Strict)));
        Assert.Empty(whole.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Parts_read_like_a_colleagues()
    {
        const string Model =
            """
            using System;
            using Proxima;

            /// <summary>Holds one model.</summary>
            public static partial class Motion
            {
                /// <summary>The energy of a spring that is also damped, after n steps.</summary>
                [Gradient]
                public static double Energy(double position, double speed, double stiffness, ReadOnlySpan<double> force)
                {
                    double start = 0.5 * stiffness * position * position;
                    double kinetic = 0.5 * speed * speed;
                    double ratio = start / (start + kinetic);
                    for (int i = 0; i < force.Length; i++)
                    {
                        double acceleration = force[i] - stiffness * position - 0.1 * Math.Tanh(speed);
                        speed += 0.01 * acceleration;
                        position += 0.01 * speed;
                    }
                    double end = 0.5 * stiffness * position * position;
                    return end * ratio + Math.Exp(-kinetic) * start;
                }
            }
            """;
        Snapshot.Verify(RequestCompiler.Compile(Reading.Of(Model) with { MethodLimits = new(10, 10) }).Source);
    }
}
