using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// Loops: iterations in reverse, each from what it recorded.
internal sealed partial class Reverse
{
    private void ReverseLoop(Region region, int position, Statement loop)
    {
        if (!Walker.CarriedBy(loop).Any(c => _activity.IsActive(c.Name) || _activity.IsActive(c.Final)) && !TouchesAdjoints(loop))
        {
            region.At(position).Add(Region.Quiet(SegmentOf(loop)?.Plain ?? loop));
            return;
        }
        if (TryFuse(region, position, SegmentOf(loop)?.Undivided ?? loop))
        {
            return;
        }
        Dictionary<string, Expression> outside = _adjoints;
        List<Statement> outer = _backward;
        Region body = Open(region, position, RegionKind.Iteration, Walker.Blocks(loop).First(), loop);
        List<AdjointCell> cells = OpenCells(loop, outside, isFused: false);
        _backward = body.Backward;

        // The adjoint of what an iteration hands on is the adjoint of its next values; all are seeded before any is consumed.
        foreach (Carried carried in Walker.CarriedBy(loop))
        {
            if (cells.FirstOrDefault(c => c.For == carried.Name && c.IsCarried) is { } cell)
            {
                Contribute(carried.Next, cell.Read);
            }
        }
        Statement primal = loop;
        if (SegmentOf(loop) is not null)
        {
            primal = ReverseSegments(body, position, (For)loop, cells);
        }
        else
        {
            ReverseStatements(body);
        }
        Supply(body);

        Dictionary<string, Expression> inside = _adjoints;
        _adjoints = outside;
        _backward = outer;
        Block reversed = CloseCells(cells, inside, body.Backward.ToBlock(), out EquatableArray<Carried> kept);
        EmitAdjointLoop(region, position, primal, body, reversed, kept);
        foreach (AdjointCell cell in cells.Where(c => !c.IsCarried && (!IsConstant(c.After, 0) || _adjoints.ContainsKey(c.For))))
        {
            _adjoints[cell.For] = cell.After;
        }

        // After the values from outside: an initial value may be one of them, and then receives both.
        foreach (Carried carried in Walker.CarriedBy(loop))
        {
            if (cells.FirstOrDefault(c => c.IsCarried && c.For == carried.Name) is { } cell)
            {
                ContributeNonZero(carried.Initial, cell.After, loop);
            }
        }
    }

    private void ContributeNonZero(Expression to, Expression value, Statement source)
    {
        if (!IsConstant(value, 0))
        {
            Contribute(to, value, source);
        }
    }

    /// <summary>True when reversing the loop can matter though it carries nothing active: it writes or adds into arrays with adjoints, or overwrites undone ones.</summary>
    private bool TouchesAdjoints(Statement loop) => Walker.Blocks(loop).SelectMany(Walker.Statements).Any(s => s switch
    {
        Store store => _activity.IsActive(store.Array) || _policy.Undone.Contains(store.Array),
        Add add => _activity.IsActive(add.Array) || _policy.Undone.Contains(add.Array),
        _ => false,
    });

    /// <summary>
    /// The adjoints a loop carries: one per active carried value, and one per active value from outside that the body reads.
    /// Inside, the adjoint of a carried value starts at zero and is handed on; that of an outside value accumulates.
    /// </summary>
    private List<AdjointCell> OpenCells(Statement loop, Dictionary<string, Expression> outside, bool isFused)
    {
        List<AdjointCell> cells = [];
        HashSet<string> names = [];
        _adjoints = [];
        foreach (Carried carried in Walker.CarriedBy(loop))
        {
            names.Add(carried.Name);
            if (!_activity.IsActive(carried.Name) && !_activity.IsActive(carried.Final))
            {
                outside.Remove(carried.Final);
                continue;
            }
            Expression initial = outside.TryGetValue(carried.Final, out Expression? final) ? final : Zero(carried.Type);
            outside.Remove(carried.Final);
            string cell = _names.Fresh(carried.Name + "Adjoint");
            cells.Add(new(carried.Name, true, carried.Type, initial, isFused ? initial : Name(cell, carried.Type), _names.Fresh(carried.Name + "Adjoint")));
        }
        HashSet<string> inner = [.. Walker.Blocks(loop).SelectMany(Walker.Statements).SelectMany(static s => Walker.Defines(s).Select(static d => d.Name).Concat(Walker.CarriedBy(s).Select(static c => c.Name)))];
        IEnumerable<Read> reads = Walker.Blocks(loop).SelectMany(Walker.Expressions)
            .Concat(Walker.CarriedBy(loop).SelectMany(static c => Walker.All(c.Next))).OfType<Read>();
        foreach (Read read in reads)
        {
            if (inner.Contains(read.Name) || !_activity.IsActive(read.Name) || !read.Type.IsReal() || !names.Add(read.Name))
            {
                continue;
            }
            Expression initial = !isFused && outside.TryGetValue(read.Name, out Expression? before) ? before : Zero(read.Type);
            Read cell = Name(_names.Fresh(read.Name + "Adjoint"), read.Type);
            cells.Add(new(read.Name, false, read.Type, initial, cell, _names.Fresh(read.Name + "Adjoint")));
            _adjoints[read.Name] = cell;
        }
        return cells;
    }

    /// <summary>Decides which adjoints really change in the loop; the others keep the expression they had before it.</summary>
    private static Block CloseCells(List<AdjointCell> cells, Dictionary<string, Expression> inside, Block body, out EquatableArray<Carried> kept)
    {
        foreach (AdjointCell cell in cells)
        {
            cell.Next = inside.TryGetValue(cell.For, out Expression? next) ? next : Zero(cell.Type);
        }
        List<AdjointCell> open = [.. cells];
        while (open.FirstOrDefault(static c => c.Next.Equals(c.Read) || (c.Initial is Constant && c.Next.Equals(c.Initial))) is { } constant)
        {
            open.Remove(constant);
            constant.After = constant.Initial;
            if (constant.Read is Read read)
            {
                Dictionary<string, Expression> value = new() { [read.Name] = constant.Initial };
                body = Rewriter.Substitute(body, value);
                foreach (AdjointCell other in open)
                {
                    other.Next = Rewriter.Substitute(other.Next, value);
                }
            }
        }
        foreach (AdjointCell cell in open)
        {
            cell.After = Name(cell.Final, cell.Type);
        }
        kept = open.Select(static c => new Carried(((Read)c.Read).Name, c.Type, c.Initial, c.Next, c.Final)).ToEquatableArray();
        return body;
    }

    /// <summary>The primal loop, counting its iterations where nothing else knows them, and the loop that runs them in reverse.</summary>
    private void EmitAdjointLoop(Region region, int position, Statement loop, Region body, Block reversed, EquatableArray<Carried> cells)
    {
        Block forward = body.Forward().ToBlock();
        bool isNeeded = !reversed.IsEmpty || cells.Count > 0;
        if (loop is For { Until: null } counted)
        {
            region.At(position).Add(counted with { Body = forward, Source = "" });
            if (isNeeded)
            {
                Emit(Backwards(counted, body, reversed, cells), loop);
            }
            return;
        }
        if (!isNeeded)
        {
            region.At(position).Add(loop is For f ? f with { Body = forward, Source = "" } : ((While)loop) with { Body = forward, Source = "" });
            return;
        }
        string cellName = _names.Fresh("passes"), trips = _names.Fresh("passes"), next = _names.Fresh("passes");
        Carried counter = new(cellName, ScalarType.Int, Int(0), Name(next, ScalarType.Int), trips);
        Block counting = forward.Statements.Concat([new Let(next, Offset(Name(cellName, ScalarType.Int), 1)) { IsTemporary = true }]).ToBlock();
        Own(region, new(trips, ScalarType.Int, position, DefinitionKind.Outcome, null));
        region.At(position).Add(loop is For left
            ? left with { Body = counting, Carried = [.. left.Carried, counter], Source = "" }
            : ((While)loop) with { Body = counting, Carried = [.. ((While)loop).Carried, counter], Source = "" });
        string pass = _names.Fresh("pass");
        Block repeated = loop is For from ? AtOrdinal(from, body, pass, reversed) : reversed;
        Emit(new For(pass, Offset(Use(Name(trips, ScalarType.Int)), -1), Int(-1), -1, null, cells, repeated), loop);
    }

    private For Backwards(For loop, Region body, Block reversed, EquatableArray<Carried> cells)
    {
        if (Math.Abs(loop.Step) == 1)
        {
            string index = BackIndex(loop, body);
            return new(index, Offset(Use(loop.To), -loop.Step), Offset(Use(loop.From), -loop.Step), -loop.Step, null, cells, reversed) { IsReversal = true };
        }
        string pass = _names.Fresh("pass");
        return new(pass, Offset(Use(Trips(loop)), -1), Int(-1), -1, null, cells, AtOrdinal(loop, body, pass, reversed));
    }

    /// <summary>The body with the loop's own index computed from the number of the iteration.</summary>
    private Block AtOrdinal(For loop, Region body, string pass, Block reversed)
    {
        Expression passed = IndexTimes(Name(pass, ScalarType.Int), Int(Math.Abs(loop.Step)));
        Expression index = loop.Step > 0 ? IndexPlus(Use(loop.From), passed) : IndexMinus(Use(loop.From), passed);
        return body.Back.ContainsKey(loop.Index)
            ? new(new EquatableArray<Statement>([new Let(BackIndex(loop, body), index), .. reversed.Statements]))
            : reversed;
    }

    private string BackIndex(For loop, Region body) => body.Back.TryGetValue(loop.Index, out string? back) ? back : _names.Fresh(loop.Index);

    /// <summary>An adjoint that a loop carries, for the value <see cref="For"/>.</summary>
    private sealed class AdjointCell(string @for, bool isCarried, ScalarType type, Expression initial, Expression read, string final)
    {
        public string For { get; } = @for;

        public bool IsCarried { get; } = isCarried;

        public ScalarType Type { get; } = type;

        public Expression Initial { get; } = initial;

        /// <summary>What the adjoint reads as at the start of an iteration of the adjoint sweep.</summary>
        public Expression Read { get; } = read;

        public string Final { get; } = final;

        public Expression Next { get; set; } = read;

        public Expression After { get; set; } = initial;
    }
}
