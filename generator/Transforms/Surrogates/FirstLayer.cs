using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Transforms.Surrogates;

/// <summary>
/// Splits a term into an affine layer and what follows: the widest values that are affine in the coordinates are the layer's units, a coordinate that something else
/// reads is a unit too. Not for terms that can jump, because a unit is known to rounding only, nor where an operation has no form in lanes.
/// </summary>
/// <remarks><code>let u = 2.0 * a - b; let t = tanh(u); let r = t * a   →   units u, a;  let t = tanh(u); let r = t * a</code></remarks>
internal static class FirstLayer
{
    private const int MostUnits = 512;

    public static Layer? Of(Function term, IReadOnlyList<string> coordinates)
    {
        if (term.Parameters.Any(p => p.Type != ScalarType.Double || !coordinates.Contains(p.Name)))
        {
            return null;
        }
        Function flat = PassList.Prepare(Flatten.Run(term));
        if (PieceProgram.Of(flat, coordinates).HasJumps || Walker.Expressions(flat.Body).Any(static e => e is External or Element))
        {
            return null;
        }
        Names names = Names.Of(flat);
        LinearForms forms = new();
        foreach (string coordinate in coordinates)
        {
            forms.AddAtom(coordinate);
        }
        Dictionary<string, (string Name, LinearForm Form)> units = [];
        List<Statement> head = [];
        foreach (Let let in flat.Body.Statements.Cast<Let>())
        {
            forms.Add(let);
            if (forms.Of(let.Value) is null)
            {
                head.Add(Rewriter.Map(let, Unit));
            }
        }
        Expression[] results = [.. flat.Results.Select(r => Rewriter.Map(r, Unit))];
        if (units.Count is 0 or > MostUnits)
        {
            return null;
        }
        (string Name, LinearForm Form)[] layer = [.. units.Values];
        Function function = PassList.Prepare(new Function(
            "Head", layer.Select(static u => new Parameter(u.Name, ScalarType.Double, ParameterKind.Scalar, true)).ToEquatableArray(), [], head.ToBlock(), results.ToEquatableArray()));
        if (Vectorise.Run(function, out _) is null)
        {
            return null;
        }
        double[] weights = [.. layer.SelectMany(u => coordinates.Select(c => u.Form.Weights.TryGetValue(c, out double weight) ? weight : 0))];
        return new(weights, [.. layer.Select(static u => u.Form.Constant)], function);

        Expression Unit(Expression expression)
        {
            if (expression is not Read { Type: ScalarType.Double } read || forms.Of(read) is not { } form)
            {
                return expression;
            }
            if (form.IsConstant)
            {
                return Build.Double(form.Constant);
            }
            if (!units.TryGetValue(form.Key, out (string Name, LinearForm Form) unit))
            {
                unit = (coordinates.Contains(read.Name) ? read.Name : names.Fresh("unit" + (units.Count + 1).ToString(CultureInfo.InvariantCulture)), form);
                units[form.Key] = unit;
            }
            return Build.Name(unit.Name, ScalarType.Double);
        }
    }
}
