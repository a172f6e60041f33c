using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

/// <summary>
/// After this transform one evaluation of a function in lanes serves several vectors: each statement that computes lanes is there once per vector, one after
/// the other, so that the processor has independent work while it waits for a long chain. Every lane is computed by the same operations as before.
/// </summary>
/// <remarks>
/// <code>
/// for (t …) carrying x { let f = a * x } next f   →   for (t …) carrying x, xB { let f = a * x; let fB = aB * xB } next f, fB
/// </code>
/// </remarks>
internal static class Interleave
{
    private const int Most = 4;

    /// <summary>Two pipes of four cycles each take so many independent operations to fill (Zen 4 and 5, Intel since Skylake).</summary>
    private const int Busy = 8;

    /// <summary>A shorter chain is a sum, which the loads of what it adds keep waiting.</summary>
    private const int ShortestChain = 4;

    /// <summary>More statements than these spill registers and fill a page.</summary>
    private const int LargestText = 120;

    /// <summary>What a loop carries in lanes, times the vectors, must leave half of the 32 registers to temporaries.</summary>
    private const int MostCarried = 16;

    /// <summary>How many vectors at a time: more than one where a loop is a chain of dependent operations that leaves the pipes idle.</summary>
    public static int Vectors(Lanes lanes)
    {
        if (!IsStraight(lanes))
        {
            return 1;
        }
        int vectors = 1, statements = Walker.Statements(lanes.Function.Body).Count();
        foreach (For loop in Walker.Statements(lanes.Function.Body).OfType<For>().Where(static l => !Walker.Statements(l.Body).Any(static s => s is For)))
        {
            int carried = loop.Carried.Count(c => lanes.Names.Contains(c.Name));
            (double work, double depth) = Chain(loop, lanes);
            int wanted = 1;
            while (wanted < Most && carried > 0 && depth >= ShortestChain && wanted * work < Busy * depth && 2 * wanted * carried <= MostCarried)
            {
                wanted *= 2;
            }
            vectors = Math.Max(vectors, wanted);
        }
        while (vectors > 1 && vectors * statements > LargestText)
        {
            vectors /= 2;
        }
        return vectors;
    }

    public static InterleavedLanes Run(Lanes lanes, int vectors)
    {
        Function function = lanes.Function;
        Names fresh = Names.Of(function);
        HashSet<string> names = [.. lanes.Names], arrays = [.. lanes.Arrays];
        List<Dictionary<string, string>> copies = [[]];
        for (int vector = 1; vector < vectors; vector++)
        {
            Dictionary<string, string> copy = [];
            foreach (string name in lanes.Names.Concat(lanes.Arrays).OrderBy(static n => n, StringComparer.Ordinal))
            {
                copy[name] = fresh.Fresh(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + Suffix(vector));
                _ = lanes.Names.Contains(name) ? names.Add(copy[name]) : arrays.Add(copy[name]);
            }
            copies.Add(copy);
        }
        IEnumerable<Parameter> parameters = function.Parameters.Concat(
            copies.Skip(1).SelectMany(copy => function.Parameters.Where(p => copy.ContainsKey(p.Name)).Select(p => p with { Name = copy[p.Name] })));
        Function interleaved = function with
        {
            Parameters = parameters.ToEquatableArray(),
            Body = new Copying(lanes, copies).Run(function.Body),
            Results = copies.SelectMany(copy => function.Results.Select(r => Copying.In(r, copy))).ToEquatableArray(),
        };
        return new(new(interleaved, names, arrays), copies);
    }

    /// <summary>What names end with in one of the vectors: nothing in the first, then B, C, D.</summary>
    public static string Suffix(int vector) => vector == 0 ? "" : ((char)('A' + vector)).ToString();

    /// <summary>
    /// True when lanes never decide together (no loop that runs until its last lane is done, nothing that throws for some) and no rows of a matrix are
    /// transposed, which would take longer than the chain.
    /// </summary>
    public static bool IsStraight(Lanes lanes) =>
        lanes.Function.Parameters.All(p => !lanes.Arrays.Contains(p.Name)) &&
        Walker.Statements(lanes.Function.Body).All(static s => s is Let or Store or Add or NewArray or Slice or If or For)
        && Walker.Expressions(lanes.Function.Body).All(static e => e is not External
            && (e is not Apply { Primitive: var p } || (p != Arithmetic.AnyLane && p != Arithmetic.LargestLane && p != Arithmetic.SmallestLane && p != Arithmetic.UnitLane)));

    /// <summary>The operations of an iteration, and the longest chain of them from what it starts with to what it hands on.</summary>
    private static (double Work, double Depth) Chain(For loop, Lanes lanes)
    {
        Dictionary<string, double> depths = [];
        double work = 0;
        foreach (Carried cell in loop.Carried)
        {
            depths[cell.Name] = 0;
        }
        Walk(loop.Body);
        foreach (Carried cell in loop.Carried)
        {
            Count(cell.Next);
        }
        return (work, loop.Carried.Select(c => Depth(c.Next)).DefaultIfEmpty(0).Max());

        void Walk(Block block)
        {
            foreach (Statement statement in block.Statements)
            {
                foreach (Expression own in Walker.Own(statement))
                {
                    Count(own);
                }
                foreach (Block inner in Walker.Blocks(statement))
                {
                    Walk(inner);
                }
                if (statement is Let let)
                {
                    depths[let.Name] = Depth(let.Value);
                }
                else if (statement is If branch)
                {
                    foreach (Merge merge in branch.Merges)
                    {
                        depths[merge.Name] = Math.Max(Depth(merge.Then), Depth(merge.Else));
                    }
                }
            }
        }

        void Count(Expression expression) => work += Walker.All(expression).OfType<Apply>()
            .Where(a => Walker.All(a).Any(e => e is Read read && lanes.Names.Contains(read.Name))).Sum(static a => Steps(a.Primitive, inChain: false));

        // Only what hangs on the last iteration is a chain; the rest runs ahead.
        double Depth(Expression expression) => expression switch
        {
            Read read => depths.TryGetValue(read.Name, out double depth) ? depth : double.NegativeInfinity,
            Apply apply => apply.Arguments.Select(Depth).DefaultIfEmpty(double.NegativeInfinity).Max() + Steps(apply.Primitive, inChain: true),
            _ => double.NegativeInfinity,
        };
    }

    /// <summary>In additions: a division takes about four times as long, and sixteen times the room in its pipe; a kernel is a chain of about fifteen among thirty.</summary>
    private static double Steps(Primitive primitive, bool inChain) => primitive.Cost switch
    {
        Cost.Trivial => 0,
        Cost.Cheap => 1,
        Cost.Moderate => inChain ? 4 : 16,
        _ => inChain ? 15 : 30,
    };

    /// <summary>Writes what differs between vectors once per vector, the rest once.</summary>
    private sealed class Copying(Lanes lanes, List<Dictionary<string, string>> copies)
    {
        public static Expression In(Expression expression, Dictionary<string, string> copy) => Renaming.Run(expression, name => copy.TryGetValue(name, out string? other) ? other : name);

        public Block Run(Block block) => block.Statements.SelectMany(Each).ToBlock();

        private IEnumerable<Statement> Each(Statement statement) => statement switch
        {
            If branch =>
            [
                branch with { Then = Run(branch.Then), Else = Run(branch.Else), Merges = branch.Merges.SelectMany(merge => Merges(merge)).ToEquatableArray() },
            ],
            For loop => [loop with { Body = Run(loop.Body), Carried = loop.Carried.SelectMany(cell => Cells(cell)).ToEquatableArray() }],
            _ when IsOfLanes(statement) => copies.Select(copy => Renaming.Run(statement, name => copy.TryGetValue(name, out string? other) ? other : name)),
            _ => [statement],
        };

        private bool IsOfLanes(Statement statement) => statement switch
        {
            Let let => lanes.Names.Contains(let.Name),
            NewArray array => lanes.Arrays.Contains(array.Name),
            Slice slice => lanes.Arrays.Contains(slice.Name),
            Store store => lanes.Arrays.Contains(store.Array),
            Add add => lanes.Arrays.Contains(add.Array),
            _ => false,
        };

        private IEnumerable<Merge> Merges(Merge merge) => lanes.Names.Contains(merge.Name)
            ? copies.Select(copy => new Merge(Of(merge.Name, copy), merge.Type, In(merge.Then, copy), In(merge.Else, copy)))
            : [merge];

        private IEnumerable<Carried> Cells(Carried cell) => lanes.Names.Contains(cell.Name)
            ? copies.Select(copy => new Carried(Of(cell.Name, copy), cell.Type, In(cell.Initial, copy), In(cell.Next, copy), Of(cell.Final, copy)))
            : [cell];

        private static string Of(string name, Dictionary<string, string> copy) => copy.TryGetValue(name, out string? other) ? other : name;
    }
}

/// <summary>A function in lanes of several vectors, and for each vector what the names of the first are called in it.</summary>
internal sealed record InterleavedLanes(Lanes Lanes, IReadOnlyList<Dictionary<string, string>> Copies)
{
    public static InterleavedLanes Single(Lanes lanes) => new(lanes, [[]]);
}
