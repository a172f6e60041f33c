using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Proxima.Analyzers.Quality;

/// <summary>Questions about operands that every finding asks.</summary>
internal static class Operands
{
    /// <summary>The operand as it is written: without the conversions that the compiler puts round it.</summary>
    public static IOperation Written(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }
        return operation;
    }

    public static bool IsReal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    public static bool IsInteger(ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    public static bool IsNumber(IOperation operation, double number) => operation.ConstantValue is { HasValue: true, Value: { } value } && ValueOf(value) == number;

    /// <summary>A constant as a number; NaN for what is none.</summary>
    public static double ValueOf(object? constant) => constant switch
    {
        double d => d,
        float f => f,
        int i => i,
        long l => l,
        uint u => u,
        ulong u => u,
        short s => s,
        byte b => b,
        _ => double.NaN,
    };

    /// <summary>The name of an elementary function of the platform; null for everything else.</summary>
    public static string? FunctionOf(IInvocationOperation call) => call is { Instance: null, TargetMethod.ContainingType: { } type }
        && (type.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            || type is { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        ? call.TargetMethod.Name
        : null;

    /// <summary>True for what may be written twice: reading it has no effect and costs nothing.</summary>
    public static bool IsSimple(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or ILiteralOperation => true,
        IFieldReferenceOperation field => field.Instance is null || IsSimple(field.Instance),
        IArrayElementReferenceOperation element => IsSimple(element.ArrayReference) && element.Indices.Length == 1 && IsSimple(Written(element.Indices[0])),
        _ => false,
    };

    /// <summary>The number whose square this is: x of x·x, where x is simple and of the type of the product.</summary>
    public static IOperation? RootOf(IOperation operation)
    {
        if (Written(operation) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, OperatorMethod: null } product || !IsReal(product.Type))
        {
            return null;
        }
        IOperation left = Written(product.LeftOperand);
        return IsSimple(left) && !left.ConstantValue.HasValue && SymbolEqualityComparer.Default.Equals(left.Type, product.Type) && SyntaxFactory.AreEquivalent(product.LeftOperand.Syntax, product.RightOperand.Syntax)
            ? left
            : null;
    }

    /// <summary>The text of an operand, in parentheses where an operator beside it would take it apart.</summary>
    public static string Factor(IOperation operation)
    {
        string text = Text(operation.Syntax);
        return operation.Syntax is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? text
            : "(" + text + ")";
    }

    /// <summary>The text of an expression on one line.</summary>
    public static string Text(SyntaxNode syntax) => syntax.WithoutTrivia().NormalizeWhitespace().ToString();

    /// <summary>The class with the elementary functions of a type.</summary>
    public static string MathOf(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Single ? "MathF" : "Math";
}
