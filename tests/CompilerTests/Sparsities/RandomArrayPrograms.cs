using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static CompilerTests.Sparsities.PatternModel;
using static Proxima.Generator.Ir.Build;

namespace CompilerTests.Sparsities;

/// <summary>
/// Random functions of the shape of <see cref="PatternModel.Source"/> whose arrays are written and read at formulas of loop indices: up and down, with
/// strides, in rows of a matrix, in place, in time steps, through carried values. Indices are kept in range.
/// </summary>
internal sealed class RandomArrayPrograms
{
    public const int Length = 6;

    private readonly Random _random;
    private readonly List<string> _indices = [];
    private readonly Dictionary<string, (int Low, int High)> _ranges = [];
    private readonly List<string> _arrays = ["x", "x", "y"];
    private readonly List<string> _cells = [];
    private int _names;

    private RandomArrayPrograms(int seed) => _random = new(seed);

    public static Function Generate(int seed)
    {
        RandomArrayPrograms programs = new(seed);
        return Model([.. programs.Statements(3 + programs._random.Next(3), 0)]);
    }

    private List<Statement> Statements(int count, int depth)
    {
        int arrays = _arrays.Count, cells = _cells.Count;
        List<Statement> statements = [];
        for (int k = 0; k < count; k++)
        {
            switch (_random.Next(depth >= 3 ? 5 : 9))
            {
                case 0:
                    string cell = "s" + ++_names;
                    statements.Add(new Variable(cell, Value()));
                    _cells.Add(cell);
                    break;
                case 1 when _cells.Count > 0:
                    string assigned = _cells[_random.Next(_cells.Count)];
                    statements.Add(new Assign(assigned, _random.Next(2) == 0 ? Value() : Call(Elementary.Tanh, Plus(Real(assigned), Value()))));
                    break;
                case 2 when depth > 0:
                    Statement[] then = [.. Statements(1, depth + 1)];
                    statements.Add(new If(_random.Next(3) == 0 ? Compare(Arithmetic.Greater, Value(), Double(0.2)) : Compare(Arithmetic.Less, Index(), Index()), Block(then), Block()));
                    break;
                case 3 when _arrays.Count < 6:
                    string array = "u" + ++_names;
                    statements.Add(Local(array, Int(Length)));
                    _arrays.Add(array);
                    break;
                case 5 or 6 or 7 or 8:
                    statements.Add(LoopOf(depth));
                    break;
                default:
                    string[] written = [.. _arrays.Where(static a => a != "x")];
                    string to = written[_random.Next(written.Length)];
                    statements.Add(_random.Next(3) == 0 ? Add(to, Index(), Value()) : Set(to, Index(), Value()));
                    break;
            }
        }
        _arrays.RemoveRange(arrays, _arrays.Count - arrays);
        _cells.RemoveRange(cells, _cells.Count - cells);
        return statements;
    }

    private For LoopOf(int depth)
    {
        string index = "i" + ++_names;
        (Expression from, Expression to, int step, (int, int) range) = _random.Next(8) switch
        {
            0 => ((Expression)Int(0), (Expression)N, 1, (0, 5)),
            1 => (Int(1), Offset(N, -1), 1, (1, 4)),
            2 => (Offset(N, -1), Int(-1), -1, (0, 5)),
            3 => (Int(0), N, 2, (0, 4)),
            4 when _indices.Count > 0 => (Int(0), Int32(_indices[^1]), 1, (0, 4)),
            5 => (Int(0), Int(2), 1, (0, 1)),
            6 => (Int(0), Int(3), 1, (0, 2)),
            7 => (Offset(N, -2), Int(0), -1, (1, 4)),
            _ => (Int(1), N, 1, (1, 5)),
        };
        _ranges[index] = range;
        _indices.Add(index);
        Statement[] body = [.. Statements(1 + _random.Next(3), depth + 1)];
        _indices.RemoveAt(_indices.Count - 1);
        return new(index, from, to, step, Block(body));
    }

    /// <summary>i, i ± 1 around the ring, 2i + j, 3j + k, obs[i], a constant; always in range.</summary>
    private Expression Index()
    {
        if (_indices.Count == 0)
        {
            return Int(_random.Next(Length));
        }
        Read i = Int32(_indices[_random.Next(_indices.Count)]), j = Int32(_indices[^1]);
        (int iLow, int iHigh) = _ranges[i.Name];
        (int jLow, int jHigh) = _ranges[j.Name];
        return _random.Next(11) switch
        {
            0 => Int(_random.Next(Length)),
            1 => Obs(i),
            2 => Kept(Offset(i, 1), iLow + 1, iHigh + 1),
            3 or 10 => Kept(Offset(i, -1), iLow - 1, iHigh - 1),
            4 => Kept(IndexPlus(Times(Int(3), i), j), (3 * iLow) + jLow, (3 * iHigh) + jHigh),
            5 => Kept(IndexPlus(Times(Int(2), j), i), (2 * jLow) + iLow, (2 * jHigh) + iHigh),
            6 => IndexMinus(Offset(N, -1), i),
            _ => i,
        };
    }

    /// <summary>The plain formula where it is in range by itself, else a choice between it and zero.</summary>
    private static Expression Kept(Expression index, int low, int high) => low >= 0 && high < Length
        ? index
        : Select(And(Compare(Arithmetic.GreaterOrEqual, index, Int(0)), Compare(Arithmetic.Less, index, Int(Length))), index, Int(0));

    private Expression Value()
    {
        Expression[] values = [.. Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Leaf())];
        return Sin(values.Aggregate(static (a, b) => Multiply(Plus(a, Double(0.3)), Plus(b, Double(0.7)))));
    }

    private Expression Leaf() => _random.Next(6) switch
    {
        0 when _cells.Count > 0 => Real(_cells[_random.Next(_cells.Count)]),
        1 => Real("a"),
        _ => At(_arrays[_random.Next(_arrays.Count)], Index()),
    };
}
