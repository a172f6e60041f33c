using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Which entries of the Jacobian of a function in normal form may differ from zero, as a function of its integers that enumerates them. Conditions
/// on reals count with both arms; a value that is overwritten counts. What no formula of integers tells is not provable.
/// </summary>
/// <remarks>
/// <code>
/// for i from 1 to n                          →   for i from 1 to n
///   y[i] = x[i] * x[obs[i]] + x[i - 1]             call pattern.AddRange(i, i - 1, 2)
///                                                  call pattern.Add(i, obs[i])
/// </code>
/// </remarks>
internal static class JacobianPattern
{
    /// <param name="isCoarse">True to take local arrays whole, which gives shorter formulas and more entries.</param>
    public static PatternResult Of(Function function, bool isCoarse = false) => Of(function, PatternLayout.Of(function), "JacobianPattern", isSymmetric: false, isCoarse);

    internal static PatternResult Of(Function function, PatternLayout layout, string suffix, bool isSymmetric, bool isCoarse)
    {
        Flow flow = Flow.Of(function);
        if (flow.Obstacle is { } early)
        {
            return new(null, early);
        }
        LoopBounds bounds = new(flow.Integers);
        Dependences dependences = new(flow, bounds, isCoarse);
        HashSet<string> outputs = [.. function.Parameters.Where(static p => p.Kind is ParameterKind.Output).Select(static p => p.Name)];
        List<PatternRow> rows = [];
        foreach (Written write in flow.Writes.Where(w => outputs.Contains(w.Storage)).Concat(flow.Results))
        {
            IReadOnlyCollection<Item> items = dependences.Of(write);
            if (dependences.Obstacle is { } circular)
            {
                return new(null, circular);
            }
            if (items.Count == 0)
            {
                continue;
            }
            if (Row(write, items, flow, bounds, out Obstacle? obstacle) is not { } row)
            {
                return new(null, obstacle);
            }
            rows.Add(row);
        }
        List<PatternEntry> entries = PatternEntry.Join(rows.SelectMany(r => r.Entries(layout)).Distinct());
        Function program = PatternWriter.Write(function, function.Name + suffix, flow, layout, entries, isSymmetric);
        return new(new(program, PatternShape.Of(rows, entries, layout), [.. RowLocal.Find(function, flow, rows, bounds)]), null);
    }

    /// <summary>The loops and conditions around a write, with what is written.</summary>
    private static PatternRow? Row(Written write, IReadOnlyCollection<Item> items, Flow flow, LoopBounds bounds, out Obstacle? obstacle)
    {
        obstacle = null;
        if (write.Index is null)
        {
            obstacle = new(write.WhyNoIndex.Length > 0 ? write.WhyNoIndex : "an index is not known before the model runs", write.Origin);
            return null;
        }
        List<Quantifier> over = [];
        bool isUncertain = false;
        foreach (Nest nest in write.Place.Nest.Below(flow.Root))
        {
            switch (nest.Statement)
            {
                case For loop when bounds.Of(loop) is { } range:
                    over.Add(range);
                    isUncertain |= loop.Until is not null;
                    break;
                case For loop:
                    bool isMentioned = KnownIntegers.Mentions(write.Index, loop.Index) || items.Any(i => i.Mentions(loop.Index));
                    if (isMentioned)
                    {
                        obstacle = bounds.WhyNot(loop);
                        return null;
                    }
                    isUncertain = true;
                    break;
                case If:
                    (Guard? guard, bool isUnknown) = flow.GuardOf(nest);
                    isUnknown |= guard is not null && flow.Integers.LoopsOf(guard.Condition).Any(l => bounds.Of(l) is null);
                    isUncertain |= isUnknown;
                    if (guard is not null && !isUnknown)
                    {
                        over.Add(guard);
                    }
                    break;
                default:
                    isUncertain = true;
                    break;
            }
        }
        return new(write, over.ToEquatableArray(), write.Index, items, isUncertain);
    }
}

/// <summary>One place where rows are written: over what it ranges, which row, and what it depends on.</summary>
internal sealed record PatternRow(Written Write, EquatableArray<Quantifier> Over, Expression Index, IReadOnlyCollection<Item> Items, bool IsUncertain)
{
    public IEnumerable<PatternEntry> Entries(PatternLayout layout)
    {
        foreach (Item item in Items)
        {
            Input input = (Input)item.Source;
            EquatableArray<Quantifier> over = Over.Concat(item.Over).ToEquatableArray();
            PatternEntry entry = new(over, Write.Storage, Index, input.Name, input.Index ?? Build.Int(0), Build.Int(1), IsUncertain || item.IsUncertain);
            yield return entry.Checked(layout).Folded();
        }
    }
}

/// <summary>A proved pattern, or what is in the way.</summary>
internal sealed record PatternResult(Pattern? Pattern, Obstacle? Obstacle);

/// <summary>
/// A pattern: the function that enumerates it by calls of <see cref="PatternWriter.Add"/> and <see cref="PatternWriter.AddRange"/>, what its
/// shape is, and the loops whose iterations write rows of their own.
/// </summary>
internal sealed record Pattern(Function Program, PatternShape Shape, EquatableArray<RowLocal> Loops);
