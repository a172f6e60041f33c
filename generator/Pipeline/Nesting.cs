using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Pipeline;

/// <summary>
/// A module in normal form whose nested companions are made and written out: the derivative of one model inside another is then ordinary statements, and
/// is differentiated like them.
/// </summary>
internal static class Nesting
{
    public static Module Normalise(Module module) =>
        module.Nested.Count == 0 ? PassList.Normalise(module) : PassList.Normalise(module, module.Nested.ToDictionary(static n => n.Name, Derive));

    private static Function Derive(Nested nested)
    {
        Module inner = Normalise(nested.Module);
        if (inner.Callees.Count > 0)
        {
            throw new NestingException(nested.Name, "its model calls a recursive method, or passes spans to a method without source");
        }
        Function derived = PassList.Prepare(nested.Kind == NestedKind.Gradient ? Gradient(inner) : Tangent(inner)).Main;
        if (Walker.Statements(derived.Body).Any(static s => s is NewTape or Push or Pop or Slice))
        {
            throw new NestingException(nested.Name, "its model has a loop whose number of iterations is not known beforehand, or an array made in a loop, so that it records on a growing tape");
        }
        return derived;
    }

    private static Module Gradient(Module inner)
    {
        Dictionary<string, string> outputs = Variables(inner.Main, ParameterKind.Array).ToDictionary(static p => p.Name, static p => Named("d", p));
        return Reverse.Run(inner, outputs).Module;
    }

    private static Module Tangent(Module inner)
    {
        Parameter[] scalars = Variables(inner.Main, ParameterKind.Scalar), arrays = Variables(inner.Main, ParameterKind.Array);
        Direction direction = new(
            "Tangent",
            scalars.ToDictionary(static p => p.Name, static p => (Expression)Build.Name(Named("t", p), p.Type)),
            arrays.ToDictionary(static p => p.Name, static p => (Func<Expression, Expression>)(index => new Element(p.Type, Named("t", p), index))),
            arrays.ToDictionary(static p => p.Name, static p => Named("t", p)));
        Parameter[] inputs = [.. inner.Main.Parameters.Where(static p => p.IsVariable).Select(static p => p with { Name = Named("t", p) })];
        return Forward.Run(inner, [direction], inputs, [new Dictionary<string, string>()]);
    }

    private static Parameter[] Variables(Function function, ParameterKind kind) => [.. function.Parameters.Where(p => p.IsVariable && p.Kind == kind)];

    private static string Named(string prefix, Parameter parameter) => prefix + char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);
}

/// <summary>A companion cannot be used inside a model, for the reason that the message says.</summary>
internal sealed class NestingException(string companion, string reason) : Exception(reason)
{
    public string Companion { get; } = companion;
}
