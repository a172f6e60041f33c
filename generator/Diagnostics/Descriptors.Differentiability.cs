using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>What compiling a model found.</content>
internal static partial class Descriptors
{
    public static DiagnosticDescriptor IndependentVariable { get; } = new(
        DiagnosticIds.IndependentVariable,
        "Result independent of a variable",
        "The result of '{1}' does not depend on '{0}'; its derivative is zero everywhere",
        "Proxima.Differentiability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.IndependentVariable));

    public static DiagnosticDescriptor DroppedDerivative { get; } = new(
        DiagnosticIds.DroppedDerivative,
        "Derivative dropped into an integer",
        "A value that depends on a variable is converted to an integer in '{0}', which drops its derivative; write Derivative.Detach(x) if that is meant",
        "Proxima.Differentiability",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.DroppedDerivative));

    public static DiagnosticDescriptor Kink { get; } = new(
        DiagnosticIds.Kink,
        "Kink on the path",
        "'{0}' is not differentiable {1}; {2}",
        "Proxima.Differentiability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.Kink));

    public static DiagnosticDescriptor MemoryPerIteration { get; } = new(
        DiagnosticIds.MemoryPerIteration,
        "Memory per iteration",
        "The gradient of '{0}' records {1}",
        "Proxima.Differentiability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.MemoryPerIteration));

    public static DiagnosticDescriptor ZeroDerivative { get; } = new(
        DiagnosticIds.ZeroDerivative,
        "Derivative zero almost everywhere",
        "The derivative of '{0}' is zero almost everywhere; nothing flows through it",
        "Proxima.Differentiability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ZeroDerivative));

    public static DiagnosticDescriptor UncountedCheckpoint { get; } = new(
        DiagnosticIds.UncountedCheckpoint,
        "Checkpoint of an uncounted loop",
        "The number of iterations of this loop in '{0}' is not known when it starts, which [Checkpoint] needs; write for (int i = 0; i < most; i++) and leave it with break, or remove [Checkpoint]",
        "Proxima.Differentiability",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.UncountedCheckpoint));

    public static DiagnosticDescriptor UnprovedPattern { get; } = new(
        DiagnosticIds.UnprovedPattern,
        "Sparsity not proved",
        "The {1} of '{0}' is treated as dense, because {2}",
        "Proxima.Differentiability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.UnprovedPattern));
}
