using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Diagnostics;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>Each diagnostic has its page, its line in the release files and a link.</summary>
public sealed class DiagnosticPageTests
{
    private static readonly string Analyzers = Path.Combine(Repository.Root, "analyzers");

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(static descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_page_that_its_help_link_names(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Find(id);
        string page = File.ReadAllText(Path.Combine(Analyzers, "docs", id + ".md"));
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page.ReplaceLineEndings("\n"));
        Assert.EndsWith($"analyzers/docs/{id}.md", descriptor.HelpLinkUri);
    }

    [Fact]
    public void Ids_are_unique_and_pages_have_ids()
    {
        string[] ids = [.. Descriptors.All.Select(static descriptor => descriptor.Id)];
        Assert.Equal(ids.Distinct(), ids);
        string targets = File.ReadAllText(Path.Combine(Repository.Root, "runtime", "build", "Proxima.targets"));
        string[] all = [.. ids, .. Regex.Matches(targets, "Code=\"(PRX[0-9]+)\"").Select(static match => match.Groups[1].Value)];
        Assert.Equal(all.Order(), Directory.EnumerateFiles(Path.Combine(Analyzers, "docs"), "PRX*.md").Select(static file => Path.GetFileNameWithoutExtension(file)).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_is_in_the_release_files(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Find(id);
        string releases = File.ReadAllText(Path.Combine(Analyzers, "Analyzers", "AnalyzerReleases.Shipped.md"))
            + File.ReadAllText(Path.Combine(Analyzers, "Analyzers", "AnalyzerReleases.Unshipped.md"));
        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", releases);
    }
}
