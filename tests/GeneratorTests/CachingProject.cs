using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Proxima.Generator.Pipeline;
using Tests.Shared;

namespace GeneratorTests;

/// <summary>A project in an editor: its files and the driver that has seen them. Every edit is a new project.</summary>
internal sealed class CachingProject
{
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorDriver _driver;

    private CachingProject(CSharpCompilation compilation, GeneratorDriver driver)
    {
        _compilation = compilation;
        _driver = driver.RunGenerators(compilation);
    }

    public static CachingProject Open(params (string Path, string Source)[] files) =>
        new(Compile.Source("").RemoveAllSyntaxTrees().AddSyntaxTrees(files.Select(static file => Parse(file.Path, file.Source))), Compile.Driver());

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Replaces the only occurrence of a text in a file.</summary>
    public CachingProject Edit(string path, string before, string after)
    {
        SyntaxTree tree = _compilation.SyntaxTrees.Single(file => file.FilePath == path);
        string source = tree.ToString();
        Assert.Equal(2, source.Split(before).Length);
        return new(_compilation.ReplaceSyntaxTree(tree, Parse(path, source.Replace(before, after))), _driver);
    }

    public CachingProject Add(string path, string source) => new(_compilation.AddSyntaxTrees(Parse(path, source)), _driver);

    public CachingProject Remove(string path) => new(_compilation.RemoveSyntaxTrees(_compilation.SyntaxTrees.Single(file => file.FilePath == path)), _driver);

    /// <summary>Why each step ran, by the name of the model's method.</summary>
    public ImmutableSortedDictionary<string, CachingReasons> Reasons
    {
        get
        {
            (string Hint, CachingReasons Reasons)[] compiled =
            [
                .. StepNames.AllFiles.SelectMany(Outputs)
                    .Select(static output => ((((string Hint, string Source, string Widths))output.Value).Hint, new CachingReasons(default, output.Reason))),
            ];
            return StepNames.AllRequests.SelectMany(Outputs)
                .Where(static output => output.Value is Request)
                .ToImmutableSortedDictionary(
                    static output => ((Request)output.Value).Method,
                    output => compiled.Single(file => file.Hint == HintName.Of(((Request)output.Value).Identity)).Reasons with { Read = output.Reason });
        }
    }

    /// <summary>How many files the last run handed to the compiler anew. A model of both attributes passes the steps of <c>[Batch]</c> as nothing.</summary>
    public int Emissions => Result.TrackedOutputSteps.SelectMany(static step => step.Value)
        .Where(static step => step.Outputs.Any(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified))
        .Count(static step => step.Inputs.Any(static input => input.Source.Outputs[input.OutputIndex].Value is (string, string { Length: > 0 }, string)));

    /// <summary>The requests that the last run read.</summary>
    public IEnumerable<Request> Requests => StepNames.AllRequests.SelectMany(Outputs).Select(static output => output.Value).OfType<Request>();

    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs) ? runs.SelectMany(static run => run.Outputs) : [];

    private static SyntaxTree Parse(string path, string source) => CSharpSyntaxTree.ParseText(source, Compile.Latest, path);
}
