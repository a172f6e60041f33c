using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using Tests.Shared;

namespace PackageTests;

/// <summary>The package, packed once into a folder feed of its own; removed with everything else when the tests are over.</summary>
public sealed class Package : IDisposable
{
    public const string Version = "0.0.0-test";

    public Package()
    {
        Folder = Directory.CreateTempSubdirectory("proxima-package-").FullName;
        Pack("feed");
    }

    public string Folder { get; }

    public string Feed => Path.Combine(Folder, "feed");

    public string File => Path.Combine(Feed, $"Proxima.{Version}.nupkg");

    /// <summary>Packs into a folder of that name, which it gives.</summary>
    public string Pack(string name)
    {
        string feed = Path.Combine(Folder, name);
        (int exitCode, string output) = Run(
            Repository.Root, "pack", Path.Combine("runtime", "Runtime.csproj"), "--no-build", "-c", Metadata("Configuration"), "-o", feed, $"-p:PackageVersion={Version}");
        Assert.True(exitCode == 0, output);
        return feed;
    }

    /// <summary>
    /// Writes a fresh project that uses the package. The package itself is unpacked into a folder of this run, so that no earlier one is taken for it;
    /// everything else comes from the machine's package folder or its configured sources.
    /// </summary>
    public string NewConsumer(string name, string program, string framework = "net10.0")
    {
        string folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        System.IO.File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{framework}</TargetFramework>
                <Nullable>enable</Nullable>
                <LangVersion>12</LangVersion>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>{Path.Combine(Folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{Metadata("PackageFolder")}</RestoreFallbackFolders>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Proxima" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);
        System.IO.File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }

    /// <summary>Runs the SDK in a folder; gives its exit code and all it said.</summary>
    public static (int ExitCode, string Output) Run(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string inherited in start.Environment.Keys.Where(static key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited); // the test host's own build must not lead the new one
        }
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal static string Metadata(string key) =>
        typeof(Package).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
