using System.IO;
using System.Linq;
using Tests.Shared;

namespace CompilerTests;

/// <summary>Laws of the repository itself.</summary>
public sealed class RepositoryTests
{
    [Theory]
    [InlineData("Ir")]
    [InlineData("Numerics")]
    [InlineData("Primitives")]
    [InlineData("Passes")]
    [InlineData("Transforms")]
    [InlineData("Approximation")]
    [InlineData("Backend")]
    public void The_compiler_behind_the_front_end_knows_no_Roslyn(string folder)
    {
        string[] files = [.. Repository.Sources(Path.Combine("generator", folder))];
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, static file => File.ReadAllText(file).Contains("Microsoft.CodeAnalysis"));
    }

    [Fact]
    public void No_hand_written_file_has_more_than_400_lines()
    {
        string[] tooLong = [.. Repository.Sources().Where(static file => File.ReadLines(file).Count() > 400).Select(static file => Path.GetRelativePath(Repository.Root, file))];
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_project_belongs_to_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "Generator.sln")).Replace('\\', '/');
        string[] projects =
        [
            .. Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
                .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Where(static file => !file.Contains("/obj/") && !file.Contains("/bin/")),
        ];
        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Contains($"\"{project}\"", solution));
    }
}
