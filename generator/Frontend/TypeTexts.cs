using System.Linq;
using Microsoft.CodeAnalysis;

namespace Proxima.Generator.Frontend;

/// <summary>Types as the generated file writes them: keywords and spans short, everything else from <c>global::</c> on.</summary>
internal static class TypeTexts
{
    public static string Of(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol span when Types.IsSpan(span) => $"{span.Name}<{Of(span.TypeArguments[0])}>",
        IArrayTypeSymbol array => Innermost(array) + Ranks(array),
        _ => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)),
    };

    /// <summary>For <c>cref</c>: braces instead of angle brackets, tuples by their type.</summary>
    public static string CrefOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => "System.ValueTuple{" + string.Join(", ", tuple.TupleElements.Select(static e => CrefOf(e.Type))) + "}",
        IArrayTypeSymbol array => CrefOf(Leaf(array)) + Ranks(array),
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic when generic.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T =>
            (Types.IsSpan(generic) ? generic.Name : Of(generic).Split('<')[0]) + "{" + string.Join(", ", generic.TypeArguments.Select(CrefOf)) + "}",
        _ => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
    };

    private static string Innermost(IArrayTypeSymbol array) => Of(Leaf(array));

    private static ITypeSymbol Leaf(IArrayTypeSymbol array) => array.ElementType is IArrayTypeSymbol inner ? Leaf(inner) : array.ElementType;

    private static string Ranks(IArrayTypeSymbol array) =>
        "[" + new string(',', array.Rank - 1) + "]" + (array.ElementType is IArrayTypeSymbol inner ? Ranks(inner) : "");
}
