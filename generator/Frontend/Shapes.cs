using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Ir;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>How a parameter takes part: as a variable of some shape, or as a constant.</summary>
internal static class Shapes
{
    /// <summary>True for parameters that are differentiated.</summary>
    public static bool IsVariable(IParameterSymbol parameter, Annotation annotation) =>
        Of(parameter, annotation) is not (null or ParameterShape.Constant or ParameterShape.Result);

    /// <summary>Null for a type that holds reals but cannot be a variable, or that cannot receive results.</summary>
    public static ParameterShape? Of(IParameterSymbol parameter, Annotation annotation)
    {
        ITypeSymbol type = parameter.Type;
        if (Annotation.IsResult(parameter))
        {
            return type is INamedTypeSymbol { Name: "Span" } && Types.IsSpan(type) && Types.IsReal(Types.ElementOf(type)) ? ParameterShape.Result : null;
        }
        return annotation.HoldsConstant(parameter) ? ParameterShape.Constant : Of(type);
    }

    /// <summary>True for what could be a variable and is not marked constant, but left out by <c>WithRespectTo</c>.</summary>
    public static bool IsData(IParameterSymbol parameter, Annotation annotation) =>
        annotation.HoldsConstant(parameter) && !Annotation.IsMarkedConstant(parameter) && !Annotation.IsResult(parameter)
        && Of(parameter.Type) is not (null or ParameterShape.Constant);

    /// <summary>True for what <c>[Surrogate]</c> explains besides the variables: bools, integers and enums that nothing marks constant.</summary>
    public static bool IsDiscrete(IParameterSymbol parameter, Annotation annotation) =>
        annotation is { Surrogate: not null, WithRespectTo: null } && parameter.RefKind == RefKind.None && !Annotation.IsMarkedConstant(parameter)
        && Types.ScalarOf(parameter.Type) is { } scalar && !scalar.IsReal();

    private static ParameterShape? Of(ITypeSymbol type)
    {
        if (Types.IsReal(type))
        {
            return ParameterShape.Scalar;
        }
        if (Types.ElementOf(type) is { } element)
        {
            int rank = type is IArrayTypeSymbol array ? array.Rank : 1;
            return Types.IsReal(element)
                ? rank switch { 1 => ParameterShape.Array, 2 => ParameterShape.Matrix, _ => null }
                : HoldsReals(element) ? null : ParameterShape.Constant;
        }
        if (Types.FieldsOf(type) is not null)
        {
            return Types.LeavesOf(type) is { } leaves
                ? leaves.Any(static leaf => leaf.Type.IsReal()) ? type.IsRefLikeType ? null : ParameterShape.Struct : ParameterShape.Constant
                : HoldsReals(type) ? null : ParameterShape.Constant;
        }
        return HoldsReals(type) ? null : ParameterShape.Constant;
    }

    /// <summary>Reals inside a collection or a struct that cannot be differentiated: never held constant silently.</summary>
    private static bool HoldsReals(ITypeSymbol type) => type switch
    {
        _ when Types.IsReal(type) || type.SpecialType == SpecialType.System_Decimal => true,
        IArrayTypeSymbol array => HoldsReals(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } => false,
        INamedTypeSymbol named when named.TypeArguments.Any(HoldsReals) => true,
        _ => Types.FieldsOf(type) is { } fields && fields.Any(static field => HoldsReals(field.Type)),
    };
}
