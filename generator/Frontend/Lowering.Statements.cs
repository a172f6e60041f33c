using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Frontend;

/// <content>Statements: blocks, declarations, branches, returns.</content>
internal sealed partial class Lowering
{
    private void LowerStatement(IOperation operation)
    {
        Guard(operation);
        if (operation is IBlockOperation block)
        {
            LowerStatements(block);
            return;
        }
        if (operation is ILocalFunctionOperation or IEmptyOperation)
        {
            return;
        }
        Position outer = _position;
        Enter(operation);
        switch (operation)
        {
            case IVariableDeclarationGroupOperation group:
                LowerDeclarations(group);
                break;
            case IExpressionStatementOperation statement:
                LowerEffect(statement.Operation);
                break;
            case IConditionalOperation branch:
                LowerIf(branch);
                break;
            case IForLoopOperation loop:
                LowerFor(loop);
                break;
            case IForEachLoopOperation loop:
                LowerForEach(loop);
                break;
            case IWhileLoopOperation loop:
                LowerWhile(loop);
                break;
            case ISwitchOperation choice:
                LowerSwitch(choice);
                break;
            case IReturnOperation { Kind: OperationKind.Return } exit:
                LowerReturn(exit);
                break;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } jump:
                LeaveFor(jump);
                break;
            case IThrowOperation thrown:
                LowerThrow(thrown);
                break;
            case IInvalidOperation:
                throw Invalid(operation);
            default:
                throw UnsupportedStatement(operation);
        }
        _position = outer;
    }

    private void LowerStatements(IBlockOperation block)
    {
        foreach (IOperation statement in block.Operations)
        {
            // What follows a jump is never run.
            if (_block.Count > 0 && _block[_block.Count - 1] is Leave or Throw)
            {
                return;
            }
            LowerStatement(statement);
        }
    }

    private Problem UnsupportedStatement(IOperation operation) => operation switch
    {
        IBranchOperation { BranchKind: BranchKind.GoTo } or ILabeledOperation => Unsupported(operation, "goto", "use a loop or a branch"),
        ITryOperation => Unsupported(Keyword(operation), "try", "check before the call instead"),
        ILockOperation => Unsupported(Keyword(operation), "lock", "a model computes from its arguments only"),
        IUsingOperation or IUsingDeclarationOperation => Unsupported(Keyword(operation), "using", "a model holds no resources"),
        IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => Unsupported(operation, "yield", "write the values to an array"),
        _ when operation.Syntax is UnsafeStatementSyntax or FixedStatementSyntax => Unsupported(Keyword(operation), "unsafe code", "use spans"),
        _ => Unsupported(Keyword(operation), Text.Folded(operation.Syntax).Split(' ')[0], "write it with assignments, branches and loops"),
    };

    /// <summary>A long statement is pointed at by its first token.</summary>
    private static SyntaxNode Keyword(IOperation operation) => operation.Syntax;

    private void LowerDeclarations(IVariableDeclarationGroupOperation group)
    {
        foreach (IVariableDeclarationOperation declaration in group.Declarations)
        {
            foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
            {
                IOperation? initial = (declarator.Initializer ?? declaration.Initializer)?.Value;
                LowerDeclarator(declarator, initial);
            }
        }
    }

    private void LowerDeclarator(IVariableDeclaratorOperation declarator, IOperation? initial)
    {
        ILocalSymbol local = declarator.Symbol;
        if (local.IsConst)
        {
            return;
        }
        if (local.IsRef)
        {
            throw Unsupported(declarator, "the ref local '" + local.Name + "'", "use an index or a copy");
        }
        ITypeSymbol type = Concrete(local.Type);
        if (initial is null)
        {
            _frame.Places[local] = DeclareUnassigned(declarator, type, local.Name);
            return;
        }
        if (TryDeclareArray(local, type, initial))
        {
            return;
        }
        Value value = Lower(initial);
        _frame.Places[local] = Declare(declarator, type, local.Name, value, _frame.IsAssigned(local));
    }

    private void LowerIf(IConditionalOperation branch)
    {
        Expression condition = LowerCondition(branch.Condition);
        if (condition is Constant constant)
        {
            // A branch that the compiler can decide: only one side exists.
            if (constant.IsTrue)
            {
                LowerStatement(branch.WhenTrue);
            }
            else if (branch.WhenFalse is not null)
            {
                LowerStatement(branch.WhenFalse);
            }
            return;
        }
        Position here = _position;
        Block then = Inside(() => LowerStatement(branch.WhenTrue));
        Block @else = branch.WhenFalse is null ? Block.Empty : Inside(() => LowerStatement(branch.WhenFalse));
        _position = here;
        if (!then.IsEmpty || !@else.IsEmpty)
        {
            Emit(new If(condition, then, @else));
        }
    }

    private void LowerReturn(IReturnOperation exit)
    {
        Value? value = exit.ReturnedValue is null ? null : Lower(exit.ReturnedValue);
        if (_frame.Exit is null)
        {
            (_frame.Returned, _frame.ReturnSource) = (value, _position.Source);
            return;
        }
        if (value is not null && _frame.Result is not null)
        {
            Write(exit, _frame.Result, value);
        }
        _frame.Exit.IsUsed = true;
        Emit(new Leave(_frame.Exit.Label));
    }

    /// <summary>An expression whose value nobody reads.</summary>
    private void LowerEffect(IOperation operation)
    {
        switch (operation)
        {
            case IIncrementOrDecrementOperation step:
                LowerStep(step, isRead: false);
                break;
            case ISimpleAssignmentOperation assignment:
                LowerAssignment(assignment);
                break;
            case ICompoundAssignmentOperation compound:
                LowerCompound(compound);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                LowerDeconstruction(deconstruction);
                break;
            case IThrowOperation thrown:
                LowerThrow(thrown);
                break;
            case IInvocationOperation call:
                LowerCall(call, isRead: false);
                break;
            case IConversionOperation { IsImplicit: true } conversion:
                LowerEffect(conversion.Operand);
                break;
            default:
                Lower(operation);
                break;
        }
    }

    /// <summary>True when the body ends with its only return, so that it needs no result variable.</summary>
    private static bool EndsWithOnlyReturn(IOperation body)
    {
        int returns = Returns(body);
        return returns == 0 || (returns == 1 && body is IBlockOperation { Operations: { Length: > 0 } operations } && operations.Last(static o => o is not ILocalFunctionOperation) is IReturnOperation);

        static int Returns(IOperation operation) => operation switch
        {
            IAnonymousFunctionOperation or ILocalFunctionOperation => 0,
            IReturnOperation => 1,
            _ => operation.ChildOperations.Sum(Returns),
        };
    }
}
