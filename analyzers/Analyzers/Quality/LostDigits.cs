using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;
using static Proxima.Analyzers.Quality.Operands;

namespace Proxima.Analyzers.Quality;

/// <summary>
/// Differences of nearly equal numbers that another form has not: ln(1 + x), eˣ − 1, 1 − cos x, a² − b² (Higham 2002, Accuracy and Stability of Numerical
/// Algorithms, §1.7 and §1.14.1; Kahan).
/// </summary>
internal static class LostDigits
{
    /// <summary><c>Math.Log(1 + x)</c> → <c>Special.LogP1(x)</c>, <c>Math.Log(1 - x)</c> → <c>Special.LogP1(-x)</c>.</summary>
    public static Finding? OfLogarithm(IInvocationOperation call)
    {
        if (FunctionOf(call) != "Log" || call.Arguments.Length != 1
            || Written(call.Arguments[0].Value) is not IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum || !IsReal(sum.Type)
            || sum.ConstantValue.HasValue)
        {
            return null;
        }
        bool isSum = sum.OperatorKind == BinaryOperatorKind.Add;
        IOperation? small = IsNumber(sum.LeftOperand, 1) ? sum.RightOperand : isSum && IsNumber(sum.RightOperand, 1) ? sum.LeftOperand : null;
        if (small is null || !IsReal(Written(small).Type)) // 1 + n of whole numbers is exact
        {
            return null;
        }
        small = Written(small);
        string replacement = "Special.LogP1(" + (isSum ? Text(small.Syntax) : "-" + Factor(small)) + ")";
        return new(DiagnosticIds.LogarithmNearOne, call.Syntax, [Text(call.Syntax), Text(small.Syntax), replacement], "Proxima." + replacement);
    }

    /// <summary><c>Math.Exp(x) - 1</c> → <c>Special.ExpM1(x)</c>, <c>1 - Math.Exp(x)</c> → <c>-Special.ExpM1(x)</c>; <c>1 - Math.Cos(x)</c> → <c>2 * Math.Sin(x / 2) * Math.Sin(x / 2)</c>.</summary>
    public static Finding? OfDifference(IBinaryOperation difference)
    {
        if (difference.OperatorKind != BinaryOperatorKind.Subtract || difference.OperatorMethod is not null || !IsReal(difference.Type) || difference.ConstantValue.HasValue)
        {
            return null;
        }
        bool isLess = IsNumber(difference.RightOperand, 1);
        if ((isLess || IsNumber(difference.LeftOperand, 1)) && Written(isLess ? difference.LeftOperand : difference.RightOperand) is IInvocationOperation { Arguments.Length: 1 } call)
        {
            IOperation argument = Written(call.Arguments[0].Value);
            bool isSameType = SymbolEqualityComparer.Default.Equals(argument.Type, difference.Type) && SymbolEqualityComparer.Default.Equals(call.Type, difference.Type);
            return !isSameType ? null : FunctionOf(call) switch
            {
                "Exp" => Found(DiagnosticIds.ExponentialLessOne, difference, argument, (isLess ? "" : "-"), "Special.ExpM1(" + Text(argument.Syntax) + ")", "Proxima."),
                "Cos" => Found(DiagnosticIds.CosineNearOne, difference, argument, isLess ? "-2 * " : "2 * ", Squared(MathOf(difference.Type) + ".Sin(" + Factor(argument) + " / 2)"), ""),
                _ => null,
            };
        }
        return RootOf(difference.LeftOperand) is { } a && RootOf(difference.RightOperand) is { } b
            ? OfSquares(difference, Text(a.Syntax), Text(b.Syntax))
            : null;
    }

    /// <summary><c>a * a - b * b</c> → <c>(a - b) * (a + b)</c>.</summary>
    private static Finding OfSquares(IBinaryOperation difference, string a, string b)
    {
        string replacement = "(" + a + " - " + b + ") * (" + a + " + " + b + ")";
        return new(DiagnosticIds.DifferenceOfSquares, difference.Syntax, [Text(difference.Syntax), replacement], replacement);
    }

    private static Finding Found(string id, IOperation difference, IOperation argument, string sign, string form, string prefix) =>
        new(id, difference.Syntax, [Text(difference.Syntax), Text(argument.Syntax), sign + form], sign + prefix + form);

    private static string Squared(string text) => text + " * " + text;
}
