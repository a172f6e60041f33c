using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <summary>A field of a struct or an element of a tuple.</summary>
internal sealed record Field(string Name, ITypeSymbol Type, ISymbol? Symbol);

/// <summary>How C# types look to the IR.</summary>
internal static class Types
{
    /// <summary>The scalar that holds a value of this type; small integers and enums are ints.</summary>
    public static ScalarType? ScalarOf(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarType.Bool,
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char
            or SpecialType.System_Int32 => ScalarType.Int,
        SpecialType.System_UInt32 => ScalarType.UInt,
        SpecialType.System_Int64 => ScalarType.Long,
        SpecialType.System_UInt64 => ScalarType.ULong,
        SpecialType.System_Single => ScalarType.Float,
        SpecialType.System_Double => ScalarType.Double,
        _ => type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } ? ScalarOf(underlying) : null,
    };

    public static bool IsReal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    /// <summary>The element type of an array or span.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments.Length: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } span => span.TypeArguments[0],
        _ => null,
    };

    public static bool IsSpan(ITypeSymbol? type) => type is INamedTypeSymbol && ElementOf(type) is not null;

    /// <summary>The namespace and name, without type arguments: <c>System.Math</c>.</summary>
    public static string FullName(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Double => "double",
        SpecialType.System_Single => "float",
        _ when type.ContainingType is { } outer => FullName(outer) + "." + type.Name,
        _ when type.ContainingNamespace is { IsGlobalNamespace: false } space => space.ToDisplayString() + "." + type.Name,
        _ => type.Name,
    };

    /// <summary>The parts of a struct or tuple, or null when the type is neither or hides them.</summary>
    public static IReadOnlyList<Field>? FieldsOf(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } named || ScalarOf(type) is not null || ElementOf(type) is not null)
        {
            return null;
        }
        if (named.IsTupleType)
        {
            return named.TupleElements.Select((element, i) => new Field("Item" + Text.Of(i + 1), element.Type, element)).ToArray();
        }
        string[] visible = FullName(named) switch
        {
            "System.Numerics.Vector2" => ["X", "Y"],
            "System.Numerics.Vector3" => ["X", "Y", "Z"],
            "System.Numerics.Vector4" or "System.Numerics.Quaternion" => ["X", "Y", "Z", "W"],
            "System.Numerics.Complex" => ["Real", "Imaginary"],
            "System.Numerics.Matrix4x4" =>
                ["M11", "M12", "M13", "M14", "M21", "M22", "M23", "M24", "M31", "M32", "M33", "M34", "M41", "M42", "M43", "M44"],
            _ => [],
        };
        if (visible.Length > 0)
        {
            return visible.Select(name => named.GetMembers(name).First(static m => m is IFieldSymbol or IPropertySymbol))
                .Select(static member => new Field(member.Name, member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type, member)).ToArray();
        }
        if (named.OriginalDefinition.DeclaringSyntaxReferences.Length == 0)
        {
            return null;
        }
        return named.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic && !field.IsConst)
            .Select(static field => new Field(field.AssociatedSymbol?.Name ?? field.Name, field.Type, field)).ToArray();
    }

    /// <summary>The field that a member of a struct or tuple stands for, or null for a member that computes.</summary>
    public static int IndexOf(IReadOnlyList<Field> fields, ISymbol member)
    {
        string name = member is IFieldSymbol { CorrespondingTupleField: { } plain } ? plain.Name : member.Name;
        for (int i = 0; i < fields.Count; i++)
        {
            if (fields[i].Name == name)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The scalars of an element, field by field, depth first; null when some part is none.</summary>
    public static IReadOnlyList<(string Path, ScalarType Type)>? LeavesOf(ITypeSymbol type)
    {
        List<(string, ScalarType)> leaves = [];
        return Collect(type, "", leaves) ? leaves : null;
    }

    private static bool Collect(ITypeSymbol type, string path, List<(string, ScalarType)> leaves)
    {
        if (ScalarOf(type) is { } scalar)
        {
            leaves.Add((path, scalar));
            return true;
        }
        return FieldsOf(type) is { } fields && fields.All(field => Collect(field.Type, path + Text.Capital(field.Name), leaves));
    }
}
