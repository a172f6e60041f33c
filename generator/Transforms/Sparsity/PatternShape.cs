using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

/// <summary>
/// What a cost model asks. <see cref="IsDense"/>: every row that is written depends on every input, for sure as far as the pattern tells.
/// <see cref="MostPerRow"/>: no row has more entries, when that is a number at build time.
/// </summary>
internal sealed record PatternShape(bool IsDense, int? MostPerRow)
{
    public static PatternShape Of(IReadOnlyList<PatternRow> rows, IReadOnlyList<PatternEntry> entries, PatternLayout layout)
    {
        bool isDense = rows.Count > 0 && rows.All(row => layout.Columns.All(column => row.Items.Any(item => Covers(row, item, column))));
        return new(isDense, MostOf(entries));
    }

    /// <summary>True when a row depends on the whole input whatever the integers are.</summary>
    private static bool Covers(PatternRow row, Item item, PatternPart column)
    {
        if (row.IsUncertain || item.IsUncertain || ((Input)item.Source).Name != column.Name || row.Over.Concat(item.Over).Any(static q => q is Guard))
        {
            return false;
        }
        PatternEntry entry = new(
            row.Over.Concat(item.Over).ToEquatableArray(), "", row.Index, column.Name, ((Input)item.Source).Index ?? Build.Int(0), Build.Int(1), false);
        PatternEntry folded = entry.Folded();

        // The conditions left are that a loop runs at all.
        return column.Sized is null || (folded.First is Constant { Bits: 0 } && folded.Count.Equals(new Length(column.Name)));
    }

    /// <summary>The sum over the entries that may meet in a row: those whose rows are equal modulo the common stride.</summary>
    private static int? MostOf(IReadOnlyList<PatternEntry> entries)
    {
        long most = 0;
        foreach (IGrouping<string, PatternEntry> output in entries.GroupBy(static e => e.Output))
        {
            long stride = output.Aggregate(0L, static (gcd, e) => Strides(e).Aggregate(gcd, static (g, s) => Gcd(g, s.Factor ?? 1)));
            IndexPolynomial origin = Rest(output.First());
            Dictionary<long, long> sums = [];
            foreach (PatternEntry entry in output)
            {
                if (entry.Count is not Constant { Bits: var count } || Repeats(entry) is not { } times || (Rest(entry) - origin).Constant is not { } distance)
                {
                    return null;
                }
                long row = stride == 0 ? distance : ((distance % stride) + stride) % stride;
                sums[row] = (sums.TryGetValue(row, out long sum) ? sum : 0) + (count * times);
            }
            most = System.Math.Max(most, sums.Values.Max());
        }
        return most <= int.MaxValue ? (int)most : null;
    }

    /// <summary>The row without what ranges.</summary>
    private static IndexPolynomial Rest(PatternEntry entry) =>
        entry.Over.OfType<Range>().Aggregate(IndexPolynomial.Of(entry.Row), static (row, range) => row.Split(range.Index)?.Others ?? row);

    /// <summary>For each range how far one step moves the row, and how many steps there are, where these are numbers.</summary>
    private static IEnumerable<(long? Factor, long? Trips)> Strides(PatternEntry entry) => entry.Over.OfType<Range>().Select(range =>
    {
        long? span = (IndexPolynomial.Of(range.To) - IndexPolynomial.Of(range.From)).Constant;
        long? trips = span is { } s ? System.Math.Max(0, (s + range.Step - System.Math.Sign(range.Step)) / range.Step) : null;
        return (IndexPolynomial.Of(entry.Row).Split(range.Index)?.Factor.Constant * range.Step, trips);
    });

    /// <summary>How often an entry may name a row: mixed radix numbers are different, what does not show in the row repeats.</summary>
    private static long? Repeats(PatternEntry entry)
    {
        long times = 1, reach = 0;
        foreach ((long? factor, long? trips) in Strides(entry).OrderBy(static s => System.Math.Abs(s.Factor ?? 0)).ThenBy(static s => s.Trips is null))
        {
            if (factor is not { } step)
            {
                return null;
            }
            if (System.Math.Abs(step) > reach)
            {
                reach = trips is { } known ? reach + (System.Math.Abs(step) * (known - 1)) : long.MaxValue;
            }
            else if (trips is { } repeated)
            {
                times *= repeated;
            }
            else
            {
                return null;
            }
        }
        return times;
    }

    private static long Gcd(long a, long b) => b == 0 ? System.Math.Abs(a) : Gcd(b, a % b);
}
