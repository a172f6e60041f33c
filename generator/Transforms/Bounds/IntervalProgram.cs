using System;
using System.Collections.Generic;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms.Bounds;

/// <summary>
/// A function on boxes as a flat list of instructions over registers: what evaluates bounds at build time, and what generated bounds are compared with. A condition
/// on intervals is two bits, 1 for can be true and 2 for can be false; a bool is 0 or 1. One program is run by one thread at a time.
/// </summary>
internal sealed partial class IntervalProgram
{
    private readonly Instruction[] _code;
    private readonly Interval[] _intervals;
    private readonly double[] _numbers;
    private readonly long[] _wholes;
    private readonly Slot<Interval>[] _intervalArrays;
    private readonly Slot<double>[] _numberArrays;
    private readonly Slot<long>[] _wholeArrays;
    private readonly Interval[] _constants;
    private readonly Delegate[] _functions;
    private readonly Dictionary<string, (ScalarType Type, bool IsArray, int Index)> _parameters;
    private readonly int[] _results;
    private readonly int[] _costs;
    private readonly Interval[] _watched;

    private IntervalProgram(
        Instruction[] code, int[] registers, int[] arrays, Interval[] constants, Delegate[] functions, Dictionary<string, (ScalarType, bool, int)> parameters, int[] results, IReadOnlyList<Hazard>? hazards)
    {
        _costs = Array.ConvertAll(code, static i => CostOf(i.Op));
        Hazards = hazards ?? [];
        _watched = new Interval[Hazards.Count];
        _code = code;
        _intervals = new Interval[registers[0]];
        _numbers = new double[registers[1]];
        _wholes = new long[registers[2]];
        _intervalArrays = new Slot<Interval>[arrays[0]];
        _numberArrays = new Slot<double>[arrays[1]];
        _wholeArrays = new Slot<long>[arrays[2]];
        _constants = constants;
        _functions = functions;
        _parameters = parameters;
        _results = results;
    }

    /// <summary>A function that <see cref="IntervalBound"/> made.</summary>
    public static IntervalProgram Of(Function function) => new Compiler(null).Compile(function);

    /// <summary>The same, which notes what operations are given that are not defined, or not smooth, everywhere.</summary>
    public static IntervalProgram Watching(Function function) => new Compiler([]).Compile(function);

    /// <summary>What counts the work of the runs and ends those that are too long.</summary>
    public Meter? Meter { get; set; }

    /// <summary>The operations that are watched.</summary>
    public IReadOnlyList<Hazard> Hazards { get; }

    /// <summary>All that the argument of a watched operation was in the last run; empty where that was not reached.</summary>
    public Interval ArgumentOf(int hazard) => _watched[hazard];

    /// <summary>True when the function has this parameter: a derivative may not need every variable.</summary>
    public bool Takes(string parameter) => _parameters.ContainsKey(parameter);

    public void Set(string parameter, Interval value) => _intervals[Find(parameter)] = value;

    public void Set(string parameter, double value) => _numbers[Find(parameter)] = value;

    public void Set(string parameter, long value) => _wholes[Find(parameter)] = value;

    /// <summary>An array of the caller's, which the program reads or writes in place.</summary>
    public void Set(string parameter, Interval[] values) => _intervalArrays[Find(parameter)] = new(values, 0, values.Length);

    public void Set(string parameter, double[] values) => _numberArrays[Find(parameter)] = new(values, 0, values.Length);

    public void Set(string parameter, long[] values) => _wholeArrays[Find(parameter)] = new(values, 0, values.Length);

    /// <summary>Runs the program on what was set; the results are overwritten by the next run.</summary>
    public void Run(Span<Interval> results)
    {
        Execute();
        for (int i = 0; i < _results.Length; i++)
        {
            results[i] = _intervals[_results[i]];
        }
    }

    public int ResultCount => _results.Length;

    private int Find(string parameter) => _parameters[parameter].Index;

    /// <summary>An array, or a part of one.</summary>
    private readonly record struct Slot<T>(T[] Data, int Offset, int Length)
    {
        public ref T At(long index)
        {
            if ((ulong)index >= (ulong)Length)
            {
                throw new IndexOutOfRangeException();
            }
            return ref Data[Offset + (int)index];
        }
    }

    /// <summary>One operation: where its result goes and what it takes, by register, array, constant or place in the code as the operation says.</summary>
    private readonly record struct Instruction(Op Op, int Target, int A, int B, int C);

    private enum Op
    {
        Goto, GotoUnless, Throw,
        Constant, Copy, OfNumber, Add, Subtract, Multiply, Divide, Negate, Sqr, Hull, AtLeast, AtMost, Select,
        Unary, Binary, Ternary, WithInteger, OfOrder, WithTwoIntegers, Inside, InsideOpen, Jump, StepSlope, AngleJump, InsideSlope, NotZeroSlope, PoleSlope,
        Number, CopyNumber, NumberOfWhole, NumberFunction, CompareNumbers,
        Whole, CopyWhole, AddWhole, SubtractWhole, MultiplyWhole, WholeFunction, WholeFunction1, WholeOfNumber, Not, Xor,
        Less, LessOrEqual, Equal, CanBeTrue, CanBeFalse, Truth, AndTruth, OrTruth, XorTruth, NotTruth, EitherTruth, IsNegative, IsInteger,
        Length, Load, LoadNumber, LoadWhole, Store, StoreNumber, StoreWhole, Accumulate, AccumulateNumber, AccumulateWhole,
        NewArray, NewNumbers, NewWholes, Slice, SliceNumbers, SliceWholes,
        Push, PushNumber, PushWhole, Pop, PopNumber, PopWhole, NewTape,
        Watch,
    }

    /// <summary>What an operation costs, in additions of whole numbers, roughly: budgets are counts, so that every host stops at the same place.</summary>
    private static int CostOf(Op op) => op switch
    {
        Op.Unary or Op.Binary or Op.Ternary or Op.WithInteger or Op.OfOrder or Op.WithTwoIntegers => 32,
        Op.Add or Op.Subtract or Op.Multiply or Op.Divide or Op.Sqr or Op.Accumulate => 4,
        _ => 1,
    };
}
