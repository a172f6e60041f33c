using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass what loops in lanes record for the adjoint sweep at the same places lies side by side in one array: one stream of memory instead of many,
/// which would fall into the same few lines of the cache where their lengths are alike.
/// </summary>
/// <remarks><code>new a[n]; new b[n]; … a[place] … b[place]   →   new recorded[2n]; … record = 2·place; recorded[record] … recorded[record + 1]</code></remarks>
internal sealed class JoinRecords
{
    private readonly Names _names;
    private readonly HashSet<string> _candidates;
    private readonly Dictionary<string, (string Joined, int Count, int Position)> _joined = [];
    private readonly Dictionary<(string Place, int Count), Read> _records = [];

    private JoinRecords(Function function)
    {
        _names = Names.Of(function);
        _candidates = [.. function.Lanes!.Arrays];
        _candidates.ExceptWith(function.Parameters.Select(static p => p.Name));
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            _candidates.ExceptWith(statement switch
            {
                Slice slice => [slice.Array, slice.Name],
                Call call => call.Arrays,
                Contract contract => [contract.Target.Array, contract.Left.Array, contract.Right.Array],
                _ => (IEnumerable<string>)[],
            });
        }
        _candidates.ExceptWith(Walker.Expressions(function.Body).OfType<Length>().Select(static l => l.Array));
    }

    public static Function Run(Function function)
    {
        if (function.Lanes is not { } lanes)
        {
            return function;
        }
        JoinRecords pass = new(function);
        Block body = pass.Made(function.Body);
        if (pass._joined.Count == 0)
        {
            return function;
        }
        return function with
        {
            Body = pass.Rewrite(body),
            Lanes = lanes with
            {
                Arrays = lanes.Arrays.Where(a => !pass._joined.ContainsKey(a)).Concat(pass._joined.Values.Select(static j => j.Joined).Distinct()).OrderBy(static n => n, StringComparer.Ordinal).ToEquatableArray(),
            },
        };
    }

    /// <summary>Neighbouring arrays that hold no zeros at first, with the same length, are made as one.</summary>
    private Block Made(Block block)
    {
        List<Statement> output = [];
        for (int i = 0; i < block.Statements.Count; i++)
        {
            List<NewArray> run = [.. block.Statements.Skip(i).TakeWhile(s => s is NewArray { NeedsZeros: false } a && _candidates.Contains(a.Name)).Cast<NewArray>()];
            foreach (IGrouping<(ScalarType, Expression), NewArray> alike in run.GroupBy(static a => (a.Type, a.Length)))
            {
                NewArray[] arrays = [.. alike];
                if (arrays.Length == 1)
                {
                    output.Add(arrays[0]);
                    continue;
                }
                string joined = _names.Fresh("recorded");
                for (int k = 0; k < arrays.Length; k++)
                {
                    _joined[arrays[k].Name] = (joined, arrays.Length, k);
                }
                output.Add(arrays[0] with { Name = joined, Length = IndexTimes(Int(arrays.Length), arrays[0].Length) });
            }
            if (run.Count > 0)
            {
                i += run.Count - 1;
                continue;
            }
            output.Add(block.Statements[i] switch
            {
                If branch => branch with { Then = Made(branch.Then), Else = Made(branch.Else) },
                For loop => loop with { Body = Made(loop.Body) },
                While loop => loop with { Body = Made(loop.Body) },
                Statement other => other,
            });
        }
        return output.ToBlock();
    }

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            output.Add(statement switch
            {
                Store store => Own(store with { Index = At(store.Array, store.Index), Array = NameOf(store.Array) }),
                Add add => Own(add with { Index = At(add.Array, add.Index), Array = NameOf(add.Array) }),
                If branch => ((If)Own(branch)) with { Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) },
                For loop => ((For)Own(loop)) with { Body = Rewrite(loop.Body) },
                While loop => ((While)Own(loop)) with { Body = Rewrite(loop.Body) },
                _ => Own(statement),
            });
            if (statement is Let { Value.Type: ScalarType.Int } place)
            {
                output.AddRange(Records(place.Name, block));
            }
        }
        return output.ToBlock();
    }

    private Statement Own(Statement statement) => Rewriter.Map(statement, e => e is Element element ? element with { Index = At(element.Array, element.Index), Array = NameOf(element.Array) } : e, nested: false);

    private string NameOf(string array) => _joined.TryGetValue(array, out (string Joined, int, int) joined) ? joined.Joined : array;

    private Expression At(string array, Expression index)
    {
        if (!_joined.TryGetValue(array, out (string, int Count, int Position) joined))
        {
            return index;
        }
        Expression first = index is Read place && _records.TryGetValue((place.Name, joined.Count), out Read? record) ? record : IndexTimes(Int(joined.Count), index);
        return Offset(first, joined.Position);
    }

    /// <summary>A name for where the record of a place starts, for each length of records that the statements after it touch there.</summary>
    private IEnumerable<Statement> Records(string place, Block block)
    {
        IEnumerable<(string Array, Expression Index)> touched = Walker.Expressions(block).OfType<Element>().Select(static e => (e.Array, e.Index))
            .Concat(Walker.Statements(block).Select(static s => s switch { Store store => (store.Array, store.Index), Add add => (add.Array, add.Index), _ => ("", Int(0)) }));
        foreach (int count in touched.Where(t => t.Index is Read read && read.Name == place && _joined.ContainsKey(t.Array)).Select(t => _joined[t.Array].Count).Distinct().ToArray())
        {
            Read record = Name(_names.Fresh("record"), ScalarType.Int);
            _records[(place, count)] = record;
            yield return new Let(record.Name, IndexTimes(Int(count), Name(place, ScalarType.Int)));
        }
    }
}
