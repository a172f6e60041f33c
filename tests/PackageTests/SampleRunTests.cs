using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Tests.Shared;

namespace PackageTests;

/// <summary>Every sample runs, says what <c>samples/README.md</c> shows of it, and draws the pictures that lie beside it.</summary>
[Trait("Category", "Samples")]
public sealed partial class SampleRunTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "samples");

    public static TheoryData<string> Samples => [.. Directory.EnumerateDirectories(s_folder).Select(static folder => Path.GetFileName(folder)).Order()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_says_and_draws_what_is_committed(string sample)
    {
        string folder = Directory.CreateTempSubdirectory("proxima-sample-").FullName;
        try
        {
            (int exitCode, string output) = Package.Run(folder, Path.Combine(s_folder, sample, "bin", Package.Metadata("Configuration"), "net10.0", sample + ".dll"));
            Assert.True(exitCode == 0, output);

            HashSet<string> said = [.. Lines(output)];
            Assert.Equal([], Shown(sample).Except(said));

            string[] pictures = [.. Directory.EnumerateFiles(Path.Combine(s_folder, sample), "*.svg")];
            Assert.NotEmpty(pictures);
            foreach (string picture in pictures)
            {
                Assert.Equal(File.ReadAllText(picture).ReplaceLineEndings("\n"), File.ReadAllText(Path.Combine(folder, Path.GetFileName(picture))));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The lines of the block of text below the sample's heading.</summary>
    private static string[] Shown(string sample)
    {
        string[] lines = Lines(File.ReadAllText(Path.Combine(s_folder, "README.md")));
        int heading = Array.IndexOf(lines, "## " + sample);
        Assert.True(heading >= 0, $"samples/README.md has no heading '{sample}'.");
        int start = Array.IndexOf(lines, "```text", heading) + 1, end = Array.IndexOf(lines, "```", start);
        Assert.True(start > 0 && end > start && !lines[(heading + 1)..start].Any(static line => line.StartsWith("## ", StringComparison.Ordinal)), $"samples/README.md shows nothing of '{sample}'.");
        return lines[start..end];
    }

    /// <summary>What rounding leaves differs from machine to machine; each sample holds it to a bound itself, in its exit code.</summary>
    private static string[] Lines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(static line => RoundingError().Replace(line, "ε").TrimEnd())];

    [GeneratedRegex(@"\d\.\de-\d\d")]
    private static partial Regex RoundingError();
}
