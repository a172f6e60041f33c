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
        if (!Outcomes.IsReturnable(method))
        {
            return Fail(sink, DiagnosticIds.ReturnType, name, method.Name, syntax.ReturnType.ToString());
        }
        return AreParametersValid(method, syntax, annotation, sink, name) && Outcomes.AreValid(method, annotation, sink, name) && !Collisions.Found(method, annotation, sink, name);
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
                return Fail(sink, Annotation.IsResult(parameter) ? DiagnosticIds.ResultType : DiagnosticIds.VariableType, location, parameter.Name, method.Name, parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            }
            if (SyntaxFacts.GetKeywordKind(parameter.Name) != SyntaxKind.None)
            {
                return Fail(sink, DiagnosticIds.NameCollision, location, $"The parameter '{parameter.Name}' is a keyword", method.Name);
            }
            if (DomainOf(parameter) is var (ends, place) && !IsInterval(ends.Lo, ends.Hi))
            {
                return Fail(sink, DiagnosticIds.DomainEnds, place ?? location, parameter.Name, RealText.Of(ends.Lo), RealText.Of(ends.Hi));
            }
            if (Shapes.IsDiscrete(parameter, annotation) && (annotation.AsksForBounds || annotation.Companions.HasFlag(Companions.Hessian)))
            {
                return Fail(sink, DiagnosticIds.DiscreteCoordinate, location, parameter.Name, method.Name, annotation.AsksForBounds ? "bounds" : "[Hessian]");
            }
            hasVariable |= Shapes.IsVariable(parameter, annotation) || Shapes.IsDiscrete(parameter, annotation);
        }
        foreach (string wanted in annotation.WithRespectTo ?? [])
        {
            bool isField = FieldVariable.Of(method, annotation).Any(field => field.Member.Name == wanted);
            hasVariable |= isField;
            if (!isField && !method.Parameters.Any(p => p.Name == wanted && Shapes.IsVariable(p, annotation)))
            {
                return Fail(sink, DiagnosticIds.UnknownVariable, name, wanted, method.Name, "WithRespectTo");
            }
        }
        foreach (string claimed in annotation.Monotone.Select(static claim => claim.Variable))
        {
            if (!method.Parameters.Any(p => p.Name == claimed && Shapes.IsVariable(p, annotation)))
            {
                return Fail(sink, DiagnosticIds.UnknownVariable, name, claimed, method.Name, "[Monotone]");
            }
        }
        return hasVariable || Fail(sink, DiagnosticIds.NoVariable, name, method.Name);
    }

    /// <summary>The ends that <c>[Domain]</c> gives, and where it stands.</summary>
    private static ((double Lo, double Hi), Location?)? DomainOf(IParameterSymbol parameter)
    {
        AttributeData? attribute = parameter.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.ToDisplayString() == "Proxima.DomainAttribute");
        return attribute is { ConstructorArguments: [{ Value: double lo }, { Value: double hi }] } ? ((lo, hi), attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation()) : null;
    }

    /// <summary>Not for ends of which one is no number, and not for what holds no number.</summary>
    private static bool IsInterval(double lo, double hi) => lo <= hi && !double.IsPositiveInfinity(lo) && !double.IsNegativeInfinity(hi);

    private static bool IsIterator(BlockSyntax body) =>
        body.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(static node => node is YieldStatementSyntax);

    private static bool Fail(IProblemSink sink, string id, Location location, params string[] arguments)
    {
        sink.Report(id, location, arguments);
        return false;
    }
}
