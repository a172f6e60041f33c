using System;
using System.IO;
using System.Text.Json;

namespace Samples.Explained;

/// <summary>Writes models that were exported from training as C#, which the compiler then reads like any other.</summary>
public static class Import
{
    /// <summary>JSON in, C# out: <c>Trees</c> of <c>models/Trees.json</c> becomes <c>Imported/Trees.cs</c>.</summary>
    public static void Run(string from, string to, string space)
    {
        string name = Path.GetFileNameWithoutExtension(to), origin = Path.GetFileName(from);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(from));
        string source = document.RootElement.GetProperty("kind").GetString() switch
        {
            "net" => ImportedNet.Write(document.RootElement, space, name, origin),
            "trees" => ImportedTrees.Write(document.RootElement, space, name, origin),
            var kind => throw new NotSupportedException($"'{origin}' is of the kind '{kind}', not of the kinds 'net' and 'trees'."),
        };
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
        File.WriteAllText(to, source);
        Console.WriteLine($"{from} -> {to}");
    }
}
