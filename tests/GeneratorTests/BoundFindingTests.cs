using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>What was proved, as information where it stands; a model that proves everything gets no warning.</summary>
public sealed class BoundFindingTests
{
    [Theory]
    [InlineData("PRX0304", "[Lipschitz] public static double [|F|]([Domain(0, 1)] double x) => Math.Sin(x);")]
    [InlineData("PRX0304", "[Lipschitz] public static double [|F|]([Domain(-1, 1)] double x) => 1 / x;")]
    [InlineData("PRX0308", "[Lipschitz] public static double [|F|]([Domain(0, 1)] double x, [Domain(-1, 1)] double y) => x * x - y * y;")]
    [InlineData("PRX0312", "[Lipschitz] public static double [|F|]([Domain(0, 1)] double x, double y) => x * y;")]
    public async Task A_finding_stands_at_the_model(string id, string member)
    {
        Refusal marked = Refusal.Members("finding", id, member);
        (string source, ImmutableArray<TextSpan> spans) = marked.Unmark();
        Diagnostic found = Assert.Single(await Compile.Analyse(source), d => d.Id == id);
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal(spans.Single(), found.Location.SourceSpan);
    }

    [Theory]
    [InlineData("PRX0304", "[Lipschitz] public static double F(double x) => Math.Sin(x);")]
    [InlineData("PRX0308", "[Lipschitz] public static double F([Domain(-1, 1)] double x) => x * x;")]
    [InlineData("PRX0312", "[Lipschitz] public static double F([Domain(-1, 1)] double x) => x * x;")]
    [InlineData("PRX0305", "[Lipschitz] public static double F([Domain(0.01, 1)] double x) => Math.Sqrt(x);")]
    [InlineData("PRX0306", "[Lipschitz] public static double F([Domain(-1, 1)] double x) => 1 / (1.5 + x);")]
    [InlineData("PRX0307", "[Lipschitz] public static double F([Domain(-1, 1)] double x) => Math.Log(1.5 + x);")]
    [InlineData("PRX0309", "[Lipschitz(Max = 2)] public static double F([Domain(-1, 1)] double x) => x * x;")]
    [InlineData("PRX0310", "[Monotone(nameof(x), Direction.Increasing)] public static double F([Domain(-1, 1)] double x) => x * x * x;")]
    [InlineData("PRX0311", "[Monotone(nameof(x), Direction.Increasing)] public static double F([Domain(-1, 1)] double x, int n) => x + 0 * n;")]
    [InlineData("PRX0017", "[Lipschitz] public static double F([Domain(double.NegativeInfinity, 1)] double x) => Math.Exp(x);")]
    public async Task What_is_not_so_is_not_found(string id, string member) =>
        Assert.DoesNotContain(await Compile.Analyse(Refusal.Members("good", id, member).Marked), d => d.Id == id);
}
