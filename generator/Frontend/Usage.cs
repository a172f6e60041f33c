using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>Checks how a model is declared, before anything is emitted: errors in generated declarations would hide every other message.</summary>
internal static class Usage
{
    public static bool IsValid(IMethodSymbol method, MethodDeclarationSyntax syntax, Annotation annotation, IProblemSink sink)
    {
        foreach (TypeDeclarationSyntax type in syntax.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return Fail(sink, DiagnosticIds.NotPartial, type.Identifier.GetLocation(), type.Identifier.ValueText, method.Name);
            }
        }
        Location name = syntax.Identifier.GetLocation();
        if (method.IsGenericMethod)
        {
            return Fail(sink, DiagnosticIds.GenericModel, name, method.Name);
        }
        string? without = method.IsAbstract || (syntax.Body is null && syntax.ExpressionBody is null && !method.IsExtern) ? "abstract or without a body"
            : method.IsExtern ? "extern"
            : method.IsAsync ? "async"
            : syntax.Body is not null && IsIterator(syntax.Body) ? "an iterator" : null;
        if (without is not null)
        {
            return Fail(sink, DiagnosticIds.NoPlainBody, name, method.Name, without);
        }
        if (!Types.IsReal(method.ReturnType) || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return Fail(sink, DiagnosticIds.ReturnType, name, method.Name, syntax.ReturnType.ToString());
        }
        return AreParametersValid(method, syntax, annotation, sink, name);
    }

    private static bool AreParametersValid(IMethodSymbol method, MethodDeclarationSyntax syntax, Annotation annotation, IProblemSink sink, Location name)
    {
        bool hasVariable = false;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            Location location = syntax.ParameterList.Parameters[parameter.Ordinal].Identifier.GetLocation();
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                return Fail(sink, DiagnosticIds.ReferenceParameter, location, parameter.Name, method.Name, parameter.RefKind == RefKind.Ref ? "ref" : "out");
            }
            ParameterShape? shape = Shapes.Of(parameter, annotation);
            if (shape is null)
            {
                return Fail(sink, DiagnosticIds.VariableType, location, parameter.Name, method.Name, parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            }
            if (SyntaxFacts.GetKeywordKind(parameter.Name) != SyntaxKind.None)
            {
                return Fail(sink, DiagnosticIds.NameCollision, location, $"The parameter '{parameter.Name}' is a keyword", method.Name);
            }
            hasVariable |= shape != ParameterShape.Constant;
        }
        foreach (string wanted in annotation.WithRespectTo ?? [])
        {
            if (!method.Parameters.Any(p => p.Name == wanted && Shapes.Of(p, annotation) != ParameterShape.Constant))
            {
                return Fail(sink, DiagnosticIds.UnknownVariable, name, wanted, method.Name);
            }
        }
        return hasVariable ? !Collides(method, annotation, sink, name) : Fail(sink, DiagnosticIds.NoVariable, name, method.Name);
    }

    private static bool Collides(IMethodSymbol method, Annotation annotation, IProblemSink sink, Location name)
    {
        string prefix = annotation.Name ?? method.Name;
        HashSet<string> taken = [.. method.Parameters.Select(static p => p.Name)];
        if (annotation.Companions.HasFlag(Companions.Batch) && !taken.Add("result"))
        {
            return !Fail(sink, DiagnosticIds.NameCollision, name, "The parameter 'result' has the name of an output", method.Name);
        }
        foreach (IParameterSymbol parameter in method.Parameters.Where(p => Shapes.Of(p, annotation) != ParameterShape.Constant))
        {
            string output = "d" + Text.Capital(parameter.Name);
            if (annotation.Companions.HasFlag(Companions.Gradient) && !taken.Add(output))
            {
                return !Fail(sink, DiagnosticIds.NameCollision, name, $"The output '{output}' of '{parameter.Name}' has a name that is taken", method.Name);
            }
        }
        IMethodSymbol? sibling = method.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(
            other => !SymbolEqualityComparer.Default.Equals(other, method) && Annotation.Of(other) is { Companions: not Companions.None } its && (its.Name ?? other.Name) == prefix);
        if (sibling is not null)
        {
            return !Fail(sink, DiagnosticIds.NameCollision, name, $"Two models would share '{prefix}Model'", method.ContainingType.Name);
        }
        foreach (string companion in CompanionsOf(annotation.Companions, prefix).Append(prefix + "Model"))
        {
            bool isTaken = method.ContainingType.GetMembers(companion).Where(IsHandWritten).Any(member => member is not IMethodSymbol existing || companion == prefix + "Model" || HasSignature(existing, method, annotation, companion.EndsWith("Batch", System.StringComparison.Ordinal)));
            if (isTaken || method.ContainingType.Name == companion)
            {
                return !Fail(sink, DiagnosticIds.NameCollision, name, $"The companion '{companion}' has the name of an existing member", method.ContainingType.Name);
            }
        }
        return false;
    }

    /// <remarks>The analyzers see a compilation that already holds what the generator wrote: those companions do not collide with themselves.</remarks>
    private static bool IsHandWritten(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(static reference => !reference.SyntaxTree.FilePath.Contains(typeof(ProximaGenerator).FullName));

    private static IEnumerable<string> CompanionsOf(Companions companions, string prefix)
    {
        if (companions.HasFlag(Companions.Gradient))
        {
            yield return prefix + "Gradient";
        }
        if (companions.HasFlag(Companions.Batch))
        {
            yield return prefix + "Batch";
            if (companions.HasFlag(Companions.Gradient))
            {
                yield return prefix + "GradientBatch";
            }
        }
    }

    /// <summary>The same number of parameters as the companion, and the model's own types first where it keeps them.</summary>
    private static bool HasSignature(IMethodSymbol existing, IMethodSymbol method, Annotation annotation, bool isBatch)
    {
        int variables = method.Parameters.Count(p => Shapes.Of(p, annotation) != ParameterShape.Constant);
        bool isGradient = existing.Name.Contains("Gradient");
        int count = method.Parameters.Length + (isGradient ? variables : 0) + (isBatch ? 1 : 0);
        if (existing.Parameters.Length != count || existing.IsGenericMethod)
        {
            return false;
        }
        return method.Parameters.All(p => (isBatch && Shapes.Of(p, annotation) != ParameterShape.Constant) || SymbolEqualityComparer.Default.Equals(existing.Parameters[p.Ordinal].Type, p.Type));
    }

    private static bool IsIterator(BlockSyntax body) =>
        body.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(static node => node is YieldStatementSyntax);

    private static bool Fail(IProblemSink sink, string id, Location location, params string[] arguments)
    {
        sink.Report(id, location, arguments);
        return false;
    }
}
