using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Frontend;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Companions of one model inside another, compiled by the generator and run: derivatives of derivatives.</summary>
public sealed class NestedCompanionTests
{
    private delegate double One(double x, out double dX);

    private delegate double Two(double x, double y, out double dX, out double dY);

    private delegate double Many(ReadOnlySpan<double> x, Span<double> dX);

    private const string Usings = "#pragma warning disable 1591\nusing System;\nusing Proxima;\n";

    [Fact]
    public void A_derivative_inside_a_model_is_no_constant()
    {
        // Perturbation confusion would give x + x·0 or 2x + …: the derivative of x·(∂/∂y (x·y)) is 2x (Siskind and Pearlmutter 2005).
        One gradient = Compiled<One>(
            """
            public static partial class Models
            {
                [Gradient]
                public static double Inner(double x, double y) => x * y;

                [Gradient]
                public static double Outer(double x)
                {
                    InnerGradient(x, 3, out _, out double dY);
                    return x * dY;
                }
            }
            """, "OuterGradient");
        Assert.Equal(25, gradient(5, out double slope));
        Assert.Equal(10, slope);
    }

    [Fact]
    public void A_companion_of_another_type_is_found_by_its_name()
    {
        Two gradient = Compiled<Two>(
            """
            public static partial class Other
            {
                [Gradient]
                public static double Wave(double a, double b) => Math.Sin(a * b) + Math.Exp(a);
            }

            public static partial class Models
            {
                [Gradient]
                public static double Outer(double x, double y)
                {
                    double dA = 1;
                    double dB;
                    double value = Other.WaveGradient(x, y * y, out dA, out dB);
                    return value * dA + dB;
                }
            }
            """, "OuterGradient");
        static double F(double x, double y)
        {
            double b = y * y;
            return ((Math.Sin(x * b) + Math.Exp(x)) * ((Math.Cos(x * b) * b) + Math.Exp(x))) + (Math.Cos(x * b) * x);
        }
        Assert.Equal(F(0.4, 1.2), gradient(0.4, 1.2, out double dX, out double dY), 1e-14);
        Assert.Equal((F(0.4 + 1e-6, 1.2) - F(0.4 - 1e-6, 1.2)) / 2e-6, dX, 1e-7);
        Assert.Equal((F(0.4, 1.2 + 1e-6) - F(0.4, 1.2 - 1e-6)) / 2e-6, dY, 1e-7);
    }

    [Fact]
    public void A_gradient_of_an_array_in_a_loop_is_differentiated()
    {
        // One step of gradient descent on an energy, and the energy there: differentiated through the step.
        const string Source =
            """
            public static partial class Models
            {
                [Gradient]
                public static double Energy(ReadOnlySpan<double> x)
                {
                    double sum = 0;
                    double product = 1;
                    for (int i = 0; i < x.Length; i++)
                    {
                        sum += x[i] * x[i] * x[i];
                        product = Math.Sin(product * x[i]) + x[i];
                    }
                    return sum * product;
                }

                [Gradient]
                public static double Descended(ReadOnlySpan<double> x)
                {
                    double[] moved = new double[x.Length];
                    for (int i = 0; i < x.Length; i++)
                    {
                        moved[i] = x[i];
                    }
                    double[] slope = new double[x.Length];
                    for (int step = 0; step < 2; step++)
                    {
                        EnergyGradient(moved, slope);
                        for (int i = 0; i < x.Length; i++)
                        {
                            moved[i] -= 0.05 * slope[i];
                        }
                    }
                    return Energy(moved);
                }

                public static double Reference(ReadOnlySpan<double> x) => Descended(x);
            }
            """;
        using CompiledModel model = Run(Source);
        Many gradient = model.Method<Many>("Models", "DescendedGradient");
        double[] x = [0.5, -0.3, 0.8], dX = new double[3];
        gradient(x, dX);
        Func<double[], double> descended = point => gradient(point, new double[3]);
        Assert.Equal(model.Load().GetType("Models")!.GetMethod("Reference")!.CreateDelegate<Value>()(x), descended(x), 1e-15);
        Proxima.DerivativeCheck.Gradient(descended, point =>
        {
            double[] result = new double[3];
            gradient(point, result);
            return result;
        }, x).ThrowIfFailed();
        Assert.True(Proxima.DerivativeCheck.Gradient(descended, _ => dX, x).IsPassed);
    }

    private delegate double Value(ReadOnlySpan<double> x);

    [Fact]
    public void The_rule_of_a_nested_model_is_lowered_once_more()
    {
        // The rule is wrong on purpose: f' = x³, so that f'' must be 3x².
        One gradient = Compiled<One>(
            """
            public static partial class Models
            {
                [Gradient, CustomGradient(nameof(Rule))]
                public static double Inner(double x) => 5;

                private static double Rule(double x, out double dX) => dX = x * x * x;

                [Gradient]
                public static double Outer(double x)
                {
                    InnerGradient(x, out double dX);
                    return dX;
                }
            }
            """, "OuterGradient");
        Assert.Equal(8, gradient(2, out double slope));
        Assert.Equal(12, slope);
    }

    [Fact]
    public void A_tangent_of_a_part_of_an_array_is_differentiated()
    {
        using CompiledModel model = Run(
            """
            public static partial class Models
            {
                [Tangent]
                public static double Inner(ReadOnlySpan<double> x, [Constant] double power, double shift)
                {
                    double sum = shift * shift;
                    foreach (double item in x)
                    {
                        sum += Math.Pow(item, power);
                    }
                    return sum;
                }

                [Gradient]
                public static double Outer(ReadOnlySpan<double> x)
                {
                    double[] direction = [x[0], 1];
                    double value = InnerTangent(x.Slice(1, 2), 3, x[0], direction, x[2], out double tangent);
                    return value + 2 * tangent;
                }
            }
            """);
        static double F(double[] x)
        {
            double value = (x[0] * x[0]) + Math.Pow(x[1], 3) + Math.Pow(x[2], 3);
            double tangent = (2 * x[0] * x[2]) + (3 * x[1] * x[1] * x[0]) + (3 * x[2] * x[2]);
            return value + (2 * tangent);
        }
        Many gradient = model.Method<Many>("Models", "OuterGradient");
        double[] x = [0.5, 1.3, 0.8], dX = new double[3];
        Assert.Equal(F(x), gradient(x, dX), 1e-14);
        Proxima.DerivativeCheck.Gradient(F, _ => dX, x).ThrowIfFailed();
    }

    [Fact]
    public void Analyzers_and_generator_read_the_same()
    {
        const string Source = Usings +
            """
            public static partial class Models
            {
                [Gradient]
                public static double Outer(double x)
                {
                    double[] y = [x, 2];
                    double[] dY = new double[2];
                    double d = 3;
                    double value = InnerGradient(y, x, dY, out d);
                    return value * d + dY[0];
                }

                [Gradient]
                public static double Inner(double[] x, double y) => x[0] * x[1] * y * y;
            }
            """;
        Request before = Request(Compile.Source(Source)), after = Request(Compile.Run(Source).Compilation);
        Assert.Equal(before, after);
    }

    private static Request Request(Compilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees.First();
        SemanticModel model = compilation.GetSemanticModel(tree);
        MethodDeclarationSyntax syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        Request? request = RequestReader.Read((IMethodSymbol)model.GetDeclaredSymbol((SyntaxNode)syntax)!, syntax, model, new SilentSink(), default);
        Assert.NotNull(request);
        return request;
    }

    [Fact]
    public void Nesting_may_be_deeper()
    {
        One gradient = Compiled<One>(
            """
            public static partial class Models
            {
                [Gradient]
                public static double F(double x) => x * x * x * x * x;

                [Gradient]
                public static double G(double x)
                {
                    FGradient(x, out double d);
                    return d;
                }

                [Gradient]
                public static double H(double x)
                {
                    GGradient(x, out double d);
                    return d;
                }
            }
            """, "HGradient");
        Assert.Equal(20 * 8, gradient(2, out double slope), 1e-12);
        Assert.Equal(60 * 4, slope, 1e-12);
    }

    [Theory]
    [InlineData("InnerGradient(x, out var d); return d * x;", "out double d")]
    [InlineData("var v = InnerGradient(x, out double d); return d * v;", "store it in a local")]
    [InlineData("return 2 * InnerGradient(x, out double d);", "store it in a local")]
    [InlineData("InnerGradient(x, dX: out double d); return d;", "in order")]
    [InlineData("OuterGradient(x, out double d); return d;", "need each other")]
    [InlineData("GrowingGradient(x, out double d); return d;", "growing tape")]
    public async Task What_cannot_be_read_says_why(string body, string why)
    {
        ImmutableArray<Diagnostic> found = await Compile.Analyse(Usings +
            $$"""
            public static partial class Models
            {
                [Gradient]
                public static double Inner(double x) => x * x;

                [Gradient]
                public static double Growing(double x)
                {
                    while (x < 100)
                    {
                        x = x * x + 1;
                    }
                    return x;
                }

                [Gradient]
                public static double Outer(double x)
                {
                    {{body}}
                }
            }
            """);
        Diagnostic diagnostic = Assert.Single(found, static d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("PRX0123", diagnostic.Id);
        Assert.Contains(why, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static TDelegate Compiled<TDelegate>(string source, string method)
        where TDelegate : Delegate => Run(source).Method<TDelegate>("Models", method);

    private static CompiledModel Run(string source)
    {
        CompiledModel model = Compile.Run(Usings + source);
        Assert.Null(model.GeneratorFailure);
        Assert.Empty(model.Diagnostics);
        Assert.DoesNotContain(Compile.Analyse(Usings + source).Result, static d => d.Severity >= DiagnosticSeverity.Warning);
        return model;
    }
}
