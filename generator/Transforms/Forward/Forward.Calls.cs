using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// Calls of functions that could not be inlined, because they call themselves.
internal sealed partial class Forward
{
    public static string TangentName(string function) => function + "Tangent";

    /// <summary>
    /// The tangents of a callee in one direction: the same parameters with a tangent for each real one, grouped by kind as calls pass them; it returns the
    /// values and then their tangents.
    /// </summary>
    private static Function OfCallee(Function callee, IReadOnlyDictionary<string, Function> callees)
    {
        Names names = Names.Of(callee);
        List<Parameter> parameters = [];
        Dictionary<string, Expression> scalars = [];
        Dictionary<string, string> arrays = [];
        foreach (IGrouping<ParameterKind, Parameter> kind in callee.Parameters.GroupBy(static p => p.Kind).OrderBy(static g => g.Key))
        {
            parameters.AddRange(kind);
            foreach (Parameter parameter in kind.Where(static p => p.Type.IsReal()))
            {
                string tangent = names.Fresh(parameter.Name + "Tangent");
                parameters.Add(parameter with { Name = tangent });
                if (kind.Key == ParameterKind.Scalar)
                {
                    scalars[parameter.Name] = Name(tangent, parameter.Type);
                }
                else
                {
                    arrays[parameter.Name] = tangent;
                }
            }
        }
        Forward pass = new(callee, callees, [new("", scalars, new Dictionary<string, Func<Expression, Expression>>(), arrays)], parameters);
        foreach (KeyValuePair<string, string> array in arrays)
        {
            pass._arrays[0][array.Key] = array.Value;
        }
        return pass.Finish(TangentName(callee.Name), parameters);
    }

    /// <summary>(r) = G(a, x)  →  (r, rTangent) = GTangent(a, aTangent, x, xTangent): the callee computes both.</summary>
    private void FollowCall(Call call)
    {
        if (_directions.Count != 1)
        {
            throw new InvalidOperationException("calls are followed in one direction at a time");
        }
        Function callee = _callees[call.Function];
        List<Expression> arguments = [.. call.Arguments];
        arguments.AddRange(call.Arguments.Where(static a => a.Type.IsReal()).Select(a => Tangent(a, 0) ?? Zero(a.Type)));
        Parameter[] wholes = [.. callee.Parameters.Where(static p => p.Kind != ParameterKind.Scalar)];
        List<string> arrays = [];
        foreach (IGrouping<ParameterKind, (Parameter Parameter, string Array)> kind in wholes.Select((p, i) => (p, call.Arrays[i])).GroupBy(static p => p.p.Kind).OrderBy(static g => g.Key))
        {
            arrays.AddRange(kind.Select(static a => a.Array));
            arrays.AddRange(kind.Where(static a => a.Parameter.Type.IsReal()).Select(a => TangentsOf(a.Array, a.Parameter.Type)));
        }
        List<Result> results = [.. call.Results];
        foreach (Result result in call.Results.Where(static r => r.Type.IsReal()))
        {
            string tangent = _names.Fresh(result.Name + "Tangent");
            results.Add(new(tangent, result.Type));
            _tangents[0][result.Name] = Name(tangent, result.Type);
        }
        _output.Add(call with { Function = TangentName(call.Function), Arguments = arguments.ToEquatableArray(), Arrays = arrays.ToEquatableArray(), Results = results.ToEquatableArray() });
    }

    /// <summary>The tangents of an array; zeros where it has none.</summary>
    private string TangentsOf(string array, ScalarType type)
    {
        if (_arrays[0].TryGetValue(array, out string? tangents) || _directions[0].Arrays.TryGetValue(array, out tangents))
        {
            return tangents;
        }
        string zeros = _names.Fresh(array + "Tangent");
        _output.Add(new NewArray(zeros, type, new Length(array)));
        return zeros;
    }
}
