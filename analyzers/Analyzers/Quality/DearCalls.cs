using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;
using static Proxima.Analyzers.Quality.Operands;

namespace Proxima.Analyzers.Quality;

/// <summary>Calls that a cheaper or safer one replaces.</summary>
internal static class DearCalls
{
    /// <summary><c>Math.Pow(x, 2)</c> → <c>x * x</c>, of 3 → <c>x * x * x</c>, of 0.5 → <c>Math.Sqrt(x)</c>.</summary>
    public static Finding? OfPower(IInvocationOperation call)
    {
        if (FunctionOf(call) != "Pow" || call.Arguments.Length != 2 || call.Arguments[1].Value.ConstantValue is not { HasValue: true, Value: { } constant })
        {
            return null;
        }
        IOperation x = Written(call.Arguments[0].Value);
        double power = ValueOf(constant);
        if (!SymbolEqualityComparer.Default.Equals(x.Type, call.Type) || x.ConstantValue.HasValue)
        {
            return null;
        }
        string? replacement = power == 0.5 ? MathOf(call.Type) + ".Sqrt(" + Text(x.Syntax) + ")"
            : power is 2 or 3 && IsSimple(x) ? string.Join(" * ", Enumerable.Repeat(Text(x.Syntax), (int)power))
            : null;
        return replacement is null ? null : new(DiagnosticIds.SmallPower, call.Syntax, [Text(call.Syntax), replacement], replacement);
    }

    /// <summary><c>Math.Sqrt(x * x + y * y)</c> → <c>double.Hypot(x, y)</c>.</summary>
    public static Finding? OfRoot(IInvocationOperation call)
    {
        if (FunctionOf(call) != "Sqrt" || Written(call.Arguments[0].Value) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum
            || !SymbolEqualityComparer.Default.Equals(sum.Type, call.Type) || RootOf(sum.LeftOperand) is not { } x || RootOf(sum.RightOperand) is not { } y)
        {
            return null;
        }
        string type = call.Type!.SpecialType == SpecialType.System_Single ? "float" : "double";
        string replacement = type + ".Hypot(" + Text(x.Syntax) + ", " + Text(y.Syntax) + ")";
        return new(DiagnosticIds.RootOfSquares, call.Syntax, [Text(call.Syntax), replacement], replacement);
    }

    /// <summary><c>(float)Math.Sqrt(x)</c> of floats → <c>MathF.Sqrt(x)</c>.</summary>
    public static Finding? OfFloat(IConversionOperation conversion, Compilation compilation)
    {
        if (conversion is not { IsImplicit: false, OperatorMethod: null, Type.SpecialType: SpecialType.System_Single, Operand: IInvocationOperation { Type.SpecialType: SpecialType.System_Double } call }
            || FunctionOf(call) is not { } name || call.TargetMethod.ContainingType.Name != "Math" || call.Arguments.Length == 0
            || !call.Arguments.All(static a => IsFloat(Written(a.Value)))
            || !call.Arguments.Any(static a => !a.Value.ConstantValue.HasValue)
            || call.Syntax is not InvocationExpressionSyntax { ArgumentList: { } arguments })
        {
            return null;
        }
        bool exists = compilation.GetTypeByMetadataName("System.MathF")?.GetMembers(name).OfType<IMethodSymbol>().Any(m => m.Parameters.Length == call.Arguments.Length) ?? false;
        string replacement = "MathF." + name + "(" + string.Join(", ", arguments.Arguments.Select(static a => InFloat(a.Expression))) + ")";
        return exists ? new(DiagnosticIds.MathOnFloat, conversion.Syntax, [Text(conversion.Syntax), replacement], replacement) : null;
    }

    /// <summary>A float, or a constant that is one.</summary>
    private static bool IsFloat(IOperation operand) => operand.Type?.SpecialType == SpecialType.System_Single
        || (operand.ConstantValue is { HasValue: true, Value: { } constant } && ValueOf(constant) is double value && (double)(float)value == value);

    private static string InFloat(ExpressionSyntax argument) => argument is LiteralExpressionSyntax { Token.Value: double value }
        ? ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f"
        : Text(argument);
}
