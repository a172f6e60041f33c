using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Assignments.</content>
internal sealed partial class Lowering
{
    private Place LowerAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
        {
            throw Unsupported(assignment, "a ref assignment", "use an index");
        }
        if (assignment.Target is IPropertyReferenceOperation { Property.SetMethod: not null } property && SetterWithBody(property) is { } setter)
        {
            return LowerSetter(property, setter, assignment.Value);
        }
        if (TryAllocateRow(assignment, out Place? row))
        {
            return row!;
        }
        Place target = LowerPlace(assignment.Target);
        int mark = _block.Count;
        Value value = Lower(assignment.Value);
        target = Hold(target, mark);
        if (assignment.Target is ILocalReferenceOperation { Local: var local } && _renewed.Contains(local) && Read(target) is View old && value is View fresh)
        {
            Loop(old.Length, index => StoreAlways(assignment, old, index, ElementOf(assignment, fresh, [index])));
            return target;
        }
        Write(assignment.Target, target, value);
        return target is Discarded ? new Fixed(value) : target; // _ = x is x
    }

    /// <summary>Keeps where a target is as it was before the statements from the mark on: in <c>a[i] = i = 2</c> the index is the old one.</summary>
    private Place Hold(Place place, int mark)
    {
        switch (place)
        {
            case ElementCell element:
                Scalar index = (Scalar)Hold(new Scalar(element.Index), mark);
                return ReferenceEquals(index.Expression, element.Index) ? place : new ElementCell(element.Array, index.Expression, element.Type);
            case FieldCells fields when _block.Count > mark:
                return new FieldCells(fields.Type, fields.Fields.Select(field => Hold(field, mark)).ToArray());
            default:
                return place;
        }
    }

    private Place LowerCompound(ICompoundAssignmentOperation compound)
    {
        Place target = LowerPlace(compound.Target);
        int mark = _block.Count;
        Value operand = Lower(compound.Value);
        bool isQuiet = _block.Count == mark;
        if (!isQuiet)
        {
            int count = _block.Count;
            target = Hold(target, mark);
            mark += _block.Count - count;
        }
        // C# reads the old value before it looks at the operand.
        Value before = Hold(Read(target), mark);
        if (compound.OperatorMethod is { } method && !IsBuiltIn(compound, compound.ConstrainedToType))
        {
            Value result = CallOperator(compound, method, compound.ConstrainedToType, [before, operand]);
            Write(compound.Target, target, result);
            return target;
        }
        if (before is not Scalar old || operand is not Scalar by)
        {
            throw UnsupportedType(compound, TypeOf(compound));
        }
        if (isQuiet && target is ElementCell { Type: ScalarType.Double or ScalarType.Float } cell && by.Type == cell.Type
            && compound.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract)
        {
            // a[i] -= v adds −v, which is exact.
            Emit(new Add(Writable(compound.Target, cell.Array), cell.Index, compound.OperatorKind == BinaryOperatorKind.Add ? by.Expression : Build.Negate(by.Expression)));
            return target;
        }
        ITypeSymbol type = TypeOf(compound.Target);
        bool isShift = compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;
        ScalarType common = isShift ? old.Type : Widest(old.Type, by.Type);
        Expression left = Build.Convert(old.Expression, common);
        Expression right = isShift ? by.Expression : Build.Convert(by.Expression, common);
        Expression value = Bounded(Operate(compound, compound.OperatorKind, common, left, right, compound.IsChecked));
        Write(compound.Target, target, new Scalar(ConvertScalar(compound, value, old.Type, type, compound.IsChecked)));
        return target;
    }

    private Value LowerStep(IIncrementOrDecrementOperation step, bool isRead)
    {
        Place target = LowerPlace(step.Target);
        Value before = Read(target);
        bool isUp = step.Kind == OperationKind.Increment;
        if (before is not Scalar old)
        {
            if (step.OperatorMethod is not { } method)
            {
                throw UnsupportedType(step, TypeOf(step));
            }
            Value kept = isRead && step.IsPostfix ? Stable(before) : before;
            Write(step.Target, target, CallOperator(step, method, step.ConstrainedToType, [kept]));
            return isRead && step.IsPostfix ? kept : Read(target);
        }
        Expression value = isRead && step.IsPostfix ? Let(old.Expression) : old.Expression;
        Expression next = Operate(step, isUp ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, old.Type, value, Build.One(old.Type), step.IsChecked);
        Write(step.Target, target, new Scalar(Narrow(next, TypeOf(step.Target), step.IsChecked)));
        return isRead && step.IsPostfix ? new Scalar(value) : Read(target);
    }

    /// <summary>All places first, then all values, then the assignments from left to right.</summary>
    private Value LowerDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        if (target is ITupleOperation { Elements: var elements } && !elements.Any(static e => e is ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation }))
        {
            Place?[] places = elements.Select(PlaceToAssign).ToArray();
            int mark = _block.Count;
            Value all = Deconstructed(deconstruction, Lower(deconstruction.Value), elements.Length);
            for (int i = places.Length - 1; i >= 0; i--)
            {
                places[i] = places[i] is { } place ? Hold(place, mark) : null;
            }
            Value[] values = HoldAll(places, ((Composite)all).Fields);
            for (int i = 0; i < places.Length; i++)
            {
                AssignOrDeclare(deconstruction, elements[i], places[i], values[i]);
            }
            return all;
        }
        Value value = Stable(Lower(deconstruction.Value));
        Deconstruct(deconstruction, target, value);
        return value;
    }

    private void Deconstruct(IOperation operation, IOperation target, Value value)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target is not ITupleOperation tuple)
        {
            AssignOrDeclare(operation, target, PlaceToAssign(target), value);
            return;
        }
        Value[] parts = ((Composite)Deconstructed(operation, value, tuple.Elements.Length)).Fields;
        for (int i = 0; i < parts.Length; i++)
        {
            Deconstruct(operation, tuple.Elements[i], parts[i]);
        }
    }

    /// <summary>Where an element of a deconstruction goes; null for a local that it declares.</summary>
    private Place? PlaceToAssign(IOperation element) => Declared(element) is not null ? null : element is IDiscardOperation ? Discarded.Instance : LowerPlace(element);

    private static ILocalSymbol? Declared(IOperation element) => element switch
    {
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
        ILocalReferenceOperation { IsDeclaration: true } local => local.Local,
        _ => null,
    };

    /// <summary>Values that an earlier assignment of the same deconstruction changes are read before it: <c>(a, b) = (b, a + b)</c>.</summary>
    private Value[] HoldAll(Place?[] places, Value[] values)
    {
        HashSet<string> written = [];
        Value[] held = (Value[])values.Clone();
        for (int i = 0; i < held.Length; i++)
        {
            held[i] = written.Count == 0 ? held[i] : MapExpressions(held[i], e => Access.Reads(e, written) ? Let(e) : e);
            if (places[i] is { } place)
            {
                AddNames(place, written);
            }
        }
        return held;
    }

    private void AssignOrDeclare(IOperation operation, IOperation element, Place? place, Value value)
    {
        if (place is not null)
        {
            ITypeSymbol? type = place is Discarded ? null : TypeOf(element);
            Write(operation, place, type is null ? value : ConvertTo(element, value, type, isChecked: false));
            return;
        }
        ILocalSymbol local = Declared(element)!;
        ITypeSymbol localType = Concrete(local.Type);
        _frame.Places[local] = Declare(element, localType, local.Name, ConvertTo(element, value, localType, isChecked: false), _frame.IsAssigned(local));
    }

    /// <summary>The parts of a tuple, or of a struct by its Deconstruct method.</summary>
    private Composite Deconstructed(IOperation operation, Value value, int count)
    {
        if (value is Composite { Type.IsTupleType: true } tuple && tuple.Fields.Length == count)
        {
            return tuple;
        }
        if (value is Composite structure && structure.Type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == count) is { } method)
        {
            if (_bodies.Of(method) is null && structure.Fields.Length == count)
            {
                // The one that the compiler writes for a record struct.
                return structure;
            }
            Place[] places = method.Parameters.Select(p => DeclareUnassigned(operation, Concrete(p.Type), p.Name)).ToArray();
            Invoke(operation, method, new Argument(structure, null), places.Select(static p => new Argument(null, p)).ToArray(), isRead: false);
            return new Composite(structure.Type, places.Select(Read).ToArray());
        }
        throw Unsupported(operation, Text.Folded(operation.Syntax), "deconstruct tuples and structs");
    }
}
