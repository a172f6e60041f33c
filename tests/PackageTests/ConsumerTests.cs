using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;
using Tests.Shared;

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
            "build/net10.0/Proxima.props",
            "buildTransitive/net10.0/Proxima.props",
            "build/net10.0/Proxima.targets",
            "buildTransitive/net10.0/Proxima.targets",
            "tools/net10.0/Proxima.Evolver.dll",
            "tools/net10.0/Proxima.Analyzers.dll",
            "tools/net10.0/Proxima.Evolver.runtimeconfig.json",
            "README.md",
            "icon.png",
        ];
        Assert.Empty(expected.Except(files));
        Assert.Equal(4, files.Count(static file => file.EndsWith(".dll") && !file.StartsWith("tools/")));
    }

    [Fact]
    public void The_readme_of_the_package_has_no_link_into_a_repository()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        using StreamReader reader = new(archive.GetEntry("README.md")!.Open());
        string readme = reader.ReadToEnd();
        Assert.StartsWith("# Proxima\n", readme.ReplaceLineEndings("\n"));
        Assert.DoesNotMatch(@"\]\((?!https?:)", readme);
    }

    [Fact]
    public void Packing_again_gives_the_same_bytes()
    {
        string feed = package.Pack("again");
        foreach (string file in Directory.EnumerateFiles(package.Feed))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(feed, Path.GetFileName(file))));
        }
        using ZipArchive symbols = ZipFile.OpenRead(Assert.Single(Directory.EnumerateFiles(feed, "*.snupkg")));
        Assert.Contains(symbols.Entries, static entry => entry.FullName == "lib/net10.0/Proxima.pdb");
    }

    [Fact]
    public void A_fresh_project_builds_without_warnings_runs_generated_code_and_has_the_report_that_it_asks_for()
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
        (int exitCode, string output) = Package.Run(folder, "run", "-c", "Release", "-p:ProximaReport=true", "-p:EmitCompilerGeneratedFiles=true");
        Assert.True(exitCode == 0, output);
        Assert.Contains("6004 -1000 2504 6004 -1000 6004", output);
        Assert.DoesNotContain("warning", output);

        // The link is there because the tool was told what this build was told, and the file because the build wrote it.
        string report = Path.Combine(folder, "bin", "Release", "net10.0", "Consumer.report.html"), page = File.ReadAllText(report);
        Assert.Contains("Model.Rosenbrock(double, double)", page);
        Assert.Contains("double RosenbrockGradient(double x, double y, out double dX, out double dY)", page);
        string link = Regex.Match(page, "href=\"([^\"]*\\.g\\.cs)\"").Groups[1].Value;
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(report)!, link)), link);
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

    [Fact]
    public void A_compiler_or_a_language_that_is_too_old_is_named_with_what_is_needed()
    {
        string folder = package.NewConsumer("old", "System.Console.WriteLine();");
        (int exitCode, string output) = Package.Run(folder, "build", "-p:CompilerApiVersion=roslyn4.8");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error PRX0090: Proxima needs the C# compiler Roslyn 4.14 or newer, and this build has Roslyn 4.8", output);
        (exitCode, output) = Package.Run(folder, "msbuild", "-t:ProximaCheckCompiler", "-p:LangVersion=11");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error PRX0091: Proxima writes C# 12, and this project's language is C# 11", output);
        Assert.DoesNotContain("error CS", output);
        Assert.Contains("\"Microsoft.CodeAnalysis.CSharp\" Version=\"4.14.", File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props")));
    }

    [Fact]
    public void An_older_framework_is_refused_by_name()
    {
        string folder = package.NewConsumer("older", "System.Console.WriteLine();", "net8.0");
        (int exitCode, string output) = Package.Run(folder, "restore");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("NU1202", output);
        Assert.Contains("net10.0", output);
    }
}
