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
        if (item.IsUncertain || ((Input)item.Source).Name != column.Name)
        {
            return false;
        }
        PatternEntry entry = new(
            row.Over.Concat(item.Over).ToEquatableArray(), "", row.Index, column.Name, ((Input)item.Source).Index ?? Build.Int(0), Build.Int(1), false);
        PatternEntry folded = entry.Folded();

        // Left are the ranges that number the rows; a condition could exclude one.
        return folded.Over.All(static q => q is Range)
            && (column.Sized is null || (folded.First is Constant { Bits: 0 } && folded.Count.Equals(new Length(column.Name))));
    }

    /// <summary>Every row is written at most once by an entry whose loops all show in its row; the others repeat, which is counted where it is known.</summary>
    private static int? MostOf(IReadOnlyList<PatternEntry> entries)
    {
        int most = 0;
        foreach (IGrouping<string, PatternEntry> output in entries.GroupBy(static e => e.Output))
        {
            long sum = 0;
            foreach (PatternEntry entry in output)
            {
                if (entry.Count is not Constant { Bits: var count } || Repeats(entry) is not { } times)
                {
                    return null;
                }
                sum += count * times;
            }
            most = sum > int.MaxValue ? most : System.Math.Max(most, (int)sum);
        }
        return most;
    }

    private static long? Repeats(PatternEntry entry)
    {
        long times = 1;
        IndexPolynomial row = IndexPolynomial.Of(entry.Row);
        int shown = 0;
        foreach (Range range in entry.Over.OfType<Range>())
        {
            if (row.Split(range.Index) is { } parts && parts.Factor.Constant is { } factor && factor != 0 && shown++ == 0)
            {
                continue;
            }
            if ((IndexPolynomial.Of(range.To) - IndexPolynomial.Of(range.From)).Constant is not { } span)
            {
                return null;
            }
            times *= System.Math.Max(0, (span + range.Step - System.Math.Sign(range.Step)) / range.Step);
        }
        return times;
    }
}
