using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Which names and arrays of a function in normal form carry a derivative: those that depend on a variable (<em>varied</em>) and reach a result
/// (<em>useful</em>). Only they have adjoints or tangents. Conditions, indices and integers do not propagate.
/// </summary>
internal sealed class Activity
{
    private readonly Dictionary<string, HashSet<string>> _uses = [];
    private readonly Dictionary<string, HashSet<string>> _usedBy = [];
    private readonly HashSet<string> _varied;
    private readonly HashSet<string> _useful;

    private readonly bool _seesRules;

    private Activity(Function function, IEnumerable<string> variables, bool seesRules)
    {
        _seesRules = seesRules;
        Collect(function.Body);
        _varied = Reach(variables, _usedBy);
        _useful = Reach(
            function.Results.Where(static r => r.Type.IsReal()).SelectMany(r => Names(r, seesRules))
                .Concat(function.Parameters.Where(static p => p.Kind is ParameterKind.Output or ParameterKind.Accumulator).Select(static p => p.Name)),
            _uses);
    }

    public static Activity Of(Function function) => new(function, function.Parameters.Where(static p => p.IsVariable).Select(static p => p.Name), seesRules: false);

    /// <summary>
    /// With respect to these parameters instead of the function's variables. Where derivatives of derivatives are taken in one go (Taylor series), what
    /// computes an attached derivative counts too: <paramref name="seesRules"/>.
    /// </summary>
    public static Activity Of(Function function, IEnumerable<string> variables, bool seesRules = false) => new(function, variables, seesRules);

    public bool IsActive(string name) => _varied.Contains(name) && _useful.Contains(name);

    public bool IsVaried(string name) => _varied.Contains(name);

    public bool IsUseful(string name) => _useful.Contains(name);

    /// <summary>The names and arrays through which an expression depends differentiably on others.</summary>
    public static IEnumerable<string> Names(Expression expression, bool seesRules = false) => expression switch
    {
        Read { Type: ScalarType.Double or ScalarType.Float } read => [read.Name],
        Element { Type: ScalarType.Double or ScalarType.Float } element => [element.Array],
        Apply { Type: ScalarType.Double or ScalarType.Float } apply => apply.Arguments.Where((_, i) => Carries(apply.Primitive, i) || (seesRules && apply.Primitive == Elementary.Attach)).SelectMany(a => Names(a, seesRules)),
        _ => [],
    };

    /// <summary>True when the primitive's derivative for that argument is not zero everywhere.</summary>
    public static bool Carries(Primitive primitive, int argument) =>
        primitive == Arithmetic.Select ? argument > 0 : primitive.Partials is { } partials && partials[argument] is not null;

    private void Collect(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Let let:
                    Edge(let.Name, let.Value);
                    break;
                case Store store:
                    Edge(store.Array, store.Value);
                    break;
                case Add add:
                    Edge(add.Array, add.Value);
                    break;
                case If branch:
                    foreach (Merge merge in branch.Merges)
                    {
                        Edge(merge.Name, merge.Then);
                        Edge(merge.Name, merge.Else);
                    }
                    break;
                case For or While:
                    foreach (Carried cell in Walker.CarriedBy(statement))
                    {
                        Edge(cell.Name, cell.Initial);
                        Edge(cell.Name, cell.Next);
                        Edge(cell.Final, cell.Initial);
                        Edge(cell.Final, cell.Next);
                    }
                    break;
                case Slice slice:
                    Edge(slice.Name, slice.Array);
                    Edge(slice.Array, slice.Name);
                    break;
                case Push push:
                    Edge(push.Tape, push.Value);
                    break;
                case Pop pop when pop.Type.IsReal():
                    Edge(pop.Name, pop.Tape);
                    break;
                case Call call:
                    // Any of the arrays may be one that the callee adds into.
                    foreach (string to in call.Results.Where(static r => r.Type.IsReal()).Select(static r => r.Name).Concat(call.Arrays))
                    {
                        foreach (Expression argument in call.Arguments)
                        {
                            Edge(to, argument);
                        }
                        foreach (string array in call.Arrays.Where(a => a != to))
                        {
                            Edge(to, array);
                        }
                    }
                    break;
            }
            foreach (Block inner in Walker.Blocks(statement))
            {
                Collect(inner);
            }
        }
    }

    private void Edge(string to, Expression value)
    {
        foreach (string from in Names(value, _seesRules))
        {
            Edge(to, from);
        }
    }

    private void Edge(string to, string from)
    {
        Connect(_uses, to, from);
        Connect(_usedBy, from, to);
    }

    private static void Connect(Dictionary<string, HashSet<string>> graph, string from, string to)
    {
        if (!graph.TryGetValue(from, out HashSet<string>? targets))
        {
            graph[from] = targets = [];
        }
        targets.Add(to);
    }

    private static HashSet<string> Reach(IEnumerable<string> roots, Dictionary<string, HashSet<string>> graph)
    {
        HashSet<string> reached = [];
        Stack<string> work = new(roots);
        while (work.Count > 0)
        {
            string name = work.Pop();
            if (reached.Add(name) && graph.TryGetValue(name, out HashSet<string>? next))
            {
                foreach (string other in next)
                {
                    work.Push(other);
                }
            }
        }
        return reached;
    }
}
