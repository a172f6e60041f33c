using System;
using System.IO;
using System.Linq;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>The README shows what the generator writes today.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_generated_output_in_the_readme_is_the_snapshot()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        int start = readme.IndexOf("public static double FinalGradient(", StringComparison.Ordinal);
        string shown = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
        string snapshot = File.ReadAllText(Path.Combine(
            Repository.Root, "tests", "GeneratorTests", "Snapshots", "GeneratedTextTests.Text_is_as_reviewed.Recurrence.verified.cs")).ReplaceLineEndings("\n");

        string indented = string.Concat(shown.Split('\n').Where(static (line, i) => line.Length > 0 || i > 0).Select(static line => (line.Length > 0 ? "    " + line : "") + "\n"));

        Assert.Contains(indented.TrimEnd(), snapshot, StringComparison.Ordinal);
    }
}
