using Proxima.Generator.Ir;

namespace Proxima.Generator.Pipeline;

/// <summary>What compiling a request gave: the text of the generated file ("" when there must be none) and what the analyzers should say.</summary>
internal sealed record Compiled(string Source, EquatableArray<Note> Notes)
{
    /// <summary>The text of the second file, with large batches in vectors of 256 and 128 bits; "" when there must be none.</summary>
    public string Widths { get; init; } = "";
}

/// <summary>A finding about the IR: a diagnostic id, the origin of the statement it is about (-1: the method) and display strings.</summary>
internal sealed record Note(string Id, int Origin, EquatableArray<string> Arguments);
