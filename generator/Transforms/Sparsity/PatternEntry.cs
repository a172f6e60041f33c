using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Neighbouring entries of one row, for everything that <see cref="Over"/> ranges over: <see cref="Count"/> elements of an input from
/// <see cref="First"/> on. Row and first are counted inside the output and the input; the output "" stands for the returned results.
/// </summary>
internal sealed record PatternEntry(
    EquatableArray<Quantifier> Over, string Output, Expression Row, string Input, Expression First, Expression Count, bool IsUncertain)
{
    /// <summary>
    /// <code>for (k = a to b) add(row, base + k)   →   add(row, base + a … b − a of them)</code>
    /// from the innermost range outwards; a range that nothing mentions becomes the condition that it is not empty.
    /// </summary>
    public PatternEntry Folded()
    {
        List<Quantifier> over = [.. Over];
        Expression first = First, count = Count;
        for (int i = over.Count - 1; i >= 0; i--)
        {
            if (over[i] is not Range range)
            {
                continue;
            }
            List<Quantifier> after = [.. over.Skip(i + 1)];
            if (after.Any(q => Item.Mentions(q, range.Index)))
            {
                continue;
            }
            bool isUp = range.Step > 0;
            if (!KnownIntegers.Mentions(Row, range.Index) && !KnownIntegers.Mentions(first, range.Index) && !KnownIntegers.Mentions(count, range.Index))
            {
                over.RemoveAt(i);
                Expression low = isUp ? range.From : range.To, high = isUp ? range.To : range.From;
                if (!((IndexPolynomial.Of(high) - IndexPolynomial.Of(low)).Constant > 0))
                {
                    over.Insert(i, new Guard(Compare(Arithmetic.Less, low, high)));
                }
                continue;
            }
            bool isRun = range.Step is 1 or -1 && !KnownIntegers.Mentions(Row, range.Index) && !KnownIntegers.Mentions(count, range.Index)
                && IndexPolynomial.Of(first).Split(range.Index) is { } parts && parts.Factor.Equals(IndexPolynomial.Of(count));
            if (isRun)
            {
                Expression start = isUp ? range.From : Offset(range.To, 1);
                IndexPolynomial trips = isUp ? IndexPolynomial.Of(range.To) - IndexPolynomial.Of(range.From) : IndexPolynomial.Of(range.From) - IndexPolynomial.Of(range.To);
                first = IndexPolynomial.Of(first).Substitute(range.Index, start).ToExpression();
                count = (trips * IndexPolynomial.Of(count)).ToExpression();
                over.RemoveAt(i);
            }
        }
        return this with { Over = over.ToEquatableArray(), First = first, Count = count };
    }

    private const int FewestPerGap = 10;

    /// <summary>With the conditions that everything it reads and names is in range, where an unknown condition hides that.</summary>
    public PatternEntry Checked(PatternLayout layout)
    {
        if (!IsUncertain)
        {
            return this;
        }
        List<Quantifier> over = [];
        foreach (Quantifier quantifier in Over)
        {
            over.AddRange((quantifier is Range range ? new[] { range.From, range.To } : [((Guard)quantifier).Condition]).SelectMany(Elements));
            over.Add(quantifier);
        }
        over.AddRange(Elements(Row).Concat(Elements(First)));
        over.AddRange(layout.LengthOfInput(Input) is { } inputs ? Within(First, inputs) : []);
        over.AddRange(layout.LengthOfOutput(Output) is { } outputs ? Within(Row, outputs) : []);
        return this with { Over = over.ToEquatableArray() };
    }

    /// <summary>
    /// Runs of one row whose distance is known and that touch become one; then so do long runs with a short gap, when at most one element in
    /// <see cref="FewestPerGap"/> is a zero: one run is a block that its reader sees, two are not.
    /// </summary>
    public static List<PatternEntry> Join(IEnumerable<PatternEntry> entries) => Join(Join(entries, static (_, _) => 0), static (run, next) => (run + next) / (FewestPerGap - 1));

    private static List<PatternEntry> Join(IEnumerable<PatternEntry> entries, System.Func<long, long, long> widestGap)
    {
        List<PatternEntry> joined = [];
        foreach (IGrouping<PatternEntry, (PatternEntry Entry, long At)> group in entries.Select(Anchored).GroupBy(static e => e.Anchor, static e => (e.Entry, e.At)))
        {
            PatternEntry? last = null;
            long from = 0, end = 0;
            foreach ((PatternEntry entry, long at) in group.OrderBy(static e => e.At))
            {
                if (last is not null && last.Count is Constant && entry.Count is Constant { Bits: var more } && at - end <= widestGap(end - from, more))
                {
                    end = System.Math.Max(end, at + more);
                    joined[joined.Count - 1] = last = last with { Count = Int((int)(end - from)) };
                    continue;
                }
                joined.Add(last = entry);
                (from, end) = (at, at + (entry.Count is Constant { Bits: var count } ? count : 0));
            }
        }
        return joined;
    }

    /// <summary>The entry's first element as a distance from a formula without constant term, which entries that can be joined share.</summary>
    private static (PatternEntry Anchor, PatternEntry Entry, long At) Anchored(PatternEntry entry)
    {
        IndexPolynomial first = IndexPolynomial.Of(entry.First);
        long at = first.ConstantTerm;
        Expression anchor = (first - IndexPolynomial.Of(at)).ToExpression();
        return (entry with { First = anchor, Count = entry.Count is Constant ? Int(1) : entry.Count, IsUncertain = false }, entry, at);
    }

    private static IEnumerable<Guard> Elements(Expression expression) =>
        Walker.All(expression).OfType<Element>().Reverse().SelectMany(static e => Within(e.Index, new Length(e.Array)));

    private static IEnumerable<Guard> Within(Expression index, Expression length) =>
        index is Constant { Bits: >= 0 }
            ? [new(Compare(Arithmetic.Less, index, length))]
            : [new(Compare(Arithmetic.GreaterOrEqual, index, Int(0))), new(Compare(Arithmetic.Less, index, length))];
}
