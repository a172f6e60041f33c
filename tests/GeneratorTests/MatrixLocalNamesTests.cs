using Microsoft.CodeAnalysis;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>A parameter of the model may have the name of a local of a companion that fills a matrix: the local gives way.</summary>
public sealed class MatrixLocalNamesTests
{
    [Fact]
    public void Locals_give_way_to_parameters_of_their_name()
    {
        using CompiledModel model = Compile.Run("""
            using System;
            using Proxima;

            public static partial class Names
            {
                [Jacobian, Hessian]
                public static double Dense(ReadOnlySpan<double> x, double inputs, double column, double row, int direction, double product, double result)
                {
                    double s = inputs * column * row * product * result;
                    for (int i = 0; i < x.Length; i++)
                    {
                        s += x[i] * x[i] * column * direction;
                    }
                    return s;
                }

                [Jacobian]
                public static void Sparse(ReadOnlySpan<double> x, int colours, int sparsity, int compressed, [Result] Span<double> colourOf)
                {
                    for (int i = 0; i < colourOf.Length; i++)
                    {
                        colourOf[i] = x[i] * x[i + 1] * colours * sparsity * compressed;
                    }
                }

                [Jacobian]
                public static void ByIteration(ReadOnlySpan<double> x, double[] rowLanes, [Constant] double[] siteColumns, [Result] Span<double> row)
                {
                    for (int i = 0; i < row.Length; i++)
                    {
                        row[i] = x[i] * x[i + 1] * rowLanes[i] * siteColumns[0];
                    }
                }
            }
            """);

        Assert.Null(model.GeneratorFailure);
        Assert.DoesNotContain(model.Diagnostics, static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591");
    }
}
