using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>Failures of the compiler itself.</content>
internal static partial class Descriptors
{
    public static DiagnosticDescriptor InternalError { get; } = new(
        DiagnosticIds.InternalError,
        "Internal error",
        "The compiler failed on '{0}' in {1}: {2}; please report it",
        "Proxima.Internal",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.InternalError));
}
