using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Benchmarks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerationBenchmarks;

/// <summary>Projects of many models: opened, left alone, edited beside the models, and edited in one of them, time after time.</summary>
internal static class Projects
{
    private const int Edits = 21, PerFile = 10;

    public static void Print(int[] sizes)
    {
        for (int i = 0; i < 3; i++)
        {
            Row(100, 0.25 + i); // the JIT's work on the generator is done
        }
        Console.WriteLine("| models | opened, ms | nothing new, ms | another file edited, ms | one model edited, ms | memory, MB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (int size in sizes)
        {
            Console.WriteLine(Row(size, 10));
        }
    }

    /// <param name="start">Where constants start, so that no project finds what another one compiled.</param>
    private static string Row(int models, double start)
    {
        List<(string Path, string Text)> files = Files(models, start);
        CSharpCompilation compilation = Compilation(files);
        long before = GC.GetTotalMemory(true);
        (GeneratorDriver driver, double opened) = Run(Compilations.Driver(), compilation);
        double memory = (GC.GetTotalMemory(true) - before) / 1e6;
        double again = Median(_ =>
        {
            (driver, double time) = Run(driver, compilation);
            return time;
        });
        double beside = Median(i =>
        {
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(static t => t.FilePath == "Other.cs"), Compilations.Parse("Other.cs", Other(i + 1)));
            (driver, double time) = Run(driver, compilation);
            return time;
        });
        double inside = Median(i =>
        {
            (string path, string text) = files[i % files.Count];
            int at = text.IndexOf("1.0", StringComparison.Ordinal); // in the file's first model
            string edited = text[..at] + FormattableString.Invariant($"1.{i + 1}") + text[(at + 3)..];
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(t => t.FilePath == path), Compilations.Parse(path, edited));
            (driver, double time) = Run(driver, compilation);
            return time;
        });
        return string.Create(CultureInfo.InvariantCulture, $"| {models} | {opened:F0} | {again:F1} | {beside:F1} | {inside:F1} | {memory:F0} |");
    }

    private static double Median(Func<int, double> measure) => Enumerable.Range(0, Edits).Select(measure).Order().ElementAt(Edits / 2);

    private static (GeneratorDriver Driver, double Milliseconds) Run(GeneratorDriver driver, CSharpCompilation compilation)
    {
        double start = ThreadClock.Seconds();
        driver = driver.RunGenerators(compilation);
        return (driver, (ThreadClock.Seconds() - start) * 1000);
    }

    private static CSharpCompilation Compilation(List<(string Path, string Text)> files) =>
        Compilations.Of(files.Append(("Other.cs", Other(0))).Select(static f => Compilations.Parse(f.Item1, f.Item2)));

    private static string Other(int edit) => FormattableString.Invariant($"public static class Other {{ public static int Edit => {edit}; }}");

    /// <summary>Ten models a file, no two alike: a formula, a loop over an array, a rolled simulation, a batch, an enclosure.</summary>
    /// <param name="start">Where constants start, so that no project finds what another one compiled.</param>
    private static List<(string Path, string Text)> Files(int models, double start)
    {
        List<(string Path, string Text)> files = [];
        for (int first = 0; first < models; first += PerFile)
        {
            StringBuilder text = new(FormattableString.Invariant($"using System;\nusing Proxima;\n\npublic static partial class Models{first}\n{{\n"));
            for (int i = first; i < Math.Min(models, first + PerFile); i++)
            {
                string c = (start + (0.001 * (i + 1))).ToString("R", CultureInfo.InvariantCulture);
                text.Append(Model(i, c));
            }
            text.Append("}\n");
            files.Add((FormattableString.Invariant($"Models{first}.cs"), text.ToString()));
        }
        return files;
    }

    private static string Model(int i, string c) => (i % 5) switch
    {
        0 => $$"""
                [Gradient]
                public static double Score{{i}}(double income, double debt, double age) => 1.0 / (1 + Math.Exp(-({{c}} * income - 1.3 * debt + 0.02 * age * Math.Sqrt(income))));

            """,
        1 => $$"""
                [Gradient]
                public static double Loss{{i}}(ReadOnlySpan<double> x, ReadOnlySpan<double> w)
                {
                    double sum = 0;
                    for (int k = 0; k < x.Length; k++)
                    {
                        double r = {{c}} * x[k] - Math.Tanh(w[k]) * 1.0;
                        sum += r * r;
                    }
                    return sum;
                }

            """,
        2 => $$"""
                [Gradient]
                public static double Simulated{{i}}(double position, double velocity, double stiffness)
                {
                    for (int k = 0; k < 100; k++)
                    {
                        velocity -= 0.01 * (stiffness * position + {{c}} * velocity * 1.0);
                        position += 0.01 * velocity;
                    }
                    return position * position;
                }

            """,
        3 => $$"""
                [Gradient, Batch]
                public static double Price{{i}}(double spot, double strike, double volatility) => spot * Math.Exp(-{{c}} * volatility) * 1.0 - strike * Math.Log(1 + volatility * volatility);

            """,
        _ => $$"""
                [Lipschitz]
                public static double Wave{{i}}([Domain(0, 1)] double x, [Domain(0, 1)] double y) => Math.Sin({{c}} * x) * y + x * y * 1.0;

            """,
    };
}
