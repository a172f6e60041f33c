using System;
using System.IO;
using Microsoft.CodeAnalysis.CSharp;
using Proxima.Evolver.Project;
using Proxima.Evolver.Reports;
using Tests.Shared;

namespace GeneratorTests.Reports;

/// <summary>A project with something of everything a report is about, in a folder of its own that goes with it.</summary>
internal sealed class SampleProject : IDisposable
{
    private const string Text = """
        using System;
        using Proxima;

        namespace Sample;

        /// <summary>Models.</summary>
        public static partial class Models
        {
            /// <summary>A product: 2 operations.</summary>
            [Gradient, Hessian]
            public static double Product(double x, double y) => x * y * y;

            /// <summary>Records one number per step, and has a kink.</summary>
            [Gradient]
            public static double Growth(double p, ReadOnlySpan<double> rates)
            {
                for (int t = 0; t < rates.Length; t++)
                {
                    p += rates[t] * Math.Abs(Math.Sin(p)) * p;
                }
                return p;
            }

            /// <summary>Its slope is at most 2 · 3, which is reached.</summary>
            [Lipschitz, Monotone(nameof(x), Direction.Increasing)]
            public static double Parabola([Domain(1, 3)] double x) => x * x;

            [Surrogate]
            public static double Score(double income, double debt) => 1 / (1 + Math.Exp(debt - 2 * income));

            [Approximate(-1, 1, MaxError = 1e-4)]
            public static float Wave(float x) => MathF.Sin(3 * x) * MathF.Exp(x);

            [Approximate(MaxError = 1e-3)]
            public static double Hill([Domain(-1, 1)] double x, [Domain(0, 1)] double y) => Math.Exp(-x * x) * y;

            [Tabulate(0, 3, MaxError = 1e-4)]
            public static double Root(double y)
            {
                double x = 1;
                for (int i = 0; i < 20; i++)
                {
                    x -= (x * x * x + x - y) / (3 * x * x + 1);
                }
                return x;
            }

            /// <summary>What it records is said where it is recorded, in the method that it calls.</summary>
            [Gradient]
            public static double Grown(double p, ReadOnlySpan<double> rates) => Growth(p * p, rates);

            [Gradient]
            public static double Refused(double x) => Math.IEEERemainder(x, 2);
        }

        """;

    public SampleProject(bool emitsFiles = false)
    {
        Folder = Directory.CreateTempSubdirectory("proxima-report-").FullName;
        string file = Path.Combine(Folder, "Models & more.cs");
        File.WriteAllText(file, Text);
        CSharpCompilation compilation = Compile.Source("").RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(Text, Compile.Latest, file));
        string? generated = emitsFiles ? Path.Combine(Folder, "generated files") : null;
        Models = ProjectReader.Read(new("Sample", Folder, compilation, [], new ProjectOptions([]), generated));
        if (emitsFiles)
        {
            string folder = Directory.CreateDirectory(Path.Combine(generated!, "Proxima.Generator", "Proxima.Generator.ProximaGenerator")).FullName;
            foreach ((string hint, string text) in Compile.Run(Text).Sources)
            {
                File.WriteAllText(Path.Combine(folder, hint), text);
            }
        }
        Report = Report.Of(Models, Folder);
        Html = Report.Html();
    }

    public string Folder { get; }

    public ProjectModels Models { get; }

    public Report Report { get; }

    public string Html { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
