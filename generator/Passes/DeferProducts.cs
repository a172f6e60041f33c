using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass outer products that a loop in lanes adds up wait for a block of vectors: the block keeps both sides of each product, one kernel then adds
/// all of them. Vector by vector every fused multiply-add would load and store a vector of sums (measured: 12–25 % of the peak, a block 80–90 %).
/// What no kernel adds becomes loops again. Products of a matrix and vectors wait too, where the body can be cut there: two vectors share each element.
/// </summary>
/// <remarks>
/// <code>
/// sumsLanes[m·n] = zeros;  for (row by 8) { new δ[m]; new h[n]; …; contract sumsLanes[i·n + j] += δ[i] · h[j] }  AddSums(sumsLanes, sums)
/// → new δBlock[16·m]; new hBlock[16·n]
///   for (first by 128) {
///     for (v = 0 to vectors from first on, at most 16) { row = first + 8·v; δ = δBlock[v·m, m]; h = hBlock[v·n, n]; … }
///     contract sums[i·n + j] += δBlock[v·m + i] · hBlock[v·n + j]
///   }
/// for (row by 8) { new x[n]; new s[m]; …; contract s[i] += w[i·n + j] · x[j]; … s[i] … }
/// → for (first by 128) {
///     for (v …) { x = xBlock[v·n, n]; s = sBlock[v·m, m]; … }
///     contract sBlock[v·m + i] += w[i·n + j] · xBlock[v·n + j]
///     for (v …) { s = sBlock[v·m, m]; … s[i] … }
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
        List<Statement> statements = [.. block.Statements.Select(s => Rewriter.Inside(s, Rewrite))];
        foreach (For loop in statements.OfType<For>().Where(static l => l.Step > 1 && l.Until is null).ToArray())
        {
            Defer(loop, statements);
        }
        return statements.ToBlock();
    }

    private void Defer(For loop, List<Statement> around)
    {
        List<Contract> products = [.. loop.Body.Statements.OfType<Contract>()];
        List<Contract> waiting = [.. products.Where(c => CanWait(c, loop, around))];
        // All that is added to one array, or nothing: its lanes go away with the first that waits.
        List<Contract> deferred = [.. waiting.Where(c => products.All(other => other.Target.Array != c.Target.Array || waiting.Contains(other)))];
        List<Contract> shared = [.. loop.Body.Statements.OfType<Contract>().Where(c => CanShare(c, loop))];
        List<Statement> rest = [.. loop.Body.Statements.Where(s => s is not Contract contract || !deferred.Contains(contract))];
        Segments segments = shared.Count > 0 && Segments.Of(loop, rest, shared) is { } separable && AreMadeAnew(separable, loop) ? separable : Segments.Whole(loop, rest);
        if (deferred.Count + segments.Products.Count == 0)
        {
            return;
        }
        string first = _names.Fresh(loop.Index), count = _names.Fresh("vectors");
        List<Statement> before = [];
        Dictionary<string, NewArray> kept = [];
        HashSet<string> sides = [.. deferred.SelectMany(static c => new[] { c.Left.Array, c.Right.Array })];
        foreach (NewArray made in loop.Body.Statements.OfType<NewArray>().Where(a => sides.Contains(a.Name) || segments.IsKept(a.Name)))
        {
            string block = _names.Fresh(made.Name + "Block");
            kept[made.Name] = made with { Name = block };
            if (_lanes.Arrays.Contains(made.Name))
            {
                _lanes.Arrays.Add(block);
            }
            before.Add(new NewArray(block, made.Type, IndexTimes(Int(Vectors), made.Length)) { NeedsZeros = false });
        }
        // The outer loop carries what the inner ones do, under names of its own.
        Carried[] outer = [.. loop.Carried.Select(c => c with { Name = _names.Fresh(c.Name), Next = Name(_names.Fresh(c.Final), c.Type) })];
        Carried[] inner = [.. loop.Carried.Select((c, i) => c with { Initial = Name(outer[i].Name, c.Type), Final = ((Read)outer[i].Next).Name })];
        foreach (string name in outer.SelectMany(static c => new[] { c.Name, ((Read)c.Next).Name }).Where((_, i) => _lanes.Names.Contains(loop.Carried[i / 2].Name)))
        {
            _lanes.Names.Add(name);
        }
        Expression left = Divide(IndexMinus(loop.To, Name(first, ScalarType.Int)), Int(loop.Step));
        List<Statement> blocks = [new Let(count, Call(Elementary.Min, Int(Vectors), left))];
        for (int part = 0; part < segments.Count; part++)
        {
            Carried[] cells = [.. inner.Where((_, i) => segments.PartOf(loop.Carried[i]) == part)];
            blocks.AddRange(Part(loop, segments, part, cells, kept, first, count));
            if (part < segments.Products.Count)
            {
                blocks.Add(Whole(segments.Products[part], segments.Products[part].Target.Array, kept, Name(count, ScalarType.Int)));
            }
        }
        blocks.AddRange(deferred.Select(c => Whole(c, around.OfType<Call>().First(call => IsSum(call, c.Target.Array)).Arrays[1], kept, Name(count, ScalarType.Int))));
        For whole = loop with { Index = first, Step = loop.Step * Vectors, Carried = outer.ToEquatableArray(), Body = blocks.ToBlock(), IsInLanes = false };
        foreach (Contract contract in deferred)
        {
            around.RemoveAll(s => (s is NewArray array && array.Name == contract.Target.Array) || (s is Call call && IsSum(call, contract.Target.Array)));
        }
        int at = around.IndexOf(loop);
        around[at] = whole;
        around.InsertRange(at, before);
    }

    /// <summary>One part of the body for all vectors of a block; the first keeps the names, later ones have their own.</summary>
    private IEnumerable<Statement> Part(For loop, Segments segments, int part, Carried[] cells, Dictionary<string, NewArray> kept, string first, string count)
    {
        if (segments[part].Count == 0)
        {
            return [];
        }
        Dictionary<string, string> renamed = [];
        string Own(string name) => renamed[name] = part == 0 ? name : _names.Fresh(name);
        string vector = _names.Fresh("vector");
        List<Statement> body = [new Let(Own(loop.Index), IndexPlus(Name(first, ScalarType.Int), IndexTimes(Int(loop.Step), Name(vector, ScalarType.Int))))];
        foreach (Let let in segments.NeededBy(part))
        {
            body.Add(let with { Name = Own(let.Name), Value = Renaming.Run(let.Value, Renamed) });
        }
        Slice SliceOf(NewArray made, bool isFresh) =>
            new(made.Name, made.Type, kept[made.Name].Name, IndexTimes(Name(vector, ScalarType.Int), made.Length), made.Length, isFresh);
        foreach (NewArray made in loop.Body.Statements.OfType<NewArray>().Where(a => kept.ContainsKey(a.Name) && !segments[part].Contains(a) && segments[part].Any(s => Walker.Mentions(s, a.Name))))
        {
            body.Add(SliceOf(made, false) with { Name = Own(made.Name) });
            if (_lanes.Arrays.Contains(made.Name))
            {
                _lanes.Arrays.Add(renamed[made.Name]);
            }
        }
        foreach (Statement statement in segments[part])
        {
            body.Add(statement is NewArray made && kept.ContainsKey(made.Name) ? SliceOf(made, made.NeedsZeros) : Renaming.Run(statement, Renamed));
        }
        HashSet<string> read = [.. body.Skip(1).SelectMany(Walker.Expressions).OfType<Read>().Select(static r => r.Name)];
        IEnumerable<Statement> used = read.Contains(renamed[loop.Index]) || segments.Count == 1 ? body : body.Skip(1);
        return [new For(vector, Int(0), Name(count, ScalarType.Int), 1, null, cells.Select(c => c with { Next = Renaming.Run(c.Next, Renamed) }).ToEquatableArray(), used.ToBlock())];

        string Renamed(string name) => renamed.TryGetValue(name, out string? own) ? own : name;
    }

    /// <summary>The product of a whole block: of its vectors what stands in them, of other arrays the same for all.</summary>
    private static Contract Whole(Contract contract, string target, Dictionary<string, NewArray> kept, Expression count)
    {
        Strided Block(Strided side) => kept.TryGetValue(side.Array, out NewArray? block)
            ? side with { Array = block.Name, Steps = side.Steps.Append(block.Length).ToEquatableArray() }
            : side with { Steps = side.Steps.Append(Int(0)).ToEquatableArray() };
        return contract with
        {
            Extents = contract.Extents.Append(count).ToEquatableArray(),
            Target = Block(contract.Target with { Array = target }),
            Left = Block(contract.Left),
            Right = Block(contract.Right),
        };
    }

    /// <summary>True for a matrix that no iteration writes times a vector of lanes, both vectors made anew for each vector of lanes.</summary>
    private bool CanShare(Contract contract, For loop)
    {
        HashSet<string> inside = Inside(loop);
        return ProductShape.Of(contract) is { IsOuter: false } shape
            && _lanes.Arrays.Contains(shape.Left.Array)
            && _lanes.Arrays.Contains(shape.Right.Array)
            && !Walker.Statements(loop.Body).Any(s => Walker.Written(s).Contains(shape.Matrix.Array) || (s is NewArray made && made.Name == shape.Matrix.Array) || (s is Call { Function: not LaneOperations.LoadColumns } call && call.Arrays.Contains(shape.Matrix.Array)))
            && new[] { shape.Left, shape.Right }.All(side => IsWithin(side, contract, loop) && IsMadeAnew(side.Array, loop, inside))
            && contract.Own().SelectMany(Walker.All).All(e => e is not Read read || !inside.Contains(read.Name));
    }

    /// <summary>What an iteration defines.</summary>
    private static HashSet<string> Inside(For loop) =>
        [loop.Index, .. loop.Carried.Select(static c => c.Name), .. Walker.Statements(loop.Body).SelectMany(Walker.Defines).Select(static d => d.Name)];

    /// <summary>True where the loop only adds the product, into lanes that are only added up after it, and makes both sides anew for each vector.</summary>
    private bool CanWait(Contract contract, For loop, List<Statement> around)
    {
        string target = contract.Target.Array;
        HashSet<string> inside = Inside(loop);
        int at = loop.Body.Statements.ToList().IndexOf(contract);
        return contract.IsFused
            && ProductShape.Of(contract) is { IsOuter: true }
            && _lanes.Arrays.Contains(target)
            && around.OfType<Call>().Any(c => IsSum(c, target))
            && around.Count(s => s is NewArray array && array.Name == target) == 1
            && loop.Body.Statements.Where(s => s is not Contract other || other.Target.Array != target).All(s => !Walker.Mentions(s, target))
            && new[] { contract.Left, contract.Right }.All(side => IsWithin(side, contract, loop) && IsMadeAnew(side.Array, loop, inside))
            && loop.Body.Statements.Skip(at + 1).All(s => !Changes(s, contract.Left.Array) && !Changes(s, contract.Right.Array))
            && contract.Own().SelectMany(Walker.All).All(e => e is not Read read || !inside.Contains(read.Name));
    }

    private static bool IsMadeAnew(string array, For loop, HashSet<string> inside) =>
        loop.Body.Statements.Count(s => s is NewArray made && made.Name == array && IsKnownBefore(made, inside)) == 1;

    /// <summary>True where the length is known before the loop, and is one that no loop counts down from: a block has a part for each vector.</summary>
    private static bool IsKnownBefore(NewArray made, HashSet<string> inside) =>
        made.Length is not Apply && Walker.All(made.Length).All(e => e is not Read read || !inside.Contains(read.Name));

    private static bool AreMadeAnew(Segments segments, For loop)
    {
        HashSet<string> inside = Inside(loop);
        return loop.Body.Statements.OfType<NewArray>().Where(a => segments.IsKept(a.Name)).All(a => IsKnownBefore(a, inside));
    }

    /// <summary>True where the product reads the vector from its start to its end: beyond it a block has the next vector, where the vector itself has nothing.</summary>
    private static bool IsWithin(Strided side, Contract contract, For loop) =>
        IsConstant(side.Offset, 0)
        && loop.Body.Statements.OfType<NewArray>().FirstOrDefault(a => a.Name == side.Array) is { } made
        && side.Steps.Select((step, d) => IsConstant(step, 0) || (IsConstant(step, 1) && contract.Extents[d].Equals(made.Length))).All(static d => d);

    private static bool IsSum(Call call, string lanes) => call.Function == LaneOperations.AddSums && call.Arrays[0] == lanes;

    /// <summary>True where a product that waits would meet other values.</summary>
    private static bool Changes(Statement statement, string array) =>
        Walker.Written(statement).Contains(array) || Walker.Statements(new Block([statement])).Any(s => s is Call { IsPure: false } call && call.Arrays.Contains(array));

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
