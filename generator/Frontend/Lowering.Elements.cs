using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>Elements, indices from the end, ranges.</content>
internal sealed partial class Lowering
{
    private Place LowerIndexer(IPropertyReferenceOperation indexer, IOperation instance)
    {
        if (Types.ElementOf(TypeOf(instance)) is not null || (TypeOf(instance) is INamedTypeSymbol named && IsList(named)))
        {
            return LowerElement(indexer, instance, indexer.Arguments.Select(static a => a.Value).ToArray());
        }
        if (indexer.Property.GetMethod is not { } getter)
        {
            throw UnsupportedExpression(indexer);
        }
        Place receiver = LowerPlace(instance);
        Argument[] arguments = indexer.Arguments.Select(argument => new Argument(Lower(argument.Value), null)).ToArray();
        if (SetterWithBody(indexer) is { } setter)
        {
            arguments = arguments.Select(argument => new Argument(Stable(argument.Value!), null)).ToArray();
            return new Accessed(
                () => Invoke(indexer, getter, new Argument(null, receiver), arguments, isRead: true) ?? throw UnsupportedExpression(indexer),
                value => Invoke(indexer, setter, new Argument(null, receiver), [.. arguments, new(Stable(value), null)], isRead: false));
        }
        return new Fixed(NumericIndexer(indexer, Read(receiver), arguments.Select(static a => a.Value!).ToArray())
            ?? Invoke(indexer, getter, new Argument(null, receiver), arguments, isRead: true) ?? throw UnsupportedExpression(indexer));
    }

    private Place LowerElement(IOperation operation, IOperation array, IOperation[] indices)
    {
        Place place = LowerPlace(array);
        Value items = Read(place);
        int mark = _block.Count;
        if (indices.Length == 1 && indices[0].Type?.Name == "Range")
        {
            return new Fixed(LowerRange(operation, array, items, indices[0]));
        }
        Value[] at = InOrder(indices.Select((index, axis) => new Func<Value>(() => new Scalar(LowerIndex(array, items, index, axis)))).ToArray());
        items = Hold(items, mark);
        Place element = ElementAt(operation, items, at.Select(static v => ((Scalar)v).Expression).ToArray());
        // Elements of a table or of the caller's data are constant, whatever they are reached through.
        return place is OutsidePlace outside && element is not OutsidePlace ? new OutsidePlace(Read(element), outside.Name) : element;
    }

    /// <summary>An index; <c>^1</c> counts from the end.</summary>
    private Expression LowerIndex(IOperation array, Value items, IOperation index, int axis)
    {
        index = index is IConversionOperation { Operand: var inner } conversion && conversion.Type?.Name == "Index" ? inner : index;
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
        {
            return SubtractInt(CountAlong(array, items, axis), LowerScalar(fromEnd.Operand));
        }
        Expression value = LowerScalar(index);
        return value.Type == ScalarType.Int ? value : new Apply(ScalarType.Int, Primitives.Arithmetic.CheckedConvert, [value]);
    }

    private Expression CountAlong(IOperation array, Value items, int axis) => items switch
    {
        View view => view.Dimensions[axis],
        Outside outside when axis == 0 => OutsideCount(array, outside),
        _ => throw UnsupportedExpression(array),
    };

    private Place ElementAt(IOperation operation, Value items, Expression[] indices)
    {
        switch (items)
        {
            case View view when indices.Length <= view.Dimensions.Length:
                // Row by row: ((i · columns) + j) · depth + k.
                Expression at = indices[0];
                for (int axis = 1; axis < view.Dimensions.Length; axis++)
                {
                    at = MultiplyInt(at, view.Dimensions[axis]);
                    at = axis < indices.Length ? AddInt(at, indices[axis]) : at;
                }
                at = AddInt(view.Offset, at);
                if (indices.Length < view.Dimensions.Length)
                {
                    return new Fixed(new View(view.Element, view.Arrays, at, view.Dimensions.Skip(indices.Length).ToArray()));
                }
                int next = 0;
                return Cells(view.Element, view.Arrays, ref next, Bounded(at));
            case Outside outside:
                return OutsideElement(operation, outside, indices);
            default:
                throw UnsupportedExpression(operation);
        }
    }

    private Place Cells(ITypeSymbol type, string[] arrays, ref int next, Expression index)
    {
        if (Types.ScalarOf(type) is { } scalar)
        {
            return new ElementCell(arrays[next++], index, scalar);
        }
        IReadOnlyList<Field> fields = Types.FieldsOf(type)!;
        Place[] cells = new Place[fields.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = Cells(fields[i].Type, arrays, ref next, index);
        }
        return new FieldCells(type, cells);
    }

    private Value ElementOf(IOperation operation, Value items, Expression[] indices) => Read(ElementAt(operation, items, indices));

    private Value LowerRange(IOperation operation, IOperation array, Value items, IOperation range)
    {
        range = range is IConversionOperation { Operand: var inner } ? inner : range;
        if (range is not IRangeOperation { } ends || items is not View { Dimensions.Length: 1 } view)
        {
            throw UnsupportedExpression(operation);
        }
        Expression from = ends.LeftOperand is null ? Build.Int(0) : LowerIndex(array, items, ends.LeftOperand, 0);
        Expression to = ends.RightOperand is null ? view.Length : LowerIndex(array, items, ends.RightOperand, 0);
        View slice = Slice(view, from, SubtractInt(to, from));
        // A range of an array is a copy, a range of a span is a window.
        return TypeOf(array) is IArrayTypeSymbol ? CopyOf(operation, slice, "part") : slice;
    }

    private static View Slice(View view, Expression start, Expression length) => new(view.Element, view.Arrays, AddInt(view.Offset, start), [length]);
}
