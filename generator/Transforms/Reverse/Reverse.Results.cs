using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// Seeds: the adjoints of what a function returns and of the arrays it writes.
internal sealed partial class Reverse
{
    /// <summary>Output arrays whose seeds are read in place: no element is written twice, so none has to be cleared.</summary>
    private readonly Dictionary<string, string> _seedArrays = [];

    private Expression SeedOf(Seeds seeds, int result, ScalarType type, List<Parameter> parameters)
    {
        if (seeds.Results.Count == 0)
        {
            return One(type);
        }
        string seed = seeds.Results[result];
        _names.Reserve(seed);
        parameters.Add(new(seed, type, ParameterKind.Scalar, false));
        return Name(seed, type);
    }

    /// <summary>
    /// The adjoint of an output array starts as its seed. Where an element may be written twice it is a copy of the seed, because each store clears the
    /// adjoint of what it overwrites.
    /// </summary>
    private void SeedArrays(Region root, Seeds seeds, List<Parameter> parameters)
    {
        foreach (Parameter output in _function.Parameters.Where(p => p.Kind == ParameterKind.Output && seeds.Arrays.ContainsKey(p.Name)))
        {
            string seed = seeds.Arrays[output.Name];
            _names.Reserve(seed);
            parameters.Add(new(seed, output.Type, ParameterKind.Array, false));
            if (!_activity.IsActive(output.Name))
            {
                continue;
            }
            if (Results.AreWrittenOnce(_segmented.Undivided, output.Name))
            {
                _adjointArrays[output.Name] = seed;
                _seedArrays[output.Name] = seed;
                continue;
            }
            string adjoint = _names.Fresh(output.Name + "Adjoint"), length = _names.Fresh(output.Name + "Length"), k = _names.Fresh("k");
            _adjointArrays[output.Name] = adjoint;
            root.Start.Add(new Let(length, new Length(output.Name)) { IsTemporary = true });
            root.Start.Add(new NewArray(adjoint, output.Type, Name(length, ScalarType.Int)) { NeedsZeros = false });
            Statement copy = new Store(adjoint, Name(k, ScalarType.Int), new Element(output.Type, seed, Name(k, ScalarType.Int)));
            root.Start.Add(new For(k, Int(0), Name(length, ScalarType.Int), 1, new(new EquatableArray<Statement>([copy]))));
        }
    }

    /// <summary>True when the adjoint of what a statement writes into an array is its seed, known from the start and only its own.</summary>
    private bool IsSeeded(string array) => _seedArrays.ContainsKey(array);
}
