using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Proxima.Generator.Ir;

namespace Proxima.Generator.Transforms.Bounds;

// Statements as instructions.
internal sealed partial class IntervalProgram
{
    private sealed partial class Compiler(List<Hazard>? hazards)
    {
        private const int Intervals = 0, Numbers = 1, Wholes = 2;

        private readonly List<Instruction> _code = [];
        private readonly int[] _registers = new int[3];
        private readonly int[] _arrays = new int[3];
        private readonly int[] _tapes = new int[3];
        private readonly List<Interval> _constants = [];
        private readonly List<Delegate> _functions = [];
        private readonly Dictionary<string, int> _names = [];
        private readonly Dictionary<string, (int Bank, int Index)> _arrayNames = [];
        private Statement? _statement;

        public IntervalProgram Compile(Function function)
        {
            Dictionary<string, (ScalarType, bool, int)> parameters = [];
            foreach (Parameter parameter in function.Parameters)
            {
                bool isArray = parameter.Kind != ParameterKind.Scalar;
                parameters[parameter.Name] = (parameter.Type, isArray, isArray ? NewArraySlot(parameter.Name, parameter.Type) : Register(parameter.Name, parameter.Type));
            }
            foreach (Table table in function.Tables)
            {
                WriteTable(table);
            }
            Write(function.Body);
            int[] results = [.. function.Results.Select(Evaluate)];
            return new([.. _code], _registers, _arrays, [.. _constants], [.. _functions], parameters, results, hazards);
        }

        private static int Bank(ScalarType type) => type switch
        {
            ScalarType.Interval => Intervals,
            ScalarType.Double or ScalarType.Float => Numbers,
            _ => Wholes,
        };

        private int New(ScalarType type) => _registers[Bank(type)]++;

        /// <summary>The register of a name; names are given a value once, but in each iteration.</summary>
        private int Register(string name, ScalarType type)
        {
            if (!_names.TryGetValue(name, out int register))
            {
                _names[name] = register = New(type);
            }
            return register;
        }

        private int NewArraySlot(string name, ScalarType type)
        {
            int bank = Bank(type);
            _arrayNames[name] = (bank, _arrays[bank]);
            return _arrays[bank]++;
        }

        private int Emit(Op op, int target = 0, int a = 0, int b = 0, int c = 0)
        {
            _code.Add(new(op, target, a, b, c));
            return target;
        }

        private static Op InBank(ScalarType type, Op interval, Op number, Op whole) => Bank(type) switch { Intervals => interval, Numbers => number, _ => whole };

        private void Copy(string name, ScalarType type, Expression value) => Emit(InBank(type, Op.Copy, Op.CopyNumber, Op.CopyWhole), Register(name, type), EvaluateAs(value, type));

        private void Write(Block block)
        {
            foreach (Statement statement in block.Statements)
            {
                Statement? outer = _statement;
                _statement = statement;
                Write(statement);
                _statement = outer;
            }
        }

        private void Write(Statement statement)
        {
            switch (statement)
            {
                case Let let:
                    Copy(let.Name, let.Value.Type, let.Value);
                    break;
                case NewArray array:
                    int length = Evaluate(array.Length);
                    Emit(InBank(array.Type, Op.NewArray, Op.NewNumbers, Op.NewWholes), NewArraySlot(array.Name, array.Type), length);
                    break;
                case Slice slice:
                    int offset = Evaluate(slice.Offset), count = Evaluate(slice.Length), whole = _arrayNames[slice.Array].Index;
                    Emit(InBank(slice.Type, Op.Slice, Op.SliceNumbers, Op.SliceWholes), NewArraySlot(slice.Name, slice.Type), whole, offset, count);
                    Emit(Op.Goto, a: slice.IsFresh ? 1 : 0); // an operand of the slice
                    break;
                case Store store:
                    int at = Evaluate(store.Index), stored = EvaluateAs(store.Value, store.Value.Type);
                    Emit(InBank(store.Value.Type, Op.Store, Op.StoreNumber, Op.StoreWhole), _arrayNames[store.Array].Index, at, stored);
                    break;
                case Add add:
                    int index = Evaluate(add.Index), added = Evaluate(add.Value);
                    Emit(InBank(add.Value.Type, Op.Accumulate, Op.AccumulateNumber, Op.AccumulateWhole), _arrayNames[add.Array].Index, index, added);
                    break;
                case NewTape tape:
                    int bank = Bank(tape.Type);
                    _arrayNames[tape.Name] = (bank, _tapes[bank]);
                    Emit(Op.NewTape, _tapes[bank]++, b: bank);
                    break;
                case Push push:
                    Emit(InBank(push.Value.Type, Op.Push, Op.PushNumber, Op.PushWhole), _arrayNames[push.Tape].Index, Evaluate(push.Value));
                    break;
                case Pop pop:
                    Emit(InBank(pop.Type, Op.Pop, Op.PopNumber, Op.PopWhole), Register(pop.Name, pop.Type), _arrayNames[pop.Tape].Index);
                    break;
                case If branch:
                    WriteBranch(branch);
                    break;
                case For loop:
                    WriteFor(loop);
                    break;
                case While loop:
                    WriteWhile(loop);
                    break;
                case Throw:
                    Emit(Op.Throw);
                    break;
                default:
                    throw new UnreachableException(statement.ToString());
            }
        }

        private void WriteBranch(If branch)
        {
            int toElse = EmitUnless(branch.Condition);
            Write(branch.Then);
            Assign(branch.Merges.Select(static m => (m.Name, m.Type, m.Then)));
            int toEnd = EmitGoto();
            Land(toElse);
            Write(branch.Else);
            Assign(branch.Merges.Select(static m => (m.Name, m.Type, m.Else)));
            Land(toEnd);
        }

        private void WriteFor(For loop)
        {
            int from = Evaluate(loop.From), to = New(ScalarType.Int), step = Evaluate(Build.Int(loop.Step));
            Emit(Op.CopyWhole, to, Evaluate(loop.To));
            int index = Emit(Op.CopyWhole, Register(loop.Index, ScalarType.Int), from);
            Assign(loop.Carried.Select(static c => (c.Name, c.Type, c.Initial)));
            int head = _code.Count, runs = New(ScalarType.Bool);
            Emit(Op.WholeFunction, runs, index, to, Function(loop.Step > 0 ? static (long a, long b) => a < b ? 1 : 0 : static (long a, long b) => a > b ? 1L : 0));
            int toEnd = Emit2(Op.GotoUnless, runs);
            int? left = loop.Until is { } until ? EmitUnless(Build.Not(until)) : null;
            Write(loop.Body);
            Assign(loop.Carried.Select(static c => (c.Name, c.Type, c.Next)));
            Emit(Op.AddWhole, index, index, step);
            Emit(Op.Goto, head);
            Land(toEnd);
            if (left is { } exit)
            {
                Land(exit);
            }
            Assign(loop.Carried.Select(static c => (c.Final, c.Type, (Expression)Build.Name(c.Name, c.Type))));
        }

        private void WriteWhile(While loop)
        {
            Assign(loop.Carried.Select(static c => (c.Name, c.Type, c.Initial)));
            int head = _code.Count, toEnd = EmitUnless(loop.Condition);
            Write(loop.Body);
            Assign(loop.Carried.Select(static c => (c.Name, c.Type, c.Next)));
            Emit(Op.Goto, head);
            Land(toEnd);
            Assign(loop.Carried.Select(static c => (c.Final, c.Type, (Expression)Build.Name(c.Name, c.Type))));
        }

        /// <summary>Several at once: all values are computed before the first is assigned.</summary>
        private void Assign(IEnumerable<(string Name, ScalarType Type, Expression Value)> values)
        {
            List<(int Target, ScalarType Type, int Value)> computed = [];
            foreach ((string name, ScalarType type, Expression value) in values)
            {
                Op copy = InBank(type, Op.Copy, Op.CopyNumber, Op.CopyWhole);
                computed.Add((Register(name, type), type, Emit(copy, New(type), EvaluateAs(value, type))));
            }
            foreach ((int target, ScalarType type, int value) in computed)
            {
                Emit(InBank(type, Op.Copy, Op.CopyNumber, Op.CopyWhole), target, value);
            }
        }

        private int EmitUnless(Expression condition) => Emit2(Op.GotoUnless, Evaluate(condition));

        private int EmitGoto() => Emit2(Op.Goto, 0);

        /// <summary>A jump whose target is not known yet.</summary>
        private int Emit2(Op op, int a)
        {
            Emit(op, -1, a);
            return _code.Count - 1;
        }

        private void Land(int jump) => _code[jump] = _code[jump] with { Target = _code.Count };

        private int Function(Delegate function)
        {
            _functions.Add(function);
            return _functions.Count - 1;
        }

        private int Function(Func<long, long, long> function) => Function((Delegate)function);

        private void WriteTable(Table table)
        {
            int slot = NewArraySlot(table.Name, table.Type);
            Emit(InBank(table.Type, Op.NewArray, Op.NewNumbers, Op.NewWholes), slot, Evaluate(Build.Int(table.Bits.Count)));
            for (int i = 0; i < table.Bits.Count; i++)
            {
                int value = Evaluate(new Constant(table.Type, table.Bits[i]));
                Emit(InBank(table.Type, Op.Store, Op.StoreNumber, Op.StoreWhole), slot, Evaluate(Build.Int(i)), value);
            }
        }
    }
}
