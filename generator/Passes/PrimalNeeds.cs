using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Transforms;

namespace Proxima.Generator.Passes;

/// <summary>What of a derivative's function is the model's own: its first results, and the arrays it writes its results to.</summary>
internal sealed record Primal(int Results, EquatableArray<string> Arrays);

/// <summary>
/// The names and arrays on which the model's own results, a condition, an index, a length or a call depends, however far back: those keep every bit.
/// What is not among them is read by derivatives alone.
/// </summary>
internal sealed class PrimalNeeds
{
    private readonly Dictionary<string, HashSet<string>> _reads = [];
    private readonly HashSet<string> _needed = [];

    private PrimalNeeds()
    {
    }

    public static PrimalNeeds Of(Function function, Primal primal)
    {
        PrimalNeeds needs = new();
        foreach (string array in primal.Arrays)
        {
            needs._needed.Add(OfArray(array));
        }
        for (int i = 0; i < function.Results.Count; i++)
        {
            needs.Read(function.Results[i], i < primal.Results ? needs._needed : []);
        }
        foreach (Statement statement in Walker.Statements(function.Body))
        {
            needs.Read(statement);
        }
        needs.Close();
        return needs;
    }

    public bool HasName(string name) => _needed.Contains(name);

    public bool HasArray(string array) => _needed.Contains(OfArray(array));

    /// <summary>No name of a value has a bracket.</summary>
    private static string OfArray(string array) => "[]" + array;

    private void Read(Statement statement)
    {
        switch (statement)
        {
            case Let let:
                Read(let.Value, Of(let.Name));
                break;
            case Store store:
                Read(store.Index, _needed);
                Read(store.Value, Of(OfArray(store.Array)));
                break;
            case Add add:
                Read(add.Index, _needed);
                Read(add.Value, Of(OfArray(add.Array)));
                break;
            case Slice slice:
                Read(slice.Offset, _needed);
                Read(slice.Length, _needed);
                Of(OfArray(slice.Name)).Add(OfArray(slice.Array));
                Of(OfArray(slice.Array)).Add(OfArray(slice.Name));
                break;
            case Push push:
                Read(push.Value, Of(OfArray(push.Tape)));
                break;
            case Pop pop:
                Of(pop.Name).Add(OfArray(pop.Tape));
                break;
            case Call call:
                ReadAll(call.Arguments);
                if (call.Function is not (Iterations.Range or Iterations.StoreRow))
                {
                    _needed.UnionWith(call.Arrays.Select(OfArray));
                }
                break;
            case If branch:
                Read(branch.Condition, _needed);
                foreach (Merge merge in branch.Merges)
                {
                    Read(merge.Then, Of(merge.Name));
                    Read(merge.Else, Of(merge.Name));
                }
                break;
            case For loop:
                Read(loop.From, _needed);
                Read(loop.To, _needed);
                if (loop.Until is not null)
                {
                    Read(loop.Until, _needed);
                }
                Read(loop.Carried);
                if (loop.IsReplay)
                {
                    KeepAll(loop);
                }
                break;
            case While loop:
                Read(loop.Condition, _needed);
                Read(loop.Carried);
                break;
            default:
                ReadAll(Walker.Own(statement));
                break;
        }
    }

    private void KeepAll(For loop)
    {
        foreach (Statement inner in Walker.Statements(loop.Body).Concat([loop]))
        {
            _needed.UnionWith(Walker.Defines(inner).Select(static d => d.Name));
            _needed.UnionWith(Walker.CarriedBy(inner).Select(static c => c.Name));
        }
    }

    private void ReadAll(IEnumerable<Expression> expressions)
    {
        foreach (Expression expression in expressions)
        {
            Read(expression, _needed);
        }
    }

    private void Read(EquatableArray<Carried> carried)
    {
        foreach (Carried cell in carried)
        {
            Read(cell.Initial, Of(cell.Name));
            Read(cell.Next, Of(cell.Name));
            Of(cell.Final).Add(cell.Name);
            Of(cell.Name).Add(cell.Final); // one without the other would change what the loop hands on
        }
    }

    /// <summary>Adds what an expression reads to a set; what an integer or a condition inside it reads is needed in any case.</summary>
    private void Read(Expression expression, HashSet<string> into)
    {
        if (!expression.Type.IsReal() || expression is External)
        {
            into = _needed;
        }
        switch (expression)
        {
            case Read read:
                into.Add(read.Name);
                break;
            case Element element:
                into.Add(OfArray(element.Array));
                Read(element.Index, _needed);
                break;
            case External external:
                ReadAll(external.Arguments);
                break;
            case Apply apply:
                foreach (Expression argument in apply.Arguments)
                {
                    Read(argument, into);
                }
                break;
        }
    }

    private HashSet<string> Of(string key)
    {
        if (!_reads.TryGetValue(key, out HashSet<string>? reads))
        {
            _reads[key] = reads = [];
        }
        return reads;
    }

    private void Close()
    {
        Stack<string> open = new(_needed);
        while (open.Count > 0)
        {
            if (!_reads.TryGetValue(open.Pop(), out HashSet<string>? reads))
            {
                continue;
            }
            foreach (string read in reads)
            {
                if (_needed.Add(read))
                {
                    open.Push(read);
                }
            }
        }
    }
}
