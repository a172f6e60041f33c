using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// Calls of functions that could not be inlined, because they call themselves.
internal sealed partial class Reverse
{
    /// <summary>
    /// (r) = G(a, x)  →  (aAdjoint) = GAdjoint(a, x, rAdjoint, xAdjoint): the adjoint function runs G's primal sweep again and adds into the adjoint of
    /// the arrays. So an array that changes later is put back first.
    /// </summary>
    private void ReverseCall(Region region, int position, Call call)
    {
        if (!call.Results.Any(r => _adjoints.ContainsKey(r.Name)) || !_callees[call.Function].Parameters.Any(static p => p.IsVariable))
        {
            return;
        }
        List<Expression> arguments = [.. call.Arguments.Select(Use)];
        foreach (Result result in call.Results.Where(static r => r.Type.IsReal()))
        {
            arguments.Add(_adjoints.TryGetValue(result.Name, out Expression? seed) ? seed : Zero(result.Type));
            _adjoints.Remove(result.Name);
        }
        List<string> arrays = [], accumulators = [];
        Function callee = _callees[call.Function];
        Parameter[] arrayParameters = [.. callee.Parameters.Where(static p => p.Kind == ParameterKind.Array)];
        for (int i = 0; i < call.Arrays.Count; i++)
        {
            string array = call.Arrays[i];
            if (_arrayOwner.TryGetValue(array, out Region? declaring))
            {
                if (Writes(region, position + 1, array) || IsWrittenAround(region, declaring, array))
                {
                    _policy.Undo(array);
                }
                if (declaring.Kind != RegionKind.Direct)
                {
                    array = DemandArray(declaring, array);
                }
            }
            arrays.Add(array);
            if (arrayParameters[i].IsVariable)
            {
                accumulators.Add(AccumulatorFor(call.Arrays[i], arrayParameters[i].Type, call));
            }
        }
        List<(Read Argument, string Adjoint)> shares = [];
        List<Result> results = [];
        Parameter[] scalars = [.. callee.Parameters.Where(static p => p.Kind == ParameterKind.Scalar)];
        for (int i = 0; i < scalars.Length; i++)
        {
            if (scalars[i].IsVariable)
            {
                string adjoint = _names.Fresh(scalars[i].Name + "Adjoint");
                results.Add(new(adjoint, scalars[i].Type));
                if (call.Arguments[i] is Read argument)
                {
                    shares.Add((argument, adjoint));
                }
            }
        }
        Emit(new Call(results.ToEquatableArray(), AdjointName(call.Function), arguments.ToEquatableArray(), [.. arrays, .. accumulators]), call);
        foreach ((Read argument, string adjoint) in shares)
        {
            Contribute(argument, Name(adjoint, argument.Type), call);
        }
    }

    /// <summary>The adjoint array to add into; a scratch one where the array has no adjoint.</summary>
    private string AccumulatorFor(string array, ScalarType type, Statement source)
    {
        if (_activity.IsActive(array) && _adjointArrays.TryGetValue(array, out string? adjoint))
        {
            return adjoint;
        }
        string scratch = _names.Fresh(array + "Unused");
        Emit(new NewArray(scratch, type, Use(new Length(array))), source);
        return scratch;
    }

    public static string AdjointName(string function) => function + "Adjoint";

    /// <summary>The adjoint of a callee: the same parameters, a seed per real result, an accumulator per array; it returns the adjoints of the scalars.</summary>
    private Function Callee()
    {
        List<Parameter> parameters = [.. _function.Parameters];
        List<Expression> seeds = [];
        for (int i = 0; i < _function.Results.Count; i++)
        {
            if (_function.Results[i].Type.IsReal())
            {
                Parameter seed = new(_names.Fresh("seed"), _function.Results[i].Type, ParameterKind.Scalar, false);
                parameters.Add(seed);
                seeds.Add(_function.Results[i]);
                _seeds.Add(Name(seed.Name, seed.Type));
            }
        }
        foreach (Parameter array in _function.Parameters.Where(static p => p.IsVariable && p.Kind == ParameterKind.Array))
        {
            string accumulator = _names.Fresh(array.Name + "Adjoint");
            _adjointArrays[array.Name] = accumulator;
            parameters.Add(new(accumulator, array.Type, ParameterKind.Accumulator, false));
        }
        Region root = Open(null, 0, RegionKind.Direct, _function.Body, null);
        _backward = root.Backward;
        for (int i = 0; i < seeds.Count; i++)
        {
            Contribute(seeds[i], _seeds[i]);
        }
        ReverseStatements(root);
        IEnumerable<Expression> results = _function.Parameters.Where(static p => p.IsVariable && p.Kind == ParameterKind.Scalar)
            .Select(p => _adjoints.TryGetValue(p.Name, out Expression? adjoint) ? adjoint : Zero(p.Type));
        return new(AdjointName(_function.Name), parameters.ToEquatableArray(), _function.Tables, root.Forward().Concat(root.Backward).ToBlock(), results.ToEquatableArray());
    }
}
