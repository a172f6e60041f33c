using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>Derivative rules that the user wrote, and companions used inside models.</content>
internal static partial class Descriptors
{
    public static DiagnosticDescriptor RuleSignature { get; } = new(
        DiagnosticIds.RuleSignature,
        "Signature of a derivative rule",
        "'{0}' cannot be the derivative rule of '{1}'; declare it '{2}'",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.RuleSignature));

    public static DiagnosticDescriptor MissingRule { get; } = new(
        DiagnosticIds.MissingRule,
        "Derivative rule without its method",
        "There is no method '{0}' in '{1}' for this derivative rule; name an existing method with nameof",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.MissingRule));

    public static DiagnosticDescriptor SeveralRules { get; } = new(
        DiagnosticIds.SeveralRules,
        "Several derivative rules",
        "'{0}' has two derivative rules, '{1}' and '{2}'; remove one",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.SeveralRules));

    public static DiagnosticDescriptor NestedCompanion { get; } = new(
        DiagnosticIds.NestedCompanion,
        "Nested companion",
        "'{0}' cannot be used in '{1}': {2}",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NestedCompanion));

    public static DiagnosticDescriptor HeldByRule { get; } = new(
        DiagnosticIds.HeldByRule,
        "Derivative dropped by a rule",
        "A value that depends on a variable is passed in '{0}' where a derivative rule holds it constant; give the rule an output for it, or write Derivative.Detach(x) if that is meant",
        "Proxima.Differentiability",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.HeldByRule));
}
