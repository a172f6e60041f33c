using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Diagnostics;

/// <content>How a model is declared.</content>
internal static partial class Descriptors
{
    public static DiagnosticDescriptor NotPartial { get; } = new(
        DiagnosticIds.NotPartial,
        "Containing type is not partial",
        "'{0}' holds the model '{1}' but is not partial; add 'partial' to its declaration",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NotPartial));

    public static DiagnosticDescriptor GenericModel { get; } = new(
        DiagnosticIds.GenericModel,
        "Generic model",
        "The model '{0}' is generic or inside a generic type whose type parameters it uses; annotate a method with concrete types that calls it",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.GenericModel));

    public static DiagnosticDescriptor ReturnType { get; } = new(
        DiagnosticIds.ReturnType,
        "Result type of a model",
        "The model '{0}' returns '{1}'; return 'double', 'float', a struct or tuple made of nothing else, or write to a Span marked [Result]",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ReturnType));

    public static DiagnosticDescriptor NoVariable { get; } = new(
        DiagnosticIds.NoVariable,
        "Model without variables",
        "The model '{0}' has nothing to differentiate; give it a parameter of type double, float, an array, a span or a struct of them that is not [Constant]",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NoVariable));

    public static DiagnosticDescriptor NameCollision { get; } = new(
        DiagnosticIds.NameCollision,
        "Name collision",
        "{0} in '{1}'; rename one of them or set 'Name' on the attribute",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NameCollision));

    public static DiagnosticDescriptor ReferenceParameter { get; } = new(
        DiagnosticIds.ReferenceParameter,
        "Reference parameter of a model",
        "The parameter '{0}' of the model '{1}' is passed by '{2}'; pass it by value and return the result",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ReferenceParameter));

    public static DiagnosticDescriptor NoPlainBody { get; } = new(
        DiagnosticIds.NoPlainBody,
        "Model without a plain body",
        "The model '{0}' is {1}; give it an ordinary body",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.NoPlainBody));

    public static DiagnosticDescriptor VariableType { get; } = new(
        DiagnosticIds.VariableType,
        "Type of a variable",
        "The parameter '{0}' of the model '{1}' has type '{2}', which cannot be a variable; flatten it to an array or span, or mark it [Constant]",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.VariableType));

    public static DiagnosticDescriptor UnknownVariable { get; } = new(
        DiagnosticIds.UnknownVariable,
        "Unknown variable",
        "'{0}' in {2} is no variable of the model '{1}'; name parameters of real type that are not [Constant], or fields of type double, float, double[] or float[]",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.UnknownVariable));

    public static DiagnosticDescriptor MatrixBatch { get; } = new(
        DiagnosticIds.MatrixBatch,
        "Batch of matrices",
        "[Batch] cannot tell the shape of the matrix '{0}' of '{1}' from a column of rows; take a span and the number of columns instead, or mark it [Constant]",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.MatrixBatch));

    public static DiagnosticDescriptor ResultType { get; } = new(
        DiagnosticIds.ResultType,
        "Type of a result parameter",
        "The parameter '{0}' of the model '{1}' is marked [Result] but has type '{2}'; make it a Span<double> or Span<float>",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.ResultType));

    public static DiagnosticDescriptor MixedResults { get; } = new(
        DiagnosticIds.MixedResults,
        "Results of two types",
        "The results of the model '{0}' are double and float; make all of them one type",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.MixedResults));

    public static DiagnosticDescriptor SeveralResults { get; } = new(
        DiagnosticIds.SeveralResults,
        "Several results",
        "[{0}] needs one returned number, but '{1}' has several results or writes them to a span; use [Jacobian], [Adjoint] or [Tangent]",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.SeveralResults));

    public static DiagnosticDescriptor BatchOfVectors { get; } = new(
        DiagnosticIds.BatchOfVectors,
        "Batch of vector results",
        "[Batch] of '{0}' needs one returned number per row; call its companions row by row",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.BatchOfVectors));

    public static DiagnosticDescriptor TaylorOrder { get; } = new(
        DiagnosticIds.TaylorOrder,
        "Order of a Taylor expansion",
        "The Taylor expansion of '{0}' is asked for to order {1}; choose an order from 1 to 8",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.TaylorOrder));

    public static DiagnosticDescriptor MixedMatrix { get; } = new(
        DiagnosticIds.MixedMatrix,
        "Matrix of two types",
        "[{0}] of '{1}' needs variables and results of one type, double or float; make them one, or take [Gradient], [Tangent] or [Adjoint]",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.MixedMatrix));

    public static DiagnosticDescriptor DomainEnds { get; } = new(
        DiagnosticIds.DomainEnds,
        "Domain without numbers",
        "The [Domain] of '{0}' reaches from {1} to {2}, which no number is in; give the smaller end first",
        "Proxima.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(DiagnosticIds.DomainEnds));
}
