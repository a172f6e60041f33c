using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Tests.Shared;

namespace GeneratorTests.Documents;

/// <summary>Every link in a document leads somewhere, and every block of C# compiles, with the code of the same document before it where it needs that.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. Files()];

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(static file => !file.Split('/').Any(static part => part is "bin" or "obj" or ".git") && !file.EndsWith(".received.md", StringComparison.Ordinal))
        .Order();

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_lead_somewhere(string document)
    {
        string path = Path.Combine(Repository.Root, document), text = File.ReadAllText(path).ReplaceLineEndings("\n");
        List<string> broken = [];
        foreach (string link in Link().Matches(Block().Replace(text, "")).Select(static m => m.Groups["target"].Value).Where(static l => !l.Contains("://", StringComparison.Ordinal)))
        {
            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, parts[0]);
            if (!File.Exists(target) && !Directory.Exists(target))
            {
                broken.Add(link);
            }
            else if (parts.Length > 1 && target.EndsWith(".md", StringComparison.Ordinal) && !Anchors(File.ReadAllText(target)).Contains(parts[1]))
            {
                broken.Add(link);
            }
        }
        Assert.Empty(broken);
    }

    /// <summary>The pages of the diagnostics are left to <see cref="DiagnosticExampleTests"/>.</summary>
    public static TheoryData<string> WithCode => [.. Files().Where(static file => !file.StartsWith("analyzers/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(WithCode))]
    public void Blocks_of_code_compile(string document)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, document)).ReplaceLineEndings("\n");
        List<string> before = [];
        foreach (string block in Block().Matches(text).Where(static m => m.Groups["language"].Value == "csharp").Select(static m => m.Groups["code"].Value))
        {
            string[] forms = [.. Forms(block)];
            string? compiles = forms.FirstOrDefault(form => Errors([form]).Length == 0) ?? forms.FirstOrDefault(form => Errors([.. before, form]).Length == 0);
            Assert.True(compiles is not null, block + "\n" + string.Join("\n", Errors([.. before, forms[0]])));
            if (forms[0] == compiles)
            {
                before.Add(compiles);
            }
        }
    }

    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Numerics;
        global using System.Numerics.Tensors;
        global using System.Runtime.InteropServices;
        global using System.Threading.Tasks;
        global using Proxima;
        """;

    /// <summary>A file as it is; members of a type; statements of a method.</summary>
    private static IEnumerable<string> Forms(string block)
    {
        yield return block;
        yield return "public static partial class Members\n{\n" + block + "\n}\n";
        yield return "public static class Statements\n{\npublic static void Run()\n{\n" + block + "\n}\n}\n";
    }

    private static string[] Errors(IReadOnlyList<string> files)
    {
        CSharpCompilation source = Compile.Source(Usings).AddSyntaxTrees(files.Select(static (file, i) => CSharpSyntaxTree.ParseText(file, Compile.Latest, "Block" + i + ".cs")));
        source = source.WithOptions(source.Options.WithOutputKind(files.Any(static f => IsProgram(f)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
        if (source.SyntaxTrees.Any(static tree => tree.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error)))
        {
            return ["it cannot be parsed"];
        }
        Compile.Driver().RunGeneratorsAndUpdateCompilation(source, out Compilation output, out _);
        return [.. output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString())];
    }

    private static bool IsProgram(string file) => CSharpSyntaxTree.ParseText(file, Compile.Latest).GetCompilationUnitRoot().Members.Any(static m => m is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax);

    /// <summary>As the usual hosts make them of headings.</summary>
    private static HashSet<string> Anchors(string text) =>
        [.. Heading().Matches(text.ReplaceLineEndings("\n")).Select(static m => NoLetter().Replace(m.Groups["title"].Value.ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("```(?<language>\\w*)\\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoLetter();
}
