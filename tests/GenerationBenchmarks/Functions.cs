using System;
using System.Globalization;
using System.Linq;
using Benchmarks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerationBenchmarks;

/// <summary>Approximations, each found anew several times, because its interval is a little another.</summary>
internal static class Functions
{
    private const int Times = 5;

    private static readonly (string Name, string Attribute, string Method)[] s_all =
    [
        ("exp, 1 ulp", "[Approximate(-80, {0}, Ulps = 1)]", "float F(float x) => MathF.Exp(x);"),
        ("exp, 1e-5", "[Approximate(-80, {0}, RelativeError = 1e-5)]", "float F(float x) => MathF.Exp(x);"),
        ("log, 2 ulp", "[Approximate(1e-3, {0}, Ulps = 2)]", "float F(float x) => MathF.Log(x);"),
        ("sin, 2.4 ulp", "[Approximate(-80, {0}, Ulps = 2.4)]", "float F(float x) => MathF.Sin(x);"),
        ("tanh, 4.5 ulp", "[Approximate(-8, {1}, Ulps = 4.5)]", "float F(float x) => MathF.Tanh(x);"),
        ("sigmoid, 5 ulp", "[Approximate(-20, {1}, Ulps = 5)]", "float F(float x) => 1 / (1 + MathF.Exp(-x));"),
        ("sigmoid, 1e-5", "[Approximate(-10, {1}, MaxError = 1e-5)]", "float F(float x) => 1 / (1 + MathF.Exp(-x));"),
        ("erf, 1e-6", "[Approximate(-4, {1}, MaxError = 1e-6)]", "float F(float x) => (float)Special.Erf(x);"),
        ("e^(sin x)·x, 2e-5", "[Approximate(-1, {2}, MaxError = 2e-5)]", "float F(float x) => MathF.Exp(MathF.Sin(x)) * x;"),
        ("bell, 1e-12, double", "[Approximate(-3, {1}, MaxError = 1e-12)]", "double F(double x) => Math.Exp(-x * x);"),
        ("exp, 1.5 ulp, double", "[Approximate(-80, {0}, Ulps = 1.5)]", "double F(double x) => Math.Exp(x);"),
        ("sin, 2.4 ulp, double", "[Approximate(-80, {0}, Ulps = 2.4)]", "double F(double x) => Math.Sin(x);"),
        ("x·e^(−y²), 1e-6, double", "[Approximate(MaxError = 1e-6)]", "double F([Domain(-1, {2})] double x, [Domain(-1, 1)] double y) => x * Math.Exp(-y * y);"),
        ("√(1 + x² + y²), 1e-6", "[Approximate(MaxError = 1e-6)]", "float F([Domain(-1, {2})] float x, [Domain(0, 1)] float y) => MathF.Sqrt(1 + x * x + y * y);"),
        ("(ln x)/y + y/2, 1e-4, double", "[Approximate(MaxError = 1e-4)]", "double F([Domain(0.8, {2})] double x, [Domain(0.2, 0.5)] double y) => Math.Log(x) / y + 0.5 * y;"),
        ("e^(−x·z)·cos(x + y), 1e-4", "[Approximate(MaxError = 1e-4)]", "float F([Domain(0, {2})] float x, [Domain(-0.5, 0.5)] float y, [Domain(0.25, 1)] float z) => MathF.Exp(-x * z) * MathF.Cos(x + y);"),
    ];

    public static void Print()
    {
        Console.WriteLine("| function | median, ms | least, ms | most, ms |");
        Console.WriteLine("|---|---|---|---|");
        foreach ((string _, string attribute, string method) in s_all)
        {
            for (int i = 0; i < 3; i++)
            {
                Run(attribute, method, 0.9 + (0.001 * i)); // the JIT has done its work
            }
        }
        foreach ((string name, string attribute, string method) in s_all)
        {
            double[] times = [.. Enumerable.Range(0, Times).Select(i => Run(attribute, method, 1 + (0.001 * i))).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[Times / 2]:F0} | {times[0]:F0} | {times[^1]:F0} |"));
        }
    }

    /// <param name="end">About 1: by how much intervals are stretched.</param>
    private static double Run(string attribute, string method, double end)
    {
        string source = "using System;\nusing Proxima;\n\npublic static partial class Models\n{\n    " + string.Format(CultureInfo.InvariantCulture, attribute + "\n    public static " + method, 80 * end, 10 * end, end) + "\n}\n";
        CSharpCompilation compilation = Compilations.Of([Compilations.Parse("Models.cs", source)]);
        GeneratorDriver driver = Compilations.Driver();
        double start = ThreadClock.Seconds();
        int files = driver.RunGenerators(compilation).GetRunResult().GeneratedTrees.Length;
        double time = (ThreadClock.Seconds() - start) * 1000;
        return files > 0 ? time : throw new InvalidOperationException("nothing was generated for " + attribute + " " + method);
    }
}
