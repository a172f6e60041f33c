using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Proxima.Generator.Frontend;

/// <summary>
/// <c>for (int i = a; i &lt; b; i += c)</c> whose body leaves <c>i</c> and everything in <c>b</c> alone. <c>&lt;= b</c> counts to b + 1 (a loop up to
/// int.MaxValue never ends in C#). <see cref="Also"/> is what else the condition asks: <c>i &lt; b &amp;&amp; also</c>.
/// </summary>
internal sealed record CountedLoop(
    ILocalSymbol Index, IReadOnlyList<IVariableDeclaratorOperation> Declarators, IOperation Bound, int BoundOffset, int Step, IOperation? Also)
{
    public static CountedLoop? Recognise(IForLoopOperation loop, Frame frame)
    {
        if (loop.Before.Length != 1 || loop.Before[0] is not IVariableDeclarationGroupOperation group || loop.AtLoopBottom.Length != 1)
        {
            return null;
        }
        IReadOnlyList<IVariableDeclaratorOperation> declarators = group.Declarations.SelectMany(static d => d.Declarators).ToArray();
        IOperation? condition = loop.Condition;
        IOperation? also = null;
        while (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both)
        {
            if (also is not null)
            {
                return null;
            }
            also = both.RightOperand;
            condition = both.LeftOperand;
        }
        if (condition is not IBinaryOperation { OperatorMethod: null } comparison || StepOf(loop.AtLoopBottom[0]) is not var (index, step) || step == 0)
        {
            return null;
        }
        BinaryOperatorKind kind = comparison.OperatorKind;
        IOperation bound = comparison.RightOperand;
        int ahead = Ahead(comparison.LeftOperand, index) ?? -1;
        if (ahead < 0)
        {
            ahead = Ahead(comparison.RightOperand, index) ?? -1;
            bound = comparison.LeftOperand;
            kind = Mirror(kind);
        }
        if (ahead < 0 || (ahead > 0 && !(step > 0 && IsCount(bound) && kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual)))
        {
            return null;
        }
        int? offset = (kind, step) switch
        {
            (BinaryOperatorKind.LessThan, > 0) or (BinaryOperatorKind.GreaterThan, < 0) or (BinaryOperatorKind.NotEquals, 1 or -1) => 0,
            (BinaryOperatorKind.LessThanOrEqual, > 0) => 1,
            (BinaryOperatorKind.GreaterThanOrEqual, < 0) => -1,
            _ => null,
        };
        if (offset is null || index.Type.SpecialType != SpecialType.System_Int32 || bound.Type?.SpecialType != SpecialType.System_Int32
            || !declarators.Any(d => SymbolEqualityComparer.Default.Equals(d.Symbol, index)) || declarators.Any(static d => d.GetVariableInitializer() is null || d.Symbol.IsRef))
        {
            return null;
        }
        Effects inside = Effects.Of(loop.Body, also);
        return inside.IsAssigned(index) || Effects.Of(loop.Condition).IsAssigned(index) || !IsInvariant(bound, inside, frame) ? null : new(index, declarators, bound, offset.Value - ahead, step, also);
    }

    /// <summary>Nothing that the bound reads is assigned while the loop runs.</summary>
    private static bool IsInvariant(IOperation bound, Effects inside, Frame frame)
    {
        foreach (IOperation part in bound.DescendantsAndSelf())
        {
            bool changes = part switch
            {
                ILocalReferenceOperation local => inside.IsAssigned(local.Local) || (inside.CallsClosures && frame.IsAssigned(local.Local)),
                IParameterReferenceOperation parameter => inside.IsAssigned(parameter.Parameter) || (inside.CallsClosures && frame.IsAssigned(parameter.Parameter)),
                IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 } =>
                    inside.CallsClosures || part.Descendants().Any(read => read switch
                    {
                        ILocalReferenceOperation local => inside.IsWritten(local.Local),
                        IParameterReferenceOperation parameter => inside.IsWritten(parameter.Parameter),
                        _ => false,
                    }),
                IInstanceReferenceOperation => false,
                IInvocationOperation call => call.TargetMethod.ContainingType.SpecialType != SpecialType.System_Array && Types.FullName(call.TargetMethod.ContainingType) != "System.Math",
                IAssignmentOperation or IIncrementOrDecrementOperation or IAnonymousFunctionOperation or IConditionalOperation or ISwitchExpressionOperation => true,
                _ => false,
            };
            if (changes)
            {
                return false;
            }
        }
        return true;
    }

    private static (ILocalSymbol Index, int Step)? StepOf(IOperation bottom)
    {
        IOperation step = bottom is IExpressionStatementOperation statement ? statement.Operation : bottom;
        return step switch
        {
            IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target, OperatorMethod: null } =>
                (target.Local, step.Kind == OperationKind.Increment ? 1 : -1),
            ICompoundAssignmentOperation { Target: ILocalReferenceOperation target, Value.ConstantValue: { HasValue: true, Value: int by and not int.MinValue } } compound =>
                compound.OperatorKind switch
                {
                    BinaryOperatorKind.Add => (target.Local, by),
                    BinaryOperatorKind.Subtract => (target.Local, -by),
                    _ => null,
                },
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: IBinaryOperation { LeftOperand: ILocalReferenceOperation left } sum }
                when SymbolEqualityComparer.Default.Equals(left.Local, target.Local) && sum.RightOperand.ConstantValue is { HasValue: true, Value: int by and not int.MinValue } =>
                sum.OperatorKind switch
                {
                    BinaryOperatorKind.Add => (target.Local, by),
                    BinaryOperatorKind.Subtract => (target.Local, -by),
                    _ => null,
                },
            _ => null,
        };
    }

    private static bool IsRead(IOperation operation, ILocalSymbol index) =>
        operation is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, index);

    /// <summary>c for the index plus a constant c ≥ 0, which a condition may compare: <c>i + 1 &lt; x.Length</c>.</summary>
    private static int? Ahead(IOperation operation, ILocalSymbol index) => operation switch
    {
        _ when IsRead(operation, index) => 0,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum when IsRead(sum.LeftOperand, index) => Offset(sum.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } sum when IsRead(sum.RightOperand, index) => Offset(sum.LeftOperand),
        _ => null,
    };

    private static int? Offset(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: int and >= 0 and int offset } ? offset : null;

    /// <summary>True for a number that is never negative: a smaller one can be taken from it without wrapping around.</summary>
    private static bool IsCount(IOperation bound) =>
        bound is IPropertyReferenceOperation { Property.Name: "Length" or "Count", Arguments.Length: 0 } || Offset(bound) is not null;

    private static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
