using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>The front door of the compiler: an annotated method becomes a request, or a problem at the smallest operation that is in the way.</summary>
internal static class RequestReader
{
    /// <param name="files">Receives the files whose bodies were looked at.</param>
    public static Request? Read(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, IProblemSink sink, CancellationToken token, HashSet<SyntaxTree>? files = null)
    {
        Annotation annotation = Annotation.Of(method);
        if (annotation.Companions == Companions.None || !Usage.IsValid(method, syntax, annotation, sink))
        {
            return null;
        }
        try
        {
            (Lowering lowering, IReadOnlyList<ModelParameter> parameters, Module module) = Lower(method, annotation, new(model.Compilation, token, files ?? []), model.Compilation, token);
            foreach (IOperation origin in lowering.Origins)
            {
                sink.Origin(origin);
            }
            foreach (ISymbol member in lowering.HeldMembers)
            {
                sink.Holds(member);
            }
            return Create(method, syntax, annotation, parameters, module, model) with { IsRestated = lowering.IsRestated };
        }
        catch (Problem problem)
        {
            if (problem.Id.Length > 0)
            {
                sink.Report(problem.Id, problem.Location, problem.Arguments);
            }
            return null;
        }
    }

    /// <summary>Starts over with one more local copy each time the body turns out to write an array parameter.</summary>
    private static (Lowering, IReadOnlyList<ModelParameter>, Module) Lower(IMethodSymbol method, Annotation annotation, Bodies bodies, Compilation compilation, CancellationToken token)
    {
        HashSet<ISymbol> copied = new(SymbolEqualityComparer.Default);
        while (true)
        {
            try
            {
                Lowering lowering = new(compilation, method, bodies, token);
                (Module module, IReadOnlyList<ModelParameter> parameters) = lowering.Run(annotation, copied);
                return (lowering, parameters, module);
            }
            catch (NeedsCopy copy) when (copied.Add(copy.Parameter))
            {
                token.ThrowIfCancellationRequested();
            }
        }
    }

    private static Request Create(IMethodSymbol method, MethodDeclarationSyntax syntax, Annotation annotation, IReadOnlyList<ModelParameter> parameters, Module module, SemanticModel model) => new(
        method.ToDisplayString(s_identity),
        method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(s_namespace),
        syntax.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(Declaration).ToEquatableArray(),
        method.Name,
        annotation.Name ?? method.Name,
        SyntaxFacts.GetText(method.DeclaredAccessibility),
        method.IsStatic,
        annotation.Companions,
        annotation.Rounding,
        Outcomes.TypeOf(method),
        parameters.ToEquatableArray(),
        module)
    {
        Return = method.ReturnsVoid ? null : Returned.Of(method, model.Compilation),
        TaylorOrder = annotation.TaylorOrder,
        Bounds = annotation.AsksForBounds ? new(annotation.Norm, annotation.Max, annotation.Splits, annotation.Monotone.ToEquatableArray()) : null,
        Approximation = annotation.Approximation?.On(parameters),
        Tabulation = annotation.Tabulation,
        Surrogate = annotation.Surrogate,
        Shadowed = Shadowing.Of(method, syntax, model),
        IsChecked = model.Compilation.Options is CSharpCompilationOptions { CheckOverflow: true },
    };

    private static readonly SymbolDisplayFormat s_namespace = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat s_identity = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary><c>partial record struct Point&lt;T&gt;</c>: what a second part of the type starts with.</summary>
    private static string Declaration(TypeDeclarationSyntax type)
    {
        string second = type is RecordDeclarationSyntax { ClassOrStructKeyword: { RawKind: not 0 } kind } ? " " + kind.Text : "";
        return $"partial {type.Keyword.Text}{second} {type.Identifier.Text}{type.TypeParameterList}";
    }
}
