using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Switches become chains of branches; patterns become conditions.</content>
internal sealed partial class Lowering
{
    private void LowerSwitch(ISwitchOperation choice)
    {
        Value value = Stable(Lower(choice.Value));
        ISwitchCaseOperation? fallback = choice.Cases.FirstOrDefault(static section => section.Clauses.Any(static clause => clause is IDefaultCaseClauseOperation));
        ISwitchCaseOperation[] sections = choice.Cases.Where(section => section != fallback).ToArray();
        Position here = _position;
        EmitAll(Labelled(choice.ExitLabel, "done", () => LowerSections(choice, value, sections, 0, fallback, here)));
    }

    private void LowerSections(ISwitchOperation choice, Value value, ISwitchCaseOperation[] sections, int first, ISwitchCaseOperation? fallback, Position here)
    {
        if (first == sections.Length)
        {
            if (fallback is not null)
            {
                LowerSection(choice, fallback);
            }
            return;
        }
        ISwitchCaseOperation section = sections[first];
        Expression condition = section.Clauses.Select(clause => Applies(clause, value)).Aggregate(Build.Or);
        Block then = Inside(() => LowerSection(choice, section));
        Block @else = Inside(() => LowerSections(choice, value, sections, first + 1, fallback, here));
        _position = here;
        Emit(new If(condition, then, @else));
    }

    private void LowerSection(ISwitchOperation choice, ISwitchCaseOperation section)
    {
        foreach (IOperation statement in section.Body)
        {
            if (EndsWithJump())
            {
                return;
            }
            // The break at the end of a section leaves nothing.
            if (statement is IBranchOperation { BranchKind: BranchKind.Break } exit && SymbolEqualityComparer.Default.Equals(exit.Target, choice.ExitLabel))
            {
                return;
            }
            LowerStatement(statement);
        }
    }

    private Expression Applies(ICaseClauseOperation clause, Value value)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return EqualTo(single, value, Lower(single.Value));
            case IPatternCaseClauseOperation pattern:
                Expression matches = Matches(pattern.Pattern, value);
                return pattern.Guard is null ? matches : Build.And(matches, Pure(pattern.Guard));
            default:
                throw UnsupportedExpression(clause);
        }
    }

    /// <summary>A guard, which is evaluated only after its pattern matched and so may have no effects.</summary>
    private Expression Pure(IOperation guard)
    {
        Expression condition = Build.Bool(true);
        Block effects = Inside(() => condition = LowerCondition(guard));
        return effects.IsEmpty ? condition : throw Unsupported(guard, Text.Folded(guard.Syntax), "compute the condition before the switch");
    }

    private Value LowerSwitchExpression(ISwitchExpressionOperation choice)
    {
        Value value = Stable(Lower(choice.Value));
        ITypeSymbol type = TypeOf(choice);
        Value zero = DefaultOf(type) ?? throw UnsupportedType(choice, type);
        Place result = Invent(choice, type, "value", zero);
        LowerArms(choice, value, result, 0);
        return Read(result);
    }

    private void LowerArms(ISwitchExpressionOperation choice, Value value, Place result, int first)
    {
        if (first == choice.Arms.Length)
        {
            Emit(new Throw("new global::System.Runtime.CompilerServices.SwitchExpressionException()", []));
            return;
        }
        ISwitchExpressionArmOperation arm = choice.Arms[first];
        Expression condition = Matches(arm.Pattern, value);
        condition = arm.Guard is null ? condition : Build.And(condition, Pure(arm.Guard));
        bool isLast = first == choice.Arms.Length - 1 && arm.Guard is null && choice.IsExhaustive;
        if (isLast || condition is Constant { IsTrue: true })
        {
            LowerArm(choice, arm, result);
            return;
        }
        Block then = Inside(() => LowerArm(choice, arm, result));
        Block @else = Inside(() => LowerArms(choice, value, result, first + 1));
        Emit(new If(condition, then, @else));
    }

    private void LowerArm(ISwitchExpressionOperation choice, ISwitchExpressionArmOperation arm, Place result)
    {
        Value value = Lower(arm.Value);
        if (!EndsWithJump())
        {
            Write(choice, result, value);
        }
    }

    /// <summary>The condition under which a value matches; names in the pattern are bound to parts of the value.</summary>
    private Expression Matches(IPatternOperation pattern, Value value)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Build.Bool(true);
            case IConstantPatternOperation constant:
                return EqualTo(constant, value, Lower(constant.Value));
            case IRelationalPatternOperation relational when value is Scalar scalar:
                Expression bound = Build.Convert(LowerScalar(relational.Value), scalar.Type);
                return Compared(Comparison(relational.OperatorKind) ?? throw UnsupportedExpression(relational), Repeatable(scalar.Expression), bound);
            case INegatedPatternOperation negated:
                return Build.Not(Matches(negated.Pattern, value));
            case IBinaryPatternOperation binary:
                Value repeated = MapExpressions(value, Repeatable);
                Expression left = Matches(binary.LeftPattern, repeated), right = Matches(binary.RightPattern, repeated);
                return binary.OperatorKind == BinaryOperatorKind.And ? Build.And(left, right) : Build.Or(left, right);
            case IDeclarationPatternOperation declaration when declaration.MatchesNull || SymbolEqualityComparer.Default.Equals(Concrete(declaration.MatchedType!), Concrete(declaration.InputType)):
                Bind(declaration, declaration.DeclaredSymbol, value);
                return Build.Bool(true);
            case IRecursivePatternOperation recursive when value is Composite composite:
                return MatchesParts(recursive, composite);
            default:
                throw UnsupportedExpression(pattern);
        }
    }

    private Expression MatchesParts(IRecursivePatternOperation pattern, Composite value)
    {
        Expression condition = Build.Bool(true);
        if (pattern.DeconstructionSubpatterns.Length > 0)
        {
            Composite parts = Deconstructed(pattern, value, pattern.DeconstructionSubpatterns.Length);
            for (int i = 0; i < parts.Fields.Length; i++)
            {
                condition = Build.And(condition, Matches(pattern.DeconstructionSubpatterns[i], parts.Fields[i]));
            }
        }
        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            if (property.Member is not IMemberReferenceOperation member)
            {
                throw UnsupportedExpression(property);
            }
            condition = Build.And(condition, Matches(property.Pattern, Read(MemberOf(member, new Fixed(value)))));
        }
        Bind(pattern, pattern.DeclaredSymbol, value);
        return condition;
    }

    private void Bind(IOperation operation, ISymbol? symbol, Value value)
    {
        if (symbol is not ILocalSymbol local)
        {
            return;
        }
        if (_frame.IsAssigned(local))
        {
            _frame.Places[local] = Declare(operation, Concrete(local.Type), local.Name, value, isAssigned: true);
            return;
        }
        _frame.Places[local] = new Fixed(Stable(value, local.Name));
    }

    /// <summary>A value that a pattern tests several times.</summary>
    private Expression Repeatable(Expression expression) => IsTrivial(expression) || expression is Element { Index: Constant or Ir.Read } ? expression : Stable(expression);

    private Expression EqualTo(IOperation operation, Value value, Value constant)
    {
        if (value is not Scalar scalar || constant is not Scalar { Expression: Constant number })
        {
            throw UnsupportedExpression(operation);
        }
        if (scalar.Type == ScalarType.Bool)
        {
            return number.IsTrue ? scalar.Expression : Build.Not(scalar.Expression);
        }
        // The pattern NaN matches NaN, unlike ==.
        return scalar.Type.IsReal() && double.IsNaN(number.Real)
            ? Compared(Arithmetic.NotEqual, scalar.Expression, scalar.Expression)
            : Compared(Arithmetic.Equal, scalar.Expression, Build.Convert(number, scalar.Type));
    }
}
