using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Passes;

/// <summary>
/// The body of a loop in lanes, cut where a matrix multiplies a vector: each part can run for all vectors of a block before the next one begins, and the
/// products between two parts become one of a matrix and many vectors.
/// </summary>
internal sealed class Segments
{
    private readonly For _loop;
    private readonly List<List<Statement>> _parts = [[]];
    private readonly HashSet<string> _made;

    private Segments(For loop, IEnumerable<Statement> body, IReadOnlyCollection<Contract> shared)
    {
        _loop = loop;
        foreach (Statement statement in body)
        {
            if (statement is Contract contract && shared.Contains(contract))
            {
                Products.Add(contract);
                _parts.Add([]);
            }
            else
            {
                _parts[_parts.Count - 1].Add(statement);
            }
        }
        _made = [.. loop.Body.Statements.OfType<NewArray>().Select(static a => a.Name)];
    }

    /// <summary>What stands between two parts, in the order of the parts.</summary>
    public List<Contract> Products { get; } = [];

    public int Count => _parts.Count;

    public IReadOnlyList<Statement> this[int part] => _parts[part];

    /// <summary>The body in one piece.</summary>
    public static Segments Whole(For loop, IEnumerable<Statement> body) => new(loop, body, []);

    /// <summary>Null where a part of one iteration needs what a later part of an earlier iteration leaves.</summary>
    public static Segments? Of(For loop, IReadOnlyCollection<Statement> body, IReadOnlyCollection<Contract> shared)
    {
        Segments segments = new(loop, body, shared);
        return segments.IsSeparable() ? segments : null;
    }

    /// <summary>Integers that other parts mention as well: computed again there.</summary>
    public IEnumerable<Let> NeededBy(int part)
    {
        List<Let> needed = [];
        HashSet<string> names = Read(_parts[part]);
        foreach (Let let in _parts.Take(part).SelectMany(static p => p).OfType<Let>().Reverse())
        {
            if (names.Contains(let.Name))
            {
                needed.Insert(0, let);
                names.UnionWith(Walker.All(let.Value).OfType<Read>().Select(static r => r.Name));
            }
        }
        return needed;
    }

    /// <summary>The part that a carried value belongs to.</summary>
    public int PartOf(Carried cell) => PartsOf(cell).DefaultIfEmpty(0).First();

    /// <summary>True for an array that more than one part uses, or a product between them.</summary>
    public bool IsKept(string array) =>
        Products.Any(p => Walker.Mentions(p, array)) || _parts.Count(p => p.Any(s => Walker.Mentions(s, array))) > 1;

    private IEnumerable<int> PartsOf(Carried cell)
    {
        HashSet<string> next = [cell.Name, .. Walker.All(cell.Next).OfType<Read>().Select(static r => r.Name)];
        return Enumerable.Range(0, Count).Where(i => Read(_parts[i]).Contains(cell.Name) || _parts[i].SelectMany(Walker.Defines).Any(d => next.Contains(d.Name)));
    }

    private bool IsSeparable()
    {
        if (Walker.Statements(_loop.Body).Any(static s => s is not (Let or If or For or Store or Add or NewArray or Call or Contract))
            || Walker.Expressions(_loop.Body).Any(static e => e is External { IsCall: true })
            || _loop.Carried.Any(c => PartsOf(c).Count() > 1 || Walker.All(c.Next).Any(e => e is Read read && read.Name != c.Name && _loop.Carried.Any(o => o.Name == read.Name))))
        {
            return false;
        }
        for (int part = 0; part < Count; part++)
        {
            HashSet<string> read = Read(_parts[part]);
            foreach (Statement earlier in _parts.Take(part).SelectMany(static p => p))
            {
                if (Walker.Defines(earlier).Any(d => read.Contains(d.Name)) && !IsRepeatable(earlier))
                {
                    return false;
                }
            }
        }
        return SharedArrays().All(IsOnlyRead);
    }

    /// <summary>An integer of the index and of what no iteration changes.</summary>
    private bool IsRepeatable(Statement statement) =>
        statement is Let { Value.Type: ScalarType.Int } let
        && Walker.All(let.Value).All(e => e is not (Element or External) && (e is not Read read || _loop.Carried.All(c => c.Name != read.Name)))
        && _parts.SelectMany(static p => p).Where(s => s != statement && Walker.Defines(s).Any(d => Walker.All(let.Value).Any(e => e is Read read && read.Name == d.Name))).All(IsRepeatable);

    /// <summary>Arrays of all iterations that more than one part uses.</summary>
    private IEnumerable<string> SharedArrays()
    {
        IEnumerable<string> arrays = Walker.Expressions(_loop.Body).Select(static e => e switch { Element element => element.Array, Length length => length.Array, _ => null }).OfType<string>()
            .Concat(Walker.Statements(_loop.Body).SelectMany(static s => s is Call call ? call.Arrays : Walker.Written(s)));
        return arrays.Distinct().Where(a => !_made.Contains(a) && IsKept(a));
    }

    private bool IsOnlyRead(string array) => Walker.Statements(_loop.Body).All(s => s switch
    {
        Call call => !call.Arrays.Contains(array) || call.IsPure || (call.Arrays[0] == array && call.Function == LaneOperations.LoadColumns),
        _ => !Walker.Written(s).Contains(array),
    });

    private static HashSet<string> Read(IEnumerable<Statement> statements) => [.. statements.SelectMany(Walker.Expressions).OfType<Read>().Select(static r => r.Name)];
}
