using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;

namespace Proxima.Analyzers;

/// <summary>The static tables whose values companions hold, and where a compilation writes elements of static arrays by name: what is both is wrong from then on.</summary>
internal sealed class HeldMembers
{
    private readonly ConcurrentDictionary<ISymbol, bool> _held = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<(ISymbol Member, Location Location)> _written = [];

    public void Add(ISymbol member) => _held.TryAdd(member, true);

    public void See(OperationAnalysisContext context)
    {
        IArrayElementReferenceOperation element = (IArrayElementReferenceOperation)context.Operation;
        if (!IsWritten(element))
        {
            return;
        }
        IOperation array = element.ArrayReference;
        while (array is IArrayElementReferenceOperation row)
        {
            array = row.ArrayReference;
        }
        if (array is IMemberReferenceOperation { Member: { IsStatic: true } member })
        {
            _written.Add((member, element.Syntax.GetLocation()));
        }
    }

    public void Report(CompilationAnalysisContext context)
    {
        foreach ((ISymbol member, Location location) in _written)
        {
            if (_held.ContainsKey(member))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.HeldMember, location, member.Name));
            }
        }
    }

    private static bool IsWritten(IOperation element) => element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == element,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        _ => false,
    };
}
