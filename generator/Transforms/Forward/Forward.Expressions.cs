using System;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

// The tangent of an expression: the sum of its partials times the tangents of its arguments.
internal sealed partial class Forward
{
    private Expression? Tangent(Expression expression, int d) => Tangent(expression, expression, d);

    /// <param name="result">The name that holds the expression's value, which partials prefer to read.</param>
    private Expression? Tangent(Expression expression, Expression result, int d)
    {
        if (!expression.Type.IsReal())
        {
            return null;
        }
        switch (expression)
        {
            case Read read:
                return _tangents[d].TryGetValue(read.Name, out Expression? known) && !IsConstant(known, 0) ? known : null;
            case Element element when _directions[d].Elements.TryGetValue(element.Array, out Func<Expression, Expression>? seed):
                return seed(element.Index);
            case Element element:
                return _arrays[d].TryGetValue(element.Array, out string? tangents) ? element with { Array = tangents } : null;
            case Apply apply:
                return Of(apply, result, d);
            default:
                return null;
        }
    }

    private Expression? Of(Apply apply, Expression result, int d)
    {
        Expression[] arguments = [.. apply.Arguments];
        Primitive p = apply.Primitive;
        if (p == Arithmetic.Select)
        {
            Expression? then = Tangent(arguments[1], d), @else = Tangent(arguments[2], d);
            return then is null && @else is null ? null : Build.Select(arguments[0], then ?? Zero(apply.Type), @else ?? Zero(apply.Type));
        }
        if (p == Arithmetic.Over)
        {
            return Quotient(arguments, result, d);
        }
        if (p == Arithmetic.Times && arguments[0].Equals(arguments[1]))
        {
            return Tangent(arguments[0], d) is { } base_ ? Multiply(Multiply(Real(apply.Type, 2), arguments[0]), base_) : null;
        }
        if (p == Arithmetic.Convert)
        {
            return arguments[0].Type.IsReal() && Tangent(arguments[0], d) is { } converted ? Build.Convert(converted, apply.Type) : null;
        }
        Expression? sum = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (Tangent(arguments[i], d) is not { } tangent || Term(apply, arguments, i, result, tangent) is not { } term)
            {
                continue;
            }
            sum = sum is null ? term : Plus(sum, term);
        }
        return sum;
    }

    private static Expression? Term(Apply apply, Expression[] arguments, int i, Expression result, Expression tangent)
    {
        Primitive p = apply.Primitive;
        if (p.Partials is not { } partials)
        {
            throw new InvalidOperationException("'" + p.Name + "' has no derivative rule");
        }
        if (partials[i]?.Invoke(arguments, result) is not { } partial)
        {
            return null;
        }
        if (p == Arithmetic.Guarded)
        {
            return i == 0 ? new Apply(apply.Type, p, [tangent, arguments[1]]) : new Apply(apply.Type, p, [arguments[0], tangent]);
        }
        return p.IsSingular ? Guarded(tangent, partial) : Times(partial, tangent);
    }

    /// <summary>a / b: (∂a − result · ∂b) / b, one division.</summary>
    private Expression? Quotient(Expression[] arguments, Expression result, int d)
    {
        Expression? dividend = Tangent(arguments[0], d), divisor = Tangent(arguments[1], d);
        Expression? change = divisor is null ? dividend : dividend is null ? Negate(Multiply(result, divisor)) : Minus(dividend, Multiply(result, divisor));
        return change is null ? null : Divide(change, arguments[1]);
    }

    /// <summary>partial · tangent; one division where the partial is a reciprocal.</summary>
    public static Expression Times(Expression partial, Expression tangent) =>
        partial is Apply { Arguments: [Constant one, var divisor] } quotient && quotient.Primitive == Arithmetic.Over && IsConstant(one, 1)
            ? Divide(tangent, divisor)
            : Multiply(partial, tangent);

    /// <summary>A zero tangent or seed contributes 0 even where the partial is infinite.</summary>
    public static Expression Guarded(Expression seed, Expression partial) =>
        seed is Constant ? Times(partial, seed) : new Apply(seed.Type, Arithmetic.Guarded, [seed, partial]);
}
