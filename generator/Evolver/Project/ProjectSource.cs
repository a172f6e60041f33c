using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Proxima.Generator.Frontend;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Project;

/// <summary>
/// The approximations that a project asks for, read by the generator's own reader from what the compiler would be given: MSBuild is asked for the compiler's command
/// line, so that there is no second reading of project files and no text of models to parse.
/// </summary>
internal static class ProjectSource
{
    /// <summary>The requests of a project's <c>[Approximate]</c> methods.</summary>
    /// <param name="properties">Further arguments for MSBuild: <c>-p:Configuration=Release</c>.</param>
    /// <exception cref="InvalidDataException">The project cannot be evaluated.</exception>
    public static List<Request> Read(string project, IEnumerable<string> properties)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(project))!;
        CSharpCommandLineArguments arguments = CSharpCommandLineParser.Default.Parse(CommandLine(project, properties), folder, sdkDirectory: null);
        CSharpParseOptions options = arguments.ParseOptions;
        SyntaxTree[] trees = [.. arguments.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file.Path)), options, file.Path))];
        MetadataReference[] references = [.. arguments.MetadataReferences.Select(static r => MetadataReference.CreateFromFile(r.Reference, r.Properties))];
        CSharpCompilation compilation = CSharpCompilation.Create(arguments.CompilationName ?? "Project", trees, references, arguments.CompilationOptions);
        return [.. trees.SelectMany(tree => Read(compilation.GetSemanticModel(tree)))];
    }

    private static IEnumerable<Request> Read(SemanticModel model)
    {
        foreach (MethodDeclarationSyntax syntax in model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => m.AttributeLists.Count > 0))
        {
            if (model.GetDeclaredSymbol(syntax) is { } method
                && method.GetAttributes().Any(static a => a.AttributeClass?.ToDisplayString() == "Proxima.ApproximateAttribute")
                && RequestReader.Read(method, syntax, model, new SilentSink(), default) is { Approximation: not null } request)
            {
                yield return request;
            }
        }
    }

    private static string[] CommandLine(string project, IEnumerable<string> properties)
    {
        string[] fixedArguments =
        [
            "msbuild", project, "-nologo", "-t:Compile", "-getItem:CscCommandLineArgs", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-p:ProximaEvolve=false", "-p:NonExistentFile=none", "-p:BuildProjectReferences=false",
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
}
