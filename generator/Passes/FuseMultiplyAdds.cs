using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Passes;

/// <summary>
/// After this pass a sum with a product in it is one multiply-add, rounded once where the hardware can, wherever only derivatives read it: what the model's
/// own results, a condition or an index depends on keeps every bit (<see cref="PrimalNeeds"/>). Of two products the one that is complete last is
/// fused, so that the other is computed meanwhile; a constant that both share is multiplied once.
/// </summary>
/// <remarks>
/// <code>
/// let f = a * b; let fTangent = a * bTangent + b * aTangent   →   let f = a * b; let fTangent = mad(b, aTangent, a * bTangent)
/// dX[i] += r * rAdjoint                                       →   dX[i] += fused r * rAdjoint
/// c - a * b                                                   →   mad(-a, b, c)
/// -2.0 * x * t - 2.0 * y                                      →   -2.0 * mad(x, t, y)
/// </code>
/// </remarks>
internal sealed class FuseMultiplyAdds
{
    /// <summary>What a loop carries is known later than what one iteration computes of it.</summary>
    private const int OfCell = 100;

    private readonly PrimalNeeds _needs;
    private readonly Dictionary<string, int> _depths = [];

    private FuseMultiplyAdds(PrimalNeeds needs) => _needs = needs;

    public static Function Run(Function function, Primal primal)
    {
        FuseMultiplyAdds pass = new(PrimalNeeds.Of(function, primal));
        Block body = pass.Rewrite(function.Body);
        return function with
        {
            Body = body,
            Results = function.Results.Select((r, i) => i < primal.Results ? r : pass.Fuse(r)).ToEquatableArray(),
        };
    }

    private Block Rewrite(Block block)
    {
        List<Statement> statements = [];
        foreach (Statement statement in block.Statements)
        {
            statements.Add(Rewrite(statement));
            foreach (Expression own in Walker.Own(statement))
            {
                foreach (Result defined in Walker.Defines(statement))
                {
                    _depths[defined.Name] = Math.Max(Depth(defined.Name), Depth(own));
                }
            }
        }
        return statements.ToBlock();
    }

    private Statement Rewrite(Statement statement)
    {
        switch (statement)
        {
            case Let let when !_needs.HasName(let.Name):
                return let with { Value = Fuse(let.Value) };
            case Store store when !_needs.HasArray(store.Array):
                return store with { Value = Fuse(store.Value) };
            case Add add when !_needs.HasArray(add.Array):
                return Fuse(add);
            case Push push when !_needs.HasArray(push.Tape):
                return push with { Value = Fuse(push.Value) };
            case If branch:
                return branch with
                {
                    Then = Rewrite(branch.Then),
                    Else = Rewrite(branch.Else),
                    Merges = branch.Merges.Map(m => _needs.HasName(m.Name) ? m : m with { Then = Fuse(m.Then), Else = Fuse(m.Else) }),
                };
            case For loop:
                return loop with { Body = RewriteBody(loop.Carried, loop.Body, out EquatableArray<Carried> counted), Carried = counted };
            case While loop:
                return loop with { Body = RewriteBody(loop.Carried, loop.Body, out EquatableArray<Carried> repeated), Carried = repeated };
            default:
                return statement;
        }
    }

    private Block RewriteBody(EquatableArray<Carried> carried, Block body, out EquatableArray<Carried> rewritten)
    {
        foreach (Carried cell in carried)
        {
            _depths[cell.Name] = OfCell;
        }
        Block fused = Rewrite(body);
        rewritten = carried.Map(c => _needs.HasName(c.Name) ? c : c with { Initial = Fuse(c.Initial), Next = Fuse(c.Next) });
        return fused;
    }

    private Add Fuse(Add add)
    {
        Expression value = Fuse(add.Value);
        return ProductOf(value) is { } product ? add with { Value = Call(Arithmetic.Times, product.Left, product.Right), IsFused = true } : add with { Value = value };
    }

    private Expression Fuse(Expression expression)
    {
        if (expression is not Apply { Type: ScalarType.Double or ScalarType.Float } apply)
        {
            return expression;
        }
        EquatableArray<Expression> arguments = apply.Arguments.Map(Fuse);
        return apply.Primitive == Arithmetic.Plus ? Sum(apply, arguments[0], arguments[1])
            : apply.Primitive == Arithmetic.Minus ? Difference(apply, arguments[0], arguments[1])
            : apply with { Arguments = arguments };
    }

    private Expression Sum(Apply sum, Expression left, Expression right) => Collected(left, right, 1) ?? (ProductOf(left), ProductOf(right)) switch
    {
        ({ } a, { } b) => Depth(right) > Depth(left) ? MultiplyAdd(b, left) : MultiplyAdd(a, right),
        ({ } a, null) => MultiplyAdd(a, right),
        (null, { } b) => MultiplyAdd(b, left),
        _ => sum with { Arguments = [left, right] },
    };

    private Expression Difference(Apply difference, Expression left, Expression right) => Collected(left, right, -1) ?? (ProductOf(left), ProductOf(right)) switch
    {
        (null, { } b) => MultiplyAdd(b.Negated, left),
        ({ } a, { } b) => Depth(left) > Depth(right) ? MultiplyAdd(a, Opposite(right)) : MultiplyAdd(b.Negated, left),
        ({ } a, null) => MultiplyAdd(a, Opposite(right)),
        _ => difference with { Arguments = [left, right] },
    };

    /// <summary>
    /// c·l ± c·r as c·(l ± r): an operation less, and the product with c may join the next sum. Not of what a loop carries, where it would lengthen the way
    /// from one iteration to the next. Only factors from 1 to 1024: with others l ± r could overflow, or a product without its factor vanish, where the sum
    /// does neither.
    /// </summary>
    private Expression? Collected(Expression left, Expression right, int sign)
    {
        if (FactorOf(left) is not { } l || FactorOf(right) is not { } r || Math.Abs(l.Factor.Real) != Math.Abs(r.Factor.Real) || !(Math.Abs(l.Factor.Real) is >= 1 and <= 1024) || Math.Max(Depth(left), Depth(right)) >= OfCell)
        {
            return null;
        }
        Apply both = Call(l.Factor.Real == r.Factor.Real == sign > 0 ? Arithmetic.Plus : Arithmetic.Minus, l.Other, r.Other);
        return Multiply(l.Factor, both.Primitive == Arithmetic.Plus ? Sum(both, l.Other, r.Other) : Difference(both, l.Other, r.Other));
    }

    /// <summary>A product with a constant as that constant and the rest.</summary>
    private static (Constant Factor, Expression Other)? FactorOf(Expression expression)
    {
        if (expression is Apply { Primitive: var n, Arguments: [var inner] } && n == Arithmetic.Negative)
        {
            return FactorOf(inner) is { } opposite ? ((Constant)Negate(opposite.Factor), opposite.Other) : null;
        }
        if (expression is not Apply { Primitive: var p, Arguments: [var left, var right] } || p != Arithmetic.Times)
        {
            return null;
        }
        return left is Constant first ? (first, right)
            : right is Constant second ? (second, left)
            : FactorOf(left) is { } l ? (l.Factor, Call(Arithmetic.Times, l.Other, right))
            : FactorOf(right) is { } r ? (r.Factor, Call(Arithmetic.Times, left, r.Other))
            : null;
    }

    private static Apply MultiplyAdd(Product product, Expression addend) => Call(Elementary.MultiplyAddEstimate, product.Left, product.Right, addend);

    /// <summary>A product, its sign folded into a factor.</summary>
    private static Product? ProductOf(Expression expression) => expression switch
    {
        Apply { Primitive: var p, Arguments: [var left, var right] } when p == Arithmetic.Times => new(left, right),
        Apply { Primitive: var p, Arguments: [var inner] } when p == Arithmetic.Negative => ProductOf(inner)?.Negated,
        _ => null,
    };

    /// <summary>−e, the sign in a constant factor where there is one.</summary>
    private static Expression Opposite(Expression expression) =>
        expression is Apply { Primitive: var p, Arguments: [var left, var right] } product && p == Arithmetic.Times
            ? HasConstant(left) ? product with { Arguments = [Opposite(left), right] }
                : HasConstant(right) ? product with { Arguments = [left, Opposite(right)] }
                : Negate(product)
            : Negate(expression);

    private static bool HasConstant(Expression factor) =>
        factor is Constant || (factor is Apply { Primitive: var p, Arguments: [var left, var right] } && p == Arithmetic.Times && (HasConstant(left) || HasConstant(right)));

    private int Depth(string name) => _depths.TryGetValue(name, out int depth) ? depth : 0;

    /// <summary>How many operations lie before a value, roughly: enough to tell which of two is complete last.</summary>
    private int Depth(Expression expression) => expression switch
    {
        Read read => Depth(read.Name),
        Apply apply => 1 + apply.Arguments.Max(Depth),
        Element element => 1 + Depth(element.Index),
        _ => 0,
    };

    private sealed record Product(Expression Left, Expression Right)
    {
        public Product Negated => HasConstant(Right) && !HasConstant(Left) ? this with { Right = Opposite(Right) } : this with { Left = Opposite(Left) };
    }
}
