using System;

namespace GeneratorTests.Reports;

/// <summary>The sample project, once with its generated text in the page and once with generated files beside it.</summary>
[CollectionDefinition(Name)]
public sealed class SampleProjects : IDisposable, ICollectionFixture<SampleProjects>
{
    public const string Name = "Sample projects";

    internal SampleProject Plain { get; } = new();

    internal SampleProject WithFiles { get; } = new(emitsFiles: true);

    public void Dispose()
    {
        Plain.Dispose();
        WithFiles.Dispose();
    }
}
