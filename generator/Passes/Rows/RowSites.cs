using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Passes;

/// <summary>
/// Where a function touches arrays row by row: in loops whose lanes count from 0 to the length of a row, a mask leaving out those past it. An array is
/// <see cref="Refused"/> where some access is of another form.
/// </summary>
internal sealed class RowSites
{
    private readonly KnownIntegers _integers;
    private readonly ScalarType _real;
    private readonly int _lanes;
    private readonly HashSet<string> _parameters;
    private readonly Dictionary<string, (string Mask, IndexPolynomial Width)> _loops = [];
    private readonly HashSet<string> _once = [];

    private RowSites(Function function)
    {
        _integers = new(function);
        _real = function.Lanes!.Real;
        _lanes = LoopLanes.LanesOf(_real);
        _parameters = [.. function.Parameters.Where(static p => p.Kind == ParameterKind.Scalar && p.Type == ScalarType.Int).Select(static p => p.Name)];
        Refused.UnionWith(function.Lanes.Arrays);
    }

    public HashSet<string> Refused { get; } = [];

    /// <summary>The length of an array's rows.</summary>
    public Dictionary<string, IndexPolynomial> Widths { get; } = [];

    public Dictionary<string, NewArray> Made { get; } = [];

    public static RowSites Of(Function function)
    {
        RowSites sites = new(function);
        sites.Collect(function.Body, null, 0);
        foreach (Expression result in function.Results)
        {
            sites.Read(result, null, 0);
        }
        return sites;
    }

    /// <summary>True for an array that is only touched inside two loops at least.</summary>
    public bool IsRepeated(string array) => !_once.Contains(array);

    public Formula FormulaOf(Expression integer) => _integers.Of(integer);

    /// <summary>The row that a place of a loop's body touches; null where it is no place in a row.</summary>
    public IndexPolynomial? RowOf(For loop, Expression index)
    {
        if (index is not Apply { Primitive: var p, Arguments: [var first, Constant { Bits: 1 }, Read mask] } || p != LaneOperations.ActiveRamp
            || !_loops.TryGetValue(loop.Index, out (string Mask, IndexPolynomial Width) around) || mask.Name != around.Mask
            || _integers.Of(first).Value is not { } formula || IndexPolynomial.Of(formula).Split(loop.Index) is not { } parts || parts.Factor.Constant != 1
            || parts.Others.Divide(around.Width) is not { } divided || divided.Remainder.Constant != 0)
        {
            return null;
        }
        // Evaluated where the loop's body starts: nothing that may throw, and nothing that a loop in the body counts.
        Expression row = divided.Quotient.ToExpression();
        return IsPlain(row) && !Walker.Statements(loop.Body).OfType<For>().Any(inner => divided.Quotient.Mentions(inner.Index)) ? divided.Quotient : null;
    }

    /// <summary>The length of the rows of a loop whose lanes are parts of rows.</summary>
    public IndexPolynomial? WidthOf(For loop)
    {
        if (_loops.TryGetValue(loop.Index, out (string, IndexPolynomial Width) known))
        {
            return known.Width;
        }
        if (loop.Step != _lanes || !Build.IsConstant(loop.From, 0) || loop.Body.Statements.Count == 0
            || loop.Body.Statements[0] is not Let { Value: Apply { Primitive: var first } } mask || first != LaneOperations.FirstLanes
            || _integers.Of(loop.To).Value is not { } to || !IsPlain(to) || Walker.All(to).Any(e => e is Read read && !_parameters.Contains(read.Name)))
        {
            return null;
        }
        IndexPolynomial width = IndexPolynomial.Of(to);
        if (width.Constant is <= 0 || width.Divide(width) is null)
        {
            return null;
        }
        _loops[loop.Index] = (mask.Name, width);
        return width;
    }

    private static bool IsPlain(Expression integer) => Walker.All(integer).All(static e => e is Constant or Ir.Read or Length
        || (e is Apply { Type: ScalarType.Int, Primitive: var p } && (p == Arithmetic.Plus || p == Arithmetic.Minus || p == Arithmetic.Times || p == Arithmetic.Negative)));

    private void Collect(Block block, For? rows, int depth)
    {
        foreach (Statement statement in block.Statements)
        {
            For? inner = statement is For loop && WidthOf(loop) is not null ? (For)statement : rows;
            foreach (Expression own in Walker.Own(statement))
            {
                // What a loop carries to the next iteration is read inside it.
                bool isNext = inner != rows && ((For)statement).Carried.Any(c => ReferenceEquals(c.Next, own));
                Read(own, isNext ? inner : rows, isNext ? depth + 1 : depth);
            }
            switch (statement)
            {
                case Store store:
                    Touch(store.Array, store.Index, rows, depth);
                    break;
                case Add add:
                    Touch(add.Array, add.Index, rows, depth);
                    break;
                case NewArray array:
                    Made[array.Name] = array;
                    break;
                case Slice slice:
                    Refused.Add(slice.Array);
                    Refused.Add(slice.Name);
                    break;
                case Call call:
                    Refused.UnionWith(call.Arrays);
                    break;
                case Contract contract:
                    Refused.Add(contract.Target.Array);
                    break;
            }
            foreach (Block body in Walker.Blocks(statement))
            {
                Collect(body, inner, statement is For or While ? depth + 1 : depth);
            }
        }
    }

    private void Read(Expression expression, For? rows, int depth)
    {
        foreach (Expression inner in Walker.All(expression))
        {
            if (inner is Element element)
            {
                Touch(element.Array, element.Index, rows, depth);
            }
            else if (inner is Length length && !_integers.Of(length).Equals(new Formula(length, "", -1)))
            {
                Refused.Add(length.Array); // an array of the function's own, whose length will be another one
            }
        }
    }

    private void Touch(string array, Expression index, For? rows, int depth)
    {
        if (rows is null || RowOf(rows, index) is null || (Widths.TryGetValue(array, out IndexPolynomial? width) && !width.Equals(WidthOf(rows)!)))
        {
            Refused.Add(array);
            return;
        }
        Widths[array] = WidthOf(rows)!;
        if (depth < 2)
        {
            _once.Add(array);
        }
    }
}
