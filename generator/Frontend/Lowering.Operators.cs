using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Operators.</content>
internal sealed partial class Lowering
{
    private Value LowerUnary(IUnaryOperation unary)
    {
        if (unary.OperatorMethod is { } method && !IsBuiltIn(unary, unary.ConstrainedToType))
        {
            return CallOperator(unary, method, unary.ConstrainedToType, [unary.Operand]);
        }
        Expression operand = LowerScalar(unary.Operand);
        ScalarType type = ScalarOf(unary);
        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Plus:
                return new Scalar(Build.Convert(operand, type));
            case UnaryOperatorKind.Minus:
                return new Scalar(unary.IsChecked && type.IsInteger() ? new Apply(type, Arithmetic.CheckedNegative, [operand])
                    : operand is Constant { Type: ScalarType.Int, Bits: > int.MinValue } constant ? Build.Int((int)-constant.Bits) : Build.Negate(operand));
            case UnaryOperatorKind.Not when type == ScalarType.Bool:
                return new Scalar(Build.Not(operand));
            case UnaryOperatorKind.BitwiseNegation or UnaryOperatorKind.Not:
                return new Scalar(new Apply(type, Arithmetic.BitNot, [operand]));
            default:
                throw UnsupportedExpression(unary);
        }
    }

    private Value LowerBinary(IBinaryOperation binary)
    {
        // A long sum is a deep tree to the left: walk down its spine instead of recursing.
        Stack<IBinaryOperation> spine = new();
        IOperation left = binary;
        while (left is IBinaryOperation { ConstantValue.HasValue: false, OperatorKind: not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr) } node)
        {
            spine.Push(node);
            left = node.LeftOperand;
        }
        if (spine.Count == 0)
        {
            return new Scalar(LowerShortCircuit(binary));
        }
        Value value = Lower(left);
        while (spine.Count > 0)
        {
            value = Combine(spine.Pop(), value);
        }
        return value;
    }

    private Value Combine(IBinaryOperation binary, Value left)
    {
        int mark = _block.Count;
        Value right = Lower(binary.RightOperand);
        left = Hold(left, mark);
        if (binary.OperatorMethod is { } method && !IsBuiltIn(binary, binary.ConstrainedToType))
        {
            return CallOperator(binary, method, binary.ConstrainedToType, [left, right]);
        }
        if (left is not Scalar a || right is not Scalar b)
        {
            throw UnsupportedType(left is Scalar ? binary.RightOperand : binary.LeftOperand, TypeOf(left is Scalar ? binary.RightOperand : binary.LeftOperand));
        }
        return new Scalar(Bounded(Operate(binary, binary.OperatorKind, ScalarOf(binary), a.Expression, b.Expression, binary.IsChecked)));
    }

    /// <summary>Operators of generic mathematics on a type parameter that stands for a number are the number's own.</summary>
    private bool IsBuiltIn(IOperation operation, ITypeSymbol? constrained) => constrained is not null && Types.ScalarOf(Concrete(constrained)) is not null && operation is not null;

    private Expression Operate(IOperation operation, BinaryOperatorKind kind, ScalarType type, Expression left, Expression right, bool isChecked)
    {
        isChecked &= type.IsInteger();
        bool isBool = left.Type == ScalarType.Bool;
        switch (kind)
        {
            case BinaryOperatorKind.Add:
                return isChecked ? new Apply(type, Arithmetic.CheckedPlus, [left, right]) : type == ScalarType.Int ? AddInt(left, right) : Build.Plus(left, right);
            case BinaryOperatorKind.Subtract:
                return isChecked ? new Apply(type, Arithmetic.CheckedMinus, [left, right]) : Build.Minus(left, right);
            case BinaryOperatorKind.Multiply:
                return isChecked ? new Apply(type, Arithmetic.CheckedTimes, [left, right]) : Build.Multiply(left, right);
            case BinaryOperatorKind.Divide:
                return Build.Divide(left, right);
            case BinaryOperatorKind.Remainder:
                return Build.Call(Arithmetic.Remainder, left, right);
            case BinaryOperatorKind.LeftShift:
                return new Apply(type, Arithmetic.ShiftLeft, [left, right]);
            case BinaryOperatorKind.RightShift:
                return new Apply(type, Arithmetic.ShiftRight, [left, right]);
            case BinaryOperatorKind.UnsignedRightShift:
                return new Apply(type, Arithmetic.UnsignedShiftRight, [left, right]);
            case BinaryOperatorKind.And when isBool:
                return Build.And(left, Access.CanThrow(right) ? Let(right) : right);
            case BinaryOperatorKind.Or when isBool:
                return Build.Or(left, Access.CanThrow(right) ? Let(right) : right);
            case BinaryOperatorKind.ExclusiveOr when isBool:
            case BinaryOperatorKind.NotEquals when isBool:
                return new Apply(ScalarType.Bool, Arithmetic.BoolXor, [left, right]);
            case BinaryOperatorKind.Equals when isBool:
                return right is Constant constant ? (constant.IsTrue ? left : Build.Not(left)) : Build.Not(new Apply(ScalarType.Bool, Arithmetic.BoolXor, [left, right]));
            case BinaryOperatorKind.And:
                return new Apply(type, Arithmetic.BitAnd, [left, right]);
            case BinaryOperatorKind.Or:
                return new Apply(type, Arithmetic.BitOr, [left, right]);
            case BinaryOperatorKind.ExclusiveOr:
                return new Apply(type, Arithmetic.BitXor, [left, right]);
            default:
                return Comparison(kind) is { } comparison ? Compared(comparison, left, right) : throw UnsupportedExpression(operation);
        }
    }

    /// <summary>A comparison; of two integer constants its outcome.</summary>
    private static Expression Compared(Primitive comparison, Expression left, Expression right)
    {
        if (left is not Constant { Type: ScalarType.Int, Bits: var a } || right is not Constant { Type: ScalarType.Int, Bits: var b })
        {
            return Build.Compare(comparison, left, right);
        }
        return Build.Bool(comparison.Operator switch
        {
            "<" => a < b,
            "<=" => a <= b,
            ">" => a > b,
            ">=" => a >= b,
            "==" => a == b,
            _ => a != b,
        });
    }

    private static Primitive? Comparison(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => Arithmetic.Less,
        BinaryOperatorKind.LessThanOrEqual => Arithmetic.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Arithmetic.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Arithmetic.GreaterOrEqual,
        BinaryOperatorKind.Equals => Arithmetic.Equal,
        BinaryOperatorKind.NotEquals => Arithmetic.NotEqual,
        _ => null,
    };

    /// <summary><c>a &amp;&amp; b</c> stays an expression while b has no effects; else <c>value = a; if (value) { …; value = b }</c>.</summary>
    private Expression LowerShortCircuit(IBinaryOperation binary)
    {
        bool isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        if (binary.OperatorMethod is not null)
        {
            throw UnsupportedExpression(binary);
        }
        Expression left = LowerCondition(binary.LeftOperand);
        if (left is Constant constant && constant.IsTrue != isAnd)
        {
            return left;
        }
        Expression right = left;
        Block effects = Inside(() => right = LowerCondition(binary.RightOperand));
        if (effects.IsEmpty)
        {
            return Bounded(isAnd ? Build.And(left, right) : Build.Or(left, right));
        }
        Cell value = NewVariable(_function.Names.Temporary("value"), left);
        Expression read = Build.Name(value.Name, ScalarType.Bool);
        Block all = Inside(() =>
        {
            EmitAll(effects);
            Emit(new Assign(value.Name, right));
        });
        Emit(new If(isAnd ? read : Build.Not(read), all, Block.Empty));
        return read;
    }

    private Value LowerTupleComparison(ITupleBinaryOperation tuples)
    {
        Value[] sides = InOrder(() => Lower(tuples.LeftOperand), () => Lower(tuples.RightOperand));
        Expression equal = AllEqual(tuples, sides[0], sides[1]);
        return new Scalar(tuples.OperatorKind == BinaryOperatorKind.Equals ? equal : Build.Not(equal));
    }

    private Expression AllEqual(IOperation operation, Value left, Value right)
    {
        switch (left, right)
        {
            case (Scalar a, Scalar b):
                ScalarType common = Widest(a.Type, b.Type);
                return Operate(operation, BinaryOperatorKind.Equals, ScalarType.Bool, Build.Convert(a.Expression, common), Build.Convert(b.Expression, common), isChecked: false);
            case (Composite a, Composite b) when a.Fields.Length == b.Fields.Length:
                return a.Fields.Zip(b.Fields, (x, y) => AllEqual(operation, x, y)).Aggregate(Build.And);
            default:
                throw UnsupportedExpression(operation);
        }
    }

    private static ScalarType Widest(ScalarType a, ScalarType b) => a > b ? a : b;

    /// <summary>An operator that a type declares: of a vector type, of complex numbers, or the user's.</summary>
    private Value CallOperator(IOperation operation, IMethodSymbol method, ITypeSymbol? constrained, IOperation[] operands) =>
        CallOperator(operation, method, constrained, InOrder(operands.Select(operand => new System.Func<Value>(() => Lower(operand))).ToArray()));

    private Value CallOperator(IOperation operation, IMethodSymbol method, ITypeSymbol? constrained, Value[] operands)
    {
        if (constrained is not null)
        {
            method = Implementation(operation, Concrete(constrained), method);
        }
        return Restated(NumericOperator(operation, method, operands))
            ?? Invoke(operation, method, null, operands.Select(static operand => new Argument(operand, null)).ToArray(), isRead: true)
            ?? throw UnsupportedExpression(operation);
    }
}
