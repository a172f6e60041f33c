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
    [Fact]
    public void Every_member_of_a_model_struct_is_known_to_hide_what_has_its_name()
    {
        Type[] contracts = [typeof(Proxima.IHessianProduct<>), typeof(Proxima.IResidual<>), typeof(Proxima.ILinearEnclosure), typeof(Proxima.IRoundOff), typeof(Proxima.ISurrogate<>)];
        string[] members =
        [
            .. contracts.SelectMany(static contract => contract.GetInterfaces().Append(contract)).SelectMany(static contract => contract.GetMembers())
                .Where(static member => member is not System.Reflection.MethodInfo { IsSpecialName: true }).Select(static member => member.Name).Distinct(),
        ];
        Assert.Empty(members.Except(Proxima.Generator.Backend.Companion.StructMembers));
    }

    /// <summary>A model that is called what its model struct calls a member, what a companion calls a local, or what a class of the library is called.</summary>
    [Theory]
    [InlineData("Value")]
    [InlineData("Values")]
    [InlineData("Dimension")]
    [InlineData("Gradient")]
    [InlineData("Hessian")]
    [InlineData("Inputs")]
    [InlineData("Range")]
    [InlineData("RoundOff")]
    [InlineData("Link")]
    [InlineData("row")]
    [InlineData("result")]
    [InlineData("Math")]
    [InlineData("Batch")]
    [InlineData("Interval")]
    [InlineData("Span")]
    [InlineData("point")]
    [InlineData("gradient")]
    public void Companions_compile_whatever_a_model_is_called(string name) => Compiles($$"""
        using Proxima;
        namespace Named.Spaces;
        public static partial class One
        {
            [Gradient, Batch, Hessian, Tangent, Taylor(2), Lipschitz] public static double {{name}}(double x, double y) => System.Math.Exp(x) * y;
        }
        public static partial class Some<TNumber>
        {
            [Gradient, Batch] public static double {{name}}(double[] x) => x[0] * x[1];
        }
        public static partial class Same
        {
            [Gradient, Batch, Surrogate] public static double {{name}}(double {{name}}, double y) => {{name}} * {{name}} + System.Math.Sin(y);
        }
        public partial class Instance(double a)
        {
            [Gradient, Batch, Lipschitz] public double {{name}}(double[] {{name}}) => a * {{name}}[0] * {{name}}[1];
        }
        public static partial class Several
        {
            [Jacobian, Adjoint] public static void {{name}}(System.ReadOnlySpan<double> x, [Result] System.Span<double> y) { for (int i = 0; i < y.Length; i++) { y[i] = x[i] * x[0]; } }
        }
        """, name);

    [Theory]
    [InlineData("xLanes")]
    [InlineData("Span")]
    [InlineData("dXLanes")]
    [InlineData("lane")]
    [InlineData("row")]
    public void Batches_compile_whatever_a_variable_is_called(string name) => Compiles($$"""
        using System;
        using Proxima;
        public static partial class T
        {
            [Gradient, Batch] public static double One(double x, double {{name}}) => Math.Cbrt(x) * {{name}};
            [Gradient, Batch] public static double Many(ReadOnlySpan<double> x, double {{name}}) { double sum = {{name}}; foreach (double each in x) { sum += each * {{name}}; } return sum; }
            [Gradient, Batch] public static double Scaled(in double[] x, double {{name}}, int n) => x[0] * Math.ScaleB(x[1], 5) * Math.ScaleB({{name}}, n);
            [Gradient, Hessian, Batch] public static double Self(double x, double {{name}}) => Math.Min({{name}}, {{name}}) * (x >= x ? x * x : 0);
            [Gradient, Approximate(0, 8, Ulps = 2)] public static float Near(in float {{name}}) => MathF.Exp({{name}});
            [Gradient, Batch] public static double Switched(ReadOnlySpan<double> x) { double start = 1; switch ((int)start) { case 0: return 2; default: return x[0] * start; } }
        }
        """, name);

    [Theory]
    [InlineData("Span")]
    [InlineData("Math")]
    [InlineData("Batch")]
    [InlineData("Interval")]
    [InlineData("IGradient")]
    public void Companions_compile_whatever_a_type_is_called(string name) => Compiles($$"""
        using Proxima;
        namespace Named.Types;
        public readonly partial struct {{name}}(double level)
        {
            [Gradient, Batch, Lipschitz] public double Distance(double x, double y) => ((x - level) * (x - level)) + (y * level);
        }
        public partial class {{name}}<TNumber>
        {
            [Jacobian, Adjoint] public static void Distances(System.ReadOnlySpan<double> x, [Result] System.Span<double> y) { for (int i = 0; i < y.Length; i++) { y[i] = x[i] * x[0]; } }
        }
        """, name);

    /// <summary>A span that a companion makes for its call is no variable.</summary>
    [Theory]
    [InlineData("in")]
    [InlineData("ref readonly")]
    public void Spans_by_reference_compile(string modifier) => Compiles($$"""
        using System;
        using Proxima;
        public static partial class T
        {
            [Gradient, Batch] public static double Sum({{modifier}} ReadOnlySpan<double> x, {{modifier}} ReadOnlySpan<int> at) { double sum = 0; foreach (int i in at) { sum += Math.Sqrt(x[i]); } return sum; }
            [Jacobian] public static void Roots({{modifier}} ReadOnlySpan<double> x, {{modifier}} ReadOnlySpan<int> at, [Result] Span<double> y) { for (int i = 0; i < at.Length; i++) { y[i] = Math.Sqrt(x[at[i]]); } }
        }
        """, "T");

    /// <summary>The parts of a variable are no members of a class of the library that has the variable's name.</summary>
    [Theory]
    [InlineData("Interval")]
    [InlineData("Batch")]
    public void Companions_compile_whatever_a_vector_is_called(string name) => Compiles($$"""
        using System.Numerics;
        using Proxima;
        public static partial class T
        {
            [Gradient, Batch] public static float Volume(Vector3 a, Vector3 b, Vector3 {{name}}) => Vector3.Dot(Vector3.Cross(a, b), {{name}});
        }
        """, name);

    [Fact]
    public void A_helper_of_a_recursion_may_be_a_model_itself() => Compiles("""
        using System;
        using Proxima;
        public static partial class Calls
        {
            [Gradient, Tangent, Hessian, Taylor(3), Batch]
            public static double MutualRecursion(double x) => Even(x, 6);

            [Jacobian]
            private static double Even(double x, int n) => n == 0 ? 1 : (x * Odd(x, n - 1)) + 1;

            private static double Odd(double x, int n) => n == 0 ? x : Math.Sin(Even(x, n - 1));
        }
        """, "Even");

    private static void Compiles(string source, string name)
    {
        using CompiledModel model = Compile.Run(source, Compile.Strict);
        Assert.Null(model.GeneratorFailure);
        Assert.True(!model.Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error), string.Join("\n", model.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));
        Diagnostic[] refused = [.. Compile.Analyse(source, Compile.Strict).GetAwaiter().GetResult().Where(static d => d.Severity == DiagnosticSeverity.Error)];
        Assert.All(refused, d => Assert.Contains("'" + name + "'", d.GetMessage(), StringComparison.Ordinal));
        Assert.Equal(source.Split("\n    [").Length - 1, model.Sources.Count + refused.Length);
    }
}
