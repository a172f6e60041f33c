using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// The entries of a sparse Jacobian iteration by iteration: where the iterations of a loop write rows of their own, the elements that one iteration
/// reads are the directions, and its rows go straight to their place. Nothing is stored per row, and the model runs once.
/// </summary>
/// <remarks>
/// <code>
/// for i: y[i] = f(x[b + 0], x[b + 1], z[i])   →   for i: columns = { b, b + 1, z + i }; y[i] = f(…); row = { ∂f/∂x[b], ∂f/∂x[b + 1], ∂f/∂z[i] }
/// </code>
/// </remarks>
internal static class Iterations
{
    /// <summary>The lanes of a row, its columns, and where its entries go: parameters of the result.</summary>
    public const string Row = "row$", Columns = "columns$", Values = "values$";

    /// <summary>The runtime's functions that the result calls.</summary>
    public const string Range = "Batch.Range", StoreRow = "pattern.StoreRow";

    private const int WidestRow = 32;

    /// <summary>The function, or null where a row is too wide, an element may be read under two names, or something else is written.</summary>
    public static Function? Of(Function function, Pattern pattern, IReadOnlyDictionary<string, Expression> rows, IReadOnlyList<(string Input, Expression Start)> columns, int lanes)
    {
        string[] outputs = [.. function.Parameters.Where(static p => p.Kind == ParameterKind.Output).Select(static p => p.Name)];
        if (pattern.Loops is not [{ MayAlias: false } local] || local.Width > WidestRow || function.Results.Count > 0
            || local.Sites.GroupBy(static s => s.Input).Any(static g => g.Count() > 1)
            || outputs.Any(o => function.Body.Statements.Any(s => s != (Statement)local.Loop && Walker.Written(s).Contains(o))))
        {
            return null;
        }
        KnownIntegers integers = new(function);
        if (local.HasConditionalSites && !AreReadAnyway(local, integers))
        {
            return null;
        }
        Names names = Names.Of(function);
        Place[] places = [.. Placed(local, columns, names)];
        Function marked = Mark(function, local.Loop, places);
        int blocks = (local.Width + lanes - 1) / lanes;
        Direction[] directions = [.. Enumerable.Range(0, blocks).Select(b => DirectionOf(function, places, integers, b, lanes))];
        Dictionary<string, string>[] tangents = [.. Enumerable.Range(0, blocks).Select(b => outputs.ToDictionary(static o => o, o => Tangents(o, b)))];
        Function both = Forward.Run(new(marked, []), directions, [], tangents).Main;
        HashSet<string> dropped = [.. tangents.SelectMany(static t => t.Values)];
        Parameter[] added = [new(Row, function.Parameters.First(static p => p.IsVariable).Type, ParameterKind.Output, false), new(Columns, ScalarType.Int, ParameterKind.Output, false), new(Values, function.Parameters.First(static p => p.IsVariable).Type, ParameterKind.Output, false)];
        return both with
        {
            Parameters = both.Parameters.Where(p => !dropped.Contains(p.Name)).Concat(added).ToEquatableArray(),
            Body = Scatter(both.Body, outputs, rows, blocks),
        };
    }

    /// <summary>True when each iteration reads the integers that tell its sites whatever branch it takes: they can be read at its start.</summary>
    private static bool AreReadAnyway(RowLocal local, KnownIntegers integers)
    {
        HashSet<Expression> read = [.. local.Loop.Body.Statements.Where(static s => s is Let or Store).SelectMany(Walker.Own).SelectMany(Walker.All)
            .Where(static e => e is Element { Type: ScalarType.Int }).Select(e => integers.Of(e).Value).OfType<Expression>()];
        return local.Sites.SelectMany(static s => Walker.All(s.First)).All(e => e is External ? false : e is not Element || read.Contains(e));
    }

    private static string Tangents(string output, int block) => "t" + block + "$" + output;

    /// <summary>The sites in the order of their columns.</summary>
    private static IEnumerable<Place> Placed(RowLocal local, IReadOnlyList<(string Input, Expression Start)> columns, Names names)
    {
        int position = 0;
        foreach ((string input, Expression start) in columns)
        {
            if (local.Sites.FirstOrDefault(s => s.Input == input) is { } site)
            {
                yield return new(site, start, position, names.Fresh(input + "First"));
                position += site.Count;
            }
        }
    }

    /// <summary>Each iteration starts by saying which columns it is about.</summary>
    private static Function Mark(Function function, For loop, Place[] places)
    {
        List<Statement> start = [];
        foreach (Place place in places)
        {
            start.Add(new Let(place.First, place.Site.First));
            Expression column = IndexPlus(place.Start, Name(place.First, ScalarType.Int));
            start.Add(new Call([], Range, [Int(place.Position), column, Int(place.Site.Count)], [Columns]));
        }
        For marked = loop with { Body = start.Concat(loop.Body.Statements).ToBlock() };
        return function with { Body = function.Body.Statements.Select(s => s == (Statement)loop ? marked : s).ToBlock() };
    }

    private static Direction DirectionOf(Function function, Place[] places, KnownIntegers integers, int block, int lanes)
    {
        Dictionary<string, Expression> scalars = [];
        Dictionary<string, Func<Expression, Expression>> elements = [];
        foreach (Place place in places)
        {
            Parameter input = function.Parameters.First(p => p.Name == place.Site.Input);
            int from = place.Position - (block * lanes);
            if (from >= lanes || from + place.Site.Count <= 0)
            {
                continue;
            }
            if (input.Kind == ParameterKind.Scalar)
            {
                scalars[input.Name] = new Apply(input.Type, Arithmetic.UnitLane, [Int(from)]);
                continue;
            }
            elements[input.Name] = index =>
            {
                Expression lane = integers.Of(index).Value is { } formula && (IndexPolynomial.Of(formula) - IndexPolynomial.Of(place.Site.First)).Constant is { } offset
                    ? Int((int)offset + from)
                    : Offset(IndexMinus(index, Name(place.First, ScalarType.Int)), from);
                return lane is Constant { Bits: var k } && (k < 0 || k >= lanes) ? Zero(input.Type) : new Apply(input.Type, Arithmetic.UnitLane, [lane]);
            };
        }
        return new("Tangent" + (block == 0 ? "" : (block + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)), scalars, elements, new Dictionary<string, string>());
    }

    /// <summary>The stores of a row's tangents fill its lanes; after the last one the row is complete.</summary>
    private static Block Scatter(Block block, string[] outputs, IReadOnlyDictionary<string, Expression> rows, int blocks)
    {
        List<Statement> statements = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Store store when outputs.SelectMany(o => Enumerable.Range(0, blocks).Select(b => (Output: o, Block: b))).FirstOrDefault(t => Tangents(t.Output, t.Block) == store.Array) is { Output: { } output } tangent:
                    statements.Add(new Store(Row, Int(tangent.Block), store.Value));
                    if (tangent.Block == blocks - 1)
                    {
                        statements.Add(new Call([], StoreRow, [IndexPlus(rows[output], store.Index)], [Row, Columns, Values]));
                    }
                    break;
                case If branch:
                    statements.Add(branch with { Then = Scatter(branch.Then, outputs, rows, blocks), Else = Scatter(branch.Else, outputs, rows, blocks) });
                    break;
                case For loop:
                    statements.Add(loop with { Body = Scatter(loop.Body, outputs, rows, blocks) });
                    break;
                case While loop:
                    statements.Add(loop with { Body = Scatter(loop.Body, outputs, rows, blocks) });
                    break;
                default:
                    statements.Add(statement);
                    break;
            }
        }
        return statements.ToBlock();
    }

    private sealed record Place(Site Site, Expression Start, int Position, string First);
}
