using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace GeneratorTests;

/// <summary>
/// Random models of loops long enough for lanes, as C# text: sums, products, maxima, branches with reads and stores in their arms, neighbours, delayed values,
/// counters, inner loops over rows, columns and triangles, scratch arrays, Newton steps, and also what must not go in lanes: recurrences through a
/// value or an array, histograms, reads at indices from data, overlapping stores. Values stay of order one.
/// </summary>
internal sealed class RandomLoops
{
    /// <summary>Every array is so much longer than twice the number of iterations that each index that a model computes is inside.</summary>
    public const int Margin = 96;

    private readonly Random _random;
    private readonly List<string> _reals = ["p"];
    private readonly List<string> _lines = [];
    private readonly bool _isVector;
    private int _names;
    private int _indent = 2;

    /// <summary>The outer index, the index of the inner loop or "", and how far below and above the index the arrays reach.</summary>
    private string _index = "", _inner = "", _counter = "", _delayed = "";
    private int _below, _above;

    private RandomLoops(int seed, bool isVector) => (_random, _isVector) = (new(seed), isVector);

    /// <summary>
    /// The body of a model of (x, y, w, k, p, n, m): 2 n + <see cref="Margin"/> elements of x, y and z, rows of m or columns of n elements in w,
    /// indices of x in k. It returns a number, or fills z.
    /// </summary>
    public static string Body(int seed, bool isVector, bool isSingle)
    {
        RandomLoops model = new(seed, isVector);
        model.Write();
        string text = string.Join("\n", model._lines) + "\n";
        return isSingle ? text.Replace("double", "float", StringComparison.Ordinal).Replace("Math.", "MathF.", StringComparison.Ordinal).Replace("_", "f", StringComparison.Ordinal) : text.Replace("_", "", StringComparison.Ordinal);
    }

    private void Write()
    {
        Line("double s = 0.25_, t = 0_, q = 1_, hi = -3_, lo = 3_, r = 0.5_, before = 0.3_;");
        if (_isVector)
        {
            Line("for (int i = 0; i < z.Length; i++)");
            Line("{");
            Line("    z[i] = 0.125_ * x[i];");
            Line("}");
        }
        else
        {
            Line("double[] z = new double[x.Length];");
        }
        int loops = 1 + _random.Next(3);
        for (int i = 0; i < loops; i++)
        {
            Loop();
            if (_random.Next(3) == 0)
            {
                Line("p += 0.1_ * Math.Tanh(" + Pick(["s", "t", "q", "hi", "lo", "r"]) + ");");
            }
        }
        string all = "0.5_ * s + 0.3_ * t + 0.7_ * q + hi + 0.4_ * lo + r + before";
        if (_isVector)
        {
            Line("z[0] += " + all + ";");
            return;
        }
        if (_random.Next(2) == 0)
        {
            Line("for (int i = 0; i < z.Length; i++)");
            Line("{");
            Line("    s += 0.3_ * z[i] * z[i];");
            Line("}");
        }
        Line("return " + all + ";");
    }

    /// <summary>An outer loop: up and down, from other places than zero, to lengths, parameters and constants.</summary>
    private void Loop()
    {
        _index = "i" + ++_names;
        (string head, _below, _above) = _random.Next(10) switch
        {
            0 or 1 => ($"int {_index} = 0; {_index} < n; {_index}++", 0, 4),
            2 => ($"int {_index} = 1; {_index} < n; {_index}++", 1, 4),
            3 => ($"int {_index} = n - 1; {_index} >= 0; {_index}--", 0, 4),
            4 => ($"int {_index} = 2; {_index} <= n; {_index}++", 2, 4),
            5 => ($"int {_index} = n; {_index} > 0; {_index}--", 1, 4),
            6 => ($"int {_index} = 0; {_index} < x.Length; {_index}++", 0, 0),
            7 => ($"int {_index} = 0; {_index} < {Pick(["16", "17", "24", "40"])}; {_index}++", 0, 4),
            8 => ($"int {_index} = m; {_index} < n + 3; {_index}++", 0, 4),
            _ => ($"int {_index} = 1; {_index} < x.Length - 2; {_index}++", 1, 2),
        };
        _counter = _above == 4 && _random.Next(6) == 0 ? "k" + ++_names : "";
        if (_counter.Length > 0)
        {
            Line($"int {_counter} = {_random.Next(3)};");
        }
        _delayed = _random.Next(5) == 0 ? "before" : "";
        Open("for (" + head + ")");
        int reals = _reals.Count;
        Statements(2 + _random.Next(3), 0);
        if (_delayed.Length > 0)
        {
            Line("before = " + Squash(_random.Next(3) == 0 ? Real(1) : Element()) + ";");
        }
        if (_counter.Length > 0)
        {
            Line($"{_counter} += {Pick(["1", "1", "1", "2"])};"); // at most 2 n + 3 and 82
        }
        _reals.RemoveRange(reals, _reals.Count - reals);
        Close();
        _counter = _delayed = "";
    }

    private void Statements(int count, int depth)
    {
        int reals = _reals.Count;
        for (int i = 0; i < count; i++)
        {
            Statement(depth);
        }
        if (depth > 0)
        {
            _reals.RemoveRange(reals, _reals.Count - reals);
        }
    }

    private void Statement(int depth)
    {
        switch (_random.Next(depth > 1 ? 14 : 22))
        {
            case 0 or 1 or 2:
                string v = "v" + ++_names;
                Line($"double {v} = {Real(2)};");
                _reals.Add(v);
                break;
            case 3 or 4:
                Line(_random.Next(3) switch { 0 => $"s += {Real(2)};", 1 => $"s -= 0.5_ * {Real(2)};", _ => $"s = {Real(1)} * {Real(1)} + s;" });
                break;
            case 5 or 6:
                Line($"t += {Real(1)} * {Element()};");
                break;
            case 7:
                Line(_random.Next(2) == 0 ? $"q *= 1_ + 0.05_ * {Squash(Real(1))};" : $"q /= 1_ + 0.05_ * {Squash(Real(1))};");
                break;
            case 8:
                Line(_random.Next(3) switch { 0 => $"hi = Math.Max(hi, {Real(1)});", 1 => $"lo = Math.Min({Real(1)}, lo);", _ => $"if ({Element()} > hi) {{ hi = {Real(1)}; }}" });
                break;
            case 9 or 10 or 11:
                Store();
                break;
            case 12 when _random.Next(3) == 0:
                Line("r = " + Squash("r + " + Real(1)) + ";"); // needs the iteration before
                break;
            case 13 when _random.Next(4) == 0:
                Line($"if ({Condition()}) {{ {(_random.Next(3) == 0 ? "break" : "continue")}; }}");
                break;
            case 14 or 15 or 16:
                Open($"if ({Condition()})");
                Statements(1 + _random.Next(2), depth + 1);
                Close();
                if (_random.Next(2) == 0)
                {
                    Open("else");
                    Statements(1 + _random.Next(2), depth + 1);
                    Close();
                }
                break;
            case 17 or 18 or 19 when _inner.Length == 0:
                Inner(depth);
                break;
            case 20 when _inner.Length == 0:
                Scratch();
                break;
            case 21:
                Newton();
                break;
            default:
                Line($"t += {Real(2)};");
                break;
        }
    }

    /// <summary>Stores and adds: at the iteration's own element, at neighbours, at a fixed one, at computed ones that iterations share.</summary>
    private void Store()
    {
        string value = Squash(Real(2)), i = _index;
        Line(_random.Next(14) switch
        {
            0 or 1 or 2 => $"z[{i}] = {value};",
            3 or 4 => $"z[{i}] += 0.5_ * {value};",
            5 when _above > 0 => $"z[{i} + 1] = 0.9_ * z[{i}] + 0.1_ * {value};",
            6 when _above > 0 => $"z[{i} + 1] = {value};",
            7 => $"z[3] += 0.1_ * {value};",
            8 => $"z[{i} % 4] += 0.1_ * {value};",
            9 when _above == 4 && _inner.Length == 0 => $"z[2 * {i}] = {value};",
            10 when _above == 4 => $"z[2 * {i} + 1] += 0.3_ * {value};",
            11 when _below > 0 => $"z[{i} - 1] += 0.2_ * {value};",
            12 when _above == 4 => $"z[n + 40 - {i}] = {value};", // at least 0: constant ends are 40 at most
            13 when _counter.Length > 0 => $"z[{_counter}] = {value};",
            _ => $"z[{i}] = 0.5_ * z[{i}] + {value};",
        });
    }

    /// <summary>A loop inside an iteration: rows, columns, triangles, neighbours, early ends; with a sum of its own or into those of the outer loop.</summary>
    private void Inner(int depth)
    {
        string i = _index, j = "j" + ++_names, own = "d" + ++_names;
        string head = _random.Next(8) switch
        {
            0 or 1 or 2 => $"int {j} = 0; {j} < m; {j}++",
            3 => $"int {j} = 0; {j} < {i}; {j}++",
            4 => $"int {j} = m - 1; {j} >= 0; {j}--",
            5 => $"int {j} = 0; {j} < 5; {j}++",
            6 => $"int {j} = {i}; {j} < n; {j}++",
            _ => $"int {j} = 0; {j} < n; {j}++",
        };
        bool isRow = head.Contains("< m", StringComparison.Ordinal) || head.Contains("m - 1", StringComparison.Ordinal) || head.Contains("< 5", StringComparison.Ordinal);
        string Matrix() => !isRow ? $"w[{j} * m]" : _random.Next(4) switch { 0 => $"w[{j} * n + {i}]", 1 => $"y[{j}]", _ => $"w[{i} * m + {j}]" };
        Line($"double {own} = {Real(1)};");
        Open($"for ({head})");
        _inner = j;
        int lines = 1 + _random.Next(2);
        int reals = _reals.Count;
        for (int line = 0; line < lines; line++)
        {
            switch (_random.Next(9))
            {
                case 0 or 1 or 2:
                    Line($"{own} += {Matrix()} * {Pick([$"x[{j}]", $"y[{j}]", Matrix(), Real(1)])};");
                    break;
                case 3:
                    Line($"{own} += 0.1_ * Math.Tanh({Matrix()} * {Real(1)});");
                    break;
                case 4:
                    Line($"s += 0.1_ * {Matrix()} * {Real(1)};");
                    break;
                case 5:
                    Line($"z[{j}] += 0.1_ * {Matrix()} * {Pick(_reals)};");
                    break;
                case 6:
                    Line($"if ({own} > 2_) {{ break; }}");
                    break;
                case 7:
                    Line($"{own} = Math.Max({own}, {Matrix()});");
                    break;
                default:
                    Open($"if ({Matrix()} > {Real(0)})");
                    Statements(1, depth + 2);
                    Close();
                    break;
            }
        }
        _reals.RemoveRange(reals, _reals.Count - reals);
        Close();
        _inner = "";
        Line($"double e{own} = {Squash(own)};");
        _reals.Add("e" + own);
    }

    /// <summary>An array of an iteration's own, filled and used: a layer.</summary>
    private void Scratch()
    {
        string h = "h" + ++_names, j = "j" + ++_names, l = "l" + ++_names, i = _index;
        bool isOwn = _random.Next(2) == 0;
        string size = Pick(["m", "5"]);
        if (!isOwn)
        {
            _lines.Insert(1, $"        double[] {h} = new double[{size}];");
        }
        else
        {
            Line($"double[] {h} = new double[{size}];");
        }
        Open($"for (int {j} = 0; {j} < {size}; {j}++)");
        Line($"double a{h} = {Real(0)};");
        if (_random.Next(3) > 0)
        {
            Open($"for (int {l} = 0; {l} < m; {l}++)");
            Line($"a{h} += w[{j} * m + {l}] * {Pick([$"w[{i} * m + {l}]", $"x[{l}]", $"y[{l}]"])};");
            Close();
        }
        Line($"{h}[{j}] = {Squash($"a{h} + {Real(1)}")};");
        Close();
        Open($"for (int {j} = 0; {j} < {size}; {j}++)");
        Line($"{Pick(["s", "t"])} += {h}[{j}] * {Pick([$"y[{j}]", Real(1), $"w[{i} * m + {j}]"])};");
        Close();
    }

    private void Newton()
    {
        string root = "g" + ++_names, steps = "c" + _names, square = "b" + _names;
        Line($"double {square} = 1_ + Math.Abs({Real(1)});");
        Line($"double {root} = {square};");
        Line($"int {steps} = 0;");
        Open($"while (Math.Abs({root} * {root} - {square}) > 0.0001_ && {steps} < 9)");
        Line($"{root} = 0.5_ * ({root} + {square} / {root});");
        Line($"{steps}++;");
        Close();
        _reals.Add(root);
    }

    private static string Squash(string value) => $"Math.Tanh({value})";

    private string Condition() => _random.Next(6) switch
    {
        0 => $"{_index} % 3 == 1",
        1 => $"{Element()} > {Real(1)} && {_index} > 2",
        2 => $"{Element()} < 0.3_ || {Real(0)} > 0.1_",
        3 => $"{_index} > n / 2",
        _ => $"{Element()} > {Real(0)}",
    };

    private string Element()
    {
        string i = _index, array = Pick(["x", "y", "x", "y", "z"]);
        switch (_random.Next(16))
        {
            case 0 or 1 when _above >= 1: return $"{array}[{i} + 1]";
            case 2 when _below >= 1: return $"{array}[{i} - 1]";
            case 3 when _above >= 2: return $"{array}[{i} + 2]";
            case 4 when _counter.Length > 0: return $"x[{_counter}]";
            case 5: return $"{Pick(["x", "y"])}[{Pick(["0", "m", "n"])}]";
            case 6 when _random.Next(2) == 0: return $"x[k[{i}]]";
            case 7: return $"w[{i} * m + 1]";
            case 8 when _above == 4: return $"{Pick(["x", "y"])}[2 * {i} + 1]";
            case 9 when _above == 4: return $"y[n + 40 - {i}]";
            case 10: return $"w[{i} * 3 + {_random.Next(3)}]";
            case 11 when _inner.Length > 0: return $"y[{_inner}]";
            default: return $"{array}[{i}]";
        }
    }

    private string Leaf() => _random.Next(9) switch
    {
        0 => (_random.Next(19) / 10.0 - 0.9).ToString("0.0", CultureInfo.InvariantCulture) + "_",
        1 => $"(0.01_ * (double){_index})",
        2 when _delayed.Length > 0 => _delayed,
        3 or 4 or 5 => Pick(_reals),
        _ => Element(),
    };

    private string Real(int depth)
    {
        if (depth == 0)
        {
            return Leaf();
        }
        string a = Real(depth - 1);
        return _random.Next(20) switch
        {
            0 => $"Math.Sin({a})",
            1 => $"Math.Cos({a})",
            2 or 3 => Squash(a),
            4 => $"Math.Exp({Squash(a)})",
            5 => $"({a} / (2_ + {Leaf()} * {Leaf()}))",
            6 => $"Math.Sqrt(1_ + {a} * {a})",
            7 => $"Math.Log(1.5_ + {a} * {a})",
            8 => $"Math.Abs({a})",
            9 => $"Math.Max({a}, {Leaf()})",
            10 => $"({Element()} > {Leaf()} ? {a} : {Element()})",
            11 => $"(-{a})".Replace("--", "- -", StringComparison.Ordinal),
            12 or 13 or 14 => $"{a} * {Leaf()}",
            15 or 16 => $"({a} - {Leaf()})",
            17 => $"Math.Atan({a})",
            _ => $"({a} + {Leaf()})",
        };
    }

    private string Pick(IReadOnlyList<string> choices) => choices[_random.Next(choices.Count)];

    private void Open(string head)
    {
        Line(head);
        Line("{");
        _indent++;
    }

    private void Close()
    {
        _indent--;
        Line("}");
    }

    private void Line(string text) => _lines.Add(new string(' ', 4 * _indent) + text);
}
