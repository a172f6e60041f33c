using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Proxima.Generator.Ir;
using Proxima.Generator.Passes;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Surrogates;

/// <summary>
/// Reads off a function how it is made: the link in which it ends, then the additive terms of what the link is applied to. Sums, differences, constant factors and
/// multiply-adds are taken apart; a term whose coordinates another one reads too joins it, because coalitions of the larger are enumerated anyway.
/// </summary>
/// <remarks><code>return sigmoid(0.5 * a - b + a * c + c * c)   →   sigmoid(margin);  affine 0.5 · a − b;  terms a * c + c * c of {a, c}</code></remarks>
internal sealed partial class Decompose
{
    private const int LongestExpression = 8;

    private readonly Function _function;
    private readonly IReadOnlyList<Coordinate> _coordinates;
    private readonly Dictionary<string, Expression> _values = [];
    private readonly Dictionary<string, string> _sources = [];
    private readonly Dictionary<string, BigInteger> _masks = [];
    private readonly Sum _sum = new();

    private Decompose(Function function, IReadOnlyList<Coordinate> coordinates)
    {
        _function = function;
        _coordinates = coordinates;
        for (int i = 0; i < coordinates.Count; i++)
        {
            _masks[coordinates[i].Name] = BigInteger.One << i;
        }
        Collect(function.Body, BigInteger.Zero, isOuter: true);
    }

    /// <param name="function">Without loops and arrays, after <see cref="Unfold"/>; its operations have names.</param>
    /// <param name="coordinates">What is explained of its parameters, by place.</param>
    public static Decomposition Run(Function function, IReadOnlyList<Coordinate> coordinates) => new Decompose(function, coordinates).Run();

    private Decomposition Run()
    {
        Expression margin = _function.Results[0];
        Function? link = null;
        if (OutputLink.Of(margin, _values, e => !Mask(e).IsZero) is { } found)
        {
            (link, margin) = found;
        }
        Split(margin, Double(1), _sum);
        List<List<Summand>> groups = Merge();
        Function flat = Flatten.Run(PassList.Prepare(_function with { Results = [margin] }));
        PieceProgram pieces = PieceProgram.Of(flat, _coordinates.Select(static c => c.Name));
        return new()
        {
            Coordinates = _coordinates,
            Constant = _sum.Constant,
            Link = link,
            Affine = [.. _sum.Affine.Where(static w => w.Value != 0)],
            Terms = [.. groups.Select(Term)],
            Pieces = pieces.Pieces,
            Kinks = pieces.Pieces == Pieces.Affine ? PassList.Prepare(flat with { Name = "Kinks", Results = pieces.Kinks.ToEquatableArray() }) : null,
        };
    }

    private void Collect(Block block, BigInteger control, bool isOuter)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let:
                    _masks[let.Name] = control | Mask(let.Value);
                    _sources[let.Name] = let.Source;
                    if (isOuter)
                    {
                        _values[let.Name] = let.Value;
                    }
                    break;
                case If branch:
                    BigInteger condition = control | Mask(branch.Condition);
                    Collect(branch.Then, condition, isOuter: false);
                    Collect(branch.Else, condition, isOuter: false);
                    foreach (Merge merge in branch.Merges)
                    {
                        _masks[merge.Name] = condition | Mask(merge.Then) | Mask(merge.Else);
                        _sources[merge.Name] = branch.Source;
                    }
                    break;
                default:
                    throw new SurrogateException("it is no sequence of operations");
            }
        }
    }

    private BigInteger Mask(Expression expression)
    {
        BigInteger mask = BigInteger.Zero;
        foreach (Read read in Walker.All(expression).OfType<Read>())
        {
            mask |= _masks.TryGetValue(read.Name, out BigInteger own) ? own : BigInteger.Zero;
        }
        return mask;
    }

    /// <summary>The summands by term. No merging makes more coalitions: one set of coordinates holds the other, or a set of all costs less than the sets.</summary>
    private List<List<Summand>> Merge()
    {
        List<(BigInteger Mask, List<Summand> Summands)> groups = [];
        foreach (Summand summand in _sum.Summands.OrderByDescending(static s => Count(s.Mask)))
        {
            int home = groups.FindIndex(g => (summand.Mask & g.Mask) == summand.Mask);
            if (home < 0)
            {
                groups.Add((summand.Mask, [summand]));
            }
            else
            {
                groups[home].Summands.Add(summand);
            }
        }
        BigInteger all = groups.Aggregate(BigInteger.Zero, static (mask, g) => mask | g.Mask);
        if (groups.Count > 1 && groups.Aggregate(BigInteger.Zero, static (sum, g) => sum + (BigInteger.One << Count(g.Mask))) > BigInteger.One << Count(all))
        {
            groups = [(all, [.. groups.SelectMany(static g => g.Summands)])];
        }
        if (_sum.Shared.Count > 0)
        {
            AddShared(groups);
        }
        // In the order in which the model computes them.
        return [.. groups.Select(g => (Order: g.Summands.Min(s => _sum.Summands.IndexOf(s)), g.Summands)).OrderBy(static g => g.Order).Select(static g => g.Summands)];
    }

    /// <summary>What depends on constants of the model alone stands with the first term: only a number that is known can stand by itself.</summary>
    private void AddShared(List<(BigInteger Mask, List<Summand> Summands)> groups)
    {
        Summand[] shared = [.. _sum.Shared.Select(e => new Summand(Double(1), e, BigInteger.Zero))];
        _sum.Summands.AddRange(shared);
        if (groups.Count == 0)
        {
            int first = _sum.Affine.Count > 0 ? _sum.Affine.First().Key : 0;
            groups.Add((BigInteger.One << first, []));
        }
        groups[0].Summands.AddRange(shared);
    }

    private static int Count(BigInteger mask)
    {
        int count = 0;
        foreach (byte part in mask.ToByteArray())
        {
            for (int bits = part; bits != 0; bits &= bits - 1)
            {
                count++;
            }
        }
        return count;
    }

    /// <summary>The body with the sum: of few summands one expression at the end, of many a running sum, so that no summand waits for the others.</summary>
    private Block Summed(Summand[] summands, out Expression sum)
    {
        if (summands.Length <= LongestExpression)
        {
            sum = summands.Select(static s => Product(s.Coefficient, s.Value)).Aggregate(static (left, right) => Plus(left, right));
            return _function.Body;
        }
        Names names = Names.Of(_function);
        List<Statement> body = [];
        int next = 0;
        Expression? total = null;
        HashSet<string> known = [];
        foreach (Statement? statement in _function.Body.Statements.Cast<Statement?>().Append(null))
        {
            if (statement is not null)
            {
                body.Add(statement);
                known.UnionWith(Walker.Defines(statement).Select(static d => d.Name));
            }
            while (next < summands.Length && (statement is null || Walker.All(summands[next].Value).OfType<Read>().All(r => known.Contains(r.Name) || _function.Parameters.Any(p => p.Name == r.Name))))
            {
                Expression addend = Product(summands[next].Coefficient, summands[next].Value);
                string name = names.Fresh("sum");
                body.Add(new Let(name, total is null ? addend : Plus(total, addend)));
                total = Name(name, ScalarType.Double);
                next++;
            }
        }
        sum = total!;
        return body.ToBlock();
    }

    private TermProgram Term(List<Summand> summands)
    {
        Summand[] ordered = [.. summands.OrderBy(s => _sum.Summands.IndexOf(s))];
        BigInteger mask = ordered.Aggregate(BigInteger.Zero, static (all, s) => all | s.Mask);
        int[] variables = [.. Enumerable.Range(0, _coordinates.Count).Where(i => !((mask >> i) & 1).IsZero)];
        HashSet<string> read = [.. variables.Select(i => _coordinates[i].Name)];
        HashSet<string> others = [.. _coordinates.Select(static c => c.Name).Where(name => !read.Contains(name))];
        Block body = Summed(ordered, out Expression sum);
        Function value = PassList.Prepare(_function with
        {
            Name = "Term",
            Body = body,
            Parameters = _function.Parameters.Where(p => !others.Contains(p.Name)).Select(p => p with { IsVariable = read.Contains(p.Name) && p.Type.IsReal() }).ToEquatableArray(),
            Results = [sum],
        });
        HashSet<string> used = [.. Walker.Expressions(value.Body).Concat(value.Results.SelectMany(Walker.All)).Select(static e => e switch { Read r => r.Name, Element element => element.Array, Length length => length.Array, _ => "" })];
        value = value with { Parameters = value.Parameters.Where(p => read.Contains(p.Name) || used.Contains(p.Name)).ToEquatableArray() };
        string[] sources = [.. ordered.Select(s => s.Value is Read at && _sources.TryGetValue(at.Name, out string? source) ? source : "").Where(static s => s.Length > 0).Distinct()];
        return new(variables, value) { Layer = FirstLayer.Of(value, [.. variables.Select(i => _coordinates[i].Name)]), Source = sources.Length == 1 ? sources[0] : "" };
    }
}
