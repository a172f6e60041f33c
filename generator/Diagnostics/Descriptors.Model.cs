using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>What the body of a model does.</content>
internal static partial class Descriptors
{
    public static DiagnosticDescriptor Unsupported { get; } = new(
        DiagnosticIds.Unsupported,
        "Unsupported operation",
        "'{0}' is not supported in '{1}'; {2}",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.Unsupported));

    public static DiagnosticDescriptor StructVariable { get; } = new(
        DiagnosticIds.StructVariable,
        "Struct that cannot be rebuilt",
        "The struct '{2}' of the parameter '{0}' in '{1}' cannot be rebuilt from its numbers: '{3}' cannot be set; make it settable, add a matching constructor, or mark the parameter [Constant]",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.StructVariable));

    public static DiagnosticDescriptor UnknownCallee { get; } = new(
        DiagnosticIds.UnknownCallee,
        "Callee without source",
        "'{0}', called in '{1}', has no source in this project and no derivative rule; give it one with [DerivativeOf], write it out, or pass its result as a [Constant] parameter",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.UnknownCallee));

    public static DiagnosticDescriptor NoDerivativeRule { get; } = new(
        DiagnosticIds.NoDerivativeRule,
        "Function without derivative rule",
        "'{0}' has no derivative rule in '{1}'; rewrite it with functions that have one",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NoDerivativeRule));

    public static DiagnosticDescriptor RecursiveCallee { get; } = new(
        DiagnosticIds.RecursiveCallee,
        "Restriction of recursive methods",
        "The recursive method '{0}', called in '{1}', {2}",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.RecursiveCallee));

    public static DiagnosticDescriptor Aliasing { get; } = new(
        DiagnosticIds.Aliasing,
        "Aliasing references",
        "'{0}' is passed by reference more than once in '{1}'; pass separate variables",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.Aliasing));

    public static DiagnosticDescriptor ConstantMutation { get; } = new(
        DiagnosticIds.ConstantMutation,
        "Constant is written",
        "'{0}' is held constant in '{1}' but written here; copy it to a local first",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ConstantMutation));

    public static DiagnosticDescriptor HeldMember { get; } = new(
        DiagnosticIds.HeldMember,
        "Table of a model is written",
        "The companions of models hold the values that '{0}' is declared with, but it is written here; keep what changes in a field of an instance or pass it",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: null,
        helpLinkUri: HelpLink(DiagnosticIds.HeldMember),
        WellKnownDiagnosticTags.CompilationEnd);

    public static DiagnosticDescriptor TooLarge { get; } = new(
        DiagnosticIds.TooLarge,
        "Model too large",
        "The model '{0}' grows beyond {1} when its calls are expanded; split it",
        "Proxima.Model",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.TooLarge));
}
