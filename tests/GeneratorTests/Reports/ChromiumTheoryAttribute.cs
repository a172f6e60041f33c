using System;
using System.IO;
using System.Linq;

namespace GeneratorTests.Reports;

/// <summary>A theory that needs Chromium: the program that <c>PROXIMA_CHROMIUM</c> names, or one on the path. Where there is none it is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    public ChromiumTheoryAttribute()
    {
        if (Browser is null)
        {
            Skip = "skipped: no Chromium: PROXIMA_CHROMIUM names none, and none of " + string.Join(", ", s_names) + " is on the path";
        }
    }

    public static string? Browser { get; } = Environment.GetEnvironmentVariable("PROXIMA_CHROMIUM") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(static folder => s_names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
