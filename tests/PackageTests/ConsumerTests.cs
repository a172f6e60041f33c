using System.IO.Compression;
using System.Linq;

namespace PackageTests;

[Trait("Category", "Package")]
public sealed class ConsumerTests(Package package) : IClassFixture<Package>
{
    [Fact]
    public void The_package_holds_the_runtime_the_compiler_and_the_properties()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        string[] files = [.. archive.Entries.Select(static entry => entry.FullName)];
        string[] expected =
        [
            "lib/net10.0/Proxima.dll",
            "lib/net10.0/Proxima.xml",
            "analyzers/dotnet/cs/Proxima.Generator.dll",
            "analyzers/dotnet/cs/Proxima.Analyzers.dll",
            "analyzers/dotnet/cs/Proxima.CodeFixes.dll",
            "build/Proxima.props",
            "buildTransitive/Proxima.props",
            "build/Proxima.targets",
            "buildTransitive/Proxima.targets",
            "tools/net10.0/Proxima.Evolver.dll",
            "tools/net10.0/Proxima.Evolver.runtimeconfig.json",
            "README.md",
        ];
        Assert.Empty(expected.Except(files));
        Assert.Equal(4, files.Count(static file => file.EndsWith(".dll") && !file.StartsWith("tools/")));
    }

    [Fact]
    public void A_fresh_project_builds_without_warnings_and_runs_generated_code()
    {
        string folder = package.NewConsumer("runs", """
            using System;
            using Proxima;

            Model.RosenbrockGradient(3.0, 4.0, out double dX, out double dY);
            double[] results = new double[9], dXs = new double[9], dYs = new double[9];
            Model.RosenbrockGradientBatch(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 3 }, new double[] { 4, 4, 4, 4, 4, 4, 4, 4, 4 }, results, dXs, dYs);
            Console.WriteLine(FormattableString.Invariant($"{dX} {dY} {results[2]} {dXs[2]} {dYs[2]} {dXs[8]}"));

            /// <summary>A model.</summary>
            public static partial class Model
            {
                /// <summary>Rosenbrock's valley.</summary>
                /// <param name="x">The abscissa.</param>
                /// <param name="y">The ordinate.</param>
                /// <returns>The height.</returns>
                [Gradient, Batch]
                public static double Rosenbrock(double x, double y) => 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
            }
            """);
        (int exitCode, string output) = Package.Run(folder, "run", "-c", "Release");
        Assert.True(exitCode == 0, output);
        Assert.Contains("6004 -1000 2504 6004 -1000 6004", output);
        Assert.DoesNotContain("warning", output);
    }

    [Fact]
    public void The_analyzers_of_the_package_report_a_type_that_is_not_partial()
    {
        string folder = package.NewConsumer("refused", """
            using Proxima;

            System.Console.WriteLine(Model.Square(2));

            /// <summary>A model.</summary>
            public static class Model
            {
                /// <summary>A parabola.</summary>
                /// <param name="x">The abscissa.</param>
                /// <returns>The height.</returns>
                [Gradient]
                public static double Square(double x) => x * x;
            }
            """);
        (int exitCode, string output) = Package.Run(folder, "build");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error PRX0001", output);
    }
}
