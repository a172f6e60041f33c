using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>What approximating a model found.</content>
internal static partial class Descriptors
{
    public static DiagnosticDescriptor ApproximationRequest { get; } = new(
        DiagnosticIds.ApproximationRequest,
        "Approximation asked for wrongly",
        "'{0}' cannot be approximated as asked: {1}",
        "Proxima.Approximation",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ApproximationRequest));

    public static DiagnosticDescriptor NoApproximation { get; } = new(
        DiagnosticIds.NoApproximation,
        "No approximation proved",
        "No approximation of '{0}' is proved: {1}; allow a larger error or a smaller interval",
        "Proxima.Approximation",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NoApproximation));

    public static DiagnosticDescriptor StaleLock { get; } = new(
        DiagnosticIds.StaleLock,
        "Locked approximation is stale",
        "The lock file's programs for '{0}' are not for what it is now: {1}; run the build with -p:ProximaEvolve=true, or remove the entry",
        "Proxima.Approximation",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.StaleLock));

    public static DiagnosticDescriptor RefusedLock { get; } = new(
        DiagnosticIds.RefusedLock,
        "Locked approximation refused",
        "The lock file's program for '{0}' is refused: {1}",
        "Proxima.Approximation",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.RefusedLock));

    public static DiagnosticDescriptor ParameterInTheWay { get; } = new(
        DiagnosticIds.ParameterInTheWay,
        "Parameter in the way of an approximation",
        "'{0}' keeps '{1}' from being approximated: {2}",
        "Proxima.Approximation",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ParameterInTheWay));

    public static DiagnosticDescriptor TooManyVariables { get; } = new(
        DiagnosticIds.TooManyVariables,
        "Too many variables for an approximation",
        "'{0}' has {1}, and an approximation at most three numbers; approximate a part of it, or let [Surrogate] explain it by its linear models",
        "Proxima.Approximation",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.TooManyVariables));

    public static DiagnosticDescriptor OptionOfOneVariable { get; } = new(
        DiagnosticIds.OptionOfOneVariable,
        "Option for approximations of one variable",
        "'{0}' is for approximations of one variable, and '{1}' has {2}; leave it out",
        "Proxima.Approximation",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.OptionOfOneVariable));

    public static DiagnosticDescriptor ProvedApproximation { get; } = new(
        DiagnosticIds.ProvedApproximation,
        "Approximation",
        "'{0}' differs from '{1}' by at most {2}, which is proved; {3} is reached near {4}. {5}.",
        "Proxima.Approximation",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ProvedApproximation));
}
