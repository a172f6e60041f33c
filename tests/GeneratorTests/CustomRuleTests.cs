using System;
using Microsoft.CodeAnalysis;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>What the compiler of models sees without source.</summary>
public static class Opaque
{
    public static double Sinh(double x) => Math.Sinh(x);

    public static double Cosh(double x) => Math.Cosh(x);

    public static double Norm(ReadOnlySpan<double> x, int power)
    {
        double sum = 0;
        foreach (double item in x)
        {
            sum += Math.Pow(item, power);
        }
        return Math.Pow(sum, 1.0 / power);
    }
}

/// <summary>Derivative rules that the user wrote, compiled by the generator and run.</summary>
public sealed class CustomRuleTests
{
    private delegate double One(double x, out double dX);

    private delegate double Two(double x, double y, out double dX, out double dY);

    private delegate double Many(ReadOnlySpan<double> x, Span<double> dX);

    private delegate double Spanned(double x, ReadOnlySpan<double> y, out double dX, Span<double> dY);

    private const string Hyperbolic =
        """
        public static class Rules
        {
            [DerivativeOf(typeof(Opaque), nameof(Opaque.Sinh))]
            public static double Sinh(double x, out double dX)
            {
                dX = Opaque.Cosh(x);
                return Opaque.Sinh(x);
            }

            [DerivativeOf(typeof(Opaque), "Cosh")]
            public static double Cosh(double x, out double dX)
            {
                dX = Opaque.Sinh(x);
                return Opaque.Cosh(x);
            }
        }

        """;

    [Fact]
    public void A_callee_without_source_has_the_derivative_of_its_rule()
    {
        One gradient = Compiled<One>(Hyperbolic +
            """
            public static partial class Models
            {
                [Gradient]
                public static double F(double x)
                {
                    double s = Opaque.Sinh(x * x);
                    return s * x;
                }
            }
            """, "FGradient");
        double value = gradient(0.7, out double slope);
        Assert.Equal(Math.Sinh(0.49) * 0.7, value, 1e-15);
        Assert.Equal(Math.Sinh(0.49) + (1.4 * 0.7 * Math.Cosh(0.49)), slope, 1e-15);
    }

    [Fact]
    public void A_callee_in_a_loop_is_called_once_per_iteration()
    {
        const string Source = Hyperbolic +
            """
            public static partial class Models
            {
                [Gradient]
                public static double F(double x, double y)
                {
                    double s = x;
                    for (int i = 0; i < 3; i++)
                    {
                        s = Opaque.Sinh(s * y) * s;
                    }
                    return s;
                }
            }
            """;
        using CompiledModel model = Run(Source);
        Assert.Equal(2, model.Source.Split("= global::GeneratorTests.Opaque.Sinh(").Length);
        double F(double x, double y)
        {
            for (int i = 0; i < 3; i++)
            {
                x = Math.Sinh(x * y) * x;
            }
            return x;
        }
        model.Method<Two>("Models", "FGradient")(0.9, 1.1, out double dX, out double dY);
        Assert.Equal((F(0.9 + 1e-6, 1.1) - F(0.9 - 1e-6, 1.1)) / 2e-6, dX, 1e-8);
        Assert.Equal((F(0.9, 1.1 + 1e-6) - F(0.9, 1.1 - 1e-6)) / 2e-6, dY, 1e-8);
    }

    [Fact]
    public void A_rule_replaces_what_the_source_would_give()
    {
        // The rule is deliberately not the derivative: 7 and 11.
        Two gradient = Compiled<Two>(
            """
            public static partial class Models
            {
                [CustomGradient(nameof(HelperGradient))]
                private static double Helper(double a, double b)
                {
                    int n = (int)a;
                    return n + a * b;
                }

                private static double HelperGradient(double a, double b, out double dA, out double dB)
                {
                    dA = 7;
                    dB = 11;
                    return 0;
                }

                [Gradient]
                public static double F(double x, double y) => 2 * Helper(x, y * y) + x;
            }
            """, "FGradient");
        double value = gradient(1.5, 3, out double dX, out double dY);
        Assert.Equal((2 * (1 + 13.5)) + 1.5, value);
        Assert.Equal(15, dX);
        Assert.Equal(2 * 11 * 6, dY);
    }

    [Fact]
    public void A_model_may_have_a_rule_itself()
    {
        const string Source =
            """
            public static partial class Models
            {
                [Gradient, CustomGradient(nameof(Rule))]
                public static double F(double x, ReadOnlySpan<double> y)
                {
                    double sum = x;
                    foreach (double item in y)
                    {
                        sum += Math.Abs(item);
                    }
                    return sum;
                }

                private static double Rule(double x, ReadOnlySpan<double> y, out double dX, Span<double> dY)
                {
                    dX = x;
                    for (int i = 0; i < y.Length; i++)
                    {
                        dY[i] = i + y[i];
                    }
                    return 0;
                }
            }
            """;
        Spanned gradient = Compiled<Spanned>(Source, "FGradient");
        double[] dY = new double[3];
        Assert.Equal(9, gradient(3, [1, 2, -3], out double dX, dY));
        Assert.Equal(3, dX);
        Assert.Equal([1, 3, -1], dY);
    }

    [Fact]
    public void A_rule_may_call_the_method_it_is_the_rule_of()
    {
        Many gradient = Compiled<Many>(
            """
            public static partial class Models
            {
                [CustomGradient(nameof(NormGradient))]
                private static double Norm(ReadOnlySpan<double> x)
                {
                    double sum = 0;
                    foreach (double item in x)
                    {
                        sum += item * item;
                    }
                    return Math.Sqrt(sum);
                }

                private static double NormGradient(ReadOnlySpan<double> x, Span<double> dX)
                {
                    double norm = Norm(x);
                    for (int i = 0; i < x.Length; i++)
                    {
                        dX[i] = x[i] / norm;
                    }
                    return norm;
                }

                [Gradient]
                public static double F(ReadOnlySpan<double> x) => Norm(x) * Norm(x.Slice(1));
            }
            """, "FGradient");
        double[] dX = new double[3];
        CheckNorms(gradient([1, 2, -2], dX), dX);
    }

    [Fact]
    public void A_callee_without_source_may_take_spans()
    {
        Many gradient = Compiled<Many>(
            """
            public static partial class Models
            {
                [DerivativeOf(typeof(Opaque), nameof(Opaque.Norm))]
                private static double NormGradient(ReadOnlySpan<double> x, int power, Span<double> dX)
                {
                    double norm = Opaque.Norm(x, power);
                    for (int i = 0; i < x.Length; i++)
                    {
                        dX[i] = x[i] / norm;
                    }
                    return norm;
                }

                [Gradient]
                public static double F(ReadOnlySpan<double> x)
                {
                    double[] copy = new double[x.Length];
                    for (int i = 0; i < x.Length; i++)
                    {
                        copy[i] = x[i];
                    }
                    return Opaque.Norm(copy, 2) * Opaque.Norm(x.Slice(1), 2);
                }
            }
            """, "FGradient");
        double[] dX = new double[3];
        CheckNorms(gradient([1, 2, -2], dX), dX);
    }

    private static void CheckNorms(double value, double[] dX)
    {
        double inner = Math.Sqrt(8);
        Assert.Equal(3 * inner, value, 1e-14);
        Assert.Equal(inner / 3, dX[0], 1e-15);
        Assert.Equal((2 * inner / 3) + (3 * 2 / inner), dX[1], 1e-14);
        Assert.Equal(-dX[1], dX[2], 1e-14);
    }

    private delegate double Second(double x, Span<double> gradient, Span<double> hessian);

    private delegate double Series(double x, double vX, Span<double> coefficients);

    [Fact]
    public void Higher_derivatives_come_from_the_rule()
    {
        using CompiledModel model = Run(Hyperbolic +
            """
            public static partial class Models
            {
                [Hessian, Taylor(4)]
                public static double F(double x) => Opaque.Sinh(2 * x);
            }
            """);
        double[] gradient = new double[1], hessian = new double[1], coefficients = new double[5];
        Assert.Equal(Math.Sinh(1), model.Method<Second>("Models", "FHessian")(0.5, gradient, hessian), 1e-15);
        Assert.Equal(2 * Math.Cosh(1), gradient[0], 1e-14);
        Assert.Equal(4 * Math.Sinh(1), hessian[0], 1e-14);
        model.Method<Series>("Models", "FTaylor")(0.5, 1, coefficients);
        Assert.Equal(8.0 / 6 * Math.Cosh(1), coefficients[3], 1e-14);
        Assert.Equal(16.0 / 24 * Math.Sinh(1), coefficients[4], 1e-14);
    }

    [Fact]
    public void A_batch_computes_values_without_the_rule()
    {
        using CompiledModel model = Run(Hyperbolic +
            """
            public static partial class Models
            {
                [Batch]
                public static double F(double x) => Opaque.Sinh(x) * x;
            }
            """);
        Assert.DoesNotContain("Cosh", model.Source);
    }

    private const string Usings = "#pragma warning disable 1591\nusing System;\nusing GeneratorTests;\nusing Proxima;\n";

    private static TDelegate Compiled<TDelegate>(string source, string method)
        where TDelegate : Delegate
    {
        CompiledModel model = Run(source);
        return model.Method<TDelegate>("Models", method);
    }

    private static CompiledModel Run(string source)
    {
        CompiledModel model = Compile.Run(Usings + source, references: [MetadataReference.CreateFromFile(typeof(Opaque).Assembly.Location)]);
        Assert.Null(model.GeneratorFailure);
        Assert.Empty(model.Diagnostics);
        return model;
    }
}
