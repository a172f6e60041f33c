using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>What was proved on the domain of a model, and what was not. Claims are conditions of the build: their errors cannot be configured.</content>
internal static partial class Descriptors
{
    public static DiagnosticDescriptor LipschitzConstant { get; } = new(
        DiagnosticIds.LipschitzConstant,
        "Lipschitz constant",
        "'{0}' changes by at most {1} for each unit of {2}, for {3}: {4}",
        "Proxima.Bounds",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.LipschitzConstant));

    public static DiagnosticDescriptor UnboundedSlope { get; } = new(
        DiagnosticIds.UnboundedSlope,
        "Unbounded slope",
        "The slope of '{0}' is unbounded {1}, which its argument can reach on the domain of '{2}': it lies in {3}",
        "Proxima.Bounds",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.UnboundedSlope));

    public static DiagnosticDescriptor DivisionByZero { get; } = new(
        DiagnosticIds.DivisionByZero,
        "Possible division by zero",
        "A divisor in '{0}' lies in {1} on its domain and may be zero, where the quotient is unbounded; narrow a [Domain] or divide by what stays away from zero",
        "Proxima.Bounds",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.DivisionByZero));

    public static DiagnosticDescriptor DomainError { get; } = new(
        DiagnosticIds.DomainError,
        "Possible domain error",
        "'{0}' is defined on {1}, but its argument may lie outside: on the domain of '{3}' it lies in {2}",
        "Proxima.Bounds",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.DomainError));

    public static DiagnosticDescriptor MonotoneVariables { get; } = new(
        DiagnosticIds.MonotoneVariables,
        "Monotone variables",
        "'{0}' {1}, for {2}",
        "Proxima.Bounds",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.MonotoneVariables));

    public static DiagnosticDescriptor ClaimRefuted { get; } = new(
        DiagnosticIds.ClaimRefuted,
        "Claim refuted",
        "{0} on '{1}' is refuted: {2}",
        "Proxima.Bounds",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ClaimRefuted),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static DiagnosticDescriptor ClaimNotProved { get; } = new(
        DiagnosticIds.ClaimNotProved,
        "Claim not proved",
        "{0} on '{1}' is not proved: {2}",
        "Proxima.Bounds",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ClaimNotProved),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static DiagnosticDescriptor ClaimWithoutDomain { get; } = new(
        DiagnosticIds.ClaimWithoutDomain,
        "Claim without a domain",
        "'{0}' needs a [Domain], on which {1} of '{2}' is to be proved",
        "Proxima.Bounds",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ClaimWithoutDomain),
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static DiagnosticDescriptor NoConstant { get; } = new(
        DiagnosticIds.NoConstant,
        "No constant at build time",
        "'{0}' has no Lipschitz constant at build time, because {1}",
        "Proxima.Bounds",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NoConstant));
}
