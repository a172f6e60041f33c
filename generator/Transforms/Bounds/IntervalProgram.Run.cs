using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace Proxima.Generator.Transforms.Bounds;

// The loop that executes instructions.
internal sealed partial class IntervalProgram
{
    private readonly List<List<Interval>> _tapes = [];
    private readonly List<List<double>> _numberTapes = [];
    private readonly List<List<long>> _wholeTapes = [];

    private void Execute()
    {
        Interval[] x = _intervals;
        double[] d = _numbers;
        long[] n = _wholes;
        long work = 0;
        for (int k = 0; k < _watched.Length; k++)
        {
            _watched[k] = Interval.Empty;
        }
        for (int at = 0; at < _code.Length; at++)
        {
            ref readonly Instruction i = ref _code[at];
            work += _costs[at];
            switch (i.Op)
            {
                case Op.Goto:
                    if (i.Target <= at)
                    {
                        Meter?.Require(work);
                    }
                    at = i.Target - 1;
                    break;
                case Op.GotoUnless: at = n[i.A] == 0 ? i.Target - 1 : at; break;
                case Op.Throw: throw new InvalidOperationException("The model throws.");

                case Op.Constant: x[i.Target] = _constants[i.A]; break;
                case Op.Copy: x[i.Target] = x[i.A]; break;
                case Op.OfNumber: x[i.Target] = d[i.A]; break;
                case Op.Add: x[i.Target] = x[i.A] + x[i.B]; break;
                case Op.Subtract: x[i.Target] = x[i.A] - x[i.B]; break;
                case Op.Multiply: x[i.Target] = x[i.A] * x[i.B]; break;
                case Op.Divide: x[i.Target] = x[i.A] / x[i.B]; break;
                case Op.Negate: x[i.Target] = -x[i.A]; break;
                case Op.Sqr: x[i.Target] = Interval.Sqr(x[i.A]); break;
                case Op.Hull: x[i.Target] = Interval.Hull(x[i.A], x[i.B]); break;
                case Op.AtLeast: x[i.Target] = Interval.AtLeast(x[i.A], x[i.B]); break;
                case Op.AtMost: x[i.Target] = Interval.AtMost(x[i.A], x[i.B]); break;
                case Op.Select: x[i.Target] = Interval.Select(Of(n[i.A]), x[i.B], x[i.C]); break;
                case Op.Unary: x[i.Target] = ((Func<Interval, Interval>)_functions[i.C])(x[i.A]); break;
                case Op.Binary: x[i.Target] = ((Func<Interval, Interval, Interval>)_functions[i.C])(x[i.A], x[i.B]); break;
                case Op.Ternary: x[i.Target] = ((Func<Interval, Interval, Interval, Interval>)_functions[_code[++at].A])(x[i.A], x[i.B], x[i.C]); break;
                case Op.WithInteger: x[i.Target] = ((Func<Interval, int, Interval>)_functions[i.C])(x[i.A], (int)n[i.B]); break;
                case Op.OfOrder: x[i.Target] = ((Func<int, Interval, Interval>)_functions[i.C])((int)n[i.A], x[i.B]); break;
                case Op.WithTwoIntegers: x[i.Target] = ((Func<Interval, int, int, Interval>)_functions[_code[++at].A])(x[i.A], (int)n[i.B], (int)n[i.C]); break;
                case Op.Inside: x[i.Target] = Interval.Inside(x[i.A], d[i.B], d[i.C]); break;
                case Op.InsideOpen: x[i.Target] = Interval.InsideOpen(x[i.A], d[i.B], d[i.C]); break;
                case Op.Jump: x[i.Target] = Interval.Jump(Of(n[i.A])); break;
                case Op.StepSlope: x[i.Target] = Interval.StepSlope(x[i.A]); break;
                case Op.InsideSlope: x[i.Target] = Interval.InsideSlope(x[i.A], d[i.B], d[i.C]); break;
                case Op.NotZeroSlope: x[i.Target] = Interval.NotZeroSlope(x[i.A]); break;
                case Op.PoleSlope: x[i.Target] = Interval.PoleSlope(x[i.A]); break;
                case Op.AngleJump: x[i.Target] = Interval.AngleJump(x[i.A], x[i.B]); break;

                case Op.Number: d[i.Target] = _constants[i.A].Lo; break;
                case Op.CopyNumber: d[i.Target] = d[i.A]; break;
                case Op.NumberOfWhole: d[i.Target] = n[i.A]; break;
                case Op.NumberFunction: d[i.Target] = ((Func<double, double, double>)_functions[i.C])(d[i.A], d[i.B]); break;
                case Op.CompareNumbers: n[i.Target] = ((Func<double, double, bool>)_functions[i.C])(d[i.A], d[i.B]) ? 1 : 0; break;

                case Op.Whole: n[i.Target] = ((long)i.B << 32) | (uint)i.A; break;
                case Op.CopyWhole: n[i.Target] = n[i.A]; break;
                case Op.AddWhole: n[i.Target] = unchecked((int)(n[i.A] + n[i.B])); break;
                case Op.SubtractWhole: n[i.Target] = unchecked((int)(n[i.A] - n[i.B])); break;
                case Op.MultiplyWhole: n[i.Target] = unchecked((int)(n[i.A] * n[i.B])); break;
                case Op.WholeFunction: n[i.Target] = ((Func<long, long, long>)_functions[i.C])(n[i.A], n[i.B]); break;
                case Op.WholeFunction1: n[i.Target] = ((Func<long, long>)_functions[i.C])(n[i.A]); break;
                case Op.WholeOfNumber: n[i.Target] = ((Func<double, long>)_functions[i.C])(d[i.A]); break;
                case Op.Not: n[i.Target] = 1 - n[i.A]; break;
                case Op.Xor: n[i.Target] = n[i.A] ^ n[i.B]; break;

                case Op.Less: n[i.Target] = Bits(Interval.Less(x[i.A], x[i.B])); break;
                case Op.LessOrEqual: n[i.Target] = Bits(Interval.LessOrEqual(x[i.A], x[i.B])); break;
                case Op.Equal: n[i.Target] = Bits(Interval.Equal(x[i.A], x[i.B])); break;
                case Op.CanBeTrue: n[i.Target] = n[i.A] & 1; break;
                case Op.CanBeFalse: n[i.Target] = (n[i.A] >> 1) & 1; break;
                case Op.Truth: n[i.Target] = n[i.A] != 0 ? 1 : 2; break;
                case Op.AndTruth: n[i.Target] = Bits(Of(n[i.A]) & Of(n[i.B])); break;
                case Op.OrTruth: n[i.Target] = Bits(Of(n[i.A]) | Of(n[i.B])); break;
                case Op.XorTruth: n[i.Target] = Bits(Of(n[i.A]) ^ Of(n[i.B])); break;
                case Op.NotTruth: n[i.Target] = Bits(!Of(n[i.A])); break;
                case Op.EitherTruth: n[i.Target] = n[i.A] | n[i.B]; break;
                case Op.IsNegative: n[i.Target] = Bits(Interval.IsNegative(x[i.A])); break;
                case Op.IsInteger: n[i.Target] = Bits(Interval.IsInteger(x[i.A])); break;
                case Op.Watch: _watched[i.Target] = Interval.Hull(_watched[i.Target], x[i.A]); break;
                default: at = ExecuteArray(at, i); break;
            }
        }
        Meter?.Spend(work);
    }

    private int ExecuteArray(int at, in Instruction i)
    {
        Interval[] x = _intervals;
        double[] d = _numbers;
        long[] n = _wholes;
        switch (i.Op)
        {
            case Op.Length: n[i.Target] = i.B == 0 ? _intervalArrays[i.A].Length : i.B == 1 ? _numberArrays[i.A].Length : _wholeArrays[i.A].Length; break;
            case Op.Load: x[i.Target] = _intervalArrays[i.A].At(n[i.B]); break;
            case Op.LoadNumber: d[i.Target] = _numberArrays[i.A].At(n[i.B]); break;
            case Op.LoadWhole: n[i.Target] = _wholeArrays[i.A].At(n[i.B]); break;
            case Op.Store: _intervalArrays[i.Target].At(n[i.A]) = x[i.B]; break;
            case Op.StoreNumber: _numberArrays[i.Target].At(n[i.A]) = d[i.B]; break;
            case Op.StoreWhole: _wholeArrays[i.Target].At(n[i.A]) = n[i.B]; break;
            case Op.Accumulate: _intervalArrays[i.Target].At(n[i.A]) += x[i.B]; break;
            case Op.AccumulateNumber: _numberArrays[i.Target].At(n[i.A]) += d[i.B]; break;
            case Op.AccumulateWhole: _wholeArrays[i.Target].At(n[i.A]) = unchecked((int)(_wholeArrays[i.Target].At(n[i.A]) + n[i.B])); break;
            case Op.NewArray: _intervalArrays[i.Target] = New(_intervalArrays[i.Target], n[i.A]); break;
            case Op.NewNumbers: _numberArrays[i.Target] = New(_numberArrays[i.Target], n[i.A]); break;
            case Op.NewWholes: _wholeArrays[i.Target] = New(_wholeArrays[i.Target], n[i.A]); break;
            case Op.Slice: _intervalArrays[i.Target] = Part(_intervalArrays[i.A], n[i.B], n[i.C], _code[++at].A != 0); break;
            case Op.SliceNumbers: _numberArrays[i.Target] = Part(_numberArrays[i.A], n[i.B], n[i.C], _code[++at].A != 0); break;
            case Op.SliceWholes: _wholeArrays[i.Target] = Part(_wholeArrays[i.A], n[i.B], n[i.C], _code[++at].A != 0); break;
            case Op.NewTape: Tape(i.B == 0 ? _tapes : null, i.Target); Tape(i.B == 1 ? _numberTapes : null, i.Target); Tape(i.B == 2 ? _wholeTapes : null, i.Target); break;
            case Op.Push: _tapes[i.Target].Add(x[i.A]); break;
            case Op.PushNumber: _numberTapes[i.Target].Add(d[i.A]); break;
            case Op.PushWhole: _wholeTapes[i.Target].Add(n[i.A]); break;
            case Op.Pop: x[i.Target] = Last(_tapes[i.A]); break;
            case Op.PopNumber: d[i.Target] = Last(_numberTapes[i.A]); break;
            case Op.PopWhole: n[i.Target] = Last(_wholeTapes[i.A]); break;
            default: throw new UnreachableException(i.Op.ToString());
        }
        return at;
    }

    /// <summary>Storage is used again by the next run.</summary>
    private static Slot<T> New<T>(Slot<T> before, long length)
    {
        length = Math.Max(length, 0); // what a loop that does not run would record
        if (before.Data is { } data && data.Length == length && before.Offset == 0)
        {
            Array.Clear(data, 0, data.Length);
            return before;
        }
        return new(new T[length], 0, (int)length);
    }

    private static Slot<T> Part<T>(Slot<T> whole, long offset, long length, bool isFresh)
    {
        if (offset < 0 || length < 0 || offset + length > whole.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset));
        }
        Slot<T> part = new(whole.Data, whole.Offset + (int)offset, (int)length);
        if (isFresh)
        {
            Array.Clear(part.Data, part.Offset, part.Length);
        }
        return part;
    }

    private static void Tape<T>(List<List<T>>? tapes, int index)
    {
        while (tapes is not null && tapes.Count <= index)
        {
            tapes.Add([]);
        }
        tapes?[index].Clear();
    }

    private static T Last<T>(List<T> tape)
    {
        T value = tape[tape.Count - 1];
        tape.RemoveAt(tape.Count - 1);
        return value;
    }

    private static Truth Of(long bits) => new((bits & 1) != 0, (bits & 2) != 0);

    private static long Bits(Truth truth) => (truth.CanBeTrue ? 1 : 0) | (truth.CanBeFalse ? 2 : 0);
}
