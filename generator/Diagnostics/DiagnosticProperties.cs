namespace Proxima.Generator.Diagnostics;

/// <summary>What diagnostics carry from analyzers to code fixes.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The text to write instead of the marked expression.</summary>
    public const string Replacement = "replacement";
}
