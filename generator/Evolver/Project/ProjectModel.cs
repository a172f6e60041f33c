using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Pipeline;

namespace Proxima.Evolver.Project;

/// <summary>One annotated method of a project.</summary>
/// <param name="Name">Its name with the types of its parameters.</param>
/// <param name="Place">Where its name stands.</param>
/// <param name="Source">Its text.</param>
/// <param name="Request">What the generator read; null where it was refused.</param>
/// <param name="Compiled">What was generated; null where it was refused.</param>
/// <param name="Findings">What the analyzers say about it.</param>
internal sealed record ProjectModel(string Name, Place Place, string Source, Request? Request, Compiled? Compiled, IReadOnlyList<Finding> Findings)
{
    /// <summary>True where there is a generated file.</summary>
    public bool IsGenerated => Compiled is { Source.Length: > 0 };
}

/// <summary>One diagnostic of the project.</summary>
internal sealed record Finding(string Id, DiagnosticSeverity Severity, Place Place, string Text);

/// <summary>A place in a file; lines and columns count from one.</summary>
/// <param name="File">Full.</param>
internal sealed record Place(string File, int Line, int Column);

/// <summary>What is known of a project: its models in the order of their files, and the diagnostics outside of them.</summary>
internal sealed record ProjectModels(string Name, string Folder, string? GeneratedFolder, IReadOnlyList<ProjectModel> Models, IReadOnlyList<Finding> Others);
