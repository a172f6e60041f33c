using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>A claim is a condition of the build: proved, or an error and no companion.</summary>
public sealed class BoundClaimTests
{
    [Theory]
    [InlineData("[Lipschitz(Max = 4)]", "x * x + 0 * y")]
    [InlineData("[Lipschitz(Max = 4.0001)]", "x * x + 0 * y")]
    [InlineData("[Lipschitz(Norm = Norm.One, Max = 4)]", "x * x + y")]
    [InlineData("[Monotone(nameof(y), Direction.Decreasing)]", "x * x - y * y * y")]
    [InlineData("[Monotone(nameof(x), Direction.Increasing), Monotone(nameof(y), Direction.Increasing)]", "Math.Exp(x) + Math.Sqrt(y)")]
    [InlineData("[Gradient, Monotone(nameof(y), Direction.Increasing)]", "x * x * y + Math.Sin(x) * Math.Sin(x) * Math.Exp(-x) * y")]
    public void A_claim_that_is_proved_is_no_error(string attributes, string formula)
    {
        Compiled compiled = Compile(attributes, formula);
        Assert.DoesNotContain(compiled.Notes, IsFailure);
        Assert.Contains("struct FModel : IGradient<double>, ILinearEnclosure", compiled.Source);
    }

    [Theory]
    [InlineData("[Lipschitz(Max = 3.9)]", "x * x + 0 * y", "[Lipschitz(Max = 3.9)]", "the slope at (x = 2, y = 1) is at least 4 per unit of the largest change of an input")]
    [InlineData("[Monotone(nameof(x), Direction.Increasing)]", "x * x + y", "[Monotone(x, Increasing)]", "at (x = -1, y = 1) the slope in x is at most -2")]
    [InlineData("[Monotone(nameof(x), Direction.Decreasing)]", "x * x + y", "[Monotone(x, Decreasing)]", "at (x = 2, y = 1) the slope in x is at least 4")]
    public void A_false_claim_is_refuted_with_a_point(string attributes, string formula, string claim, string because)
    {
        Compiled compiled = Compile(attributes, formula);
        Assert.Equal([claim, "F", because], Assert.Single(compiled.Notes, IsFailure).Arguments);
        Assert.Equal(DiagnosticIds.ClaimRefuted, Assert.Single(compiled.Notes, IsFailure).Id);
        Assert.Equal("", compiled.Source);
    }

    /// <summary>True, or too close to tell, and not proved within the budget: what was reached is said, and how to go on.</summary>
    [Theory]
    [InlineData("[Lipschitz(Max = 1.5, Splits = 1)]", "Math.Sin(x) * Math.Sin(x) + Math.Cos(x) * Math.Cos(x) + y", "the constant is only known to be at most ", "[Lipschitz(Splits = 1000)] searches longer")]
    [InlineData("[Monotone(nameof(x), Direction.Increasing, Splits = 1)]", "1.02 * x - Math.Sin(x) * Math.Cos(y) * Math.Cos(y) - Math.Sin(y) * Math.Sin(y) * x", "the slope in x is only known to be at least -", "[Monotone(…, Splits = 1000)] searches longer")]
    [InlineData("[Monotone(nameof(x), Direction.Increasing)]", "x > 0.3 ? x + 1 : x", "the slope in x is only known to be at least -∞ after ", "searches longer")]
    [InlineData("[Lipschitz(Max = 3)]", "Math.Floor(x) + y", "the constant is only known to be at most +∞, and ", "of the domain")]
    public void A_claim_that_stays_open_is_an_error_too(string attributes, string formula, string reached, string way)
    {
        Compiled compiled = Compile(attributes, formula);
        Note note = Assert.Single(compiled.Notes, IsFailure);
        Assert.Equal(DiagnosticIds.ClaimNotProved, note.Id);
        Assert.StartsWith(reached, note.Arguments[2]);
        Assert.EndsWith(way, note.Arguments[2]);
        Assert.Equal("", compiled.Source);
    }

    /// <summary>A branch that is taken at a point alone has a slope that no change sees.</summary>
    [Theory]
    [InlineData("[Monotone(nameof(x), Direction.Increasing)] public static double F([Domain(-1, 1)] double x) => x == 0 ? -x : x;")]
    [InlineData("[Lipschitz(Max = 1.5)] public static double F([Domain(0, 1)] double x) => x <= 0 ? 2 * x : x;")]
    public void A_claim_is_not_refuted_by_a_slope_of_one_point(string member) =>
        Assert.Equal(DiagnosticIds.ClaimNotProved, Assert.Single(RequestCompiler.Compile(Reading.OfMembers(member)).Notes, IsFailure).Id);

    [Fact]
    public void A_claim_about_an_array_is_one_about_every_element()
    {
        const string Members = "[Monotone(nameof(x), Direction.Increasing)] public static double F([Domain(0, 1)] double[] x) => x[0] * x[1] + 0.5 * x[2] - {0} * x[3];";
        Assert.NotEqual("", RequestCompiler.Compile(Reading.OfMembers(Members.Replace("- {0}", "+ 0.25"))).Source);
        Compiled refuted = RequestCompiler.Compile(Reading.OfMembers(Members.Replace("{0}", "0.25")));
        Assert.Equal("at (x[0] = 1, x[1] = 1, x[2] = 1, x[3] = 1) the slope in x[3] is at most -0.25", Assert.Single(refuted.Notes, IsFailure).Arguments[2]);
    }

    [Fact]
    public void A_proved_direction_stands_in_the_documentation()
    {
        Compiled compiled = Compile("[Monotone(nameof(y), Direction.Increasing)]", "x * x + y * y * y");
        Assert.Contains("/// For x in [-1, 2], y in [0, 1] the model never falls with y.<br/>", compiled.Source);
        Assert.DoesNotContain("FLipschitz", compiled.Source);
    }

    /// <summary>Errors of claims are errors whatever the settings say.</summary>
    [Theory]
    [InlineData("[Monotone(nameof(x), Direction.Increasing)]", "[Domain(-1, 1)] double x", DiagnosticIds.ClaimRefuted)]
    [InlineData("[Lipschitz(Max = 3)]", "[Domain(-1, 1)] double x, [Constant] double k", DiagnosticIds.ClaimNotProved)]
    [InlineData("[Lipschitz(Max = 3)]", "double x", DiagnosticIds.ClaimWithoutDomain)]
    public async Task No_pragma_silences_a_claim(string attribute, string parameters, string id)
    {
        Diagnostic[] found = [.. await Tests.Shared.Compile.Analyse($$"""
            using Proxima;
            #pragma warning disable
            #pragma warning disable {{id}}
            public static partial class M
            {
                {{attribute}}
                public static double F({{parameters}}) => x * x{{(parameters.Contains(" k") ? " * k" : "")}};
            }
            """)];
        Diagnostic claim = Assert.Single(found, static d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(id, claim.Id);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, claim.Descriptor.CustomTags);
    }

    /// <summary>Without analyzers nobody reports the claim: then what it would have allowed is missing.</summary>
    [Fact]
    public void A_build_without_analyzers_fails_where_a_companion_is_used()
    {
        const string Source = """
            using Proxima;
            public static partial class M
            {
                [Gradient, Lipschitz(Max = 1.5)]
                public static double F([Domain(-1, 1)] double x) => x * x;

                public static double Use() => F(1) + FLipschitzConstant + default(FModel).Dimension;
            }
            """;
        using CompiledModel failing = Tests.Shared.Compile.Run(Source), proved = Tests.Shared.Compile.Run(Source.Replace("1.5", "2"));
        Assert.Equal(["CS0103", "CS0246"], failing.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.Id).Order());
        Assert.DoesNotContain(proved.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error);
    }

    private static bool IsFailure(Note note) => note.Id is DiagnosticIds.ClaimRefuted or DiagnosticIds.ClaimNotProved or DiagnosticIds.ClaimWithoutDomain;

    private static Compiled Compile(string attributes, string formula) => BoundProofTests.Compile(attributes, "[Domain(-1, 2)] double x, [Domain(0, 1)] double y", formula);
}
