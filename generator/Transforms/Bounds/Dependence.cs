using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// The names and arrays of a function in normal form that depend on a variable, by what they are computed from or by the branch that chose them. Everything
/// else is the same number at every point of a box.
/// </summary>
internal sealed class Dependence
{
    private readonly HashSet<string> _names = [];
    private readonly HashSet<string> _arrays = [];
    private bool _changed;

    private Dependence()
    {
    }

    public static Dependence Of(Function function)
    {
        Dependence found = new();
        foreach (Parameter parameter in function.Parameters.Where(static p => p.IsVariable))
        {
            (parameter.Kind == ParameterKind.Scalar ? found._names : found._arrays).Add(parameter.Name);
        }
        do
        {
            found._changed = false;
            found.Walk(function.Body, isChosen: false);
        }
        while (found._changed);
        return found;
    }

    public bool Has(string name) => _names.Contains(name);

    public bool HasArray(string array) => _arrays.Contains(array);

    public bool Has(Expression expression) => Walker.All(expression).Any(e => e switch
    {
        Read read => _names.Contains(read.Name),
        Element element => _arrays.Contains(element.Array),
        _ => false,
    });

    private void Walk(Block block, bool isChosen)
    {
        foreach (Statement statement in block.Statements)
        {
            Walk(statement, isChosen);
        }
    }

    /// <param name="isChosen">True where a branch that depends on a variable chose to be here.</param>
    private void Walk(Statement statement, bool isChosen)
    {
        switch (statement)
        {
            case Let let:
                Mark(_names, let.Name, Has(let.Value));
                break;
            case Store store:
                Mark(_arrays, store.Array, isChosen || Has(store.Value) || Has(store.Index));
                break;
            case Add add:
                Mark(_arrays, add.Array, isChosen || Has(add.Value) || Has(add.Index));
                break;
            case Slice slice:
                Mark(_arrays, slice.Name, _arrays.Contains(slice.Array));
                Mark(_arrays, slice.Array, _arrays.Contains(slice.Name));
                break;
            case Push push:
                Mark(_arrays, push.Tape, Has(push.Value));
                break;
            case Pop pop:
                Mark(_names, pop.Name, _arrays.Contains(pop.Tape));
                break;
            case If branch:
                bool chooses = Has(branch.Condition);
                Walk(branch.Then, isChosen || chooses);
                Walk(branch.Else, isChosen || chooses);
                foreach (Merge merge in branch.Merges)
                {
                    Mark(_names, merge.Name, (chooses && !merge.IsForArm) || Has(merge.Then) || Has(merge.Else));
                }
                break;
            case For loop:
                WalkLoop(loop.Carried, loop.Body, isChosen || Has(loop.From) || Has(loop.To) || (loop.Until is { } until && Has(until)));
                break;
            case While loop:
                WalkLoop(loop.Carried, loop.Body, isChosen || Has(loop.Condition));
                break;
            case Call call:
                bool depends = call.Arguments.Any(Has) || call.Arrays.Any(_arrays.Contains);
                foreach (Result result in call.Results)
                {
                    Mark(_names, result.Name, depends);
                }
                foreach (string array in call.Arrays)
                {
                    Mark(_arrays, array, depends);
                }
                break;
        }
    }

    private void WalkLoop(EquatableArray<Carried> carried, Block body, bool isChosen)
    {
        foreach (Carried cell in carried)
        {
            bool depends = Has(cell.Initial) || Has(cell.Next);
            Mark(_names, cell.Name, depends);
            Mark(_names, cell.Final, depends);
        }
        Walk(body, isChosen);
    }

    private void Mark(HashSet<string> set, string name, bool depends) => _changed |= depends && set.Add(name);
}
