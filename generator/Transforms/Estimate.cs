using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

/// <summary>
/// How long a function takes, by counting: an iteration of a loop cannot start its carried chain before the last one has finished it, and not issue more than
/// the units take. A loop of long chains costs its chains and one of many operations its operations. The counts are cycles of a current core
/// (Fog, Instruction tables, 2025: Zen 5); only ratios of them mean anything.
/// </summary>
internal sealed class Estimate
{
    /// <summary>Of a loop whose count the source does not say.</summary>
    private const double Iterations = 64;

    private readonly Dictionary<string, double> _ready = [];

    /// <summary>Cycles of one iteration of a loop, which are the same wherever the loop around it stands.</summary>
    private readonly Dictionary<Statement, double> _each = new(new Identity());
    private double _work;

    private Estimate()
    {
    }

    /// <summary>Cycles of one call.</summary>
    public static double Of(Function function)
    {
        Estimate estimate = new();
        estimate.Run(function.Body);
        foreach (Expression result in function.Results)
        {
            estimate.Ready(result);
        }
        return estimate._work;
    }

    private void Run(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Run(statement);
        }
    }

    private void Run(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                _ready[let.Name] = Ready(let.Value);
                break;
            case Store store:
                Ready(store.Index);
                Ready(store.Value);
                _work += 1;
                break;
            case Add add:
                Ready(add.Index);
                Ready(add.Value);
                _work += 2;
                break;
            case Push push:
                Ready(push.Value);
                _work += 2;
                break;
            case Pop pop:
                _ready[pop.Name] = 0;
                _work += 2;
                break;
            case If branch:
                Run(branch);
                break;
            case For loop:
                double count = loop is { From: Constant from, To: Constant to } ? Math.Max(0, Math.Ceiling((to.Bits - from.Bits) / (double)loop.Step)) : Iterations;
                Repeat(loop, loop.Carried, loop.Body, loop.Until, count);
                break;
            case While loop:
                Repeat(loop, loop.Carried, loop.Body, loop.Condition, Iterations);
                break;
            default:
                foreach (Expression own in Walker.Own(statement))
                {
                    Ready(own);
                }
                break;
        }
    }

    /// <summary>The dearer arm; the branch is predicted, so that nothing waits for its condition.</summary>
    private void Run(If branch)
    {
        Ready(branch.Condition);
        double before = _work;
        Run(branch.Then);
        List<double> then = [.. branch.Merges.Select(m => Ready(m.Then))];
        double afterThen = _work;
        _work = before;
        Run(branch.Else);
        for (int i = 0; i < branch.Merges.Count; i++)
        {
            _ready[branch.Merges[i].Name] = Math.Max(then[i], Ready(branch.Merges[i].Else));
        }
        _work = Math.Max(_work, afterThen);
    }

    private void Repeat(Statement loop, EquatableArray<Carried> carried, Block body, Expression? condition, double count)
    {
        double start = carried.Select(c => Ready(c.Initial)).DefaultIfEmpty().Max();
        if (!_each.TryGetValue(loop, out double each))
        {
            _each[loop] = each = Iterate(carried, body, condition, start);
        }
        _work += count * each;
        foreach (Carried cell in carried)
        {
            _ready[cell.Final] = start + (count * each);
        }
    }

    /// <summary>Some iterations from the same start: what each adds to the time at which the state is known is the length of the longest cycle.</summary>
    private double Iterate(EquatableArray<Carried> carried, Block body, Expression? condition, double start)
    {
        const int settling = 4;
        double before = _work, settled = 0;
        double[] state = [.. carried.Select(_ => start)];
        for (int pass = 0; pass < 2 * settling; pass++)
        {
            _work = before;
            if (pass == settling)
            {
                settled = state.DefaultIfEmpty(start).Max();
            }
            for (int i = 0; i < state.Length; i++)
            {
                _ready[carried[i].Name] = state[i];
            }
            if (condition is not null)
            {
                Ready(condition);
            }
            Run(body);
            state = [.. carried.Select(c => Ready(c.Next))];
        }
        double chain = (state.DefaultIfEmpty(start).Max() - settled) / settling, each = Math.Max(chain, _work - before + 1);
        _work = before;
        return each;
    }

    private sealed class Identity : IEqualityComparer<Statement>
    {
        public bool Equals(Statement? x, Statement? y) => ReferenceEquals(x, y);

        public int GetHashCode(Statement obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }

    /// <summary>When the value of an expression is known.</summary>
    private double Ready(Expression expression)
    {
        switch (expression)
        {
            case Read read:
                return _ready.TryGetValue(read.Name, out double at) ? at : 0;
            case Element element:
                _work += 0.5;
                return Ready(element.Index) + 4;
            case External external:
                _work += 1;
                return external.Arguments.Select(Ready).DefaultIfEmpty().Max() + 4;
            case Apply apply:
                (double latency, double work) = CostOf(apply);
                _work += work;
                return apply.Arguments.Select(Ready).DefaultIfEmpty().Max() + latency;
            default:
                return 0;
        }
    }

    private static (double Latency, double Work) CostOf(Apply apply) => apply.Primitive.Cost switch
    {
        Cost.Trivial => (1, 0.25),
        Cost.Cheap when !apply.Type.IsReal() => (1, 0.25),
        Cost.Cheap => (apply.Primitive == Elementary.MultiplyAddEstimate ? 4 : 3, 0.5),
        Cost.Moderate => (13, 5),
        _ => (40, 30),
    };
}
