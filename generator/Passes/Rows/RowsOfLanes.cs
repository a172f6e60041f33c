using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using Proxima.Generator.Transforms;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass an array that loops in lanes touch row by row, and nothing else, holds its rows in whole vectors: no access needs a mask. Arrays of the
/// function's own are made so; outputs, and variables beside them, are copied before and after, which costs no more than to clear an output does.
/// </summary>
/// <remarks>
/// <code>
/// for (t …) { for (j = 0 to n by 8) { active = first lanes of n - j; h[t·n + j … active] = f(w[j … active]) } }
/// → blocks = (n + 7) / 8; wLanes = rows of w
///   for (t …) { for (j = 0 to n by 8) { block = j / 8; h[t·blocks + block] = f(wLanes[block]) } }
/// </code>
/// </remarks>
internal sealed class RowsOfLanes
{
    private readonly Function _function;
    private readonly Names _names;
    private readonly RowSites _sites;
    private readonly Dictionary<string, string> _arrays = [];
    private readonly List<(IndexPolynomial Width, Expression Blocks)> _blocks = [];
    private readonly List<Statement> _start = [];
    private readonly List<Statement> _end = [];

    private RowsOfLanes(Function function)
    {
        _function = function;
        _names = Names.Of(function);
        _sites = RowSites.Of(function);
    }

    public static Function Run(Function function)
    {
        if (function.Lanes is not { } lanes)
        {
            return function;
        }
        RowsOfLanes pass = new(function);
        pass.Choose();
        if (pass._arrays.Count == 0)
        {
            return function;
        }
        Block body = pass.Rewrite(function.Body, null, []);
        // Indices of elements have no reader any more.
        return DeadCode.Run(function with
        {
            Body = pass._start.Concat(body.Statements).Concat(pass._end).ToBlock(),
            Lanes = lanes with { Arrays = lanes.Arrays.Concat(pass._arrays.Values).OrderBy(static n => n, StringComparer.Ordinal).ToEquatableArray() },
        });
    }

    private void Choose()
    {
        ScalarType real = _function.Lanes!.Real;
        foreach (NewArray array in _sites.Made.Values.Where(a => a.Type == real && IsInRows(a.Name)))
        {
            if (RowCount(array) is not null)
            {
                _arrays[array.Name] = array.Name;
                BlocksOf(_sites.Widths[array.Name]);
            }
        }
        Parameter[] repeated = [.. _function.Parameters.Where(p => p.Type == real && IsInRows(p.Name) && _sites.IsRepeated(p.Name))];
        if (!repeated.Any(static p => p.Kind == ParameterKind.Output))
        {
            return; // a copy could cost more than all there is to do
        }
        foreach (Parameter parameter in repeated.Where(static p => p.Kind == ParameterKind.Output || (p.Kind == ParameterKind.Array && p.IsVariable)))
        {
            string rows = _arrays[parameter.Name] = _names.Fresh(parameter.Name.Replace("$", "") + "Lanes");
            IndexPolynomial width = _sites.Widths[parameter.Name];
            Expression columns = width.ToExpression(), blocks = BlocksOf(width);
            _start.Add(new NewArray(rows, real, IndexTimes(new Apply(ScalarType.Int, LaneOperations.WholeRows, [new Length(parameter.Name), columns]), blocks)) { NeedsZeros = false });
            _start.Add(new Call([], LaneOperations.LoadRows, [columns], [parameter.Name, rows]));
            if (parameter.Kind == ParameterKind.Output)
            {
                _end.Add(new Call([], LaneOperations.StoreRows, [columns], [rows, parameter.Name]));
            }
        }
    }

    private bool IsInRows(string array) => _sites.Widths.ContainsKey(array) && !_sites.Refused.Contains(array);

    /// <summary>How many rows an array has: the factor beside the length of a row where it is written so.</summary>
    private Expression? RowCount(NewArray array)
    {
        IndexPolynomial width = _sites.Widths[array.Name];
        bool IsWidth(Expression factor) => _sites.FormulaOf(factor).Value is { } value && IndexPolynomial.Of(value).Equals(width);
        return array.Length switch
        {
            Apply { Primitive: var p, Arguments: [var rows, var columns] } when p == Arithmetic.Times && IsWidth(columns) => rows,
            Apply { Primitive: var p, Arguments: [var columns, var rows] } when p == Arithmetic.Times && IsWidth(columns) => rows,
            _ when IsWidth(array.Length) => Int(1),
            _ => _sites.FormulaOf(array.Length).Value is { } length && IndexPolynomial.Of(length).Divide(width) is { } divided && divided.Remainder.Constant == 0
                ? divided.Quotient.ToExpression()
                : null,
        };
    }

    /// <summary>How many vectors a row takes.</summary>
    private Expression BlocksOf(IndexPolynomial width)
    {
        int lanes = LoopLanes.LanesOf(_function.Lanes!.Real);
        if (width.Constant is { } constant)
        {
            return Int((int)((constant + lanes - 1) / lanes));
        }
        foreach ((IndexPolynomial known, Expression blocks) in _blocks)
        {
            if (known.Equals(width))
            {
                return blocks;
            }
        }
        Expression columns = width.ToExpression();
        string name = _names.Fresh(columns is Read read ? read.Name + "Blocks" : "blocks");
        _start.Add(new Let(name, Call(Arithmetic.Over, Offset(columns, lanes - 1), Int(lanes))));
        _blocks.Add((width, Name(name, ScalarType.Int)));
        return Name(name, ScalarType.Int);
    }

    private Block Rewrite(Block block, For? rows, Dictionary<Expression, Expression> places) => block.Statements.Select(s => Rewrite(s, rows, places)).ToBlock();

    private Statement Rewrite(Statement statement, For? rows, Dictionary<Expression, Expression> places)
    {
        Expression At(Expression expression) => Placed(expression, places);
        switch (statement)
        {
            case NewArray array when _arrays.ContainsKey(array.Name):
                return array with { Length = IndexTimes(RowCount(array)!, BlocksOf(_sites.Widths[array.Name])) };
            case Store store when _arrays.TryGetValue(store.Array, out string? stored):
                return store with { Array = stored, Index = places[store.Index], Value = Rewriter.Map(store.Value, At) };
            case Add add when _arrays.TryGetValue(add.Array, out string? added):
                return add with { Array = added, Index = places[add.Index], Value = Rewriter.Map(add.Value, At) };
            case For loop when _sites.WidthOf(loop) is not null:
                return RewriteRows(loop);
            case For loop:
                return ((For)Rewriter.Map(loop, At, nested: false)) with { Body = Rewrite(loop.Body, rows, places) };
            case While loop:
                return ((While)Rewriter.Map(loop, At, nested: false)) with { Body = Rewrite(loop.Body, rows, places) };
            case If branch:
                return ((If)Rewriter.Map(branch, At, nested: false)) with { Then = Rewrite(branch.Then, rows, places), Else = Rewrite(branch.Else, rows, places) };
            default:
                return Rewriter.Map(statement, At, nested: false);
        }
    }

    private Expression Placed(Expression expression, Dictionary<Expression, Expression> places) =>
        expression is Element element && _arrays.TryGetValue(element.Array, out string? array) ? element with { Array = array, Index = places[element.Index] } : expression;

    /// <summary>A loop over rows: names for the places it touches, then its body.</summary>
    private For RewriteRows(For loop)
    {
        Dictionary<Expression, Expression> places = [];
        List<(IndexPolynomial Row, Expression Place)> rows = [];
        List<Statement> lets = [];
        Read? block = null;
        foreach (Expression index in Indices(loop))
        {
            if (places.ContainsKey(index))
            {
                continue;
            }
            if (block is null)
            {
                block = Name(_names.Fresh("block"), ScalarType.Int);
                lets.Add(new Let(block.Name, Call(Arithmetic.Over, Name(loop.Index, ScalarType.Int), Int(loop.Step))));
            }
            IndexPolynomial row = _sites.RowOf(loop, index)!;
            if (rows.FirstOrDefault(r => r.Row.Equals(row)).Place is not { } place)
            {
                Expression first = IndexTimes(row.ToExpression(), BlocksOf(_sites.WidthOf(loop)!));
                place = block;
                if (!IsConstant(first, 0))
                {
                    place = Name(_names.Fresh("place"), ScalarType.Int);
                    lets.Add(new Let(((Read)place).Name, IndexPlus(first, block)));
                }
                rows.Add((row, place));
            }
            places[index] = place;
        }
        Block body = Rewrite(loop.Body, loop, places);
        return loop with
        {
            Carried = loop.Carried.Map(c => c with { Next = Rewriter.Map(c.Next, e => Placed(e, places)) }),
            Body = body.Statements.Take(1).Concat(lets).Concat(body.Statements.Skip(1)).ToBlock(),
        };
    }

    /// <summary>The indices of the chosen arrays in a loop, in the order in which they are written.</summary>
    private IEnumerable<Expression> Indices(For loop)
    {
        foreach (Statement statement in Walker.Statements(loop.Body))
        {
            foreach (Element element in Walker.Own(statement).SelectMany(Walker.All).OfType<Element>().Where(e => _arrays.ContainsKey(e.Array)))
            {
                yield return element.Index;
            }
            if (statement is Store store && _arrays.ContainsKey(store.Array))
            {
                yield return store.Index;
            }
            if (statement is Add add && _arrays.ContainsKey(add.Array))
            {
                yield return add.Index;
            }
        }
        foreach (Element element in loop.Carried.SelectMany(static c => Walker.All(c.Next)).OfType<Element>().Where(e => _arrays.ContainsKey(e.Array)))
        {
            yield return element.Index;
        }
    }
}
