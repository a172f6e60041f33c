using System.Collections.Immutable;

namespace GeneratorTests;

// Derivatives besides the gradient: along directions, of several results, of second and higher order.
internal static partial class GeneratedTextModels
{
    private static ImmutableSortedDictionary<string, string> FirstOrder() => ImmutableSortedDictionary<string, string>.Empty
        .Add("Tangent", Class(
            """
                /// <summary>Population after some days of logistic growth.</summary>
                [Tangent]
                public static double Final(double start, double rate, int steps)
                {
                    double p = start;
                    for (int t = 0; t < steps; t++)
                    {
                        p += rate * p * (1 - p);
                    }
                    return p;
                }
            """))
        .Add("Adjoint", Class(
            """
                /// <summary>Every day of logistic growth.</summary>
                [Adjoint]
                public static void Path(double start, ReadOnlySpan<double> rates, [Result] Span<double> path)
                {
                    double p = start;
                    for (int t = 0; t < rates.Length; t++)
                    {
                        p += rates[t] * p * (1 - p);
                        path[t] = p;
                    }
                }
            """))
        .Add("JacobianUnrolled", Class(
            """
                /// <summary>Cartesian coordinates.</summary>
                [Jacobian]
                public static (double X, double Y) Cartesian(double radius, double angle) => (radius * Math.Cos(angle), radius * Math.Sin(angle));
            """))
        .Add("JacobianColumns", Class(
            """
                /// <summary>Probabilities of scores.</summary>
                [Jacobian]
                public static void Softmax(ReadOnlySpan<double> x, [Result] Span<double> y)
                {
                    double sum = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        y[i] = Math.Exp(x[i]);
                        sum += y[i];
                    }
                    for (int i = 0; i < x.Length; i++)
                    {
                        y[i] /= sum;
                    }
                }
            """))
        .Add("JacobianRows", Class(
            """
                /// <summary>Mean and mean square.</summary>
                [Jacobian]
                public static (double Mean, double Square) Moments(ReadOnlySpan<double> x)
                {
                    double mean = 0, square = 0;
                    foreach (double value in x)
                    {
                        mean += value;
                        square += value * value;
                    }
                    return (mean / x.Length, square / x.Length);
                }
            """))
        .Add("SparseBand", Class(
            """
                /// <summary>Rosenbrock's residuals.</summary>
                [Jacobian]
                public static void Valley(ReadOnlySpan<double> x, [Result] Span<double> r)
                {
                    for (int i = 0; i + 1 < x.Length; i++)
                    {
                        r[2 * i] = 10 * (x[i + 1] - x[i] * x[i]);
                        r[2 * i + 1] = 1 - x[i];
                    }
                }
            """))
        .Add("SparseScattered", Class(
            """
                /// <summary>Landmarks seen from cameras in the plane, each by its distance.</summary>
                [Jacobian]
                public static void Sightings(ReadOnlySpan<double> cameras, ReadOnlySpan<double> points, ReadOnlySpan<int> camera, ReadOnlySpan<int> point, [Result] Span<double> distance)
                {
                    for (int i = 0; i < camera.Length; i++)
                    {
                        double across = points[2 * point[i]] - cameras[2 * camera[i]];
                        double up = points[2 * point[i] + 1] - cameras[2 * camera[i] + 1];
                        distance[i] = Math.Sqrt(across * across + up * up);
                    }
                }
            """));

    private static ImmutableSortedDictionary<string, string> HigherOrder() => ImmutableSortedDictionary<string, string>.Empty
        .Add("HessianUnrolled", Class(
            """
                /// <summary>Rosenbrock's valley.</summary>
                [Hessian]
                public static double Rosenbrock(double x, double y) => (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
            """))
        .Add("HessianColumns", Class(
            """
                /// <summary>A sum of exponentials under a logarithm.</summary>
                [Hessian]
                public static double Soft(ReadOnlySpan<double> x, double sharpness)
                {
                    double sum = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        sum += Math.Exp(sharpness * x[i]);
                    }
                    return Math.Log(sum) / sharpness;
                }
            """))
        .Add("HessianProduct", Class(
            """
                /// <summary>A robust distance between neighbours.</summary>
                [Hessian]
                public static double Rough(ReadOnlySpan<double> x, double width)
                {
                    double loss = 0;
                    for (int i = 1; i < x.Length; i++)
                    {
                        double step = Math.Abs(x[i] - x[i - 1]);
                        if (step < width)
                        {
                            loss += 0.5 * step * step;
                        }
                        else
                        {
                            loss += width * (step - 0.5 * width);
                        }
                    }
                    return loss;
                }
            """))
        .Add("Taylor", Class(
            """
                /// <summary>A damped swing.</summary>
                [Taylor(3)]
                public static double Swing(double time, double damping) => Math.Exp(-damping * time) * Math.Sin(time);
            """))
        .Add("FieldAdjoint",
            """
            using System;
            using Proxima;

            namespace Shapes;

            /// <summary>A layer of a network.</summary>
            public sealed partial class Layer
            {
                private readonly double[] _bias = [0, 1];

                /// <summary>What the layer passes on.</summary>
                [Adjoint(WithRespectTo = ["x", nameof(_bias)])]
                public void Activate(ReadOnlySpan<double> x, [Result] Span<double> y)
                {
                    for (int i = 0; i < x.Length; i++)
                    {
                        y[i] = Math.Tanh(x[i] + _bias[i]);
                    }
                }
            }

            """);
}
