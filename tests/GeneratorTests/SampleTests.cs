using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>The generated code that lies beside the samples, to be read, is what the generator writes today.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples")).Select(static folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Generated_code_beside_a_sample_is_current(string sample)
    {
        string folder = Path.Combine(Repository.Root, "samples", sample);
        CSharpCompilation compilation = Compile.Source("")
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(Repository.Sources(Path.Combine("samples", sample)).Order().Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Compile.Latest, file)));
        GeneratorRunResult result = Compile.Driver().RunGenerators(compilation).GetRunResult().Results.Single();

        string[] committed = [.. Directory.EnumerateFiles(Path.Combine(folder, "generated"), "*.cs", SearchOption.AllDirectories)];
        Assert.NotEmpty(result.GeneratedSources);
        Assert.Equal(result.GeneratedSources.Select(static file => file.HintName).Order(), committed.Select(static file => Path.GetFileName(file)).Order());
        foreach (GeneratedSourceResult file in result.GeneratedSources)
        {
            string text = File.ReadAllText(committed.Single(path => Path.GetFileName(path) == file.HintName));
            Assert.Equal(text.ReplaceLineEndings("\n"), file.SourceText.ToString());
        }
    }
}
