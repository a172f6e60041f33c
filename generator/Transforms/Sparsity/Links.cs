using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>Makes a <see cref="Link"/> from the loops and branches around a write, outermost first, that a reader does not share with it.</summary>
internal sealed class Links
{
    private readonly Flow _flow;
    private readonly LoopBounds _bounds;
    private readonly Nest _reader;
    private readonly List<Nest> _nests;

    /// <summary>The indices of the write's loops under names of their own: <c>@i</c> for <c>i</c>.</summary>
    private readonly Dictionary<string, Expression> _values = [];
    private readonly Dictionary<string, Range> _ranges = [];
    private readonly List<string> _unbound = [];
    private bool _isUncertain;

    /// <param name="shared">How many of the outermost nests are run once for both, so that their conditions hold.</param>
    public Links(Flow flow, LoopBounds bounds, List<Nest> nests, Nest reader, int shared)
    {
        _flow = flow;
        _bounds = bounds;
        _reader = reader;
        _nests = nests.Skip(shared < 0 ? 0 : shared).ToList();
        foreach (Nest nest in _nests)
        {
            if (nest.Statement is not For loop)
            {
                _isUncertain |= nest.Statement is While;
                continue;
            }
            string own = "@" + loop.Index;
            _isUncertain |= loop.Until is not null;
            if (bounds.Of(loop) is { } range)
            {
                _ranges[loop.Index] = (Range)Item.Substitute(range, _values) with { Index = own };
            }
            else
            {
                _unbound.Add(own);
                _isUncertain = true;
            }
            _values[loop.Index] = Name(own, ScalarType.Int);
        }
    }

    /// <summary>The reader is in the same loop: it sees the iterations up to its own.</summary>
    public void EndWith(Nest? loop, bool isStrict)
    {
        if (loop?.Statement is For shared && _ranges.TryGetValue(shared.Index, out Range? range))
        {
            Read index = Name(shared.Index, ScalarType.Int);
            _ranges[shared.Index] = range with { To = isStrict ? index : Offset(index, shared.Step) };
        }
    }

    /// <summary>Null when no iteration can have written the element.</summary>
    public Link? Link(Expression? written, Expression? read)
    {
        if (written is null || read is null)
        {
            return Assemble(new Dictionary<string, Expression>(), []);
        }
        IndexPolynomial left = IndexPolynomial.Of(Rewriter.Substitute(written, _values)), right = IndexPolynomial.Of(read);
        IndexEquation equation = new(_bounds, _reader);
        List<Range> unknowns = [.. _ranges.Values, .. _unbound.Select(static u => new Range(u, Int(0), Int(0), 2))];
        if (!equation.Solve(left, right, unknowns) || !IsPossible(equation))
        {
            return null;
        }
        Guard same = new(Compare(Arithmetic.Equal, right.ToExpression(), left.ToExpression()));
        return Assemble(equation.Values, equation.Guards) ?? Assemble(new Dictionary<string, Expression>(), [same])!;
    }

    private bool IsPossible(IndexEquation equation) => _ranges.Values.All(range =>
        !equation.Values.TryGetValue(range.Index, out Expression? value)
        || _bounds.Contains((Range)Item.Substitute(range, equation.Values), value, _reader) is not null);

    /// <summary>
    /// Ranges and conditions in an order in which each may be evaluated: a condition as soon as what it mentions is known. Null when a range depends
    /// on an index that is known only inside it.
    /// </summary>
    private Link? Assemble(IReadOnlyDictionary<string, Expression> solved, IReadOnlyList<Guard> conditions)
    {
        List<Quantifier> over = [];
        List<Guard> waiting = [];
        HashSet<string> missing = [.. _ranges.Values.Select(static r => r.Index).Where(name => !solved.ContainsKey(name)), .. _unbound.Where(name => !solved.ContainsKey(name))];
        bool isUncertain = _isUncertain;

        bool IsReady(Expression expression) => !missing.Any(name => KnownIntegers.Mentions(expression, name));
        void Flush()
        {
            over.AddRange(waiting.Where(w => IsReady(w.Condition)));
            waiting.RemoveAll(w => IsReady(w.Condition));
        }

        waiting.AddRange(conditions);
        Flush();
        foreach (Nest nest in _nests)
        {
            if (nest.Statement is If)
            {
                (Guard? guard, bool isUnknown) = _flow.GuardOf(nest);
                isUncertain |= isUnknown;
                if (guard is not null)
                {
                    waiting.Add((Guard)Item.Substitute(Item.Substitute(guard, _values), solved));
                }
            }
            else if (nest.Statement is For loop && _ranges.TryGetValue(loop.Index, out Range? own))
            {
                Range range = (Range)Item.Substitute(own, solved);
                if (solved.TryGetValue(range.Index, out Expression? value))
                {
                    waiting.AddRange(_bounds.Contains(range, value, _reader) ?? []);
                }
                else if (IsReady(range.From) && IsReady(range.To))
                {
                    over.Add(range);
                    missing.Remove(range.Index);
                }
                else if (solved.Count > 0)
                {
                    return null;
                }
                else
                {
                    isUncertain = true; // over iterations of an unknown number: the index may be anything
                    continue;
                }
            }
            Flush();
        }
        Dictionary<string, Expression> values = _values.ToDictionary(static v => v.Key, v => Rewriter.Substitute(v.Value, solved));
        return new(values, over.ToEquatableArray(), isUncertain || waiting.Count > 0, missing.ToEquatableArray());
    }
}
