using System.Collections.Immutable;

namespace GeneratorTests;

// Loops of every kind.
internal static partial class GeneratedTextModels
{
    private static ImmutableSortedDictionary<string, string> Loops() => ImmutableSortedDictionary<string, string>.Empty
        .Add("Checkpoint",
            """
            using Proxima;

            namespace Samples.Ecology;

            /// <summary>Populations.</summary>
            public static partial class Population
            {
                /// <summary>Population after <paramref name="steps"/> days of logistic growth.</summary>
                [Gradient, Batch, Checkpoint]
                public static double Final(double p0, double rate, int steps)
                {
                    double p = p0;
                    for (int t = 0; t < steps; t++)
                    {
                        p += rate * p * (1.0 - p);
                    }
                    return p;
                }
            }
            """)
        .Add("Recall",
            """
            using System;
            using Proxima;

            namespace Samples.Physics;

            /// <summary>Chains.</summary>
            public static partial class Chain
            {
                /// <summary>The end of a chain of <paramref name="links"/> links.</summary>
                [Gradient]
                public static double End(double x, double stiffness, int links)
                {
                    for (int i = 0; i < links; i++)
                    {
                        x = Bend(x, stiffness) + Stretch(x, stiffness);
                    }
                    return x;
                }

                [PreferRecompute]
                private static double Bend(double x, double stiffness) => Math.Sin(x * stiffness) * Math.Cos(x);

                [PreferStore]
                private static double Stretch(double x, double stiffness)
                {
                    double square = x * x;
                    return square * square * stiffness;
                }
            }
            """)
        .Add("CheckpointArray",
            """
            using System;
            using Proxima;

            namespace Samples.Physics;

            /// <summary>Heat.</summary>
            public static partial class Rod
            {
                /// <summary>Energy after <paramref name="steps"/> steps of diffusion in place.</summary>
                [Gradient, Checkpoint]
                public static double Energy(ReadOnlySpan<double> start, double k, int steps)
                {
                    Span<double> u = new double[start.Length];
                    start.CopyTo(u);
                    for (int t = 0; t < steps; t++)
                    {
                        for (int j = 1; j < u.Length - 1; j++)
                        {
                            u[j] += k * (u[j - 1] - 2 * u[j] + u[j + 1]) * u[j];
                        }
                    }
                    double energy = 0;
                    for (int j = 0; j < u.Length; j++)
                    {
                        energy += u[j] * u[j];
                    }
                    return energy;
                }
            }
            """)
        .Add("Recurrence",
            """
            using Proxima;

            namespace Samples.Ecology;

            /// <summary>Populations.</summary>
            public static partial class Population
            {
                /// <summary>Population after <paramref name="steps"/> seasons of logistic growth, harvested above a threshold.</summary>
                [Gradient, Batch]
                public static double Final(double p0, double rate, double threshold, int steps)
                {
                    double p = p0;
                    for (int t = 0; t < steps; t++)
                    {
                        p += rate * p * (1.0 - p);
                        if (p > threshold)
                        {
                            p -= 0.1 * (p - threshold) * (p - threshold);
                        }
                    }
                    return p;
                }
            }

            """)
        .Add("FusedSum", Class(
            """
                /// <summary>Sum of squared residuals of a line.</summary>
                [Gradient]
                public static double Residual(double slope, double offset, ReadOnlySpan<double> x, [Constant] ReadOnlySpan<double> y)
                {
                    double sum = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        double error = slope * x[i] + offset - y[i];
                        sum += error * error;
                    }
                    return sum;
                }
            """))
        .Add("StencilSum", Class(
            """
                /// <summary>Rosenbrock's valley in many dimensions.</summary>
                [Gradient]
                public static double Valley(ReadOnlySpan<double> x)
                {
                    double sum = 0;
                    for (int i = 0; i < x.Length - 1; i++)
                    {
                        double step = x[i + 1] - x[i] * x[i];
                        sum += 100 * step * step + (1 - x[i]) * (1 - x[i]);
                    }
                    return sum;
                }
            """))
        .Add("NestedLoops", Class(
            """
                /// <summary>Energy of charges on a line.</summary>
                [Gradient]
                public static double Energy(double[] position, double charge)
                {
                    double energy = 0;
                    for (int i = 0; i < position.Length; i++)
                    {
                        for (int j = 0; j < i; j++)
                        {
                            double distance = position[i] - position[j];
                            energy += charge * charge / Math.Sqrt(distance * distance + 1e-3);
                        }
                    }
                    return energy;
                }
            """))
        .Add("RowsInLanes", Class(
            """
                /// <summary>The energy of units that feed back into themselves.</summary>
                [Gradient]
                public static double Energy(ReadOnlySpan<double> weights, [Constant] ReadOnlySpan<double> signal, int steps, int units)
                {
                    double[] state = new double[units];
                    double energy = 0;
                    for (int t = 0; t < steps; t++)
                    {
                        for (int j = 0; j < units; j++)
                        {
                            state[j] = Math.Tanh(weights[j] * state[j] + weights[units + j] * signal[t]);
                            energy += state[j] * state[j];
                        }
                    }
                    return energy;
                }
            """))
        .Add("While", Class(
            """
                /// <summary>A square root by Newton's method.</summary>
                [Gradient]
                public static double Root(double x)
                {
                    double root = x;
                    while (Math.Abs(root * root - x) > 1e-12 * x)
                    {
                        root = 0.5 * (root + x / root);
                    }
                    return root;
                }
            """))
        .Add("Break", Class(
            """
                /// <summary>Debt after payments, which stop when it is paid.</summary>
                [Gradient]
                public static double Debt(double debt, double rate, double payment, int years)
                {
                    for (int year = 0; year < years; year++)
                    {
                        debt += rate * debt - payment;
                        if (debt <= 0)
                        {
                            break;
                        }
                    }
                    return debt;
                }
            """));
}
