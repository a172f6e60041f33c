using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Proxima.Generator.Ir;

/// <summary>The rules of statements.</summary>
internal sealed partial class Verifier
{
    private void Check(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Check(statement);
        }
    }

    private void Check(Statement statement)
    {
        Require(_form == Form.Source || statement is not (Variable or Assign or Scope or Leave), $"{statement.GetType().Name} has no place in normal form");
        switch (statement)
        {
            case Let let:
                Check(let.Value);
                Define(let.Name, new(SymbolKind.Value, let.Value.Type, false));
                break;
            case Variable variable:
                Check(variable.Initial);
                Define(variable.Name, new(SymbolKind.Variable, variable.Initial.Type, true));
                break;
            case Assign assign:
                Check(assign.Value);
                Require(Find(assign.Name, SymbolKind.Variable) is not { } target || target.Type == assign.Value.Type, $"'{assign.Name}' is assigned another type");
                break;
            case NewArray array:
                Check(array.Length, ScalarType.Int, $"the length of '{array.Name}'");
                Define(array.Name, new(SymbolKind.Array, array.Type, true));
                break;
            case Slice slice:
                Check(slice);
                break;
            case Store store:
                CheckWrite(store.Array, store.Index, store.Value);
                break;
            case Add add:
                CheckWrite(add.Array, add.Index, add.Value);
                Require(add.Value.Type != ScalarType.Bool, $"bools are added into '{add.Array}'");
                break;
            case Contract contract:
                Check(contract);
                break;
            case If branch:
                Check(branch);
                break;
            case For loop:
                Check(loop);
                break;
            case While loop:
                CheckInitial(loop.Carried);
                Enter();
                DefineCells(loop.Carried);
                Check(loop.Condition, ScalarType.Bool, "the condition of a loop");
                Check(loop.Body);
                CheckNext(loop.Carried);
                break;
            case Scope scope:
                Require(!_labels.Contains(scope.Label), $"scope '{scope.Label}' is inside itself");
                _labels.Push(scope.Label);
                Enter();
                Check(scope.Body);
                Exit();
                _labels.Pop();
                break;
            case Leave leave:
                Require(_labels.Contains(leave.Label), $"no scope '{leave.Label}' around its leave");
                break;
            case Call call:
                Check(call);
                break;
            case Throw thrown:
                Check(thrown.Arguments);
                break;
            case NewTape tape:
                Define(tape.Name, new(SymbolKind.Tape, tape.Type, true));
                break;
            case Push push:
                Check(push.Value);
                Require(Find(push.Tape, SymbolKind.Tape) is not { } pushed || pushed.Type == push.Value.Type, $"another type is pushed on '{push.Tape}'");
                break;
            case Pop pop:
                Require(Find(pop.Tape, SymbolKind.Tape) is not { } popped || popped.Type == pop.Type, $"another type is popped from '{pop.Tape}'");
                Define(pop.Name, new(SymbolKind.Value, pop.Type, false));
                break;
            default:
                throw new UnreachableException(statement.ToString());
        }
    }

    private void Check(Slice slice)
    {
        Check(slice.Offset, ScalarType.Int, $"the offset of '{slice.Name}'");
        Check(slice.Length, ScalarType.Int, $"the length of '{slice.Name}'");
        Symbol? whole = Find(slice.Array, SymbolKind.Array);
        Require(whole is null || whole.Type == slice.Type, $"'{slice.Name}' is a part of '{slice.Array}' of another type");
        Require(whole is null || whole.IsWritable || !slice.IsFresh, $"'{slice.Array}' must not be written");
        Define(slice.Name, new(SymbolKind.Array, slice.Type, whole?.IsWritable ?? true));
    }

    private void CheckWrite(string name, Expression index, Expression value)
    {
        Check(index, ScalarType.Int, $"an index of '{name}'");
        Check(value);
        if (Find(name, SymbolKind.Array) is { } array)
        {
            Require(array.IsWritable, $"'{name}' must not be written");
            Require(array.Type == value.Type, $"another type is written into '{name}'");
        }
    }

    private void Check(Contract contract)
    {
        foreach (Expression extent in contract.Extents)
        {
            Check(extent, ScalarType.Int, "an extent");
        }
        foreach (Strided operand in new[] { contract.Target, contract.Left, contract.Right })
        {
            Check(operand.First);
            Require(operand.Type == contract.Target.Type, $"'{operand.Array}' is contracted into another type");
            Require(operand.Steps.Count == contract.Extents.Count, $"'{operand.Array}' has steps for other extents");
            foreach (Expression step in operand.Steps)
            {
                Check(step, ScalarType.Int, $"a step of '{operand.Array}'");
            }
        }
        if (contract.Defines is { } defines)
        {
            Check(defines, ScalarType.Bool, "where a contraction defines its target");
        }
        CheckWrite(contract.Target.Array, contract.Target.Offset, contract.Left.First);
        Require(contract.Target.Array != contract.Left.Array && contract.Target.Array != contract.Right.Array, $"'{contract.Target.Array}' is contracted with itself");
    }

    private void Check(If branch)
    {
        Check(branch.Condition, ScalarType.Bool, "the condition of a branch");
        Enter();
        Check(branch.Then);
        Check(branch.Merges.Select(static m => (m.Name, m.Type, m.Then)), "then");
        Exit();
        Enter();
        Check(branch.Else);
        Check(branch.Merges.Select(static m => (m.Name, m.Type, m.Else)), "else");
        Exit();
        foreach (Merge merge in branch.Merges)
        {
            Define(merge.Name, new(SymbolKind.Value, merge.Type, false));
        }
    }

    private void Check(For loop)
    {
        Check(loop.From);
        Check(loop.To);
        Require(loop.From.Type.IsInteger() && loop.From.Type == loop.To.Type, $"the ends of '{loop.Index}' are not integers of one type");
        Require(loop.Step != 0, $"the step of '{loop.Index}' is zero");
        CheckInitial(loop.Carried);
        Enter();
        Define(loop.Index, new(SymbolKind.Value, loop.From.Type, false));
        DefineCells(loop.Carried);
        if (loop.Until is not null)
        {
            Check(loop.Until, ScalarType.Bool, "the end of a loop");
        }
        Check(loop.Body);
        CheckNext(loop.Carried);
    }

    private void CheckInitial(EquatableArray<Carried> carried) => Check(carried.Select(static c => (c.Name, c.Type, c.Initial)), "initial");

    private void DefineCells(EquatableArray<Carried> carried)
    {
        foreach (Carried cell in carried)
        {
            Define(cell.Name, new(SymbolKind.Value, cell.Type, false));
        }
    }

    /// <summary>Closes the loop: the next values see the body, the final ones are seen after it.</summary>
    private void CheckNext(EquatableArray<Carried> carried)
    {
        Check(carried.Select(static c => (c.Name, c.Type, c.Next)), "next");
        Exit();
        foreach (Carried cell in carried)
        {
            Define(cell.Final, new(SymbolKind.Value, cell.Type, false));
        }
    }

    private void Check(IEnumerable<(string Name, ScalarType Type, Expression Value)> parts, string role)
    {
        foreach ((string name, ScalarType type, Expression value) in parts)
        {
            Check(value, type, $"the {role} value of '{name}'");
        }
    }

    private void Check(Call call)
    {
        Check(call.Arguments);
        Symbol?[] arrays = call.Arrays.Select(name => Find(name, SymbolKind.Array)).ToArray();
        if (_functions.TryGetValue(call.Function, out Function? callee))
        {
            Parameter[] scalars = callee.Parameters.Where(static p => p.Kind == ParameterKind.Scalar).ToArray();
            Parameter[] wholes = callee.Parameters.Where(static p => p.Kind != ParameterKind.Scalar).ToArray();
            Require(call.Arguments.Select(static a => a.Type).SequenceEqual(scalars.Select(static p => p.Type)), $"the arguments of '{call.Function}' do not match");
            Require(call.Results.Select(static r => r.Type).SequenceEqual(callee.Results.Select(static r => r.Type)), $"the results of '{call.Function}' do not match");
            Require(wholes.Length == arrays.Length, $"the arrays of '{call.Function}' do not match");
            for (int i = 0; i < arrays.Length && i < wholes.Length; i++)
            {
                bool isWritten = wholes[i].Kind != ParameterKind.Array;
                Require(arrays[i] is not { } array || array.Type == wholes[i].Type, $"'{call.Arrays[i]}' is passed as an array of another type");
                Require(arrays[i] is not { IsWritable: false } || !isWritten, $"'{call.Arrays[i]}' must not be written");
                Require(!isWritten || call.Arrays.Count(name => name == call.Arrays[i]) == 1, $"'{call.Arrays[i]}' is written under two names");
            }
        }
        else
        {
            Problem($"no function '{call.Function}'");
        }
        foreach (Result result in call.Results)
        {
            Define(result.Name, new(SymbolKind.Value, result.Type, false));
        }
    }
}
