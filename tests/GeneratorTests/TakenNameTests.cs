using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Parameters that are called what companions would call a local of their own.</summary>
public sealed class TakenNameTests
{
    private const string Strings = "inputs column colours colour colourOf compressed row rowLanes siteColumns direction product result value tangent pattern sparsity jacobian";

    public static TheoryData<string> Names => [.. Strings.Split(' ')];

    [Theory]
    [MemberData(nameof(Names))]
    public void Jacobians_compile_whatever_a_variable_is_called(string name) => Compiles($$"""
        using System;
        using Proxima;
        public static partial class T
        {
            [Jacobian] public static void Dense(ReadOnlySpan<double> {{name}}, [Result] Span<double> y)
            {
                double sum = 0;
                for (int i = 0; i < {{name}}.Length; i++) { sum += {{name}}[i] * {{name}}[i]; y[i] = sum; }
            }
            [Jacobian] public static void Band(ReadOnlySpan<double> {{name}}, [Result] Span<double> y)
            {
                for (int i = 1; i < {{name}}.Length; i++) { y[i] = {{name}}[i] * {{name}}[i - 1]; }
            }
            [Jacobian] public static (double, double) Rows(ReadOnlySpan<double> {{name}}) => ({{name}}[0] * {{name}}[1], {{name}}[2]);
            [Jacobian] public static (double, double) Scalars(double {{name}}, double b) => ({{name}} * b, b);
            [Jacobian] public static void FewInputs(double {{name}}, double b, [Result] Span<double> y) { for (int i = 0; i < y.Length; i++) { y[i] = {{name}} * b * i; } }
            [Jacobian] public static double Row(ReadOnlySpan<double> x, double {{name}}) => x[0] * {{name}};
            [Jacobian] public static void Recursive(ReadOnlySpan<double> {{name}}, [Result] Span<double> y) => y[0] = Power({{name}}[0], 3) + {{name}}[1];
            private static double Power(double b, int n) => n == 0 ? 1.0 : b * Power(b, n - 1);
        }
        """, name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Hessians_compile_whatever_a_variable_is_called(string name) => Compiles($$"""
        using System;
        using Proxima;
        public static partial class T
        {
            [Hessian] public static double Dense(ReadOnlySpan<double> {{name}}, double b)
            {
                double sum = 0;
                for (int i = 0; i < {{name}}.Length; i++) { sum += {{name}}[i] * b; }
                return sum * sum;
            }
            [Hessian] public static double Band(ReadOnlySpan<double> {{name}})
            {
                double sum = 0;
                for (int i = 1; i < {{name}}.Length; i++) { sum += {{name}}[i] * {{name}}[i - 1]; }
                return sum;
            }
            [Hessian, Taylor(2)] public static double Scalars(double {{name}}, double b) => {{name}} * b * b;
            [Hessian, Tangent, Adjoint] public static double Recursive(ReadOnlySpan<double> {{name}}) => Power({{name}}[0], 3) + {{name}}[1];
            private static double Power(double b, int n) => n == 0 ? 1.0 : b * Power(b, n - 1);
        }
        """, name);

    /// <summary>Or the model is refused by name.</summary>
    private static void Compiles(string source, string name)
    {
        using CompiledModel model = Compile.Run(source, Compile.Strict);
        Assert.Null(model.GeneratorFailure);
        Assert.Equal("", string.Join("\n", model.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));
        Diagnostic[] refused = [.. Compile.Analyse(source, Compile.Strict).GetAwaiter().GetResult().Where(static d => d.Severity == DiagnosticSeverity.Error)];
        Assert.All(refused, d => Assert.Contains("'" + name + "'", d.GetMessage(), StringComparison.Ordinal));
        Assert.Equal(source.Split("\n    [").Length - 1, model.Sources.Count + refused.Length);
    }
}
