using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>Checks the results of a model, returned and written, against what is asked of them.</summary>
internal static class Outcomes
{
    private const int HighestOrder = 8;

    private static readonly (Companions Companion, string Attribute)[] s_scalar =
    [
        (Companions.Gradient, "Gradient"), (Companions.Hessian, "Hessian"), (Companions.Taylor, "Taylor"), (Companions.Lipschitz, "Lipschitz"), (Companions.Monotone, "Monotone"),
        (Companions.Approximate, "Approximate"), (Companions.Tabulate, "Tabulate"), (Companions.Surrogate, "Surrogate"),
    ];

    private static readonly (Companions Companion, string Attribute)[] s_matrices = [(Companions.Hessian, "Hessian"), (Companions.Jacobian, "Jacobian")];

    /// <summary>True for a real, for a struct or tuple of nothing but reals, and for nothing when a parameter receives the results.</summary>
    public static bool IsReturnable(IMethodSymbol method) =>
        !method.ReturnsByRef && !method.ReturnsByRefReadonly
        && (method.ReturnsVoid ? method.Parameters.Any(Annotation.IsResult) : Types.IsReal(method.ReturnType) || IsMadeOfReals(method.ReturnType));

    /// <summary>The one type of all results.</summary>
    public static ScalarType TypeOf(IMethodSymbol method) => TypesOf(method).First();

    public static bool AreValid(IMethodSymbol method, Annotation annotation, IProblemSink sink, Location name)
    {
        if (TypesOf(method).Distinct().Count() > 1)
        {
            sink.Report(DiagnosticIds.MixedResults, name, method.Name);
            return false;
        }
        bool isScalar = Types.IsReal(method.ReturnType) && !method.Parameters.Any(Annotation.IsResult);
        foreach ((_, string attribute) in s_scalar.Where(asking => !isScalar && annotation.Companions.HasFlag(asking.Companion)))
        {
            sink.Report(DiagnosticIds.SeveralResults, name, attribute, method.Name);
            return false;
        }
        if (!isScalar && annotation.Companions.HasFlag(Companions.Batch))
        {
            sink.Report(DiagnosticIds.BatchOfVectors, name, method.Name);
            return false;
        }
        foreach ((_, string attribute) in s_matrices.Where(asking => annotation.Companions.HasFlag(asking.Companion) && IsMixed(method, annotation)))
        {
            sink.Report(DiagnosticIds.MixedMatrix, name, attribute, method.Name);
            return false;
        }
        if (annotation.Companions.HasFlag(Companions.Taylor) && annotation.TaylorOrder is < 1 or > HighestOrder)
        {
            sink.Report(DiagnosticIds.TaylorOrder, AttributeOf(method, "TaylorAttribute") ?? name, method.Name, Text.Of(annotation.TaylorOrder));
            return false;
        }
        return true;
    }

    private static IEnumerable<ScalarType> TypesOf(IMethodSymbol method) =>
        method.Parameters.Where(Annotation.IsResult).Select(static p => Types.ScalarOf(Types.ElementOf(p.Type))!.Value)
            .Concat(method.ReturnsVoid ? [] : Types.LeavesOf(method.ReturnType)!.Select(static leaf => leaf.Type));

    /// <summary>True when variables and results are of both real types: a matrix of their derivatives has one.</summary>
    private static bool IsMixed(IMethodSymbol method, Annotation annotation) =>
        method.Parameters.Where(p => Shapes.IsVariable(p, annotation)).Select(static p => p.Type).Concat(FieldVariable.Of(method, annotation).Select(static f => f.Type))
            .SelectMany(static type => Types.LeavesOf(Types.ElementOf(type) ?? type) ?? []).Select(static leaf => leaf.Type).Where(static type => type.IsReal())
            .Concat(TypesOf(method)).Distinct().Count() > 1;

    private static bool IsMadeOfReals(ITypeSymbol type) =>
        !type.IsRefLikeType && Types.FieldsOf(type) is not null && Types.LeavesOf(type) is { Count: > 0 } leaves && leaves.All(static leaf => leaf.Type.IsReal());

    private static Location? AttributeOf(IMethodSymbol method, string name) =>
        method.GetAttributes().First(a => a.AttributeClass?.Name == name).ApplicationSyntaxReference?.GetSyntax().GetLocation();
}
