using System;
using System.IO;

namespace NumericTests;

/// <summary>
/// A theory over the large reference files that are kept outside the repository: in the folder <c>PROXIMA_SHARED</c> names, or in
/// <c>../shared</c> beside the repository. Where they are absent the test is reported as skipped, with what was looked for.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string folder)
    {
        if (SharedData.Find(folder) is null)
        {
            Skip = "skipped: no folder '" + folder + "' under PROXIMA_SHARED or ../shared beside the repository";
        }
    }
}

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
