using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Proxima.Generator.Pipeline;

namespace Proxima.Generator.Frontend;

/// <summary>
/// A derivative rule that the user wrote for a method: the method's parameters, then one output per variable.
/// <paramref name="Shapes"/> says of each of the method's parameters how it takes part.
/// </summary>
internal sealed record Rule(IMethodSymbol Method, IReadOnlyList<ParameterShape> Shapes)
{
    private static readonly Annotation s_plain = new(Companions.None, Rounding.Fast, null, null);

    /// <summary>The rule, or null when the signature is not that of the callee's gradient.</summary>
    public static Rule? TryCreate(IMethodSymbol rule, IMethodSymbol callee)
    {
        int count = callee.Parameters.Length;
        bool isStaticEnough = rule.IsStatic || (!callee.IsStatic && SymbolEqualityComparer.Default.Equals(rule.ContainingType, callee.ContainingType));
        if (rule.IsGenericMethod || rule.Parameters.Length < count || !isStaticEnough || !Types.IsReal(callee.ReturnType) || !AreSame(rule.ReturnType, callee.ReturnType))
        {
            return null;
        }
        List<ParameterShape> shapes = [];
        int output = count;
        for (int i = 0; i < count; i++)
        {
            (IParameterSymbol own, IParameterSymbol its) = (rule.Parameters[i], callee.Parameters[i]);
            if (!IsByValue(own) || !IsByValue(its) || !AreSame(own.Type, its.Type) || ShapeOf(own, its) is not { } shape)
            {
                return null;
            }
            shapes.Add(shape);
            if (shape != ParameterShape.Constant && (output == rule.Parameters.Length || !IsOutput(rule.Parameters[output++], own.Type, shape)))
            {
                return null;
            }
        }
        return output == rule.Parameters.Length ? new(rule, shapes) : null;
    }

    /// <summary>How the rule of a method has to be declared, for a message.</summary>
    public static string Expected(string rule, IMethodSymbol callee)
    {
        List<string> parameters = callee.Parameters.Select(static p => Short(p.Type) + " " + p.Name).ToList();
        foreach (IParameterSymbol parameter in callee.Parameters)
        {
            string name = " d" + Text.Capital(parameter.Name);
            switch (ShapeOf(parameter, parameter))
            {
                case ParameterShape.Scalar or ParameterShape.Struct:
                    parameters.Add("out " + Short(parameter.Type) + name);
                    break;
                case ParameterShape.Array:
                    parameters.Add("Span<" + Short(Types.ElementOf(parameter.Type)!) + ">" + name);
                    break;
                case ParameterShape.Matrix:
                    parameters.Add(Short(parameter.Type) + name);
                    break;
            }
        }
        return (callee.IsStatic ? "static " : "") + Short(callee.ReturnType) + " " + rule + "(" + string.Join(", ", parameters) + ")";
    }

    private static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static bool IsByValue(IParameterSymbol parameter) => parameter.RefKind is RefKind.None or RefKind.In;

    private static ParameterShape? ShapeOf(IParameterSymbol own, IParameterSymbol its) =>
        Annotation.IsMarkedConstant(its) ? ParameterShape.Constant : Frontend.Shapes.Of(own, s_plain);

    private static bool IsOutput(IParameterSymbol output, ITypeSymbol type, ParameterShape shape) => shape switch
    {
        ParameterShape.Array => output is { RefKind: RefKind.None, Type: INamedTypeSymbol { Name: "Span" } span } && Types.ElementOf(span) is { } element && AreSame(element, Types.ElementOf(type)!),
        ParameterShape.Matrix => output.RefKind == RefKind.None && AreSame(output.Type, type),
        _ => output.RefKind == RefKind.Out && AreSame(output.Type, type),
    };

    private static bool AreSame(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
