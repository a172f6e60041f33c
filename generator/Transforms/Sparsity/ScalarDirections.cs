using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// All derivatives of straight code by its scalar variables, each a direction of forward mode that shares the primal. Where two variables are only met
/// as their sum or difference, that value is the direction and they take its derivatives with their signs: one direction instead of two, same bits.
/// </summary>
/// <remarks><code>let x = p - c; … f(x) …   →   ∂f/∂p = ∂f/∂x; ∂f/∂c = -∂f/∂x</code></remarks>
internal static class ScalarDirections
{
    /// <summary>The function with the results, then, variable by variable, their derivatives.</summary>
    public static Function Run(Function function)
    {
        string[] variables = [.. function.Parameters.Where(static p => p.IsVariable).Select(static p => p.Name)];
        ILookup<string, Read> uses = Walker.Expressions(function.Body).Concat(function.Results.SelectMany(Walker.All)).OfType<Read>().ToLookup(static r => r.Name);
        HashSet<string> once = [.. variables.Where(v => uses[v].Count() == 1)];
        Dictionary<string, (string Joint, bool IsNegative)> shares = [];
        List<Statement> joints = [];
        foreach (Let let in function.Body.Statements.OfType<Let>())
        {
            if (let.Value is Apply { Primitive: var p, Arguments: [Read left, Read right] } && (p == Arithmetic.Plus || p == Arithmetic.Minus)
                && left.Name != right.Name && once.Contains(left.Name) && once.Contains(right.Name))
            {
                joints.Add(let);
                shares[left.Name] = (let.Name, false);
                shares[right.Name] = (let.Name, p == Arithmetic.Minus);
            }
        }
        Parameter[] parameters = [.. function.Parameters.Select(p => p with { IsVariable = p.IsVariable && !shares.ContainsKey(p.Name) })];
        Parameter[] opened = [.. joints.Cast<Let>().Select(static l => new Parameter(l.Name, l.Value.Type, ParameterKind.Scalar, true))];
        Function inner = function with { Parameters = [.. parameters, .. opened], Body = function.Body.Statements.Where(s => !joints.Contains(s)).ToBlock() };
        string[] directions = [.. inner.Parameters.Where(static p => p.IsVariable).Select(static p => p.Name)];
        Direction[] units = [.. directions.Select(name => Unit(inner, name))];
        Function both = Forward.Run(new(inner, []), units, [], [.. units.Select(static _ => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>())]).Main;
        int count = function.Results.Count;
        List<Expression> results = [.. both.Results.Take(count)];
        foreach (string variable in variables)
        {
            (string joint, bool isNegative) = shares.TryGetValue(variable, out (string, bool) share) ? share : (variable, false);
            int place = count * (1 + Array.IndexOf(directions, joint));
            results.AddRange(both.Results.Skip(place).Take(count).Select(r => isNegative && !IsConstant(r, 0) ? Negate(r) : r));
        }
        return both with { Parameters = function.Parameters, Body = joints.Concat(both.Body.Statements).ToBlock(), Results = results.ToEquatableArray() };
    }

    private static Direction Unit(Function function, string name) => new(
        "By" + char.ToUpperInvariant(name[0]) + name.Substring(1).Replace("$", "") + "Tangent",
        new Dictionary<string, Expression> { [name] = One(function.Parameters.First(p => p.Name == name).Type) },
        new Dictionary<string, Func<Expression, Expression>>(),
        new Dictionary<string, string>());
}
