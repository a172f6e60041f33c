using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// After this a checkpointed loop of n iterations is a loop over about √n segments of about √n iterations: the first step of checkpointing (Griewank
/// and Walther 2008, chapter 12, with one level of equal segments). Every number keeps its bits.
/// </summary>
/// <remarks>
/// <code>
/// for (i = 0 to n) carrying p = p0 { … } next p1, final p2
/// → length = n &gt; 1 ? (int)Ceiling(Sqrt(n)) : 1; segments = n &gt; 0 ? (n - 1) / length + 1 : 0;
///   for (segment = 0 to segments) carrying pStart = p0
///   {
///       let start = segment * length; let end = segment &lt; segments - 1 ? start + length : n;
///       for (i = start to end) carrying p = pStart { … } next p1, final pEnd
///   }
///   next pEnd, final p2
/// </code>
/// </remarks>
internal sealed class Segments
{
    private readonly Dictionary<string, Segment> _loops = [];
    private readonly Dictionary<string, Expression> _longest = [];
    private readonly HashSet<string> _atTop = [];
    private readonly Names _names;
    private List<Statement> _top = [];

    private Segments(Function function)
    {
        _names = Names.Of(function);
        _atTop.UnionWith(function.Parameters.Where(static p => p.Kind == ParameterKind.Scalar).Select(static p => p.Name));
        _atTop.UnionWith(function.Parameters.Where(static p => p.Kind != ParameterKind.Scalar).Select(static p => p.Name));
    }

    public static Segmented Run(Function function)
    {
        if (!Walker.Statements(function.Body).Any(static s => s is For { IsCheckpointed: true }))
        {
            return new(function, function, new Dictionary<string, Segment>(), new Dictionary<string, Expression>());
        }
        Segments segments = new(function);
        List<Statement> body = segments._top = [];
        foreach (Statement statement in function.Body.Statements)
        {
            segments.Rewrite(statement, body);
            segments._atTop.UnionWith(Walker.Defines(statement).Select(static d => d.Name));
        }
        return new(function with { Body = body.ToBlock() }, function, segments._loops, segments._longest);
    }

    private Block Rewrite(Block block)
    {
        List<Statement> output = [];
        foreach (Statement statement in block.Statements)
        {
            Rewrite(statement, output);
        }
        return output.ToBlock();
    }

    private void Rewrite(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case If branch:
                output.Add(branch with { Then = Rewrite(branch.Then), Else = Rewrite(branch.Else) });
                break;
            case While loop:
                output.Add(loop with { Body = Rewrite(loop.Body), IsCheckpointed = false });
                break;
            case For { IsCheckpointed: true, From.Type: ScalarType.Int } loop:
                For plain = loop with { IsCheckpointed = false };
                output.Add(Divide(plain, plain with { Body = Rewrite(loop.Body) }, output));
                break;
            case For loop:
                output.Add(loop with { Body = Rewrite(loop.Body), IsCheckpointed = false });
                break;
            default:
                output.Add(statement);
                break;
        }
    }

    private For Divide(For original, For loop, List<Statement> output)
    {
        Expression trips = Count(loop);

        // Where the count is known before everything around the loop, so is the storage.
        List<Statement> before = IsKnownAtTop(trips) ? _top : output;
        Expression count = trips is Read or Constant ? trips : Define("trips", trips, before);
        Expression root = Build.Convert(Call(Elementary.Ceiling, Call(Elementary.Sqrt, Build.Convert(count, ScalarType.Double))), ScalarType.Int);
        Read length = Define("segmentLength", Select(Compare(Arithmetic.Greater, count, Int(1)), root, Int(1)), before);
        Expression full = Offset(Call(Arithmetic.Over, Offset(count, -1), length), 1);
        Read segments = Define("segments", Select(Compare(Arithmetic.Greater, count, Int(0)), full, Int(0)), before);
        if (before == _top)
        {
            _atTop.UnionWith([length.Name, segments.Name]);
        }

        string segment = _names.Fresh("segment");
        List<Statement> body = [];
        Expression passed = IndexTimes(IndexTimes(Name(segment, ScalarType.Int), length), Int(Math.Abs(loop.Step)));
        Expression first = loop.Step > 0 ? IndexPlus(loop.From, passed) : IndexMinus(loop.From, passed);
        Read start = Define("start", first, body);
        Expression whole = IndexTimes(length, Int(Math.Abs(loop.Step)));
        Expression next = loop.Step > 0 ? IndexPlus(start, whole) : IndexMinus(start, whole);

        // Not start + length for the last one: that may be beyond the integers.
        Expression isInner = Compare(Arithmetic.Less, Name(segment, ScalarType.Int), Offset(segments, -1));
        Read end = Define("end", Select(isInner, next, loop.To), body, isTemporary: false);

        Dictionary<string, Expression> starts = new() { [loop.Index] = first };
        List<Carried> outer = [], inner = [];
        foreach (Carried cell in loop.Carried)
        {
            string state = _names.Fresh(cell.Name), after = _names.Fresh(cell.Final);
            starts[cell.Name] = Name(state, cell.Type);
            outer.Add(new(state, cell.Type, cell.Initial, Name(after, cell.Type), cell.Final));
            inner.Add(cell with { Initial = Name(state, cell.Type), Final = after });
        }
        body.Add(loop with { From = start, To = end, Carried = inner.ToEquatableArray() });
        _loops[segment] = new(original, loop, outer.Zip(loop.Carried, static (state, cell) => (state.Name, cell.Name)).ToDictionary(static c => c.Item1, static c => c.Item2));
        _longest[loop.Index] = length;
        return new(segment, Int(0), segments, 1, loop.Until is null ? null : Rewriter.Substitute(loop.Until, starts), outer.ToEquatableArray(), body.ToBlock())
        {
            Source = loop.Source,
            Origin = loop.Origin,
        };
    }

    private Read Define(string wanted, Expression value, List<Statement> output, bool isTemporary = true)
    {
        string name = _names.Fresh(wanted);
        output.Add(new Let(name, value) { IsTemporary = isTemporary });
        return Name(name, ScalarType.Int);
    }

    /// <summary>The number of iterations, not positive when the loop does not run even where the difference of its ends overflows; throws where the number does.</summary>
    private static Expression Count(For loop)
    {
        Expression trips = Reverse.Trips(loop);
        (Expression low, Expression high) = loop.Step > 0 ? (loop.From, loop.To) : (loop.To, loop.From);
        if (low is Constant { Bits: 0 or -1 })
        {
            return trips; // not positive when the loop does not run
        }
        bool isSafe = low is Constant { Bits: > 0 } || (low is Constant && high is Constant);
        Expression exact = isSafe ? trips : Rewriter.Map(trips, static e => e is Apply { Primitive: var p } difference && p == Arithmetic.Minus ? difference with { Primitive = Arithmetic.CheckedMinus } : e);
        return Select(IsBelow(low, high), exact, Int(0));
    }

    private static Expression IsBelow(Expression low, Expression high) =>
        low is Constant a && high is Constant b ? Bool(a.Bits < b.Bits) : Compare(Arithmetic.Less, low, high);

    private bool IsKnownAtTop(Expression expression) => Walker.All(expression).All(e => e switch
    {
        Element or External { Arguments.Count: > 0 } => false,
        Read read => _atTop.Contains(read.Name),
        Length length => _atTop.Contains(length.Array),
        Apply apply => !Reverse.MayThrow(apply),
        _ => true,
    });
}

/// <summary>A function whose checkpointed loops are divided into segments.</summary>
/// <param name="Function">What reverse mode reads.</param>
/// <param name="Undivided">The same function before.</param>
/// <param name="Loops">What became of each loop, by the index of the loop over its segments.</param>
/// <param name="Longest">The most iterations of the loop inside a segment, by its index.</param>
internal sealed record Segmented(Function Function, Function Undivided, IReadOnlyDictionary<string, Segment> Loops, IReadOnlyDictionary<string, Expression> Longest);

/// <summary>A divided loop.</summary>
/// <param name="Plain">As it was.</param>
/// <param name="Undivided">As it was, but with divided loops inside.</param>
/// <param name="Cells">Which of its cells each cell of the loop over the segments hands on.</param>
internal sealed record Segment(For Plain, For Undivided, IReadOnlyDictionary<string, string> Cells);
