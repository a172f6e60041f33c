using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Locals, parameters, fields, properties, elements: as places, so that reading and writing find the same thing.</content>
internal sealed partial class Lowering
{
    private Value LowerReference(IOperation operation) => Read(LowerPlace(operation));

    private Place LowerPlace(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return _frame.Find(local.Local) ?? throw Unsupported(operation, operation.Syntax.ToString(), "declare it inside the model");
            case IParameterReferenceOperation parameter:
                return _frame.Find(parameter.Parameter) ?? Primary(parameter);
            case IInstanceReferenceOperation:
                return _frame.FindThis() ?? throw Unsupported(operation, "this", "use the parameters");
            case IFieldReferenceOperation field:
                return field.Instance is null ? OwnField(field, null) ?? StaticField(field) : MemberOf(field, LowerPlace(field.Instance));
            case IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } instance } indexer:
                return LowerIndexer(indexer, instance);
            case IPropertyReferenceOperation property:
                return property.Instance is null ? OwnField(property, null) ?? StaticProperty(property) : MemberOf(property, LowerPlace(property.Instance));
            case IArrayElementReferenceOperation element:
                return LowerElement(element, element.ArrayReference, element.Indices.ToArray());
            case IImplicitIndexerReferenceOperation element:
                return LowerElement(element, element.Instance, [element.Argument]);
            case IParenthesizedOperation parenthesized:
                return LowerPlace(parenthesized.Operand);
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var declared } }:
                return _frame.Places[declared] = DeclareUnassigned(operation, Concrete(declared.Type), declared.Name);
            case IDiscardOperation:
                return Discarded.Instance;
            case IInvalidOperation:
                return new Fixed(Lower(operation));
            case IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation:
                throw UnsupportedExpression(operation);
            default:
                return new Fixed(Lower(operation));
        }
    }

    /// <summary>A parameter of the primary constructor, which the companion sees as well.</summary>
    private Place Primary(IParameterReferenceOperation parameter)
    {
        if (parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && !_model.IsStatic
            && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, _model.ContainingType))
        {
            return FromOutside(parameter, Text.Escape(parameter.Parameter.Name), [], parameter.Parameter.Type, parameter.Parameter.Name);
        }
        throw Unsupported(parameter, parameter.Parameter.Name, "keep it in a field or pass it as an argument");
    }

    private Place MemberOf(IMemberReferenceOperation reference, Place receiver)
    {
        ISymbol member = reference.Member;
        if (OwnField(reference, receiver) is { } own)
        {
            return own;
        }
        switch (receiver)
        {
            case FieldCells fields:
                return FieldOf(fields.Type, member) is var i and >= 0 ? fields.Fields[i] : Property(reference, receiver);
            case Fixed { Value: Composite composite }:
                return FieldOf(composite.Type, member) is var j and >= 0 ? new Fixed(composite.Fields[j]) : new Fixed(Compute(reference, receiver));
            case OutsidePlace { Value: Composite composite } outside:
                return FieldOf(composite.Type, member) is var k and >= 0 ? new OutsidePlace(composite.Fields[k], member.Name) : new Fixed(Compute(reference, receiver));
            case OutsidePlace { Value: Outside outside }:
                return OutsideMember(reference, outside);
            case Fixed { Value: Outside outside }:
                return OutsideMember(reference, outside);
            default:
                return Read(receiver) is View view ? new Fixed(ViewMember(reference, view)) : new Fixed(Compute(reference, receiver));
        }
    }

    private static int FieldOf(ITypeSymbol type, ISymbol member) => Types.FieldsOf(type) is { } fields ? Types.IndexOf(fields, member) : -1;

    private Place Property(IMemberReferenceOperation reference, Place receiver)
    {
        if (reference is not IPropertyReferenceOperation property || SetterWithBody(property) is not { } setter)
        {
            return new Fixed(Compute(reference, receiver));
        }
        return new Accessed(
            () => Compute(reference, receiver),
            value => Invoke(reference, setter, new Argument(null, receiver), [new(Stable(value), null)], isRead: false));
    }

    /// <summary>A property that computes.</summary>
    private Value Compute(IMemberReferenceOperation reference, Place receiver)
    {
        if (reference is not IPropertyReferenceOperation { Property: { GetMethod: { } getter } property })
        {
            throw UnsupportedExpression(reference);
        }
        return NumericProperty(reference, property, Read(receiver))
            ?? Invoke(reference, getter, new Argument(null, receiver), [], isRead: true)
            ?? throw UnsupportedExpression(reference);
    }

    private Value ViewMember(IMemberReferenceOperation reference, View view) => reference.Member.Name switch
    {
        "Length" => new Scalar(view.Dimensions.Length > 1 && TypeOf(reference.Instance!) is IArrayTypeSymbol { Rank: > 1 } ? view.Dimensions.Aggregate(MultiplyInt) : view.Length),
        "LongLength" => new Scalar(Build.Convert(view.Length, ScalarType.Long)),
        "Rank" => new Scalar(Build.Int(view.Dimensions.Length)),
        "IsEmpty" => new Scalar(Build.Compare(Arithmetic.Equal, view.Length, Build.Int(0))),
        _ => throw UnsupportedExpression(reference),
    };

    private Place StaticField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (field is { IsReadOnly: true } && TableOf(field, field.Type, field.Name) is { } table)
        {
            return new OutsidePlace(table, field.Name);
        }
        if (field is { IsReadOnly: true } && !IsWrittenAtStart(field) && _bodies.InitializerOf(field) is { ConstantValue: { HasValue: true, Value: { } constant } } && Literals.Of(Types.ScalarOf(field.Type), constant) is { } literal)
        {
            return new OutsidePlace(new Scalar(literal), field.Name);
        }
        return StaticMember(reference, field, TypeOf(reference));
    }

    private Place StaticProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        if (NumericConstant(property, reference.ConstrainedToType is { } constrained ? Concrete(constrained) : null) is { } known)
        {
            return new Fixed(known);
        }
        if (property.GetMethod is { } getter && _bodies.Of(getter) is { Block: { } block })
        {
            IOperation? returned = block is IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } value }] } ? value : null;
            return returned is not null && TableOf(property, property.Type, property.Name, returned) is { } table
                ? new OutsidePlace(table, property.Name)
                : new Fixed(Invoke(reference, getter, null, [], isRead: true) ?? throw UnsupportedExpression(reference));
        }
        if (property is { IsReadOnly: true } && TableOf(property, property.Type, property.Name) is { } initialized)
        {
            return new OutsidePlace(initialized, property.Name);
        }
        if (property.DeclaringSyntaxReferences.Length == 0 || property.IsAbstract || property.IsVirtual)
        {
            throw new Problem(Diagnostics.DiagnosticIds.UnknownCallee, reference.Syntax.GetLocation(), property.ToDisplayString(), _model.Name);
        }
        return StaticMember(reference, property, TypeOf(reference));
    }

    private Place StaticMember(IOperation operation, ISymbol member, ITypeSymbol type)
    {
        RequireAccess(operation, member);
        string text = member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + Text.Escape(member.Name);
        return FromOutside(operation, text, [], type, member.Name);
    }

    /// <summary>The accessor of a property when the user wrote a body for it.</summary>
    private IMethodSymbol? SetterWithBody(IPropertyReferenceOperation property) =>
        property.Property.SetMethod is { } setter && property.Instance is not null && _bodies.Of(setter) is not null ? setter : null;

    private Place LowerSetter(IPropertyReferenceOperation property, IMethodSymbol setter, IOperation value)
    {
        Place receiver = LowerPlace(property.Instance!);
        List<Argument> arguments = property.Arguments.Select(argument => new Argument(Lower(argument.Value), null)).ToList();
        Value stable = Stable(Lower(value));
        arguments.Add(new(stable, null));
        Invoke(property, setter, new Argument(null, receiver), arguments.ToArray(), isRead: false);
        return new Fixed(stable);
    }
}
