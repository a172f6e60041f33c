using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;

namespace Proxima.Generator.Transforms;

/// <summary>
/// An integer expression as a sum of products with constant coefficients: equal polynomials are equal numbers, and a constant difference is a proof.
/// What is no sum or product (an element, a quotient, a choice) is one letter. Integers of 32 bits wrap, and so do these identities.
/// </summary>
internal sealed class IndexPolynomial
{
    /// <summary>Products by their text; the empty product is the constant term.</summary>
    private readonly SortedDictionary<string, (Expression[] Factors, long Coefficient)> _terms = new(StringComparer.Ordinal);

    private IndexPolynomial()
    {
    }

    /// <summary>The value when no letter is left, else null.</summary>
    public long? Constant => _terms.Count == 0 ? 0 : _terms.Count == 1 && _terms.TryGetValue("", out (global::Proxima.Generator.Ir.Expression[] Factors, long Coefficient) only) ? only.Coefficient : null;

    /// <summary>The constant term.</summary>
    public long ConstantTerm => _terms.TryGetValue("", out (Expression[] Factors, long Coefficient) constant) ? constant.Coefficient : 0;

    public static IndexPolynomial Of(long constant)
    {
        IndexPolynomial polynomial = new();
        polynomial.Add([], constant);
        return polynomial;
    }

    public static IndexPolynomial Of(Expression expression) => expression switch
    {
        Constant constant => Of(constant.Bits),
        Apply { Type: ScalarType.Int, Primitive: var p, Arguments: [var left, var right] } => p switch
        {
            _ when p == Arithmetic.Plus || p == Arithmetic.CheckedPlus => Of(left) + Of(right),
            _ when p == Arithmetic.Minus || p == Arithmetic.CheckedMinus => Of(left) - Of(right),
            _ when p == Arithmetic.Times || p == Arithmetic.CheckedTimes => Of(left) * Of(right),
            _ => Letter(expression),
        },
        Apply { Type: ScalarType.Int, Primitive: var p, Arguments: [var argument] } when p == Arithmetic.Negative || p == Arithmetic.CheckedNegative => Of(0) - Of(argument),
        _ => Letter(expression),
    };

    public static IndexPolynomial operator +(IndexPolynomial left, IndexPolynomial right) => Combine(left, right, 1);

    public static IndexPolynomial operator -(IndexPolynomial left, IndexPolynomial right) => Combine(left, right, -1);

    public static IndexPolynomial operator *(IndexPolynomial left, IndexPolynomial right)
    {
        IndexPolynomial product = new();
        foreach ((Expression[] a, long x) in left._terms.Values)
        {
            foreach ((Expression[] b, long y) in right._terms.Values)
            {
                product.Add([.. a, .. b], unchecked(x * y));
            }
        }
        return product;
    }

    /// <summary>True when a name occurs, also inside a letter.</summary>
    public bool Mentions(string name) => _terms.Values.Any(t => t.Factors.Any(f => KnownIntegers.Mentions(f, name)));

    /// <summary>
    /// The factor of a name that occurs once in a product at most, and what is left without it; null when it occurs inside a letter or as a power.
    /// </summary>
    public (IndexPolynomial Factor, IndexPolynomial Others)? Split(string name)
    {
        IndexPolynomial factor = new(), rest = new();
        foreach ((Expression[] factors, long coefficient) in _terms.Values)
        {
            Expression[] others = [.. factors.Where(f => f is not Read read || read.Name != name)];
            if (others.Any(f => KnownIntegers.Mentions(f, name)) || others.Length < factors.Length - 1)
            {
                return null;
            }
            (others.Length < factors.Length ? factor : rest).Add(others, coefficient);
        }
        return (factor, rest);
    }

    /// <summary>Quotient and remainder by a single product: this = quotient · divisor + remainder, term by term. Null when the divisor is a sum or zero.</summary>
    public (IndexPolynomial Quotient, IndexPolynomial Remainder)? Divide(IndexPolynomial divisor)
    {
        if (divisor._terms.Count != 1)
        {
            return null;
        }
        (Expression[] by, long step) = divisor._terms.Values.First();
        IndexPolynomial quotient = new(), remainder = new();
        foreach ((Expression[] factors, long coefficient) in _terms.Values)
        {
            List<Expression> left = [.. factors];
            if (by.All(left.Remove) && coefficient % step == 0)
            {
                quotient.Add([.. left], coefficient / step);
            }
            else
            {
                remainder.Add(factors, coefficient);
            }
        }
        return (quotient, remainder);
    }

    public IndexPolynomial Substitute(string name, Expression value) =>
        Of(Rewriter.Substitute(ToExpression(), new Dictionary<string, Expression> { [name] = value }));

    /// <summary>True when no letter can be negative and no coefficient is: lengths are the only letters known not to be.</summary>
    public bool IsSumOfLengths => _terms.Values.All(static t => t.Coefficient >= 0 && t.Factors.All(static f => f is Length));

    public override bool Equals(object? obj) => obj is IndexPolynomial other && (this - other)._terms.Count == 0;

    public override int GetHashCode() => _terms.Count;

    public Expression ToExpression()
    {
        Expression? sum = null;
        foreach ((Expression[] factors, long coefficient) in _terms.Values.OrderByDescending(static t => t.Coefficient > 0 && t.Factors.Length > 0))
        {
            if (factors.Length == 0)
            {
                continue;
            }
            long magnitude = sum is null ? coefficient : Math.Abs(coefficient);
            Expression product = factors.Aggregate(Build.IndexTimes);
            product = magnitude == 1 ? product : Build.IndexTimes(Build.Int(unchecked((int)magnitude)), product);
            sum = sum is null ? product : coefficient > 0 ? Build.IndexPlus(sum, product) : Build.IndexMinus(sum, product);
        }
        int constant = unchecked((int)ConstantTerm);
        return sum is null ? Build.Int(constant) : Build.Offset(sum, constant);
    }

    private static IndexPolynomial Letter(Expression expression)
    {
        IndexPolynomial polynomial = new();
        polynomial.Add([expression], 1);
        return polynomial;
    }

    private static IndexPolynomial Combine(IndexPolynomial left, IndexPolynomial right, long sign)
    {
        IndexPolynomial sum = new();
        foreach ((Expression[] factors, long coefficient) in left._terms.Values)
        {
            sum.Add(factors, coefficient);
        }
        foreach ((Expression[] factors, long coefficient) in right._terms.Values)
        {
            sum.Add(factors, sign * coefficient);
        }
        return sum;
    }

    private void Add(Expression[] factors, long coefficient)
    {
        (string Text, Expression Factor)[] sorted = [.. factors.Select(static f => (Printer.Print(f), f)).OrderBy(static f => f.Item1, StringComparer.Ordinal)];
        string key = string.Join(" * ", sorted.Select(static f => f.Text));
        long sum = coefficient + (_terms.TryGetValue(key, out (Expression[] Factors, long Coefficient) old) ? old.Coefficient : 0);
        _terms.Remove(key);
        if (sum != 0)
        {
            _terms[key] = ([.. sorted.Select(static f => f.Factor)], sum);
        }
    }
}
