using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms.Bounds;

// Products and quotients whose factors vary together: an interval operation takes them for independent, and what they are together is tighter.
internal sealed partial class IntervalBound
{
    private const int HighestPower = 16; // beyond it a power costs more than it tightens

    /// <summary>What names of reals were computed as.</summary>
    private readonly Dictionary<string, Apply> _definitions = [];

    private void Define(Let let)
    {
        // Not elements, which may be others later; not long products, whose factors would double with each repeated squaring.
        if (let.Value is Apply computed && !Walker.All(computed).Any(static e => e is Element) && Factors(computed).Skip(HighestPower).FirstOrDefault() is null)
        {
            _definitions[let.Name] = computed;
        }
    }

    /// <summary>
    /// Products that have a name in common become one product of powers: multiplication of intervals is exact but for rounding, so that only what stands twice is
    /// taken twice. Null for other products.
    /// </summary>
    /// <remarks><code>p = x * x; q = p * y; r = q * x   →   r = pow(x, 3) * y</code></remarks>
    private Expression? EncloseProduct(Apply product)
    {
        if (!_domain.IsSymbolic && SigmoidSlope(product) is { } slope)
        {
            return slope;
        }
        if (Chord(product) is { } chord)
        {
            return chord;
        }
        HashSet<Expression> shared = [.. Factors(product.Arguments[0]).Where(static factor => factor is not Constant)];
        shared.IntersectWith(Factors(product.Arguments[1]));
        if (shared.Count == 0)
        {
            return null;
        }
        List<(Expression Factor, int Power)> powers = [];
        Collect(product, shared, powers);
        return powers.TrueForAll(static p => p.Power <= HighestPower)
            ? powers.Select(p => Power(Enclose(p.Factor), p.Power)).Aggregate((a, b) => Of(Arithmetic.Times, a, b))
            : null;
    }

    /// <summary>x / hypot(x, y) is a cosine, at most 1 also where both are near zero.</summary>
    private Expression? EncloseQuotient(Apply quotient)
    {
        if (_domain.IsSymbolic || Definition(quotient.Arguments[1]) is not { Primitive: var length } radius || length != Elementary.Hypot)
        {
            return null;
        }
        Expression x = quotient.Arguments[0];
        Expression? y = radius.Arguments[0].Equals(x) ? radius.Arguments[1] : radius.Arguments[1].Equals(x) ? radius.Arguments[0] : null;
        return y is null ? null : Of(BoundOperations.HypotSlope, Enclose(x), Enclose(y));
    }

    /// <summary>σ(x)·σ(−x) has one summit, at 0.</summary>
    private Expression? SigmoidSlope(Apply product)
    {
        if (Definition(product.Arguments[0]) is not { } left || Definition(product.Arguments[1]) is not { } right || left.Primitive != Elementary.Sigmoid || right.Primitive != Elementary.Sigmoid)
        {
            return null;
        }
        (Expression x, Expression y) = (left.Arguments[0], right.Arguments[0]);
        return IsNegative(x, y) || IsNegative(y, x) ? Of(BoundOperations.SigmoidSlope, Enclose(IsNegative(x, y) ? y : x)) : null;
    }

    /// <summary>(1 − x)·(1 + x) = 1 − x².</summary>
    private Expression? Chord(Apply product)
    {
        if (Definition(product.Arguments[0]) is not { } left || Definition(product.Arguments[1]) is not { } right || left.Primitive != Arithmetic.Minus || right.Primitive != Arithmetic.Plus)
        {
            return null;
        }
        Expression x = left.Arguments[1];
        return IsOne(left.Arguments[0]) && ((IsOne(right.Arguments[0]) && right.Arguments[1].Equals(x)) || (IsOne(right.Arguments[1]) && right.Arguments[0].Equals(x)))
            ? Of(Arithmetic.Minus, Real(_domain.Real, 1), Of(BoundOperations.Sqr, Enclose(x)))
            : null;
    }

    private IEnumerable<Expression> Factors(Expression value) =>
        Definition(value) is { Primitive: var p } product && p == Arithmetic.Times ? product.Arguments.SelectMany(Factors) : [value];

    /// <summary>Products stay together that share nothing.</summary>
    private void Collect(Expression value, HashSet<Expression> shared, List<(Expression Factor, int Power)> powers)
    {
        if (Definition(value) is { Primitive: var p } product && p == Arithmetic.Times && Factors(product).Any(shared.Contains))
        {
            Collect(product.Arguments[0], shared, powers);
            Collect(product.Arguments[1], shared, powers);
            return;
        }
        int index = powers.FindIndex(p => p.Factor.Equals(value));
        if (index < 0)
        {
            powers.Add((value, 1));
        }
        else
        {
            powers[index] = (value, powers[index].Power + 1);
        }
    }

    private Expression Power(Expression x, int n) => n switch
    {
        1 => x,
        2 => Of(BoundOperations.Sqr, x),
        _ => Of(BoundOperations.PowN, x, Int(n)),
    };

    private Apply? Definition(Expression value) => value is Read read && _definitions.TryGetValue(read.Name, out Apply? defined) ? defined : value as Apply;

    private bool IsNegative(Expression of, Expression x) => Definition(of) is { Primitive: var p } negative && p == Arithmetic.Negative && negative.Arguments[0].Equals(x);

    private static bool IsOne(Expression value) => value is Constant { Type: ScalarType.Double, Real: 1 };
}
