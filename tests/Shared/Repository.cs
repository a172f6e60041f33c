using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Tests.Shared;

/// <summary>The folders of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>Hand-written C# files below a folder: no build output, no generated code, no snapshots.</summary>
    public static IEnumerable<string> Sources(string folder = "") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj" or "generated" or ".git"))
            .Where(static file => !file.EndsWith(".verified.cs") && !file.EndsWith(".received.cs"));

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
