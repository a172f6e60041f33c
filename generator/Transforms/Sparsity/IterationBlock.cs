using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Iterations of a loop with rows of their own, one per lane: what an iteration reads becomes scalar parameters of a function of one iteration, which
/// forward mode differentiates with respect to each of them. The elements are gathered before it, the rows go to their entries after it.
/// </summary>
/// <remarks>
/// <code>
/// for i: y[2 * i] = f(x[obs[i]], x[obs[i] + 1], c[i])
/// → function (x$0, x$1, c$0) { v = f(x$0, x$1, c$0) } return v, ∂v/∂x$0, ∂v/∂x$1, with x$ = x[obs[i] …], c$ = c[i …]
/// </code>
/// </remarks>
/// <param name="Loop">The loop, whose ends are known before the function's body.</param>
/// <param name="Function">Returns the values that an iteration stores, in order; then, direction by direction, their derivatives.</param>
/// <param name="Gathers">What the parameters are; the first ones are the directions, in the order of their columns.</param>
/// <param name="Sites">How many of the gathers are variables, with a column for each element.</param>
/// <param name="Stores">Where the values go.</param>
internal sealed record IterationBlock(For Loop, Function Function, EquatableArray<Gather> Gathers, int Sites, EquatableArray<BlockStore> Stores)
{
    /// <summary>The number of columns of an iteration.</summary>
    public int Width => Gathers.Take(Sites).Sum(static g => g.Count);

    /// <summary>The derivative of a stored value; a constant zero where it does not depend on the element.</summary>
    public Expression Entry(int store, int column) => Function.Results[Stores.Count + (column * Stores.Count) + store];

    /// <summary>The block, or null where an iteration does more than compute and store, or not everything that it reads is known beforehand.</summary>
    public static IterationBlock? Of(Function function, Pattern pattern, IReadOnlyDictionary<string, Expression> rows, IReadOnlyList<(string Input, Expression Start)> columns)
    {
        if (pattern.Loops is not [{ HasConditionalSites: false } local] || local.Loop is not { Until: null, Step: > 0, Carried.Count: 0 } loop
            || function.Body.Statements.Any(s => s != (Statement)loop && s is not Let)
            || !loop.Body.Statements.All(static s => s is Let or Store || (s is If branch && Walker.Statements(branch.Then).Concat(Walker.Statements(branch.Else)).All(static i => i is Let or If))))
        {
            return null;
        }
        KnownIntegers integers = new(function);
        List<Gather> gathers = [];
        foreach ((string input, Expression start) in columns)
        {
            if (local.Sites.FirstOrDefault(s => s.Input == input) is { } site)
            {
                if (function.Parameters.First(p => p.Name == input).Kind != ParameterKind.Array)
                {
                    return null;
                }
                gathers.Add(new(input, site.First, site.Count, start));
            }
        }
        int sites = gathers.Count;
        if (Constants(function, loop, integers, gathers) is not { } all || Stored(local, integers, rows, gathers) is not { } stores)
        {
            return null;
        }
        Block body = loop.Body.Statements.Where(static s => s is not Store).ToBlock();
        Expression? Parameter(Expression e) => e is Element { Type: ScalarType.Double or ScalarType.Float } element && NameOf(element, integers, all) is { } name ? Name(name, element.Type) : null;
        Function iteration = function with
        {
            Parameters = [.. function.Parameters.Where(static p => p is { Kind: ParameterKind.Scalar, IsVariable: false }), .. all.SelectMany((g, k) => g.Names.Select(n => new Parameter(n, TypeOf(function, g.Array), ParameterKind.Scalar, k < sites)))],
            Body = Rewriter.Map(body, e => Parameter(e) ?? e),
            Results = loop.Body.Statements.OfType<Store>().Select(s => Rewriter.Map(s.Value, e => Parameter(e) ?? e)).ToEquatableArray(),
        };
        iteration = PassList.Prepare(iteration);
        return IsClosed(iteration) ? new(loop, ScalarDirections.Run(iteration), all.ToEquatableArray(), sites, stores.ToEquatableArray()) : null;
    }

    private static ScalarType TypeOf(Function function, string array) =>
        function.Parameters.Where(p => p.Name == array).Select(static p => p.Type).Concat(function.Tables.Where(t => t.Name == array).Select(static t => t.Type)).First();

    /// <summary>Constant data that every iteration reads, in runs of neighbours; null where some iteration may not read it.</summary>
    private static List<Gather>? Constants(Function function, For loop, KnownIntegers integers, List<Gather> gathers)
    {
        List<Gather> all = [.. gathers];
        IEnumerable<Expression> anyway = loop.Body.Statements.Where(static s => s is Let or Store).SelectMany(Walker.Own).SelectMany(Walker.All);
        foreach (Element element in anyway.OfType<Element>().Where(static e => e.Type.IsReal()))
        {
            if (NameOf(element, integers, all) is not null)
            {
                continue;
            }
            if (integers.Of(element.Index).Value is not { } first || function.Parameters.Any(p => p.Name == element.Array && (p.IsVariable || p.Kind != ParameterKind.Array)))
            {
                return null;
            }
            int near = all.FindIndex(g => g.Array == element.Array && (IndexPolynomial.Of(first) - IndexPolynomial.Of(g.First)).Constant == g.Count);
            if (near >= gathers.Count)
            {
                all[near] = all[near] with { Count = all[near].Count + 1 };
            }
            else
            {
                all.Add(new(element.Array, first, 1, Int(0)) { Number = all.Count(g => g.Array == element.Array) });
            }
        }
        return all;
    }

    private static string? NameOf(Element element, KnownIntegers integers, List<Gather> gathers)
    {
        foreach (Gather gather in gathers.Where(g => g.Array == element.Array))
        {
            if (integers.Of(element.Index).Value is { } index && (IndexPolynomial.Of(index) - IndexPolynomial.Of(gather.First)).Constant is { } offset && offset >= 0 && offset < gather.Count)
            {
                return gather.Names.ElementAt((int)offset);
            }
        }
        return null;
    }

    /// <summary>The stores of an iteration: the row of the first iteration's and the distance to the next one's.</summary>
    private static List<BlockStore>? Stored(RowLocal local, KnownIntegers integers, IReadOnlyDictionary<string, Expression> rows, List<Gather> sites)
    {
        For loop = local.Loop;
        List<BlockStore> stores = [];
        foreach (Store store in loop.Body.Statements.OfType<Store>())
        {
            if (!rows.TryGetValue(store.Array, out Expression? start) || integers.Of(store.Index).Value is not { } index
                || IndexPolynomial.Of(index).Split(loop.Index) is not { } parts || parts.Factor.Constant is not { } factor || Math.Abs(factor * loop.Step) > int.MaxValue
                || stores.Any(s => s.Output == store.Array && s.Index.Equals(index)))
            {
                return null;
            }
            RowInputs? own = local.Rows.FirstOrDefault(r => r.Output == store.Array && r.Index.Equals(index));
            int first = own is null ? 0 : sites.FindIndex(s => own.Inputs.Contains(s.Array)), last = own is null ? sites.Count - 1 : sites.FindLastIndex(s => own.Inputs.Contains(s.Array));
            if (first < 0)
            {
                return null;
            }
            stores.Add(new(store.Array, index, (int)factor * loop.Step, start, first, last + 1 - first));
        }
        return stores;
    }

    /// <summary>True when nothing is left that only the loop knows.</summary>
    private static bool IsClosed(Function function)
    {
        HashSet<string> known = [.. function.Parameters.Select(static p => p.Name)];
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            known.UnionWith(Walker.Defines(statement).Select(static d => d.Name));
        }
        return Walker.Expressions(function.Body).Concat(function.Results.SelectMany(Walker.All)).All(e => e switch
        {
            Read read => known.Contains(read.Name),
            Element or Length => false,
            External external => external.Arguments.Count == 0 && !external.IsCall,
            _ => true,
        });
    }
}

/// <summary><paramref name="Count"/> neighbouring elements of an array from <paramref name="First"/> on; <paramref name="Start"/> is the column of a variable's first element.</summary>
internal sealed record Gather(string Array, Expression First, int Count, Expression Start)
{
    /// <summary>Tells several runs of one array apart.</summary>
    public int Number { get; init; }

    public IEnumerable<string> Names => Enumerable.Range(0, Count).Select(Name);

    public string Name(int k) => Array + "$" + (Number == 0 ? "" : Text(Number) + "$") + Text(k);

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// A stored value: its place in an output, the distance to the next iteration's, the row of the output's first element, and the sites whose columns the
/// row has.
/// </summary>
internal sealed record BlockStore(string Output, Expression Index, int Step, Expression Start, int FirstSite, int Sites);
