using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Diagnostics;
using static Proxima.Analyzers.Quality.Operands;

namespace Proxima.Analyzers.Quality;

/// <summary>Types that are too narrow for what is computed in them, and comparisons that rounding decides.</summary>
internal static class LostPrecision
{
    /// <summary>A loop of fewer terms loses at most ten bits of a float's 24, and is left alone.</summary>
    private const int ManyTerms = 1024;

    /// <summary><c>1 / 2 * x</c> → <c>1.0 / 2 * x</c>, <c>n / m * x</c> → <c>(double)n / m * x</c>.</summary>
    public static Finding? OfDivision(IConversionOperation conversion)
    {
        if (conversion is not { IsImplicit: true, OperatorMethod: null } || !IsReal(conversion.Type)
            || conversion.Operand is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, OperatorMethod: null } quotient || !IsInteger(quotient.Type)
            || IsExact(quotient))
        {
            return null;
        }
        bool isSingle = conversion.Type!.SpecialType == SpecialType.System_Single;
        string type = isSingle ? "float" : "double";
        string left = quotient.LeftOperand.Syntax is LiteralExpressionSyntax { Token.Value: int } literal ? literal.Token.ValueText + (isSingle ? "f" : ".0") : "(" + type + ")" + Factor(Written(quotient.LeftOperand));
        string replacement = left + " / " + Factor(Written(quotient.RightOperand));
        return new(DiagnosticIds.IntegerDivision, quotient.Syntax, [Text(quotient.Syntax), type, replacement], replacement);
    }

    /// <summary>A quotient of constants without a remainder.</summary>
    private static bool IsExact(IBinaryOperation quotient) =>
        quotient is { LeftOperand.ConstantValue: { HasValue: true, Value: { } numerator }, RightOperand.ConstantValue: { HasValue: true, Value: { } denominator }, ConstantValue: { HasValue: true, Value: { } value } }
        && ValueOf(value) * ValueOf(denominator) == ValueOf(numerator);

    /// <summary><c>a == b</c> of computed numbers. Comparisons with whole constants, and a number with itself, ask for something else.</summary>
    public static Finding? OfEquality(IBinaryOperation comparison)
    {
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) || comparison.OperatorMethod is not null
            || !IsReal(comparison.LeftOperand.Type) || !IsReal(comparison.RightOperand.Type)
            || IsDeliberate(comparison.LeftOperand) || IsDeliberate(comparison.RightOperand)
            || SyntaxFactory.AreEquivalent(comparison.LeftOperand.Syntax, comparison.RightOperand.Syntax)
            || IsWholeOf(comparison.LeftOperand, comparison.RightOperand) || IsWholeOf(comparison.RightOperand, comparison.LeftOperand))
        {
            return null;
        }
        return new(DiagnosticIds.EqualityOfFloats, comparison.Syntax, [Text(comparison.Syntax)]);
    }

    /// <summary><c>Math.Floor(x)</c> beside <c>x</c> asks whether x is whole, and is exact.</summary>
    private static bool IsWholeOf(IOperation operand, IOperation number) =>
        operand is IInvocationOperation { TargetMethod: { Name: "Floor" or "Ceiling" or "Round" or "Truncate", IsStatic: true }, Arguments: [{ Value: { } argument }, ..] }
        && SyntaxFactory.AreEquivalent(Written(argument).Syntax, Written(number).Syntax);

    /// <summary>A constant that rounding leaves alone: whole, or infinite; and what was a whole number before.</summary>
    private static bool IsDeliberate(IOperation operand) => IsInteger(Written(operand).Type)
        || (operand.ConstantValue is { HasValue: true, Value: { } constant } && ValueOf(constant) is double value && (value == System.Math.Floor(value) || double.IsInfinity(value)));

    /// <summary><c>sum += x[i]</c> over a loop of unknown or many terms, where <c>sum</c> is a float declared outside it.</summary>
    public static Finding? OfSum(ICompoundAssignmentOperation assignment) =>
        assignment is { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, OperatorMethod: null, Target: ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Single } sum }
            ? OfSum(assignment, sum)
            : null;

    /// <summary><c>sum = sum + x[i]</c>.</summary>
    public static Finding? OfSum(ISimpleAssignmentOperation assignment) =>
        assignment is { Target: ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Single } sum, Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } total }
        && (Is(total.LeftOperand, sum) || Is(total.RightOperand, sum))
            ? OfSum(assignment, sum)
            : null;

    private static bool Is(IOperation operand, ILocalReferenceOperation local) => operand is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local);

    private static Finding? OfSum(IOperation assignment, ILocalReferenceOperation sum)
    {
        SyntaxNode? declaration = sum.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        bool isLong = false;
        for (IOperation? around = assignment.Parent; around is not null && declaration is not null && !around.Syntax.Span.Contains(declaration.Span); around = around.Parent)
        {
            if (around is not ILoopOperation loop)
            {
                continue;
            }
            if (IsRestarted(loop, sum))
            {
                break; // each iteration has a sum of its own
            }
            isLong |= Terms(loop) >= ManyTerms;
        }
        return isLong ? new(DiagnosticIds.SumInFloat, assignment.Syntax, [sum.Local.Name]) : null;
    }

    /// <summary>True where the body assigns the sum something that it is not made of: <c>sum = 0</c>.</summary>
    private static bool IsRestarted(ILoopOperation loop, ILocalReferenceOperation sum) => loop.Body.Descendants().OfType<ISimpleAssignmentOperation>()
        .Any(a => Is(a.Target, sum) && !a.Value.DescendantsAndSelf().Any(part => Is(part, sum)));

    /// <summary>The iterations of a loop that counts between constants; very many for every other loop.</summary>
    private static double Terms(ILoopOperation loop) =>
        loop is IForLoopOperation
        {
            Before: [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Initializer.Value.ConstantValue: { HasValue: true, Value: { } first } }] }] }],
            Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, RightOperand.ConstantValue: { HasValue: true, Value: { } last } },
            AtLoopBottom: [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } }],
        }
            ? ValueOf(last) - ValueOf(first)
            : double.PositiveInfinity;
}
