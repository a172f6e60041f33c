using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Proxima.Generator.Ir;

/// <summary>Statements. Executing one gives the label of the scope that is being left, or null.</summary>
internal sealed partial class Evaluator
{
    private string? Execute(Block block, Frame frame)
    {
        foreach (Statement statement in block.Statements)
        {
            Count();
            if (Execute(statement, frame) is { } label)
            {
                return label;
            }
        }
        return null;
    }

    private string? Execute(Statement statement, Frame frame)
    {
        switch (statement)
        {
            case Let let:
                frame.Values[let.Name] = Evaluate(let.Value, frame);
                return null;
            case Variable variable:
                frame.Values[variable.Name] = Evaluate(variable.Initial, frame);
                return null;
            case Assign assign:
                frame.Values[assign.Name] = frame.Values.ContainsKey(assign.Name) ? Evaluate(assign.Value, frame) : throw Malformed($"no variable '{assign.Name}'");
                return null;
            case NewArray array:
                int length = Index(array.Length, frame);
                if (length < 0 && !array.NeedsZeros)
                {
                    length = 0; // storage for a loop that does not run
                }
                if (length < 0)
                {
                    throw new OverflowException("The length of an array is negative.");
                }
                frame.Arrays[array.Name] = array.NeedsZeros ? Cells.Zeros(array.Type, length) : Cells.Unwritten(array.Type, length);
                return null;
            case Slice slice:
                frame.Arrays[slice.Name] = Evaluate(slice, frame);
                return null;
            case Store store:
                // C# evaluates array, index, value, and only then checks the index
                int target = Index(store.Index, frame);
                Value stored = Evaluate(store.Value, frame);
                Cells cells = frame.Array(store.Array);
                cells[Checked(target, cells, store.Array)] = stored;
                return null;
            case Add add:
                Cells sums = frame.Array(add.Array);
                int place = Checked(Index(add.Index, frame), sums, add.Array);
                sums[place] = add.IsFused
                    ? Evaluate(add.Sum(new Element(sums.Type, add.Array, Build.Int(place))), frame)
                    : Binary(Primitives.Arithmetic.Plus, sums.Type, sums[place], Evaluate(add.Value, frame));
                return null;
            case Contract contract:
                Execute(contract, frame);
                return null;
            case If branch:
                return Execute(branch, frame);
            case For loop:
                return Execute(loop, frame);
            case While loop:
                return Execute(loop, frame);
            case Scope scope:
                string? label = Execute(scope.Body, frame);
                return label == scope.Label ? null : label;
            case Leave leave:
                return leave.Label;
            case Call call:
                Execute(call, frame);
                return null;
            case Throw thrown:
                throw new EvaluationException(EvaluationFailure.Thrown, thrown.Text);
            case NewTape tape:
                frame.Tapes[tape.Name] = new();
                return null;
            case Push push:
                frame.Tape(push.Tape).Push(Evaluate(push.Value, frame));
                return null;
            case Pop pop:
                Stack<Value> values = frame.Tape(pop.Tape);
                frame.Values[pop.Name] = values.Count > 0 ? values.Pop() : throw new EvaluationException(EvaluationFailure.EmptyTape, $"Tape '{pop.Tape}' is empty.");
                return null;
            default:
                throw new UnreachableException(statement.ToString());
        }
    }

    private Cells Evaluate(Slice slice, Frame frame)
    {
        Cells whole = frame.Array(slice.Array);
        int offset = Index(slice.Offset, frame), length = Math.Max(Index(slice.Length, frame), 0); // negative: storage for a loop that does not run
        if (offset < 0 || length < 0 || offset > whole.Length - length)
        {
            throw new EvaluationException(EvaluationFailure.IndexOutOfRange, $"Slice '{slice.Name}' of '{slice.Array}' is out of range.");
        }
        Cells part = whole.Slice(offset, length);
        if (slice.IsFresh)
        {
            part.Clear();
        }
        return part;
    }

    private string? Execute(If branch, Frame frame)
    {
        bool isThen = Evaluate(branch.Condition, frame).IsTrue;
        if (Execute(isThen ? branch.Then : branch.Else, frame) is { } label)
        {
            return label;
        }
        Value[] merged = branch.Merges.Select(merge => Evaluate(isThen ? merge.Then : merge.Else, frame)).ToArray();
        for (int i = 0; i < merged.Length; i++)
        {
            frame.Values[branch.Merges[i].Name] = merged[i];
        }
        return null;
    }

    private string? Execute(For loop, Frame frame)
    {
        ScalarType type = loop.From.Type;
        long from = Evaluate(loop.From, frame).Bits, to = Evaluate(loop.To, frame).Bits;
        Enter(loop.Carried, frame);
        for (long i = from; loop.Step > 0 ? i < to : i > to; i += loop.Step)
        {
            Count();
            frame.Values[loop.Index] = new(type, i, default);
            if (loop.Until is not null && Evaluate(loop.Until, frame).IsTrue)
            {
                break;
            }
            if (Execute(loop.Body, frame) is { } label)
            {
                return label;
            }
            Advance(loop.Carried, frame);
        }
        Exit(loop.Carried, frame);
        return null;
    }

    private string? Execute(While loop, Frame frame)
    {
        Enter(loop.Carried, frame);
        while (Evaluate(loop.Condition, frame).IsTrue)
        {
            Count();
            if (Execute(loop.Body, frame) is { } label)
            {
                return label;
            }
            Advance(loop.Carried, frame);
        }
        Exit(loop.Carried, frame);
        return null;
    }

    private void Enter(EquatableArray<Carried> carried, Frame frame) => Assign(carried, carried.Select(c => Evaluate(c.Initial, frame)).ToArray(), frame);

    /// <summary>All next values are computed before any cell changes: cells may be swapped.</summary>
    private void Advance(EquatableArray<Carried> carried, Frame frame) => Assign(carried, carried.Select(c => Evaluate(c.Next, frame)).ToArray(), frame);

    private static void Assign(EquatableArray<Carried> carried, Value[] values, Frame frame)
    {
        for (int i = 0; i < values.Length; i++)
        {
            frame.Values[carried[i].Name] = values[i];
        }
    }

    private static void Exit(EquatableArray<Carried> carried, Frame frame)
    {
        foreach (Carried cell in carried)
        {
            frame.Values[cell.Final] = frame.Values[cell.Name];
        }
    }

    private void Execute(Call call, Frame frame)
    {
        if (!_functions.TryGetValue(call.Function, out Function? callee))
        {
            throw Malformed($"no function '{call.Function}'");
        }
        Queue<Argument> scalars = new(call.Arguments.Select(a => (Argument)Evaluate(a, frame)));
        Queue<Argument> arrays = new(call.Arrays.Select(name => (Argument)frame.Array(name)));
        List<Argument> arguments = [];
        foreach (Parameter parameter in callee.Parameters)
        {
            Queue<Argument> source = parameter.Kind == ParameterKind.Scalar ? scalars : arrays;
            arguments.Add(source.Count > 0 ? source.Dequeue() : throw Malformed($"too few arguments for '{callee.Name}'"));
        }
        if (scalars.Count + arrays.Count > 0 || callee.Results.Count != call.Results.Count)
        {
            throw Malformed($"arguments or results of '{callee.Name}' do not match");
        }
        Value[] results = Invoke(callee, arguments);
        for (int i = 0; i < results.Length; i++)
        {
            frame.Values[call.Results[i].Name] = results[i];
        }
    }

    private void Execute(Contract contract, Frame frame)
    {
        int[] extents = [.. contract.Extents.Select(e => Index(e, frame))];
        int[][] places = [.. new[] { contract.Target, contract.Left, contract.Right }.Select(o => o.Steps.Prepend(o.Offset).Select(e => Index(e, frame)).ToArray())];
        string[] names = [contract.Target.Array, contract.Left.Array, contract.Right.Array];
        Cells[] cells = [.. names.Select(frame.Array)];
        int[] at = new int[3], index = new int[extents.Length];
        if (contract.Defines is { } defines && Evaluate(defines, frame).Bits != 0)
        {
            cells[0].Clear();
        }
        if (extents.Any(static e => e <= 0))
        {
            return;
        }
        while (true)
        {
            Count();
            for (int o = 0; o < 3; o++)
            {
                at[o] = Checked(places[o][0] + index.Select((k, d) => k * places[o][d + 1]).Sum(), cells[o], names[o]);
            }
            Value product = Binary(Primitives.Arithmetic.Times, cells[0].Type, cells[1][at[1]], cells[2][at[2]]);
            cells[0][at[0]] = Binary(Primitives.Arithmetic.Plus, cells[0].Type, cells[0][at[0]], product);
            int dimension = extents.Length - 1;
            while (dimension >= 0 && ++index[dimension] == extents[dimension])
            {
                index[dimension--] = 0;
            }
            if (dimension < 0)
            {
                return;
            }
        }
    }

    private int Index(Expression expression, Frame frame) => (int)Evaluate(expression, frame).Bits;

    private static int Checked(int index, Cells cells, string name) => index >= 0 && index < cells.Length
        ? index
        : throw new EvaluationException(EvaluationFailure.IndexOutOfRange, $"Index {index} is outside '{name}' of length {cells.Length}.");
}
