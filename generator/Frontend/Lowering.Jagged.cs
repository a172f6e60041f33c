using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>
/// Jagged locals are stored row by row with one row length, which must be known when the outer array is made:
/// <c>a = new double[n][]; … a[i] = new double[m];</c> → <c>a = new double[n * m]; … the row is cleared</c>.
/// </content>
internal sealed partial class Lowering
{
    private View NewJagged(IArrayCreationOperation creation, IArrayTypeSymbol row, string name, ILocalSymbol? local)
    {
        ITypeSymbol element = row.ElementType;
        if (row.Rank != 1 || creation.DimensionSizes.Length != 1 || Types.ElementOf(element) is not null)
        {
            throw Unsupported(creation, Text.Folded(creation.Syntax), "use a rectangular or a flat array");
        }
        if (creation.Initializer is { } initializer)
        {
            return NewJaggedRows(creation, element, initializer.ElementValues, name);
        }
        Expression rows = Stable(Sized(creation.DimensionSizes[0]));
        if (local is null || RowLength(creation, local) is not { } size)
        {
            throw Unsupported(creation, Text.Folded(creation.Syntax), "give all rows one length that is known here, or use a rectangular or flat array");
        }
        // rows[i] = new double[rows.Length]: a square.
        Expression columns = IsLengthOf(size, local) ? rows : Stable(Sized(size));
        View flat = NewArray(creation, element, [MultiplyInt(rows, columns)], name);
        return new(element, flat.Arrays, flat.Offset, [rows, columns]);
    }

    /// <summary><c>new double[][] { [1, 2], [3, x] }</c>: rows of one length, written out.</summary>
    private View NewJaggedRows(IOperation creation, ITypeSymbol element, IReadOnlyList<IOperation> values, string name)
    {
        List<IReadOnlyList<IOperation>> rows = [];
        foreach (IOperation item in values)
        {
            IReadOnlyList<IOperation>? items = WithoutConversions(item) switch
            {
                IArrayCreationOperation { Initializer: { } row } => row.ElementValues,
                ICollectionExpressionOperation collection when collection.Elements.All(static e => e is not ISpreadOperation) => collection.Elements,
                _ => null,
            };
            if (items is null || (rows.Count > 0 && rows[0].Count != items.Count))
            {
                throw Unsupported(item, Text.Folded(item.Syntax), "give all rows one length, or use a rectangular or flat array");
            }
            rows.Add(items);
        }
        int columns = rows.Count == 0 ? 0 : rows[0].Count;
        View flat = NewArray(creation, element, [Build.Int(rows.Count * columns)], name);
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                StoreAt(rows[i][j], flat, Build.Int((i * columns) + j), Lower(rows[i][j]));
            }
        }
        return new(element, flat.Arrays, flat.Offset, [Build.Int(rows.Count), Build.Int(columns)]);
    }

    /// <summary>The one row length of all allocations <c>local[…] = new T[length]</c>, when it means the same here as there.</summary>
    private IOperation? RowLength(IOperation declaration, ILocalSymbol local)
    {
        IOperation? length = null;
        foreach (IOperation operation in Root(declaration).Descendants())
        {
            if (operation is not ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation array } } assignment
                || !SymbolEqualityComparer.Default.Equals(array.Local, local))
            {
                continue;
            }
            if (WithoutConversions(assignment.Value) is not IArrayCreationOperation { DimensionSizes: [{ } size], Initializer: null }
                || (length is not null && length.Syntax.ToString() != size.Syntax.ToString()) || !(IsLengthOf(size, local) || MeansTheSame(size, declaration)))
            {
                return null;
            }
            length = size;
        }
        return length;
    }

    private static bool IsLengthOf(IOperation size, ILocalSymbol local) =>
        size is IPropertyReferenceOperation { Property.Name: "Length", Instance: ILocalReferenceOperation array } && SymbolEqualityComparer.Default.Equals(array.Local, local);

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is not null)
        {
            operation = operation.Parent;
        }
        return operation;
    }

    /// <summary>Reads only names that are known at the declaration and never assigned again.</summary>
    private bool MeansTheSame(IOperation size, IOperation declaration) => size.DescendantsAndSelf().All(part => part switch
    {
        ILocalReferenceOperation local => local.ConstantValue.HasValue || (!_frame.IsAssigned(local.Local) && _frame.Find(local.Local) is not null),
        IParameterReferenceOperation parameter => !_frame.IsAssigned(parameter.Parameter) && _frame.Find(parameter.Parameter) is not null,
        ILiteralOperation or IBinaryOperation or IConversionOperation or IParenthesizedOperation => true,
        IPropertyReferenceOperation property => property.Property.Name == "Length" && property.Arguments.Length == 0,
        IFieldReferenceOperation field => field.ConstantValue.HasValue || field.Instance is IInstanceReferenceOperation or null,
        IInstanceReferenceOperation => true,
        _ => false,
    });

    /// <summary><c>a[i] = new double[m]</c> of a jagged local: the row is there already and is cleared.</summary>
    private bool TryAllocateRow(ISimpleAssignmentOperation assignment, out Place? row)
    {
        row = null;
        if (assignment.Target is not IArrayElementReferenceOperation { Type: IArrayTypeSymbol } element
            || WithoutConversions(assignment.Value) is not IArrayCreationOperation { Initializer: null }
            || LowerPlace(element) is not Fixed { Value: View { Dimensions.Length: 1 } view } place)
        {
            return false;
        }
        if (!IsFirstAllocation(assignment, element))
        {
            Fill(assignment, view, DefaultOf(view.Element)!);
        }
        row = place;
        return true;
    }

    /// <summary>
    /// True in <c>for (int i = …) { a[i] = new double[m]; }</c> right beside the declaration of <c>a</c>, when nothing else allocates rows: every row is
    /// met once and still holds zeros.
    /// </summary>
    private static bool IsFirstAllocation(ISimpleAssignmentOperation assignment, IArrayElementReferenceOperation element)
    {
        if (element is not { ArrayReference: ILocalReferenceOperation array, Indices: [ILocalReferenceOperation index] })
        {
            return false;
        }
        SyntaxNode? statement = assignment.Syntax.Parent;
        SyntaxNode? loop = statement?.Parent is BlockSyntax block ? block.Parent : statement?.Parent;
        return loop is ForStatementSyntax { Declaration.Variables: [{ } variable] }
            && index.Local.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() == variable)
            && !Effects.Of(Parent(assignment, loop) is IForLoopOperation counted ? counted.Body : null).IsAssigned(index.Local)
            && array.Local.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().Ancestors().OfType<BlockSyntax>().FirstOrDefault() == loop.Parent)
            && Root(assignment).Descendants().OfType<ISimpleAssignmentOperation>().Count(other =>
                other.Target is IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation same } && SymbolEqualityComparer.Default.Equals(same.Local, array.Local)) == 1;
    }

    private static IOperation? Parent(IOperation operation, SyntaxNode syntax)
    {
        IOperation? parent = operation;
        while (parent is not null && parent.Syntax != syntax)
        {
            parent = parent.Parent;
        }
        return parent;
    }

    private void Fill(IOperation operation, View view, Value value)
    {
        View stable = new(view.Element, view.Arrays, Stable(view.Offset), [Stable(view.Length)]);
        Value filled = Stable(value);
        Loop(stable.Length, index => StoreAlways(operation, stable, index, filled));
    }
}
