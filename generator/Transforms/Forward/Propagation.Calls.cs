using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// Calls of functions that could not be inlined, because they call themselves.
internal abstract partial class Propagation
{
    /// <summary>
    /// The parts of a callee: the same parameters, then those of each real one, grouped by kind as calls pass them; it returns the values and then their
    /// parts.
    /// </summary>
    private Function OfCallee(Function callee)
    {
        Names names = Names.Of(callee);
        List<Parameter> parameters = [];
        Dictionary<string, Expression>[] scalars = [.. Directions.Select(static _ => new Dictionary<string, Expression>())];
        Dictionary<string, string>[] arrays = [.. Directions.Select(static _ => new Dictionary<string, string>())];
        foreach (IGrouping<ParameterKind, Parameter> kind in callee.Parameters.GroupBy(static p => p.Kind).OrderBy(static g => g.Key))
        {
            parameters.AddRange(kind);
            for (int d = 0; d < Directions.Count; d++)
            {
                foreach (Parameter parameter in kind.Where(static p => p.Type.IsReal()))
                {
                    string part = names.Fresh(parameter.Name + Directions[d].Suffix);
                    parameters.Add(parameter with { Name = part });
                    if (kind.Key == ParameterKind.Scalar)
                    {
                        scalars[d][parameter.Name] = Name(part, parameter.Type);
                    }
                    else
                    {
                        arrays[d][parameter.Name] = part;
                    }
                }
            }
        }
        Direction[] directions = [.. Directions.Select((d, i) => new Direction(d.Suffix, scalars[i], new Dictionary<string, Func<Expression, Expression>>(), arrays[i]))];
        Propagation pass = For(callee, directions, parameters);
        for (int d = 0; d < directions.Length; d++)
        {
            foreach (KeyValuePair<string, string> array in arrays[d])
            {
                pass._arrays[d][array.Key] = array.Value;
            }
        }
        return pass.Finish(CalleeName(callee.Name), parameters);
    }

    /// <summary>False for a function without source, of which nothing is known but its value.</summary>
    private static bool HasParts(Function callee) => callee.Parameters.Any(static p => p.IsVariable || p.Kind == ParameterKind.Accumulator);

    /// <summary>(r) = G(a, x)  →  (r, rTangent) = GTangent(a, aTangent, x, xTangent): the callee computes both.</summary>
    private void FollowCall(Call call)
    {
        Function callee = Callees[call.Function];
        if (!HasParts(callee))
        {
            Output.Add(call);
            return;
        }
        List<Expression> arguments = [.. call.Arguments];
        for (int d = 0; d < Directions.Count; d++)
        {
            arguments.AddRange(call.Arguments.Where(static a => a.Type.IsReal()).Select(a => Part(a, d) ?? Zero(a.Type)));
        }
        Parameter[] wholes = [.. callee.Parameters.Where(static p => p.Kind != ParameterKind.Scalar)];
        List<string> arrays = [];
        foreach (IGrouping<ParameterKind, (Parameter Parameter, string Array)> kind in wholes.Select((p, i) => (p, call.Arrays[i])).GroupBy(static p => p.p.Kind).OrderBy(static g => g.Key))
        {
            arrays.AddRange(kind.Select(static a => a.Array));
            for (int d = 0; d < Directions.Count; d++)
            {
                arrays.AddRange(kind.Where(static a => a.Parameter.Type.IsReal()).Select(a => PartsOf(a.Array, a.Parameter.Type, d)));
            }
        }
        List<Result> results = [.. call.Results];
        for (int d = 0; d < Directions.Count; d++)
        {
            foreach (Result result in call.Results.Where(static r => r.Type.IsReal()))
            {
                string part = Names.Fresh(result.Name + Directions[d].Suffix);
                results.Add(new(part, result.Type));
                Parts[d][result.Name] = Name(part, result.Type);
            }
        }
        Output.Add(call with { Function = CalleeName(call.Function), Arguments = arguments.ToEquatableArray(), Arrays = arrays.ToEquatableArray(), Results = results.ToEquatableArray() });
    }

    /// <summary>The parts of an array; zeros where it has none.</summary>
    private string PartsOf(string array, ScalarType type, int d)
    {
        if (_arrays[d].TryGetValue(array, out string? parts) || Directions[d].Arrays.TryGetValue(array, out parts))
        {
            return parts;
        }
        string zeros = Names.Fresh(array + Directions[d].Suffix);
        Output.Add(new NewArray(zeros, type, new Length(array)));
        return zeros;
    }
}
