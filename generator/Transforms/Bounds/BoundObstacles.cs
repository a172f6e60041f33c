using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>What in a model has no bounds: the smallest statement, and why.</summary>
internal static class BoundObstacles
{
    /// <summary>The first obstacle of a function in normal form; null where there is none.</summary>
    public static BoundObstacle? Of(Module module)
    {
        if (module.Callees.Count > 0)
        {
            return new(ObstacleKind.Operation, -1, "it calls a method that calls itself");
        }
        Dependence dependence = Dependence.Of(module.Main);
        foreach (Statement statement in Walker.Statements(module.Main.Body))
        {
            if (Of(statement, dependence) is { } obstacle)
            {
                return obstacle;
            }
        }
        return module.Main.Results.SelectMany(Walker.All).Select(e => Of(e, dependence)).FirstOrDefault(static reason => reason is not null) is { } last ? last with { Origin = -1 } : null;
    }

    private static BoundObstacle? Of(Statement statement, Dependence dependence)
    {
        string? control = statement switch
        {
            For { Until: { } until } when dependence.Has(until) => "a variable decides when this loop is left",
            For loop when dependence.Has(loop.From) || dependence.Has(loop.To) => "a variable decides how often this loop runs",
            While loop when dependence.Has(loop.Condition) => "a variable decides how often this loop runs",
            NewArray array when dependence.Has(array.Length) => "a variable decides how long '" + array.Name + "' is",
            Store store when dependence.Has(store.Index) => "a variable decides which element is written",
            Add add when dependence.Has(add.Index) => "a variable decides which element is written",
            If branch when dependence.Has(branch.Condition) && branch.Merges.Any(static m => m.Type.IsInteger()) => "a variable decides what '" + branch.Merges.First(static m => m.Type.IsInteger()).Name + "' counts",
            Throw thrown when thrown.Arguments.Any(dependence.Has) => "an exception tells the value of a variable",
            _ => null,
        };
        if (control is not null)
        {
            return new(ObstacleKind.Control, statement.Origin, control);
        }
        if (statement is Call)
        {
            return new(ObstacleKind.Operation, statement.Origin, "it calls a method without source");
        }
        foreach (Expression expression in Walker.Own(statement).SelectMany(Walker.All))
        {
            if (Of(expression, dependence) is { } found)
            {
                return found with { Origin = statement.Origin };
            }
        }
        return null;
    }

    private static BoundObstacle? Of(Expression expression, Dependence dependence)
    {
        switch (expression)
        {
            case Element element when dependence.Has(element.Index):
                return new(ObstacleKind.Control, -1, "a variable decides which element is read");
            case External external when external.Arguments.Any(dependence.Has):
                return new(ObstacleKind.Operation, -1, "'" + external.Text + "' has no bounds");
            case Apply apply when apply.Arguments.Any(dependence.Has):
                return Of(apply);
            default:
                return null;
        }
    }

    /// <summary>An operation on what depends on a variable.</summary>
    private static BoundObstacle? Of(Apply apply)
    {
        Primitive p = apply.Primitive;
        if (apply.Type.IsInteger() && p != Elementary.Sign)
        {
            return new(ObstacleKind.Control, -1, "an integer is made from a variable");
        }
        bool isKnown = p.Operator.Length > 0 || p == Arithmetic.Convert || p == Arithmetic.Select || p == Arithmetic.Guarded || p == Elementary.Attach || apply.Type == ScalarType.Bool || IntervalRules.Has(p);
        return isKnown ? null : new(ObstacleKind.Operation, -1, "'" + p.Name + "' has no interval rule");
    }
}

internal sealed record BoundObstacle(ObstacleKind Kind, int Origin, string Reason);

internal enum ObstacleKind
{
    /// <summary>A variable decides what is done rather than what is computed.</summary>
    Control,

    /// <summary>An operation without bounds.</summary>
    Operation,
}
