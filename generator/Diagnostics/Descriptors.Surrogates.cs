using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

// Explanations.
internal static partial class Descriptors
{
    public static DiagnosticDescriptor MissingSurrogate { get; } = new(
        DiagnosticIds.MissingSurrogate,
        "Model without [Surrogate]",
        "'{0}' does not tell how it is made, which 'Explain.{1}' needs; add [Surrogate] to '{2}'",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.MissingSurrogate));

    public static DiagnosticDescriptor DiscreteCoordinate { get; } = new(
        DiagnosticIds.DiscreteCoordinate,
        "Discrete parameter of two meanings",
        "'{0}' of '{1}' is explained by [Surrogate] but held constant by {2}, and one model struct cannot do both; mark it [Constant], or explain another method",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.DiscreteCoordinate));

    public static DiagnosticDescriptor FlatPath { get; } = new(
        DiagnosticIds.FlatPath,
        "Integrated gradients of steps",
        "'{0}' is constant between its jumps, so its integrated gradients are zero; use [Surrogate] with Shapley values, which are exact for it",
        "Proxima.Differentiability",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.FlatPath));

    public static DiagnosticDescriptor ExplainedAsWhole { get; } = new(
        DiagnosticIds.ExplainedAsWhole,
        "Model explained as a whole",
        "'{0}' is explained as a whole, because {1}",
        "Proxima.Differentiability",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ExplainedAsWhole));
}
