using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>What enclosing a model found.</content>
internal static partial class Descriptors
{
    public static DiagnosticDescriptor UnprovedBorder { get; } = new(
        DiagnosticIds.UnprovedBorder,
        "Border not proved continuous",
        "'{0}' is not proved to be continuous: where a box crosses its border, the Lipschitz constant of '{1}' is +∞",
        "Proxima.Bounds",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.UnprovedBorder));

    public static DiagnosticDescriptor ControlledByVariable { get; } = new(
        DiagnosticIds.ControlledByVariable,
        "Bounds need fixed control",
        "'{0}' has no bounds, because {1}; make that depend on constants only, or remove [Lipschitz]",
        "Proxima.Bounds",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ControlledByVariable));

    public static DiagnosticDescriptor NoBound { get; } = new(
        DiagnosticIds.NoBound,
        "Operation without bounds",
        "'{0}' has no bounds, because {1}; write that with operations that have, or remove [Lipschitz]",
        "Proxima.Bounds",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NoBound));
}
