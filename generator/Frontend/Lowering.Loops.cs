using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Frontend;

/// <content>Loops. Those that count an index become <c>For</c>, all others <c>While</c>.</content>
internal sealed partial class Lowering
{
    private readonly Dictionary<ILabelSymbol, Jump> _jumps = new(SymbolEqualityComparer.Default);

    private void LeaveFor(IBranchOperation jump)
    {
        if (!_jumps.TryGetValue(jump.Target, out Jump target))
        {
            throw UnsupportedStatement(jump);
        }
        target.IsUsed = true;
        Emit(new Leave(target.Label));
    }

    /// <summary>Lowers with a label as a jump target: <c>{ … }</c>, or <c>scope label { … }</c> when something inside leaves.</summary>
    private Block Labelled(ILabelSymbol label, string name, Action action)
    {
        Jump jump = new(_function.Names.Temporary(name));
        _jumps.TryGetValue(label, out Jump? outer);
        _jumps[label] = jump;
        Block body = Inside(action);
        if (outer is null)
        {
            _jumps.Remove(label);
        }
        else
        {
            _jumps[label] = outer;
        }
        return Scoped(jump, body);
    }

    private static Block Scoped(Jump jump, Block body)
    {
        // Leaving for the end of a scope as its last statement does nothing.
        if (!body.IsEmpty && body.Statements[body.Statements.Count - 1] is Leave last && last.Label == jump.Label)
        {
            body = new(body.Statements.Take(body.Statements.Count - 1).ToEquatableArray());
        }
        return jump.IsUsed && Access.Leaves(body, jump.Label) ? new([new Scope(jump.Label, body)]) : body;
    }

    private void EmitAll(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Emit(statement);
        }
    }

    private void LowerFor(IForLoopOperation loop)
    {
        Block whole = Labelled(loop.ExitLabel, "done", () =>
        {
            if (CountedLoop.Recognise(loop, _frame) is { } counted)
            {
                LowerCounted(loop, counted);
                return;
            }
            Position here = _position;
            foreach (IOperation before in loop.Before)
            {
                if (before is IVariableDeclarationGroupOperation group)
                {
                    LowerDeclarations(group);
                }
                else
                {
                    LowerEffect(before is IExpressionStatementOperation statement ? statement.Operation : before);
                }
            }
            _position = here;
            Repeat(loop.Condition, () =>
            {
                EmitAll(Labelled(loop.ContinueLabel, "next", () => LowerStatement(loop.Body)));
                if (!EndsWithJump())
                {
                    foreach (IOperation step in loop.AtLoopBottom)
                    {
                        LowerStatement(step);
                    }
                }
            });
        });
        EmitAll(whole);
    }

    private bool EndsWithJump() => _block.Count > 0 && _block[_block.Count - 1] is Leave or Throw;

    private void LowerCounted(IForLoopOperation loop, CountedLoop counted)
    {
        Position here = _position;
        Expression from = Build.Zero(ScalarType.Int);
        foreach (IVariableDeclaratorOperation declarator in counted.Declarators)
        {
            IOperation initial = declarator.GetVariableInitializer()!.Value;
            if (SymbolEqualityComparer.Default.Equals(declarator.Symbol, counted.Index))
            {
                from = Bounded(LowerScalar(initial));
            }
            else
            {
                LowerDeclarator(declarator, initial);
            }
        }
        int mark = _block.Count;
        Expression to = Bounded(LowerScalar(counted.Bound));
        from = ((Scalar)Hold(new Scalar(from), mark)).Expression;
        to = counted.BoundOffset == 0 ? to : AddInt(to, Build.Int(counted.BoundOffset));
        string index = Fresh(counted.Index.Name);
        _frame.Places[counted.Index] = new Fixed(new Scalar(Build.Name(index, ScalarType.Int)));
        Block body = InLoop(out bool isCheckpointed, () => EmitAll(Labelled(loop.ContinueLabel, "next", () =>
        {
            if (counted.Also is not null)
            {
                _position = here;
                Jump exit = _jumps[loop.ExitLabel];
                exit.IsUsed = true;
                Emit(new If(Build.Not(LowerCondition(counted.Also)), new([new Leave(exit.Label)]), Block.Empty));
            }
            LowerStatement(loop.Body);
        })));
        HashSet<string> written = [];
        Access.AddWrites(body, written);
        if (Access.Reads(to, written))
        {
            throw Unsupported(counted.Bound, "a loop bound that the loop changes", "copy the bound to a local before the loop");
        }
        _position = here;
        Emit(new For(index, from, to, counted.Step, body) { IsCheckpointed = isCheckpointed });
    }

    private void LowerWhile(IWhileLoopOperation loop)
    {
        EmitAll(Labelled(loop.ExitLabel, "done", () =>
        {
            if (loop.ConditionIsTop)
            {
                Repeat(loop.Condition, () => EmitAll(Labelled(loop.ContinueLabel, "next", () => LowerStatement(loop.Body))));
                return;
            }
            // do { body } while (c); → again = true; while (again) { body; again = c; }
            Position here = _position;
            Cell again = NewVariable(_function.Names.Temporary("again"), Build.Bool(true));
            Block body = InLoop(out bool isCheckpointed, () =>
            {
                EmitAll(Labelled(loop.ContinueLabel, "next", () => LowerStatement(loop.Body)));
                _position = here;
                if (!EndsWithJump())
                {
                    Emit(new Assign(again.Name, LowerCondition(loop.Condition!)));
                }
            });
            _position = here;
            Emit(new While(Build.Name(again.Name, ScalarType.Bool), body) { IsCheckpointed = isCheckpointed });
        }));
    }

    /// <summary><c>while (condition) { body }</c>; a condition with effects is computed inside: <c>while (again) { …; again = condition; if (again) { body } }</c>.</summary>
    private void Repeat(IOperation? condition, Action body)
    {
        Position here = _position;
        Expression test = Build.Bool(true);
        Block effects = condition is null ? Block.Empty : Inside(() => test = LowerCondition(condition));
        if (effects.IsEmpty)
        {
            Block repeated = InLoop(out bool isCheckpointed, body);
            _position = here;
            Emit(new While(test, repeated) { IsCheckpointed = isCheckpointed });
            return;
        }
        Cell again = NewVariable(_function.Names.Temporary("again"), Build.Bool(true));
        Block guarded = InLoop(out bool isMarked, () =>
        {
            EmitAll(effects);
            Emit(new Assign(again.Name, test));
            Block inner = Inside(body);
            _position = here;
            Emit(new If(Build.Name(again.Name, ScalarType.Bool), inner, Block.Empty));
        });
        Emit(new While(Build.Name(again.Name, ScalarType.Bool), guarded) { IsCheckpointed = isMarked });
    }

    private void LowerForEach(IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection is IConversionOperation { IsImplicit: true } conversion && Types.ElementOf(conversion.Type) is null ? conversion.Operand : loop.Collection;
        Position here = _position;
        Value items = Lower(collection);
        // The array is looked at once: a local that holds another one later does not matter.
        items = items is View view ? new View(view.Element, view.Arrays, Stable(view.Offset), view.Dimensions.Select(d => Stable(d)).ToArray()) : items;
        Expression count = CountOf(collection, items);
        EmitAll(Labelled(loop.ExitLabel, "done", () =>
        {
            string index = _function.Names.Temporary("index");
            Expression at = Build.Name(index, ScalarType.Int);
            Block body = InLoop(out bool isCheckpointed, () => EmitAll(Labelled(loop.ContinueLabel, "next", () =>
            {
                Value element = items is View { Dimensions.Length: > 1 } many && collection.Type is IArrayTypeSymbol { Rank: > 1 }
                    ? Read(ElementAt(collection, new View(many.Element, many.Arrays, many.Offset, [count]), [at]))
                    : ElementOf(collection, items, [at]);
                DeclareElement(loop, element);
                LowerStatement(loop.Body);
            })));
            _position = here;
            Emit(new For(index, Build.Int(0), count, 1, body) { IsCheckpointed = isCheckpointed });
        }));
    }

    private void DeclareElement(IForEachLoopOperation loop, Value element)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { } local } declarator)
        {
            if (local.IsRef && local.RefKind == RefKind.Ref)
            {
                throw Unsupported(declarator, "the ref local '" + local.Name + "'", "use an index");
            }
            ITypeSymbol type = Concrete(local.Type);
            _frame.Places[local] = Declare(declarator, type, local.Name, ConvertTo(declarator, element, type, isChecked: false), _frame.IsAssigned(local));
            return;
        }
        Deconstruct(loop.LoopControlVariable, loop.LoopControlVariable is IDeclarationExpressionOperation declaration ? declaration.Expression : loop.LoopControlVariable, element);
    }

    /// <summary>The number of elements that a <c>foreach</c> visits.</summary>
    private Expression CountOf(IOperation operation, Value items) => items switch
    {
        View { Dimensions.Length: 1 } vector => vector.Length,
        View matrix when operation.Type is IArrayTypeSymbol { Rank: > 1 } => Stable(matrix.Dimensions.Aggregate(MultiplyInt)),
        View jagged => jagged.Length,
        Outside outside => OutsideCount(operation, outside),
        _ => throw UnsupportedType(operation, TypeOf(operation)),
    };

    private static Expression AddInt(Expression left, Expression right) =>
        Build.IsConstant(left, 0) ? right : Build.IsConstant(right, 0) ? left
        : right is Constant { Bits: < 0 } negative ? Build.Minus(left, Build.Int((int)-negative.Bits)) : Build.Plus(left, right);

    private static Expression SubtractInt(Expression left, Expression right) =>
        Build.IsConstant(right, 0) ? left : left.Equals(right) ? Build.Int(0) : Build.Minus(left, right);

    private static Expression MultiplyInt(Expression left, Expression right) => Build.Multiply(left, right);
}
