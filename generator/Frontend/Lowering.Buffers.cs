using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>
/// Arrays that swap names: <c>a = new double[n]; b = new double[n]; (a, b) = (b, a);</c> →
/// <c>a = new double[2 * n]; aStart = 0; bStart = n; swap of aStart and bStart</c>.
/// </content>
internal sealed partial class Lowering
{
    private void DeclareBuffer(ILocalSymbol local, IReadOnlyList<IVariableDeclaratorOperation> owners, IOperation creation)
    {
        IVariableDeclaratorOperation first = owners[0];
        string size = SizeOf(first).Syntax.ToString();
        if (creation is not IArrayCreationOperation { Initializer: null, DimensionSizes.Length: 1 } array
            || owners.Any(owner => SizeOf(owner).Syntax.ToString() != size || !SymbolEqualityComparer.Default.Equals(owner.Symbol.Type, local.Type)
                || BlockOf(owner) != BlockOf(first) || !MeansTheSame(SizeOf(owner), first)))
        {
            throw Unsupported(creation, "arrays that swap names", "declare them in one block as arrays of one length, without initialisers");
        }
        Expression start;
        View storage;
        if (SymbolEqualityComparer.Default.Equals(local, first.Symbol))
        {
            Expression length = Stable(Sized(array.DimensionSizes[0]), local.Name + "Length");
            View whole = NewArray(creation, ((IArrayTypeSymbol)TypeOf(array)).ElementType, [MultiplyInt(length, Build.Int(owners.Count))], local.Name);
            storage = new(whole.Element, whole.Arrays, whole.Offset, [length]);
            start = Build.Int(0);
        }
        else
        {
            storage = _frame.Places[first.Symbol] switch
            {
                ViewCell cell => cell.View,
                Fixed { Value: View view } => view,
                _ => throw Unsupported(creation, "arrays that swap names", "declare them in one block"),
            };
            int slot = owners.TakeWhile(owner => !SymbolEqualityComparer.Default.Equals(owner.Symbol, local)).Count();
            start = MultiplyInt(storage.Length, Build.Int(slot));
        }
        _frame.Places[local] = _frame.IsAssigned(local)
            ? new ViewCell(storage, NewVariable(Fresh(local.Name + "Start"), start), null)
            : new Fixed(new View(storage.Element, storage.Arrays, start, storage.Dimensions));
    }

    private static IOperation SizeOf(IVariableDeclaratorOperation owner) =>
        WithoutConversions(owner.GetVariableInitializer()!.Value) is IArrayCreationOperation { DimensionSizes.Length: > 0 } creation ? creation.DimensionSizes[0] : owner;

    private static SyntaxNode? BlockOf(IVariableDeclaratorOperation owner) => owner.Syntax.Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax>().FirstOrDefault();
}
