using System;
using System.IO;

namespace NumericTests;

/// <summary>Finds the reference files outside the repository.</summary>
internal static class SharedData
{
    /// <summary>The full path of a folder such as <c>data/adbench</c>, or null.</summary>
    public static string? Find(string folder)
    {
        string? named = Environment.GetEnvironmentVariable("PROXIMA_SHARED");
        if (!string.IsNullOrEmpty(named))
        {
            return Existing(Path.Combine(named, folder));
        }
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "global.json")))
        {
            directory = directory.Parent;
        }
        return directory?.Parent is { } parent ? Existing(Path.Combine(parent.FullName, "shared", folder)) : null;
    }

    private static string? Existing(string path) => Directory.Exists(path) ? path : null;
}
