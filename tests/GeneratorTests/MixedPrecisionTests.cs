using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Models that mix <c>float</c> and <c>double</c>: their point is double as soon as one variable or result is.</summary>
public sealed class MixedPrecisionTests
{
    private static CompiledModel Model(string attributes, string method)
    {
        CompiledModel model = Compile.Run(
            $$"""
            using System;
            using System.Numerics;
            using Proxima;

            /// <summary>Models.</summary>
            public static partial class Mixed
            {
                /// <summary>A model.</summary>
                [{{attributes}}]
                public static {{method}}
            }
            """);
        Assert.Null(model.GeneratorFailure);
        string problems = string.Join("\n", model.Diagnostics.Select(static d => d + ": " + d.Location.SourceTree!.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]));
        Assert.True(problems.Length == 0, problems);
        return model;
    }

    public static TheoryData<string> Scalars =>
    [
        "float F(ReadOnlySpan<double> x) => (float)(x[0] * x[1]);",
        "float F(double[] x) => (float)(x[0] * x[1]);",
        "float F(double[,] x) => (float)(x[0, 0] * x[0, 1]);",
        "double F(ReadOnlySpan<float> x) => (double)x[0] * x[1];",
        "double F(float[,] x) => (double)x[0, 0] * x[0, 1];",
        "double F(float a, ReadOnlySpan<double> x) => a * x[0];",
        "float F(float a, ReadOnlySpan<double> x) => (float)(a * x[0]);",
        "float F(double a, ReadOnlySpan<float> x) => (float)(a * x[0]);",
        "double F(Vector2 x) => (double)x.X * x.Y;",
        "float F(double a, Vector2 x) => (float)(a * x.X + 0 * x.Y);",
        "float F(double a, float b) => (float)(a * b);",
        "double F((float A, double B) x) => x.A * x.B;",
    ];

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_model_has_its_struct(string method)
    {
        using CompiledModel compiled = Model("Gradient, Tangent, Taylor(2)", method);
        Type type = compiled.Load().GetType("Mixed+FModel", throwOnError: true)!;
        object[] lengths = [.. (type.GetConstructors().SingleOrDefault()?.GetParameters() ?? []).Select(parameter =>
            (object)(parameter.Name!.EndsWith("Rows", StringComparison.Ordinal) || method.Contains("a * x[0]", StringComparison.Ordinal) ? 1 : 2))];
        IGradient<double> model = (IGradient<double>)Activator.CreateInstance(type, lengths)!;
        double[] x = new double[model.Dimension], gradient = new double[x.Length];
        Array.Fill(x, 1);
        (x[0], x[1]) = (3, 5);
        Assert.Equal(15, model.Value(x));
        Assert.Equal(15, model.Gradient(x, gradient));
        Assert.Equal([5, 3], gradient[..2]);
        double[] results = new double[2], gradients = new double[2 * x.Length];
        model.Gradients([.. x, .. x], results, gradients);
        Assert.Equal([15, 15], results);
        Assert.Equal([.. gradient, .. gradient], gradients);
    }

    /// <summary>Recurrences of few inputs are differentiated in forward mode, whose tangents are of the result's type.</summary>
    [Theory]
    [InlineData("double F(double p, float rate) { for (int t = 0; t < 5; t++) { p = rate * p * p; } return p; }", 1f, 31 * 4294967296.0)]
    [InlineData("double F(double p, float steps) { for (int t = 0; t < steps; t++) { p = p * p; } return p; }", 5f, 0.0)]
    public void A_recurrence_has_derivatives_of_its_inputs_types(string method, float second, double derivative)
    {
        using CompiledModel compiled = Model("Gradient, Batch", method);
        object?[] arguments = [2.0, second, null, null];
        object? value = compiled.Load().GetType("Mixed", throwOnError: true)!.GetMethod("FGradient")!.Invoke(null, arguments);
        Assert.Equal(4294967296.0, value);
        Assert.Equal(32 * 2147483648.0, arguments[2]);
        Assert.Equal((float)derivative, arguments[3]);
    }

    [Theory]
    [InlineData("void F(ReadOnlySpan<double> x, [Result] Span<float> y) { y[0] = (float)(x[0] * x[1]); }")]
    [InlineData("void F(ReadOnlySpan<float> x, [Result] Span<double> y) { y[0] = (double)x[0] * x[1]; }")]
    [InlineData("float F(ReadOnlySpan<double> x, [Result] Span<float> y) { y[0] = (float)(x[0] * x[1]); return (float)x[0]; }")]
    [InlineData("double F(ReadOnlySpan<float> x, [Result] Span<double> y) { y[0] = (double)x[0] * x[1]; return x[0]; }")]
    public void A_vector_model_has_its_struct(string method)
    {
        using CompiledModel compiled = Model("Tangent, Adjoint", method);
        Type type = compiled.Load().GetType("Mixed+FModel", throwOnError: true)!;
        IResidual<double> model = (IResidual<double>)Activator.CreateInstance(type, 2, 1)!;
        double[] y = new double[model.Outputs], jv = new double[model.Outputs], seed = new double[model.Outputs], gradient = new double[2];
        seed[0] = 1;
        model.Value([3, 5], y);
        Assert.Equal(15, y[0]);
        model.Jvp([3, 5], [1, 0], jv);
        Assert.Equal(5, jv[0]);
        model.Vjp([3, 5], seed, gradient);
        Assert.Equal([5, 3], gradient);
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public void The_other_companions_compile(string method)
    {
        using CompiledModel compiled = Model(method.Contains("[,]", StringComparison.Ordinal) ? "Gradient, Lipschitz" : "Gradient, Tangent, Taylor(2), Batch, Lipschitz", method);
        Assert.NotEmpty(compiled.Sources);
    }
}
