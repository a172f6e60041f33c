using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Proxima.Generator.Frontend;

/// <summary>Array locals that are assigned to each other, as in <c>(current, next) = (next, current)</c>; they share one array of the IR.</summary>
internal sealed class Buffers
{
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _neighbours = new(SymbolEqualityComparer.Default);
    private readonly List<IVariableDeclaratorOperation> _owners = [];
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);

    /// <summary>The declarations of new arrays that can end up under the name of this local, in source order; null when there is only its own.</summary>
    public IReadOnlyList<IVariableDeclaratorOperation>? Of(ILocalSymbol local)
    {
        HashSet<ISymbol> group = new(SymbolEqualityComparer.Default) { local };
        Queue<ISymbol> open = new([local]);
        while (open.Count > 0)
        {
            foreach (ISymbol neighbour in _neighbours.TryGetValue(open.Dequeue(), out HashSet<ISymbol>? next) ? next : [])
            {
                if (group.Add(neighbour))
                {
                    open.Enqueue(neighbour);
                }
            }
        }
        IVariableDeclaratorOperation[] owners = _owners.Where(owner => group.Contains(owner.Symbol)).ToArray();
        return owners.Length > 1 && group.Overlaps(_assigned) && owners.Any(owner => SymbolEqualityComparer.Default.Equals(owner.Symbol, local)) ? owners : null;
    }

    /// <summary>The one local that is assigned among arrays that can take each other's names, or null when there are several.</summary>
    public ISymbol? OnlyAssigned(IReadOnlyList<IVariableDeclaratorOperation> owners)
    {
        ISymbol[] assigned = owners.Select(static owner => (ISymbol)owner.Symbol).Where(_assigned.Contains).ToArray();
        return assigned.Length == 1 ? assigned[0] : null;
    }

    public void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer && Types.ElementOf(declarator.Symbol.Type) is not null:
                if (Plain(initializer.Value) is IArrayCreationOperation)
                {
                    _owners.Add(declarator);
                }
                else
                {
                    Join(declarator.Symbol, initializer.Value);
                }
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Types.ElementOf(target.Type) is not null:
                _assigned.Add(target.Local);
                Join(target.Local, assignment.Value);
                break;
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets } deconstruction when Plain(deconstruction.Value) is ITupleOperation values:
                for (int i = 0; i < targets.Elements.Length; i++)
                {
                    if (targets.Elements[i] is ILocalReferenceOperation local && Types.ElementOf(local.Type) is not null)
                    {
                        _assigned.Add(local.Local);
                        Join(local.Local, values.Elements[i]);
                    }
                }
                break;
        }
    }

    private void Join(ISymbol local, IOperation value)
    {
        if (Plain(value) is ILocalReferenceOperation other)
        {
            Add(local, other.Local);
            Add(other.Local, local);
        }
    }

    private void Add(ISymbol from, ISymbol to)
    {
        if (!_neighbours.TryGetValue(from, out HashSet<ISymbol>? set))
        {
            _neighbours.Add(from, set = new(SymbolEqualityComparer.Default));
        }
        set.Add(to);
    }

    private static IOperation Plain(IOperation operation) => operation is IConversionOperation conversion ? Plain(conversion.Operand) : operation;
}
