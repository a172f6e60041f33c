using System;
using System.Collections.Generic;
using System.Linq;
using Proxima.Generator.Ir;
using Proxima.Generator.Primitives;
using static Proxima.Generator.Ir.Build;

namespace Proxima.Generator.Transforms;

/// <summary>
/// Taylor arithmetic (Griewank and Walther 2008, chapter 13) on normal form: after this transform each value has its coefficients of order 1 to n along
/// one direction. For v = φ(u) with φ' from the table, k·vₖ = Σⱼ j·uⱼ·φ'(u)ₖ₋ⱼ: the series of the partial is asked for order by order, so that sine
/// and cosine, whose partials are each other, need no rule of their own.
/// </summary>
/// <remarks>
/// <code>
/// let p = a * b   →   let p = a * b; let p1 = a1 * b + a * b1; let p2 = a2 * b + a1 * b1 + a * b2
/// </code>
/// </remarks>
internal sealed class Taylor : Propagation
{
    /// <summary>Names by the expression they hold.</summary>
    private Dictionary<Expression, string> _known = [];

    /// <summary>Values that only rules read: their coefficients are computed when asked for.</summary>
    private readonly Dictionary<string, Apply> _asked = [];

    /// <summary>Coefficients computed on demand, which go out of scope with their block.</summary>
    private readonly List<(int Part, string Name)> _late = [];
    private readonly HashSet<(int Part, string Name)> _zero = [];

    private Taylor(Function function, IReadOnlyDictionary<string, Function> callees, IReadOnlyList<Direction> orders, IEnumerable<Parameter> added)
        : base(function, callees, orders, added, seesRules: true)
    {
    }

    /// <summary>The coefficients of a module in normal form; the direction is order 1 of the parameters, higher orders of them are zero.</summary>
    /// <param name="direction">The direction, of which only the suffix is not used.</param>
    /// <param name="inputs">Parameters that the direction reads.</param>
    /// <param name="order">The highest order.</param>
    public static Module Run(Module module, Direction direction, IReadOnlyList<Parameter> inputs, int order)
    {
        Direction[] orders = [.. Enumerable.Range(1, order).Select(k => k == 1
            ? direction with { Suffix = "Order1" }
            : new Direction(
                "Order" + Literal(k),
                direction.Scalars.ToDictionary(static s => s.Key, static s => (Expression)Zero(s.Value.Type)),
                direction.Elements.ToDictionary(static e => e.Key, e => (Func<Expression, Expression>)(i => Zero(e.Value(i).Type))),
                new Dictionary<string, string>()))];
        return new Taylor(module.Main, module.Callees.ToDictionary(static c => c.Name), orders, inputs).Run(module, inputs, [.. orders.Select(static _ => new Dictionary<string, string>())]);
    }

    private static string Literal(int k) => k.ToString(System.Globalization.CultureInfo.InvariantCulture);

    protected override Propagation For(Function callee, IReadOnlyList<Direction> directions, IEnumerable<Parameter> added) => new Taylor(callee, Callees, directions, added);

    protected override string CalleeName(string function) => function + "Taylor";

    protected override object Enter() => (new Dictionary<Expression, string>(_known), _late.Count);

    protected override void Leave(object mark)
    {
        (Dictionary<Expression, string> known, int late) = ((Dictionary<Expression, string>, int))mark;
        _known = known;
        foreach ((int part, string name) in _late.Skip(late))
        {
            Parts[part].Remove(name);
            _zero.Remove((part, name));
        }
        _late.RemoveRange(late, _late.Count - late);
    }

    protected override Expression? Part(Expression expression, Expression result, int part)
    {
        if (!expression.Type.IsReal())
        {
            return null;
        }
        switch (expression)
        {
            case Read read:
                return OfName(read, part);
            case Element element:
                return PartOf(element, part) is { } coefficient && !IsConstant(coefficient, 0) ? coefficient : null;
            case Apply apply when result is Read { Name: var name } && !ReferenceEquals(result, expression):
                _known[apply] = name;
                return Coefficient(apply, result, part + 1);
            case Apply apply:
                return OfName(Named(apply), part);
            default:
                return null;
        }
    }

    private Expression? OfName(Read read, int part)
    {
        if (Parts[part].TryGetValue(read.Name, out Expression? known))
        {
            return IsConstant(known, 0) ? null : known;
        }
        if (!_asked.TryGetValue(read.Name, out Apply? value) || _zero.Contains((part, read.Name)))
        {
            return null;
        }
        for (int lower = 0; lower < part; lower++)
        {
            OfName(read, lower);
        }
        _late.Add((part, read.Name));
        if (Coefficient(value, read, part + 1) is not { } coefficient)
        {
            _zero.Add((part, read.Name));
            return null;
        }
        return Parts[part][read.Name] = Atom(coefficient, read.Name + Directions[part].Suffix);
    }

    /// <summary>The name that holds a value; makes one for a value that only rules read.</summary>
    private Read Named(Apply value)
    {
        if (!_known.TryGetValue(value, out string? name))
        {
            name = Names.Fresh("partial");
            Output.Add(new Let(name, value) { IsTemporary = true });
            _known[value] = name;
            _asked[name] = value;
        }
        return Name(name, value.Type);
    }

    private Expression Atom(Expression value, string wanted)
    {
        if (value is Read or Constant)
        {
            return value;
        }
        string name = Names.Fresh(wanted);
        Output.Add(new Let(name, value) { IsTemporary = true });
        return Name(name, value.Type);
    }

    /// <summary>The coefficient of order k ≥ 1 of an operation whose lower ones are known; order 0 is the value.</summary>
    private Expression? Coefficient(Apply apply, Expression result, int k)
    {
        EquatableArray<Expression> a = apply.Arguments;
        Primitive p = apply.Primitive;
        if (p == Arithmetic.Select)
        {
            Expression? then = Order(a[1], k), @else = Order(a[2], k);
            return then is null && @else is null ? null : Build.Select(a[0], then ?? Zero(apply.Type), @else ?? Zero(apply.Type));
        }
        if (p == Arithmetic.Plus || p == Arithmetic.Minus)
        {
            Expression? left = Order(a[0], k), right = Order(a[1], k);
            return right is null ? left : left is null ? p == Arithmetic.Plus ? right : Negate(right) : p == Arithmetic.Plus ? Plus(left, right) : Minus(left, right);
        }
        if (p == Arithmetic.Negative)
        {
            return Order(a[0], k) is { } negated ? Negate(negated) : null;
        }
        if (p == Arithmetic.Convert)
        {
            return a[0].Type.IsReal() && Order(a[0], k) is { } converted ? Build.Convert(converted, apply.Type) : null;
        }
        if (p == Arithmetic.Times)
        {
            return Product(a[0], a[1], k, 0);
        }
        if (p == Arithmetic.Over)
        {
            // b·v = a: b₀·vₖ = aₖ − Σ bⱼ·vₖ₋ⱼ over j ≥ 1.
            Expression? dividend = Order(a[0], k), rest = Product(a[1], result, k, 1);
            Expression? difference = rest is null ? dividend : dividend is null ? Negate(rest) : Minus(dividend, rest);
            return difference is null ? null : Divide(difference, a[1]);
        }
        if (p == Arithmetic.Guarded)
        {
            throw new InvalidOperationException("series of derivatives have no guarded products");
        }
        return ByPartials(apply, result, k);
    }

    private Expression? Order(Expression expression, int k) => k > 0 ? Part(expression, k - 1) : expression is Apply apply ? Named(apply) : expression;

    /// <summary>Σ leftⱼ · rightₖ₋ⱼ for j from <paramref name="first"/> to k.</summary>
    private Expression? Product(Expression left, Expression right, int k, int first)
    {
        Expression? sum = null;
        for (int j = first; j <= k; j++)
        {
            if (Order(left, j) is { } l && Order(right, k - j) is { } r)
            {
                sum = Sum(sum, Multiply(l, r));
            }
        }
        return sum;
    }

    private Expression? ByPartials(Apply apply, Expression result, int k)
    {
        if (apply.Primitive.Partials is not { } partials)
        {
            throw new InvalidOperationException("'" + apply.Primitive.Name + "' has no derivative rule");
        }
        Expression[] arguments = [.. apply.Arguments];
        Expression? sum = null;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (partials[i]?.Invoke(arguments, result) is not { } partial)
            {
                continue;
            }
            for (int j = 1; j <= k; j++)
            {
                if (Order(arguments[i], j) is { } moved && Order(partial, k - j) is { } slope)
                {
                    Expression share = j == k ? moved : Multiply(Real(apply.Type, (double)j / k), moved);
                    sum = Sum(sum, apply.Primitive.IsSingular ? Forward.Guarded(share, slope) : Forward.Times(slope, share));
                }
            }
        }
        return sum;
    }

    private static Expression Sum(Expression? sum, Expression term) => sum is null ? term : Plus(sum, term);
}
