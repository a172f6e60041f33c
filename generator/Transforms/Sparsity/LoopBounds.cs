using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>What the loops of a function count, as formulas, and what follows for indices inside them.</summary>
internal sealed class LoopBounds(KnownIntegers integers)
{
    private readonly Dictionary<string, (Range? Range, Formula Missing)> _ranges = [];

    /// <summary>What a loop counts; null when that is not known before the function runs.</summary>
    public Range? Of(For loop) => Find(loop).Range;

    public Obstacle WhyNot(For loop)
    {
        Formula missing = Find(loop).Missing;
        return new($"the ends of the loop over '{loop.Index}' are not known: {missing.Why}", missing.Origin >= 0 ? missing.Origin : loop.Origin);
    }

    /// <summary>True when the number cannot be negative at a place inside these loops.</summary>
    public bool IsNonNegative(IndexPolynomial number, Nest? at)
    {
        for (Nest? nest = at; nest is not null; nest = nest.Parent)
        {
            if (nest.Statement is not For loop || Of(loop) is not { } range || number.Split(loop.Index) is not { } parts)
            {
                continue;
            }
            if (parts.Factor.Constant is { } factor && factor != 0)
            {
                bool isLow = factor > 0;
                Expression extreme = range.Step > 0
                    ? isLow ? range.From : Offset(range.To, -1)
                    : isLow ? Offset(range.To, 1) : range.From;
                number = (parts.Factor * IndexPolynomial.Of(extreme)) + parts.Others;
            }
        }
        return number.Constant >= 0 || number.IsSumOfLengths;
    }

    /// <summary>The conditions under which a number is one that the range counts; null when it never is. Those that always hold are left out.</summary>
    public List<Guard>? Contains(Range range, Expression value, Nest at)
    {
        IndexPolynomial number = IndexPolynomial.Of(value), from = IndexPolynomial.Of(range.From), to = IndexPolynomial.Of(range.To), one = IndexPolynomial.Of(1);
        List<Guard> guards = [];
        bool isUp = range.Step > 0;
        bool isPossible =
            Require(guards, isUp ? number - from : from - number, Compare(isUp ? Arithmetic.GreaterOrEqual : Arithmetic.LessOrEqual, value, range.From), at)
            && Require(guards, isUp ? to - number - one : number - to - one, Compare(isUp ? Arithmetic.Less : Arithmetic.Greater, value, range.To), at);
        if (range.Step is not 1 and not -1)
        {
            Expression rest = Call(Arithmetic.Remainder, (number - from).ToExpression(), Int(range.Step));
            if ((number - from).Constant is { } passed)
            {
                isPossible &= passed % range.Step == 0;
            }
            else
            {
                guards.Add(new(Compare(Arithmetic.Equal, rest, Int(0))));
            }
        }
        return isPossible ? guards : null;
    }

    /// <summary>Adds the condition unless it always holds; false when it never does.</summary>
    private bool Require(List<Guard> guards, IndexPolynomial nonNegative, Expression condition, Nest at)
    {
        if (IsNonNegative(nonNegative, at))
        {
            return true;
        }
        if (IsNonNegative(IndexPolynomial.Of(-1) - nonNegative, at))
        {
            return false;
        }
        guards.Add(new(condition));
        return true;
    }

    private (Range? Range, Formula Missing) Find(For loop)
    {
        if (!_ranges.TryGetValue(loop.Index, out (Range?, Formula) found))
        {
            Formula from = integers.Of(loop.From, loop.Origin), to = integers.Of(loop.To, loop.Origin);
            found = loop.From.Type != ScalarType.Int ? (null, new(null, "it does not count in ints", loop.Origin)) : Find(loop, from, to);
            _ranges[loop.Index] = found;
        }
        return found;
    }

    /// <summary>Ends that depend on a loop around whose own ends are not known are not known either.</summary>
    private (Range?, Formula) Find(For loop, Formula from, Formula to)
    {
        if (from.Value is null || to.Value is null)
        {
            return (null, from.Value is null ? from : to);
        }
        For? around = integers.LoopsOf(from.Value).Concat(integers.LoopsOf(to.Value)).FirstOrDefault(l => Of(l) is null);
        return around is null ? (new Range(loop.Index, from.Value, to.Value, loop.Step), from) : (null, Find(around).Missing);
    }
}
