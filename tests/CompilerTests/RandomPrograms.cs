using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests;

/// <summary>
/// A random program in source form and a point to run it at, both from one seed: nested loops up and down with strides and data-dependent ends, while
/// loops, branches, jumps out of any of them, local arrays written in place at computed indices, integer variables. Values stay of order one:
/// what loops carry is squashed.
/// </summary>
internal sealed class RandomPrograms
{
    private const int LargestProgram = 60, DeepestNest = 3;

    /// <summary>What is left of the evaluator's limit for the derivatives of the program.</summary>
    private const long LongestRun = 200_000;

    private readonly Random _random;
    private readonly List<string> _reals = ["x", "y", "z", "r"];
    private readonly List<string> _variables = ["r"];
    private readonly List<string> _integers = ["n"];
    private readonly List<string> _counters = [];
    private readonly List<(string Name, int Length)> _arrays = [("a", 4)];
    private readonly List<string> _labels = ["f"];
    private int _names;
    private int _size;

    private RandomPrograms(int seed) => _random = new(seed);

    /// <summary>The program of a seed; one that runs too long, as nested loops over counters that they move can, gives way to that of a later seed.</summary>
    public static RandomProgram Generate(int seed)
    {
        while (true)
        {
            RandomProgram program = new RandomPrograms(seed).Program();
            if (Ends(program))
            {
                return program;
            }
            seed = unchecked((seed * 747796405) + 12345);
        }
    }

    private static bool Ends(RandomProgram program)
    {
        try
        {
            Evaluator.Evaluate(program.Module, program.Arguments, new() { StepLimit = LongestRun });
            return true;
        }
        catch (EvaluationException exception) when (exception.Failure == EvaluationFailure.StepLimit)
        {
            return false;
        }
    }

    private RandomProgram Program()
    {
        int n = _random.Next(0, 5);
        Block body = new(new EquatableArray<Statement>([new Variable("r", Double(0.5)), new Scope("f", Statements(2 + _random.Next(6), 0))]));
        Expression result = _random.Next(3) == 0 ? Real(2) : Plus(Read("r"), Multiply(Double(0.3), Read("x")));
        Function function = new(
            "Program",
            [
                new("x", ScalarType.Double, ParameterKind.Scalar, true),
                new("y", ScalarType.Double, ParameterKind.Scalar, true),
                new("z", ScalarType.Double, ParameterKind.Scalar, true),
                new("a", ScalarType.Double, ParameterKind.Array, true),
                new("n", ScalarType.Int, ParameterKind.Scalar, false),
            ],
            [],
            body,
            [result]);
        return new(function, [.. Enumerable.Range(0, 7).Select(_ => (_random.NextDouble() * 4) - 2)], n);
    }

    private Block Statements(int count, int depth)
    {
        int reals = _reals.Count, integers = _integers.Count, arrays = _arrays.Count, variables = _variables.Count, counters = _counters.Count;
        List<Statement> statements = [];
        for (int i = 0; i < count && _size < LargestProgram; i++)
        {
            _size++;
            Add(statements, depth);
        }
        _reals.RemoveRange(reals, _reals.Count - reals);
        _integers.RemoveRange(integers, _integers.Count - integers);
        _arrays.RemoveRange(arrays, _arrays.Count - arrays);
        _variables.RemoveRange(variables, _variables.Count - variables);
        _counters.RemoveRange(counters, _counters.Count - counters);
        return statements.ToBlock();
    }

    private void Add(List<Statement> to, int depth)
    {
        switch (_random.Next(depth >= DeepestNest ? 9 : 15))
        {
            case 0:
                Expression value = Real(3);
                to.Add(new Let(Declare("v", _reals), value));
                break;
            case 1:
                Expression initial = Real(2);
                string variable = Declare("m", _reals);
                _variables.Add(variable);
                to.Add(new Variable(variable, initial));
                break;
            case 4:
                (string Name, int Length) array = ("b" + ++_names, 3 + _random.Next(3));
                to.Add(new NewArray(array.Name, ScalarType.Double, Int(array.Length)));
                _arrays.Add(array);
                break;
            case 5 or 6 when _arrays.Count > 1:
                (string name, int length) = _arrays[1 + _random.Next(_arrays.Count - 1)];
                to.Add(_random.Next(2) == 0 ? new Store(name, Index(length), Squash(Real(3))) : new Proxima.Generator.Ir.Add(name, Index(length), Multiply(Double(0.5), Squash(Real(2)))));
                break;
            case 7:
                string counter = Declare("k", _integers);
                _counters.Add(counter);
                to.Add(new Variable(counter, Int(_random.Next(3))));
                break;
            case 8 when _counters.Count > 0:
                string counted = Pick(_counters);
                to.Add(new Assign(counted, _random.Next(3) == 0 ? Integer() : Offset(ReadInt(counted), 1 + _random.Next(2))));
                break;
            case 9 or 10:
                to.Add(new If(Condition(), Statements(1 + _random.Next(3), depth + 1), _random.Next(2) == 0 ? Block.Empty : Statements(1 + _random.Next(3), depth + 1)));
                break;
            case 11 or 12 or 13:
                AddLoop(to, depth);
                break;
            case 14 when depth > 0:
                to.Add(new If(Condition(), new(new EquatableArray<Statement>([new Leave(Pick(_labels))])), Block.Empty));
                break;
            default:
                string assigned = Pick(_variables);
                to.Add(new Assign(assigned, _random.Next(4) switch
                {
                    0 => Squash(Real(3)),
                    3 => AttachedSum(assigned, Real(1)),
                    1 => Plus(Read(assigned), Multiply(Double(0.25), Squash(Real(2)))),
                    _ => Squash(Multiply(Read(assigned), Real(2))),
                }));
                break;
        }
    }

    private void AddLoop(List<Statement> to, int depth)
    {
        string? breaks = _random.Next(3) == 0 ? "break" + ++_names : null, continues = _random.Next(3) == 0 ? "continue" + ++_names : null;
        Statement loop = _random.Next(4) == 0 ? Repeated(to, breaks, depth) : Counted(breaks, continues, depth);
        to.Add(breaks is null ? loop : new Scope(breaks, new(new EquatableArray<Statement>([loop]))));
    }

    private While Repeated(List<Statement> to, string? breaks, int depth)
    {
        string passes = "w" + ++_names;
        to.Add(new Variable(passes, Int(0)));
        Block body = Body(passes, [breaks], depth);
        Expression limit = Compare(Arithmetic.Less, ReadInt(passes), Int(1 + _random.Next(4)));
        Expression condition = And(limit, _random.Next(2) == 0 ? Condition() : Bool(true));
        return new(condition, new(new EquatableArray<Statement>([new Assign(passes, Offset(ReadInt(passes), 1)), .. body.Statements])));
    }

    private For Counted(string? breaks, string? continues, int depth)
    {
        (Expression From, Expression End, int Step) range = _random.Next(6) switch
        {
            0 => ((Expression)Int(0), ReadInt("n"), 1),
            1 => (Int(0), Int(4), 1),
            2 => (Int(3), Int(-1), -1),
            3 => (Int(0), Int(5), 2),
            4 => (Int(1), Integer(), 1),
            _ => (Offset(ReadInt("n"), -1), Int(-1), _random.Next(2) == 0 ? -1 : -2),
        };
        string index = "i" + ++_names;
        Block body = Body(index, [breaks, continues], depth);
        return new(index, range.From, range.End, range.Step, continues is null ? body : new(new EquatableArray<Statement>([new Scope(continues, body)])));
    }

    private Block Body(string index, string?[] labels, int depth)
    {
        _labels.AddRange(labels.OfType<string>());
        _integers.Add(index);
        Block body = Statements(1 + _random.Next(4), depth + 1);
        _integers.Remove(index);
        _labels.RemoveAll(labels.Contains);
        return body;
    }

    private string Declare(string stem, List<string> names)
    {
        names.Add(stem + ++_names);
        return names[^1];
    }

    private string Pick(List<string> names) => names[_random.Next(names.Count)];

    private static Read Read(string name) => Name(name, ScalarType.Double);

    private static Read ReadInt(string name) => Name(name, ScalarType.Int);

    private Expression Integer() => _random.Next(3) switch
    {
        0 => Int(_random.Next(4)),
        1 => ReadInt(Pick(_integers)),
        _ => Offset(ReadInt(Pick(_integers)), _random.Next(3) - 1),
    };

    /// <summary>An index that the data chooses and that is always in range.</summary>
    private Expression Index(int length) =>
        Call(Arithmetic.Remainder, Call(Arithmetic.Plus, Call(Arithmetic.Remainder, Integer(), Int(length)), Int(length)), Int(length));

    private static Expression Squash(Expression value) => Call(Elementary.Tanh, value);

    /// <summary>A custom rule: the value held constant, then its derivative attached.</summary>
    private static Expression Attach(Expression value, Expression argument, Expression derivative) =>
        Call(Elementary.Attach, Call(Elementary.Detach, value), argument, derivative);

    /// <summary>name + tanh(a) / 4 with a rule of its own.</summary>
    private static Expression AttachedSum(string name, Expression a)
    {
        Expression squashed = Squash(a);
        Expression sum = Attach(Plus(Read(name), Multiply(Double(0.25), squashed)), Read(name), Double(1));
        return Call(Elementary.Attach, sum, a, Multiply(Double(0.25), Minus(Double(1), Multiply(squashed, squashed))));
    }

    private Expression Condition() => _random.Next(4) switch
    {
        0 => Compare(Arithmetic.Greater, Integer(), Integer()),
        1 => And(Compare(Arithmetic.Less, Real(1), Double(0.7)), Compare(Arithmetic.NotEqual, Integer(), Int(2))),
        _ => Compare(Arithmetic.Greater, Real(1), Real(1)),
    };

    private Expression Leaf()
    {
        switch (_random.Next(6))
        {
            case 0:
                return Double(Math.Round((_random.NextDouble() * 2) - 1, 2));
            case 1:
                (string name, int length) = _arrays[_random.Next(_arrays.Count)];
                return new Element(ScalarType.Double, name, Index(length));
            case 2:
                return Build.Convert(Integer(), ScalarType.Double);
            default:
                return Read(Pick(_reals));
        }
    }

    private Expression Real(int depth)
    {
        if (depth == 0 || _random.Next(5) == 0)
        {
            return Leaf();
        }
        Expression a = Real(depth - 1);
        switch (_random.Next(18))
        {
            case 0: return Call(Elementary.Sin, a);
            case 1: return Call(Elementary.Cos, a);
            case 2: return Squash(a);
            case 3: return Call(Elementary.Exp, Squash(a));
            case 4:
                Expression divisor = Real(depth - 1);
                return Divide(a, Plus(Double(2), Multiply(divisor, divisor)));
            case 5: return Call(Elementary.Sqrt, Plus(Double(1), Multiply(a, a)));
            case 6: return Call(Elementary.Log, Plus(Double(1.5), Multiply(a, a)));
            case 7: return Call(Elementary.Abs, a);
            case 8: return Call(Elementary.Max, a, Real(depth - 1));
            case 9: return Call(Elementary.Min, a, Real(depth - 1));
            case 10: return Call(Elementary.Atan2, a, Plus(Double(2), Squash(Real(depth - 1))));
            case 11: return Negate(a);
            case 12: return Call(Elementary.Pow, Plus(Double(1), Multiply(a, a)), Squash(Real(depth - 1)));
            case 13 or 14: return Multiply(a, Real(depth - 1));
            case 15: return Minus(a, Real(depth - 1));
            case 16: return Attach(Call(Elementary.Sin, a), a, Call(Elementary.Cos, a));
            default: return Plus(a, Real(depth - 1));
        }
    }
}

/// <summary>A program, where to evaluate it (x, y, z, a[0..4]) and its constant n.</summary>
internal sealed record RandomProgram(Function Function, double[] Point, int N)
{
    /// <summary>Functions that call themselves, which the program calls.</summary>
    public EquatableArray<Function> Callees { get; init; } = [];

    public Module Module => new(Function, Callees);

    public IReadOnlyList<Argument> Arguments => [Point[0], Point[1], Point[2], Point[3..], N];
}
