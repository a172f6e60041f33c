using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Proxima.Evolver.Project;

/// <summary>
/// What the compiler is given for a project, and nothing else: MSBuild says the compiler's command line, so that there is no second reading of project files.
/// </summary>
/// <param name="Name">The project's assembly.</param>
/// <param name="Folder">The project's folder, full.</param>
/// <param name="Compilation">The sources, before any generator.</param>
/// <param name="AdditionalFiles">Lock files among them.</param>
/// <param name="Options">What <c>.editorconfig</c> says.</param>
/// <param name="GeneratedFolder">Where the compiler writes generated files; null where it does not.</param>
internal sealed record CompilerCall(
    string Name, string Folder, CSharpCompilation Compilation, ImmutableArray<AdditionalText> AdditionalFiles, ProjectOptions Options, string? GeneratedFolder)
{
    /// <param name="project">The project file.</param>
    /// <param name="properties">Further arguments for MSBuild: <c>-p:Configuration=Release</c>.</param>
    /// <exception cref="InvalidDataException">The project cannot be evaluated.</exception>
    public static CompilerCall OfProject(string project, IEnumerable<string> properties) => Of(CommandLine(project, properties), project);

    /// <param name="commandLine">The arguments of the compiler.</param>
    /// <param name="project">The project file, from whose folder relative paths start.</param>
    public static CompilerCall Of(IEnumerable<string> commandLine, string project)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(project))!;
        CSharpCommandLineArguments arguments = CSharpCommandLineParser.Default.Parse(commandLine, folder, sdkDirectory: null);
        CSharpParseOptions parsing = arguments.ParseOptions;
        SyntaxTree[] trees = [.. arguments.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file.Path)), parsing, file.Path))];
        MetadataReference[] references = [.. arguments.MetadataReferences.Select(static r => MetadataReference.CreateFromFile(r.Reference, r.Properties))];
        ProjectOptions options = new(arguments.AnalyzerConfigPaths.Select(static path => AnalyzerConfig.Parse(File.ReadAllText(path), path)));
        CSharpCompilation compilation = CSharpCompilation.Create(arguments.CompilationName ?? "Project", trees, references, arguments.CompilationOptions.WithSyntaxTreeOptionsProvider(options.Severities));
        return new(
            compilation.AssemblyName!, folder, compilation, [.. arguments.AdditionalFiles.Where(static file => File.Exists(file.Path)).Select(static file => new FileText(file.Path))], options, arguments.GeneratedFilesOutputDirectory);
    }

    private static IEnumerable<string> CommandLine(string project, IEnumerable<string> properties)
    {
        string[] fixedArguments =
        [
            "msbuild", project, "-nologo", "-t:Compile", "-getItem:CscCommandLineArgs", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-p:ProximaEvolve=false", "-p:ProximaReport=false", "-p:NonExistentFile=none", "-p:BuildProjectReferences=false",
        ];
        ProcessStartInfo start = new("dotnet", fixedArguments.Concat(properties)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string inherited in start.Environment.Keys.Where(static key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited); // a build that runs this must not lead the one that it asks
        }
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || !output.TrimStart().StartsWith('{'))
        {
            throw new InvalidDataException("the project cannot be evaluated; does it build?\n" + output);
        }
        using JsonDocument document = JsonDocument.Parse(output);
        return [.. document.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!)];
    }

    private sealed class FileText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(System.Threading.CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }
}
