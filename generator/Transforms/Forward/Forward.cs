using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Forward mode (Griewank and Walther 2008, chapter 3) on normal form, one or several directions at once: each value is followed by its tangents, which
/// share the primal. Tangents are names of their own, so that a derivative inside a derivative cannot be confused with it.
/// The result returns the values and then, direction by direction, their tangents; each output array has a tangent array per direction.
/// </summary>
/// <remarks>
/// <code>
/// let p1 = r * p; let s = Math.Sin(p1)   →   let p1 = r * p; let p1Tangent = p * rTangent + r * pTangent; let s = Math.Sin(p1); let sTangent = Math.Cos(p1) * p1Tangent
/// </code>
/// </remarks>
internal sealed class Forward : Propagation
{
    private Forward(Function function, IReadOnlyDictionary<string, Function> callees, IReadOnlyList<Direction> directions, IEnumerable<Parameter> added)
        : base(function, callees, directions, added, seesRules: false)
    {
    }

    /// <inheritdoc cref="Propagation.Run(Module, IReadOnlyList{Parameter}, IReadOnlyList{IReadOnlyDictionary{string, string}})"/>
    public static Module Run(Module module, IReadOnlyList<Direction> directions, IReadOnlyList<Parameter> inputs, IReadOnlyList<IReadOnlyDictionary<string, string>> outputs) =>
        new Forward(module.Main, module.Callees.ToDictionary(static c => c.Name), directions, inputs).Run(module, inputs, outputs);

    protected override Propagation For(Function callee, IReadOnlyList<Direction> directions, IEnumerable<Parameter> added) => new Forward(callee, Callees, directions, added);

    protected override string CalleeName(string function) => function + "Tangent";

    protected override Expression? Part(Expression expression, Expression result, int part) => !expression.Type.IsReal() ? null : expression switch
    {
        Read read => Parts[part].TryGetValue(read.Name, out Expression? known) && !IsConstant(known, 0) ? known : null,
        Element element => PartOf(element, part) is { } tangent && !IsConstant(tangent, 0) ? tangent : null,
        Apply apply => Of(apply, result, part),
        _ => null,
    };

    private Expression? Of(Apply apply, Expression result, int d)
    {
        Expression[] arguments = [.. apply.Arguments];
        Primitive p = apply.Primitive;
        if (p == Arithmetic.Select)
        {
            Expression? then = Part(arguments[1], d), @else = Part(arguments[2], d);
            return then is null && @else is null ? null : Build.Select(arguments[0], then ?? Zero(apply.Type), @else ?? Zero(apply.Type));
        }
        if (p == Arithmetic.Over)
        {
            return Quotient(arguments, result, d);
        }
        if (p == Arithmetic.Times && arguments[0].Equals(arguments[1]))
        {
            return Part(arguments[0], d) is { } base_ ? Multiply(Multiply(Real(apply.Type, 2), arguments[0]), base_) : null;
        }
        if (p == Arithmetic.Convert)
        {
            return arguments[0].Type.IsReal() && Part(arguments[0], d) is { } converted ? Build.Convert(converted, apply.Type) : null;
        }
        Expression? sum = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (Part(arguments[i], d) is not { } tangent || Term(apply, arguments, i, result, tangent) is not { } term)
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

    /// <summary>a / b: (∂a − result · ∂b) / b, one division; several directions share the reciprocal. 1 / b is its own reciprocal.</summary>
    private Expression? Quotient(Expression[] arguments, Expression result, int d)
    {
        Expression? dividend = Part(arguments[0], d), divisor = Part(arguments[1], d);
        if (divisor is not null && IsConstant(arguments[0], 1))
        {
            return Negate(Multiply(result, Multiply(result, divisor)));
        }
        Expression? change = divisor is null ? dividend : dividend is null ? Negate(Multiply(result, divisor)) : Minus(dividend, Multiply(result, divisor));
        return change is null ? null : Directions.Count == 1 ? Divide(change, arguments[1]) : Multiply(change, Divide(One(change.Type), arguments[1]));
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
