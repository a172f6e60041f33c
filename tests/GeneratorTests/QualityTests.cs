using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Proxima.Analyzers.Quality;
using Proxima.CodeFixes;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>What loses digits is found where it stands, its fix writes what keeps them, and what only looks alike is left alone.</summary>
public sealed class QualityTests
{
    [Theory]
    [InlineData("double x", "{|PRX0501:Math.Log(1 + x)|}", "Special.LogP1(x)")]
    [InlineData("double x", "2 * {|PRX0501:Math.Log(x * x + 1)|}", "2 * Special.LogP1(x * x)")]
    [InlineData("double x", "{|PRX0501:Math.Log(1 - x)|}", "Special.LogP1(-x)")]
    [InlineData("double x, double y", "{|PRX0501:Math.Log(1.0 - (x + y))|}", "Special.LogP1(-(x + y))")]
    [InlineData("double x", "{|PRX0502:Math.Exp(x) - 1|}", "Special.ExpM1(x)")]
    [InlineData("double x", "x / ({|PRX0502:Math.Exp(x) - 1|})", "x / Special.ExpM1(x)")]
    [InlineData("double x, double y", "{|PRX0502:1 - Math.Exp(-x * y)|}", "-Special.ExpM1(-x * y)")]
    [InlineData("double x", "{|PRX0503:1 - Math.Cos(x)|}", "2 * Math.Sin(x / 2) * Math.Sin(x / 2)")]
    [InlineData("double x, double y", "x * ({|PRX0503:1 - Math.Cos(x - y)|})", "x * (2 * Math.Sin((x - y) / 2) * Math.Sin((x - y) / 2))")]
    [InlineData("double x", "{|PRX0503:Math.Cos(x) - 1|}", "-2 * Math.Sin(x / 2) * Math.Sin(x / 2)")]
    [InlineData("double x, double y", "{|PRX0506:x * x - y * y|}", "(x - y) * (x + y)")]
    [InlineData("double x, double y", "({|PRX0506:x * x - y * y|}) / x", "(x - y) * (x + y) / x")]
    public Task What_loses_digits_is_replaced_by_what_keeps_them(string parameters, string before, string after) =>
        Fix<StableFormFix>(Model("double", parameters, before), Model("double", parameters, after));

    [Theory]
    [InlineData("float x", "{|PRX0501:MathF.Log(1 + x)|}", "Special.LogP1(x)")]
    [InlineData("float x", "{|PRX0502:MathF.Exp(x) - 1|}", "Special.ExpM1(x)")]
    [InlineData("float x", "{|PRX0503:1 - MathF.Cos(x)|}", "2 * MathF.Sin(x / 2) * MathF.Sin(x / 2)")]
    public Task Floats_stay_floats(string parameters, string before, string after) =>
        Fix<StableFormFix>(Model("float", parameters, before), Model("float", parameters, after));

    [Theory]
    [InlineData("double", "double x", "{|PRX0504:Math.Pow(x, 2)|}", "x * x")]
    [InlineData("double", "double x", "1 / {|PRX0504:Math.Pow(x, 3)|}", "1 / (x * x * x)")]
    [InlineData("double", "double x", "{|PRX0504:Math.Pow(1 + x, 0.5)|}", "Math.Sqrt(1 + x)")]
    [InlineData("double", "double x, double y", "{|PRX0505:Math.Sqrt(x * x + y * y)|}", "double.Hypot(x, y)")]
    [InlineData("double", "double x", "{|PRX0509:1 / 2|} * x", "1.0 / 2 * x")]
    [InlineData("double", "double x, int n, int m", "{|PRX0509:n / (m + 1)|} * x", "(double)n / (m + 1) * x")]
    [InlineData("float", "float x", "{|PRX0509:2 / 3|} * x", "2f / 3 * x")]
    [InlineData("double", "double x", "Math.Pow(x, {|PRX0509:1 / 3|})", "Math.Pow(x, 1.0 / 3)")]
    [InlineData("float", "float x, float y", "{|PRX0510:(float)Math.Atan2(x, y)|}", "MathF.Atan2(x, y)")]
    [InlineData("float", "float x", "2 * {|PRX0510:(float)Math.Pow(x, 1.5)|}", "2 * MathF.Pow(x, 1.5f)")]
    public Task What_changes_more_than_digits_is_fixed_one_at_a_time(string type, string parameters, string before, string after) =>
        Fix<OtherFormFix>(Model(type, parameters, before), Model(type, parameters, after));

    [Theory]
    [InlineData("double", "double x, int n", "x * Math.Log(1 + n)")] // exact
    [InlineData("double", "double x", "Math.Log(2 + x)")]
    [InlineData("double", "double x", "Math.Log(1 + x, 2)")]
    [InlineData("double", "double x", "Math.Exp(x) - 2")]
    [InlineData("double", "double x", "1 + Math.Cos(x)")]
    [InlineData("double", "double x", "Math.Pow(x, 2.5)")]
    [InlineData("double", "double x, int n", "x * Math.Pow(n, 2)")] // n * n overflows
    [InlineData("double", "double x", "Math.Sqrt(x * x + 1)")]
    [InlineData("double", "double x, double y", "x * x + y * y")]
    [InlineData("double", "double x", "6 / 3 * x")] // nothing is dropped
    [InlineData("double", "double x, int n", "(double)(n / 2) * x")] // says so
    [InlineData("double", "double x", "x == 0 ? 1 : x")]
    [InlineData("double", "double x", "x != x ? 1 : x")]
    [InlineData("double", "double x", "x != Math.Floor(x) ? 1 : x")] // whether x is whole
    [InlineData("float", "float x, double y", "(float)Math.Pow(x, y)")]
    [InlineData("double", "float x", "Math.Sqrt(x)")]
    public Task What_only_looks_alike_is_left_alone(string type, string parameters, string expression) => Verify(Model(type, parameters, expression));

    [Fact]
    public Task Equality_of_computed_numbers_is_found() => Verify(Model("double", "double x, double y", "{|PRX0508:x == y * 0.1|} ? 1 : x"));

    [Theory]
    [InlineData("int n", "i < n", true)]
    [InlineData("", "i < 1024", true)]
    [InlineData("", "i < 1000", false)]
    public Task A_long_sum_in_float_is_found(string parameters, string condition, bool isFound) => Verify(
        $$"""
        using Proxima;

        public static partial class Model
        {
            [Gradient]
            public static float F(float x{{(parameters.Length > 0 ? ", " + parameters : "")}})
            {
                float sum = 0, again;
                for (int i = 0; {{condition}}; i++)
                {
                    float once = 0;
                    once += x;
                    again = 0;
                    again = again + once;
                    {{(isFound ? "{|PRX0507:sum += again / (1 + i)|}" : "sum += again / (1 + i)")}};
                }
                return sum;
            }
        }
        """);

    [Fact]
    public Task Code_that_is_no_model_is_left_alone() => Verify(NoModel("Math.Log(1 + x)"));

    [Fact]
    public Task Code_that_is_no_model_is_looked_at_when_asked() => Verify(NoModel("{|PRX0501:Math.Log(1 + x)|}"), "root = true\n[*.cs]\nproxima_accuracy = all\n");

    [Fact]
    public Task A_severity_can_be_configured() => Verify(Model("double", "double x", "Math.Log(1 + x)"), "root = true\n[*.cs]\ndotnet_diagnostic.PRX0501.severity = none\n");

    [Fact]
    public Task All_places_are_fixed_at_once() => Fix<StableFormFix>(
        Model("double", "double x", "{|PRX0501:Math.Log(1 + x)|} + ({|PRX0502:Math.Exp(x) - 1|}) + {|PRX0501:Math.Log(1 + x * x)|}"),
        Model("double", "double x", "Special.LogP1(x) + Special.ExpM1(x) + Special.LogP1(x * x)"));

    private static string Model(string type, string parameters, string expression) =>
        $$"""
        using System;
        using Proxima;

        public static partial class Model
        {
            [Gradient]
            public static {{type}} F({{parameters}}) => {{expression}};
        }
        """;

    private static string NoModel(string expression) =>
        $$"""
        using System;

        public static class Plain
        {
            public static double F(double x) => {{expression}};
        }
        """;

    private static Task Verify(string source, string? configuration = null)
    {
        CSharpAnalyzerTest<QualityAnalyzer, DefaultVerifier> test = new()
        {
            TestCode = source,
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"), // none: those of Net10 need no download
        };
        if (configuration is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", configuration));
        }
        test.TestState.AdditionalReferences.AddRange(Net10.Framework);
        test.TestState.AdditionalReferences.Add(Net10.Runtime);
        return test.RunAsync();
    }

    private static Task Fix<TFix>(string source, string fixedSource)
        where TFix : CodeFixProvider, new() => Fixing.Run<QualityAnalyzer, TFix>(source, fixedSource);
}
