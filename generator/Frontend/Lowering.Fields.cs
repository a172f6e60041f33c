using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <content>Fields of the model's own instance that are differentiated: reading one reads a parameter of the function, writing one is a problem.</content>
internal sealed partial class Lowering
{
    private const string This = "this";

    private readonly Dictionary<ISymbol, OutsidePlace> _fields = new(SymbolEqualityComparer.Default);

    private ModelParameter BindField(FieldVariable field)
    {
        bool isArray = field.Type is IArrayTypeSymbol;
        ITypeSymbol elementType = Types.ElementOf(field.Type) ?? field.Type;
        ScalarType type = Types.ScalarOf(elementType)!.Value;
        Leaf leaf = AddLeaf(field.Access(_bodies.Of(_model)!.Syntax), field.Name, type, isArray ? ParameterKind.Array : ParameterKind.Scalar, isVariable: true);
        Value value = new Scalar(Build.Name(leaf.Name, type));
        if (isArray)
        {
            _function.ConstantArrays.Add(leaf.Name);
            value = new View(elementType, [leaf.Name], Build.Int(0), [new Length(leaf.Name)]) { IsWhole = true };
        }
        _fields.Add(field.Member.OriginalDefinition, new(value, field.Member.Name));
        // A span is all that companions need of an array.
        string text = isArray ? "ReadOnlySpan<" + type.Keyword() + ">" : type.Keyword();
        return new(field.Name, text, text, "", isArray ? ParameterShape.Array : ParameterShape.Scalar, type, [leaf], "") { IsField = true };
    }

    /// <summary>The instance of the model: a struct is taken apart, and its differentiated fields are the function's parameters.</summary>
    private OutsidePlace Owner()
    {
        OutsidePlace owner = FromOutside(BodyBlock(), This, [], _model.ContainingType, This);
        return owner.Value is Composite composite
            ? new(new Composite(composite.Type, composite.Fields.Select((value, i) => FieldPlace(Types.FieldsOf(composite.Type)![i].Symbol)?.Value ?? value).ToArray()), This)
            : owner;
    }

    private OutsidePlace? FieldPlace(ISymbol? member)
    {
        ISymbol? named = member is IFieldSymbol { AssociatedSymbol: { } property } ? property : member;
        return named is not null && _fields.TryGetValue(named.OriginalDefinition, out OutsidePlace place) ? place : null;
    }

    /// <summary>The differentiated field that a member of an instance is; null for all others, and for fields of other instances.</summary>
    private OutsidePlace? OwnField(IMemberReferenceOperation reference, Place? receiver)
    {
        if (FieldPlace(reference.Member) is not { } field)
        {
            return null;
        }
        if (!reference.Member.IsStatic)
        {
            Value? value = receiver switch
            {
                OutsidePlace outside => outside.Value,
                Fixed @fixed => @fixed.Value,
                _ => null,
            };
            if (value is not Outside { Text: This, Arguments.Count: 0 })
            {
                return null;
            }
        }
        return _function.Recursive is { } method
            ? throw Recursive(reference, method, $"reads '{reference.Member.Name}', which is differentiated; pass it as an argument")
            : field;
    }
}
