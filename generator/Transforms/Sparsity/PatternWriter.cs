using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Entries as a function in normal form that enumerates them by calls of <see cref="Add"/> and <see cref="AddRange"/>. Entries that range over the
/// same share their loops; the first row of each output and the first column of each input are values at the start.
/// </summary>
internal sealed class PatternWriter
{
    /// <summary>The function called with a row and a column.</summary>
    public const string Add = "pattern.Add";

    /// <summary>The function called with a row, its first column and how many; a count of zero or less means none.</summary>
    public const string AddRange = "pattern.AddRange";

    private readonly Function _function;
    private readonly PatternLayout _layout;
    private readonly Names _names;
    private readonly Dictionary<string, Expression> _starts = [];
    private readonly List<Statement> _head = [];
    private readonly bool _isSymmetric;

    private PatternWriter(Function function, PatternLayout layout, bool isSymmetric)
    {
        _function = function;
        _layout = layout;
        _names = Names.Of(function with { Body = Block.Empty });
        _isSymmetric = isSymmetric;
    }

    /// <param name="isSymmetric">Each entry is named with its mirror image.</param>
    public static Function Write(Function function, string name, Flow flow, PatternLayout layout, IReadOnlyList<PatternEntry> entries, bool isSymmetric)
    {
        PatternWriter writer = new(function, layout, isSymmetric);
        writer._head.AddRange(function.Body.Statements.Select(s => Check(s, flow.Integers)).OfType<If>());
        List<Statement> body = writer.Nested([.. entries.Select(static e => (e with { Over = KnownGuards.Without(e.Over) }, 0))], new Dictionary<string, Expression>());
        return new(name, function.Parameters, function.Tables, writer._head.Concat(body).ToBlock(), []);
    }

    /// <summary>A check of the arguments, which throws here as it does in the function; null for other statements.</summary>
    private static If? Check(Statement statement, KnownIntegers integers)
    {
        if (statement is not If { Then.Statements: [Throw thrown], Else.IsEmpty: true } branch || integers.Of(branch.Condition).Value is not { } condition)
        {
            return null;
        }
        Formula[] arguments = [.. thrown.Arguments.Select(a => integers.Of(a))];
        return arguments.Any(static a => a.Value is null)
            ? null
            : new(condition, ((IEnumerable<Statement>)[thrown with { Arguments = arguments.Select(static a => a.Value!).ToEquatableArray() }]).ToBlock(), Block.Empty);
    }

    /// <summary>The entries inside the quantifiers that were opened; neighbours with the same next quantifier open it together.</summary>
    private List<Statement> Nested(List<(PatternEntry Entry, int Depth)> entries, Dictionary<string, Expression> names)
    {
        List<Statement> statements = [];
        List<List<(PatternEntry Entry, int Depth)>> groups = [];
        foreach ((PatternEntry Entry, int Depth) item in entries)
        {
            Quantifier? next = Next(item);
            List<(PatternEntry, int)>? group = next is null ? null : groups.FirstOrDefault(g => next.Equals(Next(g[0])));
            if (group is null)
            {
                groups.Add([item]);
            }
            else
            {
                group.Add(item);
            }
        }
        foreach (List<(PatternEntry Entry, int Depth)> group in groups)
        {
            switch (Next(group[0]) is { } quantifier ? Item.Substitute(quantifier, names) : null)
            {
                case Range range:
                    string index = _names.Fresh(range.Index[0] == '#' ? "k" : range.Index);
                    Dictionary<string, Expression> inner = new(names) { [range.Index] = Name(index, ScalarType.Int) };
                    statements.Add(new For(index, range.From, range.To, range.Step, Nested(Deeper(group), inner).ToBlock()));
                    break;
                case Guard guard:
                    statements.Add(Guarded(guard.Condition, Nested(Deeper(group), names)));
                    break;
                default:
                    statements.AddRange(Calls(group[0].Entry, names));
                    break;
            }
        }
        return statements;
    }

    /// <summary><code>if (a) { if (b) { … } }   →   if (a &amp;&amp; b) { … }</code></summary>
    private static If Guarded(Expression condition, List<Statement> inside) => inside is [If { Else.IsEmpty: true } only]
        ? new(And(condition, only.Condition), only.Then, Block.Empty)
        : new(condition, inside.ToBlock(), Block.Empty);

    private static Quantifier? Next((PatternEntry Entry, int Depth) item) => item.Depth < item.Entry.Over.Count ? item.Entry.Over[item.Depth] : null;

    private static List<(PatternEntry Entry, int Depth)> Deeper(List<(PatternEntry Entry, int Depth)> group) => [.. group.Select(static i => (i.Entry, i.Depth + 1))];

    private IEnumerable<Statement> Calls(PatternEntry entry, Dictionary<string, Expression> names)
    {
        Expression row = IndexPlus(Start(entry.Output, true), Rewriter.Substitute(entry.Row, names));
        Expression column = IndexPlus(Start(entry.Input, false), Rewriter.Substitute(entry.First, names));
        Expression count = Rewriter.Substitute(entry.Count, names);
        bool isOne = IsConstant(count, 1);
        yield return isOne ? new Call([], Add, [row, column], []) : new Call([], AddRange, [row, column, count], []);
        if (!_isSymmetric || row.Equals(column))
        {
            yield break;
        }
        if (isOne)
        {
            yield return new Call([], Add, [column, row], []);
            yield break;
        }
        string index = _names.Fresh("k");
        Call mirrored = new([], Add, [IndexPlus(column, Name(index, ScalarType.Int)), row], []);
        yield return new For(index, Int(0), count, 1, ((IEnumerable<Statement>)[mirrored]).ToBlock());
    }

    /// <summary>The first row of an output, the first column of an input.</summary>
    private Expression Start(string name, bool isRow)
    {
        string key = (isRow ? "row " : "column ") + name;
        if (!_starts.TryGetValue(key, out Expression? start))
        {
            start = isRow ? _layout.RowOf(name) : _layout.ColumnOf(name);
            if (start is not (Constant or Length))
            {
                string called = _names.Fresh(name.Length == 0 ? "resultRow" : isRow ? name + "Row" : name + "Column");
                _head.Add(new Let(called, start));
                start = Name(called, ScalarType.Int);
            }
            _starts[key] = start;
        }
        return start;
    }
}
