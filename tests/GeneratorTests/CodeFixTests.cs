using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Proxima.Analyzers;
using Proxima.CodeFixes;

namespace GeneratorTests;

/// <summary>The fixes of models.</summary>
public sealed class CodeFixTests
{
    [Fact]
    public Task Partial_is_added_after_the_other_modifiers() => Fix<MakePartialFix>(
        """
        using Proxima;

        /// <summary>Comments stay.</summary>
        public static class {|PRX0001:Model|}
        {
            [Gradient]
            public static double Square(double x) => x * x;
        }
        """,
        """
        using Proxima;

        /// <summary>Comments stay.</summary>
        public static partial class Model
        {
            [Gradient]
            public static double Square(double x) => x * x;
        }
        """);

    [Fact]
    public Task Every_type_around_becomes_partial_too() => Fix<MakePartialFix>(
        """
        using Proxima;

        // Comments stay.
        class Outer
        {
            partial struct Middle
            {
                internal sealed record {|PRX0001:Model|}(double Scale)
                {
                    [Gradient]
                    internal double Square(double x) => Scale * x * x;
                }
            }
        }
        """,
        """
        using Proxima;

        // Comments stay.
        partial class Outer
        {
            partial struct Middle
            {
                internal sealed partial record Model(double Scale)
                {
                    [Gradient]
                    internal double Square(double x) => Scale * x * x;
                }
            }
        }
        """);

    [Fact]
    public Task A_variable_the_result_does_not_depend_on_is_marked_constant() => Fix<AddConstantFix>(
        """
        using Proxima;

        public static partial class Model
        {
            [Gradient]
            public static double Square(double x, double {|PRX0201:unused|}) => x * x;
        }
        """,
        """
        using Proxima;

        public static partial class Model
        {
            [Gradient]
            public static double Square(double x, [Constant] double unused) => x * x;
        }
        """);

    [Fact]
    public Task A_parameter_whose_derivative_would_be_dropped_is_marked_constant() => Fix<AddConstantFix>(
        """
        using Proxima;

        public static partial class Model
        {
            [Gradient]
            public static double Multiple(double x, double n)
            {
                double sum = 0;
                for (int i = 0; i < {|PRX0202:(int)n|}; i++)
                {
                    sum += x;
                }
                return sum * n;
            }
        }
        """,
        """
        using Proxima;

        public static partial class Model
        {
            [Gradient]
            public static double Multiple(double x, [Constant] double n)
            {
                double sum = 0;
                for (int i = 0; i < (int)n; i++)
                {
                    sum += x;
                }
                return sum * n;
            }
        }
        """);

    private static Task Fix<TFix>(string source, string fixedSource)
        where TFix : CodeFixProvider, new() => Fixing.Run<ModelAnalyzer, TFix>(source, fixedSource);
}
