using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Pipeline;

namespace GeneratorTests;

/// <summary>Searches at build time run again only where what they are about has changed.</summary>
public sealed class BoundCachingTests
{
    [Theory]
    [InlineData("// above", "// still above")]
    [InlineData("// above", "\n\n\n// above")]
    [InlineData("// inside", "// still inside")]
    [InlineData("[Domain(0, 1)]", "[ Domain( 0,  1 ) ]")]
    [InlineData("[Domain(0, 1)]", "[Domain(0.0, 1.0)]")]
    public void An_edit_that_changes_no_claim_is_cached(string before, string after) => Expect(before, after, CachingReasons.Cached);

    [Theory]
    [InlineData("[Domain(0, 1)]", "[Domain(0, 2)]")]
    [InlineData("Max = 9", "Max = 1")]
    [InlineData("Max = 9", "Norm = Norm.One, Max = 9")]
    [InlineData("Direction.Increasing", "Direction.Decreasing")]
    [InlineData("x * x", "x * x * x")]
    public void An_edit_of_a_domain_or_a_claim_proves_only_that_model_again(string before, string after) => Expect(before, after, CachingReasons.Modified);

    [Theory]
    [InlineData("Max = 9", "Max = 8")]
    [InlineData("Max = 9", "Max = 9, Splits = 50")]
    public void A_claim_that_is_proved_like_the_one_before_emits_nothing(string before, string after)
    {
        CachingProject edited = Project().Edit("Area.cs", before, after);
        Assert.Equal(CachingReasons.Modified with { Compile = IncrementalStepRunReason.Unchanged }, edited.Reasons["Area"]);
        Assert.Equal(0, edited.Emissions);
    }

    [Fact]
    public void Equal_models_are_searched_once()
    {
        Request first = Project().Requests.Single(static r => r.Method == "Area"), second = Project().Requests.Single(static r => r.Method == "Area");
        Assert.NotSame(first, second);
        Assert.Same(RequestCompiler.Compile(first), RequestCompiler.Compile(second));
    }

    private static void Expect(string before, string after, CachingReasons area)
    {
        CachingProject edited = Project().Edit("Area.cs", before, after);
        Assert.Equal(area, edited.Reasons["Area"]);
        Assert.Equal(CachingReasons.Cached, edited.Reasons["Volume"]);
        Assert.Equal(area == CachingReasons.Modified ? 1 : 0, edited.Emissions + (edited.Result.GeneratedSources.Length == 1 ? 1 : 0));
    }

    private static CachingProject Project() => CachingProject.Open(
        ("Area.cs",
            """
            using Proxima;

            public static partial class Shapes
            {
                // above
                [Lipschitz(Max = 9), Monotone("x", Direction.Increasing)]
                public static double Area([Domain(0, 1)] double x)
                {
                    // inside
                    return x * x;
                }
            }
            """),
        ("Volume.cs",
            """
            using Proxima;

            public static partial class Solids
            {
                [Monotone("edge", Direction.Increasing)]
                public static double Volume([Domain(0, 3)] double edge) => edge * edge * edge;
            }
            """));
}
