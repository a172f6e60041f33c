using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>What tabulating a model found.</content>
internal static partial class Descriptors
{
    public static DiagnosticDescriptor NoTable { get; } = new(
        DiagnosticIds.NoTable,
        "No table",
        "There is no table of '{0}': {1}; allow a larger error or a smaller interval",
        "Proxima.Approximation",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NoTable));

    public static DiagnosticDescriptor Jump { get; } = new(
        DiagnosticIds.Jump,
        "The model jumps",
        "'{0}' jumps at {1}, from {2} to {3}, which a table would smooth over; tabulate each side by itself",
        "Proxima.Approximation",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.Jump));

    public static DiagnosticDescriptor EstimatedError { get; } = new(
        DiagnosticIds.EstimatedError,
        "The error of a table is estimated",
        "The error of the table of '{0}' is estimated, not proved ({1}): {2} at most at {3} arguments",
        "Proxima.Approximation",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.EstimatedError));
}
