using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Diagnostics;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>Names that a model's companions would share with something else: with each other's parameters, with members of the user's.</summary>
internal static class Collisions
{
    /// <param name="Name">The companion.</param>
    /// <param name="Outputs">Its parameters after the model's own.</param>
    /// <param name="IsBatch">True where variables have other types than in the model.</param>
    private sealed record Signature(string Name, IReadOnlyList<string> Outputs, bool IsBatch = false);

    public static bool Found(IMethodSymbol method, Annotation annotation, IProblemSink sink, Location name)
    {
        string prefix = annotation.Name ?? method.Name;
        Signature[] companions = [.. Companions(method, annotation, prefix)];
        foreach (Signature companion in companions)
        {
            HashSet<string> taken = [.. method.Parameters.Select(static p => p.Name), method.Name]; // a companion may call the model
            if (FieldVariable.Of(method, annotation).FirstOrDefault(field => !taken.Add(field.Name)) is { } field)
            {
                return Report(sink, name, $"The field '{field.Member.Name}' has the name of a parameter", method.Name);
            }
            if (companion.Outputs.FirstOrDefault(output => !taken.Add(output)) is { } twice)
            {
                return Report(sink, name, $"The output '{twice}' of '{companion.Name}' has a name that is taken", method.Name);
            }
        }
        IMethodSymbol? sibling = method.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(
            other => !SymbolEqualityComparer.Default.Equals(other, method) && Annotation.Of(other) is { Companions: not Pipeline.Companions.None } its && (its.Name ?? other.Name) == prefix);
        if (sibling is not null)
        {
            return Report(sink, name, $"Two models would share '{prefix}Model'", method.ContainingType.Name);
        }
        foreach (Signature companion in companions)
        {
            bool isTaken = method.ContainingType.GetMembers(companion.Name).Where(IsHandWritten)
                .Any(member => member is not IMethodSymbol existing || HasSignature(existing, method, annotation, companion));
            if (isTaken || method.ContainingType.Name == companion.Name)
            {
                return Report(sink, name, $"The companion '{companion.Name}' has the name of an existing member", method.ContainingType.Name);
            }
        }
        // These share their name with no member of any kind.
        string[] alone = annotation.Companions.HasFlag(Pipeline.Companions.Lipschitz) ? [prefix + "Model", prefix + "LipschitzConstant"] : [prefix + "Model"];
        if (annotation.Companions.HasFlag(Pipeline.Companions.Tabulate))
        {
            alone = [.. alone, .. TabulationRequest.Members.Select(member => prefix + member)];
        }
        return alone.FirstOrDefault(taken => method.ContainingType.Name == taken || method.ContainingType.GetMembers(taken).Any(IsHandWritten)) is { } existing
            && Report(sink, name, $"The companion '{existing}' has the name of an existing member", method.ContainingType.Name);
    }

    private static IEnumerable<Signature> Companions(IMethodSymbol method, Annotation annotation, string prefix)
    {
        string[] variables =
            [.. method.Parameters.Where(p => Shapes.IsVariable(p, annotation)).Select(static p => p.Name).Concat(FieldVariable.Of(method, annotation).Select(static f => f.Name)).Select(Text.Capital)];
        string[] results = [.. method.Parameters.Where(Annotation.IsResult).Select(static p => Text.Capital(p.Name))];
        bool returns = !method.ReturnsVoid;
        bool Asks(Companions companion) => annotation.Companions.HasFlag(companion);
        IEnumerable<string> Each(string letter, IEnumerable<string> of) => of.Select(v => letter + v);

        // Private where only other companions or the model struct need them.
        bool isScalar = results.Length == 0 && method.ReturnType.SpecialType is (SpecialType.System_Double or SpecialType.System_Single);
        bool isResidual = !isScalar && (annotation.Companions & (Pipeline.Companions.Tangent | Pipeline.Companions.Adjoint | Pipeline.Companions.Jacobian)) != 0;
        if (Asks(Pipeline.Companions.Gradient) || Asks(Pipeline.Companions.Hessian))
        {
            yield return new(prefix + "Gradient", [.. Each("d", variables)]);
        }
        if (Asks(Pipeline.Companions.Tangent) || isResidual)
        {
            yield return new(prefix + "Tangent", [.. Each("t", variables), .. Each("t", results), .. returns ? ["tangent"] : Array.Empty<string>()]);
        }
        if (Asks(Pipeline.Companions.Adjoint) || isResidual)
        {
            yield return new(prefix + "Adjoint", [.. Each("seed", results), .. returns ? ["seed"] : Array.Empty<string>(), .. Each("d", variables)]);
        }
        if (Asks(Pipeline.Companions.Jacobian))
        {
            yield return new(prefix + "Jacobian", ["jacobian"]);
            yield return new(prefix + "JacobianPattern", ["rowStarts", "columns"]);
            yield return new(prefix + "JacobianValues", ["values"]);
            yield return new(prefix + "JacobianValues", ["pattern", "values"]);
        }
        if (Asks(Pipeline.Companions.Hessian))
        {
            yield return new(prefix + "Hessian", ["gradient", "hessian"]);
            yield return new(prefix + "HessianPattern", ["rowStarts", "columns"]);
            yield return new(prefix + "HessianValues", ["gradient", "values"]);
            yield return new(prefix + "HessianValues", ["pattern", "gradient", "values"]);
            yield return new(prefix + "HessianProduct", [.. Each("v", variables), .. Each("h", variables)]);
        }
        if (Asks(Pipeline.Companions.Taylor))
        {
            yield return new(prefix + "Taylor", [.. Each("v", variables), "coefficients"]);
        }
        if (annotation.AsksForBounds)
        {
            yield return new(prefix + "Range", [], IsBatch: true);
            yield return new(prefix + "GradientRange", [.. Each("d", variables)], IsBatch: true);
        }
        if (Asks(Pipeline.Companions.Lipschitz))
        {
            yield return new(prefix + "Lipschitz", [], IsBatch: true);
        }
        if (Asks(Pipeline.Companions.Approximate))
        {
            yield return new(prefix + "Approximate", []);
            yield return new(prefix + "Approximate", ["(y)"], IsBatch: true); // its name gives way to the variable's
            yield return new(prefix + "ApproximateMaxError", []);
            if (annotation.Approximation is { HasSlope: true })
            {
                yield return new(prefix + "ApproximateDerivative", ["(derivative)"], IsBatch: true);
                yield return new(prefix + "ApproximateDerivative", ["(y)", "(derivative)"], IsBatch: true);
                yield return new(prefix + "ApproximateDerivativeMaxError", []);
            }
        }
        if (Asks(Pipeline.Companions.Tabulate))
        {
            yield return new(prefix + "Tabulated", []);
            yield return new(prefix + "Tabulated", ["(y)"], IsBatch: true);
        }
        if (Asks(Pipeline.Companions.Surrogate))
        {
            string[] explained = [.. method.Parameters.Where(p => Shapes.IsVariable(p, annotation) || Shapes.IsDiscrete(p, annotation)).Select(static p => Text.Capital(p.Name))];
            yield return new(prefix + "Surrogate", [.. Each("b", explained), .. Each("d", explained), "baseValue"]);
            yield return new(prefix + "SurrogateBatch", [.. Each("b", explained), "result", .. Each("d", explained), "baseValue"], IsBatch: true);
        }
        if (Asks(Pipeline.Companions.Batch))
        {
            yield return new(prefix + "Batch", ["result"], IsBatch: true);
            yield return new(prefix + "Batch", ["result", "parallel"], IsBatch: true);
            if (Asks(Pipeline.Companions.Gradient))
            {
                yield return new(prefix + "GradientBatch", ["result", .. Each("d", variables)], IsBatch: true);
                yield return new(prefix + "GradientBatch", ["result", .. Each("d", variables), "parallel"], IsBatch: true);
            }
        }
    }

    /// <remarks>The analyzers see a compilation that already holds what the generator wrote: those companions do not collide with themselves.</remarks>
    private static bool IsHandWritten(ISymbol member) =>
        member.DeclaringSyntaxReferences.Length > 0 && !NestedCompanion.IsGenerated(member);

    /// <summary>The same number of parameters as the companion, and the model's own types first where it keeps them.</summary>
    private static bool HasSignature(IMethodSymbol existing, IMethodSymbol method, Annotation annotation, Signature companion)
    {
        if (existing.Parameters.Length != method.Parameters.Length + companion.Outputs.Count || existing.IsGenericMethod)
        {
            return false;
        }
        return method.Parameters.All(p => (companion.IsBatch && Shapes.IsVariable(p, annotation)) || IsSame(existing.Parameters[p.Ordinal].Type, p.Type));
    }

    /// <summary>The same type, or the span that a companion takes in the place of an array.</summary>
    private static bool IsSame(ITypeSymbol existing, ITypeSymbol own) =>
        SymbolEqualityComparer.Default.Equals(existing, own)
        || (own is IArrayTypeSymbol { Rank: 1 } array && existing is INamedTypeSymbol { Name: "ReadOnlySpan" } && SymbolEqualityComparer.Default.Equals(Types.ElementOf(existing), array.ElementType));

    private static bool Report(IProblemSink sink, Location location, params string[] arguments)
    {
        sink.Report(DiagnosticIds.NameCollision, location, arguments);
        return true;
    }
}
