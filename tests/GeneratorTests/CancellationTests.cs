using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>A difference that cancels on the model's domain is named with its digits; its stable form, and a result that only passes through zero, are not.</summary>
public sealed class CancellationTests
{
    [Theory]
    [InlineData("[Domain(1, 100)] double b, [Domain(1e-9, 1e-3)] double c", "(b - Math.Sqrt(b * b - 4 * c)) / 2")]
    [InlineData("[Domain(1e6, 1e9)] double x", "Math.Sqrt(x + 1) - Math.Sqrt(x)")]
    [InlineData("[Domain(0, 1)] double x", "Math.Tan(x) - Math.Sin(x)")]
    [InlineData("[Domain(1, 2)] double x", "x * x - 1")]
    [InlineData("[Domain(0, 1)] float x", "MathF.Tan(x) - MathF.Sin(x)")]
    public async Task Digits_that_are_lost_are_counted(string parameters, string expression)
    {
        Diagnostic found = Assert.Single(await Found(parameters, expression));
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Matches(@"^This sum loses \d+ of (15|7) digits at \w+ = ", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("[Domain(1, 100)] double b, [Domain(1e-9, 1e-3)] double c", "2 * c / (b + Math.Sqrt(b * b - 4 * c))")]
    [InlineData("[Domain(1e6, 1e9)] double x", "1 / (Math.Sqrt(x + 1) + Math.Sqrt(x))")]
    [InlineData("[Domain(1, 2)] double x", "(x - 1) * (x + 1)")]
    [InlineData("[Domain(0, 3)] double x", "Math.Exp(x) - 2.5")] // passes through zero in the middle
    [InlineData("[Domain(0, 1)] double x, [Domain(0, 1)] double y", "x - y")] // exact
    [InlineData("[Domain(0, 1)] double x", "1 + (Math.Tan(x) - Math.Sin(x))")] // does not reach the result
    [InlineData("double x", "x * x - 1")] // no domain
    public async Task What_keeps_its_digits_is_left_alone(string parameters, string expression) => Assert.Empty(await Found(parameters, expression));

    [Fact]
    public async Task The_sum_is_marked_where_it_stands()
    {
        Diagnostic found = Assert.Single(await Analysed(
            """
            using System;
            using Proxima;

            public static partial class Models
            {
                [Gradient]
                public static double F([Domain(0, 1)] double x)
                {
                    double scale = 1 + x;
                    double small = Math.Tan(x) - Math.Sin(x);
                    return scale * small;
                }
            }
            """));
        Assert.Contains("Math.Tan(x) - Math.Sin(x)", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        Assert.DoesNotContain("scale", found.Location.SourceTree.GetText().ToString(found.Location.SourceSpan));
    }

    private static Task<Diagnostic[]> Found(string parameters, string expression) => Analysed(
        "using System;\nusing Proxima;\n\npublic static partial class Models\n{\n[Gradient]\npublic static " + (parameters.Contains("float") ? "float" : "double") + " F(" + parameters + ") => " + expression + ";\n}\n");

    private static async Task<Diagnostic[]> Analysed(string source)
    {
        ImmutableArray<Diagnostic> all = await Compile.Analyse(source);
        return [.. all.Where(static d => d.Id == "PRX0511")];
    }
}
