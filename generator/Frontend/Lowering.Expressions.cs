using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>Expressions.</content>
internal sealed partial class Lowering
{
    private Expression LowerScalar(IOperation operation)
    {
        Value value = Lower(operation);
        return value is Scalar scalar ? scalar.Expression : throw UnsupportedType(operation, TypeOf(operation));
    }

    /// <summary>A bool; a condition that the compiler knows becomes a constant.</summary>
    private Expression LowerCondition(IOperation operation)
    {
        Expression condition = LowerScalar(operation);
        return condition.Type == ScalarType.Bool ? condition : throw UnsupportedType(operation, TypeOf(operation));
    }

    private Value Lower(IOperation operation)
    {
        Guard(operation);
        if (operation.ConstantValue is { HasValue: true, Value: { } constant } && operation.Type is { } type && Literals.Of(Types.ScalarOf(Concrete(type)), constant) is { } literal)
        {
            return new Scalar(literal);
        }
        _depth++;
        try
        {
            return LowerOperation(operation);
        }
        finally
        {
            _depth--;
        }
    }

    private Value LowerOperation(IOperation operation)
    {
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Lower(parenthesized.Operand);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation
                or IPropertyReferenceOperation or IImplicitIndexerReferenceOperation or IInstanceReferenceOperation:
                return LowerReference(operation);
            case IConversionOperation conversion:
                return LowerConversion(conversion);
            case IUnaryOperation unary:
                return LowerUnary(unary);
            case IBinaryOperation binary:
                return LowerBinary(binary);
            case ITupleBinaryOperation tuples:
                return LowerTupleComparison(tuples);
            case IConditionalOperation conditional:
                return LowerConditional(conditional);
            case IIncrementOrDecrementOperation step:
                return LowerStep(step, isRead: true);
            case ISimpleAssignmentOperation assignment:
                return Read(LowerAssignment(assignment));
            case ICompoundAssignmentOperation compound:
                return Read(LowerCompound(compound));
            case IDeconstructionAssignmentOperation deconstruction:
                return LowerDeconstruction(deconstruction);
            case IInvocationOperation call:
                return LowerCall(call, isRead: true) ?? throw UnsupportedType(operation, TypeOf(operation));
            case IObjectCreationOperation creation:
                return LowerCreation(creation);
            case IArrayCreationOperation or ICollectionExpressionOperation:
                return LowerNewArray(operation, "values");
            case ITupleOperation tuple:
                return new Composite(TypeOf(tuple), InOrder(tuple.Elements.Select(element => new Func<Value>(() => Lower(element))).ToArray()));
            case IDefaultValueOperation:
                return DefaultOf(TypeOf(operation)) ?? throw UnsupportedType(operation, TypeOf(operation));
            case ISwitchExpressionOperation choice:
                return LowerSwitchExpression(choice);
            case IIsPatternOperation test:
                return new Scalar(Matches(test.Pattern, Lower(test.Value)));
            case IWithOperation with:
                return LowerWith(with);
            case IThrowOperation thrown:
                LowerThrow(thrown);
                return new Scalar(Build.Double(0));
            case IDelegateCreationOperation creation:
                return LowerDelegate(creation.Target);
            case IAnonymousFunctionOperation or IMethodReferenceOperation:
                return LowerDelegate(operation);
            case IDeclarationExpressionOperation declaration:
                return Lower(declaration.Expression);
            case IInvalidOperation:
                // A companion that is still being generated.
                return Restated(CallNested(operation)) ?? throw Invalid(operation);
            default:
                return IsStackAllocation(operation) ? LowerNewArray(operation, "values") : throw UnsupportedExpression(operation);
        }
    }

    private Problem UnsupportedExpression(IOperation operation)
    {
        string text = Text.Folded(operation.Syntax);
        text = text.Length > 40 ? text.Substring(0, 39) + "…" : text;
        return operation switch
        {
            IAwaitOperation => Unsupported(operation, "await", "compute the value before the call"),
            IDynamicInvocationOperation or IDynamicIndexerAccessOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation =>
                Unsupported(operation, "dynamic", "use a static type"),
            IInterpolatedStringOperation => Unsupported(operation, "a string", "strings may only be messages of exceptions"),
            ILiteralOperation { Type.SpecialType: SpecialType.System_String } => Unsupported(operation, "a string", "strings may only be messages of exceptions"),
            ILiteralOperation { Type.SpecialType: SpecialType.System_Decimal } => Unsupported(operation, "decimal", "use double"),
            IConditionalAccessOperation or ICoalesceOperation => Unsupported(operation, text, "a model has no null; test for it before the call"),
            IAddressOfOperation => Unsupported(operation, "a pointer", "use spans"),
            _ when operation.Syntax is PrefixUnaryExpressionSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax { OperatorToken.Text: "->" } =>
                Unsupported(operation, "a pointer", "use spans"),
            _ => Unsupported(operation, text, "write it with arithmetic, branches, loops and calls"),
        };
    }

    /// <summary>
    /// <c>c ? a : b</c> computes one side only: names and constants are selected, everything else is branched for, because the other side may
    /// divide by zero or leave an array.
    /// </summary>
    private Value LowerConditional(IConditionalOperation conditional)
    {
        Expression condition = LowerCondition(conditional.Condition);
        if (condition is Constant constant)
        {
            return Lower(constant.IsTrue ? conditional.WhenTrue : conditional.WhenFalse!);
        }
        return Choose(conditional, condition, () => Lower(conditional.WhenTrue), () => Lower(conditional.WhenFalse!));
    }

    private Value Choose(IOperation operation, Expression condition, Func<Value> then, Func<Value> @else)
    {
        Value? left = null, right = null;
        Block thenBlock = Inside(() => left = then());
        Block elseBlock = Inside(() => right = @else());
        ITypeSymbol type = TypeOf(operation);
        if (thenBlock.IsEmpty && elseBlock.IsEmpty && left is Scalar a && right is Scalar b && a.Type == b.Type && Access.IsFree(a.Expression) && Access.IsFree(b.Expression))
        {
            return new Scalar(Build.Select(condition, a.Expression, b.Expression));
        }
        // The condition is evaluated before either side.
        if (DefaultOf(type) is not { } zero)
        {
            throw Unsupported(operation, Text.Folded(operation.Syntax), "choose between numbers, bools, or structs and tuples of them");
        }
        Place result = Invent(operation, type, "value", zero);
        Block thenAll = Inside(() => Finish(operation, result, thenBlock, left!));
        Block elseAll = Inside(() => Finish(operation, result, elseBlock, right!));
        Emit(new If(condition, thenAll, elseAll));
        return Read(result);
    }

    /// <summary>Ends one side of a choice: <c>…; result = value;</c> unless the side throws.</summary>
    private void Finish(IOperation operation, Place result, Block block, Value value)
    {
        EmitAll(block);
        if (!EndsWithJump())
        {
            Write(operation, result, value);
        }
    }

    private Value LowerWith(IWithOperation with)
    {
        if (Lower(with.Operand) is not Composite original)
        {
            throw UnsupportedType(with, TypeOf(with));
        }
        if (Replaced(with.Initializer, original) is { } replaced)
        {
            return replaced;
        }
        Place copy = Invent(with, original.Type, "value", original);
        Initialize(with.Initializer, copy);
        return Read(copy);
    }

    /// <summary>The struct with some fields replaced, when the initialiser only assigns fields.</summary>
    private Composite? Replaced(IObjectOrCollectionInitializerOperation initializer, Composite original)
    {
        List<int> targets = [];
        List<IOperation> values = [];
        foreach (IOperation member in initializer.Initializers)
        {
            if (member is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { } field } target } assignment
                || (target is IPropertyReferenceOperation property && SetterWithBody(property) is not null) || FieldOf(original.Type, field) is not (var index and >= 0))
            {
                return null;
            }
            targets.Add(index);
            values.Add(assignment.Value);
        }
        Func<Value> first = () => original;
        Value[] all = InOrder(new[] { first }.Concat(values.Select(value => new Func<Value>(() => Lower(value)))).ToArray());
        Value[] fields = (Value[])((Composite)all[0]).Fields.Clone();
        for (int i = 0; i < targets.Count; i++)
        {
            fields[targets[i]] = all[i + 1];
        }
        return new(original.Type, fields);
    }

    private void Initialize(IObjectOrCollectionInitializerOperation initializer, Place target)
    {
        foreach (IOperation member in initializer.Initializers)
        {
            if (member is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation reference } assignment)
            {
                throw Unsupported(member, member.Syntax.ToString(), "initialise fields and properties only");
            }
            if (reference is IPropertyReferenceOperation property && SetterWithBody(property) is { } setter)
            {
                Invoke(assignment, setter, new Argument(null, target), [new(Stable(Lower(assignment.Value)), null)], isRead: false);
                continue;
            }
            Write(assignment, MemberOf(reference, target), Lower(assignment.Value));
        }
    }
}
