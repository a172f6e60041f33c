using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

/// <summary>
/// A loop of the function's body whose iterations write rows of their own and read a bounded number of elements straight from the variables: its
/// part of the Jacobian can be had iteration by iteration, with one direction per element. All writes to the outputs it writes are in it.
/// </summary>
/// <param name="Loop">The loop, as it stands in the function.</param>
/// <param name="Sites">What an iteration reads, in formulas of the loop's index.</param>
/// <param name="MayAlias">True when two sites may be the same element in some iteration: what both give must then be added.</param>
/// <param name="HasConditionalSites">True when an iteration may leave out a site, whose formula may then be out of range.</param>
internal sealed record RowLocal(For Loop, EquatableArray<Site> Sites, bool MayAlias, bool HasConditionalSites)
{
    private const long MostRepeats = 64;

    /// <summary>For each place that writes rows, the variables that they depend on.</summary>
    public EquatableArray<RowInputs> Rows { get; init; } = [];

    /// <summary>The number of elements that an iteration reads.</summary>
    public int Width => Sites.Sum(static s => s.Count);

    public static IEnumerable<RowLocal> Find(Function function, Flow flow, IReadOnlyList<PatternRow> rows, LoopBounds bounds)
    {
        Activity activity = Activity.Of(function);
        HashSet<string> inputs = [.. function.Parameters.Where(static p => p.IsVariable).Select(static p => p.Name)];
        foreach (For loop in function.Body.Statements.OfType<For>())
        {
            PatternRow[] own = [.. rows.Where(r => Outermost(r, flow) == loop)];
            HashSet<string> outputs = [.. own.Select(static r => r.Write.Storage)];
            bool isOwner = flow.Writes.All(w => !outputs.Contains(w.Storage) || w.Place.Nest.Below(flow.Root).FirstOrDefault()?.Statement == loop);
            if (own.Length > 0 && isOwner && bounds.Of(loop) is { } range && !ReadsOutside(loop, inputs, activity) && outputs.All(o => HasOwnRows(range, own.Where(r => r.Write.Storage == o)))
                && SitesOf(own, range) is { } sites)
            {
                yield return sites with
                {
                    Loop = loop,
                    Rows = own.Select(static r => new RowInputs(r.Write.Storage, r.Index, r.Items.Select(static i => ((Input)i.Source).Name).Distinct().ToEquatableArray())).ToEquatableArray(),
                };
            }
        }
    }

    private static Statement? Outermost(PatternRow row, Flow flow) => row.Write.Place.Nest.Below(flow.Root).FirstOrDefault()?.Statement;

    /// <summary>True when an iteration reads what depends on variables and was made before it.</summary>
    private static bool ReadsOutside(For loop, HashSet<string> inputs, Activity activity)
    {
        HashSet<string> inside = [];
        foreach (Statement statement in Walker.Statements(loop.Body))
        {
            inside.UnionWith(Walker.Defines(statement).Select(static r => r.Name));
            inside.UnionWith(Walker.CarriedBy(statement).Select(static c => c.Name));
            if (statement is NewArray or Slice or NewTape)
            {
                inside.Add(statement switch { NewArray array => array.Name, Slice slice => slice.Name, _ => ((NewTape)statement).Name });
            }
        }
        IEnumerable<string> read = Walker.Expressions(loop.Body).SelectMany(static e => Activity.Names(e))
            .Concat(Walker.Statements(loop.Body).SelectMany(static s => s switch { Slice slice => [slice.Array], Pop pop => [pop.Tape], _ => (string[])[] }));
        return loop.Carried.Any(c => activity.IsVaried(c.Name) || activity.IsVaried(c.Final))
            || read.Any(name => !inside.Contains(name) && !inputs.Contains(name) && activity.IsVaried(name));
    }

    /// <summary>
    /// <code>y[3 * i], y[3 * i + j] for j = 1 to 3: 0 ≤ distance &lt; 3</code>
    /// </summary>
    private static bool HasOwnRows(Range loop, IEnumerable<PatternRow> rows)
    {
        IndexPolynomial? origin = null;
        long low = 0, high = 0;
        long? stride = null;
        foreach (PatternRow row in rows)
        {
            if (IndexPolynomial.Of(row.Index).Split(loop.Index) is not { } parts || parts.Factor.Constant is not { } factor || factor == 0 || (stride ?? factor) != factor)
            {
                return false;
            }
            stride = factor;
            IndexPolynomial least = parts.Others, most = parts.Others;
            foreach (Range inner in row.Over.OfType<Range>().Where(r => r.Index != loop.Index).Reverse())
            {
                if (least.Split(inner.Index) is not { } low1 || low1.Factor.Constant is not { } by || most.Split(inner.Index) is not { } high1)
                {
                    return false;
                }
                (Expression first, Expression last) = inner.Step > 0 ? (inner.From, Build.Offset(inner.To, -1)) : (Build.Offset(inner.To, 1), inner.From);
                IndexPolynomial smaller = IndexPolynomial.Of(by >= 0 ? first : last), larger = IndexPolynomial.Of(by >= 0 ? last : first);
                (least, most) = ((low1.Factor * smaller) + low1.Others, (high1.Factor * larger) + high1.Others);
            }
            origin ??= least;
            if ((least - origin).Constant is not { } from || (most - origin).Constant is not { } to)
            {
                return false;
            }
            (low, high) = (System.Math.Min(low, from), System.Math.Max(high, to));
        }
        return stride is { } distance && high - low < System.Math.Abs(distance * loop.Step);
    }

    private static RowLocal? SitesOf(IEnumerable<PatternRow> rows, Range loop)
    {
        List<PatternEntry> entries = [];
        bool isConditional = false;
        foreach (PatternRow row in rows)
        {
            foreach (Item item in row.Items)
            {
                Input input = (Input)item.Source;
                EquatableArray<Quantifier> over = row.Over.Where(q => q is not Range range || range.Index != loop.Index).Concat(item.Over).ToEquatableArray();
                PatternEntry entry = new(over, "", Build.Int(0), input.Name, input.Index ?? Build.Int(0), Build.Int(1), false);
                if (Unrolled(entry.Folded()) is not { } unrolled)
                {
                    return null;
                }
                isConditional |= row.IsUncertain || item.IsUncertain || unrolled.Any(static e => e.Over.Count > 0);
                entries.AddRange(unrolled.Select(static e => e with { Over = [] }));
            }
        }
        List<PatternEntry> joined = PatternEntry.Join(entries.Distinct());
        if (joined.Count > MostRepeats)
        {
            return null;
        }
        List<Site> sites = [];
        foreach (PatternEntry entry in joined)
        {
            if (entry.Count is not Constant { Bits: var count })
            {
                return null;
            }
            sites.Add(new(entry.Input, entry.First, (int)count, sites.Sum(static s => s.Count)));
        }
        bool mayAlias = sites.SelectMany((a, i) => sites.Skip(i + 1).Select(b => MayMeet(a, b))).Any(static meet => meet);
        return new(null!, sites.ToEquatableArray(), mayAlias, isConditional);
    }

    /// <summary>Without ranges, by writing out those of a known small number; null when there are others.</summary>
    private static List<PatternEntry>? Unrolled(PatternEntry entry)
    {
        if (entry.Over.OfType<Range>().FirstOrDefault() is not { } range)
        {
            return [entry];
        }
        if (range.From is not Constant { Bits: var from } || range.To is not Constant { Bits: var to } || System.Math.Abs(to - from) > MostRepeats)
        {
            return null;
        }
        List<PatternEntry> all = [];
        for (long value = from; range.Step > 0 ? value < to : value > to; value += range.Step)
        {
            Dictionary<string, Expression> at = new() { [range.Index] = Build.Int((int)value) };
            EquatableArray<Quantifier> over = entry.Over.Where(q => !ReferenceEquals(q, range)).Select(q => Item.Substitute(q, at)).ToEquatableArray();
            Expression first = IndexPolynomial.Of(entry.First).Substitute(range.Index, Build.Int((int)value)).ToExpression();
            if (Unrolled(entry with { Over = over, First = first, Count = Rewriter.Substitute(entry.Count, at) }) is not { } one)
            {
                return null;
            }
            all.AddRange(one);
        }
        return all;
    }

    private static bool MayMeet(Site a, Site b) => a.Input == b.Input
        && !((IndexPolynomial.Of(b.First) - IndexPolynomial.Of(a.First)).Constant is { } distance && (distance >= a.Count || -distance >= b.Count));
}

/// <summary>
/// <paramref name="Count"/> neighbouring elements of an input from <paramref name="First"/> on (0 for a scalar), which take the directions from
/// <paramref name="Position"/> on.
/// </summary>
internal sealed record Site(string Input, Expression First, int Count, int Position);

/// <summary>The rows that one place writes depend on no other variables than <paramref name="Inputs"/>.</summary>
internal sealed record RowInputs(string Output, Expression Index, EquatableArray<string> Inputs);
