using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass outer products that a loop in lanes adds up wait for a block of vectors: the block keeps both sides of each product, one kernel then adds
/// all of them. Vector by vector every fused multiply-add would load and store a vector of sums (measured: 12–25 % of the peak, a block 80–90 %).
/// What no kernel adds becomes loops again.
/// </summary>
/// <remarks>
/// <code>
/// sumsLanes[m·n] = zeros;  for (row by 8) { new δ[m]; new h[n]; …; contract sumsLanes[i·n + j] += δ[i] · h[j] }  AddSums(sumsLanes, sums)
/// → new δBlock[16·m]; new hBlock[16·n]
///   for (first by 128) {
///     for (v = 0 to vectors from first on, at most 16) { row = first + 8·v; δ = δBlock[v·m, m]; h = hBlock[v·n, n]; … }
///     contract sums[i·n + j] += δBlock[v·m + i] · hBlock[v·n + j]
///   }
/// </code>
/// </remarks>
internal sealed class DeferProducts
{
    /// <summary>Vectors in a block: enough to add up lanes rarely, few enough that a layer of a thousand units stays in a second-level cache.</summary>
    public const int Vectors = 16;

    private readonly Names _names;
    private readonly LaneSet _lanes;

    private DeferProducts(Names names, LaneSet lanes) => (_names, _lanes) = (names, lanes);

    public static Function Run(Function function)
    {
        LaneSet lanes = LaneSet.Of(function);
        if (lanes.Arrays.Count == 0)
        {
            return function;
        }
        DeferProducts pass = new(Names.Of(function), lanes);
        Block body = pass.Rewrite(function.Body);
        return lanes.Applied(function with { Body = pass.Expand(body) });
    }

    private Block Rewrite(Block block)
    {
        List<Statement> statements = [.. block.Statements.Select(s => s switch
        {
            If branch => branch with { Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) },
            While loop => loop with { Body = Rewrite(loop.Body) },
            For loop => loop with { Body = Rewrite(loop.Body) },
            _ => s,
        })];
        foreach (For loop in statements.OfType<For>().Where(static l => l.Step > 1 && l.Until is null).ToArray())
        {
            Defer(loop, statements);
        }
        return statements.ToBlock();
    }

    private void Defer(For loop, List<Statement> around)
    {
        List<Contract> deferred = [.. loop.Body.Statements.OfType<Contract>().Where(c => CanWait(c, loop, around))];
        if (deferred.Count == 0)
        {
            return;
        }
        string vector = _names.Fresh("vector"), first = _names.Fresh(loop.Index), count = _names.Fresh("vectors");
        List<Statement> before = [];
        Dictionary<string, NewArray> kept = [];
        foreach (string array in deferred.SelectMany(static c => new[] { c.Left.Array, c.Right.Array }).Distinct())
        {
            NewArray made = loop.Body.Statements.OfType<NewArray>().First(a => a.Name == array);
            string block = _names.Fresh(array + "Block");
            kept[array] = made with { Name = block };
            _lanes.Arrays.Add(block);
            before.Add(new NewArray(block, made.Type, IndexTimes(Int(Vectors), made.Length)) { NeedsZeros = false });
        }
        List<Statement> body = [new Let(loop.Index, IndexPlus(Name(first, ScalarType.Int), IndexTimes(Int(loop.Step), Name(vector, ScalarType.Int))))];
        foreach (Statement statement in loop.Body.Statements.Where(s => s is not Contract contract || !deferred.Contains(contract)))
        {
            body.Add(statement is NewArray made && kept.TryGetValue(made.Name, out NewArray? block)
                ? new Slice(made.Name, made.Type, block.Name, IndexTimes(Name(vector, ScalarType.Int), made.Length), made.Length, made.NeedsZeros)
                : statement);
        }
        // The outer loop carries what the inner one does, under names of its own.
        Carried[] outer = [.. loop.Carried.Select(c => c with { Name = _names.Fresh(c.Name), Next = Name(_names.Fresh(c.Final), c.Type) })];
        Carried[] inner = [.. loop.Carried.Select((c, i) => c with { Initial = Name(outer[i].Name, c.Type), Final = ((Read)outer[i].Next).Name })];
        foreach (string name in outer.SelectMany(static c => new[] { c.Name, ((Read)c.Next).Name }).Where((_, i) => _lanes.Names.Contains(loop.Carried[i / 2].Name)))
        {
            _lanes.Names.Add(name);
        }
        Expression rest = Divide(IndexMinus(loop.To, Name(first, ScalarType.Int)), Int(loop.Step));
        List<Statement> blocks = [new Let(count, Call(Elementary.Min, Int(Vectors), rest))];
        blocks.Add(new For(vector, Int(0), Name(count, ScalarType.Int), 1, null, inner.ToEquatableArray(), body.ToBlock()));
        blocks.AddRange(deferred.Select(c => Whole(c, around, kept, Name(count, ScalarType.Int))));
        For whole = loop with { Index = first, Step = loop.Step * Vectors, Carried = outer.ToEquatableArray(), Body = blocks.ToBlock(), IsInLanes = false };
        foreach (Contract contract in deferred)
        {
            around.RemoveAll(s => (s is NewArray array && array.Name == contract.Target.Array) || (s is Call call && IsSum(call, contract.Target.Array)));
        }
        int at = around.IndexOf(loop);
        around[at] = whole;
        around.InsertRange(at, before);
    }

    /// <summary>The product of a whole block, added to the numbers that its lanes would have been added to.</summary>
    private static Contract Whole(Contract contract, List<Statement> around, Dictionary<string, NewArray> kept, Expression count)
    {
        Strided Block(Strided side) => side with { Array = kept[side.Array].Name, Steps = side.Steps.Append(kept[side.Array].Length).ToEquatableArray() };
        string sums = around.OfType<Call>().First(c => IsSum(c, contract.Target.Array)).Arrays[1];
        return contract with
        {
            Extents = contract.Extents.Append(count).ToEquatableArray(),
            Target = contract.Target with { Array = sums, Steps = contract.Target.Steps.Append(Int(0)).ToEquatableArray() },
            Left = Block(contract.Left),
            Right = Block(contract.Right),
        };
    }

    /// <summary>True where the loop only adds the product, into lanes that are only added up after it, and makes both sides anew for each vector.</summary>
    private bool CanWait(Contract contract, For loop, List<Statement> around)
    {
        string target = contract.Target.Array;
        HashSet<string> inside = [loop.Index, .. loop.Carried.Select(static c => c.Name), .. Walker.Statements(loop.Body).SelectMany(Walker.Defines).Select(static d => d.Name)];
        return contract.IsFused
            && ProductShape.Of(contract) is { IsOuter: true }
            && _lanes.Arrays.Contains(target)
            && around.OfType<Call>().Any(c => IsSum(c, target))
            && around.Count(s => s is NewArray array && array.Name == target) == 1
            && loop.Body.Statements.Where(s => s is not Contract other || other.Target.Array != target).All(s => !Mentions(s, target))
            && new[] { contract.Left, contract.Right }.All(side => IsConstant(side.Offset, 0) && IsMadeAnew(side.Array, loop, inside))
            && contract.Own().SelectMany(Walker.All).All(e => e is not Read read || !inside.Contains(read.Name));
    }

    private static bool IsMadeAnew(string array, For loop, HashSet<string> inside) =>
        loop.Body.Statements.Count(s => s is NewArray made && made.Name == array && Walker.All(made.Length).All(e => e is not Read read || !inside.Contains(read.Name))) == 1;

    private static bool IsSum(Call call, string lanes) => call.Function == LaneOperations.AddSums && call.Arrays[0] == lanes;

    private static bool Mentions(Statement statement, string array) =>
        Walker.Expressions(statement).Any(e => (e is Element element && element.Array == array) || (e is Length length && length.Array == array))
        || Walker.Written(statement).Contains(array)
        || new[] { statement }.Concat(Walker.Blocks(statement).SelectMany(Walker.Statements)).Any(s => s switch
        {
            Slice slice => slice.Array == array || slice.Name == array,
            Call call => call.Arrays.Contains(array),
            NewArray made => made.Name == array,
            _ => false,
        });

    /// <summary>Loops for the products of lanes that no kernel computes.</summary>
    private Block Expand(Block block) => block.Statements.Select(s => s switch
    {
        Contract { Extents.Count: 2 } contract when _lanes.Arrays.Contains(contract.Target.Array) && ProductShape.Of(contract) is { IsOuter: true } => contract.ToLoops(_names),
        If branch => branch with { Then = Expand(branch.Then), Else = Expand(branch.Else) },
        For loop => loop with { Body = Expand(loop.Body) },
        While loop => loop with { Body = Expand(loop.Body) },
        _ => s,
    }).ToBlock();
}
