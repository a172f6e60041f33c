using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// In which iteration was the element written that is read here? Solves <c>written(unknowns) = read</c> in integers: an unknown that stands alone
/// is a difference or a quotient, and of a row-major index <c>i · n + j</c> with <c>0 ≤ j &lt; n</c> both are known.
/// </summary>
internal sealed class IndexEquation(LoopBounds bounds, Nest reader)
{
    /// <summary>The unknowns that are known now.</summary>
    public Dictionary<string, Expression> Values { get; } = [];

    /// <summary>What must hold besides: also the equation itself where it could not be solved.</summary>
    public List<Guard> Guards { get; } = [];

    /// <summary>False when there is no solution.</summary>
    public bool Solve(IndexPolynomial written, IndexPolynomial read, IReadOnlyList<Range> unknowns)
    {
        Range[] present = [.. unknowns.Where(u => written.Mentions(u.Index))];
        if (present.Length == 0)
        {
            return (written - read).Constant is { } difference ? difference == 0 : Unsolved(written, read);
        }
        if (present.Length == 1)
        {
            return written.Split(present[0].Index) is { } parts ? SolveOne(present[0].Index, parts.Factor, read - parts.Others) : Unsolved(written, read);
        }
        return SolveRow(written, read, present) ?? Unsolved(written, read);
    }

    private bool Unsolved(IndexPolynomial written, IndexPolynomial read)
    {
        Guards.Add(new(Compare(Arithmetic.Equal, read.ToExpression(), written.ToExpression())));
        return true;
    }

    /// <summary>factor · unknown = right.</summary>
    private bool SolveOne(string unknown, IndexPolynomial factor, IndexPolynomial right)
    {
        if (factor.Constant is 1 or -1)
        {
            Values[unknown] = (factor * right).ToExpression();
            return true;
        }
        if (right.Divide(factor) is { } division)
        {
            if (division.Remainder.Constant == 0)
            {
                Values[unknown] = division.Quotient.ToExpression();
                return true;
            }
            bool isBetween = bounds.IsNonNegative(division.Remainder - IndexPolynomial.Of(1), reader)
                && bounds.IsNonNegative(factor - division.Remainder - IndexPolynomial.Of(1), reader);
            if (isBetween || (factor.Constant is { } step && division.Remainder.Constant is { } rest && rest % step != 0))
            {
                return false;
            }
        }
        Expression divisor = factor.ToExpression(), dividend = right.ToExpression();
        if (divisor is not Constant)
        {
            Guards.Add(new(Compare(Arithmetic.NotEqual, divisor, Int(0))));
        }
        Guards.Add(new(Compare(Arithmetic.Equal, Call(Arithmetic.Remainder, dividend, divisor), Int(0))));
        Values[unknown] = Call(Arithmetic.Over, dividend, divisor);
        return true;
    }

    /// <summary>
    /// <code>size · outer + (column + c) = read, 0 ≤ column + c &lt; size   →   outer = read / size, column = read % size − c</code>
    /// Null when the index has not this form.
    /// </summary>
    private bool? SolveRow(IndexPolynomial written, IndexPolynomial read, Range[] unknowns)
    {
        foreach (Range column in unknowns)
        {
            if (written.Split(column.Index) is not { } parts || parts.Factor.Constant != 1 || column.Step != 1 || unknowns.Any(u => IndexPolynomial.Of(column.From).Mentions(u.Index) || IndexPolynomial.Of(column.To).Mentions(u.Index)))
            {
                continue;
            }
            Range[] others = [.. unknowns.Where(u => u != column)];
            foreach (Range other in others)
            {
                if (parts.Others.Split(other.Index) is not { } outer || parts.Others.Divide(outer.Factor) is not { } division || outer.Factor.Constant is 0 or 1 or -1
                    || others.Any(u => division.Remainder.Mentions(u.Index) || outer.Factor.Mentions(u.Index)))
                {
                    continue;
                }
                IndexPolynomial size = outer.Factor;
                bool isRow = bounds.IsNonNegative(IndexPolynomial.Of(column.From) + division.Remainder, null)
                    && bounds.IsNonNegative(size - IndexPolynomial.Of(column.To) - division.Remainder, null);
                if (isRow)
                {
                    return SolveRow(column.Index, size, division, read, others);
                }
            }
        }
        return null;
    }

    private bool SolveRow(string column, IndexPolynomial size, (IndexPolynomial Quotient, IndexPolynomial Remainder) written, IndexPolynomial read, Range[] others)
    {
        if (read.Divide(size) is not { } division || !bounds.IsNonNegative(division.Remainder, reader)
            || !bounds.IsNonNegative(size - division.Remainder - IndexPolynomial.Of(1), reader))
        {
            Expression whole = read.ToExpression(), divisor = size.ToExpression();
            if (divisor is not Constant)
            {
                Guards.Add(new(Compare(Arithmetic.NotEqual, divisor, Int(0))));
            }
            division = (IndexPolynomial.Of(Call(Arithmetic.Over, whole, divisor)), IndexPolynomial.Of(Call(Arithmetic.Remainder, whole, divisor)));
        }
        Values[column] = (division.Remainder - written.Remainder).ToExpression();
        return Solve(written.Quotient, division.Quotient, others);
    }
}
