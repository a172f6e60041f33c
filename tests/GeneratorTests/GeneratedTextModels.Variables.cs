using System.Collections.Immutable;

namespace GeneratorTests;

// Variables that are not scalars, and models with an owner.
internal static partial class GeneratedTextModels
{
    private static ImmutableSortedDictionary<string, string> Variables() => ImmutableSortedDictionary<string, string>.Empty
        .Add("LocalArray", Class(
            """
                /// <summary>Heat that spreads in place.</summary>
                [Gradient]
                public static double Heat(ReadOnlySpan<double> start, double rate, int steps)
                {
                    double[] heat = new double[start.Length];
                    for (int i = 0; i < start.Length; i++)
                    {
                        heat[i] = start[i];
                    }
                    for (int step = 0; step < steps; step++)
                    {
                        for (int i = 1; i < start.Length - 1; i++)
                        {
                            heat[i] += rate * (heat[i - 1] - 2 * heat[i] + heat[i + 1]);
                        }
                    }
                    double sum = 0;
                    foreach (double h in heat)
                    {
                        sum += h * h;
                    }
                    return sum;
                }
            """))
        .Add("Matrix", Class(
            """
                /// <summary>A quadratic form.</summary>
                [Gradient]
                public static double Quadratic(double[,] a, double[] x)
                {
                    double sum = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        for (int j = 0; j < x.Length; j++)
                        {
                            sum += x[i] * a[i, j] * x[j];
                        }
                    }
                    return sum;
                }
            """))
        .Add("Struct",
            """
            using Proxima;

            namespace Shapes;

            /// <summary>A body in the plane.</summary>
            /// <param name="X">Across.</param>
            /// <param name="Y">Up.</param>
            /// <param name="Id">Its number.</param>
            public readonly record struct Body(double X, double Y, int Id);

            /// <summary>Potentials.</summary>
            public static partial class Potential
            {
                /// <summary>Energy of a body on a spring.</summary>
                [Gradient, Batch]
                public static double Spring(Body body, double stiffness) => 0.5 * stiffness * (body.X * body.X + body.Y * body.Y);
            }

            """)
        .Add("Vector", Class(
            """
                /// <summary>A plane over a point.</summary>
                [Gradient]
                public static float Plane(Vector2 point, (float Slope, float Offset) plane) => point.X * plane.Slope + point.Y * point.Y + plane.Offset;
            """))
        .Add("Instance",
            """
            using System;
            using Proxima;

            namespace Shapes;

            /// <summary>A spring of a given stiffness.</summary>
            public sealed partial class Spring
            {
                private readonly double _stiffness;

                /// <summary>Makes a spring.</summary>
                /// <param name="stiffness">Force per length.</param>
                public Spring(double stiffness) => _stiffness = stiffness;

                /// <summary>Stored energy.</summary>
                [Gradient, Batch]
                public double Energy(double stretch) => 0.5 * _stiffness * stretch * stretch;
            }

            """)
        .Add("Fields",
            """
            using System;
            using Proxima;

            namespace Shapes;

            /// <summary>A line through data.</summary>
            public sealed partial class Line
            {
                private readonly double[] _weights = [0, 1];

                /// <summary>The squared error at an example.</summary>
                [Gradient(WithRespectTo = [nameof(_weights)]), Batch]
                public double Loss(double x, double y)
                {
                    double error = _weights[0] + _weights[1] * x - y;
                    return error * error;
                }
            }

            """);
}
