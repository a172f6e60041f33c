using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

// Expressions: enclosures of reals, what conditions can be, and what stays as the program has it.
internal sealed partial class IntervalBound
{
    /// <summary>The expression as the program computes it: nothing in it depends on a variable.</summary>
    private Expression Plain(Expression expression) => _dependence.Has(expression)
        ? throw new BoundException("an integer or a loop depends on a variable", -1)
        : Rewriter.Map(expression, e => e switch
        {
            Read read when _plain.TryGetValue(read.Name, out string? plain) => read with { Name = plain },
            Element element when _plain.TryGetValue(element.Array, out string? plain) => element with { Array = plain },
            _ => e,
        });

    private Expression Enclose(Expression expression)
    {
        switch (expression)
        {
            case Constant constant when IrrationalConstants.Contains(constant.Real):
                (double lo, double hi) = IrrationalConstants.Around(constant.Real);
                return Of(BoundOperations.Between, Double(lo), Double(hi));
            case Constant constant:
                return Real(_domain.Real, constant.Real);
            case Read read when _narrowed.TryGetValue(read.Name, out Expression? narrowed):
                return narrowed;
            case Read read when _enclosed.Contains(read.Name):
                return Name(read.Name, _domain.Real);
            case Element element when _enclosedArrays.Contains(element.Array):
                return new Element(_domain.Real, element.Array, Plain(element.Index));
            case Apply apply:
                return Enclose(apply);
            default:
                return Point(Plain(expression));
        }
    }

    private Apply Point(Expression number) => Of(BoundOperations.Point, number);

    private Expression Enclose(Apply apply)
    {
        Primitive p = apply.Primitive;
        EquatableArray<Expression> a = apply.Arguments;
        if (p == Arithmetic.Convert)
        {
            return IsSign(a[0]) ? Of(IntervalRules.Find(Elementary.Sign), Enclose(SignArgument(a[0])))
                : a[0].Type.IsReal() ? Enclose(a[0])
                : a[0].Type is ScalarType.Int or ScalarType.UInt ? Point(Plain(apply))
                : throw new BoundException("a 64-bit integer becomes a real", -1);
        }
        if (p == Arithmetic.Select)
        {
            return _dependence.Has(a[0])
                ? _domain.Select(TruthOf(a[0]), Enclose(a[1]), Enclose(a[2]))
                : Build.Select(Plain(a[0]), Enclose(a[1]), Enclose(a[2]));
        }
        if (p == BoundOperations.Jump)
        {
            return _dependence.Has(a[0]) ? Of(p, TruthOf(a[0])) : Real(_domain.Real, 0);
        }
        if (_domain.IsSymbolic && s_slopes.Contains(p))
        {
            return Real(_domain.Real, 0); // for derivatives alone: forms have slopes of their own
        }
        if (p == BoundOperations.Leap || p == BoundOperations.NotZero || p == Elementary.Detach || p == Elementary.Hold || p == Elementary.Attach)
        {
            return Enclose(a[0]);
        }
        if (p == BoundOperations.Rounded)
        {
            return Of(p, Enclose(a[0]));
        }
        if (p == BoundOperations.Inside || p == BoundOperations.InsideOpen || p == BoundOperations.InsideSlope)
        {
            return Of(p, Enclose(a[0]), a[1], a[2]);
        }
        if ((p == Arithmetic.Times ? EncloseProduct(apply) : p == Arithmetic.Over ? EncloseQuotient(apply) : null) is { } together)
        {
            return together;
        }
        if (p == Arithmetic.Remainder)
        {
            // x % y = x - y·trunc(x / y)
            Expression x = Enclose(a[0]), y = Enclose(a[1]);
            return Of(Arithmetic.Minus, x, Of(Arithmetic.Times, y, Of(IntervalRules.Find(Elementary.Truncate), Of(Arithmetic.Over, x, y))));
        }
        Expression[] enclosed = [.. a.Select(e => e.Type.IsReal() ? Enclose(e) : Plain(e))];
        // Zero times all reals is zero: a product of intervals needs no guard.
        return Of(p == Arithmetic.Guarded ? Arithmetic.Times : p.Operator.Length > 0 || s_slopes.Contains(p) ? p : IntervalRules.Find(p), enclosed);
    }

    private static readonly HashSet<Primitive> s_slopes = [BoundOperations.StepSlope, BoundOperations.AngleJump, BoundOperations.NotZeroSlope, BoundOperations.PoleSlope, BoundOperations.RoundingSlope];

    private Apply Of(Primitive primitive, params Expression[] arguments) => new(_domain.Real, _domain.Rule(primitive), new(arguments));

    private bool IsSign(Expression value) =>
        value is Apply { Primitive: var p, Arguments: [var argument] } && p == Elementary.Sign && argument.Type.IsReal() || (value is Read read && _integers.ContainsKey(read.Name));

    private Expression SignArgument(Expression value) => value is Read read ? SignArgument(_integers[read.Name]) : ((Apply)value).Arguments[0];

    /// <summary>What a condition can be on the box; what does not depend on a variable is as it is.</summary>
    private Expression TruthOf(Expression condition)
    {
        if (!_dependence.Has(condition))
        {
            return condition is Constant constant ? new Constant(_domain.Truth, constant.Bits) : Plain(condition);
        }
        if (_domain.IsInLanes)
        {
            throw new BoundException("boxes may differ in a condition", -1);
        }
        switch (condition)
        {
            case Read read:
                return Name(read.Name, _domain.Truth);
            case Element element:
                return new Element(_domain.Truth, element.Array, Plain(element.Index));
            case Apply apply:
                return TruthOf(apply);
            default:
                throw new BoundException("a condition depends on a variable in a way that has no bounds", -1);
        }
    }

    private Expression TruthOf(Apply apply)
    {
        Primitive p = apply.Primitive;
        EquatableArray<Expression> a = apply.Arguments;
        if (p == Arithmetic.Not)
        {
            return Can(BoundOperations.Not, TruthOf(a[0]));
        }
        if (p == Arithmetic.AndAlso || p == Arithmetic.OrElse)
        {
            return Joined(p == Arithmetic.AndAlso, a[0], a[1]);
        }
        if (p == Arithmetic.Select)
        {
            throw new BoundException("a condition is chosen by a condition", -1);
        }
        if (a[0].Type == ScalarType.Bool)
        {
            Expression differ = Can(BoundOperations.Xor, TruthOf(a[0]), TruthOf(a[1]));
            return p == Arithmetic.Equal ? Can(BoundOperations.Not, differ) : p == Arithmetic.NotEqual || p == Arithmetic.BoolXor ? differ : throw new BoundException("'" + p.Name + "' of conditions has no bounds", -1);
        }
        if (!a[0].Type.IsReal())
        {
            throw new BoundException("an integer depends on a variable", -1);
        }
        if (a.Count == 1)
        {
            return p == Elementary.IsNegative ? Can(BoundOperations.IsNegative, Enclose(a[0]))
                : p == Elementary.IsPositive ? Can(BoundOperations.Not, Can(BoundOperations.IsNegative, Enclose(a[0])))
                : p == Elementary.IsInteger ? Can(BoundOperations.IsInteger, Enclose(a[0]))
                : new Constant(_domain.Truth, p == Elementary.IsFinite ? 1 : 0); // of a real number
        }
        Primitive compared = p == Arithmetic.Less ? BoundOperations.Less
            : p == Arithmetic.LessOrEqual ? BoundOperations.LessOrEqual
            : p == Arithmetic.Greater ? BoundOperations.Greater
            : p == Arithmetic.GreaterOrEqual ? BoundOperations.GreaterOrEqual
            : p == Arithmetic.Equal ? BoundOperations.Equal
            : BoundOperations.NotEqual;
        return Can(compared, Enclose(a[0]), Enclose(a[1]));
    }

    /// <summary>a &amp;&amp; b: where a is false, b may have no value (an index out of range) and is not computed.</summary>
    private Expression Joined(bool isAnd, Expression left, Expression right)
    {
        Expression first = TruthOf(left), second = TruthOf(right), joined = Can(isAnd ? BoundOperations.And : BoundOperations.Or, first, second);
        if (!Walker.All(right).Any(static e => e is Element or External))
        {
            return joined;
        }
        Constant decided = new(_domain.Truth, isAnd ? 0 : 1);
        return first.Type == ScalarType.Bool
            ? isAnd ? Build.Select(first, second, decided) : Build.Select(first, decided, second)
            : Build.Select(new Apply(ScalarType.Bool, isAnd ? BoundOperations.CanBeTrue : BoundOperations.CanBeFalse, [first]), joined, first);
    }

    private Apply Can(Primitive primitive, params Expression[] arguments) => new(_domain.Truth, _domain.Rule(primitive), new(arguments));
}
