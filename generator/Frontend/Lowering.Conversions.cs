using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Conversions.</content>
internal sealed partial class Lowering
{
    private Value LowerConversion(IConversionOperation conversion)
    {
        if (conversion.Operand is IThrowOperation thrown)
        {
            LowerThrow(thrown);
            return DefaultOf(TypeOf(conversion)) ?? new Scalar(Build.Double(0));
        }
        if (conversion.Type is { TypeKind: TypeKind.Dynamic } || conversion.Operand.Type is { TypeKind: TypeKind.Dynamic })
        {
            throw Unsupported(conversion, "dynamic", "use a static type");
        }
        ITypeSymbol target = TypeOf(conversion);
        Value value = Lower(conversion.Operand);
        if (conversion.OperatorMethod is { } method && !(Types.ElementOf(target) is not null && value is View or Outside))
        {
            return NumericConvert(conversion, target, value)
                ?? Invoke(conversion, method, null, [new(ConvertTo(conversion, value, Concrete(method.Parameters[0].Type), conversion.IsChecked), null)], isRead: true)
                ?? throw UnsupportedExpression(conversion);
        }
        return ConvertTo(conversion, value, target, conversion.IsChecked);
    }

    private Value ConvertTo(IOperation operation, Value value, ITypeSymbol target, bool isChecked)
    {
        switch (value)
        {
            case Scalar scalar when Types.ScalarOf(target) is { } type:
                return new Scalar(ConvertScalar(operation, scalar.Expression, type, target, isChecked));
            case Composite composite when target.IsTupleType && Types.FieldsOf(target) is { } fields && fields.Count == composite.Fields.Length:
                return new Composite(target, composite.Fields.Select((field, i) => ConvertTo(operation, field, fields[i].Type, isChecked)).ToArray());
            case Composite composite when SymbolEqualityComparer.Default.Equals(composite.Type, target):
                return value;
            case View or Outside or Closure when target.SpecialType is not (SpecialType.System_Object or SpecialType.System_String):
                return value;
            default:
                throw Unsupported(operation, $"the conversion to '{target.ToDisplayString()}'", "stay with numbers, bools, and structs and tuples of them");
        }
    }

    private Expression ConvertScalar(IOperation operation, Expression value, ScalarType type, ITypeSymbol target, bool isChecked)
    {
        if (value.Type.IsReal() && type.IsInteger())
        {
            // Named at its own origin: an active value that ends here loses its derivative.
            Expression whole = new Apply(type, isChecked ? Arithmetic.CheckedConvert : Arithmetic.Convert, [value]);
            string name = _function.Names.Temporary("whole");
            EmitAt(operation, new Let(name, whole) { IsTemporary = true });
            return Narrow(new Read(type, name), target, isChecked);
        }
        if (value is Constant constant && type is ScalarType.Int && target.SpecialType == SpecialType.System_Int32 && constant.Type == ScalarType.Int)
        {
            return value;
        }
        bool canOverflow = value.Type.IsInteger() && type.IsInteger() && value.Type != type && !(value.Type is ScalarType.Int or ScalarType.UInt && type == ScalarType.Long) && !(value.Type == ScalarType.UInt && type == ScalarType.ULong);
        Expression converted = isChecked && canOverflow ? new Apply(type, Arithmetic.CheckedConvert, [value]) : Build.Convert(value, type);
        return Narrow(converted, target, isChecked);
    }

    /// <summary>Wraps an int to a smaller type, or throws where C# checks.</summary>
    private Expression Narrow(Expression value, ITypeSymbol target, bool isChecked)
    {
        target = target is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } ? underlying : target;
        (Primitive Wrap, int Low, int High)? range = target.SpecialType switch
        {
            SpecialType.System_Byte => (Arithmetic.WrapToByte, byte.MinValue, byte.MaxValue),
            SpecialType.System_SByte => (Arithmetic.WrapToSByte, sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Int16 => (Arithmetic.WrapToShort, short.MinValue, short.MaxValue),
            SpecialType.System_UInt16 => (Arithmetic.WrapToUShort, ushort.MinValue, ushort.MaxValue),
            SpecialType.System_Char => (Arithmetic.WrapToChar, char.MinValue, char.MaxValue),
            _ => null,
        };
        if (range is not var (wrap, low, high))
        {
            return value;
        }
        if (value is Constant { Type: ScalarType.Int } constant && constant.Bits >= low && constant.Bits <= high)
        {
            return value;
        }
        if (!isChecked)
        {
            return value is Apply apply && apply.Primitive == wrap ? value : new Apply(ScalarType.Int, wrap, [value]);
        }
        Expression read = Stable(value);
        Emit(new If(
            Build.Or(Build.Compare(Arithmetic.Less, read, Build.Int(low)), Build.Compare(Arithmetic.Greater, read, Build.Int(high))),
            new([new Throw("new global::System.OverflowException()", [])]),
            Block.Empty));
        return read;
    }
}
