using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Passes;

/// <summary>After this pass every statement contributes to a result, an output array or a thrown exception.</summary>
/// <remarks><code>let a = x * y; let b = x + y; return a   →   let a = x * y; return a</code></remarks>
internal sealed class DeadCode
{
    private readonly Dictionary<string, List<Expression>> _reads = [];
    private readonly Dictionary<string, List<string>> _enclosing = [];
    private readonly HashSet<string> _needed = [];
    private readonly Stack<string> _work = new();
    private int _controls;

    public static Function Run(Function function)
    {
        DeadCode pass = new();
        pass.Collect(function.Body, []);
        foreach (Expression result in function.Results)
        {
            pass.Need(result);
        }
        foreach (Parameter parameter in function.Parameters.Where(static p => p.Kind is ParameterKind.Output or ParameterKind.Accumulator))
        {
            pass.Need(ArrayKey(parameter.Name));
        }
        pass.Need(ThrowKey);
        pass.Propagate();
        return function with { Body = pass.Sweep(function.Body) };
    }

    private const string ThrowKey = "throw";

    private static string ArrayKey(string array) => "[]" + array;

    /// <summary>Notes for every name, array and control construct what is needed once it is.</summary>
    private void Collect(Block block, List<string> controls)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case If branch:
                    string arm = Control(controls, branch.Condition);
                    List<string> inside = [.. controls, arm];
                    Collect(branch.Then, inside);
                    Collect(branch.Else, inside);
                    foreach (Merge merge in branch.Merges)
                    {
                        Note(merge.Name, inside, merge.Then, merge.Else);
                    }
                    break;
                case For loop:
                    string counted = Control(controls, loop.Until is null ? [loop.From, loop.To] : [loop.From, loop.To, loop.Until]);
                    CollectLoop(loop, loop.Body, [.. controls, counted]);
                    break;
                case While loop:
                    CollectLoop(loop, loop.Body, [.. controls, Control(controls, loop.Condition)]);
                    break;
                case Call call:
                    foreach (string key in call.Results.Select(static r => r.Name).Concat(call.IsPure ? [] : call.Arrays.Select(ArrayKey)))
                    {
                        Note(key, controls, [.. call.Arguments]);
                        foreach (string array in call.Arrays)
                        {
                            Depend(key, ArrayKey(array));
                        }
                    }
                    break;
                case Throw thrown:
                    Note(ThrowKey, controls, [.. thrown.Arguments]);
                    break;
                default:
                    Note(Key(statement) ?? throw new UnreachableException(statement.GetType().Name), controls, [.. Walker.Own(statement)]);
                    if (statement is Slice slice)
                    {
                        Depend(ArrayKey(slice.Name), ArrayKey(slice.Array));
                        Depend(ArrayKey(slice.Array), ArrayKey(slice.Name));
                    }
                    if (statement is Pop pop)
                    {
                        Depend(pop.Name, ArrayKey(pop.Tape));
                        Depend(ArrayKey(pop.Tape), pop.Name);
                    }
                    break;
            }
        }
    }

    private void CollectLoop(Statement loop, Block body, List<string> inside)
    {
        Collect(body, inside);
        foreach (Carried cell in Walker.CarriedBy(loop))
        {
            Note(cell.Name, inside, cell.Initial, cell.Next);
            Depend(cell.Name, cell.Final);
            Note(cell.Final, inside);
            Depend(cell.Final, cell.Name);
        }
    }

    /// <summary>The name or array a simple statement defines or writes.</summary>
    private static string? Key(Statement statement) => statement switch
    {
        Let let => let.Name,
        Pop pop => pop.Name,
        NewArray array => ArrayKey(array.Name),
        Slice slice => ArrayKey(slice.Name),
        Store store => ArrayKey(store.Array),
        Add add => ArrayKey(add.Array),
        Push push => ArrayKey(push.Tape),
        Contract contract => ArrayKey(contract.Target.Array),
        NewTape tape => ArrayKey(tape.Name),
        _ => null,
    };

    private string Control(List<string> controls, params Expression[] conditions)
    {
        string key = "control" + _controls++;
        Note(key, controls, conditions);
        return key;
    }

    private void Note(string key, List<string> controls, params Expression[] expressions)
    {
        if (!_reads.TryGetValue(key, out List<Expression>? list))
        {
            _reads[key] = list = [];
        }
        list.AddRange(expressions);
        foreach (string control in controls)
        {
            Depend(key, control);
        }
    }

    private void Depend(string key, string on)
    {
        if (!_enclosing.TryGetValue(key, out List<string>? list))
        {
            _enclosing[key] = list = [];
        }
        list.Add(on);
    }

    private void Need(string key)
    {
        if (_needed.Add(key))
        {
            _work.Push(key);
        }
    }

    private void Need(Expression expression)
    {
        foreach (Expression inner in Walker.All(expression))
        {
            switch (inner)
            {
                case Read read:
                    Need(read.Name);
                    break;
                case Element element:
                    Need(ArrayKey(element.Array));
                    break;
                case Length length:
                    Need(ArrayKey(length.Array));
                    break;
            }
        }
    }

    private void Propagate()
    {
        while (_work.Count > 0)
        {
            string key = _work.Pop();
            if (_reads.TryGetValue(key, out List<Expression>? reads))
            {
                foreach (Expression expression in reads)
                {
                    Need(expression);
                }
            }
            if (_enclosing.TryGetValue(key, out List<string>? enclosing))
            {
                foreach (string other in enclosing)
                {
                    Need(other);
                }
            }
        }
    }

    private Block Sweep(Block block)
    {
        List<Statement> kept = [];
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case If branch:
                    If swept = branch with
                    {
                        Then = Sweep(branch.Then),
                        Else = Sweep(branch.Else),
                        Merges = branch.Merges.Where(m => _needed.Contains(m.Name)).ToEquatableArray(),
                    };
                    if (!swept.Then.IsEmpty || !swept.Else.IsEmpty || swept.Merges.Count > 0)
                    {
                        kept.Add(swept);
                    }
                    break;
                case For loop:
                    For counted = loop with { Body = Sweep(loop.Body), Carried = Live(loop.Carried) };
                    if (!counted.Body.IsEmpty || counted.Carried.Count > 0)
                    {
                        kept.Add(counted);
                    }
                    break;
                case While loop:
                    While repeated = loop with { Body = Sweep(loop.Body), Carried = Live(loop.Carried) };
                    if (!repeated.Body.IsEmpty || repeated.Carried.Any(c => IsLive(c)))
                    {
                        kept.Add(repeated);
                    }
                    break;
                case Call call when call.Results.Any(r => _needed.Contains(r.Name)) || (!call.IsPure && call.Arrays.Any(a => _needed.Contains(ArrayKey(a)))):
                case Throw:
                    kept.Add(statement);
                    break;
                default:
                    if (Key(statement) is { } key && _needed.Contains(key))
                    {
                        kept.Add(statement);
                    }
                    break;
            }
        }
        return kept.ToBlock();
    }

    private EquatableArray<Carried> Live(EquatableArray<Carried> carried) => carried.Where(IsLive).ToEquatableArray();

    private bool IsLive(Carried cell) => _needed.Contains(cell.Name) || _needed.Contains(cell.Final);
}
