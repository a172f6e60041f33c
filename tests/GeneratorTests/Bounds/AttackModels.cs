extern alias runtime;

using System;
using System.Collections.Generic;
using System.Reflection;
using Proxima;
using Tests.Shared;
using Interval = runtime::Proxima.Interval;

namespace GeneratorTests.Bounds;

/// <summary>Models of two variables of one shape each, to be attacked.</summary>
internal static class AttackModels
{
    private static readonly Lazy<Assembly> s_assembly = new(static () =>
    {
        CompiledModel compiled = Compile.Run(Text);
        Assert.Null(compiled.GeneratorFailure);
        return compiled.Load();
    });

    /// <summary>Where each is attacked.</summary>
    public static Dictionary<string, Interval[]> Domains { get; } = new()
    {
        ["Powers"] = [new(-2, 3), new(-3, 1)],
        ["Length"] = [new(-3, 2), new(-1, 4)],
        ["Logistic"] = [new(-8, 5), new(-2, 2)],
        ["Arcs"] = [new(-0.99, 0.9), new(-3, 3)],
        ["Kinks"] = [new(-2, 2), new(-2, 2)],
        ["Branches"] = [new(-3, 3), new(0, 3)],
        ["Days"] = [new(0, 1), new(0, 3.9)],
        ["Waves"] = [new(-20, 20), new(0.1, 6)],
        ["Roots"] = [new(0, 4), new(0.01, 3)],
        ["Normal"] = [new(-5, 5), new(0.5, 20)],
    };

    public static IEnclosure Of(string name) => (IEnclosure)Activator.CreateInstance(s_assembly.Value.GetType("Attacked+" + name + "Model", throwOnError: true)!)!;

    private const string Text =
        """
        using System;
        using Proxima;

        public static partial class Attacked
        {
            [Lipschitz, Hessian]
            public static double Powers(double x, double y) => x * x * x - x * y * x + 0.5 * y * y * y * y;

            [Lipschitz, Hessian]
            public static double Length(double x, double y) => double.Hypot(x, y);

            [Lipschitz, Hessian]
            public static double Logistic(double x, double y) => Special.Sigmoid(3.0 * x) * y + Special.SoftPlus(x - y) + Math.Tanh(x * y);

            [Lipschitz, Hessian]
            public static double Arcs(double x, double y) => Math.Asin(x) + Math.Atan2(y, x + 2.0) + Math.Acos(0.3 * y) * Math.Atan(y);

            [Lipschitz, Hessian]
            public static double Kinks(double x, double y) => Math.Max(x, y * y) + Math.Abs(x - y) - Math.Min(x * y, 0.5);

            [Lipschitz, Hessian]
            public static double Branches(double x, double y)
            {
                double penalty = x > 1.0 ? 2.0 * x - 1.0 : x * x;
                if (y > x)
                {
                    penalty += (y - x) * (y - x);
                }
                return penalty / (1.0 + y);
            }

            [Lipschitz, Hessian]
            public static double Days(double start, double rate)
            {
                double p = start;
                for (int day = 0; day < 4; day++)
                {
                    p = rate * p * (1.0 - p);
                }
                return p;
            }

            [Lipschitz, Hessian]
            public static double Waves(double x, double y) => Math.Sin(x * y) * Math.Cos(x) + Math.Log(y) * Math.Exp(-0.1 * x * x);

            [Lipschitz, Hessian]
            public static double Roots(double x, double y) => Math.Sqrt(x + y) + Math.Pow(x, 1.5) + Math.Cbrt(y) + Math.Pow(y, x) + Math.Sinh(x - y) / Math.Cosh(y);

            [Lipschitz, Hessian]
            public static double Normal(double x, double y) => Special.Erf(x) + Special.NormalCdf(x * 0.5) * Special.LogGamma(y) + Special.Digamma(y);
        }
        """;
}
