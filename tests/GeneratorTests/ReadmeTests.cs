using System;
using System.IO;
using System.Linq;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>The README shows what the generator writes today, and what was measured last.</summary>
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

    [Fact]
    public void The_times_in_the_readme_are_measured_ones()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        string[] measured = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Benchmarks", "results", "quick.md"));
        string[] lines = readme[readme.IndexOf("## Speed", StringComparison.Ordinal)..].Split('\n');
        string[] rows = [.. lines.TakeWhile(static line => !line.StartsWith("## Samples", StringComparison.Ordinal)).Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];

        Assert.NotEmpty(rows);
        // A row of the results begins with the same four cells.
        Assert.Equal([], rows.Where(row => !measured.Any(line => line.StartsWith(row, StringComparison.Ordinal))));
    }
}
