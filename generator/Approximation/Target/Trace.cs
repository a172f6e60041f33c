using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Approximation;

/// <summary>
/// Runs a function in normal form on a box of its variables and writes down what it computes there as a <see cref="Graph"/>: loops run, conditions are decided by
/// what their operands can be on the box. A box on which a condition, a kink or the domain of a partial function is undecided has no trace.
/// </summary>
internal sealed partial class Trace
{
    private const int StepLimit = 100_000;

    private readonly Graph _graph;
    private readonly Func<int, Interval> _enclose;
    private readonly Dictionary<string, Traced> _values = [];
    private readonly Dictionary<string, Traced[]> _arrays = [];
    private int _steps;

    private Trace(Graph graph, Func<int, Interval> enclose)
    {
        _graph = graph;
        _enclose = enclose;
    }

    /// <summary>True when something was decided on this box that another box may decide otherwise.</summary>
    public bool HasDecided { get; private set; }

    /// <summary>The node of the function's result, or null where something is undecided.</summary>
    /// <param name="enclose">The values that a node can have on the box.</param>
    /// <param name="hasDecided">True when another box may give another node.</param>
    /// <param name="isUndefined">True when the function may have no value at some point of the box.</param>
    public static int? Of(Function function, Graph graph, Func<int, Interval> enclose, out bool hasDecided, out bool isUndefined)
    {
        isUndefined = false;
        Trace trace = new(graph, enclose);
        try
        {
            for (int i = 0; i < function.Parameters.Count; i++)
            {
                Parameter parameter = function.Parameters[i];
                trace._values[parameter.Name] = parameter.IsVariable && parameter.Kind == ParameterKind.Scalar
                    ? new(parameter.Type, graph.VariableAt(i))
                    : throw new ApproximationException("'" + parameter.Name + "' is not known at build time");
            }
            foreach (Table table in function.Tables)
            {
                trace._arrays[table.Name] = [.. table.Bits.Select(bits => trace.Of(new Constant(table.Type, bits)))];
            }
            trace.Run(function.Body);
            return trace.Node(function.Results[0]);
        }
        catch (UndecidedException undecided)
        {
            isUndefined = undecided.IsUndefined;
            return null;
        }
        finally
        {
            hasDecided = trace.HasDecided;
        }
    }

    private void Run(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Run(statement);
        }
    }

    private void Run(Statement statement)
    {
        if (++_steps > StepLimit)
        {
            throw new ApproximationException("the model takes more than 100000 steps");
        }
        switch (statement)
        {
            case Let let:
                _values[let.Name] = Evaluate(let.Value);
                break;
            case If branch:
                bool isTaken = IsTrue(branch.Condition);
                Run(isTaken ? branch.Then : branch.Else);
                Merge(branch, isTaken);
                break;
            case For loop:
                Run(loop);
                break;
            case While loop:
                Enter(loop.Carried);
                while (IsTrue(loop.Condition))
                {
                    Run(loop.Body);
                    Advance(loop.Carried);
                }
                Leave(loop.Carried);
                break;
            case NewArray array:
                Traced zero = array.Type.IsReal() ? new(array.Type, _graph.Constant(0)) : new(array.Type, 0);
                _arrays[array.Name] = [.. Enumerable.Repeat(zero, (int)Evaluate(array.Length).Bits)];
                break;
            case Store store:
                _arrays[store.Array][Index(store.Array, store.Index)] = Evaluate(store.Value);
                break;
            case Add add:
                int index = Index(add.Array, add.Index);
                _arrays[add.Array][index] = new(add.Value.Type, _graph.Plus((int)_arrays[add.Array][index].Bits, Node(add.Value)));
                break;
            case Throw:
                throw new ApproximationException("the model throws on part of the domain");
            default:
                throw new ApproximationException("the model calls itself or keeps state that is not known at build time");
        }
    }

    private void Merge(If branch, bool isTaken)
    {
        Traced[] values = [.. branch.Merges.Select(m => m.IsForArm && m.ForArm == Arm.Then != isTaken ? default : Evaluate(isTaken ? m.Then : m.Else))];
        for (int i = 0; i < values.Length; i++)
        {
            _values[branch.Merges[i].Name] = values[i];
        }
    }

    private void Run(For loop)
    {
        long from = Evaluate(loop.From).Bits, to = Evaluate(loop.To).Bits;
        Enter(loop.Carried);
        for (long i = from; loop.Step > 0 ? i < to : i > to; i += loop.Step)
        {
            _values[loop.Index] = new(ScalarType.Int, i);
            if (loop.Until is { } until && IsTrue(until))
            {
                break;
            }
            Run(loop.Body);
            Advance(loop.Carried);
        }
        Leave(loop.Carried);
    }

    private void Enter(EquatableArray<Carried> carried) => Set(carried, static c => c.Name, static c => c.Initial);

    private void Advance(EquatableArray<Carried> carried) => Set(carried, static c => c.Name, static c => c.Next);

    private void Leave(EquatableArray<Carried> carried) => Set(carried, static c => c.Final, static c => Build.Name(c.Name, c.Type));

    /// <summary>All at once: a value may be another one's of the last iteration.</summary>
    private void Set(EquatableArray<Carried> carried, Func<Carried, string> name, Func<Carried, Expression> value)
    {
        Traced[] values = [.. carried.Select(c => Evaluate(value(c)))];
        for (int i = 0; i < values.Length; i++)
        {
            _values[name(carried[i])] = values[i];
        }
    }

    private int Index(string array, Expression index)
    {
        long at = Evaluate(index).Bits;
        return at >= 0 && at < _arrays[array].Length ? (int)at : throw new ApproximationException("the model reads outside of '" + array + "'");
    }

    /// <summary>A real as its node, anything else as its bits.</summary>
    private readonly record struct Traced(ScalarType Type, long Bits);

    /// <param name="isUndefined">True when there may be points on the box where the function has no value.</param>
    private sealed class UndecidedException(bool isUndefined = false) : Exception
    {
        public bool IsUndefined { get; } = isUndefined;
    }
}
