using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>The numeric structs of the base library, part by part: Vector2, Vector3, Vector4, Quaternion, Matrix4x4, Complex.</content>
internal sealed partial class Lowering
{
    private static bool IsVector(ITypeSymbol? type) => type is not null && Types.FullName(type) is "System.Numerics.Vector2" or "System.Numerics.Vector3" or "System.Numerics.Vector4";

    private static bool IsComplex(ITypeSymbol? type) => type is not null && Types.FullName(type) == "System.Numerics.Complex";

    private Value? NumericOperator(IOperation operation, IMethodSymbol method, Value[] operands)
    {
        if (IsVector(method.ContainingType))
        {
            return VectorOperator(method, operands);
        }
        if (IsMatrix(method.ContainingType))
        {
            return MatrixOperator(method, operands);
        }
        if (IsQuaternion(method.ContainingType))
        {
            return QuaternionOperator(method, operands);
        }
        if (IsComplex(method.ContainingType))
        {
            return ComplexOperator(operation, method, operands);
        }
        return method.ContainingType.IsTupleType || Types.ScalarOf(method.ContainingType) is null ? null : throw UnsupportedExpression(operation);
    }

    private Value? NumericProperty(IOperation operation, IPropertySymbol property, Value receiver)
    {
        if (IsComplex(property.ContainingType) && receiver is Composite { Fields: [Scalar re, Scalar im] })
        {
            return property.Name switch
            {
                "Magnitude" => new Scalar(Build.Call(Elementary.Hypot, re.Expression, im.Expression)),
                "Phase" => new Scalar(Build.Call(Elementary.Atan2, im.Expression, re.Expression)),
                _ => throw UnsupportedExpression(operation),
            };
        }
        return IsMatrix(property.ContainingType) && receiver is Composite matrix ? MatrixPart(property, matrix) : null;
    }

    private Value? NumericIndexer(IOperation operation, Value receiver, Value[] indices) =>
        receiver switch
        {
            Composite vector when IsVector(vector.Type) || IsQuaternion(vector.Type) =>
                indices is [Scalar { Expression: Constant index }] && index.Bits >= 0 && index.Bits < vector.Fields.Length
                    ? vector.Fields[(int)index.Bits]
                    : throw Unsupported(operation, Text.Folded(operation.Syntax), "use a constant index or X, Y, Z, W"),
            Composite matrix when IsMatrix(matrix.Type) =>
                indices is [Scalar { Expression: Constant { Bits: >= 0 and < 4 } row }, Scalar { Expression: Constant { Bits: >= 0 and < 4 } column }]
                    ? matrix.Fields[(int)((4 * row.Bits) + column.Bits)]
                    : throw Unsupported(operation, Text.Folded(operation.Syntax), "use constant indices or M11 … M44"),
            _ => null,
        };

    private Value? NumericCreate(IOperation operation, ITypeSymbol type, Argument[] arguments)
    {
        bool isVector = IsVector(type);
        if (!isVector && !IsComplex(type) && !IsMatrix(type) && !IsQuaternion(type))
        {
            return null;
        }
        Value[] parts = arguments.SelectMany(static a => a.Value is Composite composite ? composite.Fields : [a.Value!]).ToArray();
        int count = Types.FieldsOf(type)!.Count;
        if (isVector && parts is [Scalar all])
        {
            Scalar stable = new(Stable(all.Expression));
            return new Composite(type, Enumerable.Repeat<Value>(stable, count).ToArray());
        }
        return parts.Length == count && parts.All(static part => part is Scalar) ? new Composite(type, parts) : throw UnsupportedExpression(operation);
    }

    private Value? NumericConvert(IOperation operation, ITypeSymbol target, Value value)
    {
        if (!IsComplex(target) || value is not Scalar real)
        {
            return null;
        }
        return real.Type.IsReal() || real.Type.IsInteger()
            ? new Composite(target, [new Scalar(Build.Convert(real.Expression, ScalarType.Double)), new Scalar(Build.Double(0))])
            : throw UnsupportedExpression(operation);
    }

    private Value? NumericConstant(IPropertySymbol property, ITypeSymbol? constrained)
    {
        ITypeSymbol type = constrained ?? property.ContainingType;
        if (constrained is not null && Types.ScalarOf(constrained) is { } scalar && property.Name is "Zero" or "AdditiveIdentity" or "One" or "MultiplicativeIdentity" or "Pi" or "E" or "Tau" or "NegativeOne")
        {
            return new Scalar(property.Name switch
            {
                "Zero" or "AdditiveIdentity" => Build.Zero(scalar),
                "Pi" => Build.Real(scalar, System.Math.PI),
                "E" => Build.Real(scalar, System.Math.E),
                "Tau" => Build.Real(scalar, 2 * System.Math.PI),
                "NegativeOne" => Build.Real(scalar, -1),
                _ => Build.One(scalar),
            });
        }
        if (property.Name == "Identity" && (IsMatrix(type) || IsQuaternion(type)))
        {
            int size = Types.FieldsOf(type)!.Count;
            return new Composite(type, Enumerable.Range(0, size).Select(i => (Value)new Scalar(Build.Float((size - 1 - i) % 5 == 0 ? 1 : 0))).ToArray());
        }
        if (!IsVector(type) && !(IsQuaternion(type) && property.Name == "Zero"))
        {
            return null;
        }
        int count = Types.FieldsOf(type)!.Count;
        int one = property.Name switch { "UnitX" => 0, "UnitY" => 1, "UnitZ" => 2, "UnitW" => 3, "One" => -1, "Zero" => -2, _ => -3 };
        return one == -3 ? null : new Composite(type, Enumerable.Range(0, count).Select(i => (Value)new Scalar(Build.Float(one == -1 || one == i ? 1 : 0))).ToArray());
    }

    private Value? NumericCall(IOperation operation, IMethodSymbol method, Value? receiver, Argument[] arguments)
    {
        Value[] all = (receiver is null ? [] : new[] { receiver }).Concat(arguments.Select(static a => a.Value!)).ToArray();
        if (IsVector(method.ContainingType))
        {
            return VectorCall(method, all) ?? throw NoRule(operation, method);
        }
        if (IsMatrix(method.ContainingType))
        {
            return MatrixCall(method, all) ?? throw NoRule(operation, method);
        }
        if (IsQuaternion(method.ContainingType))
        {
            return QuaternionCall(method, all) ?? throw NoRule(operation, method);
        }
        if (IsComplex(method.ContainingType))
        {
            return ComplexCall(operation, method, all) ?? throw NoRule(operation, method);
        }
        return null;
    }
}
