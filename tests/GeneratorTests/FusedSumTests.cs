using System;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>A loop that only sums, where the adjoint of its sum is an element of an adjoint array.</summary>
public sealed class FusedSumTests
{
    private delegate void Adjoint(ReadOnlySpan<double> x, Span<double> y, ReadOnlySpan<double> seedY, Span<double> dX);

    private delegate double Gradient(ReadOnlySpan<double> x, Span<double> dX);

    private const string Source = """
        using System;
        using Proxima;
        /// <summary>Models.</summary>
        public static partial class Models
        {
            /// <summary>A sum into a result that is read and written again.</summary>
            [Adjoint]
            public static void Results(ReadOnlySpan<double> x, [Result] Span<double> y)
            {
                y[0] = 0;
                y[1] = 2 + y[0];
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += x[i] * x[i];
                }
                y[1] = sum + 0.3 * x[0];
            }

            /// <summary>A sum into a local array.</summary>
            [Gradient]
            public static double Local(ReadOnlySpan<double> x)
            {
                double[] local = new double[3];
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += x[i] * x[i];
                }
                local[x.Length - 1] = sum;
                return local[1] * local[1];
            }
        }
        """;

    [Fact]
    public void A_seed_reaches_a_sum_that_ends_in_a_result()
    {
        using CompiledModel model = Compile.Run(Source);
        double[] x = [0.5, -2], y = new double[2], dX = new double[2];

        model.Method<Adjoint>("Models", "ResultsAdjoint")(x, y, [0, 10], dX);

        Assert.Equal([0, 4.4], y);
        Assert.Equal([13, -40], dX);
    }

    [Fact]
    public void An_adjoint_reaches_a_sum_that_ends_in_a_local_array()
    {
        using CompiledModel model = Compile.Run(Source);
        double[] x = [0.5, -2], dX = new double[2];

        Assert.Equal(18.0625, model.Method<Gradient>("Models", "LocalGradient")(x, dX));
        Assert.Equal([8.5, -34], dX);
    }
}
