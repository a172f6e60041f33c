using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Values of static members that stand in companions are those that the model reads, or the build says that they are not.</summary>
public sealed class HeldMemberTests
{
    private const string Head = "using System;\nusing Proxima;\n\n/// <summary>Models.</summary>\npublic static partial class Models\n{\n";

    private const string Score = """
            private static readonly double[] Weights = [0.5, 1.5];

            /// <summary>A score.</summary>
            [Gradient]
            public static double Score(double x, double y) => (Weights[0] * x) + (Weights[1] * y * y);

        """;

    [Theory]
    [InlineData("public static void Learn(double weight) => Weights[0] = weight;")]
    [InlineData("public static void Learn(double weight) => Weights[1] += weight;")]
    [InlineData("public static void Learn(double weight) { Weights[1]++; }")]
    [InlineData("public static void Learn(double weight) { (Weights[1], weight) = (weight, 1); }")]
    [InlineData("public static void Learn(double weight) => Set(out Weights[1]); private static void Set(out double weight) => weight = 1;")]
    public async Task A_write_to_a_table_of_a_model_is_an_error_where_it_stands(string writer)
    {
        ImmutableArray<Diagnostic> all = await Compile.Analyse(Head + Score + "/// <summary>Writes.</summary>\n" + writer + "\n}\n");
        Diagnostic found = Assert.Single(all, static d => d.Id == "PRX0108");
        Assert.Matches(@"^Weights\[\d\]$", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    [Theory]
    [InlineData("public static double Read(int i) => Weights[i];")]
    [InlineData("private static readonly double[] Others = [1, 2]; public static void Learn(double weight) => Others[0] = weight;")]
    [InlineData("public static void Learn(double[] Weights, double weight) => Weights[0] = weight;")]
    public async Task Reading_a_table_and_writing_others_is_none(string member)
    {
        ImmutableArray<Diagnostic> all = await Compile.Analyse(Head + Score + "/// <summary>Another.</summary>\n" + member + "\n}\n");
        Assert.DoesNotContain(all, static d => d.Id == "PRX0108");
    }

    /// <summary>A static constructor may change what an initializer says.</summary>
    [Fact]
    public void Members_of_a_type_with_a_static_constructor_are_read_when_the_companion_runs()
    {
        using CompiledModel compiled = Compile.Run(Head + """
                private static readonly double Scale = 2;

                static Models() => Scale = 3;

                /// <summary>A model.</summary>
                [Gradient]
                public static double F(double x) => Scale * x * x;
            }
            """);
        Assert.Empty(compiled.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error));
        object?[] arguments = [5.0, null];
        Assert.Equal(75.0, compiled.Load().GetType("Models", throwOnError: true)!.GetMethod("FGradient")!.Invoke(null, arguments));
        Assert.Equal(30.0, arguments[1]);
    }
}
