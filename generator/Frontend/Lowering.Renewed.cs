using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Proxima.Generator.Frontend;

/// <content>
/// Arrays that are made anew in each iteration: <c>h = new double[n]; for (…) { g = new double[n]; …; h = g; }</c>. After <c>h = g</c> nobody uses the
/// name g and nobody else holds h, so copying the elements means the same.
/// </content>
internal sealed partial class Lowering
{
    private readonly HashSet<ISymbol> _renewed = new(SymbolEqualityComparer.Default);

    private bool IsRenewed(IReadOnlyList<IVariableDeclaratorOperation> owners, IOperation creation)
    {
        if (_frame.Effects.Buffers.OnlyAssigned(owners) is not ILocalSymbol target)
        {
            return false;
        }
        IVariableDeclaratorOperation first = owners.First(owner => SymbolEqualityComparer.Default.Equals(owner.Symbol, target));
        string size = SizeOf(first).Syntax.ToString();
        if (owners.Any(owner => SizeOf(owner).Syntax.ToString() != size || !SizeReadsOnlyConstants(SizeOf(owner)) || !SymbolEqualityComparer.Default.Equals(owner.Symbol.Type, target.Type)
            || WithoutConversions(owner.GetVariableInitializer()!.Value) is not IArrayCreationOperation { Initializer: null, DimensionSizes.Length: 1 } array
            || array.Type is not IArrayTypeSymbol { ElementType: not IArrayTypeSymbol }))
        {
            return false;
        }
        HashSet<ISymbol> group = new(owners.Select(static owner => owner.Symbol), SymbolEqualityComparer.Default);
        return Root(creation).Descendants().All(operation => operation switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when SymbolEqualityComparer.Default.Equals(local.Local, target) =>
                WithoutConversions(assignment.Value) is ILocalReferenceOperation source && owners.Any(owner => IsLastUse(owner, source, assignment)),
            IVariableDeclaratorOperation declarator when Types.ElementOf(declarator.Symbol.Type) is not null && !group.Contains(declarator.Symbol) =>
                !Mentions(declarator.GetVariableInitializer(), group),
            IAssignmentOperation assignment when Types.ElementOf(assignment.Type) is not null => !Mentions(assignment.Value, group),
            IObjectCreationOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or IDeconstructionAssignmentOperation or IReturnOperation { ReturnedValue.Type: IArrayTypeSymbol } =>
                !Mentions(operation, group),
            _ => true,
        });
    }

    /// <summary>The array was made in the block of the assignment, and its name is not read after it.</summary>
    private static bool IsLastUse(IVariableDeclaratorOperation owner, ILocalReferenceOperation source, ISimpleAssignmentOperation assignment) =>
        SymbolEqualityComparer.Default.Equals(owner.Symbol, source.Local)
        && assignment.Syntax.Parent is ExpressionStatementSyntax { Parent: BlockSyntax block }
        && BlockOf(owner) == block
        && Root(assignment).Descendants().OfType<ILocalReferenceOperation>().All(
            use => !SymbolEqualityComparer.Default.Equals(use.Local, source.Local) || use.Syntax.SpanStart <= source.Syntax.SpanStart);

    private static bool Mentions(IOperation? operation, HashSet<ISymbol> locals) =>
        operation is not null && operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(
            use => locals.Contains(use.Local) && use.Parent is not (IArrayElementReferenceOperation or IPropertyReferenceOperation));

    /// <summary>The size is the same wherever it is computed.</summary>
    private bool SizeReadsOnlyConstants(IOperation size) => size.DescendantsAndSelf().All(part => part switch
    {
        ILocalReferenceOperation local => !_frame.IsAssigned(local.Local),
        IParameterReferenceOperation parameter => !_frame.IsAssigned(parameter.Parameter),
        ILiteralOperation or IBinaryOperation or IConversionOperation or IParenthesizedOperation or IFieldReferenceOperation or IInstanceReferenceOperation => true,
        IPropertyReferenceOperation property => property.Property.Name == "Length" && property.Arguments.Length == 0,
        _ => false,
    });
}
